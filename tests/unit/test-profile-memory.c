#include "config.h"

#include <glib/gstdio.h>

#include "hf-profile-memory.h"

typedef struct
{
  char *folder;
  HfProfileMemory *memory;
} Fixture;

static const char *const headings[] = { "Kunde", " Wer ", "", NULL };
static const char *const turned[] = { "Huifang: row", "WER", "kunde", NULL };
static const char *const others[] = { "Kunde", "Wer", "Wo", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *root = g_dir_make_tmp ("memory-XXXXXX", NULL);
  fixture->folder = g_build_filename (root, "made", "when", "needed", NULL);
  fixture->memory = hf_profile_memory_new (fixture->folder);
}

static void
remove_up (char *path, guint levels)
{
  for (guint i = 0; i < levels; i++)
    {
      g_rmdir (path);
      char *up = g_path_get_dirname (path);
      g_free (path);
      path = up;
    }
  g_free (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  remove_up (fixture->folder, 4);
  hf_profile_memory_free (fixture->memory);
}

static void
keep (Fixture *fixture, const HfImportEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportProfile) profile = hf_import_profile_new ();
  const HfReadOptions options = { .encoding = "GB18030", .header_row = 3 };
  hf_import_profile_set_options (profile, &options);
  hf_import_profile_set_heading (profile, entity->list_fields (&(gsize){ 0 })->name, "Kunde");
  hf_import_profile_set_repair (profile, "zero", FALSE);
  g_assert_true (hf_profile_memory_keep (fixture->memory, entity, headings, profile, &error));
  g_assert_no_error (error);
}

static void
test_headings_find_it (Fixture *fixture, gconstpointer data)
{
  gint64 before = g_get_real_time () - 2 * G_USEC_PER_SEC, at = 0;
  g_assert_true (hf_profile_memory_is_empty (fixture->memory));
  keep (fixture, &hf_import_customers);
  g_assert_false (hf_profile_memory_is_empty (fixture->memory));
  g_autoptr (HfImportProfile) profile = hf_profile_memory_recall (
      fixture->memory, &hf_import_customers, turned, &at);
  g_assert_nonnull (profile);
  g_assert_cmpint (at, >=, before);
  g_assert_cmpstr (hf_import_profile_get_heading (profile, "code"), ==, "Kunde");
  g_assert_false (hf_import_profile_get_repair (profile, "zero"));
  g_assert_null (hf_import_profile_get_options (profile)->encoding);
  g_assert_cmpuint (hf_import_profile_get_options (profile)->header_row, ==, 0);
}

static void
test_other_headings_do_not (Fixture *fixture, gconstpointer data)
{
  gint64 at;
  keep (fixture, &hf_import_customers);
  g_assert_null (hf_profile_memory_recall (fixture->memory, &hf_import_customers, others, &at));
  g_assert_null (hf_profile_memory_recall (fixture->memory, &hf_import_scores, headings, &at));
}

static void
test_the_kind_is_found_too (Fixture *fixture, gconstpointer data)
{
  const HfImportEntity *entity = NULL;
  gint64 at = 0;
  g_assert_null (hf_profile_memory_recall_any (fixture->memory, &entity, headings, &at));
  keep (fixture, &hf_import_scores);
  g_autoptr (HfImportProfile) profile = hf_profile_memory_recall_any (fixture->memory, &entity,
                                                                      headings, &at);
  g_assert_nonnull (profile);
  g_assert_true (entity == &hf_import_scores);
}

static void
test_it_is_forgotten (Fixture *fixture, gconstpointer data)
{
  gint64 at;
  keep (fixture, &hf_import_customers);
  g_assert_true (
      hf_profile_memory_forget (fixture->memory, &hf_import_customers, turned, NULL));
  g_assert_null (
      hf_profile_memory_recall (fixture->memory, &hf_import_customers, headings, &at));
  g_assert_true (
      hf_profile_memory_forget (fixture->memory, &hf_import_customers, turned, NULL));
}

static void
test_a_spoilt_one_is_none (Fixture *fixture, gconstpointer data)
{
  gint64 at;
  keep (fixture, &hf_import_customers);
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, g_dir_read_name (folder), NULL);
  g_assert_true (g_file_set_contents (path, "[fish]\n", -1, NULL));
  g_assert_null (
      hf_profile_memory_recall (fixture->memory, &hf_import_customers, headings, &at));
}

#define ADD(path, test)                                                                        \
  g_test_add ("/profile-memory/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("by-headings", test_headings_find_it);
  ADD ("other-headings", test_other_headings_do_not);
  ADD ("kind", test_the_kind_is_found_too);
  ADD ("forgotten", test_it_is_forgotten);
  ADD ("spoilt", test_a_spoilt_one_is_none);
  return g_test_run ();
}
