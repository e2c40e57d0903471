#include "config.h"

#include "hf-store-manager-history.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-import-images-private.h"
#include "hf-store-managers-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-time.h"

/* What the change log says of a change of the history. */
#define LOGGED_AS "account_manager_history"

static gpointer
period_of_row (HfDbStatement *row)
{
  HfManagerPeriod *self = hf_manager_period_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->staff_id = hf_db_statement_get_integer (row, 1);
  self->from_on = hf_db_statement_dup_text (row, 2);
  self->to_on = hf_db_statement_dup_text (row, 3);
  self->account_manager = hf_db_statement_dup_text (row, 4);
  return self;
}

/**
 * hf_store_managers_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists who looked after a customer.
 *
 * Returns: (transfer full) (nullable) (element-type HfManagerPeriod): the first one first
 */
GPtrArray *
hf_store_managers_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT p.id, p.staff_id, p.from_on, p.to_on, s.name "
                                "FROM account_manager_period p JOIN staff s "
                                "ON s.id = p.staff_id WHERE p.customer_id = $1 "
                                "ORDER BY p.from_on NULLS FIRST, p.id",
                                HF_DB_VALUES (hf_db_integer (customer_id)), period_of_row,
                                g_object_unref, error);
}

/**
 * hf_store_managers_keep:
 * @session: a session that writes
 * @period: a stored period
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps a period as it is, so that the import that is about to change it can be undone.
 *
 * Returns: whether it is kept
 */
gboolean
hf_store_managers_keep (HfStoreSession *session, const HfManagerPeriod *period, GError **error)
{
  return hf_store_import_images_keep (session, "account_manager_period", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (period->id)), error);
}

static gboolean
insert_period (HfStoreSession *session, gint64 id, gint64 customer_id, gint64 staff_id,
               const char *from_on, const char *to_on, GError **error)
{
  return hf_db_execute (session->db,
                        "INSERT INTO account_manager_period (id, customer_id, staff_id, "
                        "from_on, to_on, import_id) VALUES ($1, $2, $3, $4, $5, $6)",
                        HF_DB_VALUES (hf_db_integer (id), hf_db_integer (customer_id),
                                      hf_db_integer (staff_id), hf_db_text (from_on),
                                      hf_db_text (to_on), hf_db_reference (session->import_id)),
                        NULL, error);
}

/**
 * hf_store_managers_insert:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @period: a period that fits in; gets its key where it has none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Adds a period.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_managers_insert (HfStoreSession *session, gint64 customer_id, HfManagerPeriod *period,
                          GError **error)
{
  if (period->id == 0)
    period->id = hf_id_new ();
  return insert_period (session, period->id, customer_id, period->staff_id, period->from_on,
                        period->to_on, error);
}

/**
 * hf_store_managers_update:
 * @session: a session that writes
 * @period: a stored period, changed so that it fits in
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Changes a period.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_managers_update (HfStoreSession *session, const HfManagerPeriod *period,
                          GError **error)
{
  return hf_store_managers_keep (session, period, error)
         && hf_db_execute (
             session->db,
             "UPDATE account_manager_period SET staff_id = $2, from_on = $3, "
             "to_on = $4 WHERE id = $1",
             HF_DB_VALUES (hf_db_integer (period->id), hf_db_integer (period->staff_id),
                           hf_db_text (period->from_on), hf_db_text (period->to_on)),
             NULL, error);
}

/* Whoever's period has not ended is the customer's account manager. */
static gboolean
settle_current (HfStoreSession *session, gint64 customer_id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return hf_db_execute (session->db,
                        "UPDATE customer SET revision = revision + 1, account_manager_id = "
                        "(SELECT staff_id FROM account_manager_period WHERE customer_id = $1 "
                        "AND to_on IS NULL ORDER BY id DESC LIMIT 1) WHERE id = $1",
                        HF_DB_VALUES (hf_db_integer (customer_id)), NULL, error);
}

static char *
words_of (const HfManagerPeriod *period)
{
  if (period == NULL)
    return NULL;
  return g_strdup_printf ("%s %s – %s", period->account_manager,
                          period->from_on != NULL ? period->from_on : "…",
                          period->to_on != NULL ? period->to_on : "…");
}

static gboolean
log_change (HfStoreSession *session, gint64 customer_id, const HfManagerPeriod *before,
            const HfManagerPeriod *after, GError **error)
{
  g_autofree char *was = words_of (before);
  g_autofree char *is = words_of (after);
  return hf_store_session_log (session, "customer", customer_id, "update", LOGGED_AS, was, is,
                               error);
}

static gboolean
is_stored (const GPtrArray *periods, const HfManagerPeriod *period)
{
  for (guint i = 0; i < periods->len; i++)
    if (hf_manager_period_equal (periods->pdata[i], period))
      return TRUE;
  return FALSE;
}

static gboolean
find_staff (HfStoreSession *session, gint64 customer_id, HfManagerPeriod *period,
            GError **error)
{
  gint64 branch_id = 0;
  return hf_store_session_count (session,
                                 "SELECT coalesce (branch_id, 0) FROM customer WHERE id = $1",
                                 HF_DB_VALUES (hf_db_integer (customer_id)), &branch_id, error)
         && hf_store_staff_ensure (session, period->account_manager, branch_id,
                                   &period->staff_id, error);
}

static gboolean
check (HfStoreSession *session, const GPtrArray *periods, const HfManagerPeriod *before,
       const HfManagerPeriod *after, GError **error)
{
  const char *field = NULL;
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  if (before != NULL && !is_stored (periods, before))
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                           "the period was changed in the meantime");
      return FALSE;
    }
  return after == NULL || hf_manager_period_check (after, periods, today, &field, error);
}

static gboolean
replace (HfStoreSession *session, gint64 customer_id, const HfManagerPeriod *before,
         HfManagerPeriod *after, GError **error)
{
  if (after == NULL)
    return hf_db_execute (session->db, "DELETE FROM account_manager_period WHERE id = $1",
                          HF_DB_VALUES (hf_db_integer (before->id)), NULL, error);
  if (!find_staff (session, customer_id, after, error))
    return FALSE;
  return before == NULL ? hf_store_managers_insert (session, customer_id, after, error)
                        : hf_store_managers_update (session, after, error);
}

/**
 * hf_store_managers_replace:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @before: (nullable): a period as it was read, %NULL to add one
 * @after: (nullable): the same one as it shall be, %NULL to take it away; gets its key, and the
 *   account manager is found or made by the name
 * @error: (nullable): CONFLICT where it is stored otherwise by now, or %HF_FIELD_ERROR where it
 *   does not fit in
 *
 * Corrects the history of who looks after a customer. Whoever's period has not ended is the
 * customer's account manager afterwards.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_managers_replace (HfStoreSession *session, gint64 customer_id,
                           const HfManagerPeriod *before, HfManagerPeriod *after,
                           GError **error)
{
  g_autoptr (GPtrArray) periods = hf_store_managers_list (session, customer_id, error);
  return periods != NULL && check (session, periods, before, after, error)
         && replace (session, customer_id, before, after, error)
         && log_change (session, customer_id, before, after, error)
         && settle_current (session, customer_id, error);
}

static gboolean
end_open (HfStoreSession *session, gint64 customer_id, gint64 staff_id, const char *day,
          GError **error)
{
  gint64 n_ended = 0;
  if (!hf_store_import_images_keep (session, "account_manager_period",
                                    "customer_id = $1 AND to_on IS NULL",
                                    HF_DB_VALUES (hf_db_integer (customer_id)), error)
      || !hf_db_execute (session->db,
                         "UPDATE account_manager_period SET to_on = $2 "
                         "WHERE customer_id = $1 AND to_on IS NULL",
                         HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (day)), &n_ended,
                         error))
    return FALSE;
  /* Who came with this very import has no period yet: see hf_store_managers_begin(). */
  gboolean is_new = session->import_id != 0 && customer_id > session->import_id;
  return n_ended > 0 || !is_new
         || insert_period (session, customer_id, customer_id, staff_id, NULL, day, error);
}

/* The day that somebody chose must not lie before anything that is known. */
static gboolean
check_day (HfStoreSession *session, gint64 customer_id, const char *from_on, GError **error)
{
  const char *field = NULL;
  g_autoptr (GPtrArray) periods = hf_store_managers_list (session, customer_id, error);
  g_autoptr (HfManagerPeriod) next = hf_manager_period_new ();
  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      HfManagerPeriod *period = periods->pdata[i];
      if (period->to_on == NULL && g_strcmp0 (period->from_on, from_on) <= 0)
        period->to_on = g_strdup (from_on);
    }
  /* Who it is does not matter here. */
  next->account_manager = g_strdup ("-");
  next->from_on = g_strdup (from_on);
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  return hf_manager_period_check (next, periods, today, &field, error);
}

/**
 * hf_store_managers_follow:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @before: the key of the account manager so far, 0 for nobody
 * @after: the key of the account manager from now on, 0 for nobody
 * @from_on: (nullable): since when; %NULL for today, or not known where it is the first one
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR about @from_on
 *
 * Has one period of the history end and another begin.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_managers_follow (HfStoreSession *session, gint64 customer_id, gint64 before,
                          gint64 after, const char *from_on, GError **error)
{
  if (before == after)
    return TRUE;
  if (from_on != NULL && !check_day (session, customer_id, from_on, error))
    return FALSE;
  g_autofree char *today = NULL;
  if (from_on == NULL && before != 0)
    from_on = today = hf_time_format_date (hf_store_session_get_now (session));
  if (before != 0 && !end_open (session, customer_id, before, from_on, error))
    return FALSE;
  return after == 0
         || insert_period (session, hf_id_new (), customer_id, after, from_on, NULL, error);
}

/**
 * hf_store_managers_begin:
 * @session: a session that writes
 * @customer_id: a new customer's key
 * @staff_id: the key of the account manager, 0 for nobody
 * @from_on: (nullable): since when, %NULL where it is not known
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Begins the history of a new customer; in an import only from
 * hf_store_managers_begin_imported() on.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_managers_begin (HfStoreSession *session, gint64 customer_id, gint64 staff_id,
                         const char *from_on, GError **error)
{
  return (session->import_id != 0 && from_on == NULL)
         || hf_store_managers_follow (session, customer_id, 0, staff_id, from_on, error);
}

/**
 * hf_store_managers_begin_imported:
 * @session: a session in which an import is under way
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Begins the histories of the customers who are new by this import, all at once, which is
 * faster than one after the other. The first period has its customer's key, which no other has.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_managers_begin_imported (HfStoreSession *session, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO account_manager_period (id, customer_id, staff_id, import_id) "
      "SELECT " HF_DB_WHOLE_TABLE "c.id, c.id, c.account_manager_id, c.import_id "
      "FROM customer c WHERE c.import_id = $1 AND c.id > $1 AND c.account_manager_id IS NOT "
      "NULL "
      "AND NOT EXISTS (SELECT 1 FROM account_manager_period p WHERE p.customer_id = c.id) "
      "ORDER BY c.id",
      HF_DB_VALUES (hf_db_integer (session->import_id)), NULL, error);
}
