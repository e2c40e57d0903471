#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "hf-ctl-command.h"
#include "hf-demo.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-location.h"
#include "hf-store-staff.h"

/* Files that SQLite may leave beside a database that could not be made. */
static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

static void
remove_unfinished (const char *database)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (database, suffixes[i], NULL);
      g_unlink (file);
    }
}

static gboolean
is_empty (HfStoreSession *session, gboolean *empty, GError **error)
{
  gint64 n_customers = 0, n_complaints = 0;
  g_autoptr (GPtrArray) branches = hf_store_branches_list (session, error);
  g_autoptr (GPtrArray) staff = branches != NULL ? hf_store_staff_list (session, error) : NULL;
  if (staff == NULL || !hf_store_customers_count (session, NULL, &n_customers, error)
      || !hf_store_complaints_count (session, NULL, &n_complaints, error))
    return FALSE;
  *empty = branches->len == 0 && staff->len == 0 && n_customers == 0 && n_complaints == 0;
  return TRUE;
}

static gpointer
fill (HfStoreSession *session, gpointer demo, GError **error)
{
  gboolean empty = FALSE;
  if (!is_empty (session, &empty, error))
    return NULL;
  if (!empty)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                           _ ("This database has data already."));
      return NULL;
    }
  return !demo || hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

static gboolean
check_folder (const char *database, GError **error)
{
  if (hf_store_location_is_server (database))
    return TRUE;
  g_autofree char *folder = g_path_get_dirname (database);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                       _ ("There is no folder for this file."));
  return FALSE;
}

static gboolean
make (const char *database, gboolean demo, GError **error)
{
  if (!check_folder (database, error))
    return FALSE;
  g_autoptr (HfStore) store = hf_store_open (database, HF_STORE_OPEN_OR_CREATE, error);
  return store != NULL
         && hf_store_run (store, HF_STORE_WRITE, fill, GINT_TO_POINTER (demo), NULL, error)
                != NULL;
}

static HfCtlStatus
run (HfCtlCall *call)
{
  gboolean demo = FALSE;
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, N_ ("Fill it with the demo company"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_init, call, entries, &status))
    return status;
  gboolean existed = hf_store_location_is_server (call->database)
                     || g_file_test (call->database, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  if (make (call->database, demo, &error))
    return HF_CTL_DONE;
  if (!existed)
    remove_unfinished (call->database);
  return hf_ctl_say_failure (call->database, error);
}

const HfCtlCommand hf_ctl_init = {
  .name = "init",
  .parameters = "[--demo]",
  .summary = N_ ("Makes a new database; one that has data already is left as it is."),
  .run = run,
};
