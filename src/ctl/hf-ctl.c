#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "hf-ctl-command.h"
#include "hf-locale.h"

static const HfCtlCommand *const commands[] = {
  &hf_ctl_init,   &hf_ctl_import,        &hf_ctl_imports,  &hf_ctl_undo,  &hf_ctl_figures,
  &hf_ctl_report, &hf_ctl_calling_rules, &hf_ctl_calendar, &hf_ctl_check,
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s %s\n      %s", commands[i]->name,
                            commands[i]->parameters, _ (commands[i]->summary));
  /* Translators: the help's last lines. */
  g_string_append_printf (
      text, "\n\n%s",
      _ ("Exit status: 0 done, 1 done but rows were rejected or the check "
         "found something, 2 wrong use, 3 could not be done and nothing was "
         "changed."));
  return g_string_free (text, FALSE);
}

static GOptionContext *
make_context (HfCtlCall *call, gboolean *version)
{
  const GOptionEntry entries[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, &call->database,
      N_ ("The database to work on"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Print the version and stop"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_ ("COMMAND"));
  g_autofree char *description = describe_commands ();
  g_option_context_set_summary (
      context, _ ("Reads, counts and reports the customers of Huifang without a window."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* What stands behind the command is the command's own. */
  g_option_context_set_strict_posix (context, TRUE);
  return context;
}

static const HfCtlCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static HfCtlStatus
run_command (HfCtlCall *call)
{
  if (call->argc < 2)
    return hf_ctl_say_wrong_use (_ ("no command was given"));
  const HfCtlCommand *command = find_command (call->argv[1]);
  if (command == NULL)
    {
      /* Translators: a word from the command line. */
      g_autofree char *words = g_strdup_printf (_ ("there is no command “%s”"), call->argv[1]);
      return hf_ctl_say_wrong_use (words);
    }
  call->argc--;
  call->argv++;
  return command->run (call);
}

int
main (int argc, char **argv)
{
  hf_locale_init (NULL);
  /* Numbers are read and written in one way, whatever the language. */
  setlocale (LC_NUMERIC, "C");
  HfCtlCall call = { .argc = argc, .argv = argv };
  gboolean version = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = make_context (&call, &version);
  HfCtlStatus status = HF_CTL_DONE;
  if (!g_option_context_parse (context, &call.argc, &call.argv, &error))
    status = hf_ctl_say_wrong_use (error->message);
  else if (version)
    hf_ctl_print ("huifangctl " PACKAGE_VERSION);
  else
    status = run_command (&call);
  g_free (call.database);
  return status;
}
