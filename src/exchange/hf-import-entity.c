#include "config.h"

#include "hf-import-entity.h"

#include <string.h>

#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-manager-change.h"
#include "hf-purchase.h"
#include "hf-score.h"

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

static gpointer
create_manager_change (void)
{
  return hf_manager_change_new ();
}

static gboolean
validate_manager_change (gconstpointer record, GError **error)
{
  return hf_manager_change_validate (record, error);
}

static gpointer
create_score (void)
{
  return hf_score_new ();
}

static gboolean
validate_score (gconstpointer record, GError **error)
{
  return hf_score_validate (record, error);
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

const HfImportEntity hf_import_manager_changes = {
  "manager-changes",
  hf_manager_change_fields,
  create_manager_change,
  validate_manager_change,
};

const HfImportEntity hf_import_scores = {
  "scores",
  hf_score_fields,
  create_score,
  validate_score,
};

/**
 * hf_import_entity_list:
 * @n_entities: (out): how many
 *
 * Lists the kinds of records that can be imported.
 *
 * Returns: (array length=n_entities): the kinds
 */
const HfImportEntity *const *
hf_import_entity_list (guint *n_entities)
{
  static const HfImportEntity *const all[] = { &hf_import_customers, &hf_import_complaints,
                                               &hf_import_purchases, &hf_import_manager_changes,
                                               &hf_import_scores };
  *n_entities = G_N_ELEMENTS (all);
  return all;
}

/**
 * hf_import_entity_find:
 * @name: customers, complaints, purchases, manager-changes or scores
 *
 * Finds a kind of record by its name.
 *
 * Returns: (nullable): the kind
 */
const HfImportEntity *
hf_import_entity_find (const char *name)
{
  guint n_entities;
  const HfImportEntity *const *all = hf_import_entity_list (&n_entities);
  for (guint i = 0; i < n_entities; i++)
    if (strcmp (all[i]->name, name) == 0)
      return all[i];
  return NULL;
}
