#include "config.h"

#include "hf-import-job.h"
#include "hf-store-complaints.h"
#include "hf-store-staff.h"
#include "hf-test-import.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"
#include "hf-time.h"

static gpointer
list_complaints (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_complaints_list_after (session, NULL, 0, 100, error);
}

static gpointer
list_steps (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return complaint != NULL ? hf_store_complaints_list_steps (session, complaint->id, error)
                           : NULL;
}

static HfImportResult *
overwrite (HfTestImport *fixture, const char *text)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_complaints,
                                                                text);
  request->policies[HF_IMPORT_SAME_COMPLAINT] = HF_IMPORT_OVERWRITE;
  return hf_test_import_run (fixture, request);
}

static void
test_complaints_come_in (HfTestImport *fixture, gconstpointer data)
{
  const char *text = "number,received_at,customer_code,channel,severity,words,status\n"
                     "T1,2026-03-01 09:30,C1,web,major,响,received\n"
                     ",2026-03-02,C9,phone,minor,慢,\n"
                     ",昨天,C1,phone,minor,慢,\n";
  g_autoptr (HfImportResult) customers = hf_test_import_text (fixture, &hf_import_customers,
                                                              "code,name\nC1,王女士\n");
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_complaints, text);
  hf_test_import_assert_counts (first, 2, 0, 0, 1);
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_complaints,
                                                           text);
  hf_test_import_assert_counts (second, 0, 0, 2, 1);

  g_autoptr (GPtrArray) complaints = hf_test_import_read (fixture, list_complaints, NULL);
  g_assert_cmpuint (complaints->len, ==, 2);
  const HfComplaint *known = complaints->pdata[0], *unknown = complaints->pdata[1];
  g_assert_cmpstr (known->number, ==, "T1");
  g_assert_cmpstr (known->customer_name, ==, "王女士");
  g_assert_cmpint (known->customer_id, !=, 0);
  g_assert_cmpint (known->severity, ==, HF_COMPLAINT_MAJOR);
  g_assert_cmpstr (unknown->customer_code, ==, "C9");
  g_assert_cmpint (unknown->customer_id, ==, 0);
  g_assert_nonnull (unknown->number);
}

static char *
make_row (const char *number, gint64 days_ahead)
{
  g_autofree char *moment = hf_time_format_moment (hf_time_now ()
                                                   + days_ahead * G_TIME_SPAN_DAY);
  return g_strdup_printf ("%s,%s,响\n", number, moment);
}

/* Clocks and time zones differ, but not by days. */
static void
test_nobody_complains_in_years_to_come (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *soon = make_row ("T1", 1), *late = make_row ("T2", 4);
  g_autofree char *text = g_strconcat ("number,received_at,words\n", soon, late,
                                       "T3,2099-01-01,响\n", NULL);
  g_autoptr (HfImportResult) result = hf_test_import_text (fixture, &hf_import_complaints,
                                                           text);
  hf_test_import_assert_counts (result, 1, 0, 0, 2);
  for (guint i = 0; i < 2; i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      g_assert_cmpuint (rejection->row, ==, 3 + i);
      g_assert_cmpstr (rejection->field, ==, "received_at");
      g_assert_cmpstr (rejection->why, ==, "this day is still to come");
    }
  /* Nor is what is known moved there. */
  g_autoptr (HfImportResult) moved = hf_test_import_text (
      fixture, &hf_import_complaints, "number,received_at,words\nT1,2099-01-01,响\n");
  hf_test_import_assert_counts (moved, 0, 0, 0, 1);
}

static void
test_complaint_goes_on (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = hf_test_import_text (
      fixture, &hf_import_complaints, "number,received_at,words\nT1,2026-03-01,响\n");
  g_autoptr (HfImportResult) second = overwrite (
      fixture, "number,received_at,words,status\nT1,2026-03-01,还是响,responded\n");
  hf_test_import_assert_counts (second, 0, 1, 0, 0);
  g_autoptr (GPtrArray) complaints = hf_test_import_read (fixture, list_complaints, NULL);
  const HfComplaint *complaint = complaints->pdata[0];
  g_assert_cmpstr (complaint->words, ==, "还是响");
  g_assert_cmpint (complaint->status, ==, HF_COMPLAINT_RESPONDED);
  g_autoptr (GPtrArray) steps = hf_test_import_read (fixture, list_steps, (gpointer) "T1");
  g_assert_cmpuint (steps->len, ==, 2);
}

static void
assert_kind (HfTestImport *fixture, HfComplaintChannel channel, HfComplaintCategory category,
             HfComplaintSeverity severity)
{
  g_autoptr (GPtrArray) complaints = hf_test_import_read (fixture, list_complaints, NULL);
  const HfComplaint *complaint = complaints->pdata[0];
  g_assert_cmpint (complaint->channel, ==, channel);
  g_assert_cmpint (complaint->category, ==, category);
  g_assert_cmpint (complaint->severity, ==, severity);
}

/* What the file does not say is not made up; it takes nothing away, and its import is undone.
 */
static void
test_what_is_not_said_is_not_known (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) plain = hf_test_import_text (
      fixture, &hf_import_complaints, "number,received_at,words\nT1,2026-03-01,响\n");
  hf_test_import_assert_counts (plain, 1, 0, 0, 0);
  assert_kind (fixture, HF_COMPLAINT_CHANNEL_UNKNOWN, HF_COMPLAINT_CATEGORY_UNKNOWN,
               HF_COMPLAINT_SEVERITY_UNKNOWN);
  g_autoptr (HfImportResult) told = hf_test_import_text (
      fixture, &hf_import_complaints,
      "number,received_at,channel,category,severity\nT1,2026-03-01,web,people,major\n");
  hf_test_import_assert_counts (told, 0, 1, 0, 0);
  assert_kind (fixture, HF_COMPLAINT_WEB, HF_COMPLAINT_PEOPLE, HF_COMPLAINT_MAJOR);
  g_autoptr (HfImportResult) forgotten = hf_test_import_text (
      fixture, &hf_import_complaints,
      "number,received_at,channel,category,severity\nT1,2026-03-01,Not known,,Not known\n");
  hf_test_import_assert_counts (forgotten, 0, 0, 1, 0);
  assert_kind (fixture, HF_COMPLAINT_WEB, HF_COMPLAINT_PEOPLE, HF_COMPLAINT_MAJOR);
  hf_test_undo_assert_done (fixture, told->import_id);
  assert_kind (fixture, HF_COMPLAINT_CHANNEL_UNKNOWN, HF_COMPLAINT_CATEGORY_UNKNOWN,
               HF_COMPLAINT_SEVERITY_UNKNOWN);
}

/* As usual a file takes nothing away; who chooses otherwise gets it so. */
static void
test_what_becomes_of_known_ones (HfTestImport *fixture, gconstpointer data)
{
  const char *text = "number,received_at,words,product\nT1,2026-03-01,慢,机油\n";
  g_autoptr (HfImportResult) first = hf_test_import_text (
      fixture, &hf_import_complaints, "number,received_at,words\nT1,2026-03-01,响\n");
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_complaints,
                                                                text);
  request->policies[HF_IMPORT_SAME_COMPLAINT] = HF_IMPORT_SKIP;
  g_autoptr (HfImportResult) skipped = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (skipped, 0, 0, 1, 0);
  g_assert_cmpint (skipped->n_alike[HF_IMPORT_SAME_COMPLAINT], ==, 1);
  g_autoptr (HfImportResult) filled = hf_test_import_text (fixture, &hf_import_complaints,
                                                           text);
  hf_test_import_assert_counts (filled, 0, 1, 0, 0);
  g_autoptr (GPtrArray) complaints = hf_test_import_read (fixture, list_complaints, NULL);
  g_assert_cmpstr (((HfComplaint *) complaints->pdata[0])->words, ==, "响");
  g_assert_cmpstr (((HfComplaint *) complaints->pdata[0])->product, ==, "机油");
  hf_import_request_decide (request, 2, HF_IMPORT_ADD);
  g_autoptr (HfImportResult) added = hf_test_import_run (fixture, request);
  hf_test_import_assert_counts (added, 1, 0, 0, 0);
  g_autoptr (GPtrArray) both = hf_test_import_read (fixture, list_complaints, NULL);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (((HfComplaint *) both->pdata[1])->words, ==, "慢");
  g_assert_cmpstr (((HfComplaint *) both->pdata[1])->number, !=, "T1");
}

static gpointer
list_staff (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_staff_list (session, error);
}

static void
import_columns (HfTestImport *fixture, const char *rows, gint64 created, gint64 updated,
                gint64 rejected)
{
  g_autofree char *text = g_strconcat ("编号,received_at,受理人,口碑\n", rows, NULL);
  g_autoptr (HfImportResult) result = overwrite (fixture, text);
  hf_test_import_assert_counts (result, created, updated, 0, rejected);
}

static void
assert_taken (HfTestImport *fixture, guint i, const char *taken_by, gboolean risk)
{
  g_autoptr (GPtrArray) complaints = hf_test_import_read (fixture, list_complaints, NULL);
  g_assert_cmpuint (complaints->len, >, i);
  const HfComplaint *complaint = complaints->pdata[i];
  g_assert_cmpstr (complaint->taken_by, ==, taken_by);
  g_assert_true ((complaint->taken_by_id != 0) == (taken_by != NULL));
  g_assert_cmpint (complaint->word_of_mouth_risk, ==, risk);
}

/* Who took it is somebody of the staff, made once by the name. */
static void
test_who_took_it_and_its_risk_come_in (HfTestImport *fixture, gconstpointer data)
{
  import_columns (fixture,
                  "T1,2026-03-01,小李,yes\nT2,2026-03-02,小李,no\nT3,2026-03-03,,\n"
                  "T4,2026-03-04,小张,perhaps\n",
                  3, 0, 1);
  assert_taken (fixture, 0, "小李", TRUE);
  assert_taken (fixture, 1, "小李", FALSE);
  assert_taken (fixture, 2, NULL, FALSE);
  g_autoptr (GPtrArray) staff = hf_test_import_read (fixture, list_staff, NULL);
  g_assert_cmpuint (staff->len, ==, 1);
  g_assert_cmpstr (((HfStaff *) staff->pdata[0])->name, ==, "小李");
}

static void
test_blank_cells_leave_who_took_it (HfTestImport *fixture, gconstpointer data)
{
  import_columns (fixture, "T1,2026-03-01,小李,yes\n", 1, 0, 0);
  g_autoptr (HfImportResult) blank = hf_test_import_text (
      fixture, &hf_import_complaints,
      "number,received_at,taken_by,word_of_mouth_risk,words\nT1,2026-03-01,,,响\n");
  hf_test_import_assert_counts (blank, 0, 1, 0, 0);
  assert_taken (fixture, 0, "小李", TRUE);
  import_columns (fixture, "T1,2026-03-01,小张,no\n", 0, 1, 0);
  assert_taken (fixture, 0, "小张", FALSE);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-complaints/" path, HfTestImport, NULL, hf_test_import_set_up, func,     \
              hf_test_import_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("come-in", test_complaints_come_in);
  ADD ("not-known", test_what_is_not_said_is_not_known);
  ADD ("goes-on", test_complaint_goes_on);
  ADD ("years-to-come", test_nobody_complains_in_years_to_come);
  ADD ("taken", test_who_took_it_and_its_risk_come_in);
  ADD ("known", test_what_becomes_of_known_ones);
  ADD ("blank", test_blank_cells_leave_who_took_it);
  return g_test_run ();
}
