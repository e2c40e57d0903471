#include "config.h"

#include <stdio.h>
#include <stdlib.h>

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

static gpointer
log_call (HfStoreSession *session, gpointer turn, GError **error)
{
  const Turn *self = turn;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  hf_store_session_set_now (session, self->now);
  attempt->task_id = self->task->id;
  attempt->customer_id = self->task->customer_id;
  attempt->outcome = g_strdup ("no-answer");
  attempt->started_at = attempt->ended_at = self->now;
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST,
                                self->now + G_TIME_SPAN_DAY, error)
             ? HF_STORE_DONE
             : NULL;
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
  hf_store_close (store);
  return 0;
}
