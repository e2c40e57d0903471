#include "config.h"

#include "hf-store-imports.h"
#include "hf-test-dump.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"

static void
test_nothing_is_left (HfTestImport *fixture, gconstpointer data)
{
  const HfTestUndoCase *one = data;
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  for (guint i = 0; i < result->rejections->len; i++)
    g_test_message ("%s", ((HfImportRejection *) result->rejections->pdata[i])->why);
  g_assert_cmpint (result->count.rejected, ==, 0);
  g_autofree char *between = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_assert_cmpstr (before, !=, between);
  hf_test_undo_reopen (fixture);
  hf_test_undo_assert_done (fixture, result->import_id);
  hf_test_undo_assert_same (fixture, before);
  hf_test_undo_reopen (fixture);
  hf_test_undo_assert_same (fixture, before);
  /* Once more, the file does the same again. */
  g_autoptr (HfImportResult) again = hf_test_undo_import (fixture, one);
  hf_test_import_assert_counts (again, result->count.created, result->count.updated,
                                result->count.skipped, 0);
}

static void
test_imports_one_after_the_other (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  gint64 imports[2 * HF_TEST_UNDO_N_CASES];
  for (gsize i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      const HfTestUndoCase *one = &hf_test_undo_cases[i % HF_TEST_UNDO_N_CASES];
      g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
      imports[i] = result->import_id;
    }
  for (gsize i = G_N_ELEMENTS (imports); i > 0; i--)
    hf_test_undo_assert_done (fixture, imports[i - 1]);
  hf_test_undo_assert_same (fixture, before);
}

/* A later import that changed something of an earlier one is undone first. */
static void
test_later_import_goes_first (HfTestImport *fixture, gconstpointer data)
{
  for (gsize i = 0; i < HF_TEST_UNDO_N_CASES; i++)
    {
      const HfTestUndoCase *one = &hf_test_undo_cases[i];
      g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
      g_autoptr (HfImportResult) first = hf_test_undo_import (fixture, one);
      const char *const again[] = {
        "code,phone\nN2,13333333333\n",
        "code,name\nC1,王丙泉\n",
        "number,received_at,product\nT3,2024-04-01,电池\n",
        "customer_code,month,amount\nC1,2024-03,6\n",
        "customer_code,from_on,account_manager\nC1,2024-01-01,小冯\n",
        "customer_code,scored_on,score,scale\nC2,2024-03-06,1,5\n",
        "code,Car\nC2,朗逸\n",
        "code,name\nC1,王丙泉\n",
      };
      g_autoptr (HfImportResult) second = hf_test_import_text (fixture, one->entity, again[i]);
      hf_test_import_assert_counts (second, 0, 1, 0, 0);
      g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
          fixture, first->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
      g_assert_cmpint (obstacles->count, >, 0);
      hf_test_undo_assert_done (fixture, second->import_id);
      hf_test_undo_assert_done (fixture, first->import_id);
      hf_test_undo_assert_same (fixture, before);
    }
}

static gpointer
change_other_field (HfStoreSession *session, gpointer input, GError **error)
{
  hf_test_undo_change_field (session, "C1", "address", "人民路 1 号");
  return HF_STORE_DONE;
}

/* What was changed besides stays. */
static void
test_other_fields_stay (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers, "code,name,phone\nC1,王炳权,13900000000\n");
  hf_test_import_write (fixture, change_other_field, NULL);
  hf_test_undo_assert_done (fixture, result->import_id);
  g_autoptr (HfCustomer) customer = hf_test_import_get_customer (fixture, "C1");
  g_assert_cmpstr (customer->name, ==, "王炳泉");
  g_assert_cmpstr (customer->phone, ==, "13812345678");
  g_assert_cmpstr (customer->address, ==, "人民路 1 号");
}

static void
test_undone_once (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, hf_test_undo_cases[1].entity, hf_test_undo_cases[1].text);
  hf_test_undo_assert_done (fixture, result->import_id);
  g_autoptr (HfImportObstacles) none = hf_test_undo_assert_refused (
      fixture, result->import_id, HF_IMPORT_UNDO_ERROR_UNDONE);
  g_assert_cmpint (none->count, ==, 0);
}

static void
test_cancelled_changes_nothing (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, hf_test_undo_cases[1].entity, hf_test_undo_cases[1].text);
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportObstacles) obstacles = hf_import_obstacles_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HfTestUndoing undoing = { result->import_id, obstacles, cancellable, 0 };
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_undo_run, &undoing,
                               cancellable, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED);
  hf_test_undo_assert_same (fixture, before);
  hf_test_undo_assert_done (fixture, result->import_id);
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
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, hf_test_undo_cases[0].entity, hf_test_undo_cases[0].text);
  g_autoptr (GPtrArray) before = hf_test_import_read (fixture, list_imports, NULL);
  g_assert_cmpuint (before->len, ==, 5);
  const HfImportRecord *newest = before->pdata[0];
  g_assert_cmpint (newest->id, ==, result->import_id);
  g_assert_cmpstr (newest->kind, ==, "customers");
  g_assert_cmpint (newest->n_created, ==, result->count.created);
  g_assert_true (hf_import_record_can_undo (newest, g_get_real_time ()));
  hf_test_undo_assert_done (fixture, result->import_id);
  g_autoptr (GPtrArray) after = hf_test_import_read (fixture, list_imports, NULL);
  g_assert_false (hf_import_record_can_undo (after->pdata[0], g_get_real_time ()));
  g_autoptr (HfImportRecord) last = hf_test_import_read (fixture, find_last, NULL);
  g_assert_cmpint (last->id, ==, ((HfImportRecord *) after->pdata[1])->id);
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
  g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
      fixture, first->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_cmpint (obstacles->count, ==, HF_IMPORT_OBSTACLES_SHOWN + 50);
  g_assert_cmpuint (obstacles->shown->len, ==, HF_IMPORT_OBSTACLES_SHOWN);
  hf_test_undo_assert_done (fixture, second->import_id);
  hf_test_undo_assert_done (fixture, first->import_id);
}

#define ADD(path, data, test)                                                                  \
  g_test_add ("/import-undo/" path, HfTestImport, data, hf_test_undo_set_up, test,             \
              hf_test_undo_tear_down)

static void
add_cases (void)
{
  for (gsize i = 0; i < HF_TEST_UNDO_N_CASES; i++)
    {
      g_autofree char *gone = g_strdup_printf ("/import-undo/exact/%s",
                                               hf_test_undo_cases[i].name);
      g_test_add (gone, HfTestImport, &hf_test_undo_cases[i], hf_test_undo_set_up,
                  test_nothing_is_left, hf_test_undo_tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  add_cases ();
  ADD ("many", NULL, test_imports_one_after_the_other);
  ADD ("imports", NULL, test_later_import_goes_first);
  ADD ("other-fields", NULL, test_other_fields_stay);
  ADD ("once", NULL, test_undone_once);
  ADD ("cancelled", NULL, test_cancelled_changes_nothing);
  ADD ("list", NULL, test_imports_are_listed);
  ADD ("many-obstacles", NULL, test_many_obstacles);
  return g_test_run ();
}
