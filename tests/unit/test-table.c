#include "config.h"

#include "hf-amount.h"
#include "hf-measure.h"
#include "hf-table.h"

static void
test_a_han_character_is_two_wide (void)
{
  g_assert_cmpuint (hf_measure_width (""), ==, 0);
  g_assert_cmpuint (hf_measure_width ("Churn"), ==, 5);
  g_assert_cmpuint (hf_measure_width ("流失率"), ==, 6);
  g_assert_cmpuint (hf_measure_width ("A 类"), ==, 4);
  g_assert_cmpuint (hf_measure_width ("流失率\nChurn rate"), ==, 10);
  g_assert_cmpuint (hf_measure_width ("e\xCC\x81"), ==, 1);
}

static void
test_lines_are_counted_as_they_break (void)
{
  g_assert_cmpuint (hf_measure_lines ("", 10), ==, 1);
  g_assert_cmpuint (hf_measure_lines ("流失率流失率", 6), ==, 2);
  g_assert_cmpuint (hf_measure_lines ("a\nb\n", 10), ==, 3);
}

static void
test_text_breaks_between_words (void)
{
  g_auto (GStrv) english = hf_measure_wrap ("those who left were called", 11);
  g_assert_cmpstr (english[0], ==, "those who");
  g_assert_cmpstr (english[1], ==, "left were");
  g_assert_cmpstr (english[2], ==, "called");
  g_assert_null (english[3]);
}

static void
test_chinese_breaks_anywhere_but_before_a_full_stop (void)
{
  g_auto (GStrv) chinese = hf_measure_wrap ("客户离开了。我们不知道", 10);
  g_assert_cmpstr (chinese[0], ==, "客户离开");
  g_assert_cmpstr (chinese[1], ==, "了。我们不");
  g_assert_cmpstr (chinese[2], ==, "知道");
  g_auto (GStrv) narrow = hf_measure_wrap ("客户", 1);
  g_assert_cmpuint (g_strv_length (narrow), ==, 2);
}

static void
test_a_column_has_room_for_heading_and_arrow (void)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_table_add_column (table, "流失日期\nLost on", HF_CELL_DATE);
  guint before = hf_table_get_width (table, 0);
  g_assert_cmpuint (before, >, 8);
  g_assert_cmpuint (hf_table_heading_lines (table), ==, 2);

  g_autoptr (HfRow) row = hf_row_new ();
  hf_row_add_text (row, "a text that is a good deal wider than this");
  hf_table_measure (table, row);
  g_assert_cmpuint (hf_table_get_width (table, 0), >, before);
}

static void
test_a_column_does_not_grow_for_ever (void)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_table_add_column (table, "Words", HF_CELL_TEXT);
  g_autofree char *words = g_strnfill (4000, 'x');
  g_autoptr (HfRow) row = hf_row_new ();
  hf_row_add_text (row, words);
  hf_table_measure (table, row);
  g_assert_cmpuint (hf_table_get_width (table, 0), ==, HF_TABLE_MAX_WIDTH);
}

static void
test_what_is_not_known_is_empty_and_not_zero (void)
{
  g_autoptr (HfRow) row = hf_row_new ();
  hf_row_add_text (row, NULL);
  hf_row_add_text (row, "");
  hf_row_add_code (row, NULL);
  hf_row_add_amount (row, HF_AMOUNT_UNKNOWN);
  hf_row_add_money (row, HF_AMOUNT_UNKNOWN);
  hf_row_add_date (row, NULL);
  hf_row_add_moment (row, 0);
  for (guint i = 0; i < hf_row_count (row); i++)
    g_assert_cmpint (hf_row_get (row, i)->kind, ==, HF_CELL_EMPTY);
  hf_row_add_integer (row, 0);
  g_assert_cmpint (hf_row_get (row, 7)->kind, ==, HF_CELL_INTEGER);
}

static void
test_a_row_keeps_what_it_is_given (void)
{
  g_autoptr (HfTable) table = hf_table_new ();
  hf_table_add_column (table, "Value", HF_CELL_NUMBER);
  HfRow *row = hf_table_add_row (table);
  hf_row_add_code (row, "0431");
  hf_row_add_money (row, 1200500);
  hf_row_set_formula (row, "=A1*2");
  hf_row_set_target (row, "'Customers'!A1");
  g_assert_cmpuint (hf_table_n_rows (table), ==, 1);
  const HfRow *same = hf_table_get_row (table, 0);
  g_assert_cmpint (hf_row_get (same, 0)->kind, ==, HF_CELL_CODE);
  g_assert_cmpstr (hf_row_get (same, 0)->text, ==, "0431");
  g_assert_cmpfloat (hf_row_get (same, 1)->real, ==, 1200.5);
  g_assert_cmpstr (hf_row_get (same, 1)->formula, ==, "=A1*2");
  g_assert_cmpstr (hf_row_get (same, 1)->target, ==, "'Customers'!A1");
  hf_row_clear (row);
  g_assert_cmpuint (hf_row_count (row), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/width", test_a_han_character_is_two_wide);
  g_test_add_func ("/measure/lines", test_lines_are_counted_as_they_break);
  g_test_add_func ("/measure/wrap", test_text_breaks_between_words);
  g_test_add_func ("/measure/wrap-chinese",
                   test_chinese_breaks_anywhere_but_before_a_full_stop);
  g_test_add_func ("/table/heading", test_a_column_has_room_for_heading_and_arrow);
  g_test_add_func ("/table/widest", test_a_column_does_not_grow_for_ever);
  g_test_add_func ("/row/unknown", test_what_is_not_known_is_empty_and_not_zero);
  g_test_add_func ("/row/cells", test_a_row_keeps_what_it_is_given);
  return g_test_run ();
}
