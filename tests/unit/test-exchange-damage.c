#include "config.h"

#include <minizip/zip.h>
#include <string.h>

#include "hf-customer.h"
#include "hf-import.h"
#include "test-file.h"

/* Files damaged at random, the same way each time: whatever comes, it is read or refused with
 * words, and never crashes. The sanitizers see the rest. */
#define ROUNDS 300
#define SEED 20240305

static GString *
damage (const char *bytes, gsize length, GRand *rand)
{
  static const char interesting[] = "\0\"\n\r,;\t=[]<>&/%\\'\x80\xFF\xEF 0";
  GString *damaged = g_string_new_len (bytes, length);
  int times = g_rand_int_range (rand, 1, 6);
  for (int i = 0; i < times && damaged->len > 0; i++)
    {
      gsize at = g_rand_int_range (rand, 0, damaged->len);
      char letter = interesting[g_rand_int_range (rand, 0, sizeof interesting - 1)];
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          damaged->str[at] = letter;
          break;
        case 1:
          g_string_insert_c (damaged, at, letter);
          break;
        case 2:
          g_string_erase (damaged, at, MIN (damaged->len - at, 7));
          break;
        default:
          damaged->str[at] ^= 1 << g_rand_int_range (rand, 0, 8);
          break;
        }
    }
  if (g_rand_int_range (rand, 0, 5) == 0)
    g_string_truncate (damaged, g_rand_int_range (rand, 0, damaged->len + 1));
  return damaged;
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == HF_READ_ERROR || error->domain == HF_IMPORT_ERROR
                 || error->domain == HF_IMPORT_PROFILE_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check_row (const HfImportRow *row)
{
  g_assert_cmpuint (row->number, >, 1);
  g_assert_true ((row->record == NULL) == (row->why != NULL));
  if (row->record == NULL)
    return;
  const HfCustomer *customer = row->record;
  g_assert_true (g_utf8_validate (customer->code, -1, NULL));
  g_assert_true (customer->name == NULL || g_utf8_validate (customer->name, -1, NULL));
}

static void
read_customers (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, &error);
  g_autoptr (HfImport) import = NULL;
  if (reader != NULL)
    import = hf_import_new (reader, NULL, &hf_import_customers, NULL, &error);
  if (import == NULL)
    {
      check_error (error);
      return;
    }
  HfImportRow row;
  guint before = 0;
  while (hf_import_next (import, &row, &error))
    {
      check_row (&row);
      g_assert_cmpuint (row.number, >, before);
      before = row.number;
      hf_import_row_clear (&row);
    }
  if (error != NULL)
    check_error (error);
}

static void
test_damaged_text (void)
{
  static const char text[] = "编号,姓名,手机,状态\n"
                             "C1,\"王\"\"女士\"\"\",13812345678,lost\r\n"
                             "C2,\"李\n先生\",+86 139 1234 5678,active\n"
                             "C3,é,,\n";
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  for (int i = 0; i < ROUNDS * 2; i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, encodings[i % G_N_ELEMENTS (encodings)],
                                          "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) damaged = damage (bytes, length, rand);
      g_autoptr (TestFile) path = test_file_write (damaged->str, damaged->len);
      read_customers (path);
    }
}

static void
test_damaged_archive (void)
{
  g_autofree char *source = test_file_fixture ("xlsx/kinds.xlsx");
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) damaged = damage (bytes, length, rand);
      g_autoptr (TestFile) path = test_file_write (damaged->str, damaged->len);
      read_customers (path);
    }
}

static const char *const parts[][2] = {
  { "xl/workbook.xml",
    "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='客户' r:id='r1'/>"
    "<sheet name='B' state='hidden' r:id='r2'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='x/worksheet' Target='/xl/worksheets/sheet1.xml'/>"
    "</Relationships>" },
  { "xl/styles.xml",
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-804]yyyy\"年\"m\\-d;@'/>"
    "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>" },
  { "xl/sharedStrings.xml",
    "<sst><si><t>code</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si>"
    "<si><t>王_x000D_&#10;&amp;</t></si></sst>" },
  { "xl/worksheets/sheet1.xml",
    "<?xml version='1.0' encoding='UTF-8'?><worksheet><sheetData>"
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
    "<c r='C1' t='str'><v>joined_on</v></c></row>"
    "<row r='2'><c r='A2'><v>1.3E+10</v></c><c r='B2' t='s'><v>2</v></c>"
    "<c r='C2' s='1'><v>43894.5</v></c></row>"
    "<row r='4'><c r='A4' t='inlineStr'><is><t>C4</t></is></c><c r='D4' t='b'><v>1</v></c>"
    "<c r='E4' t='e'><v>#N/A</v></c><c r='F4' t='d'><v>2024-03-05T01:02:03Z</v></c></row>"
    "</sheetData><!-- end --></worksheet>" },
};

/* A zip archive that is whole, in which one part is not. */
static void
write_workbook (const char *path, gsize victim, GRand *rand)
{
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  g_assert_nonnull (zip);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      zip_fileinfo info = { 0 };
      gsize length = strlen (parts[i][1]);
      g_autoptr (GString) text = i == victim ? damage (parts[i][1], length, rand)
                                             : g_string_new (parts[i][1]);
      zipOpenNewFileInZip (zip, parts[i][0], &info, NULL, 0, NULL, 0, NULL, 0, 0);
      zipWriteInFileInZip (zip, text->str, text->len);
    }
  zipClose (zip, NULL);
}

static void
test_damaged_parts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  for (int i = 0; i < ROUNDS * 2; i++)
    {
      g_autoptr (TestFile) path = test_file_write ("", 0);
      write_workbook (path, i % G_N_ELEMENTS (parts), rand);
      read_customers (path);
    }
}

static void
test_damaged_profile (void)
{
  static const char text[] = "# shop\n[file]\nencoding=GBK\nheader-row=2\ndelimiter=;\n"
                             "[columns]\ncode=编号\nstatus=a\\sb\n[values:status]\nYes=lost\n"
                             "[reasons]\n价格%3D贵 %5B1%5D=price\n";
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  for (int i = 0; i < ROUNDS * 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) damaged = damage (text, sizeof text - 1, rand);
      g_autoptr (TestFile) path = test_file_write (damaged->str, damaged->len);
      g_autoptr (HfImportProfile) profile = hf_import_profile_load (path, fields, n_fields,
                                                                    &error);
      if (profile == NULL)
        check_error (error);
      else
        g_assert_true (hf_import_profile_save (profile, path, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/text", test_damaged_text);
  g_test_add_func ("/damage/archive", test_damaged_archive);
  g_test_add_func ("/damage/parts", test_damaged_parts);
  g_test_add_func ("/damage/profile", test_damaged_profile);
  return g_test_run ();
}
