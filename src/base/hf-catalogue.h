#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The translations of one language, read for one language at a time: the process's own locale
 * is never switched, so that a report can speak two languages at once on any thread. */
typedef struct _HfCatalogue HfCatalogue;

HfCatalogue *hf_catalogue_open (const char *language);
const GPtrArray *hf_catalogue_list_installed (void);
const char *hf_catalogue_get_language (const HfCatalogue *self);
const char *hf_catalogue_lookup (const HfCatalogue *self, const char *context,
                                 const char *text);
void hf_catalogue_free (HfCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCatalogue, hf_catalogue_free)

G_END_DECLS
