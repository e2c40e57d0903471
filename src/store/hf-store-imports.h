#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

/* What an import did, as the log of imports keeps it. */
typedef struct
{
  gint64 read, created, updated, skipped, rejected;
} HfImportCount;

gboolean hf_store_imports_begin (HfStoreSession *session, const char *kind, const char *file,
                                 GError **error);
gboolean hf_store_imports_expect (HfStoreSession *session, gint64 n_rows, gboolean by_alikeness,
                                  gboolean *many, GError **error);
gboolean hf_store_imports_end (HfStoreSession *session, const HfImportCount *count,
                               GError **error);

G_END_DECLS
