#include "config.h"

#include "hf-import-result-json.h"

static void
test_rejections_are_counted_beyond_what_is_kept (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  for (guint i = 0; i < HF_IMPORT_MAX_REJECTIONS + 5; i++)
    hf_import_result_reject (result, i, NULL, "bad");
  g_assert_cmpint (result->count.rejected, ==, HF_IMPORT_MAX_REJECTIONS + 5);
  g_assert_cmpuint (result->rejections->len, ==, HF_IMPORT_MAX_REJECTIONS);
}

static void
add_duplicate (HfImportResult *result, guint row, HfImportLikeness likeness, gboolean in_file)
{
  HfImportDuplicate *duplicate = g_new0 (HfImportDuplicate, 1);
  duplicate->row = row;
  duplicate->likeness = likeness;
  duplicate->in_file = in_file;
  hf_import_result_add_duplicate (result, duplicate);
}

static void
test_first_repeated_rows_are_kept (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  add_duplicate (result, 2, HF_IMPORT_SAME_CODE, FALSE);
  add_duplicate (result, 3, HF_IMPORT_SAME_PHONE, TRUE);
  for (guint i = 0; i < HF_IMPORT_MAX_DUPLICATES + HF_IMPORT_MAX_REPEATED; i++)
    add_duplicate (result, 4 + i, HF_IMPORT_SAME_CODE, TRUE);
  g_assert_cmpint (result->n_repeated, ==, HF_IMPORT_MAX_DUPLICATES + HF_IMPORT_MAX_REPEATED);
  g_assert_cmpuint (result->repeated[0], ==, 4);
  g_assert_cmpuint (result->repeated[HF_IMPORT_MAX_REPEATED - 1], ==,
                    3 + HF_IMPORT_MAX_REPEATED);
}

static void
test_result_as_json (void)
{
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  result->count.read = 3;
  result->count.created = 2;
  hf_import_result_reject (result, 4, NULL, "too “long”");
  hf_import_result_keep (result, 3, "status", "further");
  g_autofree char *json = hf_import_result_to_json (result);
  g_auto (GStrv) parts = g_strsplit_set (json, " \n", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_assert_cmpstr (plain, ==,
                   "{\"read\":3,\"created\":2,\"updated\":0,\"skipped\":0,"
                   "\"repaired\":{},\"taken\":[],\"alike\":{\"code\":0,\"phone\":0,\"name\":0,"
                   "\"complaint\":0},\"repeated\":0,\"duplicates\":[],\"kept\":"
                   "[{\"row\":3,\"field\":\"status\",\"why\":\"further\"}],\"rejected\":"
                   "[{\"row\":4,\"field\":null,\"why\":\"too“long”\"}]}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-result/many-rejections",
                   test_rejections_are_counted_beyond_what_is_kept);
  g_test_add_func ("/import-result/repeated", test_first_repeated_rows_are_kept);
  g_test_add_func ("/import-result/as-json", test_result_as_json);
  return g_test_run ();
}
