#pragma once

#include "hf-customer.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* The customers whom some rows of an import name: looked up together, since one after the other
 * would be a question to the server for every row. */
typedef struct _HfImportKnown HfImportKnown;

HfImportKnown *hf_import_known_new (void);
void hf_import_known_free (HfImportKnown *self);
gboolean hf_import_known_look_up (HfImportKnown *self, HfStoreSession *session,
                                  const char *const *codes, guint n_codes, GError **error);
HfCustomer *hf_import_known_find (HfImportKnown *self, const char *code);
void hf_import_known_add (HfImportKnown *self, HfCustomer *customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportKnown, hf_import_known_free)

G_END_DECLS
