#include "config.h"

#include <string.h>

#include "hf-store-batches.h"
#include "hf-store-customers.h"
#include "hf-store-import-images-private.h"
#include "hf-store-merges.h"
#include "hf-store-purchases.h"
#include "hf-store-session-private.h"
#include "hf-store-uses-private.h"
#include "hf-test-dump.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"

/* How long one desk is given to be faster than the other. */
#define AHEAD (300 * G_TIME_SPAN_MILLISECOND)

/* Two desks at once: what one stores while the other undoes an import. */
typedef struct
{
  HfStore *other;
  gint64 import_id;
  HfImportObstacles *obstacles;
  GThread *thread;
  gint stored; /* set once the other desk has stored, before it commits */
  gpointer result;
  GError *error;
} Desks;

static gpointer
buy (HfStoreSession *session, gpointer data, GError **error)
{
  Desks *desks = data;
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  purchase->customer_code = g_strdup ("N2");
  purchase->month = g_strdup ("2024-05");
  purchase->amount = 1000;
  if (!hf_store_purchases_save (session, purchase, error))
    return NULL;
  g_atomic_int_set (&desks->stored, TRUE);
  if (desks->thread == NULL)
    g_usleep (AHEAD);
  return HF_STORE_DONE;
}

static gpointer
buy_elsewhere (gpointer data)
{
  Desks *desks = data;
  desks->result = hf_store_run (desks->other, HF_STORE_WRITE, buy, desks, NULL, &desks->error);
  return NULL;
}

static gpointer
undo (HfStoreSession *session, HfImportUndoProgress progress, Desks *desks, GError **error)
{
  return hf_store_imports_undo (session, desks->import_id, progress, desks, desks->obstacles,
                                error)
             ? HF_STORE_DONE
             : NULL;
}

static void
set_up_desks (HfTestImport *fixture, Desks *desks)
{
  g_autoptr (GError) error = NULL;
  const HfTestUndoCase *one = &hf_test_undo_cases[0];
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  *desks = (Desks){ .import_id = result->import_id, .obstacles = hf_import_obstacles_new () };
  desks->other = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

static void
clear_desks (Desks *desks)
{
  g_clear_error (&desks->error);
  g_object_unref (desks->other);
  hf_import_obstacles_free (desks->obstacles);
}

/* Told first when everything was looked for and nothing has gone yet. */
static void
begin_elsewhere (double fraction, gpointer data)
{
  Desks *desks = data;
  if (desks->thread != NULL)
    return;
  desks->thread = g_thread_new ("desk", buy_elsewhere, desks);
  g_usleep (AHEAD);
}

static gpointer
undo_while_others_begin (HfStoreSession *session, gpointer desks, GError **error)
{
  return undo (session, begin_elsewhere, desks, error);
}

/* Who comes too late is told so; nothing that was stored goes with its customer in silence. */
static void
test_nobody_comes_in_between (HfTestImport *fixture, gconstpointer data)
{
  Desks desks;
  g_autoptr (GError) error = NULL;
  set_up_desks (fixture, &desks);
  gpointer done = hf_store_run (fixture->store, HF_STORE_WRITE, undo_while_others_begin, &desks,
                                NULL, &error);
  g_thread_join (desks.thread);
  g_assert_no_error (error);
  g_assert_nonnull (done);
  g_assert_null (desks.result);
  g_assert_nonnull (desks.error);
  clear_desks (&desks);
}

static gpointer
undo_elsewhere (gpointer data)
{
  Desks *desks = data;
  g_autoptr (HfImportObstacles) obstacles = hf_import_obstacles_new ();
  HfTestUndoing undoing = { desks->import_id, obstacles, NULL, 0 };
  desks->result = hf_store_run (desks->other, HF_STORE_WRITE, hf_test_undo_run, &undoing, NULL,
                                &desks->error);
  return NULL;
}

static void
begin_to_undo_elsewhere (double fraction, gpointer data)
{
  Desks *desks = data;
  if (desks->thread != NULL)
    return;
  desks->thread = g_thread_new ("desk", undo_elsewhere, desks);
  g_usleep (AHEAD);
}

static gpointer
undo_while_others_undo (HfStoreSession *session, gpointer desks, GError **error)
{
  return undo (session, begin_to_undo_elsewhere, desks, error);
}

/* Of two who undo the same import, one is told that it is undone. */
static void
test_two_undo_at_once (HfTestImport *fixture, gconstpointer data)
{
  Desks desks;
  g_autoptr (GError) error = NULL;
  set_up_desks (fixture, &desks);
  gpointer done = hf_store_run (fixture->store, HF_STORE_WRITE, undo_while_others_undo, &desks,
                                NULL, &error);
  g_thread_join (desks.thread);
  g_assert_no_error (error);
  g_assert_nonnull (done);
  g_assert_null (desks.result);
  g_assert_error (desks.error, HF_IMPORT_UNDO_ERROR, HF_IMPORT_UNDO_ERROR_UNDONE);
  clear_desks (&desks);
}

static gpointer
undo_after_others (HfStoreSession *session, gpointer desks, GError **error)
{
  return undo (session, NULL, desks, error);
}

/* What another desk has stored and not committed yet is waited for, and stands in the way. */
static void
test_who_was_first_is_found (HfTestImport *fixture, gconstpointer data)
{
  Desks desks;
  g_autoptr (GError) error = NULL;
  set_up_desks (fixture, &desks);
  g_autoptr (GThread) thread = g_thread_new ("desk", buy_elsewhere, &desks);
  while (!g_atomic_int_get (&desks.stored))
    g_usleep (1000);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, undo_after_others, &desks, NULL, &error));
  g_thread_join (g_steal_pointer (&thread));
  g_assert_error (error, HF_IMPORT_UNDO_ERROR, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_no_error (desks.error);
  g_assert_nonnull (desks.result);
  g_assert_true (hf_test_undo_is_found (desks.obstacles, HF_IMPORT_OBSTACLE_PURCHASE, "N2"));
  clear_desks (&desks);
}

static HfCustomerChoice
choose (HfStoreSession *session, const char *const *codes)
{
  HfCustomerChoice choice = { .keys = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  for (; *codes != NULL; codes++)
    {
      gint64 key = hf_test_undo_key_of (session, *codes);
      g_array_append_val (choice.keys, key);
    }
  return choice;
}

/* What was done with many at once and taken back is no work. */
static gpointer
act_and_undo (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const codes[] = { "C1", "C3", "C4", "N1", "N2", "N9", NULL };
  HfCustomerChoice choice = choose (session, codes);
  HfBatch batch;
  gboolean done = hf_store_batches_tag (session, &choice, "活动", &batch, error)
                  && hf_store_batches_undo (session, &batch, error)
                  && hf_store_batches_assign (session, &choice, "小吴", &batch, error)
                  && hf_store_batches_undo (session, &batch, error)
                  && hf_store_batches_queue (session, &choice, HF_INTERVIEW_THANK_YOU, &batch,
                                             error)
                  && hf_store_batches_undo (session, &batch, error);
  g_array_unref (choice.keys);
  return done ? HF_STORE_DONE : NULL;
}

static void
test_acts_that_were_undone_are_no_work (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) made = hf_test_import_text (fixture, hf_test_undo_cases[0].entity,
                                                         hf_test_undo_cases[0].text);
  g_autoptr (HfImportResult) changed = hf_test_import_text (
      fixture, hf_test_undo_cases[1].entity, hf_test_undo_cases[1].text);
  hf_test_import_write (fixture, act_and_undo, NULL);
  hf_test_undo_assert_done (fixture, changed->import_id);
  hf_test_undo_assert_done (fixture, made->import_id);
}

/* Two who are made one. */
typedef struct
{
  const char *name;
  gsize import; /* in hf_test_undo_cases */
  const char *kept;
  const char *gone;
} Pair;

static const Pair pairs[] = {
  { "both-new", 0, "N1", "N2" },  { "one-new", 0, "C1", "N2" },
  { "new-stays", 0, "N2", "C1" }, { "both-changed", 1, "C1", "C2" },
  { "bought", 3, "C2", "C1" },    { "managed", 4, "C3", "C1" },
  { "scored", 5, "C2", "C1" },
};

static gpointer
merge (HfStoreSession *session, gpointer data, GError **error)
{
  const Pair *pair = data;
  gint64 id = 0;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, pair->kept, error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, pair->gone, error);
  HfMergeChoices choices;
  hf_merge_choices_guess (&choices, kept, gone);
  return hf_store_customers_merge (session, kept, gone, &choices, &id, error)
             ? g_memdup2 (&id, sizeof id)
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
forget_merges (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_db_execute (session->db, HF_DB_WHOLE_TABLE "DELETE FROM customer_merge",
                        HF_DB_NO_VALUES, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

/* Customers whom an import made or changed and who are one now stand in its way; once they are
 * two again, it can be undone, and nothing is left. */
static void
test_merge_is_undone_first (HfTestImport *fixture, gconstpointer data)
{
  const Pair *pair = data;
  const HfTestUndoCase *one = &hf_test_undo_cases[pair->import];
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  g_autofree gint64 *merge_id = hf_test_import_write (fixture, merge, (gpointer) pair);
  g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
      fixture, result->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_true (hf_test_undo_is_found (obstacles, HF_IMPORT_OBSTACLE_MERGE, pair->kept)
                 || hf_test_undo_is_found (obstacles, HF_IMPORT_OBSTACLE_MERGE, pair->gone));
  hf_test_import_write (fixture, unmerge, merge_id);
  hf_test_undo_assert_done (fixture, result->import_id);
  /* That they were one for a while is history. */
  hf_test_import_write (fixture, forget_merges, NULL);
  hf_test_undo_assert_same (fixture, before);
}

/* An import that finds two who were one already, by either code, changes the one. */
static void
test_merge_before_the_import_stays (HfTestImport *fixture, gconstpointer data)
{
  static const Pair pair = { "before", 0, "C3", "C2" };
  g_autofree gint64 *merge_id = hf_test_import_write (fixture, merge, (gpointer) &pair);
  g_autoptr (HfCustomer) before = hf_test_import_get_customer (fixture, "C3");
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_customers, "code,name,phone\nC2,李,13700000000\nC3,单,\n");
  hf_test_import_assert_counts (result, 0, 2, 0, 0);
  hf_test_undo_assert_done (fixture, result->import_id);
  g_autoptr (HfCustomer) after = hf_test_import_get_customer (fixture, "C3");
  g_assert_cmpstr (after->name, ==, before->name);
  g_assert_cmpstr (after->phone, ==, before->phone);
  hf_test_import_write (fixture, unmerge, merge_id);
  g_autoptr (HfCustomer) again = hf_test_import_get_customer (fixture, "C2");
  g_assert_cmpstr (again->name, ==, "李长春");
}

static gpointer
make_older (HfStoreSession *session, gpointer days, GError **error)
{
  gint64 span = GPOINTER_TO_INT (days) * G_TIME_SPAN_DAY;
  return hf_db_execute (session->db, HF_DB_WHOLE_TABLE "UPDATE import SET at = at - $1",
                        HF_DB_VALUES (hf_db_integer (span)), NULL, error)
                 && hf_store_import_images_forget (session, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
count_images (HfStoreSession *session, gpointer count, GError **error)
{
  *(gint64 *) count = 0;
  for (const HfImportTable *table = hf_import_tables; table->table != NULL; table++)
    {
      gint64 n = 0;
      g_autofree char *sql = g_strdup_printf (
          "SELECT " HF_DB_WHOLE_TABLE "count(*) FROM import_image_%s", table->table);
      if (!hf_store_session_count (session, sql, HF_DB_NO_VALUES, &n, error))
        return NULL;
      *(gint64 *) count += n;
    }
  return HF_STORE_DONE;
}

static void
test_what_was_changed_is_not_kept_for_ever (HfTestImport *fixture, gconstpointer data)
{
  gint64 before = 0, after = 0;
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, hf_test_undo_cases[1].entity, hf_test_undo_cases[1].text);
  hf_test_import_read (fixture, count_images, &before);
  g_assert_cmpint (before, >, 0);
  hf_test_import_write (fixture, make_older, GINT_TO_POINTER (HF_IMPORT_UNDO_DAYS - 1));
  hf_test_import_read (fixture, count_images, &after);
  g_assert_cmpint (after, ==, before);
  hf_test_import_write (fixture, make_older, GINT_TO_POINTER (2));
  hf_test_import_read (fixture, count_images, &after);
  g_assert_cmpint (after, ==, 0);
  g_autoptr (HfImportObstacles) none = hf_test_undo_assert_refused (
      fixture, result->import_id, HF_IMPORT_UNDO_ERROR_TOO_LATE);
  g_assert_cmpint (none->count, ==, 0);
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/* Each column that refers to a table, and those of copies, which are called the same. */
static gpointer
list_uses (HfStoreSession *session, gpointer table, GError **error)
{
  gboolean sqlite = strcmp (hf_db_get_engine (session->db), "sqlite") == 0;
  return hf_store_session_list (
      session,
      sqlite ? "SELECT m.name || ' ' || c.name FROM sqlite_master m, "
               "pragma_table_info (m.name) c WHERE m.type = 'table' AND c.name IN "
               "(SELECT f.\"from\" FROM sqlite_master r, pragma_foreign_key_list (r.name) f "
               "WHERE r.type = 'table' AND f.\"table\" = $1) ORDER BY 1"
             : "SELECT table_name || ' ' || column_name FROM information_schema.columns "
               "WHERE table_schema = current_schema () AND column_name IN (SELECT a.attname "
               "FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid "
               "AND a.attnum = ANY (f.conkey) WHERE f.contype = 'f' "
               "AND f.confrelid = to_regclass ($1)) ORDER BY 1",
      HF_DB_VALUES (hf_db_text (table)), text_of_row, g_free, error);
}

static void
assert_uses (HfTestImport *fixture, const char *table, const HfStoreUse *uses)
{
  g_autoptr (GPtrArray) schema = hf_test_import_read (fixture, list_uses, (gpointer) table);
  gsize n_uses = 0;
  for (; uses[n_uses].table != NULL; n_uses++)
    {
      g_autofree char *use = g_strdup_printf ("%s %s", uses[n_uses].table, uses[n_uses].column);
      g_test_message ("%s", use);
      g_assert_true (g_ptr_array_find_with_equal_func (schema, use, g_str_equal, NULL));
    }
  g_assert_cmpuint (schema->len, ==, n_uses);
}

/* Who is named anywhere is not removed; a reference that is new must be known, too. */
static void
test_every_reference_is_known (HfTestImport *fixture, gconstpointer data)
{
  assert_uses (fixture, "staff", hf_store_uses_of_staff);
  assert_uses (fixture, "branch", hf_store_uses_of_branch);
}

/* What keeps the records in order. */
static gpointer
list_schema (HfStoreSession *session, gpointer unused, GError **error)
{
  gboolean sqlite = strcmp (hf_db_get_engine (session->db), "sqlite") == 0;
  return hf_store_session_list (session,
                                sqlite ? "SELECT sql FROM sqlite_schema ORDER BY 1"
                                       : "SELECT indexdef FROM pg_indexes ORDER BY 1",
                                HF_DB_NO_VALUES, text_of_row, g_free, error);
}

/* Most of the customers: what is done without meanwhile is there again, and finds who stayed.
 */
static void
test_most_customers_go (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("code,name\n");
  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "M%d,新客%d\n", i, i);
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (GPtrArray) schema = hf_test_import_read (fixture, list_schema, NULL);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_customers,
                                                           text->str);
  hf_test_import_assert_counts (result, 10000, 0, 0, 0);
  hf_test_undo_assert_done (fixture, result->import_id);
  hf_test_undo_assert_same (fixture, before);
  g_autoptr (GPtrArray) after = hf_test_import_read (fixture, list_schema, NULL);
  g_assert_cmpuint (after->len, ==, schema->len);
  for (guint i = 0; i < schema->len; i++)
    g_assert_cmpstr (after->pdata[i], ==, schema->pdata[i]);
}

#define ADD(path, data, test)                                                                  \
  g_test_add ("/import-undo-desks/" path, HfTestImport, data, hf_test_undo_set_up, test,       \
              hf_test_undo_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  /* Nobody else comes to what is in memory. */
  if (g_getenv ("HUIFANG_TEST_ENGINE") != NULL)
    {
      ADD ("in-between", NULL, test_nobody_comes_in_between);
      ADD ("first", NULL, test_who_was_first_is_found);
      ADD ("both", NULL, test_two_undo_at_once);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-undo-desks/merge/%s", pairs[i].name);
      g_test_add (path, HfTestImport, &pairs[i], hf_test_undo_set_up,
                  test_merge_is_undone_first, hf_test_undo_tear_down);
    }
  ADD ("merged-before", NULL, test_merge_before_the_import_stays);
  ADD ("batches", NULL, test_acts_that_were_undone_are_no_work);
  ADD ("kept", NULL, test_what_was_changed_is_not_kept_for_ever);
  ADD ("most", NULL, test_most_customers_go);
  ADD ("references", NULL, test_every_reference_is_known);
  return g_test_run ();
}
