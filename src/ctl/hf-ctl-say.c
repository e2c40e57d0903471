#include "config.h"

#include "hf-ctl-say.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hf-report.h"
#include "hf-store-error.h"
#include "hf-store-location.h"

#define PROGRAM "huifangctl"

/* Scripts count on one line, whatever a file's name or a database has to say. */
static void
say_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *line = g_strdelimit (g_steal_pointer (&valid), "\r\n\t", ' ');
  fprintf (stderr, PROGRAM ": %s\n", line);
}

/* Some messages stand alone, such as those of a row in a table, and have no full stop. */
static gboolean
is_sentence (const char *words)
{
  return g_str_has_suffix (words, ".") || g_str_has_suffix (words, "。");
}

static char *
join_sentences (const char *words, const char *advice)
{
  if (advice == NULL)
    return g_strdup (words);
  if (is_sentence (words))
    /* Translators: two sentences, one after the other. */
    return g_strdup_printf (C_ ("sentences", "%s %s"), words, advice);
  /* Translators: two sentences; the first comes without its full stop. */
  return g_strdup_printf (C_ ("sentences", "%s. %s"), words, advice);
}

/**
 * hf_ctl_say:
 * @what: (nullable): the file or the database that it is about, named unless @words do
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
  g_autofree char *sentences = join_sentences (words, advice);
  /* Not the connection string itself: a password may stand in it. */
  g_autofree char *shown = what != NULL ? hf_store_location_describe (what) : NULL;
  g_autofree char *base = shown != NULL ? g_path_get_basename (shown) : NULL;
  g_autofree char *line = g_strconcat (shown, ": ", sentences, NULL);
  say_line (base == NULL || strstr (words, base) != NULL ? sentences : line);
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
  /* A report's messages say what became of the file. */
  return hf_ctl_say (what, hf_store_error_words (error),
                     error->domain == HF_REPORT_ERROR ? NULL : hf_store_error_advice (error));
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
