#include "config.h"

#include "hf-import-job-private.h"
#include "hf-manager-change.h"
#include "hf-store-customers.h"
#include "hf-store-managers.h"

/**
 * hf_import_manager_change:
 * @self: an import
 * @row: a row with a change of account manager
 * @error: (nullable): %HF_FIELD_ERROR where there is no such customer, %HF_STORE_ERROR
 *
 * Puts a change of account manager into a customer's history.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_manager_change (HfImportRun *self, const HfImportRow *row, GError **error)
{
  HfManagerChange *given = row->record;
  if (!hf_store_customers_find_id (self->session, given->customer_code, &given->customer_id,
                                   error))
    return HF_IMPORT_FAILED;
  self->field = given->customer_id == 0 ? "customer_code" : "from_on";
  switch (hf_store_managers_change (self->session, given, error))
    {
    case HF_MANAGER_CHANGE_ADDED:
      return HF_IMPORT_CREATED;
    case HF_MANAGER_CHANGE_CORRECTED:
      return HF_IMPORT_UPDATED;
    case HF_MANAGER_CHANGE_NONE:
      return HF_IMPORT_SKIPPED;
    case HF_MANAGER_CHANGE_FAILED:
    default:
      return HF_IMPORT_FAILED;
    }
}
