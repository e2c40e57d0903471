#include "config.h"

#include "hf-store-source.h"

#include <string.h>

#include "hf-catalogue.h"
#include "hf-guide.h"
#include "hf-outcome.h"
#include "hf-store-codebook.h"
#include "hf-store-complaints.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-reasons.h"
#include "hf-store-settings.h"

#define ROWS_AT_ONCE 500

typedef GPtrArray *(*ListAfter) (HfStoreSession *session, const HfStoreScope *scope,
                                 gint64 after_id, guint count, GError **error);
typedef gint64 (*GetId) (gconstpointer record);

struct _HfStoreSource
{
  GObject parent_instance;

  HfStoreSession *session; /* borrowed */
  HfStoreScope scope;
  HfCodebook *codebook;
  GPtrArray *custom;      /* (element-type HfCustomField) */
  GPtrArray *guides;      /* (element-type HfGuide) */
  GHashTable *catalogues; /* (element-type utf8 HfCatalogue) */

  HfReportRows kind;
  GPtrArray *rows; /* those that were read and not handed over yet, from @next on */
  guint next;
  gint64 last_id;
  gboolean at_end;
};

static GPtrArray *
list_customers (HfStoreSession *session, const HfStoreScope *scope, gint64 after_id,
                guint count, GError **error)
{
  g_autoptr (GPtrArray) page = hf_store_customers_list_after (session, scope, after_id, count,
                                                              error);
  return page != NULL && hf_store_custom_values_add_to (session, page, error)
             ? g_steal_pointer (&page)
             : NULL;
}

static gint64
customer_id (gconstpointer record)
{
  return ((const HfCustomer *) record)->id;
}

static gint64
complaint_id (gconstpointer record)
{
  return ((const HfComplaint *) record)->id;
}

static gint64
reason_id (gconstpointer record)
{
  return ((const HfCodedReason *) record)->id;
}

static gint64
verbatim_id (gconstpointer record)
{
  return ((const HfVerbatim *) record)->id;
}

static gint64
interview_id (gconstpointer record)
{
  return ((const HfInterview *) record)->id;
}

static gint64
promise_id (gconstpointer record)
{
  return ((const HfPromise *) record)->id;
}

static gint64
answer_id (gconstpointer record)
{
  return ((const HfAnswer *) record)->id;
}

static const struct
{
  HfStoreRows rows;
  ListAfter list_after;
  GetId get_id;
} kinds[] = {
  [HF_REPORT_ROWS_CUSTOMERS] = { HF_STORE_ROWS_CUSTOMERS, list_customers, customer_id },
  [HF_REPORT_ROWS_COMPLAINTS] = { HF_STORE_ROWS_COMPLAINTS, hf_store_complaints_list_after,
                                  complaint_id },
  [HF_REPORT_ROWS_CODED_REASONS] = { HF_STORE_ROWS_REASONS, hf_store_reasons_list_after,
                                     reason_id },
  [HF_REPORT_ROWS_VERBATIMS] = { HF_STORE_ROWS_VERBATIMS, hf_store_verbatims_list_after,
                                 verbatim_id },
  [HF_REPORT_ROWS_INTERVIEWS] = { HF_STORE_ROWS_INTERVIEWS, hf_store_interviews_list_after,
                                  interview_id },
  [HF_REPORT_ROWS_PROMISES] = { HF_STORE_ROWS_PROMISES, hf_store_promises_list_after,
                                promise_id },
  [HF_REPORT_ROWS_ANSWERS] = { HF_STORE_ROWS_ANSWERS, hf_store_answers_list_after, answer_id },
};

static gint64
count (HfReportSource *source, HfReportRows kind, GError **error)
{
  HfStoreSource *self = HF_STORE_SOURCE (source);
  gint64 n_rows = 0;
  if (kind == HF_REPORT_ROWS_ASSUMPTIONS)
    {
      g_autoptr (GPtrArray) assumptions = hf_store_assumptions_list (self->session, error);
      return assumptions != NULL ? (gint64) assumptions->len : -1;
    }
  return hf_store_scope_count (self->session, &self->scope, kinds[kind].rows, &n_rows, error)
             ? n_rows
             : -1;
}

/* Assumptions are few, and come at once. */
static gboolean
read_on (HfStoreSource *self, GError **error)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->next = 0;
  if (self->kind == HF_REPORT_ROWS_ASSUMPTIONS)
    self->rows = hf_store_assumptions_list (self->session, error);
  else
    self->rows = kinds[self->kind].list_after (self->session, &self->scope, self->last_id,
                                               ROWS_AT_ONCE, error);
  if (self->rows == NULL)
    return FALSE;
  self->at_end = self->kind == HF_REPORT_ROWS_ASSUMPTIONS || self->rows->len < ROWS_AT_ONCE;
  if (self->kind != HF_REPORT_ROWS_ASSUMPTIONS && self->rows->len > 0)
    self->last_id = kinds[self->kind].get_id (self->rows->pdata[self->rows->len - 1]);
  return TRUE;
}

static gboolean
open_rows (HfReportSource *source, HfReportRows kind, GError **error)
{
  HfStoreSource *self = HF_STORE_SOURCE (source);
  self->kind = kind;
  self->last_id = 0;
  return read_on (self, error);
}

static GObject *
next (HfReportSource *source, GError **error)
{
  HfStoreSource *self = HF_STORE_SOURCE (source);
  if (self->rows == NULL)
    return NULL;
  if (self->next >= self->rows->len && (self->at_end || !read_on (self, error)))
    return NULL;
  return self->next < self->rows->len ? g_object_ref (self->rows->pdata[self->next++]) : NULL;
}

static HfCodebook *
get_codebook (HfReportSource *source)
{
  return HF_STORE_SOURCE (source)->codebook;
}

static GPtrArray *
get_custom_fields (HfReportSource *source)
{
  return HF_STORE_SOURCE (source)->custom;
}

static char *
dup_outcome (HfStoreSource *self, const char *id, const char *language)
{
  const HfOutcome *outcome = hf_outcome_find (id);
  if (outcome == NULL)
    return NULL;
  HfCatalogue *catalogue = g_hash_table_lookup (self->catalogues, language);
  if (catalogue == NULL)
    {
      catalogue = hf_catalogue_open (language);
      g_hash_table_insert (self->catalogues, g_strdup (language), catalogue);
    }
  return g_strdup (hf_catalogue_lookup (catalogue, HF_CHOICE_CONTEXT, outcome->label));
}

/* The way to ask it that has the fewest fields in it. */
static char *
dup_question (HfStoreSource *self, const char *id, const char *language)
{
  for (guint i = 0; i < self->guides->len; i++)
    {
      const HfQuestion *question = hf_guide_find (self->guides->pdata[i], id);
      if (question != NULL && question->texts->len > 0)
        return g_strdup (
            hf_wording_get (question->texts->pdata[question->texts->len - 1], language));
    }
  return NULL;
}

/* As the guide for such calls words it now; what it does not know any more is as it is. */
static char *
dup_answer (HfStoreSource *self, const char *id, const char *language)
{
  g_auto (GStrv) parts = g_strsplit (id, "\n", 3);
  for (guint i = 0; i < self->guides->len; i++)
    {
      HfGuide *guide = self->guides->pdata[i];
      HfQuestion *question = g_str_equal (hf_interview_kinds[guide->kind].name, parts[0])
                                 ? hf_guide_find (guide, parts[1])
                                 : NULL;
      if (question != NULL)
        return hf_question_dup_answer (question, parts[2], language);
    }
  return g_strdup (parts[2]);
}

static char *
dup_name (HfReportSource *source, HfReportName what, const char *id, const char *language)
{
  HfStoreSource *self = HF_STORE_SOURCE (source);
  switch (what)
    {
    case HF_REPORT_NAME_OUTCOME:
      return dup_outcome (self, id, language);
    case HF_REPORT_NAME_QUESTION:
      return dup_question (self, id, language);
    case HF_REPORT_NAME_ANSWER:
      return dup_answer (self, id, language);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
implement_source (HfReportSourceInterface *interface)
{
  interface->count = count;
  interface->open = open_rows;
  interface->next = next;
  interface->get_codebook = get_codebook;
  interface->get_custom_fields = get_custom_fields;
  interface->dup_name = dup_name;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfStoreSource, hf_store_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_REPORT_SOURCE, implement_source))

static void
hf_store_source_finalize (GObject *object)
{
  HfStoreSource *self = HF_STORE_SOURCE (object);
  g_clear_pointer (&self->scope.period, hf_period_free);
  g_clear_object (&self->codebook);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_ptr_array_unref (self->guides);
  g_hash_table_unref (self->catalogues);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_store_source_parent_class)->finalize (object);
}

static void
hf_store_source_class_init (HfStoreSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_store_source_finalize;
}

static void
hf_store_source_init (HfStoreSource *self)
{
  self->guides = g_ptr_array_new_with_free_func (g_object_unref);
  self->catalogues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) hf_catalogue_free);
}

static gboolean
load_guide (HfStoreSource *self, HfInterviewKind kind, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HfStoredGuide) stored = hf_store_guides_get_latest (self->session, kind, &failure);
  if (stored == NULL)
    {
      /* There may be none of a kind. */
      if (g_error_matches (failure, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_autoptr (GBytes) xml = g_bytes_new (stored->xml, strlen (stored->xml));
  HfGuide *guide = hf_guide_parse (xml, error);
  if (guide != NULL)
    g_ptr_array_add (self->guides, guide);
  return guide != NULL;
}

/**
 * hf_store_source_new:
 * @session: a session, which must outlive the source
 * @scope: which rows
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the source of a report's rows that reads them from the store, some at a time.
 *
 * Returns: (transfer full) (nullable): the source
 */
HfReportSource *
hf_store_source_new (HfStoreSession *session, const HfStoreScope *scope, GError **error)
{
  g_autoptr (HfStoreSource) self = g_object_new (HF_TYPE_STORE_SOURCE, NULL);
  self->session = session;
  self->scope.branch_id = scope->branch_id;
  if (scope->period != NULL)
    self->scope.period = hf_period_new (scope->period->from, scope->period->to);
  self->codebook = hf_store_codebook_load (session, error);
  if (self->codebook == NULL)
    return NULL;
  self->custom = hf_store_custom_fields_list (session, error);
  if (self->custom == NULL)
    return NULL;
  for (guint kind = 0; hf_interview_kinds[kind].name != NULL; kind++)
    if (!load_guide (self, kind, error))
      return NULL;
  return HF_REPORT_SOURCE (g_steal_pointer (&self));
}
