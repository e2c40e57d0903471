#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_RECORD (hf_import_record_get_type ())
G_DECLARE_FINAL_TYPE (HfImportRecord, hf_import_record, HF, IMPORT_RECORD, GObject)

/* So long the records that an import changed are kept as they were, and it can be undone. */
#define HF_IMPORT_UNDO_DAYS 90

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
  char *repaired;   /* how many cells, by what mended them; NULL: none */
  gint64 undone_at; /* 0: it was not undone */
  char *undone_by;  /* NULL: not said */
};

HfImportRecord *hf_import_record_new (void);
gboolean hf_import_record_is_old (const HfImportRecord *self, gint64 now);
gboolean hf_import_record_can_undo (const HfImportRecord *self, gint64 now);

G_END_DECLS
