#include "config.h"

#include "hf-outcome-keys.h"

#include <string.h>

/* The numbers, and then the row of letters below them, without those that say when to call
 * again: one key each, for there is but one hand free while the other holds the telephone. */
static const char keys[] = "1234567890QERYUIP";

/**
 * hf_outcome_keys_dup_label:
 * @index: the place of an outcome among those that are offered
 *
 * Gives the key that chooses an outcome.
 *
 * Returns: (transfer full) (nullable): what stands on the key
 */
char *
hf_outcome_keys_dup_label (guint index)
{
  return index < strlen (keys) ? g_strdup_printf ("%c", keys[index]) : NULL;
}

/**
 * hf_outcome_keys_find:
 * @typed: a character
 *
 * Tells which outcome a key chooses.
 *
 * Returns: its place among those that are offered, -1 for none
 */
int
hf_outcome_keys_find (gunichar typed)
{
  const char *found = typed != 0 && typed < 128 ? strchr (keys, g_ascii_toupper ((char) typed))
                                                : NULL;
  return found != NULL ? (int) (found - keys) : -1;
}
