#pragma once

#include "hf-import-record.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What an import did, as the log of imports keeps it. */
typedef struct
{
  gint64 read, created, updated, skipped, rejected;
} HfImportCount;

gboolean hf_store_imports_begin (HfStoreSession *session, const char *kind, const char *file,
                                 GError **error);
gint64 hf_store_imports_get_current (HfStoreSession *session);
gboolean hf_store_imports_expect (HfStoreSession *session, gint64 n_rows, gboolean by_alikeness,
                                  gboolean *many, GError **error);
gboolean hf_store_imports_end (HfStoreSession *session, const HfImportCount *count,
                               const char *repaired, GError **error);
GPtrArray *hf_store_imports_list (HfStoreSession *session, GError **error);
HfImportRecord *hf_store_imports_get (HfStoreSession *session, gint64 id, GError **error);
HfImportRecord *hf_store_imports_find_last (HfStoreSession *session, GError **error);

G_END_DECLS
