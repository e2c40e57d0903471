#include "config.h"

#include "hf-column-repairs.h"

#include <glib/gi18n.h>

struct _HfColumnRepairs
{
  HfRepairColumn known;
  guint due[HF_REPAIR_ALL_SIGNS + 1]; /* for each set of signs, a bit for each repair */
  guint orders; /* those that all days seen so far allow, 0 where none is sought */
  GString *texts[2];
};

static guint
find_due (const HfField *field, HfImportProfile *profile, guint signs)
{
  guint n_repairs, due = 0;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  for (guint i = 0; i < n_repairs; i++)
    if (repairs[i].concerns (field) && hf_import_profile_get_repair (profile, repairs[i].name)
        && (repairs[i].signs == 0 || (repairs[i].signs & signs)))
      due |= 1u << i;
  return due;
}

static gboolean
reads_dates (const HfField *field, HfImportProfile *profile)
{
  const HfRepair *dates = hf_repair_find ("date");
  return dates->concerns (field) && hf_import_profile_get_repair (profile, dates->name);
}

/**
 * hf_column_repairs_new:
 * @field: what the column is
 * @profile: which repairs are on, and perhaps the order of day, month and year
 * @is_1904: whether the workbook's days count from 1904
 *
 * Finds the repairs for a column.
 *
 * Returns: (transfer full): the repairs
 */
HfColumnRepairs *
hf_column_repairs_new (const HfField *field, HfImportProfile *profile, gboolean is_1904)
{
  HfColumnRepairs *self = g_new0 (HfColumnRepairs, 1);
  self->known = (HfRepairColumn){ field, hf_import_profile_get_date_order (profile), is_1904 };
  for (guint signs = 0; signs <= HF_REPAIR_ALL_SIGNS; signs++)
    self->due[signs] = find_due (field, profile, signs);
  if (self->known.order == HF_DATE_ORDER_UNKNOWN && reads_dates (field, profile))
    self->orders = HF_DATE_ALL_ORDERS;
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    self->texts[i] = g_string_new (NULL);
  return self;
}

/**
 * hf_column_repairs_free:
 * @self: (transfer full): a column's repairs
 *
 * Lets them go.
 */
void
hf_column_repairs_free (HfColumnRepairs *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_string_free (self->texts[i], TRUE);
  g_free (self);
}

/**
 * hf_column_repairs_needs_hints:
 * @self: a column's repairs
 *
 * Tells whether the column's other days must tell the order of day, month and year.
 *
 * Returns: whether hf_column_repairs_take_hint() is of use
 */
gboolean
hf_column_repairs_needs_hints (const HfColumnRepairs *self)
{
  return self->orders != 0;
}

/**
 * hf_column_repairs_take_hint:
 * @self: a column's repairs
 * @text: a cell's text
 *
 * Looks which orders a day allows.
 */
void
hf_column_repairs_take_hint (HfColumnRepairs *self, const char *text)
{
  guint orders = hf_date_order_hint (text);
  if (orders != 0)
    self->orders &= orders;
}

/**
 * hf_column_repairs_decide:
 * @self: a column's repairs that have seen some of its cells
 *
 * Settles the order of day, month and year where one alone is left.
 */
void
hf_column_repairs_decide (HfColumnRepairs *self)
{
  if (self->known.order == HF_DATE_ORDER_UNKNOWN)
    self->known.order = hf_date_order_decide (self->orders);
}

/**
 * hf_column_repairs_get_order:
 * @self: a column's repairs
 *
 * Tells in which order day, month and year are read.
 *
 * Returns: the order, unknown where the column did not tell
 */
HfDateOrder
hf_column_repairs_get_order (const HfColumnRepairs *self)
{
  return self->known.order;
}

static void
report_loss (const HfRepair *repair, const char *text, GError **error)
{
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               /* Translators: a value from a spreadsheet, and what is wrong with it. */
               _ ("“%s”: %s"), text, _ (repair->lost));
}

/* The repairs due on a text of those that are left. */
static guint
find_left (const HfColumnRepairs *self, const char *text, guint next)
{
  return self->due[hf_repair_find_signs (text)] & ~((1u << next) - 1);
}

/**
 * hf_column_repairs_mend:
 * @self: a column's repairs
 * @text: a cell's text, not blank
 * @step: called for each repair
 * @data: for @step
 * @error: (nullable): %HF_FIELD_ERROR where what the text was is lost
 *
 * Repairs a cell's text.
 *
 * Returns: (nullable): @text or the repaired one, good until the next call; %NULL with @error
 */
const char *
hf_column_repairs_mend (HfColumnRepairs *self, const char *text, HfRepairStep step,
                        gpointer data, GError **error)
{
  guint n_repairs, n_mended = 0;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  guint left = find_left (self, text, 0);
  for (guint i = 0; left >> i != 0; i++)
    {
      if (!(left >> i & 1))
        continue;
      GString *mended = self->texts[n_mended % 2];
      g_string_truncate (mended, 0);
      HfRepairOutcome outcome = repairs[i].mend (text, &self->known, mended);
      if (outcome == HF_REPAIR_NONE)
        continue;
      step (&repairs[i], text, outcome == HF_REPAIR_DONE ? mended->str : NULL, data);
      if (outcome == HF_REPAIR_LOST)
        {
          report_loss (&repairs[i], text, error);
          return NULL;
        }
      text = mended->str;
      n_mended++;
      if (*text == '\0')
        break;
      left = find_left (self, text, i + 1);
    }
  return text;
}
