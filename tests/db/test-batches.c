#include "config.h"

#include "hf-store-batches.h"
#include "hf-store-customers.h"
#include "hf-store-duplicates.h"
#include "hf-store-queue.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"

static gpointer
add_people (HfStoreSession *session, gpointer input, GError **error)
{
  static const struct
  {
    const char *code, *name, *phone, *tags, *manager, *branch;
  } people[] = {
    { "C1", "王", "138 1234 5678", NULL, "老张", "一店" },
    { "C2", "王", "13812345678", "VIP", NULL, "一店" },
    { "C3", "王", "1", "大客户", "小李", "二店" },
    { "C4", "李", NULL, "VIP2", "老张", "一店" },
    { "C5", "李", "2", NULL, "老张", "一店" },
    { "C6", "单", NULL, NULL, NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup (people[i].code);
      customer->name = g_strdup (people[i].name);
      customer->phone = g_strdup (people[i].phone);
      customer->tags = g_strdup (people[i].tags);
      customer->account_manager = g_strdup (people[i].manager);
      customer->branch = g_strdup (people[i].branch);
      customer->status = i < 3 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE;
      customer->do_not_call = i == 1;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
set_up (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_set_up (fixture, data);
  hf_test_store_run (fixture, HF_STORE_WRITE, add_people, NULL);
}

/* Everybody whom a status names, but for those with these codes; or those with the codes. */
typedef struct
{
  const char *status;
  gboolean everything;
  const char *codes[4];
  const char *text;
  HfBatch batch;
} Act;

static HfCustomerChoice *
make_choice (HfStoreSession *session, const Act *act)
{
  HfCustomerChoice *choice = g_new0 (HfCustomerChoice, 1);
  HfCustomerFilter filter = { .status = (char *) act->status };
  choice->everything = act->everything;
  choice->filter = hf_customer_filter_copy (&filter);
  choice->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; act->codes[i] != NULL; i++)
    {
      gint64 id = 0;
      g_assert_true (hf_store_customers_find_id (session, act->codes[i], &id, NULL));
      g_array_append_val (choice->keys, id);
    }
  return choice;
}

static gpointer
queue (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  g_autoptr (HfCustomerChoice) choice = make_choice (session, act);
  return hf_store_batches_queue (session, choice, HF_INTERVIEW_LOST, &act->batch, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
tag (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  g_autoptr (HfCustomerChoice) choice = make_choice (session, act);
  return hf_store_batches_tag (session, choice, act->text, &act->batch, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static gpointer
assign (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  g_autoptr (HfCustomerChoice) choice = make_choice (session, act);
  return hf_store_batches_assign (session, choice, act->text, &act->batch, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
undo (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_batches_undo (session, &((Act *) data)->batch, error) ? HF_STORE_DONE : NULL;
}

static gpointer
count_queue (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 count = 0;
  g_assert_true (hf_store_queue_count (session, G_MAXINT64, &count, error));
  return GINT_TO_POINTER ((int) count + 1);
}

static int
queued (HfTestStore *fixture)
{
  return GPOINTER_TO_INT (hf_test_store_run (fixture, HF_STORE_READ, count_queue, NULL)) - 1;
}

static gpointer
refuse_calls (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  g_assert_nonnull (customer);
  customer->do_not_call = TRUE;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_who_refuses_is_not_counted (HfTestStore *fixture, gconstpointer data)
{
  Act everybody = { .everything = TRUE };
  hf_test_store_run (fixture, HF_STORE_WRITE, queue, &everybody);
  int before = queued (fixture);
  hf_test_store_run (fixture, HF_STORE_WRITE, refuse_calls, "C4");
  g_assert_cmpint (queued (fixture), ==, before - 1);
}

static void
test_many_are_queued_and_not (HfTestStore *fixture, gconstpointer data)
{
  Act lost = { .status = "lost", .everything = TRUE };
  hf_test_store_run (fixture, HF_STORE_WRITE, queue, &lost);
  g_assert_cmpint (lost.batch.n_done, ==, 2);
  g_assert_cmpint (lost.batch.n_refused, ==, 1);
  g_assert_cmpint (queued (fixture), ==, 2);

  Act again = { .codes = { "C1", "C6" } };
  hf_test_store_run (fixture, HF_STORE_WRITE, queue, &again);
  g_assert_cmpint (again.batch.n_done, ==, 1);
  g_assert_cmpint (queued (fixture), ==, 3);
  hf_test_store_run (fixture, HF_STORE_WRITE, undo, &again);
  hf_test_store_run (fixture, HF_STORE_WRITE, undo, &lost);
  g_assert_cmpint (queued (fixture), ==, 0);
}

/* Tags and account manager of all, and how many lines their history has. */
static gpointer
describe (HfStoreSession *session, gpointer unused, GError **error)
{
  HfCustomerFilter filter = { .order = HF_CUSTOMER_BY_CODE };
  g_autoptr (GPtrArray) list = hf_store_customers_list (session, &filter, 0, 10, error);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const HfCustomer *customer = g_ptr_array_index (list, i);
      g_autoptr (GPtrArray) timeline = hf_store_timeline_list (
          session, customer->id, HF_TIMELINE_ALL, NULL, 100, error);
      g_string_append_printf (
          words, "%s[%s][%s]%u ", customer->code, customer->tags != NULL ? customer->tags : "",
          customer->account_manager != NULL ? customer->account_manager : "", timeline->len);
    }
  return g_string_free (words, FALSE);
}

static void
assert_people (HfTestStore *fixture, const char *expected)
{
  g_autofree char *words = hf_test_store_run (fixture, HF_STORE_READ, describe, NULL);
  g_assert_cmpstr (words, ==, expected);
}

#define AS_BEFORE                                                                              \
  "C1[][老张]0 C2[VIP][]0 C3[大客户][小李]0 C4[VIP2][老张]0 C5[][老张]0 C6[][]0 "

static void
test_many_get_a_tag_and_lose_it (HfTestStore *fixture, gconstpointer data)
{
  Act act = { .everything = TRUE, .codes = { "C6" }, .text = "VIP" };
  assert_people (fixture, AS_BEFORE);
  hf_test_store_run (fixture, HF_STORE_WRITE, tag, &act);
  g_assert_cmpint (act.batch.n_done, ==, 4);
  assert_people (fixture, "C1[VIP][老张]1 C2[VIP][]0 C3[大客户, VIP][小李]1 "
                          "C4[VIP2, VIP][老张]1 C5[VIP][老张]1 C6[][]0 ");
  hf_test_store_run (fixture, HF_STORE_WRITE, undo, &act);
  assert_people (fixture, AS_BEFORE);
}

static gpointer
retag (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  hf_text_set (&customer->tags, "new");
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_what_was_changed_since_stays (HfTestStore *fixture, gconstpointer data)
{
  Act act = { .codes = { "C1", "C5" }, .text = "VIP" };
  hf_test_store_run (fixture, HF_STORE_WRITE, tag, &act);
  hf_test_store_run (fixture, HF_STORE_WRITE, retag, (gpointer) "C5");
  hf_test_store_run (fixture, HF_STORE_WRITE, undo, &act);
  assert_people (fixture, "C1[][老张]0 C2[VIP][]0 C3[大客户][小李]0 C4[VIP2][老张]0 "
                          "C5[new][老张]2 C6[][]0 ");
}

static void
test_many_get_a_manager_and_the_old_one (HfTestStore *fixture, gconstpointer data)
{
  Act act = { .everything = TRUE, .text = "小李" };
  hf_test_store_run (fixture, HF_STORE_WRITE, assign, &act);
  g_assert_cmpint (act.batch.n_done, ==, 5);
  assert_people (fixture, "C1[][小李]1 C2[VIP][小李]1 C3[大客户][小李]0 C4[VIP2][小李]1 "
                          "C5[][小李]1 C6[][小李]1 ");
  hf_test_store_run (fixture, HF_STORE_WRITE, undo, &act);
  assert_people (fixture, AS_BEFORE);
  /* And once more, as if nothing had been. */
  hf_test_store_run (fixture, HF_STORE_WRITE, assign, &act);
  g_assert_cmpint (act.batch.n_done, ==, 5);
}

static gpointer
list_duplicates (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 id = 0;
  if (code != NULL && !hf_store_customers_find_id (session, code, &id, error))
    return NULL;
  g_autoptr (GPtrArray) pairs = id != 0 ? hf_store_duplicates_list_of (session, id, error)
                                        : hf_store_duplicates_list (session, error);
  GString *words = g_string_new (NULL);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const HfDuplicate *pair = g_ptr_array_index (pairs, i);
      g_string_append_printf (words, "%s=%s%s ", pair->one->code, pair->other->code,
                              pair->same_phone ? "!" : "");
    }
  return g_string_free (words, FALSE);
}

static void
test_duplicates_are_found (HfTestStore *fixture, gconstpointer data)
{
  g_autofree char *all = hf_test_store_run (fixture, HF_STORE_READ, list_duplicates, NULL);
  g_autofree char *second = hf_test_store_run (fixture, HF_STORE_READ, list_duplicates,
                                               (gpointer) "C2");
  g_autofree char *sixth = hf_test_store_run (fixture, HF_STORE_READ, list_duplicates,
                                              (gpointer) "C6");
  g_assert_cmpstr (all, ==, "C1=C2! C4=C5 ");
  g_assert_cmpstr (second, ==, "C2=C1! ");
  g_assert_cmpstr (sixth, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(name, func)                                                                        \
  g_test_add ("/batches/" name, HfTestStore, NULL, set_up, func, hf_test_store_tear_down)
  ADD ("queue", test_many_are_queued_and_not);
  ADD ("refused", test_who_refuses_is_not_counted);
  ADD ("tag", test_many_get_a_tag_and_lose_it);
  ADD ("changed-since", test_what_was_changed_since_stays);
  ADD ("assign", test_many_get_a_manager_and_the_old_one);
  ADD ("duplicates", test_duplicates_are_found);
  return g_test_run ();
}
