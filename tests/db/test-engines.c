#include "config.h"

#include "hf-demo.h"
#include "hf-figures-json.h"
#include "hf-report-job.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-test-server.h"
#include "hf-time.h"
#include "test-folder.h"
#include "test-xlsx.h"

/* Both engines, side by side: the same company gives the same figures, the same lists and the
 * same workbook. */
typedef struct
{
  HfStore *file;
  HfStore *server;
} Companies;

static gpointer
fill (HfStoreSession *session, gpointer now, GError **error)
{
  hf_store_session_set_now (session, *(gint64 *) now);
  return hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

static HfStore *
make_company (const char *location, gint64 now)
{
  g_autoptr (GError) error = NULL;
  HfStore *store = hf_store_open (location, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (store, HF_STORE_WRITE, fill, &now, NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* Nothing here changes them. */
static const Companies *
get_companies (void)
{
  static Companies companies = { 0 };
  if (companies.file == NULL)
    {
      g_autofree char *location = hf_test_server_new_database (NULL, NULL);
      gint64 now = hf_time_now ();
      companies.file = make_company (":memory:", now);
      companies.server = make_company (location, now);
    }
  return &companies;
}

static gpointer
run (HfStore *store, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_READ, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static char *
write_report (HfStore *store, const char *folder, const char *name, char **figures)
{
  char *output = g_build_filename (folder, name, NULL);
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  HfReportRequest *request = hf_report_request_new (output, period);
  g_autoptr (HfFigures) counted = run (store, hf_report_job_run, request);
  counted->computed_at = 0;
  *figures = hf_figures_to_json (counted);
  hf_report_request_free (request);
  return output;
}

static void
compare_sheet (TestXlsx *file, TestXlsx *server, guint sheet)
{
  g_autofree char *one = test_xlsx_dup_sheet (file, sheet);
  g_autofree char *other = test_xlsx_dup_sheet (server, sheet);
  g_auto (GStrv) rows = g_strsplit (one, "<row ", -1);
  g_auto (GStrv) others = g_strsplit (other, "<row ", -1);
  g_assert_cmpstr (test_xlsx_get_name (file, sheet), ==, test_xlsx_get_name (server, sheet));
  g_assert_cmpuint (g_strv_length (rows), ==, g_strv_length (others));
  guint n_different = 0;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      n_different += g_strcmp0 (rows[i], others[i]) != 0;
      /* The cover says when it was written. */
      if (sheet > 0 || n_different > 1)
        g_assert_cmpstr (rows[i], ==, others[i]);
    }
}

static void
test_figures_and_workbook_are_the_same (void)
{
  const Companies *companies = get_companies ();
  char *folder = test_folder_new ("hf-engines-XXXXXX");
  g_autofree char *file_figures = NULL, *server_figures = NULL;
  g_autofree char *one = write_report (companies->file, folder, "1.xlsx", &file_figures);
  g_autofree char *other = write_report (companies->server, folder, "2.xlsx", &server_figures);
  g_assert_cmpstr (file_figures, ==, server_figures);
  g_autoptr (TestXlsx) file = test_xlsx_open (one);
  g_autoptr (TestXlsx) server = test_xlsx_open (other);
  guint n_sheets = test_xlsx_n_sheets (file);
  g_assert_cmpuint (n_sheets, >, 10);
  g_assert_cmpuint (n_sheets, ==, test_xlsx_n_sheets (server));
  for (guint i = 0; i < n_sheets; i++)
    compare_sheet (file, server, i);
  test_folder_remove (folder);
}

static gpointer
list_customers (HfStoreSession *session, gpointer filter, GError **error)
{
  return hf_store_customers_list (session, filter, 0, 3000, error);
}

static void
compare_lists (const HfCustomerFilter *filter)
{
  const Companies *companies = get_companies ();
  g_autoptr (GPtrArray) file = run (companies->file, list_customers, (gpointer) filter);
  g_autoptr (GPtrArray) server = run (companies->server, list_customers, (gpointer) filter);
  g_assert_cmpuint (file->len, >, 0);
  g_assert_cmpuint (file->len, ==, server->len);
  for (guint i = 0; i < file->len; i++)
    g_assert_cmpstr (((HfCustomer *) file->pdata[i])->code, ==,
                     ((HfCustomer *) server->pdata[i])->code);
}

/* What is not known comes at the same end, and letters sort alike; keys differ from database to
 * database, so that a list is compared where its order says all. */
static void
test_lists_have_the_same_order (void)
{
  for (guint descending = 0; descending < 2; descending++)
    for (HfCustomerOrder order = HF_CUSTOMER_BY_NAME; order < HF_CUSTOMER_N_ORDERS; order++)
      compare_lists (&(HfCustomerFilter){ .order = order, .descending = descending });
}

static void
test_searches_find_the_same (void)
{
  static const char *const typed[] = { "王", "李 长春", "wang", "W", "138", "c-0", "ltd" };
  const Companies *companies = get_companies ();
  guint found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      HfCustomerFilter filter = { .search = (char *) typed[i] };
      g_autoptr (GPtrArray) file = run (companies->file, list_customers, &filter);
      g_autoptr (GPtrArray) server = run (companies->server, list_customers, &filter);
      g_assert_cmpuint (file->len, ==, server->len);
      found += file->len > 0;
    }
  g_assert_cmpuint (found, >=, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_server_need ();
  g_test_add_func ("/engines/figures-and-workbook", test_figures_and_workbook_are_the_same);
  g_test_add_func ("/engines/order", test_lists_have_the_same_order);
  g_test_add_func ("/engines/search", test_searches_find_the_same);
  return g_test_run ();
}
