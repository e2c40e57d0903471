#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hf-search-query.h"
#include "hf-store-customers.h"
#include "hf-store-find.h"
#include "hf-store.h"

#define PAGE 50

/* What bench-search measures: each line of a file is searched for, in the list and everywhere.
 *
 * usage: bench-search-desk DATABASE FILE ROUNDS */
typedef struct
{
  const char *typed;
  double list;
  double everywhere;
} Search;

/* Of the processor, for this thread: others may use the machine. What is asked lies in memory,
 * so that nothing is waited for. */
static double
get_milliseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static gpointer
measure (HfStoreSession *session, gpointer data, GError **error)
{
  Search *search = data;
  HfCustomerFilter filter = { .search = (char *) search->typed };
  double start = get_milliseconds ();
  g_autoptr (GPtrArray) list = hf_store_customers_list (session, &filter, 0, PAGE, error);
  search->list = MIN (search->list, get_milliseconds () - start);
  if (list == NULL)
    return NULL;
  start = get_milliseconds ();
  g_autoptr (GPtrArray) found = hf_store_find (session, search->typed, error);
  search->everywhere = MIN (search->everywhere, get_milliseconds () - start);
  return found != NULL ? HF_STORE_DONE : NULL;
}

/* As data/sql/customer-search.sqlite.sql puts a query to the index. */
static char *
make_match (const char *typed)
{
  g_autofree char *query = hf_search_query (typed);
  g_autoptr (GString) match = g_string_new (query);
  g_string_replace (match, "':*", "\" *", 0);
  g_string_replace (match, "'", "\"", 0);
  g_string_replace (match, "&", "AND", 0);
  g_string_replace (match, "|", "OR", 0);
  return g_strdup (match->str);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (HfStore) store = hf_store_open (argv[1], HF_STORE_OPEN_EXISTING, &error);
  if (store == NULL || !g_file_get_contents (argv[2], &text, NULL, &error))
    g_error ("%s", error->message);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize n_lines = g_strv_length (lines);
  g_autofree Search *searches = g_new (Search, n_lines);
  for (gsize i = 0; i < n_lines; i++)
    searches[i] = (Search){ lines[i], G_MAXDOUBLE, G_MAXDOUBLE };
  /* One round after the other, so that what else the machine does slows no search in all of
   * them. */
  for (int round = 0; round < atoi (argv[3]); round++)
    for (gsize i = 0; i < n_lines; i++)
      if (hf_store_run (store, HF_STORE_READ, measure, &searches[i], NULL, &error) == NULL)
        g_error ("%s", error->message);
  for (gsize i = 0; i < n_lines; i++)
    {
      g_autofree char *match = make_match (lines[i]);
      printf ("%.4f\t%.4f\t%s\n", searches[i].list, searches[i].everywhere, match);
    }
  return 0;
}
