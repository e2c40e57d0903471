#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hf-query.h"
#include "hf-store-complaints.h"
#include "hf-store-hints.h"
#include "hf-store.h"
#include "hf-time.h"

/* As many rows as the list reads at a time. */
#define PAGE 64

/* What bench-complaints measures, as the window asks it: a line for each, with milliseconds.
 *
 * usage: bench-complaints-desk DATABASE ROUNDS */
typedef struct
{
  const char *name;
  HfComplaintFilter filter;
} View;

static const View views[] = {
  { "open ones", { .only_open = TRUE } },
  { "late ones", { .only_late = TRUE } },
  { "escalated ones", { .only_escalated = TRUE } },
  { "all", { 0 } },
  { "a number", { .search = (char *) "T20250301-001" } },
  { "a word of many", { .search = (char *) "刹车" } },
  { "a word of few", { .search = (char *) "罕见" } },
  { "a word of none", { .search = (char *) "xyzzy" } },
  { "a word of open ones", { .search = (char *) "刹车", .only_open = TRUE } },
  { "a customer's name", { .search = (char *) "客户19999" } },
};

/* The first page: quickly where the list can begin so, else after all keys. */
static gpointer
show_first (HfStoreSession *session, gpointer filter, GError **error)
{
  if (hf_query_complaints.starts_quickly (filter))
    return hf_query_complaints.start (session, filter, PAGE, error);
  g_autoptr (GArray) keys = hf_query_complaints.keys (session, filter, error);
  return keys != NULL ? hf_query_complaints.read (session, (const gint64 *) keys->data,
                                                  MIN (keys->len, PAGE), error)
                      : NULL;
}

static gpointer
list_keys (HfStoreSession *session, gpointer filter, GError **error)
{
  return hf_query_complaints.keys (session, filter, error);
}

static gpointer
count_late (HfStoreSession *session, gpointer filter, GError **error)
{
  gint64 count = 0;
  return hf_store_complaints_count (session, filter, &count, error) ? HF_STORE_DONE : NULL;
}

static gpointer
count_hints (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 count = 0;
  return hf_store_hints_count (session, &count, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_products (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_complaints_list_products (session, error);
}

static void
measure (HfStore *store, const char *name, HfStoreFunc func, gpointer input,
         GDestroyNotify free_result, int rounds)
{
  printf ("%s", name);
  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gpointer result = hf_store_run (store, HF_STORE_READ, func, input, NULL, &error);
      double milliseconds = (g_get_monotonic_time () - start) / 1000.0;
      g_assert_no_error (error);
      if (free_result != NULL)
        free_result (result);
      printf ("\t%.3f", milliseconds);
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
  HfComplaintFilter late = { .only_late = TRUE, .now = hf_time_now () };
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      HfComplaintFilter filter = views[i].filter;
      g_autofree char *rest = g_strconcat (views[i].name, ", to its end", NULL);
      filter.now = hf_time_now ();
      measure (store, views[i].name, show_first, &filter, (GDestroyNotify) g_ptr_array_unref,
               rounds);
      measure (store, rest, list_keys, &filter, (GDestroyNotify) g_array_unref, rounds);
    }
  measure (store, "the count of late ones", count_late, &late, NULL, rounds);
  measure (store, "the count of hints", count_hints, NULL, NULL, rounds);
  measure (store, "products to choose from", list_products, NULL,
           (GDestroyNotify) g_ptr_array_unref, rounds);
  hf_store_close (store);
  return 0;
}
