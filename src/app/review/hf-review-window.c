#include "config.h"

#include "hf-review-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-interview-closures.h"
#include "hf-interview-flow.h"
#include "hf-locale.h"
#include "hf-review-closures.h"
#include "hf-review-file.h"
#include "hf-store-act.h"
#include "hf-store-reviews.h"
#include "hf-text.h"

#define MAX_REVIEWS 200

/* The interviews that wait for a supervisor, and the one that is read. */
struct _HfReviewWindow
{
  AdwWindow parent_instance;

  GtkDropDown *state;
  GtkListBox *reviews;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListBox *answers;
  GtkLabel *own;
  GtkWidget *says;
  GtkEditable *words;

  HfStore *store;
  HfReviewFile *file; /* NULL: none is read */
  gint64 chosen;      /* the key of the interview that is read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HfReviewWindow, hf_review_window, ADW_TYPE_WINDOW)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

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
add_row (HfReviewWindow *self, const char *question, const char *title, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (box, "words");
  add_words (box, title, "dim-label");
  add_words (box, words, question == NULL ? "heading" : NULL);
  for (guint i = 0; i < self->file->comments->len; i++)
    {
      const HfReviewComment *comment = self->file->comments->pdata[i];
      if (g_strcmp0 (comment->question, question) != 0)
        continue;
      g_autofree char *said = hf_review_words_comment (comment);
      add_words (box, said, "warning");
    }
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
  add_row (self, question->id, short_words, answer);
}

static void
show_file (HfReviewWindow *self)
{
  const HfReview *review = self->file->review;
  const GPtrArray *questions = self->file->said->guide->questions;
  g_autofree char *call = hf_review_words_call (self->file->said);
  clear_list (self->answers);
  add_row (self, NULL, _ ("The whole interview"), call);
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
  if (g_cancellable_is_cancelled (self->cancellable)
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
on_chosen (HfReviewWindow *self)
{
  /* A list that is going away unselects its row, too. */
  GtkListBoxRow *row = self->reviews != NULL ? gtk_list_box_get_selected_row (self->reviews)
                                             : NULL;
  if (row == NULL)
    return;
  self->chosen = ((HfReview *) g_object_get_data (G_OBJECT (row), "review"))->interview_id;
  hf_store_run_async (self->store, HF_STORE_READ, hf_review_file_load,
                      g_memdup2 (&self->chosen, sizeof self->chosen), g_free,
                      (GDestroyNotify) hf_review_file_free, self->cancellable, on_read,
                      g_object_ref (self));
}

static GtkWidget *
make_review (HfReview *review)
{
  g_autofree char *line = hf_review_words_line (review);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (box, "words");
  add_words (box, review->customer, "heading");
  add_words (box, line, "caption");
  g_object_set_data_full (G_OBJECT (row), "review", g_object_ref (review), g_object_unref);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
show_reviews (HfReviewWindow *self, const GPtrArray *reviews)
{
  gint64 chosen = self->chosen;
  GtkListBoxRow *again = NULL;
  clear_list (self->reviews);
  for (guint i = 0; i < reviews->len; i++)
    {
      HfReview *review = reviews->pdata[i];
      GtkWidget *row = make_review (review);
      gtk_list_box_append (self->reviews, row);
      if (again == NULL || review->interview_id == chosen)
        again = GTK_LIST_BOX_ROW (row);
    }
  adw_status_page_set_title (self->nothing, _ ("No interviews here"));
  adw_status_page_set_description (
      self->nothing, _ ("Interviews that were completed stand here until they are accepted."));
  if (again == NULL)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_list_box_select_row (self->reviews, again);
}

static void
on_listed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReviewWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (reviews == NULL)
    show_failure (self, error);
  else
    show_reviews (self, reviews);
}

static gpointer
list_reviews (HfStoreSession *session, gpointer state, GError **error)
{
  return hf_store_reviews_list (session, *(HfReviewState *) state, MAX_REVIEWS, error);
}

static void
load (HfReviewWindow *self)
{
  HfReviewState state = (HfReviewState) gtk_drop_down_get_selected (self->state);
  if (self->store == NULL)
    return;
  hf_store_run_async (
      self->store, HF_STORE_READ, list_reviews, g_memdup2 (&state, sizeof state), g_free,
      (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_listed, g_object_ref (self));
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
  g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REVIEW_WINDOW);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_review_window_parent_class)->dispose (object);
}

static void
hf_review_window_finalize (GObject *object)
{
  HfReviewWindow *self = HF_REVIEW_WINDOW (object);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, hf_review_file_free);
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
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, state);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, reviews);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, own);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, says);
  gtk_widget_class_bind_template_child (widget_class, HfReviewWindow, words);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_comment);
}

static void
hf_review_window_init (HfReviewWindow *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  for (int i = 0; hf_review_states[i].name != NULL; i++)
    gtk_string_list_append (states, hf_choice_label (hf_review_states, i));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
}

/**
 * hf_review_window_new:
 * @parent: (nullable): the window that asks
 * @store: where the interviews are
 *
 * Makes a window in which finished interviews are read, returned and accepted.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_review_window_new (GtkWindow *parent, HfStore *store)
{
  HfReviewWindow *self = g_object_new (HF_TYPE_REVIEW_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
