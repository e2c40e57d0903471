#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "hf-store-promises.h"
#include "hf-store.h"
#include "hf-time.h"

#define FIRST 100

/* What bench-promises measures: a line for each list, with milliseconds.
 *
 * usage: bench-promises-desk DATABASE ROUNDS */
static gpointer
open_list (HfStoreSession *session, gpointer filter, GError **error)
{
  g_autoptr (GArray) keys = hf_store_promises_list_keys (session, filter, error);
  g_assert_no_error (*error);
  g_autoptr (GPtrArray) first = hf_store_promises_read (session, (const gint64 *) keys->data,
                                                        MIN (keys->len, FIRST), error);
  return first != NULL ? HF_STORE_DONE : NULL;
}

static gpointer
count (HfStoreSession *session, gpointer filter, GError **error)
{
  gint64 counts[HF_PROMISES_N_SHOWN];
  return hf_store_promises_count (session, 0, ((HfPromiseFilter *) filter)->now, counts, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
measure (HfStore *store, const char *what, HfStoreFunc func, HfPromiseFilter *filter,
         int rounds)
{
  printf ("%s", what);
  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      hf_store_run (store, HF_STORE_READ, func, filter, NULL, &error);
      g_assert_no_error (error);
      printf ("\t%.3f", (g_get_monotonic_time () - start) / 1000.0);
    }
  printf ("\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (argv[1], HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  int rounds = atoi (argv[2]);
  for (guint show = 0; show < HF_PROMISES_N_SHOWN; show++)
    {
      HfPromiseFilter filter = { .show = show, .now = hf_time_now () };
      g_autofree char *what = g_strdup_printf ("the list “%s”", hf_promise_shows[show].name);
      measure (store, what, open_list, &filter, rounds);
    }
  HfPromiseFilter found = { HF_PROMISES_ALL, (char *) "wang", 0, hf_time_now () };
  measure (store, "a search", open_list, &found, rounds);
  measure (store, "the counts", count, &found, rounds);
  return EXIT_SUCCESS;
}
