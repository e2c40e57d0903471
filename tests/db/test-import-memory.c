#include "config.h"

#include "hf-profile-memory.h"
#include "hf-test-import.h"
#include "hf-test-place.h"
#include "test-folder.h"

static const char *const headings[] = { "Kunde", "Wer", NULL };

static HfImportProfile *
recall (void)
{
  gint64 at = 0;
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  return hf_profile_memory_recall (memory, &hf_import_customers, headings, &at);
}

static HfImportRequest *
ask (HfTestImport *fixture)
{
  HfImportRequest *request = hf_test_import_request (fixture, &hf_import_customers,
                                                     "Kunde,Wer\nC1,Ann\n");
  request->profile = hf_import_profile_new ();
  hf_import_profile_set_heading (request->profile, "code", "Kunde");
  request->remembers = TRUE;
  return request;
}

/* Nobody has to wait for it: the next file may be opened as soon as this one is in. */
static void
test_an_import_is_remembered_when_it_is_done (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportRequest) request = ask (fixture);
  request->dry_run = TRUE;
  hf_import_result_free (hf_test_import_run (fixture, request));
  g_assert_null (recall ());

  request->dry_run = FALSE;
  hf_import_result_free (hf_test_import_run (fixture, request));
  g_autoptr (HfImportProfile) profile = recall ();
  g_assert_nonnull (profile);
  g_assert_cmpstr (hf_import_profile_get_heading (profile, "code"), ==, "Kunde");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("import-memory-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  g_test_add ("/import-memory/remembered", HfTestImport, NULL, hf_test_import_set_up,
              test_an_import_is_remembered_when_it_is_done, hf_test_import_tear_down);
  return g_test_run ();
}
