#include "config.h"

#include "hf-store-managers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-store-import-images-private.h"
#include "hf-store-managers-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-text.h"
#include "hf-time.h"

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

/* The last period that begins on the day or before, and the first one behind it. */
static HfManagerPeriod *
find_period (const GPtrArray *periods, const char *day, const HfManagerPeriod **next)
{
  HfManagerPeriod *last = NULL;
  *next = NULL;
  for (guint i = 0; i < periods->len && *next == NULL; i++)
    {
      HfManagerPeriod *period = periods->pdata[i];
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

static HfManagerChangeFate
correct (HfStoreSession *session, gint64 customer_id, HfManagerPeriod *period, gint64 staff_id,
         GError **error)
{
  period->staff_id = staff_id;
  if (!hf_store_managers_update (session, period, error)
      || (period->to_on == NULL && !set_current (session, customer_id, staff_id, error)))
    return HF_MANAGER_CHANGE_FAILED;
  return HF_MANAGER_CHANGE_CORRECTED;
}

static gboolean
end_period (HfStoreSession *session, HfManagerPeriod *period, const char *day, GError **error)
{
  hf_text_set (&period->to_on, day);
  return hf_store_managers_update (session, period, error);
}

/* The new period takes over what is left of the one before it. */
static HfManagerChangeFate
add (HfStoreSession *session, const HfManagerChange *change, HfManagerPeriod *before,
     const HfManagerPeriod *next, gint64 staff_id, GError **error)
{
  g_autoptr (HfManagerPeriod) period = hf_manager_period_new ();
  gboolean goes_on = before != NULL
                     && (before->to_on == NULL || strcmp (before->to_on, change->from_on) >= 0);
  period->staff_id = staff_id;
  period->from_on = g_strdup (change->from_on);
  period->to_on = g_strdup (goes_on ? before->to_on : NULL);
  if (period->to_on == NULL && next != NULL)
    period->to_on = g_strdup (next->from_on);
  if ((goes_on && !end_period (session, before, change->from_on, error))
      || !hf_store_managers_insert (session, change->customer_id, period, error)
      || (period->to_on == NULL
          && !set_current (session, change->customer_id, staff_id, error)))
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
  g_autoptr (GPtrArray) periods = hf_store_managers_list (session, change->customer_id, error);
  if (periods == NULL)
    return HF_MANAGER_CHANGE_FAILED;
  const HfManagerPeriod *next;
  HfManagerPeriod *period = find_period (periods, change->from_on, &next);
  gboolean goes_on = period != NULL
                     && (period->to_on == NULL || strcmp (period->to_on, change->from_on) > 0);
  if (period != NULL && period->staff_id == staff_id
      && (goes_on || g_strcmp0 (period->from_on, change->from_on) == 0))
    return HF_MANAGER_CHANGE_NONE;
  if (period != NULL && g_strcmp0 (period->from_on, change->from_on) == 0)
    return correct (session, change->customer_id, period, staff_id, error);
  return add (session, change, period, next, staff_id, error);
}
