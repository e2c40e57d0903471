#include "config.h"

#include "hf-recovery-words.h"

#include <glib/gi18n.h>

#include "hf-number-words.h"

/**
 * hf_recovery_words_rate:
 * @cell: a cell of the table
 *
 * Writes our own repurchase rate.
 *
 * Returns: (transfer full): such as "55 %"; a dash where there is nobody
 */
char *
hf_recovery_words_rate (const HfRecoveryCell *cell)
{
  return cell->customers > 0 ? hf_number_words_percent (hf_diagnosis_recovery_share (cell))
                             : g_strdup ("–");
}

/**
 * hf_recovery_words_of:
 * @cell: a cell of the table
 * @published: the rate that TARP published
 *
 * Says what a rate is of, whether these are too few, and what is published.
 *
 * Returns: (transfer full): two lines
 */
char *
hf_recovery_words_of (const HfRecoveryCell *cell, double published)
{
  g_autofree char *again = hf_number_words_count (cell->again);
  g_autofree char *customers = hf_number_words_count (cell->customers);
  g_autofree char *rate = hf_number_words_percent (published);
  if (hf_diagnosis_recovery_is_enough (cell))
    /* Translators: how many bought again, of how many customers, and the published rate. */
    return g_strdup_printf (_ ("%s of %s\nTARP %s"), again, customers, rate);
  /* Translators: how many bought again, of how many customers, and the published rate. */
  return g_strdup_printf (_ ("%s of %s, too few\nTARP %s"), again, customers, rate);
}

/**
 * hf_recovery_words_left_out:
 * @table: a table
 *
 * Says which dissatisfied customers stand in no cell.
 *
 * Returns: (transfer full): a sentence; "" where there are none
 */
char *
hf_recovery_words_left_out (const HfRecoveryTable *table)
{
  if (table->open == 0 && table->unplaced == 0)
    return g_strdup ("");
  g_autofree char *open = hf_number_words_count (table->open);
  g_autofree char *unplaced = hf_number_words_count (table->unplaced);
  /* Translators: two numbers of customers. */
  return g_strdup_printf (_ ("Not counted: %s whose complaint is not decided yet, %s of whose "
                             "problem nobody knows how serious it was."),
                          open, unplaced);
}
