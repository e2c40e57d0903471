#include "config.h"

#include "hf-agenda-page-private.h"

#include "hf-appointment-act.h"
#include "hf-appointment-dialog.h"
#include "hf-moment-words.h"
#include "hf-text.h"
#include "hf-time.h"

static void
go_by (HfAgendaPage *self, int days)
{
  g_autofree char *date = hf_time_add_days (self->date, days);
  hf_agenda_page_go_to (self, date);
}

static int
get_direction (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static void
step (GtkWidget *widget, const char *action, GVariant *direction)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  go_by (self, g_variant_get_int32 (direction)
                   * (hf_agenda_page_is_week (self) ? HF_MOMENT_DAYS_A_WEEK : 1));
}

static void
show_day (GtkWidget *widget, const char *action, GVariant *date)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  hf_text_set (&self->date, g_variant_get_string (date, NULL));
  self->moving = TRUE;
  gtk_toggle_button_set_active (self->by_day, TRUE);
}

static void
show_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *today = hf_time_today ();
  hf_agenda_page_go_to (HF_AGENDA_PAGE (widget), today);
}

static void
go_to_moment (HfAgendaPage *self, gint64 moment)
{
  g_autofree char *date = hf_time_format_date (moment);
  if (date != NULL)
    hf_agenda_page_go_to (self, date);
}

static void
show_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  go_to_moment (self, self->work != NULL ? self->work->next_at : 0);
}

static void
show_first_overdue (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  go_to_moment (self, self->work != NULL ? self->work->overdue_at : 0);
}

static void
call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_agenda_page_call (HF_AGENDA_PAGE (widget));
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  HfCallTask *task = hf_agenda_page_get_selected (self);
  if (task != NULL)
    gtk_window_present (GTK_WINDOW (hf_appointment_dialog_new (widget, self->store, task)));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAgendaPage *self = HF_AGENDA_PAGE (widget);
  HfCallTask *task = hf_agenda_page_get_selected (self);
  if (task != NULL)
    hf_appointment_act_cancel (widget, self->store, task);
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_agenda_page_load (HF_AGENDA_PAGE (widget));
}

static gboolean
on_arrow (HfAgendaPage *self, guint keyval)
{
  int forward = get_direction (GTK_WIDGET (self));
  if (keyval == GDK_KEY_Left)
    go_by (self, -forward);
  else if (keyval == GDK_KEY_Right)
    go_by (self, forward);
  else if (keyval == GDK_KEY_Page_Up)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.step", "i", -1);
  else if (keyval == GDK_KEY_Page_Down)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.step", "i", 1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_letter (HfAgendaPage *self, guint keyval)
{
  GtkWidget *widget = GTK_WIDGET (self);
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_t:
      return gtk_widget_activate_action (widget, "page.today", NULL);
    case GDK_KEY_d:
      gtk_toggle_button_set_active (self->by_day, TRUE);
      return TRUE;
    case GDK_KEY_w:
      gtk_toggle_button_set_active (self->by_week, TRUE);
      return TRUE;
    case GDK_KEY_m:
      return gtk_widget_activate_action (widget, "page.move", NULL);
    case GDK_KEY_Delete:
      return gtk_widget_activate_action (widget, "page.cancel", NULL);
    default:
      return FALSE;
    }
}

/**
 * hf_agenda_page_call:
 * @self: a page
 *
 * Starts the call for which the selected appointment is.
 */
void
hf_agenda_page_call (HfAgendaPage *self)
{
  HfCallTask *task = hf_agenda_page_get_selected (self);
  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-interview", "x",
                                task->customer_id);
}

/**
 * hf_agenda_page_press:
 * @self: a page
 * @keyval: a key that was pressed where no text is typed
 *
 * Does what a single key stands for. Arrows go from day to day on the days and where there are
 * none; on the buttons above they have their usual sense.
 *
 * Returns: whether it stands for something
 */
gboolean
hf_agenda_page_press (HfAgendaPage *self, guint keyval)
{
  return (hf_agenda_page_has_focus (self) && on_arrow (self, keyval))
         || on_letter (self, keyval);
}

/**
 * hf_agenda_page_install_actions:
 * @klass: the page's class
 *
 * Installs the "page." actions.
 */
void
hf_agenda_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.today", NULL, show_today);
  gtk_widget_class_install_action (klass, "page.step", "i", step);
  gtk_widget_class_install_action (klass, "page.show-day", "s", show_day);
  gtk_widget_class_install_action (klass, "page.next", NULL, show_next);
  gtk_widget_class_install_action (klass, "page.overdue", NULL, show_first_overdue);
  gtk_widget_class_install_action (klass, "page.call", NULL, call);
  gtk_widget_class_install_action (klass, "page.move", NULL, move);
  gtk_widget_class_install_action (klass, "page.cancel", NULL, cancel);
  gtk_widget_class_install_action (klass, "page.reload", NULL, reload);
}
