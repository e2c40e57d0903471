#include "config.h"

#include "hf-store-escalations-private.h"

#include <glib/gi18n.h>

#include "hf-store-keys-private.h"
#include "hf-store-session-private.h"

/* The most that is told of at once. */
#define MOST "1000"

#define ESCALATION_COLUMNS                                                                     \
  "e.id, e.complaint_id, e.step, e.name, e.place, e.clock, e.due_at, e.at, e.logged_at, "      \
  "e.taken_at, e.taken_by_id, t.name, c.number, coalesce (c.customer_name, k.name), "          \
  "coalesce (k.code, c.customer_code), b.name, c.words, e.raised"
#define ESCALATION_TABLES                                                                      \
  " LEFT JOIN staff t ON t.id = e.taken_by_id LEFT JOIN customer k ON k.id = c.customer_id "   \
  "LEFT JOIN branch b ON b.id = c.branch_id"

static gpointer
escalation_of_row (HfDbStatement *row)
{
  HfEscalation *self = hf_escalation_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->complaint_id = hf_db_statement_get_integer (row, 1);
  self->step = hf_db_statement_dup_text (row, 2);
  self->name = hf_db_statement_dup_text (row, 3);
  self->place = hf_db_statement_get_integer (row, 4);
  self->clock = MAX (
      0, hf_choice_find_name (hf_escalation_clocks, hf_db_statement_get_text (row, 5)));
  self->due_at = hf_db_statement_get_integer (row, 6);
  self->at = hf_db_statement_get_integer (row, 7);
  self->logged_at = hf_db_statement_get_integer (row, 8);
  self->taken_at = hf_db_statement_get_integer (row, 9);
  self->taken_by_id = hf_db_statement_get_integer (row, 10);
  self->taken_by = hf_db_statement_dup_text (row, 11);
  self->number = hf_db_statement_dup_text (row, 12);
  self->customer_name = hf_db_statement_dup_text (row, 13);
  self->customer_code = hf_db_statement_dup_text (row, 14);
  self->branch = hf_db_statement_dup_text (row, 15);
  self->words = hf_db_statement_dup_text (row, 16);
  self->is_raised = hf_db_statement_get_integer (row, 17) != 0;
  return self;
}

static gboolean
read_told (HfStoreSession *session, HfEscalation *escalation, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT s.name FROM escalation_told o JOIN staff s ON s.id = o.staff_id "
      "WHERE o.escalation_id = $1 ORDER BY s.code",
      HF_DB_VALUES (hf_db_integer (escalation->id)), error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  g_autoptr (GString) names = g_string_new (NULL);
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      if (names->len > 0)
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, hf_db_statement_get_text (rows, 0));
    }
  if (names->len > 0)
    escalation->told = g_strdup (names->str);
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_escalations_list:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads which steps of the ladder a complaint reached, with who was told.
 *
 * Returns: (transfer full) (nullable) (element-type HfEscalation): in order of time
 */
GPtrArray *
hf_store_escalations_list (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  g_autoptr (GPtrArray) list = hf_store_session_list (
      session,
      "SELECT " ESCALATION_COLUMNS " FROM escalation e JOIN complaint c "
      "ON c.id = e.complaint_id" ESCALATION_TABLES
      " WHERE e.complaint_id = $1 ORDER BY e.at, e.place, e.id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), escalation_of_row, g_object_unref, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!read_told (session, list->pdata[i], error))
      return NULL;
  return g_steal_pointer (&list);
}

/* The highest step of each complaint only. */
static void
keep_highest (GPtrArray *escalations)
{
  for (guint i = escalations->len; i > 1; i--)
    {
      const HfEscalation *lower = escalations->pdata[i - 1];
      const HfEscalation *higher = escalations->pdata[i - 2];
      if (lower->complaint_id == higher->complaint_id)
        g_ptr_array_remove_index (escalations, i - 1);
    }
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const HfEscalation *one = *(HfEscalation *const *) a, *other = *(HfEscalation *const *) b;
  return one->at < other->at ? -1 : one->at > other->at;
}

/**
 * hf_store_escalations_list_told:
 * @session: a session
 * @only_unseen: whether to leave out what they have looked at
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what who works here was told of, and what still runs and nobody takes care of yet: the
 * highest step of each complaint.
 *
 * Returns: (transfer full) (nullable) (element-type HfEscalation): in order of time
 */
GPtrArray *
hf_store_escalations_list_told (HfStoreSession *session, gboolean only_unseen, GError **error)
{
  /* The outer join has the engines begin with the complaints that run. */
  GPtrArray *list = hf_store_session_list (
      session,
      "SELECT " ESCALATION_COLUMNS " FROM complaint c LEFT JOIN escalation e "
      "ON e.complaint_id = c.id LEFT JOIN escalation_told o "
      "ON o.escalation_id = e.id AND coalesce (o.staff_id, $1) = $1" ESCALATION_TABLES
      " WHERE " HF_ESCALATION_COMPLAINT_RUNS " AND o.escalation_id IS NOT NULL "
      "AND e.taken_at = 0 AND ($2 = 0 OR o.seen_at = 0) AND " HF_ESCALATION_RUNS (
          "c") " ORDER BY c.id, e.place DESC, e.at DESC LIMIT " MOST,
      HF_DB_VALUES (hf_db_integer (session->staff_id), hf_db_integer (only_unseen)),
      escalation_of_row, g_object_unref, error);
  if (list == NULL)
    return NULL;
  keep_highest (list);
  g_ptr_array_sort (list, compare_moments);
  return list;
}

/**
 * hf_store_escalations_waits:
 * @session: a session
 * @complaint_id: a complaint's key
 * @waits: (out): whether who works here was told of it and has not looked at it since
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks whether hf_store_escalations_see() has something to note.
 *
 * Returns: whether it could be looked at
 */
gboolean
hf_store_escalations_waits (HfStoreSession *session, gint64 complaint_id, gboolean *waits,
                            GError **error)
{
  gint64 count = 0;
  gboolean looked = hf_store_session_count (
      session,
      "SELECT count(*) FROM escalation e JOIN escalation_told o ON o.escalation_id = e.id "
      "WHERE e.complaint_id = $1 AND o.seen_at = 0 AND coalesce (o.staff_id, $2) = $2",
      HF_DB_VALUES (hf_db_integer (complaint_id), hf_db_integer (session->staff_id)), &count,
      error);
  *waits = count > 0;
  return looked;
}

/**
 * hf_store_escalations_see:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Notes that who works here has looked at an escalated complaint.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_escalations_see (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  gint64 n_seen = 0;
  hf_store_session_allow_repeat (session);
  if (!hf_db_execute (session->db,
                      "UPDATE escalation_told SET seen_at = $2 WHERE seen_at = 0 "
                      "AND coalesce (staff_id, $3) = $3 AND escalation_id IN "
                      "(SELECT e.id FROM escalation e WHERE e.complaint_id = $1)",
                      HF_DB_VALUES (hf_db_integer (complaint_id),
                                    hf_db_integer (hf_store_session_get_now (session)),
                                    hf_db_integer (session->staff_id)),
                      &n_seen, error))
    return FALSE;
  if (n_seen > 0)
    hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return TRUE;
}

/* All the steps that a complaint reached are taken care of together. */
static gboolean
update_steps (HfStoreSession *session, const char *sql, const HfDbValue *values, gsize n_values,
              GError **error)
{
  gint64 n_changed = 0;
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  if (!hf_db_execute (session->db, sql, values, n_values, &n_changed, error))
    return FALSE;
  if (n_changed == 0)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                         "somebody else takes care of it, or nobody does");
  return n_changed > 0;
}

/**
 * hf_store_escalations_take:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @error: (nullable): CONFLICT where somebody takes care of it already ...
 *
 * Notes that who works here takes care of an escalated complaint: nobody is reminded of the
 * steps that it reached any more.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_escalations_take (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return update_steps (session,
                       "UPDATE escalation SET taken_at = $2, taken_by_id = $3 "
                       "WHERE complaint_id = $1 AND taken_at = 0",
                       HF_DB_VALUES (hf_db_integer (complaint_id),
                                     hf_db_integer (hf_store_session_get_now (session)),
                                     hf_db_reference (session->staff_id)),
                       error);
}

/**
 * hf_store_escalations_give_back:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @error: (nullable): CONFLICT where who works here does not take care of it ...
 *
 * Takes back the last hf_store_escalations_take() of who works here.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_escalations_give_back (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return update_steps (
      session,
      "UPDATE escalation SET taken_at = 0, taken_by_id = NULL WHERE complaint_id = $1 "
      "AND coalesce (taken_by_id, 0) = $2 AND taken_at = "
      "(SELECT max (e.taken_at) FROM escalation e WHERE e.complaint_id = $1) AND taken_at > 0",
      HF_DB_VALUES (hf_db_integer (complaint_id), hf_db_integer (session->staff_id)), error);
}

static gpointer
name_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

static char *
find_name (HfStoreSession *session, gint64 staff_id, GError **error)
{
  return hf_store_session_get (session, "SELECT name FROM staff WHERE id = $1",
                               HF_DB_VALUES (hf_db_integer (staff_id)), name_of_row, error);
}

static void
undo_update (gpointer data)
{
  ((HfComplaint *) data)->revision--;
}

/**
 * hf_store_escalations_hand_over:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @staff_id: who deals with it from now on
 * @error: (nullable): CONFLICT, NOT_FOUND ...
 *
 * Hands a complaint over to somebody else, and keeps who did so when.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_escalations_hand_over (HfStoreSession *session, HfComplaint *complaint,
                                gint64 staff_id, GError **error)
{
  g_autofree char *to = find_name (session, staff_id, error);
  if (to == NULL)
    return FALSE;
  gint64 from_id = complaint->handler_id != 0 ? complaint->handler_id : complaint->taken_by_id;
  g_autofree char *from = from_id != 0 ? find_name (session, from_id, error) : NULL;
  if (from_id != 0 && from == NULL)
    return FALSE;
  if (!hf_store_session_update (session,
                                "UPDATE complaint SET handler_id = $2, revision = revision + 1 "
                                "WHERE id = $1 AND revision = $3",
                                HF_DB_VALUES (hf_db_integer (complaint->id),
                                              hf_db_integer (staff_id),
                                              hf_db_integer (complaint->revision)),
                                error))
    return FALSE;
  complaint->revision++;
  hf_store_session_on_undo (session, complaint, undo_update);
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return hf_store_session_log (session, "complaint", complaint->id, "update", "handler_id",
                               from, to, error);
}

/**
 * hf_handover_free:
 * @self: (transfer full): a handover
 *
 * Frees it.
 */
void
hf_handover_free (HfHandover *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->staff);
  g_free (self);
}

static gpointer
handover_of_row (HfDbStatement *row)
{
  HfHandover *self = g_new0 (HfHandover, 1);
  self->at = hf_db_statement_get_integer (row, 0);
  self->from = hf_db_statement_dup_text (row, 1);
  self->to = hf_db_statement_dup_text (row, 2);
  self->staff = hf_db_statement_dup_text (row, 3);
  return self;
}

/**
 * hf_store_escalations_list_handovers:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads whom a complaint was handed over to.
 *
 * Returns: (transfer full) (nullable) (element-type HfHandover): in order of time
 */
GPtrArray *
hf_store_escalations_list_handovers (HfStoreSession *session, gint64 complaint_id,
                                     GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT l.at, l.before, l.after, s.name FROM change_log l "
      "LEFT JOIN staff s ON s.id = l.staff_id WHERE l.entity = 'complaint' "
      "AND l.entity_id = $1 AND l.field = 'handler_id' ORDER BY l.at, l.id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), handover_of_row,
      (GDestroyNotify) hf_handover_free, error);
}

#define HIGHEST_OF_C                                                                           \
  "(SELECT e.id FROM escalation e WHERE e.complaint_id = c.id AND e.raised = 1"

static gpointer
mark_of_row (HfDbStatement *row)
{
  HfComplaint *self = hf_complaint_new ();
  self->handler_id = hf_db_statement_get_integer (row, 1);
  self->handler = hf_db_statement_dup_text (row, 2);
  self->escalation = hf_db_statement_dup_text (row, 3);
  self->escalation_name = hf_db_statement_dup_text (row, 4);
  self->is_escalated = hf_db_statement_get_integer (row, 5) != 0;
  return self;
}

static void
set_mark (HfComplaint *complaint, HfComplaint *mark)
{
  complaint->handler_id = mark->handler_id;
  complaint->handler = g_steal_pointer (&mark->handler);
  complaint->escalation = g_steal_pointer (&mark->escalation);
  complaint->escalation_name = g_steal_pointer (&mark->escalation_name);
  complaint->is_escalated = mark->is_escalated;
}

/**
 * hf_escalations_mark:
 * @session: a session
 * @complaints: (element-type HfComplaint): complaints that were read; some may be %NULL
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads who deals with complaints, and the highest step of the ladder that each has reached: of
 * what still runs, else of all.
 *
 * Returns: whether it could be read
 */
gboolean
hf_escalations_mark (HfStoreSession *session, GPtrArray *complaints, GError **error)
{
  g_autofree gint64 *keys = hf_complaints_dup_keys (complaints);
  g_autoptr (GPtrArray) marks = hf_store_keys_read (
      session,
      "SELECT c.id, c.handler_id, h.name, e.step, e.name, "
      "CASE WHEN e.id IS NOT NULL AND " HF_ESCALATION_RUNS (
          "c") " THEN 1 ELSE 0 END "
               "FROM complaint c LEFT JOIN staff h ON h.id = c.handler_id "
               "LEFT JOIN escalation e ON e.id = coalesce (" HIGHEST_OF_C
               " AND " HF_ESCALATION_RUNS (
                   "c") " ORDER BY e.place DESC LIMIT 1), " HIGHEST_OF_C
                        " ORDER BY e.place DESC, e.at DESC LIMIT 1)) WHERE c.id",
      keys, complaints->len, mark_of_row, error);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (marks->pdata[i] != NULL && complaints->pdata[i] != NULL)
      set_mark (complaints->pdata[i], marks->pdata[i]);
  return marks != NULL;
}
