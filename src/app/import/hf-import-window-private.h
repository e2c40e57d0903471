#pragma once

#include "hf-import-columns.h"
#include "hf-import-duplicates.h"
#include "hf-import-encodings.h"
#include "hf-import-lines.h"
#include "hf-import-path.h"
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
  HfImportPath *path;
  GtkStack *stack;
  GtkWidget *choose;
  GtkWidget *back;
  GtkWidget *notice;
  GtkLabel *notice_label;
  AdwComboRow *kind;
  AdwActionRow *file;
  HfImportEncodings *encodings;
  HfImportLines *encoded_lines;
  AdwComboRow *sheet;
  GtkSpinButton *header_row;
  HfImportLines *lines;
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
  GtkWidget *bar;
  GtkWidget *unknown;
  GtkButton *next;
  GtkButton *do_import;
  GtkWidget *undo;
  GtkWidget *done;

  HfStore *store;
  HfImportPreview *preview; /* NULL before a file was chosen */
  GCancellable *work;       /* what is under way, NULL */
  HfImportWatch *watch;     /* on the import that is under way, NULL */
  guint timer;
  gint64 import_id;        /* of the last import, by which it is undone */
  HfImportStep step;       /* that shows, or to which work goes */
  HfImportStep asked_at;   /* from which the file is looked at; FILE: it was chosen just now */
  gboolean goes_on;        /* the person went on before it was looked at */
  gboolean has_good;       /* some row can be, or was, imported */
  gboolean has_repairs;    /* that step is not left out */
  gboolean has_duplicates; /* that one neither */
  gboolean is_setting;
  GtkFileChooserNative *chooser;
};

void hf_import_window_install_run_actions (GtkWidgetClass *klass);
void hf_import_window_install_profile_actions (GtkWidgetClass *klass);
void hf_import_window_install_step_actions (GtkWidgetClass *klass);
void hf_import_window_show_step (HfImportWindow *self, HfImportStep step);
void hf_import_window_show_work (HfImportWindow *self, HfImportStep step);
void hf_import_window_show_looked (HfImportWindow *self);
void hf_import_window_go_to (HfImportWindow *self, guint step);
void hf_import_window_say (HfImportWindow *self, const char *message);
void hf_import_window_stop (HfImportWindow *self);
void hf_import_window_look_for_repairs (HfImportWindow *self);
void hf_import_window_choose (HfImportWindow *self, const char *title,
                              GtkFileChooserAction action, GtkFileFilter *filter,
                              GCallback on_chosen);
void hf_import_window_preview (HfImportWindow *self, HfImportPreviewRequest *request);

G_END_DECLS
