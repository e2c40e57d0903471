#pragma once

#include "hf-import-columns.h"
#include "hf-import-duplicates.h"
#include "hf-import-preview.h"
#include "hf-import-repairs.h"
#include "hf-import-report.h"
#include "hf-import-values.h"
#include "hf-import-window.h"

G_BEGIN_DECLS

typedef struct _HfImportWatch HfImportWatch;

/* From a file to what became of its rows, step by step. */
struct _HfImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *back;
  GtkWidget *notice;
  GtkLabel *notice_label;
  AdwComboRow *kind;
  AdwActionRow *file;
  AdwComboRow *encoding;
  AdwComboRow *sheet;
  GtkSpinButton *header_row;
  GtkScrolledWindow *lines_window;
  GtkGrid *lines;
  HfImportColumns *columns;
  HfImportValues *values;
  GtkWidget *forget;
  GtkWidget *year_row;
  GtkSpinButton *year;
  HfImportRepairs *repairs;
  HfImportDuplicates *duplicates;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  HfImportReport *report;
  GtkButton *do_import;
  GtkWidget *undo;
  GtkWidget *done;

  HfStore *store;
  HfImportPreview *preview; /* NULL before a file was chosen */
  GCancellable *work;       /* what is under way, NULL */
  HfImportWatch *watch;     /* on the import that is under way, NULL */
  guint timer;
  gint64 import_id;        /* of the last import, by which it is undone */
  gboolean has_repairs;    /* that step is not left out */
  gboolean has_duplicates; /* that one neither */
  gboolean is_setting;
  GtkFileChooserNative *chooser;
};

void hf_import_window_install_run_actions (GtkWidgetClass *klass);
void hf_import_window_show_step (HfImportWindow *self, const char *step);
void hf_import_window_say (HfImportWindow *self, const char *message);
void hf_import_window_stop (HfImportWindow *self);
void hf_import_window_look_for_repairs (HfImportWindow *self);
void hf_import_window_remember (HfImportWindow *self);
void hf_import_window_forget (HfImportWindow *self);
void hf_import_window_choose (HfImportWindow *self, const char *title,
                              GtkFileChooserAction action, GtkFileFilter *filter,
                              GCallback on_chosen);
void hf_import_window_preview (HfImportWindow *self, HfImportPreviewRequest *request);

G_END_DECLS
