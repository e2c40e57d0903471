#include "config.h"

#include "hf-repair-counts.h"

static gsize
place_of (const HfRepair *repair)
{
  guint n_repairs;
  return (gsize) (repair - hf_repair_list (&n_repairs));
}

/**
 * hf_repair_counts_note:
 * @self: counts
 * @repair: a repair
 *
 * Counts a cell that it has mended.
 */
void
hf_repair_counts_note (HfRepairCounts *self, const HfRepair *repair)
{
  self->n[place_of (repair)]++;
}

/**
 * hf_repair_counts_get:
 * @self: counts
 * @repair: a repair
 *
 * Tells how many cells it has mended.
 *
 * Returns: how many
 */
gint64
hf_repair_counts_get (const HfRepairCounts *self, const HfRepair *repair)
{
  return self->n[place_of (repair)];
}

/**
 * hf_repair_counts_sum:
 * @self: counts
 *
 * Adds them up; a cell that two repairs have mended counts twice.
 *
 * Returns: how many
 */
gint64
hf_repair_counts_sum (const HfRepairCounts *self)
{
  gint64 sum = 0;
  for (guint i = 0; i < HF_REPAIR_COUNTS_LIMIT; i++)
    sum += self->n[i];
  return sum;
}

/**
 * hf_repair_counts_to_text:
 * @self: counts
 *
 * Writes them down by the names of the repairs.
 *
 * Returns: (transfer full) (nullable): such as "spaces 12 width 3", %NULL where nothing was
 *   mended
 */
char *
hf_repair_counts_to_text (const HfRepairCounts *self)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < n_repairs; i++)
    if (self->n[i] > 0)
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, text->len > 0 ? " " : "",
                              repairs[i].name, self->n[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * hf_repair_counts_read:
 * @self: (out caller-allocates): counts
 * @text: (nullable): what hf_repair_counts_to_text() wrote
 *
 * Reads them; a repair that is not known, of another version of the program, is left out.
 */
void
hf_repair_counts_read (HfRepairCounts *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  *self = (HfRepairCounts){ 0 };
  for (gsize i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      const HfRepair *repair = hf_repair_find (words[i]);
      if (repair != NULL)
        self->n[place_of (repair)] = g_ascii_strtoll (words[i + 1], NULL, 10);
    }
}
