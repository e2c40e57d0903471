#include "config.h"

#include "hf-amount.h"
#include "hf-import-job-private.h"
#include "hf-score.h"
#include "hf-store-customers.h"
#include "hf-store-scores.h"

static gboolean
is_the_same (const HfScore *before, const HfScore *given)
{
  return before->score == given->score
         && (given->scale == HF_AMOUNT_UNKNOWN || given->scale == before->scale)
         && (given->place == NULL || g_strcmp0 (given->place, before->place) == 0)
         && (given->words == NULL || g_strcmp0 (given->words, before->words) == 0);
}

/**
 * hf_import_score:
 * @self: an import
 * @row: a row with a satisfaction score
 * @error: (nullable): %HF_FIELD_ERROR where there is no such customer, %HF_STORE_ERROR
 *
 * Stores how satisfied a customer was.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_score (HfImportRun *self, const HfImportRow *row, GError **error)
{
  HfScore *given = row->record;
  g_autoptr (HfScore) before = NULL;
  if (!hf_store_customers_find_id (self->session, given->customer_code, &given->customer_id,
                                   error))
    return HF_IMPORT_FAILED;
  if (given->customer_id == 0)
    self->field = "customer_code";
  else
    before = hf_store_scores_find (self->session, given->customer_id, given->scored_on,
                                   given->question, NULL);
  if (before != NULL && is_the_same (before, given))
    return HF_IMPORT_SKIPPED;
  if (!hf_store_scores_save (self->session, given, error))
    return HF_IMPORT_FAILED;
  return before != NULL ? HF_IMPORT_UPDATED : HF_IMPORT_CREATED;
}
