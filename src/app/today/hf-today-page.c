#include "config.h"

#include "hf-today-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-promise-act.h"
#include "hf-row-focus.h"
#include "hf-store.h"
#include "hf-time.h"
#include "hf-today-closures.h"
#include "hf-today-escalated.h"
#include "hf-today-next-call.h"
#include "hf-today-returned.h"
#include "hf-today-work.h"
#include "hf-widget.h"

/* How often the clocks are set. */
#define CLOCK_SECONDS 30

struct _HfTodayPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *failure;
  GtkWidget *next_call;
  GtkLabel *next_who;
  GtkFlowBox *counts;
  GtkWidget *all_done;
  GtkLabel *tomorrow;
  GtkWidget *promise_group;
  GtkListBox *promises;
  GtkListBox *returned;
  GtkListBox *escalated;
  GtkWidget *call_group;
  GtkListBox *calls;
  GtkLabel *more_calls;

  HfStore *store;
  GCancellable *reading;
  HfTodayWork *work; /* what shows, NULL before the first look */
  guint clock;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfTodayPage, hf_today_page, GTK_TYPE_WIDGET)

static void
on_kept (GtkButton *button, HfTodayPage *self)
{
  HfPromise *promise = g_object_get_data (G_OBJECT (button), "promise");
  hf_promise_act_end (GTK_WIDGET (self), self->store, promise, HF_PROMISE_KEPT, NULL);
}

static GtkWidget *
make_row (const char *title, const char *subtitle, GObject *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  return row;
}

/* How much time is left, where the eye finds it. */
static void
add_clock (HfTodayPage *self, GtkWidget *row, gint64 due_at)
{
  gboolean late = due_at < self->work->now;
  g_autofree char *words = hf_today_due_words (self->work->now, due_at);
  GtkWidget *label = gtk_label_new (words);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, late ? "error" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (late)
    gtk_widget_add_css_class (row, "late");
}

static GtkWidget *
make_promise_row (HfTodayPage *self, HfPromise *promise)
{
  g_autofree char *words = hf_today_promise_words (promise);
  GtkWidget *row = make_row (promise->what, words, G_OBJECT (promise));
  GtkWidget *clock = gtk_image_new_from_icon_name ("hf-clock-symbolic");
  gtk_widget_add_css_class (clock, promise->due_at < self->work->now ? "error" : "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), clock);
  add_clock (self, row, promise->due_at);

  GtkWidget *kept = gtk_button_new_with_label (C_ ("promise", "Kept"));
  gtk_widget_set_valign (kept, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (kept, _ ("The customer has what was promised"));
  g_object_set_data_full (G_OBJECT (kept), "promise", g_object_ref (promise), g_object_unref);
  g_signal_connect (kept, "clicked", G_CALLBACK (on_kept), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kept);
  return row;
}

static void
add_log_button (AdwActionRow *row, gint64 customer_id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("hf-edit-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.log-call");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", customer_id);
  gtk_widget_set_tooltip_text (button,
                               _ ("Note a call that was made without a guide (Ctrl+L)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Log a Call"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_call_row (HfTodayPage *self, HfCallTask *call)
{
  g_autofree char *title = hf_today_call_title (call);
  g_autofree char *words = hf_today_call_words (call, self->work->now, self->work->staff_id);
  GtkWidget *row = make_row (title, words, G_OBJECT (call));
  GtkWidget *icon = gtk_image_new_from_icon_name (
      call->appointment_at > 0 ? "hf-appointment-symbolic" : "hf-call-symbolic");
  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (call->appointment_at > 0)
    add_clock (self, row, call->appointment_at);
  add_log_button (ADW_ACTION_ROW (row), call->customer_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_count (GtkBox *pair, gint64 number, const char *label)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = gtk_label_new (text);
  GtkWidget *caption = gtk_label_new (label);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure");
  gtk_widget_add_css_class (figure, "title-1");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (pair, box);
}

/* Four stand in one line or in two, never three above one. */
static GtkBox *
add_pair (HfTodayPage *self)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_flow_box_insert (self->counts, pair, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (pair), FALSE);
  return GTK_BOX (pair);
}

static void
show_counts (HfTodayPage *self)
{
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (self->counts, 0)) != NULL)
    gtk_flow_box_remove (self->counts, GTK_WIDGET (child));
  GtkBox *calls = add_pair (self), *results = add_pair (self);
  add_count (calls, self->work->done.attempts, C_ ("today", "calls made today"));
  add_count (calls, self->work->done.reached, C_ ("today", "reached"));
  add_count (results, self->work->done.completed, C_ ("today", "interviews completed"));
  add_count (results, self->work->done.promises_kept, C_ ("today", "promises kept"));
}

static void
show_promises (HfTodayPage *self)
{
  hf_widget_empty_list (self->promises);
  for (guint i = 0; i < self->work->promises->len; i++)
    gtk_list_box_append (self->promises,
                         make_promise_row (self, g_ptr_array_index (self->work->promises, i)));
  gtk_widget_set_visible (self->promise_group, self->work->promises->len > 0);
}

static void
show_calls (HfTodayPage *self)
{
  GPtrArray *calls = self->work->calls;
  hf_widget_empty_list (self->calls);
  for (guint i = 0; i < calls->len; i++)
    gtk_list_box_append (self->calls, make_call_row (self, g_ptr_array_index (calls, i)));
  gtk_widget_set_visible (self->call_group, calls->len > 0);

  gint64 left = self->work->n_calls - calls->len;
  g_autofree char *more = g_strdup_printf (
      ngettext ("and %d more after these", "and %d more after these", left), (int) left);
  gtk_label_set_text (self->more_calls, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_calls), left > 0);
}

static void
show_next (HfTodayPage *self)
{
  gboolean any = self->work->calls->len > 0;
  gtk_widget_set_visible (self->next_call, any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next-call", any);
  if (!any)
    return;
  const HfCallTask *call = g_ptr_array_index (self->work->calls, 0);
  g_autofree char *title = hf_today_call_title (call);
  g_autofree char *words = hf_today_call_words (call, self->work->now, self->work->staff_id);
  /* Translators: a customer, then why and how often somebody is called. */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), title, words);
  gtk_label_set_text (self->next_who, text);
}

static gboolean
has_anything (HfTodayPage *self)
{
  return hf_today_work_is_left (self->work) || self->work->done.attempts > 0
         || self->work->n_tomorrow > 0;
}

static void
show_tomorrow (HfTodayPage *self)
{
  g_autofree char *words = hf_today_tomorrow_words (self->work->n_tomorrow);
  gtk_label_set_text (self->tomorrow, words);
  gtk_widget_set_visible (self->all_done, !hf_today_work_is_left (self->work));
}

static void
show_work (HfTodayPage *self)
{
  HfRowFocus focus = hf_row_focus_note (GTK_WIDGET (self));
  show_next (self);
  show_counts (self);
  show_tomorrow (self);
  hf_today_returned_show (self->returned, self->work->returned);
  hf_today_escalated_show (self->escalated, self->work->escalated, self->work->now);
  show_promises (self);
  show_calls (self);
  gtk_stack_set_visible_child_name (self->stack, has_anything (self) ? "work" : "empty");
  hf_row_focus_restore (&focus);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  HfTodayWork *work = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  if (work == NULL && hf_dialogs_keeps_content (self->stack, error))
    return;
  if (work == NULL)
    {
      adw_status_page_set_title (self->failure, hf_store_error_words (error));
      adw_status_page_set_description (self->failure, hf_store_error_advice (error));
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  g_clear_pointer (&self->work, hf_today_work_free);
  self->work = work;
  show_work (self);
}

static void
load (HfTodayPage *self)
{
  hf_store_read_newest (self->store, &self->reading, hf_today_work_load, NULL, NULL,
                        (GDestroyNotify) hf_today_work_free, on_loaded, g_object_ref (self));
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (HF_TODAY_PAGE (widget));
}

static gboolean
on_clock (gpointer data)
{
  HfTodayPage *self = data;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  return G_SOURCE_CONTINUE;
}

static void
on_promise_activated (GtkListBox *list, GtkListBoxRow *row, HfTodayPage *self)
{
  const HfPromise *promise = g_object_get_data (G_OBJECT (row), "record");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-promise", "x", promise->id);
}

static void
on_call_activated (GtkListBox *list, GtkListBoxRow *row, HfTodayPage *self)
{
  const HfCallTask *call = g_object_get_data (G_OBJECT (row), "record");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.start-interview", "x", call->customer_id);
}

static void
next_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfTodayPage *self = HF_TODAY_PAGE (widget);
  if (self->store != NULL && self->work != NULL && self->work->calls->len > 0)
    hf_today_next_call_start (GTK_WIDGET (self), self->store);
}

/* The customer whose row has the keyboard, else the one who is called next. */
static void
log_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfTodayPage *self = HF_TODAY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                                 : NULL;
  GObject *record = row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
  gint64 customer_id = self->work != NULL ? hf_today_work_find_customer (self->work, record)
                                          : 0;
  if (customer_id != 0)
    gtk_widget_activate_action (widget, "win.log-call", "x", customer_id);
  else
    gtk_widget_error_bell (widget);
}

static void
hf_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_TODAY_PAGE (object)->store);
}

static void
hf_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HF_TODAY_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_today_page_constructed (GObject *object)
{
  HfTodayPage *self = HF_TODAY_PAGE (object);
  G_OBJECT_CLASS (hf_today_page_parent_class)->constructed (object);
  if (self->store == NULL)
    return;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, on_clock, self);
  load (self);
}

static void
hf_today_page_dispose (GObject *object)
{
  HfTodayPage *self = HF_TODAY_PAGE (object);
  g_clear_handle_id (&self->clock, g_source_remove);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->work, hf_today_work_free);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (hf_today_page_parent_class)->dispose (object);
}

static void
hf_today_page_class_init (HfTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_today_page_get_property;
  object_class->set_property = hf_today_page_set_property;
  object_class->constructed = hf_today_page_constructed;
  object_class->dispose = hf_today_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/today/hf-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, failure);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, next_call);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, next_who);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, counts);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, all_done);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, tomorrow);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, promise_group);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, promises);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, returned);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, escalated);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, call_group);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, calls);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, more_calls);
  gtk_widget_class_bind_template_callback (widget_class, on_promise_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_call_activated);
  gtk_widget_class_install_action (widget_class, "page.next-call", NULL, next_call);
  gtk_widget_class_install_action (widget_class, "page.log-call", NULL, log_call);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_today_page_init (HfTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
