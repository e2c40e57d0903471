#include "config.h"

#include "hf-ctl-say.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "hf-store-error.h"

#define PROGRAM "huifangctl"

/* Scripts count on one line, whatever a file's name or a database has to say. */
static void
say_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *line = g_strdelimit (g_steal_pointer (&valid), "\r\n\t", ' ');
  fprintf (stderr, PROGRAM ": %s\n", line);
}

/**
 * hf_ctl_say:
 * @what: (nullable): the file that it is about
 * @words: what happened, a sentence
 * @advice: (nullable): what is safe and what to do, a sentence
 *
 * Says on standard error, in one line, why something could not be done.
 *
 * Returns: %HF_CTL_FAILED
 */
HfCtlStatus
hf_ctl_say (const char *what, const char *words, const char *advice)
{
  g_autofree char *shown = what != NULL ? g_filename_display_name (what) : NULL;
  g_autofree char *line = g_strconcat (shown != NULL ? shown : "", shown != NULL ? ": " : "",
                                       words, advice != NULL ? " " : "", advice, NULL);
  say_line (line);
  return HF_CTL_FAILED;
}

/**
 * hf_ctl_say_failure:
 * @what: (nullable): the file that it is about
 * @error: what happened
 *
 * Says on standard error, in one line, what happened and what is safe; the technical words go
 * to the log.
 *
 * Returns: %HF_CTL_FAILED
 */
HfCtlStatus
hf_ctl_say_failure (const char *what, const GError *error)
{
  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);
  return hf_ctl_say (what, hf_store_error_words (error), hf_store_error_advice (error));
}

/**
 * hf_ctl_say_wrong_use:
 * @words: what is wrong with the command line
 *
 * Says on standard error, in one line, what is wrong and where to read more.
 *
 * Returns: %HF_CTL_WRONG_USE
 */
HfCtlStatus
hf_ctl_say_wrong_use (const char *words)
{
  /* Translators: what is wrong with a command line, and what helps. */
  g_autofree char *line = g_strdup_printf (_ ("%s; “%s” tells more"), words, PROGRAM " --help");
  say_line (line);
  return HF_CTL_WRONG_USE;
}

/**
 * hf_ctl_print:
 * @text: what the command is asked for
 *
 * Writes a line to standard output, in UTF-8 whatever the locale is.
 */
void
hf_ctl_print (const char *text)
{
  fputs (text, stdout);
  fputc ('\n', stdout);
}
