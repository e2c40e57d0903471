#include "config.h"

#include "hf-merge-choices.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-store-next-call.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"

/* Monday, 2 February 2026, 10:00 in Shanghai, which is 8:00 in Urumqi and 11:00 in Tokyo. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

/* C1 and C2 are customers of a branch in Xinjiang; C1 is worth more. */
static gpointer
add_people (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfBranch) branch = hf_branch_new ();
  branch->code = g_strdup ("西店");
  branch->name = g_strdup ("西店");
  branch->time_zone = g_strdup ("Asia/Urumqi");
  if (!hf_store_branches_save (session, branch, error))
    return NULL;
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->name = g_strdup_printf ("客户%d", i);
      customer->branch = g_strdup ("西店");
      customer->status = HF_CUSTOMER_LOST;
      customer->annual_value = (10 - i) * 1000;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  hf_store_session_set_now (session, NOW);
  return hf_store_queue_fill (session, NULL, error) ? HF_STORE_DONE : NULL;
}

static void
set_up (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_set_up (fixture, data);
  hf_test_import_write (fixture, add_people, NULL);
}

typedef struct
{
  const char *code;
  const char *zone; /* NULL: that of the branch */
} Move;

static gpointer
move (HfStoreSession *session, gpointer input, GError **error)
{
  const Move *self = input;
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, self->code, error);
  g_clear_pointer (&customer->time_zone, g_free);
  customer->time_zone = g_strdup (self->zone);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
take_next (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_set_now (session, NOW);
  return hf_store_queue_take_next (session, FALSE, error);
}

static gpointer
list_waiting (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_queue_list (session, NOW, 9, error);
}

/* By whose clock those who wait are called, such as "C1 Asia/Tokyo C2 Asia/Urumqi". */
static void
assert_zones (HfTestImport *fixture, const char *expected)
{
  g_autoptr (GPtrArray) tasks = hf_test_import_read (fixture, list_waiting, NULL);
  g_autoptr (GString) zones = g_string_new (NULL);
  for (guint i = 0; i < tasks->len; i++)
    {
      const HfCallTask *task = tasks->pdata[i];
      g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture,
                                                                     task->customer_code);
      g_assert_cmpstr (customer->zone, ==, task->zone);
      g_string_append_printf (zones, "%s%s %s", i > 0 ? " " : "", task->customer_code,
                              task->zone);
    }
  g_assert_cmpstr (zones->str, ==, expected);
}

static void
test_the_own_clock_comes_before_the_branchs (HfTestImport *fixture, gconstpointer data)
{
  Move away = { "C2", "Asia/Tokyo" }, back = { "C2", NULL };
  g_autoptr (HfNextCall) nobody = hf_test_import_write (fixture, take_next, NULL);
  g_assert_null (nobody->task);
  hf_test_import_write (fixture, move, &away);
  assert_zones (fixture, "C1 Asia/Urumqi C2 Asia/Tokyo");
  g_autoptr (HfNextCall) next = hf_test_import_write (fixture, take_next, NULL);
  g_assert_cmpstr (next->task->customer_code, ==, "C2");
  hf_test_import_write (fixture, move, &back);
  assert_zones (fixture, "C1 Asia/Urumqi C2 Asia/Urumqi");
}

static void
test_a_file_says_where_they_are (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,时区\nC1,日本\nC2,UTC+9\nC3,新疆时间\nC4,火星\nC5,\n");
  hf_test_import_assert_counts (result, 2, 2, 0, 1);
  const HfImportRejection *rejected = result->rejections->pdata[0];
  g_assert_nonnull (g_strstr_len (rejected->why, -1, "火星"));
  assert_zones (fixture, "C1 Asia/Tokyo C2 +09:00");
  g_autoptr (HfCustomer) west = hf_test_import_get_customer (fixture, "C3");
  g_assert_cmpstr (west->time_zone, ==, "Asia/Urumqi");
  g_autoptr (HfCustomer) here = hf_test_import_get_customer (fixture, "C5");
  g_assert_null (here->time_zone);
  g_assert_cmpstr (here->zone, ==, "");
}

static void
test_an_undone_import_puts_the_clock_back (HfTestImport *fixture, gconstpointer data)
{
  Move away = { "C2", "Asia/Tokyo" };
  hf_test_import_write (fixture, move, &away);
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers, "code,time_zone,branch\nC1,Tokyo,\nC2,London,东店\n");
  hf_test_import_assert_counts (result, 0, 2, 0, 0);
  assert_zones (fixture, "C1 Asia/Tokyo C2 Europe/London");
  hf_test_undo_assert_done (fixture, result->import_id);
  assert_zones (fixture, "C1 Asia/Urumqi C2 Asia/Tokyo");
}

static gpointer
merge (HfStoreSession *session, gpointer merge_id, GError **error)
{
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, "C1", error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, "C2", error);
  g_auto (HfMergeChoices) choices;
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

/* What is known is taken in place of what is not, and each has their own again afterwards. */
static void
test_a_merge_keeps_the_clock (HfTestImport *fixture, gconstpointer data)
{
  Move away = { "C2", "Asia/Tokyo" };
  gint64 merge_id = 0;
  hf_test_import_write (fixture, move, &away);
  hf_test_import_write (fixture, merge, &merge_id);
  assert_zones (fixture, "C1 Asia/Tokyo");
  hf_test_import_write (fixture, unmerge, &merge_id);
  assert_zones (fixture, "C1 Asia/Urumqi C2 Asia/Tokyo");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/time-zones/" path, HfTestImport, NULL, set_up, func, hf_test_import_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("own", test_the_own_clock_comes_before_the_branchs);
  ADD ("import", test_a_file_says_where_they_are);
  ADD ("undo", test_an_undone_import_puts_the_clock_back);
  ADD ("merge", test_a_merge_keeps_the_clock);
  return g_test_run ();
}
