#include "config.h"

#include "hf-store-next-call.h"

#include "hf-store-claims.h"
#include "hf-store-follow-ups.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"
#include "hf-time-zone.h"

/* So many are looked at together; nearly always the first can be called. */
#define FEW 32

#define CALLABLE HF_QUEUE_MAY_CALL ("c") " AND " HF_QUEUE_MAY_OFFER ("c")

/* Not the second follow-up of a complaint that this person dealt with. */
#define MINE "AND NOT " HF_QUEUE_FOR_OTHERS ("$2") " "

/* Waiting, for this person or for anybody, and with no other desk: $1 is now, $2 the person,
 * $3 the desk. */
#define WAITING                                                                                \
  "t.state = 'waiting' AND t.due_at <= $1 AND (t.staff_id IS NULL OR t.staff_id = $2) " MINE
#define FREE                                                                                   \
  "AND NOT EXISTS (SELECT 1 FROM call_claim k WHERE k.customer_id = t.customer_id "            \
  "AND k.desk <> $3 AND k.until > $1) "
#define APPOINTMENT                                                                            \
  "t.appointment_at > 0 AND t.appointment_at <= $1 AND (t.appointment_staff_id IS NULL "       \
  "OR t.appointment_staff_id = $2) " MINE

/**
 * hf_next_call_free:
 * @self: (transfer full): a next call
 *
 * Frees it.
 */
void
hf_next_call_free (HfNextCall *self)
{
  g_clear_object (&self->task);
  g_free (self);
}

/**
 * hf_store_calling_rules_get:
 * @session: a session
 * @rules: (out caller-allocates): the firm's rules, or the usual ones
 * @error: (nullable): %HF_CALLING_RULES_ERROR, %HF_STORE_ERROR
 *
 * Reads when customers may be called.
 *
 * Returns: whether they were read
 */
gboolean
hf_store_calling_rules_get (HfStoreSession *session, HfCallingRules *rules, GError **error)
{
  g_autofree char *text = NULL;
  hf_calling_rules_init (rules);
  return hf_store_settings_find (session, HF_SETTING_CALLING_RULES, &text, error)
         && (text == NULL || hf_calling_rules_parse (rules, text, error));
}

/**
 * hf_store_calling_rules_save:
 * @session: a session that writes
 * @rules: rules
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores when customers may be called.
 *
 * Returns: whether they are stored
 */
gboolean
hf_store_calling_rules_save (HfStoreSession *session, const HfCallingRules *rules,
                             GError **error)
{
  g_autofree char *text = hf_calling_rules_format (rules);
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_store_settings_set (session, HF_SETTING_CALLING_RULES, text, error);
}

static GPtrArray *
list_tasks (HfStoreSession *session, const char *sql, const char *zone, GError **error)
{
  return hf_store_session_list (
      session, sql,
      HF_DB_VALUES (hf_db_integer (hf_store_session_get_now (session)),
                    hf_db_integer (session->staff_id), hf_db_integer (session->desk),
                    hf_db_integer (FEW), hf_db_text (zone)),
      hf_queue_task_of_row, g_object_unref, error);
}

/* What the customer was promised comes before what is only worth much. */
static GPtrArray *
list_promised (HfStoreSession *session, const char *zone, GError **error)
{
  return list_tasks (
      session,
      HF_QUEUE_SELECT
      "JOIN promise p ON p.customer_id = t.customer_id AND p.state = 'open' "
      "AND p.due_at <= $1 WHERE t.zone = $5 AND t.appointment_at = 0 AND " WAITING FREE
      "AND " CALLABLE " ORDER BY p.due_at, t.id LIMIT $4",
      zone, error);
}

/* In the order of the index, so that only what is taken is read. */
static GPtrArray *
list_best (HfStoreSession *session, const char *zone, GError **error)
{
  return list_tasks (session,
                     HF_QUEUE_SELECT
                     "WHERE t.zone = $5 AND t.appointment_at = 0 AND " WAITING FREE
                     "AND " CALLABLE " ORDER BY t.priority DESC, t.attempts, t.id "
                     "LIMIT $4",
                     zone, error);
}

/* A time that was agreed with the customer holds at any hour. */
static GPtrArray *
list_appointments (HfStoreSession *session, const char *zone, GError **error)
{
  return list_tasks (session,
                     HF_QUEUE_SELECT
                     "WHERE t.zone = $5 AND t.state = 'waiting' AND " APPOINTMENT FREE
                     "AND " CALLABLE " ORDER BY t.appointment_at, t.id LIMIT $4",
                     zone, error);
}

typedef GPtrArray *(*ListFunc) (HfStoreSession *session, const char *zone, GError **error);

/* The first of all zones' first ones that no other desk takes at this very moment. */
static gboolean
take_first (HfStoreSession *session, GPtrArray *zones, ListFunc list_func, GCompareFunc compare,
            HfNextCall *next, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < zones->len && next->task == NULL; i++)
    {
      GPtrArray *tasks = list_func (session, zones->pdata[i], error);
      if (tasks == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (all, tasks);
    }
  if (compare != NULL)
    g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len && next->task == NULL; i++)
    {
      HfCallTask *task = all->pdata[i];
      gboolean taken = FALSE;
      if (!hf_store_claims_take (session, task->customer_id, &taken, error))
        return FALSE;
      if (taken)
        next->task = g_object_ref (task);
      else
        next->n_others++;
    }
  return TRUE;
}

/* When the first of the zones opens in which somebody waits. */
static gboolean
find_opening (HfStoreSession *session, const HfCallingRules *rules, GPtrArray *closed,
              gint64 *opens_at, GError **error)
{
  gint64 now = hf_store_session_get_now (session);
  for (guint i = 0; i < closed->len; i++)
    {
      g_autoptr (GTimeZone) zone = hf_time_zone_new (closed->pdata[i]);
      g_autoptr (GPtrArray) waiting = list_best (session, closed->pdata[i], error);
      gint64 from = hf_calling_rules_next_open (rules, zone, now);
      if (waiting == NULL)
        return FALSE;
      if (waiting->len > 0 && from != 0 && (*opens_at == 0 || from < *opens_at))
        *opens_at = from;
    }
  return TRUE;
}

/* Why there is nobody to call. */
static gboolean
find_why (HfStoreSession *session, const HfCallingRules *rules, GPtrArray *closed,
          HfNextCall *next, GError **error)
{
  return find_opening (session, rules, closed, &next->opens_at, error)
         && hf_store_follow_ups_count_for_others (session, hf_store_session_get_now (session),
                                                  &next->n_handled, error);
}

/* In some zones customers may be called now. */
static void
part_zones (const HfCallingRules *rules, gint64 now, GPtrArray *zones, GPtrArray *open,
            GPtrArray *closed)
{
  for (guint i = 0; i < zones->len; i++)
    {
      g_autoptr (GTimeZone) zone = hf_time_zone_new (zones->pdata[i]);
      g_ptr_array_add (hf_calling_rules_is_open (rules, zone, now) ? open : closed,
                       zones->pdata[i]);
    }
}

/**
 * hf_store_queue_take_next:
 * @session: a session that writes
 * @at_any_hour: whether the calling hours do not count
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes the best call to make now for this desk: an appointment that is due, first; then
 * whoever was promised something by now; then by risk times value; then whoever was tried
 * least. Nobody gets a customer who is with another desk, who must not be called, whose
 * complaint they dealt with and another follows up, or for whom it is too early or too late in
 * the day; an appointment holds at any hour.
 *
 * Returns: (transfer full) (nullable): the call, or why there is none
 */
HfNextCall *
hf_store_queue_take_next (HfStoreSession *session, gboolean at_any_hour, GError **error)
{
  HfCallingRules rules;
  g_autoptr (HfNextCall) next = g_new0 (HfNextCall, 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new (), closed = g_ptr_array_new ();
  if (!hf_store_calling_rules_get (session, &rules, error))
    return NULL;
  g_autoptr (GPtrArray) zones = hf_queue_list_zones (session, error);
  if (zones == NULL
      || !take_first (session, zones, list_appointments, hf_queue_compare_appointments, next,
                      error))
    return NULL;
  part_zones (&rules, hf_store_session_get_now (session), zones, open, closed);
  GPtrArray *callable = at_any_hour ? zones : open;
  if (!take_first (session, callable, list_promised, NULL, next, error)
      || !take_first (session, callable, list_best, hf_queue_compare_priorities, next, error)
      || (next->task == NULL && !find_why (session, &rules, closed, next, error)))
    return NULL;
  return g_steal_pointer (&next);
}
