#include "config.h"

#include "hf-report-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-diagnosis-words.h"
#include "hf-locale.h"
#include "hf-number-words.h"
#include "hf-report-words.h"
#include "hf-widget.h"

#define TOP_REASONS 5

/* The main figures of a report, so that a manager sees what the workbook will say. */
struct _HfReportPreview
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GtkStack *stack;
  GtkLabel *customers;
  GtkLabel *lost;
  GtkLabel *churn;
  GtkLabel *logged;
  GtkLabel *silent;
  GtkLabel *interviews;
  GtkGrid *reasons;
  GtkLabel *undated;
  GtkLabel *heard;
  GtkLabel *estimate;
};

G_DEFINE_FINAL_TYPE (HfReportPreview, hf_report_preview, GTK_TYPE_WIDGET)

static void
set_count (GtkLabel *label, double count)
{
  g_autofree char *words = hf_number_words_count (count);
  gtk_label_set_label (label, words);
}

static void
clear_reasons (HfReportPreview *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_grid_remove (self->reasons, child);
}

static GtkWidget *
new_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
add_reason (HfReportPreview *self, int row, const char *name, const HfReasonCount *reason,
            guint most)
{
  g_autofree char *words = hf_report_words_reason (reason);
  GtkWidget *label = new_label (name, 0);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, most);
  GtkWidget *count = new_label (words, 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), reason->primary);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "reason-bar");
  gtk_widget_add_css_class (count, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_grid_attach (self->reasons, label, 0, row, 1, 1);
  gtk_grid_attach (self->reasons, bar, 1, row, 1, 1);
  gtk_grid_attach (self->reasons, count, 2, row, 1, 1);
}

static void
show_reasons (HfReportPreview *self, const HfFigures *figures, HfCodebook *codebook)
{
  clear_reasons (self);
  if (figures->reasons->len == 0)
    {
      GtkWidget *nothing = new_label (_ ("No reason was learnt in this period."), 0);
      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_grid_attach (self->reasons, nothing, 0, 0, 3, 1);
      return;
    }
  const HfReasonCount *first = figures->reasons->pdata[0];
  for (guint i = 0; i < MIN (figures->reasons->len, TOP_REASONS); i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      g_autofree char *name = hf_codebook_dup_name (codebook, reason->code,
                                                    hf_locale_get_current ());
      add_reason (self, (int) i, name, reason, MAX (first->primary, 1));
    }
}

static void
hf_report_preview_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REPORT_PREVIEW);
  G_OBJECT_CLASS (hf_report_preview_parent_class)->dispose (object);
}

static void
hf_report_preview_class_init (HfReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_report_preview_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/reports/hf-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, group);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, customers);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, lost);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, churn);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, logged);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, silent);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, interviews);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, reasons);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, undated);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, heard);
  gtk_widget_class_bind_template_child (widget_class, HfReportPreview, estimate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_report_preview_init (HfReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_report_preview_set_order:
 * @self: a preview
 * @order: (nullable): the report, %NULL while it has dates that are none
 *
 * Says what the report is about; its figures are still to come.
 */
void
hf_report_preview_set_order (HfReportPreview *self, const HfReportOrder *order)
{
  g_autofree char *scope = order != NULL ? hf_report_words_scope (order) : NULL;
  adw_preferences_group_set_description (self->group, scope);
  if (order == NULL)
    gtk_stack_set_visible_child_name (self->stack, "problem");
}

/**
 * hf_report_preview_set_figures:
 * @self: a preview
 * @figures: the report's figures
 * @codebook: the reasons' names
 *
 * Shows the figures.
 */
void
hf_report_preview_set_figures (HfReportPreview *self, HfFigures *figures, HfCodebook *codebook)
{
  g_autofree char *rate = figures->churn.at_start > 0
                              ? hf_number_words_percent (figures->churn.rate)
                              : g_strdup ("–");
  g_autofree char *undated = hf_diagnosis_words_undated (figures);
  g_autofree char *heard = hf_diagnosis_words_heard (figures);
  g_autofree char *estimate = hf_diagnosis_words_silent (figures);
  set_count (self->customers, figures->customers.total);
  set_count (self->lost, figures->churn.lost);
  gtk_label_set_label (self->churn, rate);
  set_count (self->logged, figures->complaints.logged);
  set_count (self->silent, figures->silent.silent);
  set_count (self->interviews, figures->interviews.completed);
  hf_widget_show_remark (self->undated, undated);
  gtk_label_set_label (self->heard, heard);
  gtk_label_set_label (self->estimate, estimate);
  show_reasons (self, figures, codebook);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}
