#pragma once

#include "hf-report-source.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

#define HF_TYPE_STORE_SOURCE (hf_store_source_get_type ())
G_DECLARE_FINAL_TYPE (HfStoreSource, hf_store_source, HF, STORE_SOURCE, GObject)

HfReportSource *hf_store_source_new (HfStoreSession *session, const HfStoreScope *scope,
                                     GError **error);

G_END_DECLS
