#include "config.h"

#include "hf-test-undo.h"

#include <string.h>

#include "hf-store-check.h"
#include "hf-store-customers.h"
#include "hf-test-custom.h"
#include "hf-test-dump.h"

/* What was there before the import that is undone. */
void
hf_test_undo_set_up (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_set_up (fixture, data);
  hf_test_import_write (fixture, hf_test_custom_make_fields, NULL);
  g_autoptr (HfImportResult) customers = hf_test_import_text (
      fixture, &hf_import_customers,
      "code,name,phone,branch,account_manager,tags,status,lost_on,annual_value,do_not_call,"
      "note,reason,reason_words,Car,Colour\n"
      "C1,王炳泉,13812345678,一店,老张,VIP,,,1200.5,,旧,,,速腾,红\n"
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
void
hf_test_undo_tear_down (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = hf_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  hf_test_import_tear_down (fixture, data);
}

/* Imports one of the files; it changes what is known as far as an import may. */
HfImportResult *
hf_test_undo_import (HfTestImport *fixture, const HfTestUndoCase *one)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, one->entity,
                                                                one->text);
  request->policies[HF_IMPORT_SAME_COMPLAINT] = HF_IMPORT_OVERWRITE;
  return hf_test_import_run (fixture, request);
}

static void
on_progress (double fraction, gpointer data)
{
  HfTestUndoing *undoing = data;
  g_assert_cmpfloat (fraction, >=, undoing->fraction);
  g_assert_cmpfloat (fraction, <=, 1.0);
  undoing->fraction = fraction;
  if (undoing->cancel_at_progress != NULL && fraction > 0.5)
    g_cancellable_cancel (undoing->cancel_at_progress);
}

gpointer
hf_test_undo_run (HfStoreSession *session, gpointer input, GError **error)
{
  HfTestUndoing *undoing = input;
  return hf_store_imports_undo (session, undoing->import_id, on_progress, undoing,
                                undoing->obstacles, error)
             ? HF_STORE_DONE
             : NULL;
}

void
hf_test_undo_assert_done (HfTestImport *fixture, gint64 import_id)
{
  g_autoptr (HfImportObstacles) obstacles = hf_import_obstacles_new ();
  HfTestUndoing undoing = { import_id, obstacles, NULL, 0 };
  g_autoptr (GError) error = NULL;
  gpointer done = hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_undo_run, &undoing,
                                NULL, &error);
  for (guint i = 0; i < obstacles->shown->len; i++)
    {
      const HfImportObstacle *obstacle = obstacles->shown->pdata[i];
      g_test_message ("%d %s %s", obstacle->kind, obstacle->code, obstacle->what);
    }
  g_assert_no_error (error);
  g_assert_nonnull (done);
}

/* What is in memory alone ends with its store. */
void
hf_test_undo_reopen (HfTestImport *fixture)
{
  if (g_getenv ("HUIFANG_TEST_ENGINE") == NULL)
    return;
  g_autoptr (GError) error = NULL;
  g_clear_object (&fixture->store);
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

/* Says which lines of one text the other does not have. */
static guint
tell_missing (const char *what, const char *one, const char *other)
{
  guint n_missing = 0;
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, lines[i]))
      {
        g_test_message ("%s %s", what, lines[i]);
        n_missing++;
      }
  return n_missing;
}

void
hf_test_undo_assert_same (HfTestImport *fixture, const char *before)
{
  g_autofree char *after = hf_test_import_read (fixture, hf_test_dump, NULL);
  if (strcmp (after, before) == 0)
    return;
  g_assert_cmpuint (tell_missing ("was", before, after), ==, 0);
  g_assert_cmpuint (tell_missing ("is", after, before), ==, 0);
  g_assert_not_reached ();
}

/* Fails, and changes nothing. */
HfImportObstacles *
hf_test_undo_assert_refused (HfTestImport *fixture, gint64 import_id, int why)
{
  HfImportObstacles *obstacles = hf_import_obstacles_new ();
  HfTestUndoing undoing = { import_id, obstacles, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_undo_run, &undoing, NULL, &error));
  g_assert_error (error, HF_IMPORT_UNDO_ERROR, why);
  hf_test_undo_assert_same (fixture, before);
  return obstacles;
}

gboolean
hf_test_undo_is_found (const HfImportObstacles *obstacles, HfImportObstacleKind kind,
                       const char *code)
{
  for (guint i = 0; i < obstacles->shown->len; i++)
    {
      const HfImportObstacle *obstacle = obstacles->shown->pdata[i];
      if (obstacle->kind == kind && g_strcmp0 (obstacle->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

gint64
hf_test_undo_key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  g_assert_cmpint (id, !=, 0);
  return id;
}

void
hf_test_undo_change_field (HfStoreSession *session, const char *code, const char *name,
                           const char *value)
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

const HfTestUndoCase hf_test_undo_cases[HF_TEST_UNDO_N_CASES] = {
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
    "T2,2024-03-03 10:00,C1,,,,communicated,\n"
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
    "code,Car,Spent last year,Member since,Colour\n"
    "C1,高尔夫,5,2024/1/2,蓝\nC2,帕萨特,1.5,,\nC4,,,2024年3月4日,\nN1,途观,7,,红\n"
    "C4,迈腾,8,,\n" },
  { "refusals", &hf_import_customers,
    "code,name,do_not_call,do_not_call_reason,do_not_call_on\n"
    "C1,王炳权,yes,太吵,2025-01-02\nC3,单于,yes,不便,2025-02-03\n" },
};
