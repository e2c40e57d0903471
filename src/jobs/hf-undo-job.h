#pragma once

#include "hf-store-import-undo.h"

G_BEGIN_DECLS

/* Which import is to be undone, and what stands in the way. */
typedef struct
{
  gint64 import_id;              /* 0: the last one that was not undone */
  gboolean dry_run;              /* only look whether it could be */
  HfImportUndoProgress progress; /* may be NULL */
  gpointer data;                 /* for @progress */
  HfImportObstacles *obstacles;  /* filled by the job */
} HfUndoRequest;

HfUndoRequest *hf_undo_request_new (gint64 import_id);
void hf_undo_request_free (HfUndoRequest *self);
gpointer hf_undo_job_run (HfStoreSession *session, gpointer request, GError **error);
char *hf_undo_job_describe (const HfImportObstacle *obstacle);
char *hf_undo_job_describe_all (const HfImportObstacles *obstacles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfUndoRequest, hf_undo_request_free)

G_END_DECLS
