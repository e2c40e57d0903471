#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* With this begins the heading of each column that hf_rejects adds; an import passes over them,
 * so that a corrected file is imported as it is. */
#define HF_REJECTS_MARK "Huifang:"
#define HF_REJECTS_N_ADDED 3

typedef struct _HfImportProfile HfImportProfile;

/* The rows of a file that were not imported, with all their cells as they were, the headings
 * first; before the cells stand the row's number, the field at fault and the reason. The file
 * is read again for them, so that an import need not keep them. */
typedef struct _HfRejects HfRejects;

HfRejects *hf_rejects_open (const char *path, HfImportProfile *profile, GError **error);
void hf_rejects_free (HfRejects *self);
void hf_rejects_add (HfRejects *self, guint row, const char *field, const char *why);
const char *const *hf_rejects_next (HfRejects *self, guint *n_cells, GError **error);
gboolean hf_rejects_write_csv (HfRejects *self, const char *output, GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfRejects, hf_rejects_free)

G_END_DECLS
