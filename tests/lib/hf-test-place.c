#include "config.h"

#include "hf-test-place.h"

#include "hf-store.h"
#include "hf-test-server.h"
#include "test-folder.h"

static gboolean
is_on (const char *engine)
{
  return g_strcmp0 (g_getenv ("HUIFANG_TEST_ENGINE"), engine) == 0;
}

/**
 * hf_test_place_check:
 *
 * Ends the program, with all its tests skipped, where its engine is not there.
 */
void
hf_test_place_check (void)
{
  if (is_on ("pgsql"))
    hf_test_server_need ();
}

static char *
new_file (void)
{
  g_autofree char *folder = test_folder_new ("hf-place-XXXXXX");
  return g_build_filename (folder, "长春.huifang", NULL);
}

/* Copying a database with its tables and what it starts with is sooner done than making it. */
static char *
new_on_server (void)
{
  static char *template = NULL;
  if (template == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *location = hf_test_server_new_database (NULL, &template);
      g_autoptr (HfStore) store = hf_store_open (location, HF_STORE_OPEN_OR_CREATE, &error);
      g_assert_no_error (error);
      hf_store_close (store);
    }
  return hf_test_server_new_database (template, NULL);
}

/**
 * hf_test_place_new:
 *
 * Makes a place for a new database: in memory unless another engine is named.
 *
 * Returns: (transfer full): a location; hf_test_place_free() frees it
 */
char *
hf_test_place_new (void)
{
  if (is_on ("pgsql"))
    return new_on_server ();
  return is_on ("file") ? new_file () : g_strdup (":memory:");
}

/**
 * hf_test_place_free:
 * @place: (transfer full): a location, no longer used
 *
 * Removes the database, as far as it would stay behind.
 */
void
hf_test_place_free (char *place)
{
  if (is_on ("file"))
    test_folder_remove (g_path_get_dirname (place));
  g_free (place);
}
