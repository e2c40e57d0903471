#include "config.h"

#include "hf-calendar-editor.h"

#include <glib/gi18n.h>

#include "hf-calendar-days.h"
#include "hf-calendar-file.h"
#include "hf-calendar-words.h"
#include "hf-dialogs.h"
#include "hf-moment-words.h"
#include "hf-setup-entry.h"
#include "hf-store-calendars.h"
#include "hf-suggestions.h"
#include "hf-text.h"
#include "hf-time-zone.h"

/* For so many years behind this one yearly holidays of a file are carried on. */
#define PASSED "passed" /* of a reading: how many events were not taken */
#define YEARS_AHEAD 2

/* A calendar that is made or changed; what was done is stored when it is saved. */
struct _HfCalendarEditor
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *zone;
  AdwPreferencesGroup *hours;
  HfCalendarDays *days;
  GtkWidget *page;
  GtkWidget *remove_group;
  GtkLabel *problem;

  GtkEditable *weekdays[HF_MOMENT_DAYS_A_WEEK];
  HfStore *store;
  HfWorkCalendar *calendar; /* a copy */
  GPtrArray *all;           /* (element-type HfWorkCalendar): those there are */
  GtkWidget *parent;        /* weak: where it is said that it was saved */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (HfCalendarEditor, hf_calendar_editor, ADW_TYPE_WINDOW)

static gpointer
save_calendar (HfStoreSession *session, gpointer calendar, GError **error)
{
  return hf_store_calendars_save (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static gpointer
remove_calendar (HfStoreSession *session, gpointer calendar, GError **error)
{
  return hf_store_calendars_remove (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static gboolean
read_hours (GtkEditable *entry, HfWorkHours *hours)
{
  g_autofree char *typed = hf_setup_entry_dup_hours (entry);
  return hf_work_hours_parse (hours, typed != NULL ? typed : "closed");
}

static char *
read_zone (HfCalendarEditor *self)
{
  return hf_time_zone_find (gtk_editable_get_text (self->zone));
}

static gboolean
is_taken (HfCalendarEditor *self)
{
  g_autofree char *name = hf_text_trim (gtk_editable_get_text (self->name));
  for (guint i = 0; i < self->all->len; i++)
    {
      const HfWorkCalendar *other = g_ptr_array_index (self->all, i);
      if (other->id != self->calendar->id && g_strcmp0 (other->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (HfCalendarEditor *self)
{
  g_autofree char *zone = read_zone (self);
  gboolean unknown = zone == NULL && !hf_text_is_blank (gtk_editable_get_text (self->zone));
  gboolean taken = is_taken (self);
  gboolean right = !unknown && !taken && !hf_text_is_blank (gtk_editable_get_text (self->name));
  hf_setup_entry_mark (self->zone, unknown);
  hf_setup_entry_mark (self->name, taken);
  gtk_label_set_label (self->problem, taken     ? _ ("Another calendar has this name already.")
                                      : unknown ? _ ("There is no such time zone.")
                                                : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), taken || unknown);
  for (gsize i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    {
      HfWorkHours hours;
      gboolean good = read_hours (self->weekdays[i], &hours);
      hf_setup_entry_mark (self->weekdays[i], !good);
      right = right && good;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.save", right);
}

static void
on_stored (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCalendarEditor) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  if (!done)
    {
      gtk_widget_set_sensitive (self->page, TRUE);
      on_changed (self);
      hf_dialogs_error (GTK_WIDGET (self), _ ("The calendar was not saved"), NULL, error);
      return;
    }
  if (self->parent != NULL)
    hf_dialogs_toast (self->parent, _ ("Calendar saved"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
store_it (HfCalendarEditor *self, HfStoreFunc func)
{
  gtk_widget_set_sensitive (self->page, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.save", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, func, g_object_ref (self->calendar),
                      g_object_unref, NULL, NULL, on_stored, g_object_ref (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCalendarEditor *self = HF_CALENDAR_EDITOR (widget);
  g_autofree char *zone = read_zone (self);
  hf_text_set (&self->calendar->name, gtk_editable_get_text (self->name));
  hf_work_calendar_set_time_zone (self->calendar, zone);
  for (gsize i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    read_hours (self->weekdays[i], &self->calendar->days[i]);
  store_it (self, save_calendar);
}

static void
on_remove_answer (AdwMessageDialog *dialog, const char *response, HfCalendarEditor *self)
{
  if (g_str_equal (response, "remove"))
    store_it (self, remove_calendar);
}

static void
ask_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwMessageDialog *dialog = hf_dialogs_new (
      GTK_WINDOW (widget), _ ("Remove this calendar?"),
      _ ("Branches that work by it work by the firm’s. What was promised stays when it was."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_answer), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_day (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_calendar_days_edit (HF_CALENDAR_EDITOR (widget)->days, NULL);
}

static void
tell_added (HfCalendarEditor *self, guint n_days, guint n_passed)
{
  g_autofree char *words = hf_calendar_words_read (n_days, n_passed);
  hf_calendar_days_show (self->days, self->calendar);
  hf_dialogs_toast (self->page, words);
}

static void
add_china (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCalendarEditor *self = HF_CALENDAR_EDITOR (widget);
  g_autoptr (HfWorkCalendar) china = hf_work_calendar_new ();
  hf_work_calendar_add_china (china);
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (china);
  hf_work_calendar_add_china (self->calendar);
  tell_added (self, days->len, 0);
}

static void
read_in_thread (GTask *task, gpointer self, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint n_passed = 0;
  GPtrArray *days = hf_calendar_file_read (path, g_date_time_get_year (now) + YEARS_AHEAD,
                                           &n_passed, &error);
  g_object_set_data (G_OBJECT (task), PASSED, GUINT_TO_POINTER (n_passed));
  if (days != NULL)
    g_task_return_pointer (task, days, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer unused)
{
  HfCalendarEditor *self = HF_CALENDAR_EDITOR (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->store == NULL)
    return;
  if (days == NULL)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("No day was imported"), error->message, NULL);
      return;
    }
  for (guint i = 0; i < days->len; i++)
    hf_work_calendar_add_day (self->calendar, g_ptr_array_index (days, i));
  tell_added (self, days->len,
              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (result), PASSED)));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, HfCalendarEditor *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL)
    hf_calendar_editor_import (self, path);
}

static void
choose_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCalendarEditor *self = HF_CALENDAR_EDITOR (widget);
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      _ ("Import Days"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Calendars and tables"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
hf_calendar_editor_dispose (GObject *object)
{
  HfCalendarEditor *self = HF_CALENDAR_EDITOR (object);
  g_clear_object (&self->store);
  g_clear_object (&self->calendar);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->parent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CALENDAR_EDITOR);
  G_OBJECT_CLASS (hf_calendar_editor_parent_class)->dispose (object);
}

static void
hf_calendar_editor_class_init (HfCalendarEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_calendar_editor_dispose;

  g_type_ensure (HF_TYPE_CALENDAR_DAYS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-calendar-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, name);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, zone);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, hours);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, days);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, page);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, remove_group);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarEditor, problem);
  gtk_widget_class_install_action (widget_class, "calendar.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "calendar.remove", NULL, ask_remove);
  gtk_widget_class_install_action (widget_class, "calendar.add-day", NULL, add_day);
  gtk_widget_class_install_action (widget_class, "calendar.add-china", NULL, add_china);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "calendar.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_weekday (HfCalendarEditor *self, gsize day)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hf_moment_words_weekday (day));
  adw_preferences_group_add (self->hours, row);
  self->weekdays[day] = GTK_EDITABLE (row);
}

static void
hf_calendar_editor_init (HfCalendarEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_suggestions_add_zones (ADW_ENTRY_ROW (self->zone));
  for (gsize i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    add_weekday (self, i);
}

static void
fill (HfCalendarEditor *self)
{
  const HfWorkCalendar *calendar = self->calendar;
  if (calendar->name != NULL)
    gtk_editable_set_text (self->name, calendar->name);
  if (!hf_text_is_blank (calendar->time_zone))
    gtk_editable_set_text (self->zone, hf_time_zone_label (calendar->time_zone));
  for (gsize i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    {
      g_autofree char *hours = calendar->days[i].n_spans > 0
                                   ? hf_work_hours_format (&calendar->days[i])
                                   : g_strdup ("");
      gtk_editable_set_text (self->weekdays[i], hours);
      g_signal_connect_swapped (self->weekdays[i], "changed", G_CALLBACK (on_changed), self);
    }
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->zone, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_set_visible (self->remove_group, calendar->id != 0);
  hf_calendar_days_show (self->days, self->calendar);
  on_changed (self);
}

/**
 * hf_calendar_editor_new:
 * @parent: a widget of the window that it belongs to
 * @store: the store
 * @calendar: (nullable): a calendar to change, %NULL for a new one
 * @all: (element-type HfWorkCalendar): those there are, whose names cannot be given again
 *
 * Makes a window that makes or changes a calendar.
 *
 * Returns: (transfer none): the window, not shown yet
 */
HfCalendarEditor *
hf_calendar_editor_new (GtkWidget *parent, HfStore *store, HfWorkCalendar *calendar,
                        GPtrArray *all)
{
  HfCalendarEditor *self = g_object_new (
      HF_TYPE_CALENDAR_EDITOR, "transient-for", gtk_widget_get_root (parent), "title",
      calendar != NULL ? _ ("Change Calendar") : _ ("New Calendar"), NULL);
  self->store = g_object_ref (store);
  self->calendar = calendar != NULL ? hf_work_calendar_copy (calendar)
                                    : hf_work_calendar_new ();
  self->all = g_ptr_array_ref (all);
  g_set_weak_pointer (&self->parent, parent);
  fill (self);
  return self;
}

/**
 * hf_calendar_editor_import:
 * @self: an editor
 * @path: a file of days
 *
 * Reads holidays and make-up workdays from a file beside the window, or says where it is wrong.
 */
void
hf_calendar_editor_import (HfCalendarEditor *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}
