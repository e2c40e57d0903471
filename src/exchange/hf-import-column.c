#include "config.h"

#include "hf-import-column.h"

#include "hf-column-values.h"
#include "hf-text.h"

/* How many different texts of a choice are remembered; a column that has more is not a choice,
 * and every row of it is rejected anyway. */
#define KNOWN_CHOICES_LIMIT 500

/**
 * hf_import_column_init:
 * @self: (out caller-allocates): a column; clear it with hf_import_column_clear()
 * @field: what its cells become
 * @index: its place in a row, from 0
 * @profile: what texts mean; must live longer
 * @is_1904: whether the workbook's days count from 1904
 *
 * Makes a column.
 */
void
hf_import_column_init (HfImportColumn *self, const HfField *field, guint index,
                       HfImportProfile *profile, gboolean is_1904)
{
  *self = (HfImportColumn){ .field = field, .index = index, .profile = profile };
  self->has_values = hf_import_profile_has_values (profile, field->name);
  self->is_reason = g_str_equal (field->name, "reason");
  if (field->kind == HF_FIELD_CHOICE || field->kind == HF_FIELD_FLAG)
    self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_taken_unref);
  self->repairs = hf_column_repairs_new (field, profile, is_1904);
}

/**
 * hf_import_column_clear:
 * @self: a column
 *
 * Lets go what it holds.
 */
void
hf_import_column_clear (HfImportColumn *self)
{
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->repairs, hf_column_repairs_free);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
}

static gboolean
is_of (gconstpointer taken, gconstpointer theirs)
{
  return g_str_equal (((const HfImportTaken *) taken)->theirs, theirs);
}

/* A column that has more texts of its own is no choice. */
static void
note_taken (HfImportColumn *self, const char *text, const char *ours)
{
  if (self->field->kind != HF_FIELD_CHOICE || self->taken->len == HF_COLUMN_VALUES_MOST)
    return;
  g_autofree char *theirs = hf_text_trim (text);
  if (!g_ptr_array_find_with_equal_func (self->taken, theirs, is_of, NULL))
    g_ptr_array_add (self->taken, hf_import_taken_new (self->field, theirs, ours));
}

/* What the profile says that a text means. */
static const char *
meaning_of (HfImportColumn *self, const char *text)
{
  if (self->is_reason)
    return hf_import_profile_map_reason (self->profile, text);
  const char *ours = self->has_values
                         ? hf_import_profile_map_value (self->profile, self->field->name, text)
                         : NULL;
  if (ours != NULL)
    note_taken (self, text, ours);
  return ours;
}

/* A cell's text, repaired, or what the profile says that it means; NULL with the error where
 * the text cannot be repaired. */
static const char *
text_of (HfImportColumn *self, const HfRow *row, HfRepairStep step, gpointer data,
         GError **error)
{
  const char *text = self->index < row->n_cells ? row->cells[self->index] : "";
  if (hf_text_is_blank (text))
    return text;
  const char *ours = meaning_of (self, text);
  if (ours != NULL)
    return self->is_reason ? text : ours;
  const char *mended = hf_column_repairs_mend (self->repairs, text, step, data, error);
  if (mended == NULL || mended == text || self->is_reason)
    return mended;
  ours = meaning_of (self, mended);
  return ours != NULL ? ours : mended;
}

static gboolean
set_choice (HfImportColumn *self, gpointer record, const char *text, GError **error)
{
  int *place = G_STRUCT_MEMBER_P (record, self->field->offset);
  gpointer known;
  if (g_hash_table_lookup_extended (self->choices, text, NULL, &known))
    {
      *place = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!hf_field_set_text (self->field, record, text, error))
    return FALSE;
  if (!hf_text_is_blank (text) && g_hash_table_size (self->choices) < KNOWN_CHOICES_LIMIT)
    g_hash_table_insert (self->choices, g_strdup (text), GINT_TO_POINTER (*place));
  return TRUE;
}

static gboolean
set_cell (HfImportColumn *self, gpointer record, const char *text, GError **error)
{
  if (hf_text_is_blank (text))
    return TRUE;
  if (self->is_reason)
    {
      const char *code = hf_import_profile_map_reason (self->profile, text);
      text = code != NULL ? code : text;
    }
  return self->choices != NULL ? set_choice (self, record, text, error)
                               : hf_field_set_text (self->field, record, text, error);
}

/**
 * hf_import_column_fill:
 * @self: a column
 * @row: a row
 * @record: whose field is set
 * @step: called for each repair of the cell
 * @data: for @step
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Sets the field of a record from the column's cell in a row.
 *
 * Returns: (nullable): the text that was set, blank where the cell is, good until the next
 * call; %NULL with @error
 */
const char *
hf_import_column_fill (HfImportColumn *self, const HfRow *row, gpointer record,
                       HfRepairStep step, gpointer data, GError **error)
{
  const char *text = text_of (self, row, step, data, error);
  return text != NULL && set_cell (self, record, text, error) ? text : NULL;
}

static gpointer
keep (gconstpointer taken, gpointer unused)
{
  return g_atomic_rc_box_acquire ((gpointer) taken);
}

/**
 * hf_import_column_list_taken:
 * @self: a column
 * @all: (element-type HfImportTaken): to which they are added
 *
 * Lists what texts of the column were taken for so far.
 */
void
hf_import_column_list_taken (const HfImportColumn *self, GPtrArray *all)
{
  g_ptr_array_extend (all, self->taken, keep, NULL);
}
