#include "config.h"

#include "hf-custom-field.h"
#include "hf-store-check.h"
#include "hf-store-complaints.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-import-undo.h"
#include "hf-store-imports.h"
#include "hf-store-consents.h"
#include "hf-store-interviews.h"
#include "hf-store-merges.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store-session-private.h"
#include "hf-test-dump.h"
#include "hf-test-import.h"
#include "hf-test-place.h"

/* One of each kind, named by it. */
static gpointer
make_fields (HfStoreSession *session, gpointer input, GError **error)
{
  for (int kind = HF_CUSTOM_TEXT; kind <= HF_CUSTOM_CHOICE; kind++)
    {
      g_autoptr (HfCustomField) field = hf_custom_field_new ();
      field->kind = kind;
      hf_custom_field_set_name (field, "en", hf_custom_kinds[kind].label);
      hf_custom_field_set_choices (field, "red\nblue");
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

/* What was there before the import that is undone. */
static void
set_up (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_set_up (fixture, data);
  hf_test_import_write (fixture, make_fields, NULL);
  g_autoptr (HfImportResult) customers = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,name,phone,branch,account_manager,tags,status,lost_on,annual_value,do_not_call,"
      "note,reason,reason_words,text,choice\n"
      "C1,王炳泉,13812345678,一店,老张,VIP,,,1200.5,,旧,,,速腾,red\n"
      "C2,李长春,,一店,老张,,lost,2024-05-06,,,,price,太贵了,,\n"
      "C3,单于,0431-81234567,,,,,,,yes,,,,,\n"
      "C4,周四,,,,,,,,,,,,宝来,\n");
  hf_test_import_assert_counts (customers, 4, 0, 0, 0);
  g_autoptr (HfImportResult) complaints = hf_test_import_text (
      fixture, &hf_import_complaints,
      "number,received_at,customer_code,words,product\n"
      "T1,2024-03-01 10:00,C1,等太久,机油\n"
      "T2,2024-03-02 10:00,,态度差,\n");
  hf_test_import_assert_counts (complaints, 2, 0, 0, 0);
  g_autoptr (HfImportResult) purchases = hf_test_import_text (
      fixture, &hf_import_purchases,
      "customer_code,month,amount,need\nC1,2024-01,100,200\nC1,2024-02,300,\n");
  hf_test_import_assert_counts (purchases, 2, 0, 0, 0);
  g_autoptr (HfImportResult) scores = hf_test_import_text (
      fixture, &hf_import_scores, "customer_code,scored_on,score,scale\nC1,2024-03-05,4,5\n");
  hf_test_import_assert_counts (scores, 1, 0, 0, 0);
}

/* Nothing that is found, and no reference, is left over. */
static void
tear_down (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = hf_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  hf_test_import_tear_down (fixture, data);
}

/* An undoing that is asked for, and what came of it. */
typedef struct
{
  gint64 import_id;
  HfImportObstacles *obstacles;
  GCancellable *cancel_at_progress;
  double fraction;
} Undoing;

static void
on_progress (double fraction, gpointer data)
{
  Undoing *undoing = data;
  g_assert_cmpfloat (fraction, >=, undoing->fraction);
  g_assert_cmpfloat (fraction, <=, 1.0);
  undoing->fraction = fraction;
  if (undoing->cancel_at_progress != NULL && fraction > 0.5)
    g_cancellable_cancel (undoing->cancel_at_progress);
}

static gpointer
undo_import (HfStoreSession *session, gpointer input, GError **error)
{
  Undoing *undoing = input;
  return hf_store_imports_undo (session, undoing->import_id, on_progress, undoing,
                                undoing->obstacles, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
assert_undone (HfTestImport *fixture, gint64 import_id)
{
  g_autoptr (HfImportObstacles) obstacles = hf_import_obstacles_new ();
  Undoing undoing = { import_id, obstacles, NULL, 0 };
  g_autoptr (GError) error = NULL;
  gpointer done = hf_store_run (fixture->store, HF_STORE_WRITE, undo_import, &undoing, NULL,
                                &error);
  for (guint i = 0; i < obstacles->shown->len; i++)
    {
      const HfImportObstacle *obstacle = obstacles->shown->pdata[i];
      g_test_message ("%d %s %s", obstacle->kind, obstacle->code, obstacle->what);
    }
  g_assert_no_error (error);
  g_assert_nonnull (done);
}

/* What is in memory alone ends with its store. */
static void
reopen (HfTestImport *fixture)
{
  if (g_getenv ("HUIFANG_TEST_ENGINE") == NULL)
    return;
  g_autoptr (GError) error = NULL;
  g_clear_object (&fixture->store);
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

static void
assert_same (HfTestImport *fixture, const char *before)
{
  g_autofree char *after = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* The files that are imported and undone, one kind a row. */
typedef struct
{
  const char *name;
  const HfImportEntity *entity;
  const char *text;
} Case;

static const Case cases[] = {
  { "new-customers", &hf_import_customers,
    "code,name,branch,account_manager,status,lost_on,reason,reason_words\n"
    "N1,赵一,三店,小李,lost,2024-01-02,price,贵\n"
    "N2,钱二,三店,小王,,,,\n"
    "N1,赵一一,三店,小王,lost,2024-01-02,other,远\n" },
  { "customers", &hf_import_customers,
    "code,name,phone,branch,account_manager,tags,status,lost_on,annual_value,do_not_call,"
    "note,reason,reason_words\n"
    "C1,王炳权,13900000000,二店,小李,老客户,lost,2024-06-01,3000,yes,新,other,搬家了\n"
    "C2,李常春,13700000000,二店,老张,VIP,,2024-05-07,9,,写,product-quality,坏了\n"
    "C3,单于,,,,,active,,,no,,,\n"
    "C4,,,,,,lost,2024-06-02,,,,,\n"
    "N9,新人,13600000000,四店,小赵,,lost,,,,,price,\n" },
  { "complaints", &hf_import_complaints,
    "number,received_at,customer_code,customer_name,words,product,status,branch\n"
    "T1,2024-03-01 10:00,C2,,还要等,轮胎,responded,五店\n"
    "T2,2024-03-03 10:00,C1,,,,closed,\n"
    "T3,2024-04-01,C3,,新的,,received,六店\n" },
  { "purchases", &hf_import_purchases,
    "customer_code,month,amount,need\n"
    "C1,2024-01,111,\nC1,2024-02,300,400\nC1,2024-03,5,\nC2,2024-01,7,8\n" },
  { "managers", &hf_import_manager_changes,
    "customer_code,from_on,account_manager\n"
    "C1,2023-01-01,小孙\nC1,2024-01-01,小周\nC3,2022-01-01,小周\n" },
  { "scores", &hf_import_scores,
    "customer_code,scored_on,score,scale,words\nC1,2024-03-05,2,10,差\nC2,2024-03-06,5,5,\n" },
  { "custom", &hf_import_customers,
    "code,text,number,date,choice\n"
    "C1,高尔夫,5,2024/1/2,blue\nC2,帕萨特,1.5,,\nC4,,,2024年3月4日,\nN1,途观,7,,red\n"
    "C4,迈腾,8,,\n" },
  { "refusals", &hf_import_customers,
    "code,name,do_not_call,do_not_call_reason,do_not_call_on\n"
    "C1,王炳权,yes,太吵,2025-01-02\nC3,单于,yes,不便,2025-02-03\n" },
};

#define CUSTOM 6

static void
test_nothing_is_left (HfTestImport *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, one->entity, one->text);
  for (guint i = 0; i < result->rejections->len; i++)
    g_test_message ("%s", ((HfImportRejection *) result->rejections->pdata[i])->why);
  g_assert_cmpint (result->count.rejected, ==, 0);
  g_autofree char *between = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_assert_cmpstr (before, !=, between);
  reopen (fixture);
  assert_undone (fixture, result->import_id);
  assert_same (fixture, before);
  reopen (fixture);
  assert_same (fixture, before);
  /* Once more, the file does the same again. */
  g_autoptr (HfImportResult) again = hf_test_import_text (fixture, one->entity, one->text);
  hf_test_import_assert_counts (again, result->count.created, result->count.updated,
                                result->count.skipped, 0);
}

static void
test_imports_one_after_the_other (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  gint64 imports[2 * G_N_ELEMENTS (cases)];
  for (gsize i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      const Case *one = &cases[i % G_N_ELEMENTS (cases)];
      g_autoptr (HfImportResult) result = hf_test_import_text (fixture, one->entity, one->text);
      imports[i] = result->import_id;
    }
  for (gsize i = G_N_ELEMENTS (imports); i > 0; i--)
    assert_undone (fixture, imports[i - 1]);
  assert_same (fixture, before);
}

/* What somebody does after the import. */
typedef struct
{
  const char *name;
  gsize import; /* in cases */
  void (*work) (HfStoreSession *session);
  HfImportObstacleKind kind;
  const char *code;
} Later;

static gint64
key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
change_field (HfStoreSession *session, const char *code, const char *name, const char *value)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, &error);
  g_assert_true (
      hf_field_set_text (hf_field_find (fields, n_fields, name), customer, value, &error));
  gboolean stored = hf_store_customers_save (session, customer, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
change_new_customer (HfStoreSession *session)
{
  change_field (session, "N1", "note", "谈过");
}

static void
change_same_field (HfStoreSession *session)
{
  change_field (session, "C1", "phone", "13500000000");
}

static void
change_manager (HfStoreSession *session)
{
  change_field (session, "C1", "account_manager", "小吴");
}

static void
change_value (HfStoreSession *session, const char *code, HfCustomKind kind, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, &error);
  g_autoptr (GHashTable) values = g_hash_table_new (g_int64_hash, g_int64_equal);
  HfCustomField *field = g_ptr_array_index (fields, kind);
  g_hash_table_insert (values, &field->id, (gpointer) value);
  gboolean stored = hf_store_custom_values_save (session, key_of (session, code), values,
                                                 &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
change_value_of_new (HfStoreSession *session)
{
  change_value (session, "N1", HF_CUSTOM_DATE, "2025-01-01");
}

static void
change_new_value (HfStoreSession *session)
{
  change_value (session, "C2", HF_CUSTOM_NUMBER, "3");
}

static void
change_changed_value (HfStoreSession *session)
{
  change_value (session, "C1", HF_CUSTOM_TEXT, "朗逸");
}

static void
empty_new_value (HfStoreSession *session)
{
  change_value (session, "C4", HF_CUSTOM_DATE, "");
}

static void
empty_changed_value (HfStoreSession *session)
{
  change_value (session, "C1", HF_CUSTOM_CHOICE, "");
}

static void
start_interview (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, key_of (session, "N2"), HF_INTERVIEW_LOST, "zh_CN", &error);
  g_assert_no_error (error);
}

static void
call (HfStoreSession *session, const char *code, gint64 task_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = key_of (session, code);
  attempt->task_id = task_id;
  attempt->outcome = g_strdup ("no-answer");
  attempt->started_at = attempt->ended_at = hf_store_session_get_now (session);
  gboolean stored = hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, G_USEC_PER_SEC,
                                           &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
call_new_customer (HfStoreSession *session)
{
  call (session, "N2", 0);
}

/* Somebody who was there before, and whom only the import put into the queue. */
static void
call_from_queue (HfStoreSession *session)
{
  gint64 task = 0;
  g_assert_true (
      hf_store_queue_find (session, key_of (session, "C4"), HF_INTERVIEW_LOST, &task, NULL));
  g_assert_cmpint (task, !=, 0);
  call (session, "C4", task);
}

static void
enqueue (HfStoreSession *session)
{
  gint64 task = 0;
  g_assert_true (hf_store_queue_add (session, key_of (session, "N2"), HF_INTERVIEW_THANK_YOU, 0,
                                     "老客户", &task, NULL));
}

static void
complain (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->customer_code = g_strdup ("N2");
  complaint->received_at = hf_store_session_get_now (session);
  gboolean stored = hf_store_complaints_save (session, complaint, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
promise (HfStoreSession *session, gint64 customer_id, gint64 complaint_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPromise) one = hf_promise_new ();
  one->customer_id = customer_id;
  one->complaint_id = complaint_id;
  one->what = g_strdup ("回电");
  gboolean stored = hf_store_promises_save (session, one, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
promise_to_new_customer (HfStoreSession *session)
{
  promise (session, key_of (session, "N2"), 0);
}

static void
promise_on_complaint (HfStoreSession *session)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  promise (session, 0, complaint->id);
}

static void
answer_complaint (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  gboolean stored = hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED,
                                              "答复", &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
close_changed_complaint (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T1", NULL);
  gboolean stored = hf_store_complaints_move (session, complaint, HF_COMPLAINT_CLOSED, "已解决",
                                              &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
consent (HfStoreSession *session)
{
  g_assert_true (hf_store_consents_add (session, key_of (session, "N2"), "interview", TRUE, 0,
                                        "同意", NULL));
}

static void
quote (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfVerbatim) verbatim = hf_verbatim_new ();
  verbatim->customer_id = key_of (session, "N2");
  verbatim->words = g_strdup ("没人理");
  gboolean stored = hf_store_verbatims_save (session, verbatim, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
code (HfStoreSession *session, const char *customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = key_of (session, customer);
  reason->code = g_strdup ("price");
  reason->basis = HF_REASON_RECORDED;
  gboolean stored = hf_store_reasons_save (session, reason, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
code_new_customer (HfStoreSession *session)
{
  code (session, "N2");
}

static void
buy (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  purchase->customer_code = g_strdup ("N2");
  purchase->month = g_strdup ("2024-05");
  purchase->amount = 1000;
  gboolean stored = hf_store_purchases_save (session, purchase, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
merge (HfStoreSession *session, const char *kept_code, const char *gone_code)
{
  gint64 id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, kept_code, &error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, gone_code, &error);
  HfMergeChoices choices;
  hf_merge_choices_guess (&choices, kept, gone);
  gboolean stored = hf_store_customers_merge (session, kept, gone, &choices, &id, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
merge_new_customer (HfStoreSession *session)
{
  merge (session, "C1", "N2");
}

static void
merge_changed_customer (HfStoreSession *session)
{
  merge (session, "C3", "C2");
}

static const Later later_works[] = {
  { "change-of-new", 0, change_new_customer, HF_IMPORT_OBSTACLE_CHANGED, "N1" },
  { "interview", 0, start_interview, HF_IMPORT_OBSTACLE_INTERVIEW, "N2" },
  { "call", 0, call_new_customer, HF_IMPORT_OBSTACLE_CALL, "N2" },
  { "queue", 0, enqueue, HF_IMPORT_OBSTACLE_QUEUE, "N2" },
  { "complaint", 0, complain, HF_IMPORT_OBSTACLE_COMPLAINT, "N2" },
  { "promise", 0, promise_to_new_customer, HF_IMPORT_OBSTACLE_PROMISE, "N2" },
  { "consent", 0, consent, HF_IMPORT_OBSTACLE_CONSENT, "N2" },
  { "words", 0, quote, HF_IMPORT_OBSTACLE_WORDS, "N2" },
  { "reason", 0, code_new_customer, HF_IMPORT_OBSTACLE_REASON, "N2" },
  { "purchase", 0, buy, HF_IMPORT_OBSTACLE_PURCHASE, "N2" },
  { "merge-of-new", 0, merge_new_customer, HF_IMPORT_OBSTACLE_MERGE, "N2" },
  { "change-of-field", 1, change_same_field, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "change-of-manager", 1, change_manager, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "called-from-queue", 1, call_from_queue, HF_IMPORT_OBSTACLE_QUEUE, "C4" },
  { "merge-of-changed", 1, merge_changed_customer, HF_IMPORT_OBSTACLE_MERGE, "C2" },
  { "answer", 2, answer_complaint, HF_IMPORT_OBSTACLE_CHANGED, "T3" },
  { "promise-of-complaint", 2, promise_on_complaint, HF_IMPORT_OBSTACLE_PROMISE, "T3" },
  { "change-of-complaint", 2, close_changed_complaint, HF_IMPORT_OBSTACLE_CHANGED, "T1" },
  { "value-of-new", CUSTOM, change_value_of_new, HF_IMPORT_OBSTACLE_CHANGED, "N1" },
  { "new-value", CUSTOM, change_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C2" },
  { "changed-value", CUSTOM, change_changed_value, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "new-value-emptied", CUSTOM, empty_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C4" },
  { "changed-value-emptied", CUSTOM, empty_changed_value, HF_IMPORT_OBSTACLE_GONE, "C1" },
  { "merge-of-value", CUSTOM, merge_changed_customer, HF_IMPORT_OBSTACLE_MERGE, "C2" },
};

static gpointer
do_later_work (HfStoreSession *session, gpointer work, GError **error)
{
  ((const Later *) work)->work (session);
  return HF_STORE_DONE;
}

static gboolean
is_found (const HfImportObstacles *obstacles, HfImportObstacleKind kind, const char *code)
{
  for (guint i = 0; i < obstacles->shown->len; i++)
    {
      const HfImportObstacle *obstacle = obstacles->shown->pdata[i];
      if (obstacle->kind == kind && g_strcmp0 (obstacle->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Fails, and changes nothing. */
static HfImportObstacles *
assert_refused (HfTestImport *fixture, gint64 import_id, int why)
{
  HfImportObstacles *obstacles = hf_import_obstacles_new ();
  Undoing undoing = { import_id, obstacles, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, undo_import, &undoing, NULL, &error));
  g_assert_error (error, HF_IMPORT_UNDO_ERROR, why);
  assert_same (fixture, before);
  return obstacles;
}

static void
assert_in_the_way (HfTestImport *fixture, gint64 import_id, const Later *later)
{
  g_test_message ("%s", later->name);
  hf_test_import_write (fixture, do_later_work, (gpointer) later);
  g_autoptr (HfImportObstacles) obstacles = assert_refused (fixture, import_id,
                                                            HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_true (is_found (obstacles, later->kind, later->code));
  g_assert_cmpint (obstacles->count, ==, obstacles->shown->len);
}

static void
test_later_work_stands_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, one->entity, one->text);
  for (gsize i = 0; i < G_N_ELEMENTS (later_works); i++)
    if (&cases[later_works[i].import] == one && later_works[i].kind != HF_IMPORT_OBSTACLE_MERGE)
      assert_in_the_way (fixture, result->import_id, &later_works[i]);
}

static void
test_merge_stands_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  const Later *later = data;
  const Case *one = &cases[later->import];
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, one->entity, one->text);
  assert_in_the_way (fixture, result->import_id, later);
}

/* A later import that changed something of an earlier one is undone first. */
static void
test_later_import_goes_first (HfTestImport *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
      g_autoptr (HfImportResult) first = hf_test_import_text (fixture, one->entity, one->text);
      const char *const again[] = {
        "code,phone\nN2,13333333333\n",
        "code,name\nC1,王丙泉\n",
        "number,received_at,product\nT3,2024-04-01,电池\n",
        "customer_code,month,amount\nC1,2024-03,6\n",
        "customer_code,from_on,account_manager\nC1,2024-01-01,小冯\n",
        "customer_code,scored_on,score,scale\nC2,2024-03-06,1,5\n",
        "code,text\nC2,朗逸\n",
        "code,name\nC1,王丙泉\n",
      };
      g_autoptr (HfImportResult) second = hf_test_import_text (fixture, one->entity, again[i]);
      hf_test_import_assert_counts (second, 0, 1, 0, 0);
      g_autoptr (HfImportObstacles) obstacles = assert_refused (
          fixture, first->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
      g_assert_cmpint (obstacles->count, >, 0);
      assert_undone (fixture, second->import_id);
      assert_undone (fixture, first->import_id);
      assert_same (fixture, before);
    }
}

static gpointer
change_other_field (HfStoreSession *session, gpointer input, GError **error)
{
  change_field (session, "C1", "address", "人民路 1 号");
  return HF_STORE_DONE;
}

/* What was changed besides stays. */
static void
test_other_fields_stay (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers, "code,name,phone\nC1,王炳权,13900000000\n");
  hf_test_import_write (fixture, change_other_field, NULL);
  assert_undone (fixture, result->import_id);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpstr (customer->name, ==, "王炳泉");
  g_assert_cmpstr (customer->phone, ==, "13812345678");
  g_assert_cmpstr (customer->address, ==, "人民路 1 号");
}

static void
test_undone_once (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, cases[1].entity,
                                                           cases[1].text);
  assert_undone (fixture, result->import_id);
  g_autoptr (HfImportObstacles) none = assert_refused (fixture, result->import_id,
                                                       HF_IMPORT_UNDO_ERROR_UNDONE);
  g_assert_cmpint (none->count, ==, 0);
}

static void
test_cancelled_changes_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, cases[1].entity,
                                                           cases[1].text);
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportObstacles) obstacles = hf_import_obstacles_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Undoing undoing = { result->import_id, obstacles, cancellable, 0 };
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, undo_import, &undoing,
                               cancellable, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED);
  assert_same (fixture, before);
  assert_undone (fixture, result->import_id);
}

static gpointer
list_imports (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_imports_list (session, error);
}

static gpointer
find_last (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_imports_find_last (session, error);
}

static void
test_imports_are_listed (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, cases[0].entity,
                                                           cases[0].text);
  g_autoptr (GPtrArray) before = hf_test_import_read (fixture, list_imports, NULL);
  g_assert_cmpuint (before->len, ==, 5);
  const HfImportRecord *newest = before->pdata[0];
  g_assert_cmpint (newest->id, ==, result->import_id);
  g_assert_cmpstr (newest->kind, ==, "customers");
  g_assert_cmpint (newest->n_created, ==, result->count.created);
  g_assert_true (hf_import_record_can_undo (newest));
  assert_undone (fixture, result->import_id);
  g_autoptr (GPtrArray) after = hf_test_import_read (fixture, list_imports, NULL);
  g_assert_false (hf_import_record_can_undo (after->pdata[0]));
  g_autoptr (HfImportRecord) last = hf_test_import_read (fixture, find_last, NULL);
  g_assert_cmpint (last->id, ==, ((HfImportRecord *) after->pdata[1])->id);
}

/* What stands in the way is called by the custom field's name. */
static void
test_custom_field_is_named (HfTestImport *fixture, gconstpointer data)
{
  static const Later later[] = {
    { "new-value", CUSTOM, change_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C2" },
    { "changed-value", CUSTOM, change_changed_value, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  };
  static const char *const names[] = { "Number", "Text" };
  const Case *one = &cases[CUSTOM];
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, one->entity, one->text);
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      hf_test_import_write (fixture, do_later_work, (gpointer) &later[i]);
      g_autoptr (HfImportObstacles) found = assert_refused (fixture, result->import_id,
                                                            HF_IMPORT_UNDO_ERROR_LATER_WORK);
      const HfImportObstacle *last = found->shown->pdata[found->shown->len - 1];
      g_assert_cmpuint (found->shown->len, ==, i + 1);
      g_assert_cmpstr (last->code, ==, later[i].code);
      g_assert_cmpstr (last->what, ==, names[i]);
    }
}

/* More than are shown are counted. */
static void
test_many_obstacles (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GString) customers = g_string_new ("code\n");
  g_autoptr (GString) scores = g_string_new ("customer_code,scored_on,score\n");
  for (int i = 0; i < HF_IMPORT_OBSTACLES_SHOWN + 50; i++)
    {
      g_string_append_printf (customers, "M%d\n", i);
      g_string_append_printf (scores, "M%d,2024-01-01,5\n", i);
    }
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_customers,
                                                          customers->str);
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_scores,
                                                           scores->str);
  g_autoptr (HfImportObstacles) obstacles = assert_refused (fixture, first->import_id,
                                                            HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_cmpint (obstacles->count, ==, HF_IMPORT_OBSTACLES_SHOWN + 50);
  g_assert_cmpuint (obstacles->shown->len, ==, HF_IMPORT_OBSTACLES_SHOWN);
  assert_undone (fixture, second->import_id);
  assert_undone (fixture, first->import_id);
}

#define ADD(path, data, test)                                                                  \
  g_test_add ("/import-undo/" path, HfTestImport, data, set_up, test, tear_down)

static void
add_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *gone = g_strdup_printf ("/import-undo/exact/%s", cases[i].name);
      g_test_add (gone, HfTestImport, &cases[i], set_up, test_nothing_is_left, tear_down);
    }
}

static void
add_later_works (void)
{
  static const gsize with_later_works[] = { 0, 1, 2, CUSTOM };
  for (gsize i = 0; i < G_N_ELEMENTS (with_later_works); i++)
    {
      const Case *one = &cases[with_later_works[i]];
      g_autofree char *path = g_strdup_printf ("/import-undo/refused/%s", one->name);
      g_test_add (path, HfTestImport, one, set_up, test_later_work_stands_in_the_way,
                  tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (later_works); i++)
    if (later_works[i].kind == HF_IMPORT_OBSTACLE_MERGE)
      {
        g_autofree char *path = g_strdup_printf ("/import-undo/refused/%s",
                                                 later_works[i].name);
        g_test_add (path, HfTestImport, &later_works[i], set_up, test_merge_stands_in_the_way,
                    tear_down);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  add_cases ();
  add_later_works ();
  ADD ("many", NULL, test_imports_one_after_the_other);
  ADD ("imports", NULL, test_later_import_goes_first);
  ADD ("other-fields", NULL, test_other_fields_stay);
  ADD ("once", NULL, test_undone_once);
  ADD ("cancelled", NULL, test_cancelled_changes_nothing);
  ADD ("list", NULL, test_imports_are_listed);
  ADD ("custom-names", NULL, test_custom_field_is_named);
  ADD ("many-obstacles", NULL, test_many_obstacles);
  return g_test_run ();
}
