#include "config.h"

#include <glib/gstdio.h>

#include "hf-answer.h"
#include "hf-coded-reason.h"
#include "hf-complaint.h"
#include "hf-demo.h"
#include "hf-figures-json.h"
#include "hf-interview.h"
#include "hf-promise.h"
#include "hf-report-job.h"
#include "hf-store-figures.h"
#include "hf-store-source.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-time.h"
#include "hf-verbatim.h"
#include "test-folder.h"

#define FROM "2026-01-01"
#define BRANCH "JL02"

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

/* Nothing here changes it. */
static HfStore *
get_company (void)
{
  static HfStore *store = NULL;
  g_autoptr (GError) error = NULL;
  if (store != NULL)
    return store;
  g_autofree char *place = hf_test_place_new ();
  store = hf_store_open (place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (store, HF_STORE_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_figures_compute (session, period, NULL, error);
}

static HfFigures *
get_figures (const char *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPeriod) period = hf_period_new (from, NULL);
  HfFigures *figures = hf_store_run (get_company (), HF_STORE_READ, compute, period, NULL,
                                     &error);
  g_assert_no_error (error);
  return figures;
}

typedef struct
{
  char *folder;
  HfReportRequest *request;
  guint n_steps;
  double fraction;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfPeriod) period = hf_period_new (FROM, NULL);
  fixture->folder = test_folder_new ("hf-report-XXXXXX");
  g_autofree char *output = g_build_filename (fixture->folder, "报告.xlsx", NULL);
  fixture->request = hf_report_request_new (output, period);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->request->output);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  hf_report_request_free (fixture->request);
}

static void
test_gives_the_figures_it_shows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfFigures) figures = hf_store_run (
      get_company (), HF_STORE_READ, hf_report_job_run, fixture->request, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (HfFigures) counted = get_figures (FROM);
  g_autofree char *shown = hf_figures_to_json (figures);
  g_autofree char *expected = hf_figures_to_json (counted);
  g_assert_cmpstr (shown, ==, expected);
  g_assert_true (g_file_test (fixture->request->output, G_FILE_TEST_IS_REGULAR));
}

static void
note_progress (double fraction, const char *what, gpointer data)
{
  Fixture *fixture = data;
  g_assert_cmpfloat (fraction, >=, fixture->fraction);
  g_assert_cmpfloat (fraction, <=, 1);
  fixture->fraction = fraction;
  fixture->n_steps++;
}

static void
test_tells_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  fixture->request->progress = note_progress;
  fixture->request->data = fixture;
  g_autoptr (HfFigures) figures = hf_store_run (
      get_company (), HF_STORE_READ, hf_report_job_run, fixture->request, NULL, NULL);
  g_assert_nonnull (figures);
  g_assert_cmpuint (fixture->n_steps, >, 5);
  g_assert_cmpfloat (fixture->fraction, >, 0.9);
}

static void
cancel (double fraction, const char *what, gpointer data)
{
  if (fraction > 0.2)
    g_cancellable_cancel (data);
}

static void
test_cancelled_report_leaves_the_old_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *kept = NULL;
  g_assert_true (g_file_set_contents (fixture->request->output, "earlier", -1, NULL));
  fixture->request->progress = cancel;
  fixture->request->data = cancellable;
  g_assert_null (hf_store_run (get_company (), HF_STORE_READ, hf_report_job_run,
                               fixture->request, cancellable, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (fixture->request->output, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "earlier");
}

static void
test_branch_must_be_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->request->branch = g_strdup ("nowhere");
  g_assert_null (hf_store_run (get_company (), HF_STORE_READ, hf_report_job_run,
                               fixture->request, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
}

/* Reads every row of a kind in a scope, and hands it to a check. */
typedef struct
{
  const char *from;
  const char *branch;
  HfReportRows kind;
  void (*check) (gconstpointer row);
  gint64 n_counted;
  gint64 n_read;
} Reading;

static gpointer
read_rows (HfStoreSession *session, gpointer input, GError **error)
{
  Reading *reading = input;
  g_autoptr (HfPeriod) period = hf_period_new (reading->from, NULL);
  HfStoreScope scope = { .period = period };
  if (!hf_store_branches_find_id (session, reading->branch, &scope.branch_id, error))
    return NULL;
  g_autoptr (HfReportSource) source = hf_store_source_new (session, &scope, error);
  reading->n_counted = hf_report_source_count (source, reading->kind, error);
  g_assert_true (hf_report_source_open (source, reading->kind, error));
  GObject *row;
  while ((row = hf_report_source_next (source, error)) != NULL)
    {
      if (reading->check != NULL)
        reading->check (row);
      reading->n_read++;
      g_object_unref (row);
    }
  g_assert_null (hf_report_source_next (source, error));
  return HF_STORE_DONE;
}

static gint64
count_rows (const char *from, const char *branch, HfReportRows kind,
            void (*check) (gconstpointer row))
{
  g_autoptr (GError) error = NULL;
  Reading reading = { .from = from, .branch = branch, .kind = kind, .check = check };
  hf_store_run (get_company (), HF_STORE_READ, read_rows, &reading, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reading.n_read, ==, reading.n_counted);
  return reading.n_read;
}

static void
assert_since (gint64 moment)
{
  g_autofree char *day = hf_time_format_date (moment);
  g_assert_cmpstr (day, >=, FROM);
}

static void
check_complaint (gconstpointer row)
{
  assert_since (((const HfComplaint *) row)->received_at);
}

static void
check_reason (gconstpointer row)
{
  assert_since (((const HfCodedReason *) row)->at);
}

static void
check_verbatim (gconstpointer row)
{
  assert_since (((const HfVerbatim *) row)->at);
}

static void
check_interview (gconstpointer row)
{
  assert_since (((const HfInterview *) row)->started_at);
}

static void
check_promise (gconstpointer row)
{
  assert_since (((const HfPromise *) row)->made_at);
}

static void
check_answer (gconstpointer row)
{
  const HfAnswer *answer = row;
  g_assert_nonnull (answer->customer_code);
  g_assert_cmpint (answer->state, ==, HF_ANSWER_CURRENT);
  g_assert_cmpstr (answer->value, !=, "said");
  assert_since (answer->at);
}

static void
test_rows_are_those_that_are_counted (void)
{
  g_autoptr (HfFigures) always = get_figures (NULL);
  g_assert_cmpint (count_rows (NULL, NULL, HF_REPORT_ROWS_CUSTOMERS, NULL), ==,
                   always->customers.total);
  g_assert_cmpint (count_rows (NULL, NULL, HF_REPORT_ROWS_COMPLAINTS, NULL), ==,
                   always->complaints.logged);
  g_assert_cmpint (count_rows (NULL, NULL, HF_REPORT_ROWS_PROMISES, NULL), ==,
                   always->promises.made);
  g_assert_cmpint (count_rows (NULL, NULL, HF_REPORT_ROWS_ASSUMPTIONS, NULL), >, 3);

  static const struct
  {
    HfReportRows kind;
    void (*check) (gconstpointer row);
  } dated[] = { { HF_REPORT_ROWS_COMPLAINTS, check_complaint },
                { HF_REPORT_ROWS_CODED_REASONS, check_reason },
                { HF_REPORT_ROWS_VERBATIMS, check_verbatim },
                { HF_REPORT_ROWS_INTERVIEWS, check_interview },
                { HF_REPORT_ROWS_PROMISES, check_promise },
                { HF_REPORT_ROWS_ANSWERS, check_answer } };
  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      gint64 all = count_rows (NULL, NULL, dated[i].kind, NULL);
      gint64 since = count_rows (FROM, NULL, dated[i].kind, dated[i].check);
      gint64 branch = count_rows (FROM, BRANCH, dated[i].kind, dated[i].check);
      g_assert_cmpint (since, <=, all);
      g_assert_cmpint (branch, <, since);
      g_assert_cmpint (branch, >, 0);
    }
}

static gpointer
name_things (HfStoreSession *session, gpointer unused, GError **error)
{
  const HfStoreScope all = { 0 };
  g_autoptr (HfReportSource) source = hf_store_source_new (session, &all, error);
  g_autofree char *outcome = hf_report_source_dup_name (source, HF_REPORT_NAME_OUTCOME,
                                                        "no-answer", "zh_CN");
  g_assert_cmpstr (outcome, ==, "无人接听");
  g_autofree char *english = hf_report_source_dup_name (source, HF_REPORT_NAME_OUTCOME,
                                                        "no-answer", "en");
  g_assert_cmpstr (english, ==, "No answer");
  g_autofree char *question = hf_report_source_dup_name (source, HF_REPORT_NAME_QUESTION,
                                                         "what-happened", "en");
  g_assert_true (g_str_has_prefix (question, "Please tell me in your own words"));
  g_autofree char *answer = hf_report_source_dup_name (source, HF_REPORT_NAME_ANSWER,
                                                       "lost\ndissatisfied\nyes", "en");
  g_assert_cmpstr (answer, !=, "yes");
  g_autofree char *several = hf_report_source_dup_name (source, HF_REPORT_NAME_ANSWER,
                                                        "lost\nsatisfaction-pair\n2\n4", "en");
  g_assert_cmpstr (several, ==, "2 : 4");
  g_autofree char *unknown = hf_report_source_dup_name (source, HF_REPORT_NAME_ANSWER,
                                                        "lost\nnothing\nas it is", "en");
  g_assert_cmpstr (unknown, ==, "as it is");
  g_assert_null (hf_report_source_dup_name (source, HF_REPORT_NAME_QUESTION, "nothing", "en"));
  g_assert_null (hf_report_source_dup_name (source, HF_REPORT_NAME_OUTCOME, "nothing", "en"));
  g_assert_cmpuint (hf_report_source_get_codebook (source)->codes->len, >, 12);
  return HF_STORE_DONE;
}

static void
test_names_come_in_the_reports_language (void)
{
  g_autoptr (GError) error = NULL;
  hf_store_run (get_company (), HF_STORE_READ, name_things, NULL, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(path, func) g_test_add ("/report-job/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("gives-the-figures-it-shows", test_gives_the_figures_it_shows);
  ADD ("tells-how-far-it-is", test_tells_how_far_it_is);
  ADD ("cancelled-report-leaves-the-old-one", test_cancelled_report_leaves_the_old_one);
  ADD ("branch-must-be-known", test_branch_must_be_known);
  g_test_add_func ("/report-job/rows-are-those-that-are-counted",
                   test_rows_are_those_that_are_counted);
  g_test_add_func ("/report-job/names-come-in-the-reports-language",
                   test_names_come_in_the_reports_language);
  return g_test_run ();
}
