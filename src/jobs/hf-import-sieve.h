#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Remembers any number of texts in 4 MiB, a Bloom filter: what it does not have was certainly
 * never added; what it may have was, but for about one text in a thousand where a million
 * were. */
typedef struct _HfImportSieve HfImportSieve;

HfImportSieve *hf_import_sieve_new (void);
void hf_import_sieve_free (HfImportSieve *self);
void hf_import_sieve_add (HfImportSieve *self, const char *text);
gboolean hf_import_sieve_may_have (const HfImportSieve *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportSieve, hf_import_sieve_free)

G_END_DECLS
