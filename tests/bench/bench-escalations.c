#include "config.h"

#include <stdio.h>

#include "hf-promise.h"
#include "hf-store-complaints.h"
#include "hf-store-escalations.h"
#include "hf-store.h"
#include "hf-time.h"

#define N_RUNNING 500
#define N_ANSWERED 50000
#define ROUNDS 15

/* A look at the ladder, which a window takes every quarter of a minute, may take twice as long
 * among a hundred times as many complaints that are answered: it reads those that wait. */
#define MOST_TIMES 2.0

typedef struct
{
  guint count;
  HfComplaintStatus status;
} Batch;

static gpointer
add_complaints (HfStoreSession *session, gpointer data, GError **error)
{
  const Batch *batch = data;
  gint64 now = hf_store_session_get_now (session);
  hf_store_session_begin_bulk (session);
  for (guint i = 0; i < batch->count; i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->number = g_strdup_printf ("%d-%u", batch->status, i);
      complaint->received_at = now - 60 * G_TIME_SPAN_HOUR;
      complaint->term = i % 2 == 0 ? HF_PROMISE_DAY : HF_PROMISE_WORKDAY;
      complaint->status = batch->status;
      if (!hf_store_complaints_save (session, complaint, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
log_due (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_escalations_log (session, error) ? HF_STORE_DONE : NULL;
}

static gpointer
look (HfStoreSession *session, gpointer unused, GError **error)
{
  guint count;
  g_autoptr (GPtrArray) told = hf_store_escalations_list_told (session, TRUE, error);
  return told != NULL && hf_store_escalations_count_due (session, &count, error) ? HF_STORE_DONE
                                                                                 : NULL;
}

static void
run (HfStore *store, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  if (hf_store_run (store, access, func, input, NULL, &error) == NULL)
    g_error ("%s", error->message);
}

/* The shortest of some looks, milliseconds. */
static double
measure (HfStore *store)
{
  gint64 shortest = G_MAXINT64;
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begun = g_get_monotonic_time ();
      run (store, HF_STORE_READ, look, NULL);
      shortest = MIN (shortest, g_get_monotonic_time () - begun);
    }
  return (double) shortest / 1000;
}

int
main (void)
{
  Batch running = { N_RUNNING, HF_COMPLAINT_ACKNOWLEDGED };
  Batch answered = { N_ANSWERED, HF_COMPLAINT_RESPONDED };
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  run (store, HF_STORE_WRITE, add_complaints, &running);
  run (store, HF_STORE_WRITE, log_due, NULL);
  double among_few = measure (store);
  run (store, HF_STORE_WRITE, add_complaints, &answered);
  double among_many = measure (store);
  printf ("a look at %d complaints that wait: %.1f ms, beside %d others %.1f ms\n", N_RUNNING,
          among_few, N_ANSWERED, among_many);
  return among_many <= MOST_TIMES * among_few ? 0 : 1;
}
