#include "config.h"

#include "hf-amount.h"
#include "hf-import-job-private.h"
#include "hf-purchase.h"
#include "hf-store-purchases.h"

static gboolean
is_the_same (const HfPurchase *before, const HfPurchase *given)
{
  return before->amount == given->amount
         && (given->need == HF_AMOUNT_UNKNOWN || given->need == before->need);
}

/**
 * hf_import_purchase:
 * @self: an import
 * @row: a row with a month's purchases
 * @error: (nullable): %HF_FIELD_ERROR where there is no such customer, %HF_STORE_ERROR
 *
 * Stores what a customer bought in a month.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_purchase (HfImportRun *self, const HfImportRow *row, GError **error)
{
  HfPurchase *given = row->record;
  g_autoptr (HfPurchase) before = NULL;
  const HfCustomer *customer = hf_import_known_find (self->known, given->customer_code);
  given->customer_id = customer != NULL ? customer->id : 0;
  if (given->customer_id == 0)
    self->field = "customer_code";
  else
    before = hf_store_purchases_find (self->session, given->customer_id, given->month, NULL);
  if (before != NULL && is_the_same (before, given))
    return HF_IMPORT_SKIPPED;
  if (!hf_store_purchases_save (self->session, given, error))
    return HF_IMPORT_FAILED;
  return before != NULL ? HF_IMPORT_UPDATED : HF_IMPORT_CREATED;
}
