#include "config.h"

#include <string.h>

#include "hf-complaint-draft.h"
#include "hf-promise.h"
#include "hf-store-complaint-draft.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-find.h"
#include "hf-store-follow-ups.h"
#include "hf-store-promises.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

/* Two customers, and two people of one name who work here. */
typedef struct
{
  gint64 wang, li;
  gint64 first, second;
} Company;

static gint64
add_customer (HfStoreSession *session, const char *code, const char *name, const char *phone)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (name);
  customer->phone = g_strdup (phone);
  customer->branch = g_strdup_printf ("%s店", code);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  return customer->id;
}

static gint64
add_staff (HfStoreSession *session, const char *code)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (code);
  staff->name = g_strdup ("小李");
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static gpointer
found (HfStoreSession *session, gpointer data, GError **error)
{
  Company *company = data;
  company->wang = add_customer (session, "C1", "王炳泉", "138 1234 5678");
  company->li = add_customer (session, "C2", "李女士", "13900001111");
  company->first = add_staff (session, "S1");
  company->second = add_staff (session, "S2");
  return HF_STORE_DONE;
}

static HfComplaint *
new_complaint (const char *number)
{
  HfComplaint *complaint = hf_complaint_new ();
  complaint->number = g_strdup (number);
  complaint->received_at = NOW;
  complaint->words = g_strdup ("没人回电话");
  return complaint;
}

static gpointer
take (HfStoreSession *session, gpointer data, GError **error)
{
  const Company *company = data;
  hf_store_session_set_now (session, NOW);
  hf_store_session_set_staff_id (session, company->second);
  g_autoptr (HfComplaint) mine = new_complaint ("T1");
  g_autoptr (HfComplaint) named = new_complaint ("T2");
  g_autoptr (HfComplaint) read = NULL;
  mine->word_of_mouth_risk = TRUE;
  named->taken_by = g_strdup ("王芳");
  g_assert_true (hf_store_complaints_save (session, mine, NULL));
  g_assert_true (hf_store_complaints_save (session, named, NULL));
  read = hf_store_complaints_find (session, "T1", NULL);
  g_assert_cmpint (read->taken_by_id, ==, company->second);
  g_assert_cmpstr (read->taken_by, ==, "小李");
  g_assert_true (read->word_of_mouth_risk);
  /* The other one of that name did not take it because it is saved again. */
  g_assert_true (hf_store_complaints_save (session, read, NULL));
  g_assert_cmpint (read->taken_by_id, ==, company->second);
  g_set_object (&read, NULL);
  read = hf_store_complaints_find (session, "T2", NULL);
  g_assert_cmpstr (read->taken_by, ==, "王芳");
  g_assert_false (read->word_of_mouth_risk);
  g_free (read->taken_by);
  read->taken_by = g_strdup ("S1");
  g_assert_true (hf_store_complaints_save (session, read, NULL));
  g_assert_cmpint (read->taken_by_id, ==, company->first);
  return HF_STORE_DONE;
}

static void
test_who_took_it_can_be_said (HfTestStore *fixture, gconstpointer data)
{
  Company company = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, found, &company);
  hf_test_store_run (fixture, HF_STORE_WRITE, take, &company);
}

static gint64
count_calls (HfStoreSession *session, gint64 complaint_id)
{
  g_autoptr (GPtrArray) calls = hf_store_follow_ups_list (session, complaint_id, NULL);
  gint64 waiting = 0;
  for (guint i = 0; i < calls->len; i++)
    waiting += ((HfFollowUp *) calls->pdata[i])->state == HF_CALL_TASK_WAITING;
  return waiting;
}

static void
promise (HfStoreSession *session, const HfComplaint *complaint)
{
  g_autoptr (HfPromise) answer = hf_promise_new ();
  answer->what = g_strdup ("Answer");
  answer->made_at = NOW;
  answer->complaint_id = complaint->id;
  g_assert_true (hf_store_promises_save (session, answer, NULL));
}

static gint64
promised_to (HfStoreSession *session, const HfComplaint *complaint)
{
  g_autoptr (GPtrArray) promises = hf_store_promises_list_of_complaint (session, complaint->id,
                                                                        NULL);
  return ((HfPromise *) promises->pdata[0])->customer_id;
}

static gpointer
attach (HfStoreSession *session, gpointer data, GError **error)
{
  const Company *company = data;
  g_autoptr (HfComplaint) complaint = new_complaint ("T1");
  hf_store_session_set_now (session, NOW);
  complaint->customer_name = g_strdup ("王小姐");
  g_assert_true (hf_store_complaints_save (session, complaint, NULL));
  promise (session, complaint);
  g_assert_true (
      hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, NULL, NULL));
  g_assert_cmpint (count_calls (session, complaint->id), ==, 0);
  g_assert_true (hf_store_complaints_attach (session, complaint, company->wang, NULL));
  g_assert_cmpstr (complaint->customer_code, ==, "C1");
  g_assert_cmpstr (complaint->customer_name, ==, "王炳泉");
  g_assert_cmpstr (complaint->branch, ==, "C1店");
  g_assert_cmpint (complaint->branch_id, !=, 0);
  g_assert_cmpint (promised_to (session, complaint), ==, company->wang);
  g_assert_cmpint (count_calls (session, complaint->id), ==, 1);
  g_assert_true (hf_store_complaints_attach (session, complaint, company->li, NULL));
  g_assert_cmpint (promised_to (session, complaint), ==, company->li);
  g_assert_cmpint (count_calls (session, complaint->id), ==, 1);
  g_assert_true (hf_store_complaints_attach (session, complaint, 0, NULL));
  g_assert_cmpint (promised_to (session, complaint), ==, 0);
  g_assert_cmpint (count_calls (session, complaint->id), ==, 0);
  g_autoptr (HfComplaint) read = hf_store_complaints_find (session, "T1", NULL);
  g_assert_cmpint (read->customer_id, ==, 0);
  g_assert_null (read->customer_code);
  g_assert_cmpstr (read->customer_name, ==, "李女士");
  /* Which branch it is about was known by then. */
  g_assert_cmpstr (read->branch, ==, "C1店");
  return HF_STORE_DONE;
}

static void
test_what_belongs_to_a_complaint_follows_it (HfTestStore *fixture, gconstpointer data)
{
  Company company = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, found, &company);
  hf_test_store_run (fixture, HF_STORE_WRITE, attach, &company);
}

static gpointer
find (HfStoreSession *session, gpointer typed, GError **error)
{
  g_autoptr (GPtrArray) customers = hf_store_find_customers (session, typed, 5, error);
  return g_strdup (customers->len > 0 ? ((HfCustomer *) customers->pdata[0])->code : "");
}

static void
test_customer_is_found_as_everywhere (HfTestStore *fixture, gconstpointer data)
{
  static const char *const typed[][2] = { { "炳泉", "C1" },     { "wbq", "C1" },
                                          { "bingquan", "C1" }, { "5678", "C1" },
                                          { "c2", "C2" },       { "+86 139-0000", "C2" },
                                          { "赵", "" } };
  Company company = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, found, &company);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *code = hf_test_store_run (fixture, HF_STORE_READ, find, typed[i][0]);
      g_assert_cmpstr (code, ==, typed[i][1]);
    }
}

static gpointer
fill_list (HfStoreSession *session, gpointer data, GError **error)
{
  static const struct
  {
    const char *words;
    HfComplaintStatus status;
    gint64 due_at;
  } rows[] = { { "100% 刹车", HF_COMPLAINT_RECEIVED, NOW - 1 },
               { "Brakes SQUEAK", HF_COMPLAINT_RESPONDED, NOW - 1 },
               { "刹车", HF_COMPLAINT_COMMUNICATED, 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("L%d", (int) i);
      g_autoptr (HfComplaint) complaint = new_complaint (number);
      g_free (complaint->words);
      complaint->words = g_strdup (rows[i].words);
      complaint->status = rows[i].status;
      complaint->due_at = rows[i].due_at;
      complaint->received_at = NOW + i;
      complaint->customer_code = g_strdup (i == 1 ? "C1" : NULL);
      g_assert_true (hf_store_complaints_save (session, complaint, NULL));
    }
  g_autoptr (HfComplaint) last = hf_store_complaints_find (session, "L2", NULL);
  g_assert_true (hf_store_complaints_give_up (session, last, "gone", NULL));
  return HF_STORE_DONE;
}

/* The numbers in a list, as it begins and as it is in whole. */
static char *
list_numbers (HfStoreSession *session, const HfComplaintFilter *filter, gboolean whole)
{
  g_autoptr (GPtrArray) complaints = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);
  if (whole)
    {
      g_autoptr (GArray) keys = hf_store_complaints_list_keys (session, filter, NULL);
      complaints = hf_store_complaints_read (session, (const gint64 *) (gpointer) keys->data,
                                             keys->len, NULL);
    }
  else
    complaints = hf_store_complaints_list (session, filter, 10, NULL);
  for (guint i = 0; i < complaints->len; i++)
    g_string_append_printf (numbers, "%s ", ((HfComplaint *) complaints->pdata[i])->number);
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static gpointer
check_lists (HfStoreSession *session, gpointer data, GError **error)
{
  const struct
  {
    HfComplaintFilter filter;
    const char *numbers;
  } lists[] = {
    { { 0 }, "L2 L1 L0 " },
    { { .only_open = TRUE }, "L1 L0 " },
    { { .only_late = TRUE, .now = NOW }, "L0 " },
    { { .only_late = TRUE, .now = NOW - 1 }, "" },
    { { .status = (char *) "responded" }, "L1 " },
    { { .status = (char *) "responded", .search = (char *) "车" }, "" },
    { { .search = (char *) "刹车" }, "L2 L0 " },
    { { .search = (char *) "squeak", .only_open = TRUE }, "L1 " },
    { { .search = (char *) "100%" }, "L0 " },
    { { .search = (char *) "王炳泉" }, "L1 " },
    { { .search = (char *) "l1" }, "L1 " },
    { { .search = (char *) "刹车", .only_late = TRUE, .now = NOW }, "L0 " },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gint64 count = -1;
      g_autofree char *begun = list_numbers (session, &lists[i].filter, FALSE);
      g_autofree char *whole = list_numbers (session, &lists[i].filter, TRUE);
      g_assert_cmpstr (begun, ==, lists[i].numbers);
      g_assert_cmpstr (whole, ==, lists[i].numbers);
      g_assert_true (hf_store_complaints_count (session, &lists[i].filter, &count, NULL));
      g_assert_cmpint (count, ==, strlen (whole) / 3);
    }
  return HF_STORE_DONE;
}

static void
test_lists_narrow (HfTestStore *fixture, gconstpointer data)
{
  Company company = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, found, &company);
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_list, NULL);
  hf_test_store_run (fixture, HF_STORE_READ, check_lists, NULL);
}

static gpointer
keep (HfStoreSession *session, gpointer data, GError **error)
{
  const Company *company = data;
  g_autoptr (HfComplaint) typed = new_complaint (NULL);
  HfComplaint *kept = NULL;
  hf_store_session_set_staff_id (session, company->first);
  g_assert_true (hf_store_complaint_draft_find (session, &kept, NULL));
  g_assert_null (kept);
  typed->wish = g_strdup ("two lines\nof a wish = [all]");
  typed->channel = HF_COMPLAINT_PHONE;
  typed->severity = HF_COMPLAINT_MAJOR;
  typed->word_of_mouth_risk = TRUE;
  typed->customer_id = company->wang;
  typed->hint_id = 7;
  typed->term = HF_PROMISE_THREE_DAYS;
  g_assert_true (hf_store_complaint_draft_save (session, typed, NULL));
  g_assert_true (hf_store_complaint_draft_save (session, typed, NULL));
  /* Others have their own. */
  hf_store_session_set_staff_id (session, company->second);
  g_assert_true (hf_store_complaint_draft_find (session, &kept, NULL));
  g_assert_null (kept);
  g_assert_true (hf_store_complaint_draft_clear (session, NULL));
  hf_store_session_set_staff_id (session, company->first);
  g_assert_true (hf_store_complaint_draft_find (session, &kept, NULL));
  return kept;
}

static gpointer
forget (HfStoreSession *session, gpointer data, GError **error)
{
  HfComplaint *kept = NULL;
  hf_store_session_set_staff_id (session, ((const Company *) data)->first);
  g_assert_true (hf_store_complaint_draft_clear (session, NULL));
  g_assert_true (hf_store_complaint_draft_find (session, &kept, NULL));
  g_assert_null (kept);
  return HF_STORE_DONE;
}

static void
test_draft_is_kept (HfTestStore *fixture, gconstpointer data)
{
  Company company = { 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, found, &company);
  g_autoptr (HfComplaint) kept = hf_test_store_run (fixture, HF_STORE_WRITE, keep, &company);
  g_assert_cmpstr (kept->words, ==, "没人回电话");
  g_assert_cmpstr (kept->wish, ==, "two lines\nof a wish = [all]");
  g_assert_cmpint (kept->severity, ==, HF_COMPLAINT_MAJOR);
  g_assert_cmpint (kept->channel, ==, HF_COMPLAINT_PHONE);
  g_assert_cmpint (kept->category, ==, HF_COMPLAINT_CATEGORY_UNKNOWN);
  g_assert_true (kept->word_of_mouth_risk);
  g_assert_cmpint (kept->customer_id, ==, company.wang);
  g_assert_cmpint (kept->hint_id, ==, 7);
  g_assert_cmpint (kept->term, ==, HF_PROMISE_THREE_DAYS);
  g_assert_cmpint (kept->received_at, ==, NOW);
  hf_test_store_run (fixture, HF_STORE_WRITE, forget, &company);
}

static void
test_damaged_draft_is_an_empty_one (HfTestStore *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "[complaint",
                                       "[complaint]\nseverity=grave\nterm=99\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HfComplaint) read = hf_complaint_draft_parse (texts[i]);
      g_assert_null (read->words);
      g_assert_cmpint (read->severity, ==, HF_COMPLAINT_SEVERITY_UNKNOWN);
      g_assert_cmpint (read->term, <=, HF_PROMISE_DATED);
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/register/" path, HfTestStore, NULL, hf_test_store_set_up, func,                \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("taken-by", test_who_took_it_can_be_said);
  ADD ("attach", test_what_belongs_to_a_complaint_follows_it);
  ADD ("search", test_customer_is_found_as_everywhere);
  ADD ("lists", test_lists_narrow);
  ADD ("draft", test_draft_is_kept);
  ADD ("damaged-draft", test_damaged_draft_is_an_empty_one);
  return g_test_run ();
}
