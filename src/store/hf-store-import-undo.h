#pragma once

#include "hf-import-obstacles.h"
#include "hf-import-record.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_IMPORT_UNDO_ERROR (hf_import_undo_error_quark ())

/* Why an import cannot be undone; the message is for the user. */
typedef enum
{
  HF_IMPORT_UNDO_ERROR_UNDONE,     /* it was undone already */
  HF_IMPORT_UNDO_ERROR_LATER_WORK, /* something rests on it */
  HF_IMPORT_UNDO_ERROR_TOO_LATE,   /* what it changed is not kept any more */
} HfImportUndoError;

/**
 * HfImportUndoProgress:
 * @fraction: how much is done, 0 to 1
 * @data: what the caller gave
 *
 * Called on the thread that undoes, now and then.
 */
typedef void (*HfImportUndoProgress) (double fraction, gpointer data);

GQuark hf_import_undo_error_quark (void);
gboolean hf_store_imports_find_obstacles (HfStoreSession *session, gint64 import_id,
                                          HfImportObstacles *obstacles, GError **error);
gboolean hf_store_imports_undo (HfStoreSession *session, gint64 import_id,
                                HfImportUndoProgress progress, gpointer data,
                                HfImportObstacles *obstacles, GError **error);

G_END_DECLS
