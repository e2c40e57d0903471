#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "hf-store-agenda.h"
#include "hf-store-attempts.h"
#include "hf-store-next-call.h"
#include "hf-store.h"
#include "hf-time.h"

#define N_TRIED 2000

/* What bench-calls measures: a line for each state of the queue, with milliseconds.
 *
 * usage: bench-calls-desk DATABASE ROUNDS */
typedef struct
{
  gint64 now;
  HfCallTask *task;
} Turn;

static gboolean
add_attempt (HfStoreSession *session, const Turn *turn, const char *outcome, gint64 again_at,
             GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_now (session, turn->now);
  attempt->task_id = turn->task->id;
  attempt->customer_id = turn->task->customer_id;
  attempt->outcome = g_strdup (outcome);
  attempt->started_at = attempt->ended_at = turn->now;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, again_at, error);
}

static gpointer
agree (HfStoreSession *session, gpointer turn, GError **error)
{
  gint64 tomorrow = ((Turn *) turn)->now + G_TIME_SPAN_DAY;
  return add_attempt (session, turn, "call-back", tomorrow, error) ? HF_STORE_DONE : NULL;
}

static gpointer
log_call (HfStoreSession *session, gpointer turn, GError **error)
{
  gint64 tomorrow = ((Turn *) turn)->now + G_TIME_SPAN_DAY;
  return add_attempt (session, turn, "no-answer", tomorrow, error) ? HF_STORE_DONE : NULL;
}

static gpointer
take (HfStoreSession *session, gpointer turn, GError **error)
{
  hf_store_session_set_now (session, ((Turn *) turn)->now);
  return hf_store_queue_take_next (session, FALSE, error);
}

static gpointer
run (HfStore *store, HfStoreFunc func, Turn *turn)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_WRITE, func, turn, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* One call: the milliseconds to find it. */
static double
make_call (HfStore *store, gint64 now)
{
  Turn turn = { .now = now };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (HfNextCall) next = run (store, take, &turn);
  double milliseconds = (g_get_monotonic_time () - start) / 1000.0;
  turn.task = next->task;
  if (turn.task != NULL)
    run (store, log_call, &turn);
  return milliseconds;
}

static void
measure (HfStore *store, const char *what, gint64 now, int n_rounds)
{
  printf ("%s", what);
  for (int i = 0; i < n_rounds; i++)
    printf ("\t%.3f", make_call (store, now));
  printf ("\n");
}

static gpointer
list_week (HfStoreSession *session, gpointer monday, GError **error)
{
  gint64 from = *(gint64 *) monday;
  HfAgendaSpan span = { from, from + 7 * G_TIME_SPAN_DAY, TRUE };
  return hf_store_agenda_list (session, &span, 1000, error);
}

/* What reads the appointments of a week among all who wait. */
static void
measure_week (HfStore *store, gint64 monday, int n_rounds)
{
  Turn turn = { .now = monday };
  g_autoptr (HfNextCall) next = run (store, take, &turn);
  turn.task = next->task;
  run (store, agree, &turn);
  printf ("the appointments of a week");
  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = hf_store_run (store, HF_STORE_READ, list_week, &monday,
                                                  NULL, &error);
      printf ("\t%.3f", (g_get_monotonic_time () - start) / 1000.0);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
    }
  printf ("\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (argv[1], HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  int n_rounds = atoi (argv[2]);
  /* A Monday. */
  gint64 day = hf_time_start_of_day ("2027-02-01");
  gint64 morning = day + 10 * G_TIME_SPAN_HOUR, night = day + 23 * G_TIME_SPAN_HOUR;
  measure (store, "one after the other", morning, n_rounds);
  for (int i = 0; i < N_TRIED; i++)
    make_call (store, morning);
  measure (store, "after 2,000 that wait until tomorrow", morning, n_rounds);
  measure (store, "at night", night, n_rounds);
  measure_week (store, morning, n_rounds);
  hf_store_close (store);
  return 0;
}
