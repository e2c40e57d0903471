#pragma once

#include "hf-store-import-undo.h"
#include "hf-test-import.h"

G_BEGIN_DECLS

/* An undoing that is asked for, and what came of it. */
typedef struct
{
  gint64 import_id;
  HfImportObstacles *obstacles;
  GCancellable *cancel_at_progress;
  double fraction;
} HfTestUndoing;

/* The files that are imported and undone, one kind a row. */
typedef struct
{
  const char *name;
  const HfImportEntity *entity;
  const char *text;
} HfTestUndoCase;

#define HF_TEST_UNDO_N_CASES 8

extern const HfTestUndoCase hf_test_undo_cases[HF_TEST_UNDO_N_CASES];

void hf_test_undo_set_up (HfTestImport *fixture, gconstpointer data);
void hf_test_undo_tear_down (HfTestImport *fixture, gconstpointer data);
HfImportResult *hf_test_undo_import (HfTestImport *fixture, const HfTestUndoCase *one);
gpointer hf_test_undo_run (HfStoreSession *session, gpointer input, GError **error);
void hf_test_undo_assert_done (HfTestImport *fixture, gint64 import_id);
void hf_test_undo_reopen (HfTestImport *fixture);
void hf_test_undo_assert_same (HfTestImport *fixture, const char *before);
HfImportObstacles *hf_test_undo_assert_refused (HfTestImport *fixture, gint64 import_id,
                                                int why);
gboolean hf_test_undo_is_found (const HfImportObstacles *obstacles, HfImportObstacleKind kind,
                                const char *code);
gint64 hf_test_undo_key_of (HfStoreSession *session, const char *code);
void hf_test_undo_change_field (HfStoreSession *session, const char *code, const char *name,
                                const char *value);

G_END_DECLS
