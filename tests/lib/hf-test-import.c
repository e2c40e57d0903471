#include "config.h"

#include "hf-test-import.h"

#include "hf-store-customers.h"
#include "hf-test-place.h"
#include "test-folder.h"

void
hf_test_import_set_up (HfTestImport *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->folder = test_folder_new ("hf-import-XXXXXX");
  self->place = hf_test_place_new ();
  self->store = hf_store_open (self->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

void
hf_test_import_tear_down (HfTestImport *self, gconstpointer data)
{
  test_folder_remove (self->folder);
  g_clear_object (&self->store);
  g_clear_pointer (&self->place, hf_test_place_free);
}

HfImportRequest *
hf_test_import_request (HfTestImport *self, const HfImportEntity *entity, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (self->folder, "客户.csv", NULL);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  return hf_import_request_new (file, entity, NULL);
}

HfImportResult *
hf_test_import_run (HfTestImport *self, HfImportRequest *request)
{
  return hf_test_import_write (self, hf_import_job_run, request);
}

HfImportResult *
hf_test_import_text (HfTestImport *self, const HfImportEntity *entity, const char *text)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (self, entity, text);
  return hf_test_import_run (self, request);
}

void
hf_test_import_assert_counts (const HfImportResult *result, gint64 created, gint64 updated,
                              gint64 skipped, gint64 rejected)
{
  g_assert_cmpint (result->count.created, ==, created);
  g_assert_cmpint (result->count.updated, ==, updated);
  g_assert_cmpint (result->count.skipped, ==, skipped);
  g_assert_cmpint (result->count.rejected, ==, rejected);
  g_assert_cmpint (result->count.read, ==, created + updated + skipped + rejected);
}

gpointer
hf_test_import_read (HfTestImport *self, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, HF_STORE_READ, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

gpointer
hf_test_import_write (HfTestImport *self, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
find_customer (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

HfCustomer *
hf_test_import_get_customer (HfTestImport *self, const char *code)
{
  return hf_test_import_read (self, find_customer, (gpointer) code);
}

static gpointer
count_customers (HfStoreSession *session, gpointer count, GError **error)
{
  return hf_store_customers_count (session, NULL, count, error) ? HF_STORE_DONE : NULL;
}

gint64
hf_test_import_count_customers (HfTestImport *self)
{
  gint64 count = 0;
  hf_test_import_read (self, count_customers, &count);
  return count;
}
