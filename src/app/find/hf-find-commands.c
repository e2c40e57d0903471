#include "config.h"

#include "hf-find-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-pinyin.h"
#include "hf-text.h"

static const HfFindCommand commands[] = {
  { "page", NC_ ("page", "Today"), "hf-today-symbolic", "today", NULL, "<Control>1" },
  { "page", NC_ ("page", "Customers"), "hf-customers-symbolic", "customers", NULL,
    "<Control>2" },
  { "page", NC_ ("page", "Call Lists"), "hf-call-symbolic", "calls", NULL,
    "<Control><Shift>l" },
  { "page", NC_ ("page", "Appointments"), "hf-appointment-symbolic", "agenda", NULL,
    "<Control>7" },
  { "page", NC_ ("page", "Complaints"), "hf-complaints-symbolic", "complaints", NULL,
    "<Control>3" },
  { "page", NC_ ("page", "Promises"), "hf-promises-symbolic", NULL, "win.show-promises",
    "<Control>8" },
  { "page", NC_ ("page", "Diagnosis"), "hf-diagnosis-symbolic", "diagnosis", NULL,
    "<Control>4" },
  { "page", NC_ ("page", "Reports"), "hf-reports-symbolic", "reports", NULL, "<Control>5" },
  { "page", NC_ ("page", "Setup"), "hf-setup-symbolic", "setup", NULL, "<Control>6" },
  { NULL, N_ ("Next call"), "hf-call-symbolic", NULL, "win.next-call", "F5" },
  { NULL, N_ ("New complaint"), "hf-complaints-symbolic", NULL, "win.new-complaint",
    "<Control>n" },
  { NULL, N_ ("New promise"), "hf-promises-symbolic", NULL, "win.new-promise",
    "<Control><Alt>p" },
  { NULL, N_ ("Escalated complaints"), "hf-warning-symbolic", NULL, "win.show-escalated",
    NULL },
  { NULL, N_ ("Review interviews"), "hf-interview-symbolic", NULL, "win.review",
    "<Control><Alt>r" },
  { NULL, N_ ("New customer"), "hf-customers-symbolic", "customers", "page.new-customer",
    "<Control><Alt>n" },
  { NULL, N_ ("Import a spreadsheet"), "hf-table-symbolic", "customers", "page.import",
    "<Control><Alt>i" },
  { NULL, N_ ("Open a database"), "document-open-symbolic", NULL, "app.open", "<Control>o" },
  { NULL, N_ ("New database"), "document-new-symbolic", NULL, "app.new", "<Control><Shift>n" },
  { NULL, N_ ("Keyboard shortcuts"), "preferences-desktop-keyboard-symbolic", NULL,
    "win.show-help-overlay", "<Control>question" },
};

/**
 * hf_find_commands:
 * @n_commands: (out): how many there are
 *
 * Gives the pages and what else can be done.
 *
 * Returns: (array length=n_commands): the commands
 */
const HfFindCommand *
hf_find_commands (gsize *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

/**
 * hf_find_command_label:
 * @self: a command
 *
 * Names a command in the language of the program.
 *
 * Returns: its label
 */
const char *
hf_find_command_label (const HfFindCommand *self)
{
  return self->context != NULL ? g_dpgettext2 (NULL, self->context, self->label)
                               : gettext (self->label);
}

/* Whether a word of a label begins so; between Chinese characters any may begin one. */
static gboolean
has_word (const char *label, const char *typed)
{
  g_autofree char *folded = hf_text_bare (label);
  for (const char *at = strstr (folded, typed); at != NULL; at = strstr (at + 1, typed))
    if (at == folded || at[-1] == ' ' || (guchar) *at >= 0x80)
      return TRUE;
  return FALSE;
}

/**
 * hf_find_command_matches:
 * @self: a command
 * @typed: what a person typed
 *
 * Tells whether somebody may mean a command: by a word of its label, in the language of the
 * program or in English, or by how it is read in pinyin.
 *
 * Returns: whether it is found
 */
gboolean
hf_find_command_matches (const HfFindCommand *self, const char *typed)
{
  g_autofree char *wanted = hf_text_bare (typed);
  const char *label = hf_find_command_label (self);
  gboolean begins;
  if (*wanted == '\0')
    return FALSE;
  g_autofree char *reading = hf_pinyin_find (wanted, label, &begins);
  return reading != NULL || has_word (label, wanted) || has_word (self->label, wanted);
}
