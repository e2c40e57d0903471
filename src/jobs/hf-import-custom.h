#pragma once

#include "hf-import-duplicate.h"
#include "hf-import-feed.h"
#include "hf-import-known.h"

G_BEGIN_DECLS

/* What is entered in the custom fields of the customers whom the rows at hand name or are like:
 * looked up together, and only where the rows have custom fields. */
typedef struct _HfImportCustom HfImportCustom;

HfImportCustom *hf_import_custom_new (void);
void hf_import_custom_free (HfImportCustom *self);
gboolean hf_import_custom_look_up (HfImportCustom *self, HfStoreSession *session,
                                   HfImportKnown *known, const HfImportBatch *batch,
                                   GError **error);
gboolean hf_import_custom_add (HfImportCustom *self, HfStoreSession *session,
                               gint64 customer_id, const HfImportRow *row, GError **error);
gboolean hf_import_custom_merge (HfImportCustom *self, HfStoreSession *session,
                                 gint64 customer_id, const HfImportRow *row,
                                 HfImportPolicy policy, gboolean *changed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportCustom, hf_import_custom_free)

G_END_DECLS
