#include "config.h"

#include "hf-call-list-window.h"

#include <glib/gi18n.h>

#include "hf-call-list-terms.h"
#include "hf-call-list-words.h"
#include "hf-dialogs.h"
#include "hf-store-campaigns.h"
#include "hf-time.h"
#include "hf-today-closures.h"

#define MAX_SHOWN 200

/* One call list: who is on it, how far it has come, and what of it can be changed. */
struct _HfCallListWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkLabel *problem;
  GtkProgressBar *bar;
  GtkLabel *progress;
  HfCallListTerms *terms;
  GtkButton *close_list;
  GtkListBox *tasks;
  GtkLabel *more;

  HfStore *store; /* NULL: the window is closed */
  gint64 id;
  HfCampaign *campaign;
};

G_DEFINE_FINAL_TYPE (HfCallListWindow, hf_call_list_window, ADW_TYPE_WINDOW)

/* What the store knows of a call list. */
typedef struct
{
  HfCampaign *campaign;
  GPtrArray *tasks; /* (element-type HfCallTask) */
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;
  g_clear_object (&content->campaign);
  g_clear_pointer (&content->tasks, g_ptr_array_unref);
  g_free (content);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static gpointer
load_content (HfStoreSession *session, gpointer id, GError **error)
{
  gint64 key = *(const gint64 *) id;
  g_autoptr (Content) content = g_new0 (Content, 1);
  if ((content->campaign = hf_store_campaigns_get (session, key, error)) == NULL
      || (content->tasks = hf_store_campaigns_list_tasks (session, key, MAX_SHOWN, error))
             == NULL)
    return NULL;
  return g_steal_pointer (&content);
}

static void
show_problem (HfCallListWindow *self, const char *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
show_tasks (HfCallListWindow *self, GPtrArray *tasks)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->tasks))) != NULL)
    gtk_list_box_remove (self->tasks, row);
  for (guint i = 0; i < tasks->len; i++)
    {
      const HfCallTask *task = tasks->pdata[i];
      g_autofree char *title = hf_today_call_title (task);
      g_autofree char *words = hf_call_list_words_task (task);
      row = adw_action_row_new ();
      g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", words, NULL);
      if (task->state != HF_CALL_TASK_WAITING)
        gtk_widget_add_css_class (row, "dim-label");
      gtk_list_box_append (self->tasks, row);
    }
}

static void
show_content (HfCallListWindow *self, const Content *content)
{
  const HfCampaign *campaign = content->campaign;
  gboolean first = self->campaign == NULL, open = campaign->state == HF_CAMPAIGN_OPEN;
  gint64 total = hf_call_list_words_total (&campaign->count);
  gint64 left = total - content->tasks->len;
  g_autofree char *today = hf_time_today ();
  g_autofree char *about = hf_call_list_words_about (campaign, today);
  g_autofree char *progress = hf_call_list_words_progress (&campaign->count);
  g_autofree char *more = g_strdup_printf (
      ngettext ("and %d more after these", "and %d more after these", left), (int) left);
  g_set_object (&self->campaign, content->campaign);
  adw_window_title_set_title (self->title, campaign->name);
  adw_window_title_set_subtitle (self->title, about);
  gtk_label_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (
      self->bar, total > 0 ? 1.0 - (double) campaign->count.n_waiting / (double) total : 0);
  if (first)
    hf_call_list_terms_show (self->terms, campaign);
  gtk_button_set_label (self->close_list, open ? _ ("_Close List") : _ ("_Reopen List"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->close_list),
                               open
                                   ? _ ("Those who wait are called no more; it can be reopened")
                                   : _ ("Those who were not called yet wait again"));
  show_tasks (self, content->tasks);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallListWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Content) content = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (content != NULL)
    show_content (self, content);
  else if (!hf_dialogs_keeps_content (self->stack, error))
    {
      hf_dialogs_fill_failure (self->failure, error, NULL);
      gtk_stack_set_visible_child_name (self->stack, "failure");
    }
}

static void
load (HfCallListWindow *self)
{
  hf_store_run_async (self->store, HF_STORE_READ, load_content,
                      g_memdup2 (&self->id, sizeof self->id), g_free, content_free, NULL,
                      on_loaded, g_object_ref (self));
}

static void
on_store_changed (HfCallListWindow *self, guint topics)
{
  if ((topics & (HF_STORE_QUEUE | HF_STORE_INTERVIEWS)) != 0)
    load (self);
}

static gpointer
save_campaign (HfStoreSession *session, gpointer campaign, GError **error)
{
  return hf_store_campaigns_save (session, campaign, error) ? HF_STORE_DONE : NULL;
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallListWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  if (!saved)
    {
      g_autofree char *words = g_strdup_printf (C_ ("sentences", "%s %s"),
                                                hf_store_error_words (error),
                                                hf_store_error_advice (error));
      show_problem (self, words);
      load (self);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (HfCallListWindow *self, HfCampaignState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  if (self->campaign == NULL)
    return;
  campaign->id = self->campaign->id;
  campaign->revision = self->campaign->revision;
  campaign->kind = self->campaign->kind;
  campaign->state = state;
  if (!hf_call_list_terms_read (self->terms, campaign, &error)
      || !hf_campaign_validate (campaign, &error))
    {
      show_problem (self, error->message);
      return;
    }
  hf_store_run_async (self->store, HF_STORE_WRITE, save_campaign, g_steal_pointer (&campaign),
                      g_object_unref, NULL, NULL, on_saved, g_object_ref (self));
}

static void
save_terms (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallListWindow *self = HF_CALL_LIST_WINDOW (widget);
  if (self->campaign != NULL)
    save (self, self->campaign->state);
}

static void
toggle_state (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallListWindow *self = HF_CALL_LIST_WINDOW (widget);
  if (self->campaign != NULL)
    save (self,
          self->campaign->state == HF_CAMPAIGN_OPEN ? HF_CAMPAIGN_CLOSED : HF_CAMPAIGN_OPEN);
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (HF_CALL_LIST_WINDOW (widget));
}

static void
hf_call_list_window_dispose (GObject *object)
{
  HfCallListWindow *self = HF_CALL_LIST_WINDOW (object);
  g_clear_object (&self->store);
  g_clear_object (&self->campaign);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CALL_LIST_WINDOW);
  G_OBJECT_CLASS (hf_call_list_window_parent_class)->dispose (object);
}

static void
hf_call_list_window_class_init (HfCallListWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_list_window_dispose;

  g_type_ensure (HF_TYPE_CALL_LIST_TERMS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, terms);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, close_list);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, tasks);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, more);
  gtk_widget_class_install_action (widget_class, "list.save", NULL, save_terms);
  gtk_widget_class_install_action (widget_class, "list.toggle", NULL, toggle_state);
  gtk_widget_class_install_action (widget_class, "list.reload", NULL, reload);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "list.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_call_list_window_init (HfCallListWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_call_list_window_new:
 * @parent: a widget of the window that it belongs to
 * @store: the store
 * @id: a call list's key
 *
 * Makes a window that shows a call list and changes it.
 *
 * Returns: (transfer none): the window, not shown yet
 */
HfCallListWindow *
hf_call_list_window_new (GtkWidget *parent, HfStore *store, gint64 id)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  HfCallListWindow *self = g_object_new (HF_TYPE_CALL_LIST_WINDOW, "transient-for",
                                         GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->store = g_object_ref (store);
  self->id = id;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return self;
}
