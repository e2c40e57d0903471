#include "config.h"

#include "hf-merge-window.h"

#include <glib/gi18n.h>

#include "hf-customer-closures.h"
#include "hf-dialogs.h"
#include "hf-merge-fields.h"
#include "hf-merge-question.h"
#include "hf-store-customers.h"
#include "hf-store-duplicates.h"
#include "hf-store-merges.h"
#include "hf-text.h"

#define SEARCH_DELAY_MS 150

/* Two customers become one: first the other one is found, then it is chosen what is kept. */
struct _HfMergeWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *back;
  GtkEditable *search;
  GtkLabel *found;
  GtkListBox *list;
  HfMergeFields *fields;
  GtkCheckButton *sum;
  GtkWidget *do_not_call;
  GtkLabel *problem;

  HfStore *store; /* NULL: the window is closed */
  GCancellable *reading;
  gint64 kept_id; /* 0: any two */
  HfCustomer *kept;
  HfCustomer *gone;
  GPtrArray *custom;  /* (element-type HfCustomField): the firm's own fields */
  GHashTable *values; /* what is entered in them, of all who may be chosen, by their keys */
  guint search_source;
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfMergeWindow, hf_merge_window, ADW_TYPE_WINDOW)

static void
show_problem (HfMergeWindow *self, const char *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
show_pair (HfMergeWindow *self)
{
  hf_merge_fields_set_customers (self->fields, self->kept, self->gone, self->custom,
                                 g_hash_table_lookup (self->values, &self->kept->id),
                                 g_hash_table_lookup (self->values, &self->gone->id));
  gtk_widget_set_visible (self->do_not_call,
                          self->kept->do_not_call || self->gone->do_not_call);
  gtk_stack_set_visible_child_name (self->stack, "compare");
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.swap", TRUE);
  show_problem (self, NULL);
  hf_merge_fields_focus (self->fields);
}

static void
set_pair (HfMergeWindow *self, HfCustomer *kept, HfCustomer *gone)
{
  g_set_object (&self->kept, kept);
  g_set_object (&self->gone, gone);
  show_pair (self);
}

static void
swap (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfMergeWindow *self = HF_MERGE_WINDOW (widget);
  HfCustomer *kept = self->kept;
  self->kept = self->gone;
  self->gone = kept;
  show_pair (self);
}

static char *
describe (const HfCustomer *customer)
{
  g_autofree char *place = hf_customer_words_place (customer);
  return g_strjoin (" · ", customer->code, customer->phone != NULL ? customer->phone : "–",
                    *place != '\0' ? place : "–", NULL);
}

static void
add_row (HfMergeWindow *self, const HfDuplicate *pair)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *of_one = describe (pair->one);
  g_autofree char *of_other = describe (pair->other);
  g_autofree char *title = g_strconcat (self->kept_id == 0 ? hf_customer_title (pair->one) : "",
                                        self->kept_id == 0 ? " = " : "",
                                        hf_customer_title (pair->other), NULL);
  g_autofree char *both = g_strconcat (of_one, "\n", of_other, NULL);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle",
                self->kept_id == 0 ? both : of_other, "subtitle-lines", 2, "activatable", TRUE,
                NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "one", g_object_ref (pair->one), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "other", g_object_ref (pair->other), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
show_found (HfMergeWindow *self, const HfMergeQuestion *question)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < question->found->len; i++)
    add_row (self, g_ptr_array_index (question->found, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), question->found->len > 0);
  if (self->kept_id == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  if (question->typed != NULL)
    gtk_label_set_text (self->found, question->found->len > 0 ? "" : _ ("Nobody found"));
  else
    gtk_label_set_text (self->found,
                        question->found->len > 0
                            ? _ ("With the same phone number, or the same name and branch:")
                            : _ ("Nobody has the same phone number, or the same name and "
                                 "branch."));
}

typedef struct
{
  HfMergeWindow *self;
  HfMergeQuestion *question; /* borrowed: the task has it */
} Asking;

static void
take_custom (HfMergeWindow *self, HfMergeQuestion *question)
{
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  self->custom = g_steal_pointer (&question->custom);
  self->values = g_steal_pointer (&question->values);
}

static void
on_answered (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autofree Asking *asking = data;
  g_autoptr (HfMergeWindow) self = asking->self;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  if (done)
    take_custom (self, asking->question);
  if (!done)
    show_problem (self, hf_store_error_words (error));
  else if (asking->question->gone_id != 0)
    {
      HfDuplicate *pair = g_ptr_array_index (asking->question->found, 0);
      set_pair (self, pair->one, pair->other);
    }
  else
    show_found (self, asking->question);
}

static void
ask (HfMergeWindow *self, gint64 gone_id)
{
  const char *typed = gtk_editable_get_text (self->search);
  HfMergeQuestion *question = g_new0 (HfMergeQuestion, 1);
  Asking *asking = g_new0 (Asking, 1);
  question->kept_id = self->kept_id;
  question->gone_id = gone_id;
  question->typed = hf_text_is_blank (typed) || self->kept_id == 0 ? NULL : g_strdup (typed);
  *asking = (Asking){ g_object_ref (self), question };
  hf_store_read_newest (self->store, &self->reading, hf_merge_question_answer, question,
                        hf_merge_question_free, NULL, on_answered, asking);
}

static gboolean
on_search_time (gpointer data)
{
  HfMergeWindow *self = data;
  self->search_source = 0;
  ask (self, 0);
  return G_SOURCE_REMOVE;
}

static void
on_typed (HfMergeWindow *self)
{
  if (self->store == NULL)
    return;
  g_clear_handle_id (&self->search_source, g_source_remove);
  self->search_source = g_timeout_add (SEARCH_DELAY_MS, on_search_time, self);
}

static void
on_row_activated (HfMergeWindow *self, GtkListBoxRow *row)
{
  set_pair (self, g_object_get_data (G_OBJECT (row), "one"),
            g_object_get_data (G_OBJECT (row), "other"));
}

/* Enter takes the best match. */
static void
on_entered (HfMergeWindow *self)
{
  GtkListBoxRow *best = gtk_list_box_get_row_at_index (self->list, 0);
  if (best != NULL)
    on_row_activated (self, best);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfMergeWindow *self = HF_MERGE_WINDOW (widget);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_action_set_enabled (widget, "merge.merge", FALSE);
  gtk_widget_action_set_enabled (widget, "merge.swap", FALSE);
  show_problem (self, NULL);
  ask (self, 0);
  if (self->kept_id != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

typedef struct
{
  HfMergeWindow *self;
  HfCustomer *kept;
  HfCustomer *gone;
  HfMergeChoices choices;
  gint64 merge_id;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;
  g_object_unref (merge->self);
  g_object_unref (merge->kept);
  g_object_unref (merge->gone);
  hf_merge_choices_clear (&merge->choices);
  g_free (merge);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)

static gpointer
run_merge (HfStoreSession *session, gpointer data, GError **error)
{
  Merge *merge = data;
  return hf_store_customers_merge (session, merge->kept, merge->gone, &merge->choices,
                                   &merge->merge_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_merged (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Merge) merge = data;
  g_autoptr (GError) error = NULL;
  HfMergeWindow *self = merge->self;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", TRUE);
  if (!done)
    {
      g_autofree char *words = g_strjoin (" ", hf_store_error_words (error),
                                          hf_store_error_advice (error), NULL);
      show_problem (self, words);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, merge->merge_id, merge->kept, merge->gone);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
merge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfMergeWindow *self = HF_MERGE_WINDOW (widget);
  Merge *merge = g_new0 (Merge, 1);
  merge->self = g_object_ref (self);
  merge->kept = g_object_ref (self->kept);
  merge->gone = g_object_ref (self->gone);
  hf_merge_fields_get_choices (self->fields, &merge->choices);
  merge->choices.sum_purchases = gtk_check_button_get_active (self->sum);
  gtk_widget_action_set_enabled (widget, "merge.merge", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, run_merge, merge, NULL, NULL, NULL,
                      on_merged, merge);
}

static void
hf_merge_window_dispose (GObject *object)
{
  HfMergeWindow *self = HF_MERGE_WINDOW (object);
  g_clear_handle_id (&self->search_source, g_source_remove);
  hf_store_stop_reading (&self->reading);
  g_clear_object (&self->store);
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_MERGE_WINDOW);
  G_OBJECT_CLASS (hf_merge_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, title);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, stack);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, back);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, search);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, found);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, list);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, fields);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, sum);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, do_not_call);
  gtk_widget_class_bind_template_child (klass, HfMergeWindow, problem);
  gtk_widget_class_bind_template_callback (klass, on_typed);
  gtk_widget_class_bind_template_callback (klass, on_entered);
  gtk_widget_class_bind_template_callback (klass, on_row_activated);
}

static void
hf_merge_window_class_init (HfMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_merge_window_dispose;

  /**
   * HfMergeWindow::merged:
   * @merge_id: the key by which it is undone
   * @kept: the #HfCustomer who stayed
   * @gone: the #HfCustomer who became a part of it
   *
   * Two customers became one; the window closes.
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64,
                                         HF_TYPE_CUSTOMER, HF_TYPE_CUSTOMER);

  g_type_ensure (HF_TYPE_MERGE_FIELDS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-merge-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "merge.swap", NULL, swap);
  gtk_widget_class_install_action (widget_class, "merge.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "merge.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "merge.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_merge_window_init (HfMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.swap", FALSE);
}

/**
 * hf_merge_window_new:
 * @store: where they are stored
 * @kept_id: the customer who stays, 0 to look for any two who may be one
 * @gone_id: the customer who becomes a part of it, 0 to look for one
 *
 * Makes the window in which two customers become one.
 *
 * Returns: (transfer none): the window
 */
HfMergeWindow *
hf_merge_window_new (HfStore *store, gint64 kept_id, gint64 gone_id)
{
  HfMergeWindow *self = g_object_new (HF_TYPE_MERGE_WINDOW, NULL);
  self->store = g_object_ref (store);
  self->kept_id = kept_id;
  if (kept_id == 0)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Possible Duplicates"));
      adw_window_title_set_title (self->title, _ ("Possible Duplicates"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->search), kept_id != 0);
  if (kept_id != 0 && gone_id == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  ask (self, gone_id);
  return self;
}
