#include "config.h"

#include "hf-store-managers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-id.h"
#include "hf-store-import-images-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-time.h"

/* One period of the history: who looked after the customer, from when to when. */
typedef struct
{
  gint64 id;
  gint64 staff_id;
  char *from_on; /* NULL: since ever */
  char *to_on;   /* NULL: until now */
} Period;

static void
period_free (gpointer data)
{
  Period *period = data;
  g_free (period->from_on);
  g_free (period->to_on);
  g_free (period);
}

static gpointer
period_of_row (HfDbStatement *row)
{
  Period *period = g_new0 (Period, 1);
  period->id = hf_db_statement_get_integer (row, 0);
  period->staff_id = hf_db_statement_get_integer (row, 1);
  period->from_on = hf_db_statement_dup_text (row, 2);
  period->to_on = hf_db_statement_dup_text (row, 3);
  return period;
}

static gboolean
find_customer (HfStoreSession *session, HfManagerChange *change, gint64 *branch_id,
               GError **error)
{
  if (change->customer_id == 0
      && !hf_store_session_count (session, HF_STORE_CUSTOMER_ID ("$1"),
                                  HF_DB_VALUES (hf_db_text (change->customer_code)),
                                  &change->customer_id, error))
    return FALSE;
  if (change->customer_id == 0)
    {
      g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                   /* Translators: %s is a customer's code. */
                   _ ("there is no customer “%s”"), change->customer_code);
      return FALSE;
    }
  return hf_store_session_count (
      session, "SELECT coalesce (branch_id, 0) FROM customer WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (change->customer_id)), branch_id, error);
}

static gboolean
check_day (HfStoreSession *session, const HfManagerChange *change, GError **error)
{
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  if (strcmp (change->from_on, today) <= 0)
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                       _ ("this day is still to come"));
  return FALSE;
}

static GPtrArray *
list_periods (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT id, staff_id, from_on, to_on "
                                "FROM account_manager_period WHERE customer_id = $1 "
                                "ORDER BY from_on NULLS FIRST, id",
                                HF_DB_VALUES (hf_db_integer (customer_id)), period_of_row,
                                period_free, error);
}

/* The last period that begins on the day or before, and the first one behind it. */
static const Period *
find_period (const GPtrArray *periods, const char *day, const Period **next)
{
  const Period *last = NULL;
  *next = NULL;
  for (guint i = 0; i < periods->len && *next == NULL; i++)
    {
      const Period *period = periods->pdata[i];
      if (period->from_on == NULL || strcmp (period->from_on, day) <= 0)
        last = period;
      else
        *next = period;
    }
  return last;
}

static gboolean
set_current (HfStoreSession *session, gint64 customer_id, gint64 staff_id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return hf_store_import_images_keep (session, "customer", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (customer_id)), error)
         && hf_db_execute (
             session->db,
             "UPDATE customer SET account_manager_id = $2, revision = revision + 1 "
             "WHERE id = $1 AND coalesce (account_manager_id, 0) <> $2",
             HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (staff_id)), NULL, error);
}

/* So that the import that changes it can be undone. */
static gboolean
keep_period (HfStoreSession *session, const Period *period, GError **error)
{
  return hf_store_import_images_keep (session, "account_manager_period", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (period->id)), error);
}

static HfManagerChangeFate
correct (HfStoreSession *session, gint64 customer_id, const Period *period, gint64 staff_id,
         GError **error)
{
  if (!keep_period (session, period, error)
      || !hf_db_execute (
          session->db, "UPDATE account_manager_period SET staff_id = $2 WHERE id = $1",
          HF_DB_VALUES (hf_db_integer (period->id), hf_db_integer (staff_id)), NULL, error)
      || (period->to_on == NULL && !set_current (session, customer_id, staff_id, error)))
    return HF_MANAGER_CHANGE_FAILED;
  return HF_MANAGER_CHANGE_CORRECTED;
}

/* The new period takes over what is left of the one before it. */
static HfManagerChangeFate
add (HfStoreSession *session, const HfManagerChange *change, const Period *before,
     const Period *next, gint64 staff_id, GError **error)
{
  gboolean ends_before = before != NULL && before->to_on != NULL
                         && strcmp (before->to_on, change->from_on) < 0;
  const char *to_on = before != NULL && !ends_before ? before->to_on : NULL;
  if (to_on == NULL && next != NULL)
    to_on = next->from_on;
  if (before != NULL && !ends_before
      && (!keep_period (session, before, error)
          || !hf_db_execute (
              session->db, "UPDATE account_manager_period SET to_on = $2 WHERE id = $1",
              HF_DB_VALUES (hf_db_integer (before->id), hf_db_text (change->from_on)), NULL,
              error)))
    return HF_MANAGER_CHANGE_FAILED;
  if (!hf_db_execute (session->db,
                      "INSERT INTO account_manager_period (id, customer_id, staff_id, from_on, "
                      "to_on, import_id) VALUES ($1, $2, $3, $4, $5, $6)",
                      HF_DB_VALUES (hf_db_integer (hf_id_new ()),
                                    hf_db_integer (change->customer_id),
                                    hf_db_integer (staff_id), hf_db_text (change->from_on),
                                    hf_db_text (to_on), hf_db_reference (session->import_id)),
                      NULL, error)
      || (to_on == NULL && !set_current (session, change->customer_id, staff_id, error)))
    return HF_MANAGER_CHANGE_FAILED;
  return HF_MANAGER_CHANGE_ADDED;
}

/**
 * hf_store_managers_change:
 * @session: a session that writes
 * @change: who looks after which customer from which day on
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR where there is no such customer or
 * the day is still to come
 *
 * Puts a change of account manager into the customer's history, in whatever order such changes
 * come; who has the last period is the customer's account manager. A new name becomes a member
 * of staff.
 *
 * Returns: what it did to the history
 */
HfManagerChangeFate
hf_store_managers_change (HfStoreSession *session, HfManagerChange *change, GError **error)
{
  gint64 branch_id = 0, staff_id = 0;
  if (!hf_manager_change_validate (change, error) || !check_day (session, change, error)
      || !find_customer (session, change, &branch_id, error)
      || !hf_store_staff_ensure (session, change->account_manager, branch_id, &staff_id, error))
    return HF_MANAGER_CHANGE_FAILED;
  g_autoptr (GPtrArray) periods = list_periods (session, change->customer_id, error);
  if (periods == NULL)
    return HF_MANAGER_CHANGE_FAILED;
  const Period *next;
  const Period *period = find_period (periods, change->from_on, &next);
  gboolean goes_on = period != NULL
                     && (period->to_on == NULL || strcmp (period->to_on, change->from_on) > 0);
  if (period != NULL && period->staff_id == staff_id
      && (goes_on || g_strcmp0 (period->from_on, change->from_on) == 0))
    return HF_MANAGER_CHANGE_NONE;
  if (period != NULL && g_strcmp0 (period->from_on, change->from_on) == 0)
    return correct (session, change->customer_id, period, staff_id, error);
  return add (session, change, period, next, staff_id, error);
}
