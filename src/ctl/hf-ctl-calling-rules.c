#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hf-ctl-command.h"
#include "hf-store-next-call.h"

static gpointer
get_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_calling_rules_get (session, rules, error) ? HF_STORE_DONE : NULL;
}

static gpointer
save_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_calling_rules_save (session, rules, error) ? HF_STORE_DONE : NULL;
}

static char *
read_input (GError **error)
{
  char buffer[4096];
  gsize length;
  g_autoptr (GString) text = g_string_new (NULL);
  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, length);
  if (!ferror (stdin))
    return g_strdup (text->str);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                       g_strerror (errno));
  return NULL;
}

static char *
read_text (const char *file, GError **error)
{
  char *text = NULL;
  if (strcmp (file, "-") == 0)
    return read_input (error);
  return g_file_get_contents (file, &text, NULL, error) ? text : NULL;
}

static HfCtlStatus
set_rules (const HfCtlCall *call, const char *file)
{
  HfCallingRules rules;
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (file, &error);
  if (text == NULL || !hf_calling_rules_parse (&rules, text, &error))
    return hf_ctl_say_failure (strcmp (file, "-") == 0 ? NULL : file, error);
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_EXISTING, &status);
  if (store == NULL)
    return status;
  if (!hf_store_run (store, HF_STORE_WRITE, save_rules, &rules, NULL, &error))
    return hf_ctl_say_failure (call->database, error);
  return HF_CTL_DONE;
}

static HfCtlStatus
print_rules (const HfCtlCall *call)
{
  HfCallingRules rules;
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  if (!hf_store_run (store, HF_STORE_READ, get_rules, &rules, NULL, &error))
    return hf_ctl_say_failure (call->database, error);
  g_autofree char *text = g_strchomp (hf_calling_rules_format (&rules));
  hf_ctl_print (text);
  return HF_CTL_DONE;
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("Take the rules from a file, or from standard input where it is “-”"), N_ ("FILE") },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_calling_rules, call, entries, &status))
    return status;
  return file != NULL ? set_rules (call, file) : print_rules (call);
}

const HfCtlCommand hf_ctl_calling_rules = {
  .name = "calling-rules",
  .parameters = "[--set FILE]",
  .summary = N_ ("Prints or sets at which hours and how often customers may be called."),
  .run = run,
};
