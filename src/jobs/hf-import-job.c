#include "config.h"

#include "hf-import-job.h"

#include <string.h>

#include "hf-field.h"
#include "hf-import-feed.h"
#include "hf-import-job-private.h"
#include "hf-store-codebook.h"
#include "hf-store-queue.h"

#define ROWS_BETWEEN_LOOKS 500

typedef HfImportFate (*StoreRow) (HfImportRun *run, const HfImportRow *row, GError **error);

static StoreRow
find_store_row (const HfImportEntity *entity)
{
  if (entity == &hf_import_customers)
    return hf_import_customer;
  return entity == &hf_import_complaints ? hf_import_complaint : hf_import_purchase;
}

/**
 * hf_import_take_field:
 * @field: a field
 * @record: a record
 * @given: another of the same kind
 *
 * Takes a field's value over.
 *
 * Returns: whether it changed
 */
gboolean
hf_import_take_field (const HfField *field, gpointer record, gconstpointer given)
{
  g_autofree char *before = hf_field_dup_text (field, record);
  g_autofree char *after = hf_field_dup_text (field, given);
  if (g_strcmp0 (before, after) == 0)
    return FALSE;
  return hf_field_set_text (field, record, after, NULL);
}

/**
 * hf_import_is_given:
 * @row: a row
 * @fields: (array length=n_fields): the record's fields
 * @n_fields: how many
 * @name: a field's name
 *
 * Tells whether the file says something about a field in this row.
 *
 * Returns: whether it does
 */
gboolean
hf_import_is_given (const HfImportRow *row, const HfField *fields, gsize n_fields,
                    const char *name)
{
  const HfField *field = hf_field_find (fields, n_fields, name);
  return (row->given >> (field - fields)) & 1;
}

static void
count_fate (HfImportCount *count, HfImportFate fate)
{
  switch (fate)
    {
    case HF_IMPORT_CREATED:
      count->created++;
      break;
    case HF_IMPORT_UPDATED:
      count->updated++;
      break;
    case HF_IMPORT_SKIPPED:
      count->skipped++;
      break;
    case HF_IMPORT_FAILED:
    default:
      break;
    }
}

/* What is wrong with one row does not stop the others; what is wrong with the database does. */
static gboolean
take_row (HfImportRun *run, StoreRow store_row, const HfImportRow *row, HfImportResult *result,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  if (row->record == NULL)
    {
      hf_import_result_reject (result, row->number, row->field, row->why);
      return TRUE;
    }
  run->field = NULL;
  HfImportFate fate = store_row (run, row, &failure);
  count_fate (&result->count, fate);
  if (fate != HF_IMPORT_FAILED)
    return TRUE;
  if (failure->domain == HF_FIELD_ERROR)
    {
      hf_import_result_reject (result, row->number, run->field, failure->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
look_up (HfImportRun *run, const HfImportRequest *request, const HfImportFeed *feed,
         gint64 n_rows, GError **error)
{
  if (request->progress != NULL)
    request->progress (hf_import_feed_get_progress (feed), n_rows, request->data);
  return hf_store_session_check_cancelled (run->session, error);
}

static gboolean
take_all (HfImportRun *run, const HfImportRequest *request, HfImport *import,
          HfImportResult *result, GError **error)
{
  g_autoptr (HfImportFeed) feed = hf_import_feed_new (import);
  StoreRow store_row = find_store_row (request->entity);
  GError *failure = NULL;
  gboolean goes_on = TRUE;
  HfImportRow row;
  while (goes_on && hf_import_feed_next (feed, &row, &failure))
    {
      goes_on = (result->count.read++ % ROWS_BETWEEN_LOOKS != 0
                 || look_up (run, request, feed, result->count.read, error))
                && take_row (run, store_row, &row, result, error);
      hf_import_row_clear (&row);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return goes_on && failure == NULL;
}

static HfImport *
open_file (const HfImportRequest *request, GError **error)
{
  static const HfReadOptions found_out = { 0 };
  const HfReadOptions *options = request->profile != NULL
                                     ? hf_import_profile_get_options (request->profile)
                                     : &found_out;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (request->file, options, error);
  return reader != NULL ? hf_import_new (reader, request->profile, request->entity, error)
                        : NULL;
}

static gboolean
begin (HfStoreSession *session, const HfImportRequest *request, GError **error)
{
  g_autofree char *base = g_path_get_basename (request->file);
  g_autofree char *shown = g_filename_display_name (base);
  return hf_store_imports_begin (session, request->entity->name, shown, error);
}

/* Who left is to be called. */
static gboolean
end (HfStoreSession *session, const HfImportRequest *request, const HfImportResult *result,
     GError **error)
{
  return (request->entity != &hf_import_customers || hf_store_queue_fill (session, NULL, error))
         && hf_store_imports_end (session, &result->count, error);
}

/**
 * hf_import_job_run:
 * @session: a session that writes
 * @request: a #HfImportRequest
 * @error: (nullable): %HF_READ_ERROR and %HF_IMPORT_ERROR with a message for the user that
 * names the row, %HF_STORE_ERROR; nothing is stored then
 *
 * Imports a spreadsheet. Records that are known, customers by their code, complaints by their
 * number and purchases by customer and month, get the fields that the file gives; blank cells
 * take nothing away. Rows that are not good are left out and named. After customers the call
 * queue is filled.
 *
 * Returns: (transfer full) (nullable): a #HfImportResult
 */
gpointer
hf_import_job_run (HfStoreSession *session, gpointer request, GError **error)
{
  const HfImportRequest *asked = request;
  g_autoptr (HfImport) import = open_file (asked, error);
  if (import == NULL)
    return NULL;
  g_autoptr (HfCodebook) codebook = hf_store_codebook_load (session, error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  HfImportRun run = { .session = session, .codebook = codebook, .codes = codes };
  if (codebook == NULL || !begin (session, asked, error)
      || !take_all (&run, asked, import, result, error) || !end (session, asked, result, error))
    return NULL;
  hf_store_session_set_free_result (session, (GDestroyNotify) hf_import_result_free);
  if (asked->dry_run)
    hf_store_session_discard (session);
  return g_steal_pointer (&result);
}
