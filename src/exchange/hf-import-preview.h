#pragma once

#include <gio/gio.h>

#include "hf-column-values.h"
#include "hf-import-fields.h"
#include "hf-import-sample.h"
#include "hf-import-top.h"
#include "hf-import.h"

G_BEGIN_DECLS

/* How many lines are kept, from the heading on. */
#define HF_IMPORT_PREVIEW_LINES 6

/* What a spreadsheet looks like, before anything of it is imported. */
typedef struct
{
  char *path;
  const HfImportEntity *entity;
  GPtrArray *custom;      /* (element-type HfCustomField): the firm's own; may be NULL */
  HfImportFields *fields; /* what its columns may become */
  HfImportProfile *profile;
  gboolean profile_is_loaded; /* from a file, and not guessed */
  gint64 remembered_at;       /* when a file with these headings was imported last, 0: never */
  guint n_months;             /* headings that name months, of a wide layout */
  gboolean lacks_year;        /* they do not say of which year */

  char *encoding;                       /* of a text file, NULL for a workbook */
  char *found_encoding;                 /* what was found out by itself, NULL */
  char *samples[HF_IMPORT_N_ENCODINGS]; /* of a text file: what it says in each encoding */
  GStrv sheets;                         /* of a workbook, NULL for a text file */
  char *sheet;
  guint header_row; /* counted from 1 */
  GStrv headings;   /* as they stand there, perhaps empty or twice */
  guint n_found;    /* fields for which a heading was found */
  GPtrArray *top; /* (element-type HfImportLine): the first rows, or those about the heading */
  GPtrArray *lines;       /* (element-type GStrv): the heading's row and those after it */
  HfColumnValues *values; /* NULL without any row */
} HfImportPreview;

/* What to look at. */
typedef struct
{
  char *path;
  const HfImportEntity *entity; /* NULL: found out from the headings */
  GPtrArray *custom;            /* (element-type HfCustomField): the firm's own; may be NULL */
  char *profile_path;           /* NULL: none is loaded */
  HfImportProfile *profile;     /* one that was loaded before, NULL */
  char *encoding;               /* NULL: found out */
  char *found_encoding;         /* what was found out before another was chosen, NULL */
  char *sheet;                  /* NULL: the first */
  guint header_row;             /* 0: found out */
  gboolean anew;                /* guess, whatever is remembered */
} HfImportPreviewRequest;

void hf_import_preview_free (HfImportPreview *self);
void hf_import_preview_find_months (HfImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportPreview, hf_import_preview_free)
void hf_import_preview_request_free (HfImportPreviewRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportPreviewRequest, hf_import_preview_request_free)

HfImportPreview *hf_import_preview_read (const HfImportPreviewRequest *request, GError **error);
void hf_import_preview_read_async (HfImportPreviewRequest *request, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
HfImportPreview *hf_import_preview_read_finish (GAsyncResult *result, GError **error);
const char *hf_import_preview_get_example (const HfImportPreview *self, const char *heading);
const GPtrArray *hf_import_preview_get_values (const HfImportPreview *self,
                                               const char *heading);

G_END_DECLS
