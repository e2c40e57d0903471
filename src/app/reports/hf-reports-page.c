#include "config.h"

#include "hf-reports-page.h"

#include "hf-card-layout.h"
#include "hf-dialogs.h"
#include "hf-report-words.h"
#include "hf-reports-page-private.h"
#include "hf-staff.h"
#include "hf-store-codebook.h"
#include "hf-store-figures.h"
#include "hf-store-staff.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfReportsPage, hf_reports_page, GTK_TYPE_WIDGET)

typedef struct
{
  HfFigures *figures;
  HfCodebook *codebook;
  GPtrArray *branches;
  char *desk; /* who works at this desk, NULL: not said */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;
  g_clear_object (&answer->figures);
  g_clear_object (&answer->codebook);
  g_clear_pointer (&answer->branches, g_ptr_array_unref);
  g_free (answer->desk);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static char *
dup_staff_name (GPtrArray *staff, gint64 id)
{
  for (guint i = 0; i < staff->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (staff, i);
      if (member->id == id)
        return g_strdup (member->name);
    }
  return NULL;
}

static gpointer
compute (HfStoreSession *session, gpointer input, GError **error)
{
  const HfReportOrder *order = input;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  if (staff == NULL)
    return NULL;
  answer->desk = dup_staff_name (staff, hf_store_session_get_staff_id (session));
  answer->figures = hf_store_figures_compute (session, order->period, order->branch, error);
  if (answer->figures == NULL)
    return NULL;
  answer->codebook = hf_store_codebook_load (session, error);
  if (answer->codebook == NULL)
    return NULL;
  answer->branches = hf_store_branches_list (session, error);
  return answer->branches != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (HfReportsPage *self, const Answer *answer)
{
  gboolean empty = answer->figures->branch == NULL
                   && hf_report_words_is_empty (answer->figures);
  hf_report_form_set_branches (self->form, answer->branches);
  hf_report_form_propose_maker (self->form, answer->desk);
  hf_report_preview_set_figures (self->preview, answer->figures, answer->codebook);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "report");
}

static void
on_computed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = hf_store_run_finish (HF_STORE (store), result, &error);
  /* Another report is described by now, or the page is gone. */
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED) || self->store == NULL)
    return;
  if (answer != NULL)
    {
      self->asked = FALSE;
      show_answer (self, answer);
      return;
    }
  if (!self->asked && hf_dialogs_keeps_content (self->stack, error))
    return;
  hf_dialogs_fill_failure (self->failure, error, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
refresh (HfReportsPage *self)
{
  HfReportOrder *order = hf_report_form_dup_order (self->form);
  hf_store_stop_reading (&self->cancellable);
  hf_report_preview_set_order (self->preview, order);
  hf_reports_page_update_actions (self);
  if (order == NULL)
    return;
  hf_store_read_newest (self->store, &self->cancellable, compute, order,
                        (GDestroyNotify) hf_report_order_free, answer_free, on_computed,
                        g_object_ref (self));
}

/* Once another report is described, the last one's file is no longer what the bar is about. */
static void
on_form_changed (HfReportsPage *self)
{
  if (self->export == NULL)
    gtk_stack_set_visible_child_name (self->bar, "ready");
  self->asked = TRUE;
  refresh (self);
}

static void
on_changed (HfReportsPage *self, guint topics)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  refresh (HF_REPORTS_PAGE (widget));
}

/* What others changed while the page was away shows when it comes back. */
static void
hf_reports_page_map (GtkWidget *widget)
{
  HfReportsPage *self = HF_REPORTS_PAGE (widget);
  GTK_WIDGET_CLASS (hf_reports_page_parent_class)->map (widget);
  if (self->store != NULL)
    refresh (self);
}

/* Another page in front does not stop an export, a window that closes does: it waits for the
 * store's work to end. */
static void
hf_reports_page_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  if (root == NULL || !gtk_widget_get_visible (GTK_WIDGET (root)))
    hf_reports_page_stop (HF_REPORTS_PAGE (widget));
  GTK_WIDGET_CLASS (hf_reports_page_parent_class)->unmap (widget);
}

static void
hf_reports_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_REPORTS_PAGE (object)->store);
}

static void
hf_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HF_REPORTS_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_reports_page_constructed (GObject *object)
{
  HfReportsPage *self = HF_REPORTS_PAGE (object);
  G_OBJECT_CLASS (hf_reports_page_parent_class)->constructed (object);
  hf_reports_page_update_actions (self);
  if (self->store == NULL)
    return;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  hf_reports_page_show_past (self);
}

static void
hf_reports_page_dispose (GObject *object)
{
  HfReportsPage *self = HF_REPORTS_PAGE (object);
  hf_reports_page_stop (self);
  hf_store_stop_reading (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (hf_reports_page_parent_class)->dispose (object);
}

static void
hf_reports_page_finalize (GObject *object)
{
  HfReportsPage *self = HF_REPORTS_PAGE (object);
  g_clear_pointer (&self->chosen, hf_report_order_free);
  g_free (self->last_path);
  G_OBJECT_CLASS (hf_reports_page_parent_class)->finalize (object);
}

static void
hf_reports_page_class_init (HfReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_reports_page_get_property;
  object_class->set_property = hf_reports_page_set_property;
  object_class->constructed = hf_reports_page_constructed;
  object_class->dispose = hf_reports_page_dispose;
  object_class->finalize = hf_reports_page_finalize;
  widget_class->map = hf_reports_page_map;
  widget_class->unmap = hf_reports_page_unmap;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.try-again", NULL, try_again);
  hf_reports_page_install_actions (widget_class);

  g_type_ensure (HF_TYPE_CARD_LAYOUT);
  g_type_ensure (HF_TYPE_REPORT_FORM);
  g_type_ensure (HF_TYPE_REPORT_PREVIEW);
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/reports/hf-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, form);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, past_group);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, past);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, plan);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, written);
  gtk_widget_class_bind_template_child (widget_class, HfReportsPage, open);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_reports_page_init (HfReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
