#pragma once

#include "hf-db-value.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* A table whose records an import may change, and of which import_image_TABLE keeps the records
 * that one did change. */
typedef struct
{
  const char *table;
  const char *key[3];   /* the names of its key's columns, NULL-ended */
  const char *columns;  /* those that an import may change, commas between them */
  const char *customer; /* the column with the customer's key */
  gboolean has_revision;
} HfImportTable;

extern const HfImportTable hf_import_tables[]; /* ends with a table of NULL */

gboolean hf_store_import_images_keep (HfStoreSession *session, const char *table,
                                      const char *condition, const HfDbValue *values,
                                      gsize n_values, GError **error);
gboolean hf_store_import_images_complete (HfStoreSession *session, GError **error);
gboolean hf_store_import_images_put_back (HfStoreSession *session, const HfImportTable *table,
                                          gint64 import_id, GError **error);
gboolean hf_store_import_images_drop (HfStoreSession *session, const HfImportTable *table,
                                      gint64 import_id, GError **error);
gboolean hf_store_import_images_forget (HfStoreSession *session, GError **error);
char *hf_store_import_images_join (const HfImportTable *table, const char *one,
                                   const char *other);

G_END_DECLS
