#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store.h"

/* Does what a desk does all day on the database that is named, some times over, and prints the
 * seconds: search, next page of a list, an answer saved. bench-engines compares them. */
#define PAGE 100

typedef struct
{
  HfCustomerFilter filter;
  guint first;
} Page;

static gpointer
list (HfStoreSession *session, gpointer input, GError **error)
{
  Page *page = input;
  return hf_store_customers_list (session, &page->filter, page->first, PAGE, error);
}

static gpointer
start_interview (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) lost = hf_store_customers_list (
      session, &(HfCustomerFilter){ .status = (char *) "lost" }, 0, 1, error);
  return lost == NULL ? NULL
                      : hf_store_interviews_start (session, ((HfCustomer *) lost->pdata[0])->id,
                                                   HF_INTERVIEW_LOST, "en", error);
}

static gpointer
save_answer (HfStoreSession *session, gpointer interview, GError **error)
{
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  answer->interview_id = ((HfInterview *) interview)->id;
  answer->question = g_strdup ("what-happened");
  answer->value = g_strdup ("那边的价格便宜一些，师傅也认识我的车。");
  return hf_store_answers_save (session, answer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
run (HfStore *store, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, access, func, input, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return result;
}

static void
measure_list (HfStore *store, const char *name, Page *page, int rounds)
{
  gint64 begin = g_get_monotonic_time ();
  for (int i = 0; i < rounds; i++)
    g_ptr_array_unref (run (store, HF_STORE_READ, list, page));
  printf ("%s %.6f\n", name, (g_get_monotonic_time () - begin) / 1e6);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int rounds = argc == 3 ? atoi (argv[2]) : 0;
  g_autoptr (HfStore) store = rounds > 0
                                  ? hf_store_open (argv[1], HF_STORE_OPEN_EXISTING, &error)
                                  : NULL;
  if (store == NULL)
    g_error ("%s", error != NULL ? error->message : "DATABASE ROUNDS");
  Page search = { { .search = (char *) "王" }, 0 };
  Page next = { { .search = NULL }, 5 * PAGE };
  g_autoptr (HfInterview) interview = run (store, HF_STORE_WRITE, start_interview, NULL);
  measure_list (store, "search", &search, rounds);
  measure_list (store, "page", &next, rounds);
  gint64 begin = g_get_monotonic_time ();
  for (int i = 0; i < rounds; i++)
    run (store, HF_STORE_WRITE, save_answer, interview);
  printf ("answer %.6f\n", (g_get_monotonic_time () - begin) / 1e6);
  return 0;
}
