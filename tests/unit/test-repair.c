#include "config.h"

#include <string.h>

#include "hf-customer.h"
#include "hf-purchase.h"
#include "hf-repair.h"

static const HfField *
find_field (const char *name)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfField *field = hf_field_find (fields, n_fields, name);
  if (field == NULL)
    {
      fields = hf_purchase_fields (&n_fields);
      field = hf_field_find (fields, n_fields, name);
    }
  g_assert_nonnull (field);
  return field;
}

static HfRepairOutcome
mend_in (const char *repair, HfRepairColumn column, const char *text, GString *mended)
{
  const HfRepair *found = hf_repair_find (repair);
  g_assert_nonnull (found);
  g_assert_true (found->concerns (column.field));
  if (found->signs != 0 && !(found->signs & hf_repair_find_signs (text)))
    return HF_REPAIR_NONE;
  return found->mend (text, &column, mended);
}

/* What a repair makes of a text; the text itself where there is nothing to repair, "LOST". */
static void
assert_mends_in (const char *repair, HfRepairColumn column, const char *text,
                 const char *expected)
{
  g_autoptr (GString) mended = g_string_new (NULL);
  HfRepairOutcome outcome = mend_in (repair, column, text, mended);
  if (outcome == HF_REPAIR_LOST)
    g_assert_cmpstr ("LOST", ==, expected);
  else
    g_assert_cmpstr (outcome == HF_REPAIR_DONE ? mended->str : text, ==, expected);
  /* What was repaired is not repaired again. */
  if (outcome == HF_REPAIR_DONE)
    {
      g_autoptr (GString) again = g_string_new (NULL);
      g_assert_cmpint (mend_in (repair, column, mended->str, again), ==, HF_REPAIR_NONE);
    }
}

typedef struct
{
  const char *text, *expected; /* NULL: it stays as it is */
} Case;

static void
assert_all (const char *repair, const char *field, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_mends_in (repair, (HfRepairColumn){ .field = find_field (field) }, cases[i].text,
                     cases[i].expected != NULL ? cases[i].expected : cases[i].text);
}

#define ASSERT_ALL(repair, field, cases) assert_all (repair, field, cases, G_N_ELEMENTS (cases))

static void
test_blanks (void)
{
  static const Case cases[] = {
    { "王女士  ", "王女士" },
    { "\t王女士\t", "王女士" },
    { "　王女士　", "王女士" },
    { "王\u00A0女士", "王 女士" },
    { "\u202D13912345678\u202C", "13912345678" },
    { "\uFEFFC001", "C001" },
    { "C\u200B001", "C001" },
    { "王 女士", NULL },
    { "first\nsecond", NULL },
    { "'13912345678", "13912345678" },
    { "'n Beetje", NULL },
    { "👩\u200D🔧", NULL },
    { "می\u200Cخواهم", NULL },
  };
  ASSERT_ALL ("spaces", "name", cases);
}

static void
test_nothing (void)
{
  static const Case phones[] = { { "无", "" }, { "N/A", "" }, { "0431-1", NULL } };
  static const Case days[] = { { "0000-00-00", "" }, { "-", "" }, { "5", NULL } };
  static const Case notes[] = { { "#REF!", "" }, { "无", NULL }, { "-", NULL }, { "0", NULL } };
  ASSERT_ALL ("nothing", "phone", phones);
  ASSERT_ALL ("nothing", "joined_on", days);
  ASSERT_ALL ("nothing", "note", notes);
}

static void
test_full_width (void)
{
  static const Case cases[] = {
    { "Ａ１２３", "A123" },          { "１３９－１２３４－５６７８", "139-1234-5678" },
    { "ａ＠ｂ．ｃｏｍ", "a@b.com" }, { "王女士（ＶＩＰ）", "王女士（VIP）" },
    { "你好，（北京）：！", NULL },  { "ｱｲｳ", NULL },
  };
  ASSERT_ALL ("width", "name", cases);
  g_assert_false (hf_repair_find ("width")->concerns (find_field ("note")));
}

static void
test_glosses (void)
{
  static const Case cases[] = {
    { "汽(qì)车(chē)", "汽车" },
    { "汽（qì）車（chē）行", "汽車行" },
    { "汽(qi)车(che)", "汽车" },
    { "汽(qi4)车(che1)", "汽车" },
    { "绿(lǜ)色", "绿色" },
    { "汽车(qìchē)很好", "汽车很好" },
    { "王女士(wang)", NULL },
    { "王女士(VIP)", NULL },
    { "大众(vw)速腾(ok)", NULL },
    { "张三(北京)", NULL },
    { "(qì)车", NULL },
    { "Lee (lǐ)", NULL },
    { "李(lǐ", NULL },
  };
  ASSERT_ALL ("gloss", "name", cases);
}

static void
test_exponents (void)
{
  static const Case phones[] = {
    { "1.3912345678E10", "13912345678" },
    { "1.3912345678E+10", "13912345678" },
    { "1.39E+10", "LOST" },
    { "1.391234567e+10", "LOST" },
    { "1.39123456789E+10", "LOST" },
    { "4E+10", "LOST" },
    { "13912345678", NULL },
    { "13912345678.0", "13912345678" },
    { "139.1234.5678", NULL },
    { "E10", NULL },
    { "1.39", NULL },
  };
  static const Case codes[] = {
    { "1.2345E+4", "12345" }, { "6.22E+18", "LOST" }, { "1E10", NULL },
    { "12E5", NULL },         { "1001.0", NULL },
  };
  ASSERT_ALL ("exponent", "phone", phones);
  ASSERT_ALL ("exponent", "code", codes);
  g_assert_false (hf_repair_find ("exponent")->concerns (find_field ("name")));
}

static void
test_country_codes (void)
{
  static const Case cases[] = {
    { "+8613912345678", "13912345678" },
    { "+86 139 1234 5678", "139 1234 5678" },
    { "+86-139-1234-5678", "139-1234-5678" },
    { "0086 13912345678", "13912345678" },
    { "(+86)13912345678", "13912345678" },
    { "＋8613912345678", "13912345678" },
    { "8613912345678", "13912345678" },
    { "+86 431 8888 6666", "0431-88886666" },
    { "+86 10 88886666", "010-88886666" },
    { "+86 (010) 88886666", "01088886666" },
    { "+886 912 345 678", NULL },
    { "+1 650 555 0100", NULL },
    { "86668888", NULL },
    { "8643188886666", NULL },
    { "+86 12345", NULL },
    { "13912345678", NULL },
  };
  ASSERT_ALL ("country", "phone", cases);
}

static void
test_phone_signs (void)
{
  static const Case cases[] = { { "139 1234 5678", "13912345678" },
                                { "139-1234-5678", "13912345678" },
                                { "139.1234.5678", "13912345678" },
                                { "0912-345-678", "0912345678" },
                                { "(010) 8888 6666", "010-88886666" },
                                { "（0431）88886666", "0431-88886666" },
                                { "0755 888 6666", "0755-8886666" },
                                { "010-88886666", NULL },
                                { "01088886666", NULL },
                                { "010-88886666-801", NULL },
                                { "010-88886666转801", NULL },
                                { "13912345678/13812345678", NULL },
                                { "13912345678 13812345678", NULL },
                                { "400-810-8888", NULL },
                                { "+1 650 555 0100", NULL },
                                { "110", NULL },
                                { "-", NULL },
                                { "13,912,345,678", "13912345678" },
                                { "13912345678,13812345678", NULL } };
  ASSERT_ALL ("signs", "phone", cases);
}

static void
test_lost_zeros (void)
{
  static const Case cases[] = { { "43188886666", "043188886666" },
                                { "431-88886666", "0431-88886666" },
                                { "1088886666", "01088886666" },
                                { "2188886666", "02188886666" },
                                { "7558886666", "07558886666" },
                                { "912345678", "0912345678" },
                                { "13912345678", NULL },
                                { "2", NULL },
                                { "10", NULL },
                                { "431", NULL },
                                { "4008108888", NULL },
                                { "8008108888", NULL },
                                { "88886666", NULL },
                                { "95588", NULL },
                                { "1098886666", NULL },
                                { "10188886666", NULL },
                                { "4318-8886666", NULL },
                                { "6505550100", NULL },
                                { "+43188886666", NULL } };
  ASSERT_ALL ("zero", "phone", cases);
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "2024年3月5日", "2024-03-05" },
    { "2024年03月05号", "2024-03-05" },
    { "2024.3.5", "2024-03-05" },
    { "2024/3/5", "2024-03-05" },
    { "2024/3/5 14:07", "2024-03-05" },
    { "２０２４／３／５", "2024-03-05" },
    { "20240305", "2024-03-05" },
    { "24-3-5", "2024-03-05" },
    { "98.12.5", "1998-12-05" },
    { "民國113年3月5日", "2024-03-05" },
    { "中華民國99年3月5日", "2010-03-05" },
    { "113/3/5", "2024-03-05" },
    { "2024年3月5日 星期二", "2024-03-05" },
    { "2024/3/5 (週二) 下午2:07", "2024-03-05" },
    { "25/3/2024", "2024-03-25" },
    { "3/25/2024", "2024-03-25" },
    { "5/5/2024", "2024-05-05" },
    { "5 Mar 2024", "2024-03-05" },
    { "5-Mar-24", "2024-03-05" },
    { "March 5th, 2024", "2024-03-05" },
    { "Mar. 5, 2024", "2024-03-05" },
    { "5 September 2024", "2024-09-05" },
    { "Sept 5, 2024", "2024-09-05" },
    { "Tuesday, March 5, 2024", "2024-03-05" },
    { "5-3月-24", "2024-03-05" },
    { "二〇二四年三月五日", "2024-03-05" },
    { "二零二四年十二月二十五日", "2024-12-25" },
    { "二○二四年十月三十一日", "2024-10-31" },
    { "20240305101112", "2024-03-05" },
    { "20241305101112", NULL },
    { "5/3/2024", "LOST" },
    { "05-03-04", "LOST" },
    { "2024-03-05", NULL },
    { "2024-03-05 14:07:30", NULL },
    { "2024-02-30", NULL },
    { "2024/2/30", NULL },
    { "2024年13月1日", NULL },
    { "5 Foo 2024", NULL },
    { "2024/3/5 25:00", NULL },
    { "2024/3/5 or later", NULL },
    { "3/5", NULL },
    { "1.5", NULL },
    { "2024", NULL },
    { "unknown", NULL },
  };
  ASSERT_ALL ("date", "joined_on", cases);
}

static void
test_the_order_of_a_date (void)
{
  HfRepairColumn column = { .field = find_field ("joined_on"), .order = HF_DATE_ORDER_DMY };
  assert_mends_in ("date", column, "5/3/2024", "2024-03-05");
  assert_mends_in ("date", column, "5/3/24", "2024-03-05");
  assert_mends_in ("date", column, "3/25/2024", "3/25/2024");
  assert_mends_in ("date", column, "2024/3/5", "2024-03-05");
  column.order = HF_DATE_ORDER_MDY;
  assert_mends_in ("date", column, "5/3/2024", "2024-05-03");
  assert_mends_in ("date", column, "24-3-5", "24-3-5");
  column.order = HF_DATE_ORDER_YMD;
  assert_mends_in ("date", column, "05-03-04", "2005-03-04");
}

static void
test_hints_at_the_order (void)
{
  g_assert_cmpuint (hf_date_order_hint ("25/3/2024"), ==,
                    HF_DATE_ORDER_BIT (HF_DATE_ORDER_DMY));
  g_assert_cmpuint (hf_date_order_hint ("3/25/2024"), ==,
                    HF_DATE_ORDER_BIT (HF_DATE_ORDER_MDY));
  g_assert_cmpuint (hf_date_order_hint ("98-3-5"), ==, HF_DATE_ORDER_BIT (HF_DATE_ORDER_YMD));
  g_assert_cmpuint (hf_date_order_hint ("5/3/2024"), ==,
                    HF_DATE_ORDER_BIT (HF_DATE_ORDER_DMY)
                        | HF_DATE_ORDER_BIT (HF_DATE_ORDER_MDY));
  g_assert_cmpuint (hf_date_order_hint ("2024/3/5"), ==, 0);
  g_assert_cmpuint (hf_date_order_hint ("5 Mar 2024"), ==, 0);
  g_assert_cmpuint (hf_date_order_hint ("soon"), ==, 0);
  g_assert_cmpint (hf_date_order_decide (HF_DATE_ALL_ORDERS), ==, HF_DATE_ORDER_UNKNOWN);
  g_assert_cmpint (hf_date_order_decide (0), ==, HF_DATE_ORDER_UNKNOWN);
}

static void
test_moments_and_months (void)
{
  static const HfField moment = { .name = "received_at", .kind = HF_FIELD_MOMENT };
  static const HfField month = { .name = "month", .kind = HF_FIELD_MONTH };
  const HfRepairColumn moments = { .field = &moment }, months = { .field = &month };
  assert_mends_in ("date", moments, "2024年3月5日 14时07分", "2024-03-05 14:07:00");
  assert_mends_in ("date", moments, "2024年3月5日14:07:30", "2024-03-05 14:07:30");
  assert_mends_in ("date", moments, "2024/3/5 下午2:07", "2024-03-05 14:07:00");
  assert_mends_in ("date", moments, "2024-03-05 2:07 PM", "2024-03-05 14:07:00");
  assert_mends_in ("date", moments, "2024-03-05 12:07 AM", "2024-03-05 00:07:00");
  assert_mends_in ("date", moments, "2024/3/5", "2024-03-05");
  assert_mends_in ("date", moments, "2024-03-05 14:07", "2024-03-05 14:07");
  assert_mends_in ("date", moments, "2024-03-05T14:07:30Z", "2024-03-05T14:07:30Z");
  assert_mends_in ("date", months, "Mar 2024", "2024-03");
  assert_mends_in ("date", months, "Mar-24", "2024-03");
  assert_mends_in ("date", months, "3/2024", "2024-03");
  assert_mends_in ("date", months, "2024年3月", "2024-03");
  assert_mends_in ("date", months, "202403", "2024-03");
  assert_mends_in ("date", months, "民國113年3月", "2024-03");
  assert_mends_in ("date", months, "2024年3月5日", "2024-03");
  assert_mends_in ("date", months, "2024 年 3 月", "2024-03");
  assert_mends_in ("date", months, "24年3月", "2024-03");
  assert_mends_in ("date", months, "二〇二四年三月", "2024-03");
  assert_mends_in ("date", months, "2024-03", "2024-03");
  assert_mends_in ("date", months, "3月", "3月");
  assert_mends_in ("date", months, "202413", "202413");
}

static void
test_months_of_headings (void)
{
  static const struct
  {
    const char *text;
    guint year;
    const char *month, *rest;
  } cases[] = {
    { "2024-01", 0, "2024-01", "" },
    { "2024年1月", 0, "2024-01", "" },
    { "Jan 2024", 0, "2024-01", "" },
    { "202401", 0, "2024-01", "" },
    { "1月", 2024, "2024-01", "" },
    { "1月", 0, NULL, NULL },
    { "Jan", 2024, "2024-01", "" },
    { "2024年1月需求", 0, "2024-01", "需求" },
    { "2024-01 need", 0, "2024-01", " need" },
    { "1月份", 2024, "2024-01", "" },
    { "十一月", 2024, "2024-11", "" },
    { "2024", 2024, NULL, NULL },
    { "Jane", 2024, NULL, NULL },
    { "12", 2024, NULL, NULL },
    { "2024-13", 0, NULL, NULL },
    { "C202401", 0, NULL, NULL },
    { "20240105", 0, NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rest = NULL;
      g_autofree char *month = hf_month_form_read (cases[i].text, cases[i].year, &rest);
      g_assert_cmpstr (month, ==, cases[i].month);
      if (month != NULL)
        g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_serials (void)
{
  static const Case cases[] = {
    { "45356", "2024-03-05" }, { "45356.5", "2024-03-05" }, { "9999", NULL },
    { "130024", NULL },        { "73051", NULL },           { "45356a", NULL },
  };
  static const HfField moment = { .name = "received_at", .kind = HF_FIELD_MOMENT };
  const HfRepairColumn moments = { .field = &moment };
  const HfRepairColumn old = { .field = find_field ("joined_on"), .is_1904 = TRUE };
  ASSERT_ALL ("serial", "joined_on", cases);
  assert_mends_in ("serial", old, "43894", "2024-03-05");
  assert_mends_in ("serial", moments, "45356.604861", "2024-03-05 14:31:00");
}

static void
test_amounts (void)
{
  static const Case cases[] = {
    { "¥1,234.50", "1234.50" },
    { "￥１，２３４．５０", "1234.50" },
    { "1.2万", "12000" },
    { "1.2万元", "12000" },
    { "3億", "300000000" },
    { "1.23456萬", "12345.6" },
    { "RMB 120", "120" },
    { "NT$1,200", "1200" },
    { "120元", "120" },
    { "(35.00)", "-35.00" },
    { "-¥35", "-35" },
    { "1,234,567", "1234567" },
    { "1,5", "LOST" },
    { "12,50元", "LOST" },
    { "1234.50", NULL },
    { "-35", NULL },
    { "约100", NULL },
    { "100-200", NULL },
    { "万", NULL },
    { "1.2.3万", NULL },
    { "n/a", NULL },
  };
  ASSERT_ALL ("amount", "need", cases);
}

static void
test_garbled_text (void)
{
  static const Case cases[] = { { "鐜嬪コ", "王女" }, /* UTF-8 read as GBK */
                                { "闀挎槬甯傛湇鍔＄珯", "长春市服务站" },
                                { "çŽ‹å¥³å£«", "王女士" }, /* UTF-8 read as Windows-1252 */
                                { "ÍõÅ®Ê¿", "王女士" },    /* GBK read as Latin-1 */
                                { "ÀîÀ×", "李雷" },
                                { "µÔÏ¼",
                                  "翟霞" }, /* no common character in it, and no plain letter */
                                { "Àî†´", "李喆" }, /* GBK read as Windows-1252 */
                                { "ϵͳ", "系统" },   /* GBK that is UTF-8 by chance */
                                { "王女士", NULL },
                                { "José Müller", NULL },
                                { "Ångström", NULL },
                                { "naïve café", NULL },
                                { "Москва", NULL },
                                { "αβγδ", NULL },
                                { "鐜嬪コ澹�", NULL }, /* a byte was lost */
                                { "琪琪", NULL },
                                { "锟斤拷", NULL },
                                { "ï¿½ï¿½", NULL },
                                { "渡辺さん", NULL },
                                { "ÄÖÜ", NULL },
                                { "ÄÖÜß", NULL },
                                { "éé", NULL },
                                { "Größe", NULL },
                                { "À Évora", NULL },
                                { "10 °C", NULL } };
  ASSERT_ALL ("mojibake", "name", cases);
}

static void
test_names_are_stable (void)
{
  static const char *const names[] = { "mojibake", "spaces",   "nothing", "width",
                                       "gloss",    "exponent", "country", "signs",
                                       "zero",     "date",     "serial",  "amount" };
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  g_assert_cmpuint (n_repairs, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < n_repairs; i++)
    {
      g_assert_cmpstr (repairs[i].name, ==, names[i]);
      g_assert_cmpstr (hf_repair_label (&repairs[i]), !=, "");
    }
  g_assert_null (hf_repair_find ("magic"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/blanks", test_blanks);
  g_test_add_func ("/repair/nothing", test_nothing);
  g_test_add_func ("/repair/full-width", test_full_width);
  g_test_add_func ("/repair/glosses", test_glosses);
  g_test_add_func ("/repair/exponents", test_exponents);
  g_test_add_func ("/repair/country-codes", test_country_codes);
  g_test_add_func ("/repair/phone-signs", test_phone_signs);
  g_test_add_func ("/repair/lost-zeros", test_lost_zeros);
  g_test_add_func ("/repair/dates", test_dates);
  g_test_add_func ("/repair/the-order-of-a-date", test_the_order_of_a_date);
  g_test_add_func ("/repair/hints-at-the-order", test_hints_at_the_order);
  g_test_add_func ("/repair/moments-and-months", test_moments_and_months);
  g_test_add_func ("/repair/months-of-headings", test_months_of_headings);
  g_test_add_func ("/repair/serials", test_serials);
  g_test_add_func ("/repair/amounts", test_amounts);
  g_test_add_func ("/repair/garbled-text", test_garbled_text);
  g_test_add_func ("/repair/names-are-stable", test_names_are_stable);
  return g_test_run ();
}
