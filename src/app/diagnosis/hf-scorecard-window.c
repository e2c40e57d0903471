#include "config.h"

#include "hf-scorecard-window.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-score-period.h"
#include "hf-scorecard-branch-row.h"
#include "hf-scorecard-words.h"
#include "hf-store-branch-decisions.h"
#include "hf-store-scorecard.h"
#include "hf-text.h"
#include "hf-time.h"

/* What changes a scorecard: complaints, follow-ups, promises, marks and decisions. */
#define TOPICS (HF_STORE_COMPLAINTS | HF_STORE_PROMISES | HF_STORE_SETTINGS | HF_STORE_STAFF)

/* The branches of a month, quarter or year, with every number and what a manager decides. */
struct _HfScorecardWindow
{
  AdwWindow parent_instance;

  GtkDropDown *period;
  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkLabel *marks;
  AdwStatusPage *failure;

  HfStore *store;
  GStrv periods;
  GPtrArray *rows; /* (element-type HfScorecardBranchRow), borrowed */
  char *shown;     /* (nullable): the period that they show */
  GHashTable *notes;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HfScorecardWindow, hf_scorecard_window, ADW_TYPE_WINDOW)

/* A scorecard and the decisions on its branches. */
typedef struct
{
  HfScorecard *card;
  GPtrArray *decisions; /* (element-type HfBranchDecision) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;
  g_clear_pointer (&answer->card, hf_scorecard_free);
  g_clear_pointer (&answer->decisions, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
compute (HfStoreSession *session, gpointer text, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (HfPeriod) period = hf_score_period_parse (text);
  answer->card = hf_store_scorecard_compute (session, period, 0,
                                             hf_store_session_get_now (session), error);
  if (answer->card != NULL)
    answer->decisions = hf_store_branch_decisions_list (session, text, error);
  return answer->decisions != NULL ? g_steal_pointer (&answer) : NULL;
}

static const char *
get_period (HfScorecardWindow *self)
{
  return self->periods[gtk_drop_down_get_selected (self->period)];
}

static gpointer
keep (HfStoreSession *session, gpointer decision, GError **error)
{
  return hf_store_branch_decisions_add (session, decision, error) ? HF_STORE_DONE : NULL;
}

static void
on_kept (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfScorecardBranchRow) row = data;
  g_autoptr (GError) error = NULL;
  gboolean kept = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (gtk_widget_get_root (GTK_WIDGET (row)) == NULL)
    return;
  if (kept)
    {
      hf_scorecard_branch_row_set_note (row, "");
      hf_dialogs_toast (GTK_WIDGET (row), _ ("Decision kept"));
    }
  else
    hf_dialogs_error (GTK_WIDGET (row), _ ("The decision was not kept"),
                      hf_store_error_advice (error), error);
}

static void
on_decided (HfScorecardWindow *self, HfScorecardBranchRow *row)
{
  hf_store_run_async (self->store, HF_STORE_WRITE, keep,
                      hf_scorecard_branch_row_make_decision (row, get_period (self)),
                      g_object_unref, NULL, NULL, on_kept, g_object_ref (row));
}

static char *
make_key (HfScorecardWindow *self, gint64 branch_id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, self->shown, branch_id);
}

/* What was typed and not kept is there again when somebody comes back to it. */
static void
remember_note (HfScorecardWindow *self, HfScorecardBranchRow *row)
{
  const char *note = hf_scorecard_branch_row_get_note (row);
  char *key = make_key (self, hf_scorecard_branch_row_get_branch_id (row));
  g_hash_table_replace (self->notes, key, g_strdup (note));
}

static void
recall_note (HfScorecardWindow *self, HfScorecardBranchRow *row)
{
  g_autofree char *key = make_key (self, hf_scorecard_branch_row_get_branch_id (row));
  const char *note = g_hash_table_lookup (self->notes, key);
  hf_scorecard_branch_row_set_note (row, note != NULL ? note : "");
}

static void
remember_notes (HfScorecardWindow *self)
{
  for (guint i = 0; self->shown != NULL && i < self->rows->len; i++)
    remember_note (self, self->rows->pdata[i]);
}

static void
clear_rows (HfScorecardWindow *self)
{
  remember_notes (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* Rows that are there keep what is being typed in them. */
static gboolean
shows_the_same (HfScorecardWindow *self, const HfScorecard *card)
{
  if (self->rows->len != card->branches->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (hf_scorecard_branch_row_get_branch_id (self->rows->pdata[i])
        != ((HfBranchScore *) card->branches->pdata[i])->branch_id)
      return FALSE;
  return TRUE;
}

static void
make_rows (HfScorecardWindow *self, guint n_rows)
{
  clear_rows (self);
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *row = hf_scorecard_branch_row_new ();
      g_signal_connect_swapped (row, "decided", G_CALLBACK (on_decided), self);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_answer (HfScorecardWindow *self, const Answer *answer)
{
  const GPtrArray *branches = answer->card->branches;
  g_autofree char *marks = hf_scorecard_words_marks (&answer->card->marks);
  g_autoptr (HfPeriod) period = hf_score_period_parse (get_period (self));
  gboolean is_new = !shows_the_same (self, answer->card);
  if (is_new)
    make_rows (self, branches->len);
  hf_text_set (&self->shown, get_period (self));
  for (guint i = 0; i < branches->len; i++)
    {
      hf_scorecard_branch_row_show (self->rows->pdata[i], branches->pdata[i], answer->decisions,
                                    period);
      if (is_new)
        recall_note (self, self->rows->pdata[i]);
    }
  gtk_label_set_label (self->marks, marks);
  gtk_stack_set_visible_child_name (self->stack, branches->len > 0 ? "branches" : "empty");
}

static void
on_computed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfScorecardWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (answer != NULL)
    show_answer (self, answer);
  else
    hf_dialogs_show_failure (self->stack, self->failure, error);
}

static void
refresh (HfScorecardWindow *self)
{
  hf_store_read_newest (self->store, &self->cancellable, compute, g_strdup (get_period (self)),
                        g_free, answer_free, on_computed, g_object_ref (self));
}

static void
on_changed (HfStore *store, guint topics, HfScorecardWindow *self)
{
  if ((topics & TOPICS) != 0)
    refresh (self);
}

static void
on_period (HfScorecardWindow *self)
{
  if (self->store == NULL)
    return;
  clear_rows (self);
  refresh (self);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  refresh (HF_SCORECARD_WINDOW (widget));
}

/* The list is on a page of the window before which this one stands. */
static void
show_complaints (GtkWidget *widget, const char *action, GVariant *expression)
{
  GtkWindow *before = gtk_window_get_transient_for (GTK_WINDOW (widget));
  if (before == NULL)
    return;
  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action_variant (GTK_WIDGET (before), action, expression);
}

static void
hf_scorecard_window_dispose (GObject *object)
{
  HfScorecardWindow *self = HF_SCORECARD_WINDOW (object);
  hf_store_stop_reading (&self->cancellable);
  if (self->rows != NULL)
    remember_notes (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->periods, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SCORECARD_WINDOW);
  G_OBJECT_CLASS (hf_scorecard_window_parent_class)->dispose (object);
}

static void
hf_scorecard_window_class_init (HfScorecardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_scorecard_window_dispose;

  gtk_widget_class_install_action (widget_class, "scorecard.try-again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "win.show-complaints", "s", show_complaints);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-scorecard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfScorecardWindow, period);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardWindow, group);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardWindow, marks);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardWindow, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_period);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_periods (HfScorecardWindow *self)
{
  g_autofree char *today = hf_time_today ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  self->periods = hf_score_period_list (today);
  for (gsize i = 0; self->periods[i] != NULL; i++)
    {
      g_autofree char *words = hf_scorecard_words_period (self->periods[i]);
      gtk_string_list_append (labels, words);
    }
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (labels));
}

static void
hf_scorecard_window_init (HfScorecardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  fill_periods (self);
}

/**
 * hf_scorecard_window_new:
 * @store: where complaints and decisions are
 * @notes: (element-type utf8 utf8): what is typed and not kept, by period and branch; it is
 *   filled when the window goes
 *
 * Makes the window in which the branches of the running quarter are judged.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_scorecard_window_new (HfStore *store, GHashTable *notes)
{
  HfScorecardWindow *self = g_object_new (HF_TYPE_SCORECARD_WINDOW, NULL);
  self->store = g_object_ref (store);
  self->notes = g_hash_table_ref (notes);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * hf_scorecard_window_open:
 * @widget: a widget of the window before which it opens
 * @store: where complaints and decisions are
 * @notes: (element-type utf8 utf8): as hf_scorecard_window_new() takes them
 *
 * Shows the scorecard of the branches.
 */
void
hf_scorecard_window_open (GtkWidget *widget, HfStore *store, GHashTable *notes)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = hf_scorecard_window_new (store, notes);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}
