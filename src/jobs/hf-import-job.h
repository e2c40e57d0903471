#pragma once

#include "hf-import-request.h"
#include "hf-import-result.h"

G_BEGIN_DECLS

/* (type HfStoreFunc) for hf_store_run() and hf_store_run_async(), as work that writes. */
gpointer hf_import_job_run (HfStoreSession *session, gpointer request, GError **error);

G_END_DECLS
