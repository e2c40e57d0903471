#include "config.h"

#include "hf-store-agenda.h"
#include "hf-store-attempts.h"
#include "hf-store-claims.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-place.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define MINUTE G_TIME_SPAN_MINUTE
#define ALL 100

/* Two desks, each with somebody of their own, at one database; C1 .. C4 have appointments. */
typedef struct
{
  char *place;
  HfStore *one;
  HfStore *other;
  gint64 staff[2];
} Fixture;

static gpointer
run (HfStore *store, HfStoreFunc func, gconstpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_WRITE, func, (gpointer) input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
add_staff (HfStoreSession *session, gpointer keys, GError **error)
{
  static const char *const names[] = { "小李", "小张" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HfStaff) staff = hf_staff_new ();
      staff->code = g_strdup (names[i]);
      staff->name = g_strdup (names[i]);
      staff->active = TRUE;
      if (!hf_store_staff_save (session, staff, error))
        return NULL;
      ((gint64 *) keys)[i] = staff->id;
    }
  return HF_STORE_DONE;
}

typedef struct
{
  const char *code;
  gint64 at;
  gint64 staff_id;
} Agreed;

static gboolean
agree (HfStoreSession *session, const Agreed *agreed, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  customer->code = g_strdup (agreed->code);
  customer->name = g_strdup_printf ("客户%s", agreed->code);
  if (!hf_store_customers_save (session, customer, error))
    return FALSE;
  attempt->customer_id = customer->id;
  attempt->outcome = g_strdup ("call-back");
  attempt->started_at = attempt->ended_at = NOW - 60 * MINUTE;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, agreed->at, error)
         && hf_store_agenda_keep (session, customer->id, HF_INTERVIEW_LOST, agreed->staff_id,
                                  error);
}

static gpointer
add_appointments (HfStoreSession *session, gpointer data, GError **error)
{
  const Fixture *fixture = data;
  const Agreed agreed[] = {
    { "C1", NOW - 30 * MINUTE, fixture->staff[0] },
    { "C2", NOW, 0 },
    { "C3", NOW + 5 * MINUTE, fixture->staff[1] },
    { "C4", NOW + 24 * 60 * MINUTE, 0 },
  };
  hf_store_session_set_now (session, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (agreed); i++)
    if (!agree (session, &agreed[i], error))
      return NULL;
  return HF_STORE_DONE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->place = hf_test_place_new ();
  fixture->one = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture->one, add_staff, fixture->staff);
  fixture->other = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_set_desk (fixture->other, 2);
  hf_store_set_staff_id (fixture->one, fixture->staff[0]);
  hf_store_set_staff_id (fixture->other, fixture->staff[1]);
  run (fixture->one, add_appointments, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->one);
  g_clear_object (&fixture->other);
  hf_test_place_free (fixture->place);
}

static gpointer
list (HfStoreSession *session, gpointer span, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_agenda_list (session, span, ALL, error);
}

static gpointer
list_free (HfStoreSession *session, gpointer span, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_agenda_list_free (session, span, ALL, error);
}

static GPtrArray *
read_span (HfStore *store, HfStoreFunc func, gint64 from, gint64 to, gboolean everybodys)
{
  HfAgendaSpan span = { from, to, everybodys };
  g_autoptr (GError) error = NULL;
  GPtrArray *tasks = hf_store_run (store, HF_STORE_READ, func, &span, NULL, &error);
  g_assert_no_error (error);
  return tasks;
}

static void
assert_span (HfStore *store, HfStoreFunc func, gint64 from, gint64 to, gboolean everybodys,
             const char *expected)
{
  g_autoptr (GPtrArray) tasks = read_span (store, func, from, to, everybodys);
  g_autoptr (GString) codes = g_string_new (NULL);
  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            ((HfCallTask *) tasks->pdata[i])->customer_code);
  g_assert_cmpstr (codes->str, ==, expected);
}

static HfCallTask *
find (HfStore *store, const char *code)
{
  g_autoptr (GPtrArray) tasks = read_span (store, list, 1, G_MAXINT64, TRUE);
  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (((HfCallTask *) tasks->pdata[i])->customer_code, code))
      return g_object_ref (tasks->pdata[i]);
  return NULL;
}

static void
test_each_sees_their_own_and_anybodys (Fixture *fixture, gconstpointer data)
{
  gint64 tomorrow = NOW + 12 * 60 * MINUTE;
  assert_span (fixture->one, list, 1, tomorrow, FALSE, "C1 C2");
  assert_span (fixture->other, list, 1, tomorrow, FALSE, "C2 C3");
  assert_span (fixture->other, list, 1, tomorrow, TRUE, "C1 C2 C3");
  assert_span (fixture->one, list, NOW, NOW + 5 * MINUTE, TRUE, "C2");
  assert_span (fixture->one, list, tomorrow, G_MAXINT64, FALSE, "C4");
  hf_store_set_staff_id (fixture->one, 0);
  assert_span (fixture->one, list, 1, tomorrow, FALSE, "C2");
  g_autoptr (HfCallTask) hard = find (fixture->one, "C3");
  g_assert_cmpstr (hard->appointment_staff, ==, "小张");
  g_autoptr (HfCallTask) soft = find (fixture->one, "C2");
  g_assert_null (soft->appointment_staff);
}

static gpointer
list_queue (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_queue_list (session, NOW, ALL, error);
}

static gpointer
count_due (HfStoreSession *session, gpointer count, GError **error)
{
  return hf_store_queue_count_appointments (session, NOW, count, error) ? HF_STORE_DONE : NULL;
}

/* Today's list offers what a desk may really take. */
static void
test_todays_list_is_this_desks (Fixture *fixture, gconstpointer data)
{
  gint64 count = 0;
  g_autoptr (GPtrArray) one = run (fixture->one, list_queue, NULL);
  g_autoptr (GPtrArray) other = run (fixture->other, list_queue, NULL);
  g_assert_cmpuint (one->len, ==, 2);
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpstr (((HfCallTask *) one->pdata[0])->customer_code, ==, "C1");
  g_assert_cmpstr (((HfCallTask *) other->pdata[0])->customer_code, ==, "C2");
  run (fixture->one, count_due, &count);
  g_assert_cmpint (count, ==, 2);
  run (fixture->other, count_due, &count);
  g_assert_cmpint (count, ==, 1);
}

static gpointer
find_first (HfStoreSession *session, gpointer span, GError **error)
{
  gint64 *moment = g_new0 (gint64, 1);
  if (hf_store_agenda_find_first (session, span, moment, error))
    return moment;
  g_free (moment);
  return NULL;
}

static void
test_the_first_one_is_found (Fixture *fixture, gconstpointer data)
{
  HfAgendaSpan later = { NOW + 1, G_MAXINT64, FALSE }, none = { 1, 2, TRUE };
  g_autofree gint64 *first = run (fixture->one, find_first, &later);
  g_autofree gint64 *nothing = run (fixture->one, find_first, &none);
  g_assert_cmpint (*first, ==, NOW + 24 * 60 * MINUTE);
  g_assert_cmpint (*nothing, ==, 0);
}

static gpointer
take (HfStoreSession *session, gpointer customer_id, GError **error)
{
  gboolean taken = FALSE;
  hf_store_session_set_now (session, NOW);
  g_assert_true (hf_store_claims_take (session, *(const gint64 *) customer_id, &taken, error));
  g_assert_true (taken);
  return HF_STORE_DONE;
}

static gpointer
release (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_claims_release (session, *(const gint64 *) customer_id, error) ? HF_STORE_DONE
                                                                                 : NULL;
}

/* Whoever is on the phone already needs no reminder, at any desk. */
static void
test_what_is_being_kept_is_not_free (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfCallTask) soft = find (fixture->one, "C2");
  assert_span (fixture->one, list_free, 1, NOW + 1, FALSE, "C1 C2");
  run (fixture->other, take, &soft->customer_id);
  assert_span (fixture->one, list_free, 1, NOW + 1, FALSE, "C1");
  assert_span (fixture->other, list_free, 1, NOW + 1, FALSE, "");
  run (fixture->other, release, &soft->customer_id);
  assert_span (fixture->one, list_free, 1, NOW + 1, FALSE, "C1 C2");
}

typedef struct
{
  HfCallTask *task;
  gint64 at;
  gint64 staff_id;
} Move;

static gpointer
move (HfStoreSession *session, gpointer data, GError **error)
{
  const Move *wanted = data;
  return hf_store_agenda_move (session, wanted->task, wanted->at, wanted->staff_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
cancel (HfStoreSession *session, gpointer task, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_agenda_cancel (session, task, error) ? HF_STORE_DONE : NULL;
}

static void
test_moved_by_one_not_by_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCallTask) task = find (fixture->one, "C2");
  g_autoptr (HfCallTask) old = find (fixture->other, "C2");
  Move later = { task, NOW + 60 * MINUTE, fixture->staff[1] };
  Move too_late = { old, NOW + 30 * MINUTE, 0 };
  run (fixture->one, move, &later);
  assert_span (fixture->one, list, 1, NOW + 120 * MINUTE, FALSE, "C1");
  assert_span (fixture->other, list, NOW + 60 * MINUTE, NOW + 61 * MINUTE, FALSE, "C2");
  /* Who still sees the old time moves nothing. */
  g_assert_null (hf_store_run (fixture->other, HF_STORE_WRITE, move, &too_late, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  /* Whoever moved it can move it back. */
  later.at = NOW;
  later.staff_id = 0;
  run (fixture->one, move, &later);
  assert_span (fixture->other, list, NOW, NOW + 1, FALSE, "C2");
}

static gpointer
get_task (HfStoreSession *session, gpointer customer_id, GError **error)
{
  return hf_store_agenda_get_task (session, *(gint64 *) customer_id, HF_INTERVIEW_LOST, error);
}

static void
test_cancelled_waits_like_the_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfCallTask) task = find (fixture->one, "C4");
  run (fixture->one, cancel, task);
  g_assert_null (find (fixture->one, "C4"));
  g_autoptr (HfCallTask) after = run (fixture->one, get_task, &task->customer_id);
  g_assert_cmpint (after->id, ==, task->id);
  g_assert_cmpint (after->state, ==, HF_CALL_TASK_WAITING);
  g_assert_cmpint (after->appointment_at, ==, 0);
  g_assert_cmpint (after->due_at, ==, NOW);
  Move back = { task, task->appointment_at, 0 };
  run (fixture->one, move, &back);
  assert_span (fixture->one, list, NOW + 60 * MINUTE, G_MAXINT64, FALSE, "C4");
}

static gpointer
refuse (HfStoreSession *session, gpointer customer_id, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_consents_add (session, *(gint64 *) customer_id, "call", FALSE, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_who_refuses_has_no_appointment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfCallTask) task = find (fixture->one, "C2");
  run (fixture->one, refuse, &task->customer_id);
  assert_span (fixture->one, list, 1, NOW + 1, TRUE, "C1");
}

static gpointer
get_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_agenda_get_rules (session, rules, error) ? HF_STORE_DONE : NULL;
}

static void
test_everybody_who_works_here_counts (Fixture *fixture, gconstpointer data)
{
  HfAgendaRules rules = { 0, 0 };
  run (fixture->one, get_rules, &rules);
  g_assert_cmpuint (rules.n_staff, ==, 2);
  g_assert_cmpint (rules.length, ==, 15 * MINUTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/agenda/whose", test_each_sees_their_own_and_anybodys },
    { "/agenda/today", test_todays_list_is_this_desks },
    { "/agenda/first", test_the_first_one_is_found },
    { "/agenda/free", test_what_is_being_kept_is_not_free },
    { "/agenda/move", test_moved_by_one_not_by_two },
    { "/agenda/cancel", test_cancelled_waits_like_the_others },
    { "/agenda/refused", test_who_refuses_has_no_appointment },
    { "/agenda/rules", test_everybody_who_works_here_counts },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
