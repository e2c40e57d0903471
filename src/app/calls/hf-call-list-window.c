#include "config.h"

#include "hf-call-list-window.h"

#include <glib/gi18n.h>

#include "hf-call-list-parts.h"
#include "hf-call-list-staff.h"
#include "hf-call-list-terms.h"
#include "hf-call-list-words.h"
#include "hf-campaign-merge.h"
#include "hf-dialogs.h"
#include "hf-store-campaigns.h"
#include "hf-store-staff.h"
#include "hf-time.h"
#include "hf-today-closures.h"
#include "hf-widget.h"

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
  GtkLabel *rates;
  GtkWidget *clash;
  GtkLabel *clash_words;
  GtkToggleButton *mine_shown;
  GtkToggleButton *theirs_shown;
  HfCallListTerms *terms;
  HfCallListStaff *staff;
  GtkButton *close_list;
  GtkListBox *by_staff;
  GtkListBox *by_class;
  GtkListBox *tasks;
  GtkLabel *more;

  HfStore *store; /* NULL: the window is closed */
  GCancellable *reading;
  gint64 id;
  HfCampaign *base; /* as it was stored when the form was filled; NULL: not read yet */
  HfCampaignState state;
  HfCampaign *mine; /* NULL, unless others changed it too, and not to the same */
  HfCampaign *theirs;
  gboolean is_saving; /* what was to be saved, met a change of others */
};

G_DEFINE_FINAL_TYPE (HfCallListWindow, hf_call_list_window, ADW_TYPE_WINDOW)

/* What the store knows of a call list. */
typedef struct
{
  HfCampaign *campaign;
  GPtrArray *shares; /* (element-type HfCampaignShare) */
  GPtrArray *staff;  /* (element-type HfStaff) */
  GPtrArray *tasks;  /* (element-type HfCallTask) */
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;
  g_clear_object (&content->campaign);
  g_clear_pointer (&content->shares, g_ptr_array_unref);
  g_clear_pointer (&content->staff, g_ptr_array_unref);
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
      || (content->shares = hf_store_campaigns_list_shares (session, key, error)) == NULL
      || (content->staff = hf_store_staff_list (session, error)) == NULL
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
  hf_widget_empty_list (self->tasks);
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
show_progress (HfCallListWindow *self, const Content *content)
{
  const HfCampaign *campaign = content->campaign;
  gint64 total = hf_call_list_words_total (&campaign->count);
  g_autofree char *progress = hf_call_list_words_progress (&campaign->count);
  g_autoptr (GPtrArray) sum = hf_campaign_shares_group (content->shares, campaign->id,
                                                        HF_CAMPAIGN_BY_LIST);
  g_autofree char *rates = sum->len > 0 ? hf_call_list_words_rates (sum->pdata[0]) : NULL;
  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->rates, rates != NULL ? rates : "");
  gtk_progress_bar_set_fraction (
      self->bar, total > 0 ? 1.0 - (double) campaign->count.n_waiting / (double) total : 0);
  hf_call_list_parts_show (self->by_staff, content->shares, campaign->id, HF_CAMPAIGN_BY_STAFF);
  hf_call_list_parts_show (self->by_class, content->shares, campaign->id, HF_CAMPAIGN_BY_CLASS);
}

static void
show_form (HfCallListWindow *self, const HfCampaign *campaign)
{
  gboolean open = self->base->state == HF_CAMPAIGN_OPEN;
  self->state = campaign->state;
  hf_call_list_terms_show (self->terms, campaign);
  hf_call_list_staff_show (self->staff, campaign->staff);
  gtk_button_set_label (self->close_list, open ? _ ("_Close List") : _ ("_Reopen List"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->close_list),
                               open
                                   ? _ ("Those who wait are called no more; it can be reopened")
                                   : _ ("Those who were not called yet wait again"));
}

static HfCampaign *
read_form (HfCallListWindow *self, GError **error)
{
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  campaign->id = self->base->id;
  campaign->revision = self->base->revision;
  campaign->kind = self->base->kind;
  campaign->state = self->state;
  hf_call_list_staff_read (self->staff, campaign->staff);
  return hf_call_list_terms_read (self->terms, campaign, error)
                 && hf_campaign_validate (campaign, error)
             ? g_steal_pointer (&campaign)
             : NULL;
}

static void
set_clash (HfCallListWindow *self, gboolean clash)
{
  gtk_widget_set_visible (self->clash, clash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.save", !clash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.toggle", !clash);
}

/* Both changes are put together. What both changed is to be chosen; either stays to be shown
 * until it is saved. */
static void
meet (HfCallListWindow *self, const HfCampaign *mine, const Content *content)
{
  HfCampaign *theirs = content->campaign;
  guint clashes = hf_campaign_clashes (self->base, mine, theirs);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  self->mine = hf_campaign_merge (self->base, mine, theirs, FALSE);
  self->theirs = hf_campaign_merge (self->base, mine, theirs, TRUE);
  g_set_object (&self->base, theirs);
  show_form (self, self->mine);
  set_clash (self, clashes != 0);
  if (clashes == 0)
    {
      show_problem (self,
                    _ ("Somebody else changed this call list meanwhile. What they changed "
                       "is shown, and what you changed is kept."));
      return;
    }
  g_autofree char *words = hf_call_list_words_clashes (mine, theirs, clashes, content->staff);
  gtk_toggle_button_set_active (self->mine_shown, FALSE);
  gtk_toggle_button_set_active (self->theirs_shown, FALSE);
  gtk_label_set_text (self->clash_words, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->mine_shown));
}

/* What is in the form stays, whatever is stored meanwhile. */
static void
update_form (HfCallListWindow *self, const Content *content)
{
  gboolean first = self->base == NULL;
  if (first)
    hf_call_list_staff_offer (self->staff, content->staff, content->campaign->staff);
  else if (content->campaign->revision == self->base->revision)
    return;
  g_autoptr (HfCampaign) mine = first ? NULL : read_form (self, NULL);
  if (!first && mine == NULL)
    return;
  if (!first && hf_campaign_compare (self->base, mine) != 0)
    {
      meet (self, mine, content);
      return;
    }
  g_set_object (&self->base, content->campaign);
  show_form (self, self->base);
}

static void
show_content (HfCallListWindow *self, const Content *content)
{
  const HfCampaign *campaign = content->campaign;
  gint64 left = hf_call_list_words_total (&campaign->count) - content->tasks->len;
  g_autofree char *today = hf_time_today ();
  g_autofree char *about = hf_call_list_words_about (campaign, today);
  g_autofree char *more = g_strdup_printf (
      ngettext ("and %d more after these", "and %d more after these", left), (int) left);
  adw_window_title_set_title (self->title, campaign->name);
  adw_window_title_set_subtitle (self->title, about);
  update_form (self, content);
  show_progress (self, content);
  show_tasks (self, content->tasks);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void save (HfCallListWindow *self);

/* Where nothing is to be decided, what was to be saved is. */
static void
save_again (HfCallListWindow *self)
{
  if (!self->is_saving)
    return;
  self->is_saving = FALSE;
  if (!gtk_widget_get_visible (self->clash))
    save (self);
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
    {
      show_content (self, content);
      save_again (self);
    }
  else
    hf_dialogs_show_failure (self->stack, self->failure, error);
}

static void
load (HfCallListWindow *self)
{
  hf_store_read_newest (self->store, &self->reading, load_content,
                        g_memdup2 (&self->id, sizeof self->id), g_free, content_free, on_loaded,
                        g_object_ref (self));
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
  if (saved)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->is_saving = g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  if (!self->is_saving)
    {
      g_autofree char *words = g_strdup_printf (C_ ("sentences", "%s %s"),
                                                hf_store_error_words (error),
                                                hf_store_error_advice (error));
      show_problem (self, words);
    }
  load (self);
}

static void
save (HfCallListWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCampaign) campaign = read_form (self, &error);
  if (campaign == NULL)
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
  if (HF_CALL_LIST_WINDOW (widget)->base != NULL)
    save (HF_CALL_LIST_WINDOW (widget));
}

static void
toggle_state (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallListWindow *self = HF_CALL_LIST_WINDOW (widget);
  if (self->base == NULL)
    return;
  self->state = self->base->state == HF_CAMPAIGN_OPEN ? HF_CAMPAIGN_CLOSED : HF_CAMPAIGN_OPEN;
  save (self);
}

/* What was typed since is kept with what it was typed into. */
static void
on_shown (HfCallListWindow *self, GtkToggleButton *button)
{
  gboolean is_mine = button == self->mine_shown;
  HfCampaign **shown = is_mine ? &self->mine : &self->theirs;
  if (*shown == NULL)
    return;
  if (gtk_toggle_button_get_active (button))
    {
      show_form (self, *shown);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.save", TRUE);
      return;
    }
  g_autoptr (HfCampaign) typed = read_form (self, NULL);
  if (typed != NULL)
    g_set_object (shown, typed);
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
  hf_store_stop_reading (&self->reading);
  g_clear_object (&self->store);
  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CALL_LIST_WINDOW);
  G_OBJECT_CLASS (hf_call_list_window_parent_class)->dispose (object);
}

static void
hf_call_list_window_class_init (HfCallListWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_list_window_dispose;

  g_type_ensure (HF_TYPE_CALL_LIST_STAFF);
  g_type_ensure (HF_TYPE_CALL_LIST_TERMS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, rates);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, clash);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, clash_words);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, mine_shown);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, theirs_shown);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, terms);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, staff);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, close_list);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, by_staff);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, by_class);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, tasks);
  gtk_widget_class_bind_template_child (widget_class, HfCallListWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
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
