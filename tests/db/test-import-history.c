#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-import-job.h"
#include "hf-store-check.h"
#include "hf-store-customers.h"
#include "hf-store-scores.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-timeline-entry.h"
#include "test-folder.h"

/* A database with one customer, and a folder for spreadsheets. */
typedef struct
{
  HfStore *store;
  char *place;
  char *folder;
} Fixture;

static HfImportResult *
import_text (Fixture *fixture, const HfImportEntity *entity, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "table.csv", NULL);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  g_autoptr (HfImportRequest) request = hf_import_request_new (file, entity, NULL);
  HfImportResult *result = hf_store_run (fixture->store, HF_STORE_WRITE, hf_import_job_run,
                                         request, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_import (Fixture *fixture, const HfImportEntity *entity, const char *text, gint64 created,
               gint64 updated, gint64 skipped)
{
  g_autoptr (HfImportResult) result = import_text (fixture, entity, text);
  g_assert_cmpint (result->count.created, ==, created);
  g_assert_cmpint (result->count.updated, ==, updated);
  g_assert_cmpint (result->count.skipped, ==, skipped);
  g_assert_cmpint (result->count.rejected, ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = test_folder_new ("hf-history-XXXXXX");
  fixture->place = hf_test_place_new ();
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  assert_import (fixture, &hf_import_customers, "code,account_manager\nC1,Zhang\n", 1, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = hf_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  test_folder_remove (fixture->folder);
  g_clear_object (&fixture->store);
  hf_test_place_free (fixture->place);
}

/* Who looked after the customer since when, and who does now. */
static gpointer
describe_managers (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 id = 0;
  g_autoptr (GString) words = g_string_new (NULL);
  g_assert_true (hf_store_customers_find_id (session, "C1", &id, error));
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, id, error);
  g_autoptr (GPtrArray) timeline = hf_store_timeline_list (session, id, HF_TIMELINE_ALL, NULL,
                                                           100, error);
  for (guint i = timeline->len; i > 0; i--)
    {
      const HfTimelineEntry *entry = timeline->pdata[i - 1];
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at / G_USEC_PER_SEC);
      g_autofree char *day = g_date_time_format (at, "%F");
      if (entry->kind == HF_TIMELINE_MANAGER)
        g_string_append_printf (words, "%s %s, ", day, entry->words);
    }
  g_string_append_printf (words, "now %s", customer->account_manager);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_managers (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = hf_store_run (fixture->store, HF_STORE_READ, describe_managers, NULL,
                                         NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_changes_go_into_the_history (Fixture *fixture, gconstpointer data)
{
  const HfImportEntity *entity = &hf_import_manager_changes;
  assert_import (fixture, entity,
                 "客户号,日期,负责人\n"
                 "C1,2024年3月1日,Li\n"
                 "C1,2022-01-01,Wang\n",
                 2, 0, 0);
  assert_managers (fixture, "2022-01-01 Wang, 2024-03-01 Li, now Li");
  /* Known already, in the midst of the same person's time, and corrected. */
  assert_import (fixture, entity,
                 "customer_code,from_on,account_manager\n"
                 "C1,2024-03-01,Li\n"
                 "C1,2025-06-01,Li\n"
                 "C1,2022-01-01,Zhao\n",
                 0, 1, 2);
  assert_managers (fixture, "2022-01-01 Zhao, 2024-03-01 Li, now Li");
  assert_import (
      fixture, entity,
      "customer_code,from_on,account_manager\nC1,2023-01-01,Sun\nC1,2025-01-01,Qian\n", 2, 0,
      0);
  assert_managers (fixture,
                   "2022-01-01 Zhao, 2023-01-01 Sun, 2024-03-01 Li, 2025-01-01 Qian, now Qian");
}

static void
test_bad_changes_are_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = import_text (fixture, &hf_import_manager_changes,
                                                   "customer_code,from_on,account_manager\n"
                                                   "C9,2024-01-01,Li\n"
                                                   "C1,2199-01-01,Li\n"
                                                   "C1,,Li\n");
  static const char *const fields[] = { "customer_code", "from_on", "from_on" };
  g_assert_cmpint (result->count.rejected, ==, G_N_ELEMENTS (fields));
  for (guint i = 0; i < result->rejections->len; i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      g_assert_cmpuint (rejection->row, ==, i + 2);
      g_assert_cmpstr (rejection->field, ==, fields[i]);
    }
  assert_managers (fixture, "now Zhang");
}

static gpointer
list_scores (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, "C1", &id, error));
  return hf_store_scores_list (session, id, error);
}

static GPtrArray *
read_scores (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *scores = hf_store_run (fixture->store, HF_STORE_READ, list_scores, NULL, NULL,
                                    &error);
  g_assert_no_error (error);
  return scores;
}

static void
test_scores_are_kept_by_day_and_question (Fixture *fixture, gconstpointer data)
{
  const HfImportEntity *entity = &hf_import_scores;
  assert_import (fixture, entity,
                 "客户号,日期,满意度,满分,项目,渠道,意见\n"
                 "C1,2024/3/5,4.5,5,修车,App,很好\n"
                 "C1,2024/3/5,2,5,等待,App,太久\n"
                 "C1,2024/4/5,9,10,,,\n",
                 3, 0, 0);
  assert_import (fixture, entity,
                 "customer_code,scored_on,score,question\n"
                 "C1,2024-03-05,4.5,修车\n"
                 "C1,2024-03-05,3,等待\n",
                 0, 1, 1);
  g_autoptr (GPtrArray) scores = read_scores (fixture);
  g_assert_cmpuint (scores->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      const HfScore *score = scores->pdata[i];
      gboolean is_repair = g_strcmp0 (score->question, "修车") == 0;
      g_assert_cmpint (score->score, ==, is_repair ? 4500 : 3000);
      g_assert_cmpint (score->scale, ==, 5000);
      g_assert_cmpstr (score->place, ==, "App");
      g_assert_cmpstr (score->words, ==, is_repair ? "很好" : "太久");
    }
  const HfScore *last = scores->pdata[2];
  g_assert_cmpint (last->score, ==, 9000);
  g_assert_null (last->question);
}

static void
test_bad_scores_are_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = import_text (fixture, &hf_import_scores,
                                                   "customer_code,scored_on,score,scale\n"
                                                   "C9,2024-03-05,1,5\n"
                                                   "C1,2024-03-05,6,5\n"
                                                   "C1,2024-03-05,good,5\n"
                                                   "C1,2024-03-05,-1,5\n");
  g_assert_cmpint (result->count.rejected, ==, 4);
  g_assert_cmpint (result->count.created, ==, 0);
  const HfImportRejection *first = result->rejections->pdata[0];
  g_assert_cmpstr (first->field, ==, "customer_code");
  g_autoptr (GPtrArray) scores = read_scores (fixture);
  g_assert_cmpuint (scores->len, ==, 0);
}

static gpointer
describe_score (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, "C1", &id, error));
  g_autoptr (GPtrArray) timeline = hf_store_timeline_list (session, id, HF_TIMELINE_ALL, NULL,
                                                           100, error);
  for (guint i = 0; i < timeline->len; i++)
    {
      const HfTimelineEntry *entry = timeline->pdata[i];
      g_autofree char *amount = hf_amount_format (entry->amount);
      if (entry->kind == HF_TIMELINE_SCORE)
        return g_strdup_printf ("%s/%s %s %s", amount, entry->state, entry->words, entry->who);
    }
  return g_strdup ("none");
}

static void
test_scores_are_in_the_timeline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  assert_import (fixture, &hf_import_scores,
                 "customer_code,scored_on,score,scale,place,words\n"
                 "C1,2024-03-05,4,5,App,fine\n",
                 1, 0, 0);
  g_autofree char *words = hf_store_run (fixture->store, HF_STORE_READ, describe_score, NULL,
                                         NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, "4/5000 fine App");
}

#define ADD(path, test)                                                                        \
  g_test_add ("/import-history/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("managers", test_changes_go_into_the_history);
  ADD ("bad-managers", test_bad_changes_are_rejected);
  ADD ("scores", test_scores_are_kept_by_day_and_question);
  ADD ("bad-scores", test_bad_scores_are_rejected);
  ADD ("timeline", test_scores_are_in_the_timeline);
  return g_test_run ();
}
