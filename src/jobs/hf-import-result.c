#include "config.h"

#include "hf-import-result.h"

static void
rejection_free (gpointer data)
{
  HfImportRejection *rejection = data;
  g_free (rejection->field);
  g_free (rejection->why);
  g_free (rejection);
}

static void
add (GPtrArray *rows, guint row, const char *field, const char *why)
{
  if (rows->len == HF_IMPORT_MAX_REJECTIONS)
    return;
  HfImportRejection *rejection = g_new0 (HfImportRejection, 1);
  rejection->row = row;
  rejection->field = g_strdup (field);
  rejection->why = g_strdup (why);
  g_ptr_array_add (rows, rejection);
}

/**
 * hf_import_result_new:
 *
 * Makes the result of an import that has not read anything yet.
 *
 * Returns: (transfer full): a result
 */
HfImportResult *
hf_import_result_new (void)
{
  HfImportResult *self = g_new0 (HfImportResult, 1);
  self->rejections = g_ptr_array_new_with_free_func (rejection_free);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_taken_unref);
  self->kept = g_ptr_array_new_with_free_func (rejection_free);
  self->duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_duplicate_free);
  return self;
}

/**
 * hf_import_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
hf_import_result_free (HfImportResult *self)
{
  g_ptr_array_unref (self->rejections);
  g_ptr_array_unref (self->taken);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->duplicates);
  g_free (self);
}

/**
 * hf_import_result_reject:
 * @self: a result
 * @row: in the file, from 1
 * @field: (nullable): the name of the field at fault, %NULL for the whole row
 * @why: in the user's language
 *
 * Counts a row that was not imported, and keeps why where there are not too many.
 */
void
hf_import_result_reject (HfImportResult *self, guint row, const char *field, const char *why)
{
  self->count.rejected++;
  add (self->rejections, row, field, why);
}

/**
 * hf_import_result_keep:
 * @self: a result
 * @row: in the file, from 1
 * @field: the name of a field
 * @why: in the user's language
 *
 * Counts a cell that was not taken though its row was, and keeps why where there are not too
 * many.
 */
void
hf_import_result_keep (HfImportResult *self, guint row, const char *field, const char *why)
{
  self->n_kept++;
  add (self->kept, row, field, why);
}

/**
 * hf_import_result_add_duplicate:
 * @self: a result
 * @duplicate: (transfer full): a row that is like one that is known
 *
 * Counts it, and keeps it where there are not too many.
 */
void
hf_import_result_add_duplicate (HfImportResult *self, HfImportDuplicate *duplicate)
{
  self->n_alike[duplicate->likeness]++;
  if (duplicate->in_file && duplicate->likeness == HF_IMPORT_SAME_CODE)
    {
      if (self->n_repeated < HF_IMPORT_MAX_REPEATED)
        self->repeated[self->n_repeated] = duplicate->row;
      self->n_repeated++;
    }
  if (self->duplicates->len < HF_IMPORT_MAX_DUPLICATES)
    g_ptr_array_add (self->duplicates, duplicate);
  else
    hf_import_duplicate_free (duplicate);
}

/**
 * hf_import_result_set_taken:
 * @self: a result
 * @taken: (transfer full) (element-type HfImportTaken): texts
 *
 * Says what texts of the file were taken for.
 */
void
hf_import_result_set_taken (HfImportResult *self, GPtrArray *taken)
{
  g_ptr_array_unref (self->taken);
  self->taken = taken;
}
