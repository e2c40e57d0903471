#include "config.h"

#include "hf-ctl-command.h"

#include <glib/gi18n.h>

static GOptionContext *
make_context (const HfCtlCommand *self, HfCtlCall *call, const GOptionEntry *entries)
{
  const GOptionEntry database[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, &call->database,
      N_ ("The database to work on"), N_ ("FILE") },
    { NULL },
  };
  g_autofree char *parameters = g_strdup_printf ("%s %s", self->name, self->parameters);
  GOptionContext *context = g_option_context_new (parameters);
  g_option_context_set_summary (context, _ (self->summary));
  g_option_context_add_main_entries (context, database, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/**
 * hf_ctl_command_parse:
 * @self: a command
 * @call: what was typed; options are taken out of it
 * @entries: (nullable): the command's options
 * @status: (out): set where something is wrong
 *
 * Reads the options of a command; --help prints and ends the program.
 *
 * Returns: whether they were good, a database was named, and the number of arguments is right
 */
gboolean
hf_ctl_command_parse (const HfCtlCommand *self, HfCtlCall *call, const GOptionEntry *entries,
                      HfCtlStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = make_context (self, call, entries);
  const char *wrong = NULL;
  if (!g_option_context_parse (context, &call->argc, &call->argv, &error))
    wrong = error->message;
  else if (call->database == NULL)
    wrong = _ ("name the database with --database FILE");
  else if (call->argc - 1 < self->n_arguments - self->n_optional)
    wrong = _ ("something is missing behind the command");
  else if (call->argc - 1 > self->n_arguments)
    wrong = _ ("there is too much behind the command");
  if (wrong != NULL)
    *status = hf_ctl_say_wrong_use (wrong);
  return wrong == NULL;
}

/**
 * hf_ctl_command_open:
 * @call: what was typed
 * @mode: whether it is read alone
 * @status: (out): set where the database cannot be opened
 *
 * Opens a database that is there already, and says so where it cannot.
 *
 * Returns: (transfer full) (nullable): the store
 */
HfStore *
hf_ctl_command_open (const HfCtlCall *call, HfStoreOpenMode mode, HfCtlStatus *status)
{
  g_autoptr (GError) error = NULL;
  HfStore *store = hf_store_open (call->database, mode, &error);
  if (store == NULL)
    *status = hf_ctl_say_failure (call->database, error);
  return store;
}
