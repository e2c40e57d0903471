#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-complaint.h"
#include "hf-import-job-private.h"
#include "hf-store-complaints.h"

/* Clocks go differently, and a file may have been written where it is a day later. */
#define DAYS_AHEAD 2

static gboolean
is_past (HfImportRun *self, const HfComplaint *given, GError **error)
{
  gint64 latest = hf_store_session_get_now (self->session) + DAYS_AHEAD * G_TIME_SPAN_DAY;
  if (given->received_at <= latest)
    return TRUE;
  self->field = "received_at";
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                       _ ("this day is still to come"));
  return FALSE;
}

static gboolean
merge (HfComplaint *complaint, const HfImportRow *row)
{
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  gboolean changed = FALSE;
  for (gsize i = 0; i < n_fields; i++)
    if ((row->given >> i & 1) && strcmp (fields[i].name, "status") != 0)
      changed |= hf_import_take_field (&fields[i], complaint, row->record);
  return changed;
}

/* A step that the file knows of and we do not is a step of the complaint's history. */
static gboolean
follow_status (HfImportRun *self, HfComplaint *complaint, const HfImportRow *row,
               gboolean *changed, GError **error)
{
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  const HfComplaint *given = row->record;
  if (!hf_import_is_given (row, fields, n_fields, "status")
      || given->status == complaint->status)
    return TRUE;
  *changed = TRUE;
  return hf_store_complaints_move (self->session, complaint, given->status, NULL, error);
}

static HfImportFate
update (HfImportRun *self, gint64 id, const HfImportRow *row, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (self->session, id, error);
  if (complaint == NULL)
    return HF_IMPORT_FAILED;
  gboolean changed = merge (complaint, row);
  if (changed)
    /* Looked for again by the code, which may be another. */
    complaint->customer_id = 0;
  if ((changed && !hf_store_complaints_save (self->session, complaint, error))
      || !follow_status (self, complaint, row, &changed, error))
    return HF_IMPORT_FAILED;
  return changed ? HF_IMPORT_UPDATED : HF_IMPORT_SKIPPED;
}

/**
 * hf_import_complaint:
 * @self: an import
 * @row: a row with a complaint
 * @error: (nullable): %HF_FIELD_ERROR where the row is rejected, %HF_STORE_ERROR
 *
 * Stores a complaint, or what a file says of one that is known by its number.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_complaint (HfImportRun *self, const HfImportRow *row, GError **error)
{
  gint64 id = 0;
  if (!is_past (self, row->record, error))
    return HF_IMPORT_FAILED;
  if (!hf_store_complaints_find_id (self->session, row->record, &id, error))
    return HF_IMPORT_FAILED;
  if (id != 0)
    return update (self, id, row, error);
  return hf_store_complaints_save (self->session, row->record, error) ? HF_IMPORT_CREATED
                                                                      : HF_IMPORT_FAILED;
}
