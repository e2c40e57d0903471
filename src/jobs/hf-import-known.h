#pragma once

#include "hf-customer-keys.h"
#include "hf-import-duplicate.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* The customers whom some rows of an import name or are like: looked up together, since one
 * after the other would be a question to the server for every row. */
typedef struct _HfImportKnown HfImportKnown;

HfImportKnown *hf_import_known_new (void);
void hf_import_known_free (HfImportKnown *self);
gboolean hf_import_known_learn_codes (HfImportKnown *self, HfStoreSession *session,
                                      GError **error);
gboolean hf_import_known_look_up (HfImportKnown *self, HfStoreSession *session,
                                  const GPtrArray *codes, GError **error);
gboolean hf_import_known_look_up_alike (HfImportKnown *self, HfStoreSession *session,
                                        const GPtrArray *keys, GError **error);
HfCustomer *hf_import_known_find (HfImportKnown *self, const char *code);
HfCustomer *hf_import_known_find_alike (HfImportKnown *self, const HfCustomerKeys *keys,
                                        HfImportLikeness *likeness);
GArray *hf_import_known_list_ids (HfImportKnown *self);
void hf_import_known_add (HfImportKnown *self, HfCustomer *customer,
                          const HfCustomerKeys *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportKnown, hf_import_known_free)

G_END_DECLS
