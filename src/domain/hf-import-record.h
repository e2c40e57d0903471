#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_RECORD (hf_import_record_get_type ())
G_DECLARE_FINAL_TYPE (HfImportRecord, hf_import_record, HF, IMPORT_RECORD, GObject)

/* An import that was done, as the log of imports knows it. */
struct _HfImportRecord
{
  GObject parent_instance;

  gint64 id;
  char *kind; /* "customers", "complaints" ..: what its rows were */
  char *file; /* the spreadsheet's name */
  gint64 at;
  char *staff; /* who did it, NULL: not said */
  gint64 n_read;
  gint64 n_created;
  gint64 n_updated;
  gint64 n_skipped;
  gint64 n_rejected;
  gint64 undone_at; /* 0: it was not undone */
  char *undone_by;  /* NULL: not said */
};

HfImportRecord *hf_import_record_new (void);
gboolean hf_import_record_can_undo (const HfImportRecord *self);

G_END_DECLS
