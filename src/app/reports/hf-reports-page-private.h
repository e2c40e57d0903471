#pragma once

#include <adwaita.h>

#include "hf-report-export.h"
#include "hf-report-form.h"
#include "hf-report-preview.h"
#include "hf-reports-page.h"

G_BEGIN_DECLS

struct _HfReportsPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *failure;
  HfReportForm *form;
  HfReportPreview *preview;
  GtkWidget *past_group;
  GtkListBox *past;
  GtkStack *bar;
  GtkLabel *plan;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkLabel *written;
  GtkWidget *open;

  HfStore *store;
  GCancellable *cancellable;     /* of the figures that are being counted */
  gboolean asked;                /* for other figures than those that show */
  HfReportExport *export;        /* while it runs */
  GtkFileChooserNative *chooser; /* while it is open */
  HfReportOrder *chosen;         /* what the chooser is asked for */
  char *last_path;               /* of the report that was written last, NULL: none */
};

void hf_reports_page_install_actions (GtkWidgetClass *klass);
void hf_reports_page_update_actions (HfReportsPage *self);
void hf_reports_page_show_past (HfReportsPage *self);
void hf_reports_page_choose (HfReportsPage *self, const HfReportOrder *order, const char *title,
                             const char *path);
void hf_reports_page_start (HfReportsPage *self, const HfReportOrder *order);
void hf_reports_page_show_file (HfReportsPage *self, const char *path, gboolean folder);
void hf_reports_page_stop (HfReportsPage *self);

G_END_DECLS
