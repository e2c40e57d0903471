#include "config.h"

#include "hf-selection-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-call-list-editor.h"
#include "hf-customer-closures.h"
#include "hf-dialogs.h"
#include "hf-staff.h"
#include "hf-store-batches.h"
#include "hf-text.h"
#include "hf-widget.h"

/* What can be done with many customers at once; shown while more than one are selected. */
struct _HfSelectionBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count;
  GtkMenuButton *tag_button;
  GtkEditable *tag;
  GtkMenuButton *manager_button;
  GtkDropDown *manager;
  GtkStringList *managers;
  GtkWidget *merge;

  HfStore *store;
  HfQuerySelection *selection;
  HfCustomerFilterBar *bar; /* borrowed: it stands beside this one */
};

G_DEFINE_FINAL_TYPE (HfSelectionBar, hf_selection_bar, GTK_TYPE_WIDGET)

/* An act under way. */
typedef struct
{
  HfSelectionBar *self;
  HfCustomerChoice *choice; /* NULL: the batch is taken back */
  HfInterviewKind kind;     /* of calls */
  char *text;               /* a tag or a name; NULL: calls */
  gboolean assigns;
  HfBatch batch;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  g_object_unref (act->self);
  g_clear_pointer (&act->choice, hf_customer_choice_free);
  g_free (act->text);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void execute (Act *act);

static void
on_undo (gpointer data)
{
  const Act *done = data;
  Act *undo = g_new0 (Act, 1);
  undo->self = g_object_ref (done->self);
  undo->batch = done->batch;
  execute (undo);
}

static gpointer
run_act (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  gboolean done;
  if (act->choice == NULL)
    done = hf_store_batches_undo (session, &act->batch, error);
  else if (act->text == NULL)
    done = hf_store_batches_queue (session, act->choice, act->kind, &act->batch, error);
  else if (act->assigns)
    done = hf_store_batches_assign (session, act->choice, act->text, &act->batch, error);
  else
    done = hf_store_batches_tag (session, act->choice, act->text, &act->batch, error);
  return done ? HF_STORE_DONE : NULL;
}

static void
on_executed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = GTK_WIDGET (act->self);
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (act->self->store == NULL)
    return;
  if (!done)
    {
      hf_dialogs_error (widget, hf_store_error_words (error), hf_store_error_advice (error),
                        error);
      return;
    }
  if (act->choice == NULL)
    return;
  g_autofree char *words = hf_customer_words_batch (&act->batch, act->text);
  if (act->batch.n_done == 0)
    hf_dialogs_toast (widget, words);
  else
    hf_dialogs_toast_undo (widget, words, on_undo, g_steal_pointer (&act), act_free);
}

static void
execute (Act *act)
{
  if (act->self->store == NULL)
    {
      act_free (act);
      return;
    }
  hf_store_run_async (act->self->store, HF_STORE_WRITE, run_act, act, NULL, NULL, NULL,
                      on_executed, act);
}

static HfCustomerChoice *
read_choice (HfSelectionBar *self)
{
  HfCustomerChoice *choice = g_new0 (HfCustomerChoice, 1);
  choice->filter = hf_customer_filter_copy (hf_customer_filter_bar_get_filter (self->bar));
  choice->everything = hf_query_selection_is_everything (self->selection);
  choice->keys = hf_query_selection_dup_keys (self->selection);
  return choice;
}

static Act *
act_new (HfSelectionBar *self)
{
  Act *act = g_new0 (Act, 1);
  act->self = g_object_ref (self);
  act->choice = read_choice (self);
  return act;
}

static void
queue (GtkWidget *widget, const char *action, GVariant *kind)
{
  HfSelectionBar *self = HF_SELECTION_BAR (widget);
  Act *act = act_new (self);
  act->kind = MAX (0,
                   hf_choice_find_name (hf_interview_kinds, g_variant_get_string (kind, NULL)));
  execute (act);
}

static void
make_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSelectionBar *self = HF_SELECTION_BAR (widget);
  HfCallListEditor *editor = hf_call_list_editor_new_for_chosen (
      widget, self->store, read_choice (self), hf_query_selection_count (self->selection));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
on_tag (HfSelectionBar *self)
{
  g_autofree char *tag = hf_text_trim (gtk_editable_get_text (self->tag));
  g_strdelimit (tag, ",", ' ');
  if (hf_text_is_blank (tag))
    return;
  Act *act = act_new (self);
  act->text = g_steal_pointer (&tag);
  gtk_menu_button_popdown (self->tag_button);
  gtk_editable_set_text (self->tag, "");
  execute (act);
}

static void
on_assign (HfSelectionBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->manager);
  const char *name = gtk_string_list_get_string (self->managers, selected);
  if (name == NULL)
    return;
  Act *act = act_new (self);
  act->text = g_strdup (name);
  act->assigns = TRUE;
  gtk_menu_button_popdown (self->manager_button);
  execute (act);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSelectionBar *self = HF_SELECTION_BAR (widget);
  g_autoptr (GArray) keys = hf_query_selection_dup_keys (self->selection);
  if (keys->len != 2)
    return;
  gint64 one = g_array_index (keys, gint64, 0), other = g_array_index (keys, gint64, 1);
  /* Who has been known for longer stays. */
  gtk_widget_activate_action (widget, "page.merge", "(xx)", MIN (one, other), MAX (one, other));
}

static void
unselect (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (HF_SELECTION_BAR (widget)->selection));
}

static void
show_count (HfSelectionBar *self)
{
  gint64 count = hf_query_selection_count (self->selection);
  g_autofree char *words = hf_customer_words_selected (count);
  gtk_label_set_text (self->count, words);
  gtk_revealer_set_reveal_child (self->revealer, count > 1);
  gtk_widget_set_visible (self->merge,
                          count == 2 && !hf_query_selection_is_everything (self->selection));
}

static void
hf_selection_bar_dispose (GObject *object)
{
  HfSelectionBar *self = HF_SELECTION_BAR (object);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_SELECTION_BAR);
  G_OBJECT_CLASS (hf_selection_bar_parent_class)->dispose (object);
}

static void
hf_selection_bar_class_init (HfSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_selection_bar_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, tag_button);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, tag);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, manager_button);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, manager);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, managers);
  gtk_widget_class_bind_template_child (widget_class, HfSelectionBar, merge);
  gtk_widget_class_bind_template_callback (widget_class, on_tag);
  gtk_widget_class_bind_template_callback (widget_class, on_assign);
  gtk_widget_class_install_action (widget_class, "selection.queue", "s", queue);
  gtk_widget_class_install_action (widget_class, "selection.call-list", NULL, make_list);
  gtk_widget_class_install_action (widget_class, "selection.merge", NULL, merge);
  gtk_widget_class_install_action (widget_class, "selection.none", NULL, unselect);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_selection_bar_init (HfSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_selection_bar_set_source:
 * @self: the bar
 * @store: where it is stored what is done
 * @selection: who is selected
 * @bar: from which customers
 *
 * Tells with whom something can be done.
 */
void
hf_selection_bar_set_source (HfSelectionBar *self, HfStore *store, HfQuerySelection *selection,
                             HfCustomerFilterBar *bar)
{
  self->bar = bar;
  g_set_object (&self->store, store);
  g_set_object (&self->selection, selection);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (show_count), self);
  g_signal_connect_swapped (selection, "items-changed", G_CALLBACK (show_count), self);
}

/**
 * hf_selection_bar_set_names:
 * @self: the bar
 * @names: who can look after customers
 *
 * Offers account managers.
 */
void
hf_selection_bar_set_names (HfSelectionBar *self, HfCustomerNames *names)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->managers));
  g_autoptr (GPtrArray) managers = g_ptr_array_new ();
  for (guint i = 0; i < names->staff->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (names->staff, i);
      if (member->active)
        g_ptr_array_add (managers, member->name);
    }
  g_ptr_array_add (managers, NULL);
  gtk_string_list_splice (self->managers, 0, n_before, (const char *const *) managers->pdata);
}
