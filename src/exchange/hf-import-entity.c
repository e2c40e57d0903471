#include "config.h"

#include "hf-import-entity.h"

#include <string.h>

#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-purchase.h"

static gpointer
create_customer (void)
{
  return hf_customer_new ();
}

static gboolean
validate_customer (gconstpointer record, GError **error)
{
  return hf_customer_validate (record, error);
}

static gpointer
create_complaint (void)
{
  return hf_complaint_new ();
}

static gboolean
validate_complaint (gconstpointer record, GError **error)
{
  return hf_complaint_validate (record, error);
}

static gpointer
create_purchase (void)
{
  return hf_purchase_new ();
}

static gboolean
validate_purchase (gconstpointer record, GError **error)
{
  return hf_purchase_validate (record, error);
}

const HfImportEntity hf_import_customers = {
  "customers",
  hf_customer_fields,
  create_customer,
  validate_customer,
};

const HfImportEntity hf_import_complaints = {
  "complaints",
  hf_complaint_fields,
  create_complaint,
  validate_complaint,
};

const HfImportEntity hf_import_purchases = {
  "purchases", hf_purchase_fields, create_purchase, validate_purchase, "month", "amount",
};

/**
 * hf_import_entity_find:
 * @name: customers, complaints or purchases
 *
 * Finds a kind of record by its name.
 *
 * Returns: (nullable): the kind
 */
const HfImportEntity *
hf_import_entity_find (const char *name)
{
  static const HfImportEntity *const all[] = { &hf_import_customers, &hf_import_complaints,
                                               &hf_import_purchases };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (all[i]->name, name) == 0)
      return all[i];
  return NULL;
}
