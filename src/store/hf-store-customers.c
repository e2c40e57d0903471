#include "config.h"

#include "hf-store-customers-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-id.h"
#include "hf-store-consents.h"
#include "hf-store-import-images-private.h"
#include "hf-store-manager-history.h"
#include "hf-store-queue-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-text.h"
#include "hf-time.h"

/**
 * hf_store_customer_of_row:
 * @row: a row of the columns %HF_STORE_CUSTOMER_COLUMNS
 *
 * Makes a customer of what was read.
 *
 * Returns: (transfer full) (type HfCustomer): the customer
 */
gpointer
hf_store_customer_of_row (HfDbStatement *row)
{
  HfCustomer *self = hf_customer_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->code = hf_db_statement_dup_text (row, 2);
  self->name = hf_db_statement_dup_text (row, 3);
  self->phone = hf_db_statement_dup_text (row, 4);
  self->email = hf_db_statement_dup_text (row, 5);
  self->company = hf_db_statement_dup_text (row, 6);
  self->address = hf_db_statement_dup_text (row, 7);
  self->branch = hf_db_statement_dup_text (row, 8);
  self->account_manager = hf_db_statement_dup_text (row, 9);
  self->language = hf_db_statement_dup_text (row, 10);
  self->tags = hf_db_statement_dup_text (row, 11);
  self->status = MAX (
      0, hf_choice_find_name (hf_customer_statuses, hf_db_statement_get_text (row, 12)));
  self->joined_on = hf_db_statement_dup_text (row, 13);
  self->lost_on = hf_db_statement_dup_text (row, 14);
  self->annual_value = hf_db_statement_get_amount (row, 15);
  self->need = hf_db_statement_get_amount (row, 16);
  self->do_not_call = hf_db_statement_get_integer (row, 17) != 0;
  self->note = hf_db_statement_dup_text (row, 18);
  self->branch_id = hf_db_statement_get_integer (row, 19);
  self->account_manager_id = hf_db_statement_get_integer (row, 20);
  self->reason = hf_db_statement_dup_text (row, 21);
  self->reason_words = hf_db_statement_dup_text (row, 22);
  self->do_not_call_on = hf_db_statement_dup_text (row, 23);
  self->do_not_call_reason = hf_db_statement_dup_text (row, 24);
  self->do_not_call_by_id = hf_db_statement_get_integer (row, 25);
  self->do_not_call_by = hf_db_statement_dup_text (row, 26);
  self->time_zone = hf_db_statement_dup_text (row, 27);
  self->zone = hf_db_statement_dup_text (row, 28);
  return self;
}

/**
 * hf_store_customers_get:
 * @session: a session
 * @id: a customer's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a customer.
 *
 * Returns: (transfer full) (nullable): the customer
 */
HfCustomer *
hf_store_customers_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (
      session,
      "SELECT " HF_STORE_CUSTOMER_COLUMNS HF_STORE_CUSTOMER_TABLES " WHERE customer.id = $1",
      HF_DB_VALUES (hf_db_integer (id)), hf_store_customer_of_row, error);
}

/**
 * hf_store_customers_find:
 * @session: a session
 * @code: a customer's code
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads the customer who has a code, or who was merged with the one that had it.
 *
 * Returns: (transfer full) (nullable): the customer
 */
HfCustomer *
hf_store_customers_find (HfStoreSession *session, const char *code, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT " HF_STORE_CUSTOMER_COLUMNS HF_STORE_CUSTOMER_TABLES
                               " WHERE customer.id = (" HF_STORE_CUSTOMER_ID ("$1") ")",
                               HF_DB_VALUES (hf_db_text (code)), hf_store_customer_of_row,
                               error);
}

/**
 * hf_store_customers_find_id:
 * @session: a session
 * @code: a customer's code
 * @id: (out): the key of the customer who has it, 0 for nobody
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for the customer who has a code, or who was merged with the one that had it.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_customers_find_id (HfStoreSession *session, const char *code, gint64 *id,
                            GError **error)
{
  return hf_store_session_count (session, HF_STORE_CUSTOMER_ID ("$1"),
                                 HF_DB_VALUES (hf_db_text (code)), id, error);
}

/**
 * hf_store_customers_follow_merge:
 * @session: a session
 * @id: (inout): a customer's key, or 0
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for the customer whom somebody has become who was merged meanwhile, at another desk
 * perhaps: what is being stored about either is about the one.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_customers_follow_merge (HfStoreSession *session, gint64 *id, GError **error)
{
  return hf_store_session_count (session,
                                 "SELECT coalesce ((SELECT customer_id FROM customer_alias "
                                 "WHERE id = $1), CAST ($1 AS BIGINT))",
                                 HF_DB_VALUES (hf_db_integer (*id)), id, error);
}

/* The parameters that an insert and an update share: $1 the key to $24. */
#define CUSTOMER_VALUES(customer, id, keys)                                                    \
  hf_db_integer (id), hf_db_text ((customer)->code), hf_db_text ((customer)->name),            \
      hf_db_text ((customer)->phone), hf_db_text ((keys)->phone_digits),                       \
      hf_db_text ((customer)->email), hf_db_text ((customer)->company),                        \
      hf_db_text ((customer)->address), hf_db_reference ((customer)->branch_id),               \
      hf_db_reference ((customer)->account_manager_id), hf_db_text ((customer)->language),     \
      hf_db_text ((customer)->tags),                                                           \
      hf_db_text (hf_customer_statuses[(customer)->status].name),                              \
      hf_db_text ((customer)->joined_on), hf_db_text ((customer)->lost_on),                    \
      hf_db_amount ((customer)->annual_value), hf_db_amount ((customer)->need),                \
      hf_db_integer ((customer)->do_not_call != FALSE), hf_db_text ((customer)->note),         \
      hf_db_text ((keys)->sort_name), hf_db_text ((customer)->do_not_call_on),                 \
      hf_db_text ((customer)->do_not_call_reason),                                             \
      hf_db_reference ((customer)->do_not_call_by_id), hf_db_text ((customer)->time_zone)

static gboolean
insert_customer (HfStoreSession *session, const HfCustomer *customer, gint64 id,
                 const HfCustomerKeys *keys, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO customer (id, code, name, phone, phone_digits, email, company, address, "
      "branch_id, account_manager_id, language, tags, status, joined_on, lost_on, "
      "annual_value, need, do_not_call, note, sort_name, do_not_call_on, do_not_call_reason, "
      "do_not_call_by_id, time_zone, import_id, created_at) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
      "$20, $21, $22, $23, $24, $25, $26)",
      HF_DB_VALUES (CUSTOMER_VALUES (customer, id, keys), hf_db_reference (session->import_id),
                    hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
}

static gboolean
update_customer (HfStoreSession *session, const HfCustomer *customer,
                 const HfCustomerKeys *keys, GError **error)
{
  return hf_store_import_images_keep (session, "customer", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (customer->id)), error)
         && hf_store_session_update (
             session,
             "UPDATE customer SET code = $2, name = $3, phone = $4, phone_digits = $5, email = "
             "$6, "
             "company = $7, address = $8, branch_id = $9, account_manager_id = $10, language = "
             "$11, "
             "tags = $12, status = $13, joined_on = $14, lost_on = $15, annual_value = $16, "
             "need = $17, do_not_call = $18, note = $19, sort_name = $20, do_not_call_on = "
             "$21, "
             "do_not_call_reason = $22, do_not_call_by_id = $23, time_zone = $24, "
             "revision = revision + 1 WHERE id = $1 AND revision = $25",
             HF_DB_VALUES (CUSTOMER_VALUES (customer, customer->id, keys),
                           hf_db_integer (customer->revision)),
             error);
}

/**
 * hf_store_customers_update_row:
 * @session: a session that writes
 * @customer: a stored customer whose branch and account manager are known by their keys
 * @error: (nullable): CONFLICT, INVALID ...
 *
 * Stores a customer's file, so that it is found by what it says now, without a history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_update_row (HfStoreSession *session, const HfCustomer *customer,
                               GError **error)
{
  g_autoptr (HfCustomerKeys) keys = hf_customer_keys_new (customer);
  return update_customer (session, customer, keys, error)
         && hf_store_search_change (session, customer, error);
}

static gboolean
log_fields (HfStoreSession *session, const HfCustomer *before, const HfCustomer *after,
            GError **error)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *was = hf_field_dup_text (&fields[i], before);
      g_autofree char *is = hf_field_dup_text (&fields[i], after);
      /* A reason is a record of its own. */
      if (g_strcmp0 (was, is) != 0 && !g_str_has_prefix (fields[i].name, "reason")
          && !hf_store_session_log (session, "customer", after->id, "update", fields[i].name,
                                    was, is, error))
        return FALSE;
    }
  return TRUE;
}

/* All that one save changes has one moment, by which it is told together. */
static gboolean
log_differences (HfStoreSession *session, const HfCustomer *before, const HfCustomer *after,
                 GError **error)
{
  gint64 now = session->now;
  session->now = hf_store_session_get_now (session);
  gboolean logged = log_fields (session, before, after, error);
  session->now = now;
  return logged;
}

static gboolean
resolve_names (HfStoreSession *session, HfCustomer *customer, GError **error)
{
  return hf_store_branches_ensure (session, customer->branch, &customer->branch_id, error)
         && hf_store_staff_ensure (session, customer->account_manager, customer->branch_id,
                                   &customer->account_manager_id, error);
}

/* Since when and by whom a customer is on the do-not-call list, where it is not said; nothing
 * of it where they are not. */
static void
settle_refusal (HfStoreSession *session, const HfCustomer *before, HfCustomer *customer)
{
  gboolean known = before != NULL && before->do_not_call;
  if (!customer->do_not_call)
    hf_customer_take_refusal (customer, NULL);
  else if (known && customer->do_not_call_on == NULL)
    hf_text_set (&customer->do_not_call_on, before->do_not_call_on);
  else if (customer->do_not_call_on == NULL)
    customer->do_not_call_on = hf_time_format_date (hf_store_session_get_now (session));
  if (known && customer->do_not_call)
    customer->do_not_call_by_id = before->do_not_call_by_id;
  else if (customer->do_not_call && customer->do_not_call_by_id == 0)
    customer->do_not_call_by_id = session->staff_id;
}

/* Who took back the consent to calls must give it anew first. */
static gboolean
check_refusal (HfStoreSession *session, const HfCustomer *before, const HfCustomer *customer,
               GError **error)
{
  gboolean allowed = TRUE;
  if (!before->do_not_call || customer->do_not_call)
    return TRUE;
  if (!hf_store_consents_allow_calls (session, customer->id, &allowed, error))
    return FALSE;
  if (!allowed)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("The customer withdrew the consent to calls. Record a new consent "
                            "first."));
  return allowed;
}

static void
undo_insert (gpointer data)
{
  HfCustomer *customer = data;
  customer->id = 0;
  customer->revision = 0;
}

static void
undo_update (gpointer data)
{
  ((HfCustomer *) data)->revision--;
}

static gboolean
insert (HfStoreSession *session, HfCustomer *customer, const HfCustomerKeys *keys,
        GError **error)
{
  customer->id = hf_id_new ();
  customer->revision = 0;
  settle_refusal (session, NULL, customer);
  hf_store_session_on_undo (session, customer, undo_insert);
  if (!insert_customer (session, customer, customer->id, keys, error)
      || !hf_store_search_add (session, customer->id, keys->tokens, error)
      || !hf_store_managers_begin (session, customer->id, customer->account_manager_id,
                                   customer->account_manager_on, error))
    return FALSE;
  customer->revision++;
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return TRUE;
}

/**
 * hf_store_customers_insert:
 * @session: a session that writes
 * @customer: a new customer; valid, gets its key; branch and account manager are found or
 *   made by their names
 * @keys: what hf_customer_keys_new() says of this customer
 * @error: (nullable): CONFLICT, INVALID ... or %HF_FIELD_ERROR
 *
 * Stores a new customer, as hf_store_customers_save() does, whose keys are known already.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_insert (HfStoreSession *session, HfCustomer *customer,
                           const HfCustomerKeys *keys, GError **error)
{
  return resolve_names (session, customer, error) && insert (session, customer, keys, error);
}

/**
 * hf_store_customers_update:
 * @session: a session that writes
 * @before: the customer as stored
 * @customer: the same one, changed
 * @error: (nullable): CONFLICT where it is stored otherwise by now, INVALID ... or
 *   %HF_FIELD_ERROR
 *
 * Stores a changed customer, as hf_store_customers_save() does, without reading it once more.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_update (HfStoreSession *session, const HfCustomer *before,
                           HfCustomer *customer, GError **error)
{
  if (!hf_customer_validate (customer, error) || !resolve_names (session, customer, error)
      || !check_refusal (session, before, customer, error))
    return FALSE;
  settle_refusal (session, before, customer);
  g_autoptr (HfCustomerKeys) keys = hf_customer_keys_new (customer);
  if (!update_customer (session, customer, keys, error)
      || !log_differences (session, before, customer, error)
      || !hf_store_search_change (session, customer, error)
      || !hf_store_managers_follow (session, customer->id, before->account_manager_id,
                                    customer->account_manager_id, customer->account_manager_on,
                                    error)
      || ((before->branch_id != customer->branch_id
           || g_strcmp0 (before->time_zone, customer->time_zone) != 0)
          && !hf_queue_set_zones (session, customer->id, error)))
    return FALSE;
  customer->revision++;
  hf_store_session_on_undo (session, customer, undo_update);
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return TRUE;
}

/**
 * hf_store_customers_save:
 * @session: a session that writes
 * @customer: a customer; a new one gets its key, branch and account manager are found or made
 *   by their names
 * @error: (nullable): CONFLICT, INVALID ... or %HF_FIELD_ERROR
 *
 * Stores a new or changed customer.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_customers_save (HfStoreSession *session, HfCustomer *customer, GError **error)
{
  if (!hf_customer_validate (customer, error))
    return FALSE;
  if (customer->id == 0)
    {
      g_autoptr (HfCustomerKeys) keys = hf_customer_keys_new (customer);
      return hf_store_customers_insert (session, customer, keys, error);
    }
  g_autoptr (HfCustomer) before = hf_store_customers_get (session, customer->id, error);
  return before != NULL && hf_store_customers_update (session, before, customer, error);
}

/**
 * hf_store_customers_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last customer that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads customers in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfCustomer): the customers, none at the end
 */
GPtrArray *
hf_store_customers_list_after (HfStoreSession *session, const HfStoreScope *scope,
                               gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  return hf_store_session_list (session,
                                "SELECT " HF_STORE_CUSTOMER_COLUMNS HF_STORE_CUSTOMER_TABLES
                                " WHERE customer.id > $1 AND " HF_STORE_IN_BRANCH (
                                    "customer.branch_id") " ORDER BY customer.id LIMIT $2",
                                values, G_N_ELEMENTS (values), hf_store_customer_of_row,
                                g_object_unref, error);
}
