#include "config.h"

#include "hf-promise-detail.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-promise-act.h"
#include "hf-promise-ask.h"
#include "hf-promise-closures.h"
#include "hf-promise-event.h"
#include "hf-promise-file.h"
#include "hf-time.h"
#include "hf-widget.h"

/* How often the clock is set. */
#define CLOCK_SECONDS 30

/* One promise: who gave it to whom, until when, what can be done about it, and what was. */
struct _HfPromiseDetail
{
  GtkWidget parent_instance;

  GtkLabel *what;
  GtkLabel *state;
  GtkLabel *clock;
  GtkLabel *judged;
  GtkWidget *open_acts;
  GtkWidget *ended_acts;
  AdwActionRow *customer;
  AdwActionRow *owner;
  AdwActionRow *until;
  AdwActionRow *source;
  AdwActionRow *made;
  GtkWidget *history_group;
  GtkListBox *history;

  HfStore *store;
  GCancellable *reading;
  gint64 id;
  HfPromiseFile *shown; /* NULL before the first look */
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (HfPromiseDetail, hf_promise_detail, GTK_TYPE_WIDGET)

/* What can be done with a promise that is open, and with one that has ended. */
static const char *const open_acts[] = { "promise.keep", "promise.break", "promise.release",
                                         "promise.anew", "promise.give",  NULL };
static const char *const ended_acts[] = { "promise.reopen", NULL };

static void
set_words (AdwActionRow *row, const char *words)
{
  g_autofree char *safe = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (row, safe);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_clock (HfPromiseDetail *self)
{
  const HfPromise *promise = self->shown->promise;
  gint64 now = hf_time_now ();
  g_autofree char *clock = hf_promise_words_clock (promise, now);
  gtk_label_set_text (self->clock, clock);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), promise->state == HF_PROMISE_OPEN);
  set_class (GTK_WIDGET (self->clock), "error", hf_promise_is_overdue (promise, now));
}

static void
show_head (HfPromiseDetail *self)
{
  const HfPromise *promise = self->shown->promise;
  g_autofree char *judged = hf_promise_words_judged (promise);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  promise->what, -1);
  gtk_label_set_text (self->what, promise->what);
  gtk_label_set_text (self->state, hf_choice_label (hf_promise_states, promise->state));
  gtk_label_set_text (self->judged, judged != NULL ? judged : "");
  gtk_widget_set_visible (GTK_WIDGET (self->judged), judged != NULL);
  show_clock (self);
}

static void
show_facts (HfPromiseDetail *self)
{
  const HfPromise *promise = self->shown->promise;
  g_autofree char *until = hf_promise_words_until (promise);
  g_autofree char *source = hf_promise_words_source (promise);
  g_autofree char *made = hf_promise_words_made (promise);
  set_words (self->customer, hf_promise_words_who (promise));
  set_words (self->owner, promise->owner != NULL ? promise->owner : _ ("Nobody was named"));
  set_words (self->until, until);
  set_words (self->source, source);
  set_words (self->made, made);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->customer),
                                    promise->customer_id != 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->source),
                                    promise->complaint_id != 0 || promise->interview_id != 0);
}

static void
add_line (HfPromiseDetail *self, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe);
  set_words (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->history, row);
}

static void
show_history (HfPromiseDetail *self)
{
  const GPtrArray *events = self->shown->events;
  hf_widget_empty_list (self->history);
  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *title = hf_promise_words_event_title (events->pdata[i]);
      g_autofree char *words = hf_promise_words_event (events->pdata[i]);
      add_line (self, title, words);
    }
  gtk_widget_set_visible (self->history_group, events->len > 0);
}

static void
enable (HfPromiseDetail *self, const char *const *acts, gboolean enabled)
{
  for (; *acts != NULL; acts++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), *acts, enabled);
}

static void
show_acts (HfPromiseDetail *self)
{
  gboolean shown = self->shown != NULL && self->shown->promise->id == self->id;
  gboolean open = shown && self->shown->promise->state == HF_PROMISE_OPEN;
  gtk_widget_set_visible (self->open_acts, open);
  gtk_widget_set_visible (self->ended_acts, shown && !open);
  enable (self, open_acts, open);
  enable (self, ended_acts, shown && !open);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfPromiseDetail) self = data;
  g_autoptr (GError) error = NULL;
  HfPromiseFile *shown = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  if (shown == NULL || self->store == NULL || shown->promise->id != self->id)
    {
      g_clear_pointer (&shown, hf_promise_file_free);
      /* While the server is away, what shows stays, and the window says so. */
      if (error != NULL && self->store != NULL
          && !g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE))
        hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                          hf_store_error_advice (error), error);
      return;
    }
  g_clear_pointer (&self->shown, hf_promise_file_free);
  self->shown = shown;
  show_head (self);
  show_facts (self);
  show_history (self);
  show_acts (self);
}

static void
load (HfPromiseDetail *self)
{
  if (self->id != 0)
    hf_store_read_newest (self->store, &self->reading, hf_promise_file_load,
                          g_memdup2 (&self->id, sizeof self->id), g_free,
                          (GDestroyNotify) hf_promise_file_free, on_loaded,
                          g_object_ref (self));
}

static gboolean
on_clock (gpointer data)
{
  HfPromiseDetail *self = data;
  if (self->shown != NULL)
    show_clock (self);
  return G_SOURCE_CONTINUE;
}

static void
on_row_activated (HfPromiseDetail *self, GtkListBoxRow *row)
{
  const HfPromise *promise = self->shown != NULL ? self->shown->promise : NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  if (promise == NULL)
    return;
  if (row == GTK_LIST_BOX_ROW (self->customer))
    gtk_widget_activate_action (widget, "win.open-customer", "x", promise->customer_id);
  else if (row == GTK_LIST_BOX_ROW (self->source) && promise->complaint_id != 0)
    gtk_widget_activate_action (widget, "win.open-complaint", "x", promise->complaint_id);
  else if (row == GTK_LIST_BOX_ROW (self->source))
    gtk_widget_activate_action (widget, "win.read-interview", "x", promise->interview_id);
}

static void
ask_end (GtkWidget *widget, HfPromiseState state)
{
  HfPromiseDetail *self = HF_PROMISE_DETAIL (widget);
  hf_promise_ask_end (widget, self->store, self->shown->promise, state);
}

static void
keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_end (widget, HF_PROMISE_KEPT);
}

static void
break_it (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_end (widget, HF_PROMISE_BROKEN);
}

static void
release (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_end (widget, HF_PROMISE_RELEASED);
}

static void
make_anew (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromiseDetail *self = HF_PROMISE_DETAIL (widget);
  hf_promise_ask_anew (widget, self->store, self->shown->promise);
}

static void
give (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromiseDetail *self = HF_PROMISE_DETAIL (widget);
  hf_promise_ask_give (widget, self->store, self->shown->promise);
}

static void
reopen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromiseDetail *self = HF_PROMISE_DETAIL (widget);
  hf_promise_act_reopen (widget, self->store, self->shown->promise);
}

static void
hf_promise_detail_dispose (GObject *object)
{
  HfPromiseDetail *self = HF_PROMISE_DETAIL (object);
  hf_store_stop_reading (&self->reading);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shown, hf_promise_file_free);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_PROMISE_DETAIL);
  G_OBJECT_CLASS (hf_promise_detail_parent_class)->dispose (object);
}

static void
hf_promise_detail_class_init (HfPromiseDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_promise_detail_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/promises/hf-promise-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, what);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, state);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, clock);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, judged);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, open_acts);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, ended_acts);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, customer);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, owner);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, until);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, source);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, made);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, history_group);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseDetail, history);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "promise.keep", NULL, keep);
  gtk_widget_class_install_action (widget_class, "promise.break", NULL, break_it);
  gtk_widget_class_install_action (widget_class, "promise.release", NULL, release);
  gtk_widget_class_install_action (widget_class, "promise.anew", NULL, make_anew);
  gtk_widget_class_install_action (widget_class, "promise.give", NULL, give);
  gtk_widget_class_install_action (widget_class, "promise.reopen", NULL, reopen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_promise_detail_init (HfPromiseDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_acts (self);
  self->clock_source = g_timeout_add_seconds (CLOCK_SECONDS, on_clock, self);
}

/**
 * hf_promise_detail_set_store:
 * @self: a detail
 * @store: where promises are
 *
 * Gives the detail its store; what shows follows its changes.
 */
void
hf_promise_detail_set_store (HfPromiseDetail *self, HfStore *store)
{
  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/**
 * hf_promise_detail_show:
 * @self: a detail
 * @id: a promise's key
 *
 * Shows a promise.
 */
void
hf_promise_detail_show (HfPromiseDetail *self, gint64 id)
{
  self->id = id;
  show_acts (self);
  load (self);
}

/**
 * hf_promise_detail_get_id:
 * @self: a detail
 *
 * Tells which promise shows.
 *
 * Returns: its key, 0 for none
 */
gint64
hf_promise_detail_get_id (HfPromiseDetail *self)
{
  return self->id;
}
