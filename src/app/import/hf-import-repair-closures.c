#include "config.h"

#include "hf-import-repair-closures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-number-words.h"
#include "hf-time.h"

/* Longer texts are cut. */
#define SHOWN_LENGTH 80

#define SHOWN_BLANK "␣"
#define SHOWN_TAB "⇥"
#define SHOWN_NOTHING "∅"

/**
 * hf_import_words_order:
 * @order: in which day, month and year stand
 *
 * Names an order.
 *
 * Returns: the words
 */
const char *
hf_import_words_order (HfDateOrder order)
{
  switch (order)
    {
    case HF_DATE_ORDER_YMD:
      return _ ("Year, month, day");
    case HF_DATE_ORDER_DMY:
      return _ ("Day, month, year");
    case HF_DATE_ORDER_MDY:
      return _ ("Month, day, year");
    case HF_DATE_ORDER_UNKNOWN:
    default:
      return _ ("As the column tells");
    }
}

/**
 * hf_import_words_repaired:
 * @count: cells that a repair concerns
 * @n_lost: of these, those that cannot be repaired
 *
 * Says what a repair would do.
 *
 * Returns: (transfer full): such as "12 cells; 2 cannot be repaired, and their rows are left
 * out"
 */
char *
hf_import_words_repaired (guint count, guint n_lost)
{
  g_autofree char *number = hf_number_words_count (count);
  /* Translators: %s is a number, with its thousands apart. */
  g_autofree char *cells = g_strdup_printf (ngettext ("%s cell", "%s cells", count), number);
  if (n_lost == 0)
    return g_steal_pointer (&cells);
  g_autofree char *lost = hf_number_words_count (n_lost);
  return g_strdup_printf (
      /* Translators: a number of cells such as "12 cells", and another number. */
      ngettext ("%s; %s cannot be repaired, and its row is left out",
                "%s; %s cannot be repaired, and their rows are left out", n_lost),
      cells, lost);
}

static gboolean
is_unseen (gunichar letter)
{
  return letter == 0xAD || letter == 0xFEFF || (letter >= 0x200B && letter <= 0x200F)
         || (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069);
}

/**
 * hf_import_words_visible:
 * @text: a cell's text
 *
 * Shows what a person cannot see: blanks at the ends, tabs, hard spaces and signs without a
 * width.
 *
 * Returns: (transfer full): the text, cut where it is long
 */
char *
hf_import_words_visible (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint length = 0;
  const char *end = text + strlen (text);
  const char *first = text + strspn (text, " ");
  while (end > first && end[-1] == ' ')
    end--;
  for (const char *at = text; *at != '\0' && length < SHOWN_LENGTH;
       at = g_utf8_next_char (at), length++)
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter == '\t')
        g_string_append (shown, SHOWN_TAB);
      else if (letter == 0xA0 || letter == 0x3000
               || (letter == ' ' && (at < first || at >= end)))
        g_string_append (shown, SHOWN_BLANK);
      else if (is_unseen (letter))
        g_string_append (shown, SHOWN_NOTHING);
      else if (letter == '\n' || letter == '\r')
        g_string_append_c (shown, ' ');
      else
        g_string_append_unichar (shown, letter);
    }
  if (length == SHOWN_LENGTH)
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

/**
 * hf_import_words_change:
 * @example: a cell before and after
 *
 * Shows a cell before and after.
 *
 * Returns: (transfer full): such as "139 1234 5678 → 13912345678"
 */
char *
hf_import_words_change (const HfRepairExample *example)
{
  g_autofree char *before = hf_import_words_visible (example->before);
  g_autofree char *after = example->after != NULL ? hf_import_words_visible (example->after)
                                                  : NULL;
  return g_strdup_printf ("%s → %s", before, after != NULL ? after : _ ("row left out"));
}

/**
 * hf_import_words_place:
 * @example: a cell before and after
 *
 * Says where a cell stands.
 *
 * Returns: (transfer full): such as "Row 5, Mobile"
 */
char *
hf_import_words_place (const HfRepairExample *example)
{
  /* Translators: the number of a row, and the heading of a column. */
  return g_strdup_printf (_ ("Row %u, %s"), example->row, example->heading);
}

/**
 * hf_import_words_remembered:
 * @at: when a profile was remembered, microseconds since 1970, UTC; 0 for none
 *
 * Says where the meaning of the columns comes from.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_import_words_remembered (gint64 at)
{
  if (at == 0)
    return g_strdup (
        _ ("Guessed from the headings. Blank cells never take away what is known."));
  g_autofree char *day = hf_time_format_date (at);
  /* Translators: a day, such as 2026-03-03. */
  return g_strdup_printf (_ ("As last time, on %s. Blank cells never take away what is known."),
                          day);
}

/**
 * hf_import_words_mended:
 * @counts: how many cells each repair has mended
 * @dry_run: whether nothing was stored
 *
 * Says what was repaired in a file, or would be.
 *
 * Returns: (transfer full): such as "30 cells repaired: full-width letters and digits 12, ..";
 *   empty where nothing was
 */
char *
hf_import_words_mended (const HfRepairCounts *counts, gboolean dry_run)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  gint64 sum = hf_repair_counts_sum (counts);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  if (sum == 0)
    return g_strdup ("");
  for (guint i = 0; i < n_repairs; i++)
    if (counts->n[i] > 0)
      {
        g_autofree char *number = hf_number_words_count (counts->n[i]);
        /* Translators: what was repaired, and in how many cells. */
        g_ptr_array_add (parts, g_strdup_printf (C_ ("repairs", "%s (%s)"),
                                                 hf_repair_label (&repairs[i]), number));
      }
  g_ptr_array_add (parts, NULL);
  /* Translators: between the kinds of repairs. */
  g_autofree char *list = g_strjoinv (C_ ("repairs", "; "), (char **) parts->pdata);
  g_autofree char *number = hf_number_words_count (sum);
  if (dry_run)
    /* Translators: a number with its thousands apart, and a list of the kinds of repairs. */
    return g_strdup_printf (
        ngettext ("%s cell will be repaired: %s", "%s cells will be repaired: %s", sum), number,
        list);
  /* Translators: a number with its thousands apart, and a list of the kinds of repairs. */
  return g_strdup_printf (ngettext ("%s cell repaired: %s", "%s cells repaired: %s", sum),
                          number, list);
}
