#include "config.h"

#include "hf-agenda-page-private.h"

#include <glib/gi18n.h>

#include "hf-agenda-closures.h"
#include "hf-agenda-day.h"
#include "hf-appointment-closures.h"
#include "hf-dialogs.h"
#include "hf-moment-words.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* How often it is looked what other desks did, and what is late. */
#define CLOCK_SECONDS 30
#define DAY_WIDTH 760
#define WEEK_WIDTH 2400

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfAgendaPage, hf_agenda_page, GTK_TYPE_WIDGET)

/**
 * hf_agenda_page_is_week:
 * @self: a page
 *
 * Tells whether a whole week shows.
 *
 * Returns: whether it does
 */
gboolean
hf_agenda_page_is_week (HfAgendaPage *self)
{
  return gtk_toggle_button_get_active (self->by_week);
}

static HfAgendaDay *
find_day (HfAgendaPage *self, const char *date)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  while (child != NULL && !g_str_equal (hf_agenda_day_get_date (HF_AGENDA_DAY (child)), date))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? HF_AGENDA_DAY (child) : NULL;
}

/**
 * hf_agenda_page_get_selected:
 * @self: a page
 *
 * Tells which appointment is selected.
 *
 * Returns: (transfer none) (nullable): the appointment
 */
HfCallTask *
hf_agenda_page_get_selected (HfAgendaPage *self)
{
  HfAgendaDay *day = self->date != NULL ? find_day (self, self->date) : NULL;
  return day != NULL ? hf_agenda_day_get_selected (day) : NULL;
}

static void
show_selected (HfAgendaPage *self)
{
  HfCallTask *task = hf_agenda_page_get_selected (self);
  gtk_widget_set_visible (self->bar, task != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.call", task != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.move", task != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.cancel", task != NULL);
  if (task == NULL)
    return;
  g_autofree char *who = hf_appointment_words_customer (task);
  g_autofree char *detail = hf_agenda_words_detail (task, self->work->now,
                                                    self->work->staff_id);
  self->task_id = task->id;
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->detail, detail);
}

/* Only the day that keys are about has an appointment that is selected. */
static void
mark_current (HfAgendaPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      HfAgendaDay *day = HF_AGENDA_DAY (child);
      hf_agenda_day_set_current (day,
                                 hf_agenda_page_is_week (self)
                                     && g_str_equal (hf_agenda_day_get_date (day), self->date));
    }
}

static void
on_selected (HfAgendaDay *day, HfAgendaPage *self)
{
  if (self->filling || hf_agenda_day_get_selected (day) == NULL)
    return;
  self->filling = TRUE;
  hf_text_set (&self->date, hf_agenda_day_get_date (day));
  mark_current (self);
  self->filling = FALSE;
  show_selected (self);
}

static void
add_days (HfAgendaPage *self)
{
  gboolean week = hf_agenda_page_is_week (self);
  g_autofree char *first = hf_agenda_first_day (self->date, week);
  for (int i = 0; i < (week ? HF_MOMENT_DAYS_A_WEEK : 1); i++)
    {
      g_autofree char *date = hf_time_add_days (first, i);
      HfAgendaDay *day = hf_agenda_day_new (date, self->work, week);
      g_signal_connect_object (day, "selected", G_CALLBACK (on_selected), self, 0);
      g_signal_connect_object (day, "activated", G_CALLBACK (hf_agenda_page_call), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->columns, GTK_WIDGET (day));
    }
}

/* The keyboard stays where it was, on the page or beside it. */
static void
go_to_day (HfAgendaPage *self, gboolean focus)
{
  HfAgendaDay *day = find_day (self, self->date);
  gboolean empty = self->work->appointments->len == 0;
  self->filling = TRUE;
  mark_current (self);
  if (day != NULL)
    hf_agenda_day_select (day, self->task_id, focus && !empty);
  if (hf_agenda_page_is_week (self) && !empty && day != NULL
      && hf_agenda_day_get_selected (day) == NULL)
    self->task_id = 0;
  self->filling = FALSE;
  if (focus && empty)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  show_selected (self);
}

static void
show_overdue (HfAgendaPage *self)
{
  gint64 overdue_at = self->work->overdue_at;
  gtk_widget_set_visible (self->overdue_bar, overdue_at != 0);
  if (overdue_at == 0)
    return;
  g_autofree char *when = hf_moment_words_near (overdue_at, self->work->now);
  /* Translators: when an appointment was. */
  g_autofree char *words = g_strdup_printf (_ ("A customer has been waiting since %s."), when);
  gtk_label_set_text (self->overdue, words);
}

static void
show_empty (HfAgendaPage *self)
{
  gint64 next_at = self->work->next_at;
  adw_status_page_set_title (self->empty, hf_agenda_page_is_week (self)
                                              ? _ ("No appointment in this week")
                                              : _ ("No appointment on this day"));
  GtkActionable *next = GTK_ACTIONABLE (self->next);
  /* No action may meet what another one is called with. */
  gtk_actionable_set_action_name (next, NULL);
  gtk_actionable_set_action_target_value (next,
                                          next_at != 0 ? NULL : g_variant_new_string ("today"));
  gtk_actionable_set_action_name (next, next_at != 0 ? "page.next" : "win.show-page");
  g_autofree char *when = next_at != 0 ? hf_moment_words_near (next_at, self->work->now) : NULL;
  /* Translators: when the next appointment is. */
  g_autofree char *words = when != NULL ? g_strdup_printf (_ ("_Next: %s"), when)
                                        : g_strdup (_ ("Show _Today"));
  gtk_button_set_label (self->next, words);
}

/**
 * hf_agenda_page_has_focus:
 * @self: a page
 *
 * Tells whether the keyboard is on the days, and not on the buttons above.
 *
 * Returns: whether it is
 */
gboolean
hf_agenda_page_has_focus (HfAgendaPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL
         || gtk_widget_is_focus (GTK_WIDGET (self));
}

static void
show_work (HfAgendaPage *self)
{
  gboolean focus = hf_agenda_page_has_focus (self) || self->moving;
  gboolean empty = self->work->appointments->len == 0;
  self->filling = TRUE;
  hf_widget_empty_box (self->columns);
  add_days (self);
  self->filling = FALSE;
  adw_clamp_set_maximum_size (self->clamp,
                              hf_agenda_page_is_week (self) ? WEEK_WIDTH : DAY_WIDTH);
  gtk_widget_set_visible (self->more, self->work->appointments->len == HF_AGENDA_MOST);
  show_overdue (self);
  show_empty (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "days");
  go_to_day (self, focus);
  self->moving = FALSE;
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfAgendaPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfAgendaWork) work = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (work != NULL)
    {
      g_clear_pointer (&self->work, hf_agenda_work_free);
      self->work = g_steal_pointer (&work);
      show_work (self);
    }
  else
    hf_dialogs_show_failure (self->stack, self->failure, error);
}

/**
 * hf_agenda_page_load:
 * @self: a page
 *
 * Reads the appointments of the days that show.
 */
void
hf_agenda_page_load (HfAgendaPage *self)
{
  g_autofree char *title = hf_agenda_words_title (self->date, hf_agenda_page_is_week (self));
  g_autofree char *first = hf_agenda_first_day (self->date, hf_agenda_page_is_week (self));
  g_autofree char *next = hf_time_add_days (
      first, hf_agenda_page_is_week (self) ? HF_MOMENT_DAYS_A_WEEK : 1);
  HfAgendaSpan span = { hf_time_start_of_day (first), hf_time_start_of_day (next),
                        gtk_toggle_button_get_active (self->everybodys) };
  gtk_label_set_text (self->title, title);
  hf_store_read_newest (self->store, &self->cancellable, hf_agenda_work_load,
                        g_memdup2 (&span, sizeof span), g_free,
                        (GDestroyNotify) hf_agenda_work_free, on_loaded, g_object_ref (self));
}

/**
 * hf_agenda_page_go_to:
 * @self: a page
 * @date: YYYY-MM-DD
 *
 * Goes to a day; one that shows already needs no other look at the store.
 */
void
hf_agenda_page_go_to (HfAgendaPage *self, const char *date)
{
  gboolean shows = self->work != NULL && find_day (self, date) != NULL;
  hf_text_set (&self->date, date);
  self->task_id = 0;
  if (shows)
    go_to_day (self, TRUE);
  self->moving = !shows;
  if (!shows && self->store != NULL)
    hf_agenda_page_load (self);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfAgendaPage *self)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) == 0
         && hf_agenda_page_press (self, keyval);
}

static void
on_view (HfAgendaPage *self)
{
  self->moving = self->moving || hf_agenda_page_has_focus (self);
  if (self->store != NULL && self->date != NULL)
    hf_agenda_page_load (self);
}

static void
on_store_changed (HfAgendaPage *self, guint topics)
{
  if ((topics & (HF_STORE_QUEUE | HF_STORE_CUSTOMERS | HF_STORE_STAFF)) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    hf_agenda_page_load (self);
}

static gboolean
on_clock (gpointer data)
{
  hf_agenda_page_load (data);
  return G_SOURCE_CONTINUE;
}

/* What changed while the page was away shows when it comes back. */
static void
hf_agenda_page_map (GtkWidget *widget)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  GTK_WIDGET_CLASS (hf_agenda_page_parent_class)->map (widget);
  if (self->store == NULL)
    return;
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, on_clock, self);
  self->moving = TRUE;
  hf_agenda_page_load (self);
}

static void
hf_agenda_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&HF_AGENDA_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (hf_agenda_page_parent_class)->unmap (widget);
}

static void
hf_agenda_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_AGENDA_PAGE (object)->store);
}

static void
hf_agenda_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (object);
  self->store = g_value_dup_object (value);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
hf_agenda_page_dispose (GObject *object)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (object);
  g_clear_handle_id (&self->clock, g_source_remove);
  hf_store_stop_reading (&self->cancellable);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_AGENDA_PAGE);
  g_clear_pointer (&self->work, hf_agenda_work_free);
  G_OBJECT_CLASS (hf_agenda_page_parent_class)->dispose (object);
}

static void
hf_agenda_page_finalize (GObject *object)
{
  g_free (HF_AGENDA_PAGE (object)->date);
  G_OBJECT_CLASS (hf_agenda_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/agenda/hf-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, title);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, by_week);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, by_day);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, everybodys);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, overdue_bar);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, failure);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, next);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, columns);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, more);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, who);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_view);
}

static void
hf_agenda_page_class_init (HfAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_agenda_page_get_property;
  object_class->set_property = hf_agenda_page_set_property;
  object_class->dispose = hf_agenda_page_dispose;
  object_class->finalize = hf_agenda_page_finalize;
  widget_class->map = hf_agenda_page_map;
  widget_class->unmap = hf_agenda_page_unmap;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  hf_agenda_page_install_actions (widget_class);
  bind_template (widget_class);
}

static void
hf_agenda_page_init (HfAgendaPage *self)
{
  self->date = hf_time_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  show_selected (self);
}
