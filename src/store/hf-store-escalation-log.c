#include "config.h"

#include "hf-store-escalations-private.h"

#include "hf-deadline-change.h"
#include "hf-escalation-plan.h"
#include "hf-id.h"
#include "hf-store-calendars.h"
#include "hf-store-ladder.h"
#include "hf-store-session-private.h"

/* What is needed to find out who is to be told. */
typedef struct
{
  HfStoreSession *session;
  GPtrArray *ladder;
  GHashTable *calendars; /* (element-type gint64 HfWorkCalendar): by branch */
  gint64 now;
  guint n_new;
  gboolean only_count;
} Look;

/* A complaint of which something runs. */
typedef struct
{
  HfComplaint *complaint;
  gint64 respond_since;
  gint64 resolve_since;
  GPtrArray *logged; /* (element-type Logged) */
} Running;

typedef struct
{
  char *step;
  gint64 due_at;
} Logged;

static void
logged_free (gpointer data)
{
  g_free (((Logged *) data)->step);
  g_free (data);
}

static void
running_free (gpointer data)
{
  Running *self = data;
  g_object_unref (self->complaint);
  g_ptr_array_unref (self->logged);
  g_free (self);
}

#define SINCE(kind, deadline)                                                                  \
  "coalesce ((SELECT max (d.at) FROM deadline_change d WHERE d.complaint_id = c.id "           \
  "AND d.kind = '" kind "' AND d.after_at = c." deadline "), 0)"

/* With a row for each step that is logged. The outer join has the engines begin with the
 * complaints that run. */
#define RUNNING                                                                                \
  "SELECT c.id, c.status, c.received_at, c.branch_id, c.term, c.respond_by, c.next_word_by, "  \
  "c.due_at, c.acknowledged_at, c.clock, c.word_every, " SINCE (                               \
      "respond",                                                                               \
      "respond_by") ", " SINCE ("resolve",                                                     \
                                "due_at") ", e.step, e.due_at FROM complaint c LEFT JOIN "     \
                                          "escalation e "                                      \
                                          "ON e.complaint_id = c.id AND " HF_ESCALATION_RUNS ( \
                                              "c") " WHERE " HF_ESCALATION_COMPLAINT_RUNS      \
                                                   " ORDER BY c.id"

static Running *
running_of_row (HfDbStatement *row)
{
  Running *self = g_new0 (Running, 1);
  HfComplaint *complaint = self->complaint = hf_complaint_new ();
  self->logged = g_ptr_array_new_with_free_func (logged_free);
  complaint->id = hf_db_statement_get_integer (row, 0);
  complaint->status = MAX (
      0, hf_choice_find_name (hf_complaint_statuses, hf_db_statement_get_text (row, 1)));
  complaint->received_at = hf_db_statement_get_integer (row, 2);
  complaint->branch_id = hf_db_statement_get_integer (row, 3);
  complaint->term = hf_choice_find_name (hf_promise_terms, hf_db_statement_get_text (row, 4));
  complaint->respond_by = hf_db_statement_get_integer (row, 5);
  complaint->next_word_by = hf_db_statement_get_integer (row, 6);
  complaint->due_at = hf_db_statement_get_integer (row, 7);
  complaint->acknowledged_at = hf_db_statement_get_integer (row, 8);
  complaint->clock = hf_choice_find_name (hf_clock_kinds, hf_db_statement_get_text (row, 9));
  complaint->word_every = hf_db_statement_get_integer (row, 10);
  self->respond_since = hf_db_statement_get_integer (row, 11);
  self->resolve_since = hf_db_statement_get_integer (row, 12);
  return self;
}

static GPtrArray *
list_running (HfStoreSession *session, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, RUNNING, HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return NULL;
  HfDbStep step;
  g_autoptr (GPtrArray) running = g_ptr_array_new_with_free_func (running_free);
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      Running *last = running->len > 0 ? running->pdata[running->len - 1] : NULL;
      if (last == NULL || last->complaint->id != hf_db_statement_get_integer (rows, 0))
        g_ptr_array_add (running, last = running_of_row (rows));
      if (hf_db_statement_get_text (rows, 13) == NULL)
        continue;
      Logged *logged = g_new0 (Logged, 1);
      logged->step = hf_db_statement_dup_text (rows, 13);
      logged->due_at = hf_db_statement_get_integer (rows, 14);
      g_ptr_array_add (last->logged, logged);
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&running) : NULL;
}

static HfWorkCalendar *
get_calendar (Look *self, gint64 branch_id, GError **error)
{
  HfWorkCalendar *calendar = g_hash_table_lookup (self->calendars, &branch_id);
  if (calendar != NULL)
    return calendar;
  calendar = hf_store_calendars_get_of_branch (self->session, branch_id, error);
  if (calendar != NULL)
    g_hash_table_insert (self->calendars, g_memdup2 (&branch_id, sizeof branch_id), calendar);
  return calendar;
}

static gboolean
is_logged (const Running *running, const char *step, gint64 due_at)
{
  for (guint i = 0; i < running->logged->len; i++)
    {
      const Logged *logged = running->logged->pdata[i];
      if (logged->due_at == due_at && g_str_equal (logged->step, step))
        return TRUE;
    }
  return FALSE;
}

/* Who is told of a step; whoever has left is not. */
#define TELL                                                                                   \
  "INSERT INTO escalation_told (escalation_id, staff_id) SELECT $1, s.id FROM staff s "        \
  "JOIN complaint c ON c.id = $2 WHERE s.active = 1 AND ("                                     \
  "($3 = 1 AND s.id = coalesce (c.handler_id, c.taken_by_id)) "                                \
  "OR ($4 = 1 AND s.id = c.taken_by_id) "                                                      \
  "OR ($5 = 1 AND s.manager = 1 AND s.branch_id = c.branch_id) "                               \
  "OR ($6 = 1 AND s.manager = 1) OR s.id = $7)"

static gboolean
tell_some (Look *self, gint64 id, gint64 complaint_id, guint tells, gint64 staff_id,
           gint64 *n_told, GError **error)
{
  HfDbValue values[] = { hf_db_integer (id),
                         hf_db_integer (complaint_id),
                         hf_db_integer (tells >> HF_ESCALATION_HANDLER & 1),
                         hf_db_integer (tells >> HF_ESCALATION_TAKER & 1),
                         hf_db_integer (tells >> HF_ESCALATION_BRANCH & 1),
                         hf_db_integer (tells >> HF_ESCALATION_MANAGERS & 1),
                         hf_db_integer (staff_id) };
  return hf_db_execute (self->session->db, TELL, values, G_N_ELEMENTS (values), n_told, error);
}

/* Where nobody is found, as of a branch without a manager, all managers are told; where there
 * is none of them either, whoever is there. */
static gboolean
tell (Look *self, gint64 id, gint64 complaint_id, const HfEscalationStep *step, GError **error)
{
  gint64 n_told = 0;
  if (!tell_some (self, id, complaint_id, step->tells, step->staff_id, &n_told, error)
      || (n_told == 0
          && !tell_some (self, id, complaint_id, 1u << HF_ESCALATION_MANAGERS, 0, &n_told,
                         error)))
    return FALSE;
  return n_told > 0
         || hf_db_execute (
             self->session->db,
             "INSERT INTO escalation_told (escalation_id, staff_id) VALUES ($1, NULL)",
             HF_DB_VALUES (hf_db_integer (id)), NULL, error);
}

/* Another desk may be at the same step in this moment: one of them logs it. */
static gboolean
log_step (Look *self, gint64 complaint_id, const HfEscalationMoment *moment, GError **error)
{
  const HfEscalationStep *step = self->ladder->pdata[moment->place];
  gint64 id = hf_id_new (), n_logged = 0;
  if (!hf_db_execute (
          self->session->db,
          "INSERT INTO escalation (id, complaint_id, step, name, place, clock, due_at, at, "
          "logged_at, raised) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
          "ON CONFLICT (complaint_id, step, due_at) DO NOTHING",
          HF_DB_VALUES (
              hf_db_integer (id), hf_db_integer (complaint_id), hf_db_text (step->code),
              hf_db_text (step->name), hf_db_integer (moment->place),
              hf_db_text (hf_escalation_clocks[step->clock].name),
              hf_db_integer (moment->due_at), hf_db_integer (moment->at),
              hf_db_integer (self->now), hf_db_integer (hf_escalation_step_raises (step))),
          &n_logged, error))
    return FALSE;
  return n_logged == 0 || tell (self, id, complaint_id, step, error);
}

static gboolean
look_at (Look *self, const Running *running, GError **error)
{
  const HfComplaint *complaint = running->complaint;
  HfEscalationCase of;
  HfWorkCalendar *calendar = get_calendar (self, complaint->branch_id, error);
  if (calendar == NULL)
    return FALSE;
  hf_escalation_case_init (&of, complaint, running->respond_since, running->resolve_since);
  g_autoptr (GArray) plan = hf_escalation_plan_new (self->ladder, &of, calendar);
  for (guint i = 0; i < plan->len; i++)
    {
      const HfEscalationMoment *moment = &g_array_index (plan, HfEscalationMoment, i);
      const HfEscalationStep *step = self->ladder->pdata[moment->place];
      if (moment->at > self->now || is_logged (running, step->code, moment->due_at))
        continue;
      self->n_new++;
      if (!self->only_count && !log_step (self, complaint->id, moment, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
look (Look *self, GError **error)
{
  self->now = hf_store_session_get_now (self->session);
  g_autoptr (GPtrArray) ladder = self->ladder = hf_store_ladder_get (self->session, error);
  if (ladder == NULL)
    return FALSE;
  g_autoptr (GPtrArray) running = list_running (self->session, error);
  g_autoptr (GHashTable) calendars = self->calendars = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; running != NULL && i < running->len; i++)
    if (!look_at (self, running->pdata[i], error))
      return FALSE;
  return running != NULL;
}

/**
 * hf_store_escalations_count_due:
 * @session: a session
 * @count: (out): how many steps are reached and not logged yet
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks whether there is something to log. It takes as long as there are complaints of which
 * something runs, however many are stored.
 *
 * Returns: whether it could be looked at
 */
gboolean
hf_store_escalations_count_due (HfStoreSession *session, guint *count, GError **error)
{
  Look self = { .session = session, .only_count = TRUE };
  gboolean looked = look (&self, error);
  *count = self.n_new;
  return looked;
}

/**
 * hf_store_escalations_log:
 * @session: a session that writes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Logs the steps that are reached by now, with who is told: each once for a deadline, however
 * many desks do so. Complaints that are answered go up no step.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_escalations_log (HfStoreSession *session, GError **error)
{
  Look self = { .session = session };
  hf_store_session_allow_repeat (session);
  if (!look (&self, error))
    return FALSE;
  if (self.n_new > 0)
    hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return TRUE;
}

/**
 * hf_escalation_next_clear:
 * @self: the step that comes next
 *
 * Frees what it holds.
 */
void
hf_escalation_next_clear (HfEscalationNext *self)
{
  g_clear_pointer (&self->name, g_free);
}

static gboolean
find_since (HfStoreSession *session, const HfComplaint *complaint, HfDeadlineKind kind,
            gint64 deadline, gint64 *since, GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT max (at) FROM deadline_change WHERE complaint_id = $1 AND kind = $2 "
      "AND after_at = $3",
      HF_DB_VALUES (hf_db_integer (complaint->id), hf_db_text (hf_deadline_kinds[kind].name),
                    hf_db_integer (deadline)),
      since, error);
}

/**
 * hf_store_escalations_find_next:
 * @session: a session
 * @complaint: a stored complaint
 * @next: (out caller-allocates): the step that comes next
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Works out when a complaint goes up the next step, unless it is answered before.
 *
 * Returns: whether it could be worked out
 */
gboolean
hf_store_escalations_find_next (HfStoreSession *session, const HfComplaint *complaint,
                                HfEscalationNext *next, GError **error)
{
  HfEscalationCase of;
  HfEscalationReading reading;
  gint64 respond_since = 0, resolve_since = 0;
  *next = (HfEscalationNext){ 0 };
  if (!find_since (session, complaint, HF_DEADLINE_RESPOND, complaint->respond_by,
                   &respond_since, error)
      || !find_since (session, complaint, HF_DEADLINE_RESOLVE, complaint->due_at,
                      &resolve_since, error))
    return FALSE;
  g_autoptr (GPtrArray) ladder = hf_store_ladder_get (session, error);
  g_autoptr (HfWorkCalendar) calendar = ladder != NULL ? hf_store_calendars_get_of_branch (
                                            session, complaint->branch_id, error)
                                                       : NULL;
  if (calendar == NULL)
    return FALSE;
  hf_escalation_case_init (&of, complaint, respond_since, resolve_since);
  g_autoptr (GArray) plan = hf_escalation_plan_new (ladder, &of, calendar);
  hf_escalation_plan_read (plan, NULL, hf_store_session_get_now (session), &reading);
  next->n_steps = ladder->len;
  if (reading.next != NULL)
    {
      next->at = reading.next->at;
      next->name = g_strdup (hf_escalation_step_name (ladder->pdata[reading.next->place]));
    }
  return TRUE;
}
