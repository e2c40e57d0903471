#include "config.h"

#include "hf-store-claims.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* How long one desk is given to be faster than the other. */
#define AHEAD (300 * G_TIME_SPAN_MILLISECOND)

/* Two desks at once: what one stores while the other makes two customers one, or one two. */
typedef struct
{
  HfStore *other;
  gint64 merge_id;
  gint stored; /* set once the other desk has stored, before it commits */
  gpointer result;
  GError *error;
} Desks;

static gpointer
add_two (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
merge (HfStoreSession *session, gpointer merge_id, GError **error)
{
  HfMergeChoices choices;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, "C0", error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, "C1", error);
  hf_merge_choices_guess (&choices, kept, gone);
  return hf_store_customers_merge (session, kept, gone, &choices, merge_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
unmerge (HfStoreSession *session, gpointer merge_id, GError **error)
{
  return hf_store_customers_unmerge (session, *(gint64 *) merge_id, HF_UNMERGE_NO_LATER_WORK,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
consent (HfStoreSession *session, gpointer data, GError **error)
{
  Desks *desks = data;
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C1", error);
  if (!hf_store_consents_add (session, customer->id, "interview", TRUE, 0, NULL, error))
    return NULL;
  g_atomic_int_set (&desks->stored, TRUE);
  g_usleep (AHEAD);
  return HF_STORE_DONE;
}

static gpointer
consent_elsewhere (gpointer data)
{
  Desks *desks = data;
  desks->result = hf_store_run (desks->other, HF_STORE_WRITE, consent, desks, NULL,
                                &desks->error);
  return NULL;
}

static gpointer
unmerge_and_wait (HfStoreSession *session, gpointer data, GError **error)
{
  Desks *desks = data;
  gpointer done = unmerge (session, &desks->merge_id, error);
  g_atomic_int_set (&desks->stored, TRUE);
  g_usleep (AHEAD);
  return done;
}

static gpointer
unmerge_elsewhere (gpointer data)
{
  Desks *desks = data;
  desks->result = hf_store_run (desks->other, HF_STORE_WRITE, unmerge_and_wait, desks, NULL,
                                &desks->error);
  return NULL;
}

static GThread *
begin (HfTestStore *fixture, Desks *desks, GThreadFunc work)
{
  g_autoptr (GError) error = NULL;
  desks->other = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  GThread *thread = g_thread_new ("desk", work, desks);
  while (!g_atomic_int_get (&desks->stored))
    g_usleep (1000);
  return thread;
}

static void
end (Desks *desks, GThread *thread)
{
  g_thread_join (thread);
  g_assert_no_error (desks->error);
  g_assert_nonnull (desks->result);
  g_object_unref (desks->other);
}

static gpointer
list_consents (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return hf_store_consents_list (session, customer->id, error);
}

/* What another desk has stored and not committed yet does not go with who becomes a part of
 * somebody else. */
static void
test_nothing_goes_unseen (HfTestStore *fixture, gconstpointer data)
{
  Desks desks = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_two, NULL);
  GThread *thread = begin (fixture, &desks, consent_elsewhere);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &desks.merge_id);
  end (&desks, thread);
  g_autoptr (GPtrArray) consents = hf_test_store_run (fixture, HF_STORE_READ, list_consents,
                                                      (gpointer) "C0");
  g_assert_cmpuint (consents->len, ==, 1);
}

/* Of two who undo a merge at once, one is told that it is undone. */
static void
test_one_undoes_it (HfTestStore *fixture, gconstpointer data)
{
  Desks desks = { 0 };
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_two, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &desks.merge_id);
  GThread *thread = begin (fixture, &desks, unmerge_elsewhere);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, unmerge, &desks.merge_id, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  end (&desks, thread);
}

static gpointer
answer_phone (HfStoreSession *session, gpointer unused, GError **error)
{
  gboolean taken = FALSE;
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C1", error);
  return hf_store_claims_take (session, customer->id, &taken, error) && taken ? HF_STORE_DONE
                                                                              : NULL;
}

static gpointer
hang_up (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C1", error);
  return hf_store_claims_release (session, customer->id, error) ? HF_STORE_DONE : NULL;
}

/* What comes of a call is stored of whom was called. */
static void
test_calls_end_first (HfTestStore *fixture, gconstpointer data)
{
  gint64 merge_id = 0;
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_two, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, answer_phone, NULL);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, merge, &merge_id, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_UNDER_WAY);
  hf_test_store_run (fixture, HF_STORE_WRITE, hang_up, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &merge_id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
#define ADD(name, func)                                                                        \
  g_test_add ("/merge-desks/" name, HfTestStore, NULL, hf_test_store_set_up, func,             \
              hf_test_store_tear_down)
  ADD ("unseen", test_nothing_goes_unseen);
  ADD ("twice", test_one_undoes_it);
  ADD ("on-the-phone", test_calls_end_first);
  return g_test_run ();
}
