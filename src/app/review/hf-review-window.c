#include "config.h"

#include "hf-review-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-interview-closures.h"
#include "hf-interview-flow.h"
#include "hf-locale.h"
#include "hf-query-model.h"
#include "hf-record-factory.h"
#include "hf-review-closures.h"
#include "hf-review-file.h"
#include "hf-review-row.h"
#include "hf-store-act.h"
#include "hf-store-reviews.h"
#include "hf-text.h"
#include "hf-widget.h"

/* The interviews that wait for a supervisor, and the one that is read. */
struct _HfReviewWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkDropDown *state;
  GtkListView *reviews;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListBox *answers;
  GtkLabel *own;
  GtkWidget *says;
  GtkEditable *words;

  HfStore *store;
  HfReviewFilter *filter;
  HfQueryModel *model;
  GtkSingleSelection *selection;
  HfReviewFile *file; /* NULL: none is read */
  gint64 chosen;      /* the key of the interview that is read */
  guint position;     /* where it stands in the list */
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (HfReviewWindow, hf_review_window, ADW_TYPE_WINDOW)

static void
add_words (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);
  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* A comment is said to the row that is chosen; the first one is the whole interview. */
static void
add_row (HfReviewWindow *self, const char *question, const char *title, const char *words,
         const char *changed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (box, "words");
  add_words (box, title, "dim-label");
  add_words (box, words, question == NULL ? "heading" : NULL);
  if (changed != NULL)
    add_words (box, changed, "accent");
  for (guint i = 0; i < self->file->comments->len; i++)
    {
      const HfReviewComment *comment = self->file->comments->pdata[i];
      if (g_strcmp0 (comment->question, question) != 0)
        continue;
      g_autofree char *said = hf_review_words_comment (comment);
      add_words (box, said, "warning");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data_full (G_OBJECT (row), "question", g_strdup (question), g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->answers, row);
}

static void
add_answer (HfReviewWindow *self, HfQuestion *question)
{
  const HfInterviewFile *said = self->file->said;
  const char *value = g_hash_table_lookup (said->answers, question->id);
  const char *language = hf_locale_get_current ();
  const HfWording *asked = question->texts->pdata[question->texts->len - 1];
  if (hf_text_is_blank (value) || question->kind == HF_QUESTION_SAY
      || question->kind == HF_QUESTION_REASONS
      || !hf_interview_flow_is_visible (said->guide, said->answers, question))
    return;
  g_autofree char *short_words = hf_interview_words_short (hf_wording_get (asked, language));
  g_autofree char *answer = hf_question_dup_answer (question, value, language);
  const char *before = g_hash_table_lookup (self->file->changes, question->id);
  g_autofree char *changed = before != NULL
                                 ? hf_review_words_before (question, before, language)
                                 : NULL;
  add_row (self, question->id, short_words, answer, changed);
}

static void
show_file (HfReviewWindow *self)
{
  const HfReview *review = self->file->review;
  const GPtrArray *questions = self->file->said->guide->questions;
  g_autofree char *call = hf_review_words_call (self->file->said);
  gboolean again = review->returned_at != 0 && review->state != HF_REVIEW_RETURNED;
  g_autofree char *changed = again ? hf_review_words_changed (
                                 g_hash_table_size (self->file->changes))
                                   : NULL;
  hf_widget_empty_list (self->answers);
  add_row (self, NULL, _ ("The whole interview"), call, changed);
  for (guint i = 0; i < questions->len; i++)
    add_answer (self, questions->pdata[i]);
  gtk_list_box_select_row (self->answers, gtk_list_box_get_row_at_index (self->answers, 0));
  gtk_widget_set_visible (self->says, self->file->may_review);
  gtk_widget_set_visible (GTK_WIDGET (self->own), !self->file->may_review);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.accept",
                                 self->file->may_review && review->state == HF_REVIEW_WAITING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.return",
                                 self->file->may_review && review->state != HF_REVIEW_RETURNED
                                     && review->n_comments > 0);
  gtk_stack_set_visible_child_name (self->stack, "interview");
}

static void
show_failure (HfReviewWindow *self, const GError *error)
{
  adw_status_page_set_title (self->nothing, hf_store_error_words (error));
  adw_status_page_set_description (self->nothing, hf_store_error_advice (error));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReviewWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfReviewFile) file = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED)
      || (file != NULL && file->review->interview_id != self->chosen))
    return;
  if (file == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->file, hf_review_file_free);
  self->file = g_steal_pointer (&file);
  show_file (self);
}

static void
read_chosen (HfReviewWindow *self)
{
  hf_store_read_newest (self->store, &self->reading, hf_review_file_load,
                        g_memdup2 (&self->chosen, sizeof self->chosen), g_free,
                        (GDestroyNotify) hf_review_file_free, on_read, g_object_ref (self));
}

static void
on_selected (HfReviewWindow *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gint64 key = hf_query_model_get_key (self->model, position);
  self->position = position;
  if (key == self->chosen && self->file != NULL)
    return;
  self->chosen = key;
  read_chosen (self);
}

static void
show_nothing (HfReviewWindow *self)
{
  self->chosen = 0;
  g_clear_pointer (&self->file, hf_review_file_free);
  adw_status_page_set_title (self->nothing, _ ("No interviews here"));
  adw_status_page_set_description (
      self->nothing, _ ("Interviews that were completed stand here until they are accepted."));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static guint
find_chosen (HfReviewWindow *self, guint n_reviews)
{
  for (guint i = 0; self->chosen != 0 && i < n_reviews; i++)
    if (hf_query_model_get_key (self->model, i) == self->chosen)
      return i;
  return MIN (self->position, n_reviews - 1);
}

/* The one that is read stays, wherever it stands now; when it leaves the list, the next one is
 * read. */
static void
on_listed (HfReviewWindow *self)
{
  guint n_reviews = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const GError *error = hf_query_model_get_error (self->model);
  if (error != NULL && n_reviews == 0)
    {
      show_failure (self, error);
      return;
    }
  if (hf_query_model_is_loading (self->model))
    return;
  if (n_reviews == 0)
    {
      show_nothing (self);
      return;
    }
  if (self->file == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reviews));
  gtk_single_selection_set_selected (self->selection, find_chosen (self, n_reviews));
  on_selected (self);
}

static void
on_store_changed (HfReviewWindow *self, guint topics)
{
  if ((topics & HF_STORE_INTERVIEWS) != 0 && self->chosen != 0)
    read_chosen (self);
}

static void
load (HfReviewWindow *self)
{
  guint state = gtk_drop_down_get_selected (self->state);
  if (self->model == NULL)
    return;
  self->filter->state = state < hf_choice_count (hf_review_states) ? (int) state
                                                                   : HF_REVIEW_ANY_STATE;
  hf_query_model_set_filter (self->model, self->filter);
}

static gpointer
save_comment (HfStoreSession *session, gpointer comment, GError **error)
{
  return hf_store_reviews_comment (session, comment, error) ? HF_STORE_DONE : NULL;
}

static gpointer
run_accept (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_reviews_accept (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
run_return (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_reviews_return (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

static void
run_on_chosen (HfReviewWindow *self, HfStoreFunc run)
{
  hf_store_act_run (GTK_WIDGET (self->stack), self->store, run, NULL,
                    g_memdup2 (&self->chosen, sizeof self->chosen), g_free, NULL);
}

static void
accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_on_chosen (HF_REVIEW_WINDOW (widget), run_accept);
}

static void
send_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_on_chosen (HF_REVIEW_WINDOW (widget), run_return);
}

static void
on_comment (HfReviewWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->answers);
  const char *question = row != NULL ? g_object_get_data (G_OBJECT (row), "question") : NULL;
  if (self->file == NULL || hf_text_is_blank (gtk_editable_get_text (self->words)))
    return;
  HfReviewComment *comment = hf_review_comment_new ();
  comment->interview_id = self->file->review->interview_id;
  comment->question = g_strdup (question);
  comment->words = hf_text_trim (gtk_editable_get_text (self->words));
  gtk_editable_set_text (self->words, "");
  hf_store_act_run (GTK_WIDGET (self->stack), self->store, save_comment, NULL, comment,
                    g_object_unref, NULL);
}

static void
hf_review_window_dispose (GObject *object)
{
  HfReviewWindow *self = HF_REVIEW_WINDOW (object);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REVIEW_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_review_window_parent_class)->dispose (object);
}

static void
hf_review_window_finalize (GObject *object)
{
  HfReviewWindow *self = HF_REVIEW_WINDOW (object);
  g_clear_pointer (&self->file, hf_review_file_free);
  g_clear_pointer (&self->filter, hf_review_filter_free);
  G_OBJECT_CLASS (hf_review_window_parent_class)->finalize (object);
}

static void
hf_review_window_class_init (HfReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_review_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_review_window_finalize;
  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "review.return", NULL, send_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/review/hf-review-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, state);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, reviews);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, own);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, says);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, words);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_comment);
}

static void
hf_review_window_init (HfReviewWindow *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; hf_review_states[i].name != NULL; i++)
    gtk_string_list_append (states, hf_choice_label (hf_review_states, i));
  gtk_string_list_append (states, C_ ("reviews", "All"));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
}

static void
begin_list (HfReviewWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = hf_record_factory_new (hf_review_row_new,
                                                                  hf_review_row_show);
  gtk_list_view_set_factory (self->reviews, factory);
  self->model = hf_query_model_new (self->store, &hf_query_reviews);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->reviews, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected),
                            self);
  g_signal_connect_swapped (self->model, "notify::loading", G_CALLBACK (on_listed), self);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (on_listed), self);
  g_signal_connect_swapped (self->model, "notify::error", G_CALLBACK (on_listed), self);
}

/**
 * hf_review_window_new:
 * @parent: (nullable): the window that asks
 * @store: where the interviews are
 * @filter: (nullable): which ones are listed, %NULL for those that wait for their review
 * @interview_id: the one that is read first, 0 for the newest
 *
 * Makes a window in which finished interviews are read, returned and accepted.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_review_window_new (GtkWindow *parent, HfStore *store, const HfReviewFilter *filter,
                      gint64 interview_id)
{
  HfReviewWindow *self = g_object_new (HF_TYPE_REVIEW_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->chosen = interview_id;
  self->filter = hf_review_filter_copy (filter);
  if (filter == NULL)
    self->filter->state = HF_REVIEW_WAITING;
  g_autofree char *span = hf_review_words_span (self->filter);
  adw_window_title_set_subtitle (self->title, span != NULL ? span : "");
  gtk_drop_down_set_selected (self->state, self->filter->state != HF_REVIEW_ANY_STATE
                                               ? (guint) self->filter->state
                                               : hf_choice_count (hf_review_states));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  begin_list (self);
  load (self);
  return GTK_WIDGET (self);
}
