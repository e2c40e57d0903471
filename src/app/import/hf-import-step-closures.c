#include "config.h"

#include "hf-import-step-closures.h"

#include <glib/gi18n.h>

/**
 * hf_import_words_step:
 * @step: a step of an import
 *
 * Names it.
 *
 * Returns: the word
 */
const char *
hf_import_words_step (HfImportStep step)
{
  switch (step)
    {
    case HF_IMPORT_STEP_FILE:
      return C_ ("import step", "File");
    case HF_IMPORT_STEP_ENCODING:
      return C_ ("import step", "Encoding");
    case HF_IMPORT_STEP_HEADINGS:
      return C_ ("import step", "Headings");
    case HF_IMPORT_STEP_COLUMNS:
      return C_ ("import step", "Columns");
    case HF_IMPORT_STEP_REPAIRS:
      return C_ ("import step", "Repairs");
    case HF_IMPORT_STEP_DUPLICATES:
      return C_ ("import step", "Duplicates");
    case HF_IMPORT_STEP_CHECK:
      return C_ ("import step", "Check");
    case HF_IMPORT_STEP_RESULT:
    default:
      return C_ ("import step", "Result");
    }
}

/**
 * hf_import_words_step_place:
 * @step: a step of an import
 * @is_present: whether one is there
 *
 * Says to who cannot see it where a step stands.
 *
 * Returns: (transfer full): such as "Columns, step 4 of 8, you are here"
 */
char *
hf_import_words_step_place (HfImportStep step, gboolean is_present)
{
  if (is_present)
    /* Translators: the name of a step, which one it is, and how many there are. */
    return g_strdup_printf (_ ("%s, step %u of %u, you are here"), hf_import_words_step (step),
                            step + 1, (guint) HF_IMPORT_N_STEPS);
  /* Translators: the name of a step, which one it is, and how many there are. */
  return g_strdup_printf (_ ("%s, step %u of %u"), hf_import_words_step (step), step + 1,
                          (guint) HF_IMPORT_N_STEPS);
}

/**
 * hf_import_words_next:
 * @step: a step of an import
 *
 * Labels the button that goes on from there.
 *
 * Returns: the words, with a mnemonic
 */
const char *
hf_import_words_next (HfImportStep step)
{
  return step == HF_IMPORT_STEP_DUPLICATES ? _ ("_See What Will Happen")
                                           : C_ ("import", "_Next");
}

/**
 * hf_import_words_encoding:
 * @encoding: an encoding's name
 * @found: whether it was found out
 *
 * Names it as the programs do that write such files.
 *
 * Returns: (transfer full): such as "GB18030 (GBK, GB2312)"
 */
char *
hf_import_words_encoding (const char *encoding, gboolean found)
{
  const char *name = g_str_equal (encoding, "GB18030")        ? "GB18030 (GBK, GB2312)"
                     : g_str_equal (encoding, "BIG5")         ? "Big5"
                     : g_str_equal (encoding, "UTF-16LE")     ? "UTF-16"
                     : g_str_equal (encoding, "WINDOWS-1252") ? _ ("Windows-1252 (Western)")
                                                              : encoding;
  /* Translators: the name of an encoding that was found out, such as GB18030. */
  return found ? g_strdup_printf (_ ("%s – found"), name) : g_strdup (name);
}
