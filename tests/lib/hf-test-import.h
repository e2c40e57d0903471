#pragma once

#include "hf-customer.h"
#include "hf-import-job.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* A database and a folder for spreadsheets: a test's fixture. */
typedef struct
{
  HfStore *store;
  char *folder;
  char *place; /* of the database */
} HfTestImport;

void hf_test_import_set_up (HfTestImport *self, gconstpointer data);
void hf_test_import_tear_down (HfTestImport *self, gconstpointer data);
HfImportRequest *hf_test_import_request (HfTestImport *self, const HfImportEntity *entity,
                                         const char *text);
HfImportResult *hf_test_import_run (HfTestImport *self, HfImportRequest *request);
HfImportResult *hf_test_import_text (HfTestImport *self, const HfImportEntity *entity,
                                     const char *text);
void hf_test_import_assert_counts (const HfImportResult *result, gint64 created, gint64 updated,
                                   gint64 skipped, gint64 rejected);
gpointer hf_test_import_read (HfTestImport *self, HfStoreFunc func, gpointer input);
gpointer hf_test_import_write (HfTestImport *self, HfStoreFunc func, gpointer input);
HfCustomer *hf_test_import_get_customer (HfTestImport *self, const char *code);
gint64 hf_test_import_count_customers (HfTestImport *self);

G_END_DECLS
