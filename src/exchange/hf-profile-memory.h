#pragma once

#include "hf-import-entity.h"
#include "hf-import-profile.h"

G_BEGIN_DECLS

/* The profiles by which files were imported, found again by the headings that a file has: a
 * folder with a file for each kind of record and set of headings. */
typedef struct _HfProfileMemory HfProfileMemory;

HfProfileMemory *hf_profile_memory_new (const char *folder);
void hf_profile_memory_free (HfProfileMemory *self);
gboolean hf_profile_memory_is_empty (HfProfileMemory *self);
HfImportProfile *hf_profile_memory_recall (HfProfileMemory *self, const HfImportEntity *entity,
                                           const char *const *headings, gint64 *kept_at);
HfImportProfile *hf_profile_memory_recall_any (HfProfileMemory *self,
                                               const HfImportEntity **entity,
                                               const char *const *headings, gint64 *kept_at);
gboolean hf_profile_memory_keep (HfProfileMemory *self, const HfImportEntity *entity,
                                 const char *const *headings, HfImportProfile *profile,
                                 GError **error);
gboolean hf_profile_memory_forget (HfProfileMemory *self, const HfImportEntity *entity,
                                   const char *const *headings, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfProfileMemory, hf_profile_memory_free)

G_END_DECLS
