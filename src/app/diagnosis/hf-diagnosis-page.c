#include "config.h"

#include "hf-diagnosis-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-branch.h"
#include "hf-card-box.h"
#include "hf-dialogs.h"
#include "hf-diagnosis-view.h"
#include "hf-diagnosis-words.h"
#include "hf-interview.h"
#include "hf-period-choice.h"
#include "hf-review-window.h"
#include "hf-store-codebook.h"
#include "hf-store-figures.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

struct _HfDiagnosisPage
{
  GtkWidget parent_instance;

  GtkDropDown *period;
  GtkDropDown *branch;
  GtkStringList *branch_names;
  GtkLabel *heard;
  GtkWidget *read;
  GtkStack *stack;
  HfDiagnosisView *view;
  AdwStatusPage *failure;

  HfStore *store;
  GPtrArray *branches; /* (element-type HfBranch), as they stand in the chooser after "all" */
  GCancellable *cancellable;
  gboolean asked;   /* for other figures than those that show */
  gboolean filling; /* the choosers are being filled, nobody chose anything */
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfDiagnosisPage, hf_diagnosis_page, GTK_TYPE_WIDGET)

typedef struct
{
  HfPeriod *period;
  char *branch;
} Question;

typedef struct
{
  HfFigures *figures;
  HfCodebook *codebook;
  GPtrArray *branches;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;
  hf_period_free (question->period);
  g_free (question->branch);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;
  g_clear_object (&answer->figures);
  g_clear_object (&answer->codebook);
  g_clear_pointer (&answer->branches, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
compute (HfStoreSession *session, gpointer input, GError **error)
{
  const Question *question = input;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  answer->figures = hf_store_figures_compute (session, question->period, question->branch,
                                              error);
  if (answer->figures == NULL)
    return NULL;
  answer->codebook = hf_store_codebook_load (session, error);
  if (answer->codebook == NULL)
    return NULL;
  answer->branches = hf_store_branches_list (session, error);
  return answer->branches != NULL ? g_steal_pointer (&answer) : NULL;
}

static const HfBranch *
get_branch (HfDiagnosisPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->branch);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_ptr_array_index (self->branches, selected - 1);
}

static gboolean
is_same_list (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const HfBranch *first = a->pdata[i], *second = b->pdata[i];
      if (first->id != second->id || g_strcmp0 (first->name, second->name) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Keeps the branch that was chosen, if it is still there. */
static void
fill_branches (HfDiagnosisPage *self, GPtrArray *branches)
{
  const HfBranch *chosen = get_branch (self);
  gint64 chosen_id = chosen != NULL ? chosen->id : 0;
  guint selected = 0;
  if (is_same_list (self->branches, branches))
    return;
  self->filling = TRUE;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < branches->len; i++)
    {
      const HfBranch *branch = branches->pdata[i];
      g_ptr_array_add (names, branch->name != NULL ? branch->name : branch->code);
      if (branch->id == chosen_id)
        selected = i + 1;
    }
  g_ptr_array_add (names, NULL);
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->branch_names));
  gtk_string_list_splice (self->branch_names, 1, old - 1, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->branch, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->branch), branches->len > 1);
  g_ptr_array_unref (self->branches);
  self->branches = g_ptr_array_ref (branches);
  self->filling = FALSE;
}

static void
show_answer (HfDiagnosisPage *self, const Answer *answer)
{
  gboolean empty = hf_diagnosis_words_is_empty (answer->figures);
  g_autofree char *heard = hf_diagnosis_words_heard (answer->figures);
  fill_branches (self, answer->branches);
  gtk_label_set_label (self->heard, empty ? "" : heard);
  gtk_widget_set_visible (self->read, answer->figures->interviews.completed > 0);
  hf_diagnosis_view_set_figures (self->view, answer->figures, answer->codebook,
                                 get_branch (self));
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "view");
}

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDiagnosisPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = hf_store_run_finish (HF_STORE (source), result, &error);
  /* Another question was asked, or the page is gone. */
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
refresh (HfDiagnosisPage *self)
{
  g_autofree char *today = hf_time_today ();
  const HfBranch *branch = get_branch (self);
  Question *question = g_new0 (Question, 1);
  question->period = hf_period_choice_dup_period (gtk_drop_down_get_selected (self->period),
                                                  today);
  question->branch = branch != NULL ? g_strdup (branch->code) : NULL;
  hf_store_read_newest (self->store, &self->cancellable, compute, question, question_free,
                        answer_free, on_computed, g_object_ref (self));
}

static void
on_chosen (HfDiagnosisPage *self)
{
  if (self->filling || self->store == NULL)
    return;
  self->asked = TRUE;
  refresh (self);
}

static void
on_changed (HfDiagnosisPage *self, guint topics)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  refresh (HF_DIAGNOSIS_PAGE (widget));
}

/* The interviews behind the figures that are shown. */
static void
read_interviews (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfDiagnosisPage *self = HF_DIAGNOSIS_PAGE (widget);
  const HfBranch *branch = get_branch (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *today = hf_time_today ();
  g_autoptr (HfPeriod) period = hf_period_choice_dup_period (
      gtk_drop_down_get_selected (self->period), today);
  g_autoptr (HfReviewFilter) filter = hf_review_filter_copy (NULL);
  if (self->store == NULL)
    return;
  filter->kind = hf_interview_kinds[HF_INTERVIEW_LOST].name;
  filter->from = g_strdup (period->from);
  filter->to = g_strdup (period->to);
  filter->branch_id = branch != NULL ? branch->id : 0;
  gtk_window_present (GTK_WINDOW (hf_review_window_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->store, filter, 0)));
}

static void
fill_periods (HfDiagnosisPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < hf_choice_count (hf_period_choices); i++)
    gtk_string_list_append (labels, hf_choice_label (hf_period_choices, (int) i));
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->period, HF_PERIOD_LAST_12_MONTHS);
}

/* What others changed while the page was away shows when it comes back. */
static void
hf_diagnosis_page_map (GtkWidget *widget)
{
  HfDiagnosisPage *self = HF_DIAGNOSIS_PAGE (widget);
  GTK_WIDGET_CLASS (hf_diagnosis_page_parent_class)->map (widget);
  if (self->store != NULL)
    refresh (self);
}

static void
hf_diagnosis_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_DIAGNOSIS_PAGE (object)->store);
}

static void
hf_diagnosis_page_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  HfDiagnosisPage *self = HF_DIAGNOSIS_PAGE (object);
  self->store = g_value_dup_object (value);
  hf_diagnosis_view_set_store (self->view, self->store);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
hf_diagnosis_page_dispose (GObject *object)
{
  HfDiagnosisPage *self = HF_DIAGNOSIS_PAGE (object);
  hf_store_stop_reading (&self->cancellable);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_DIAGNOSIS_PAGE);
  G_OBJECT_CLASS (hf_diagnosis_page_parent_class)->dispose (object);
}

static void
hf_diagnosis_page_finalize (GObject *object)
{
  g_ptr_array_unref (HF_DIAGNOSIS_PAGE (object)->branches);
  G_OBJECT_CLASS (hf_diagnosis_page_parent_class)->finalize (object);
}

static void
hf_diagnosis_page_class_init (HfDiagnosisPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_diagnosis_page_get_property;
  object_class->set_property = hf_diagnosis_page_set_property;
  object_class->dispose = hf_diagnosis_page_dispose;
  object_class->finalize = hf_diagnosis_page_finalize;
  widget_class->map = hf_diagnosis_page_map;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.read-interviews", NULL, read_interviews);
  gtk_widget_class_install_action (widget_class, "page.try-again", NULL, try_again);

  g_type_ensure (HF_TYPE_CARD_BOX);
  g_type_ensure (HF_TYPE_DIAGNOSIS_VIEW);
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-diagnosis-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, period);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, branch);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, branch_names);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, heard);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, read);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, view);
  gtk_widget_class_bind_template_child (widget_class, HfDiagnosisPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_diagnosis_page_init (HfDiagnosisPage *self)
{
  self->branches = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_periods (self);
  self->filling = FALSE;
}
