#include "config.h"

#include "hf-import-rejects.h"

#include <glib/gi18n.h>

#include "hf-import-rejects-book.h"

static HfRejects *
collect (const HfImportRequest *request, const HfImportResult *result, GError **error)
{
  gsize n_fields;
  const HfField *fields = request->entity->list_fields (&n_fields);
  HfRejects *rejects = hf_rejects_open (request->file, request->profile, error);
  for (guint i = 0; rejects != NULL && i < result->rejections->len; i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      const HfField *field = rejection->field != NULL
                                 ? hf_field_find (fields, n_fields, rejection->field)
                                 : NULL;
      const char *called = rejection->field != NULL ? rejection->field : _ ("whole row");
      hf_rejects_add (rejects, rejection->row, field != NULL ? hf_field_label (field) : called,
                      rejection->why);
    }
  return rejects;
}

/**
 * hf_import_rejects_write:
 * @request: what was imported
 * @result: what became of it
 * @output: where to, a workbook where it ends with .xlsx, else a text file
 * @cancellable: (nullable): to stop it
 * @error: (nullable): %HF_READ_ERROR, %HF_REPORT_ERROR, #GIOErrorEnum, with a message for the
 *   user; a file that was there is as it was
 *
 * Writes the rows that were rejected, with all their cells and the reasons, so that they can be
 * corrected and imported again.
 *
 * Returns: whether it was written
 */
gboolean
hf_import_rejects_write (const HfImportRequest *request, const HfImportResult *result,
                         const char *output, GCancellable *cancellable, GError **error)
{
  g_autoptr (HfRejects) rejects = collect (request, result, error);
  if (rejects == NULL)
    return FALSE;
  g_autofree char *folded = g_ascii_strdown (output, -1);
  if (!g_str_has_suffix (folded, ".xlsx"))
    return hf_rejects_write_csv (rejects, output, cancellable, error);
  const char *sheet = request->profile != NULL
                          ? hf_import_profile_get_options (request->profile)->sheet
                          : NULL;
  return hf_import_rejects_book_write (rejects, output, sheet, cancellable, error);
}
