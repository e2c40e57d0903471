#include "config.h"

#include "hf-import-job.h"

#include "hf-customer-keys.h"
#include "hf-field.h"
#include "hf-id.h"
#include "hf-import-feed.h"
#include "hf-import-job-private.h"
#include "hf-import-value-guess.h"
#include "hf-profile-memory.h"
#include "hf-purchase.h"
#include "hf-store-codebook.h"
#include "hf-store-custom-fields.h"
#include "hf-store-customer-match.h"
#include "hf-store-queue.h"

/* How records of one kind are stored. */
typedef struct
{
  const HfImportEntity *entity;
  HfImportFate (*store) (HfImportRun *run, const HfImportRow *row, GError **error);
  const char *(*get_customer) (gconstpointer record); /* the code of the customer it names */
  const HfImportPreparation *preparation;
} Kind;

static const char *
get_code (gconstpointer record)
{
  return ((const HfCustomer *) record)->code;
}

static const char *
get_buyer (gconstpointer record)
{
  return ((const HfPurchase *) record)->customer_code;
}

static gpointer
make_keys (gconstpointer record)
{
  return hf_customer_keys_new (record);
}

static void
free_keys (gpointer keys)
{
  hf_customer_keys_free (keys);
}

static const HfImportPreparation customer_keys = { make_keys, free_keys };

static const Kind kinds[] = {
  { &hf_import_customers, hf_import_customer, get_code, &customer_keys },
  { &hf_import_complaints, hf_import_complaint, NULL, NULL },
  { &hf_import_purchases, hf_import_purchase, get_buyer, NULL },
  { &hf_import_manager_changes, hf_import_manager_change, NULL, NULL },
  { &hf_import_scores, hf_import_score, NULL, NULL },
};

static const Kind *
find_kind (const HfImportEntity *entity)
{
  const Kind *kind = kinds;
  while (kind->entity != entity)
    kind++;
  return kind;
}

/**
 * hf_import_differs:
 * @field: a field
 * @record: a record
 * @given: another of the same kind
 *
 * Tells whether a file says something else of a field than is known.
 *
 * Returns: whether it does; %FALSE where the file does not know
 */
gboolean
hf_import_differs (const HfField *field, gconstpointer record, gconstpointer given)
{
  g_autofree char *before = hf_field_dup_text (field, record);
  g_autofree char *after = hf_field_dup_text (field, given);
  return after != NULL && g_strcmp0 (before, after) != 0;
}

/**
 * hf_import_take_field:
 * @field: a field
 * @record: a record
 * @given: another of the same kind
 *
 * Takes a field's value over; what the file does not know takes nothing away.
 *
 * Returns: whether it changed
 */
gboolean
hf_import_take_field (const HfField *field, gpointer record, gconstpointer given)
{
  g_autofree char *after = hf_field_dup_text (field, given);
  return hf_import_differs (field, record, given)
         && hf_field_set_text (field, record, after, NULL);
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
take_row (HfImportRun *run, const Kind *kind, const HfImportRow *row, GError **error)
{
  HfImportResult *result = run->result;
  g_autoptr (GError) failure = NULL;
  if (row->record == NULL)
    {
      hf_import_result_reject (result, row->number, row->field, row->why);
      return TRUE;
    }
  run->field = NULL;
  HfImportFate fate = kind->store (run, row, &failure);
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
look_up_alike (HfImportRun *run, const HfImportBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_sized_new (batch->n_rows);
  for (guint i = 0; i < batch->n_rows; i++)
    if (batch->prepared[i] != NULL)
      g_ptr_array_add (keys, batch->prepared[i]);
  return hf_import_known_look_up_alike (run->known, run->session, keys, error);
}

static gboolean
look_up_customers (HfImportRun *run, const Kind *kind, const HfImportBatch *batch,
                   GError **error)
{
  if (kind->get_customer == NULL)
    return TRUE;
  g_autoptr (GPtrArray) codes = g_ptr_array_sized_new (batch->n_rows);
  for (guint i = 0; i < batch->n_rows; i++)
    if (batch->rows[i].record != NULL)
      g_ptr_array_add (codes, (gpointer) kind->get_customer (batch->rows[i].record));
  return hf_import_known_look_up (run->known, run->session, codes, error)
         && (!run->looks_for_alike || look_up_alike (run, batch, error))
         && hf_import_custom_look_up (run->custom, run->session, run->known, batch, error);
}

static gboolean
take_batch (HfImportRun *run, const Kind *kind, const HfImportBatch *batch, GError **error)
{
  if (!hf_store_session_check_cancelled (run->session, error)
      || !look_up_customers (run, kind, batch, error))
    return FALSE;
  for (guint i = 0; i < batch->n_rows; i++, run->result->count.read++)
    {
      run->prepared = batch->prepared[i];
      if (!take_row (run, kind, &batch->rows[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What the first rows take of the file tells how many there are. */
static gboolean
expect (HfImportRun *run, const Kind *kind, const HfImportBatch *first, GError **error)
{
  gboolean many = FALSE;
  if (kind->entity != &hf_import_customers || first->progress <= 0)
    return TRUE;
  return hf_store_imports_expect (run->session, first->n_rows / first->progress,
                                  run->looks_for_alike, &many, error)
         && (!many || hf_import_known_learn_codes (run->known, run->session, error));
}

static void
note_refusal (const char *phone_digits, const char *code, gpointer refusals)
{
  if (!g_hash_table_contains (refusals, phone_digits))
    g_hash_table_insert (refusals, g_strdup (phone_digits), g_strdup (code));
}

static gboolean
take_all (HfImportRun *run, HfImport *import, GError **error)
{
  const HfImportRequest *request = run->request;
  const Kind *kind = find_kind (request->entity);
  g_autoptr (HfImportFeed) feed = hf_import_feed_new (import, kind->preparation);
  g_autoptr (GError) failure = NULL;
  const HfImportBatch *batch;
  while ((batch = hf_import_feed_next (feed, &failure)) != NULL)
    {
      gboolean is_first = run->result->count.read == 0;
      if ((is_first && !expect (run, kind, batch, error))
          || !take_batch (run, kind, batch, error))
        return FALSE;
      if (request->progress != NULL)
        request->progress (batch->progress, run->result->count.read, request->data);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* As the window does before it asks. */
static void
guess (const HfImportRequest *request, HfImportProfile *profile, GPtrArray *custom)
{
  g_autoptr (HfImportFields) fields = hf_import_fields_new (request->entity, custom);
  hf_import_value_guess_file (request->file, profile, fields);
}

static HfImport *
open_file (HfStoreSession *session, const HfImportRequest *request, GError **error)
{
  g_autoptr (HfImportProfile) profile = request->profile != NULL
                                            ? g_object_ref (request->profile)
                                            : hf_import_profile_new ();
  g_autoptr (HfRowReader) reader = hf_row_reader_open (
      request->file, hf_import_profile_get_options (profile), error);
  if (reader == NULL)
    return NULL;
  g_autoptr (GPtrArray) custom = hf_store_custom_fields_list (session, error);
  if (custom == NULL)
    return NULL;
  if (!hf_import_profile_has_headings (profile))
    guess (request, profile, custom);
  return hf_import_new (reader, profile, request->entity, custom, error);
}

static gboolean
begin (HfStoreSession *session, const HfImportRequest *request, GError **error)
{
  g_autofree char *base = g_path_get_basename (request->file);
  g_autofree char *shown = g_filename_display_name (base);
  return hf_store_imports_begin (session, request->entity->name, shown, error);
}

/* Where it cannot be kept the next file is guessed anew: no harm, and nothing to trouble
 * anybody with. */
static void
remember (const HfImportRequest *request, HfImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  if (!hf_profile_memory_keep (memory, request->entity, hf_import_get_headings (import),
                               request->profile, &error))
    g_debug ("%s", error->message);
}

/* Who left is to be called. */
static gboolean
end (HfStoreSession *session, const HfImportRequest *request, const HfImportResult *result,
     GError **error)
{
  g_autofree char *repaired = hf_repair_counts_to_text (&result->repaired);
  return (request->entity != &hf_import_customers || hf_store_queue_fill (session, NULL, error))
         && hf_store_imports_end (session, &result->count, repaired, error);
}

/**
 * hf_import_job_run:
 * @session: a session that writes
 * @request: a #HfImportRequest
 * @error: (nullable): %HF_READ_ERROR and %HF_IMPORT_ERROR with a message for the user that
 * names the row, %HF_STORE_ERROR; nothing is stored then
 *
 * Imports a spreadsheet. Records that are known, such as purchases by customer and month, get
 * the fields that the file gives; blank cells take nothing away. What becomes of customers and
 * complaints that are known, the request says. Rows that are not good are left out and
 * named. After customers the call queue is filled. What the columns mean is remembered, where
 * the request says so, before this returns.
 *
 * Returns: (transfer full) (nullable): a #HfImportResult
 */
gpointer
hf_import_job_run (HfStoreSession *session, gpointer request, GError **error)
{
  const HfImportRequest *asked = request;
  g_autoptr (HfImport) import = open_file (session, asked, error);
  if (import == NULL)
    return NULL;
  g_autoptr (HfCodebook) codebook = hf_store_codebook_load (session, error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HfImportKnown) known = hf_import_known_new ();
  g_autoptr (HfImportCustom) custom = hf_import_custom_new ();
  g_autoptr (GHashTable) refusals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           g_free);
  g_autoptr (HfImportResult) result = hf_import_result_new ();
  HfImportRun run = {
    .session = session,
    .request = asked,
    .result = result,
    .codebook = codebook,
    .codes = codes,
    .known = known,
    .custom = custom,
    .refusals = refusals,
    .looks_for_alike = asked->entity == &hf_import_customers
                       && hf_import_request_looks_for_alike (asked),
    .first_id = hf_id_new (),
  };
  if (codebook == NULL || !begin (session, asked, error))
    return NULL;
  result->import_id = hf_store_imports_get_current (session);
  if (asked->entity == &hf_import_customers
      && !hf_store_customers_each_refusal (session, note_refusal, refusals, error))
    return NULL;
  if (!take_all (&run, import, error))
    return NULL;
  result->repaired = *hf_import_get_repaired (import);
  hf_import_result_set_taken (result, hf_import_list_taken (import));
  if (!end (session, asked, result, error))
    return NULL;
  hf_store_session_set_free_result (session, (GDestroyNotify) hf_import_result_free);
  if (asked->dry_run)
    hf_store_session_discard (session);
  else if (asked->remembers && asked->profile != NULL)
    remember (asked, import);
  return g_steal_pointer (&result);
}
