#include "config.h"

#include "hf-import-repair-closures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-number-words.h"
#include "hf-time.h"

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
