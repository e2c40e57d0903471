#include "config.h"

#include "hf-calendar-days.h"

#include <glib/gi18n.h>

#include "hf-calendar-words.h"
#include "hf-day-editor.h"
#include "hf-time.h"

/* The special days of a calendar, folded by their years. */
struct _HfCalendarDays
{
  AdwPreferencesGroup parent_instance;

  HfWorkCalendar *calendar; /* (nullable): the one that is changed */
  GPtrArray *days;          /* (element-type HfSpecialDay), as they are shown */
  GPtrArray *rows;          /* of the group */
  char *open_year;          /* (nullable): the one that was changed last */
};

G_DEFINE_FINAL_TYPE (HfCalendarDays, hf_calendar_days, ADW_TYPE_PREFERENCES_GROUP)

#define DAY_KEY "hf-day"
#define FILLED_KEY "hf-filled"

static void refresh (HfCalendarDays *self);

static void
change (HfCalendarDays *self, HfSpecialDay *before, HfSpecialDay *after)
{
  if (before != NULL)
    hf_work_calendar_remove_day (self->calendar, before->date);
  if (after != NULL)
    hf_work_calendar_add_day (self->calendar, after);
  g_free (self->open_year);
  self->open_year = g_strndup ((after != NULL ? after : before)->date, 4);
  refresh (self);
}

static void
on_response (HfDayEditor *editor, const char *response, HfCalendarDays *self)
{
  if (!g_str_equal (response, HF_DAY_EDITOR_SAVE))
    return;
  g_autoptr (HfSpecialDay) after = hf_day_editor_dup_day (editor);
  change (self, g_object_get_data (G_OBJECT (editor), DAY_KEY), after);
}

static HfSpecialDay *
get_day (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  return g_object_get_data (G_OBJECT (row), DAY_KEY);
}

static void
on_activated (GtkWidget *row, HfCalendarDays *self)
{
  hf_calendar_days_edit (self, get_day (row));
}

static void
on_remove (GtkWidget *button, HfCalendarDays *self)
{
  g_autoptr (HfSpecialDay) day = g_object_ref (get_day (button));
  change (self, day, NULL);
}

static GtkWidget *
new_day_row (HfCalendarDays *self, HfSpecialDay *day)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = hf_calendar_words_day_title (day);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle",
                hf_calendar_words_day_kind (day), "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), DAY_KEY, g_object_ref (day), g_object_unref);
  gtk_widget_set_tooltip_text (remove, _ ("Remove Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove Day"), -1);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

/* The rows of a year are made when it is first opened. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, HfCalendarDays *self)
{
  const char *year = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  if (!adw_expander_row_get_expanded (row)
      || g_object_get_data (G_OBJECT (row), FILLED_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (row), FILLED_KEY, row);
  for (guint i = 0; i < self->days->len; i++)
    {
      HfSpecialDay *day = g_ptr_array_index (self->days, i);
      if (g_str_has_prefix (day->date, year))
        adw_expander_row_add_row (row, new_day_row (self, day));
    }
}

static void
add_year (HfCalendarDays *self, const char *year)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *words = hf_calendar_words_year (self->days, year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), year);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_strcmp0 (year, self->open_year) == 0);
}

static void
add_warning (HfCalendarDays *self)
{
  g_autofree char *today = hf_time_today ();
  g_autofree char *words = hf_calendar_words_missing (self->calendar, today);
  if (words == NULL)
    return;
  GtkWidget *row = adw_action_row_new ();
  g_object_set (row, "title", words, "title-lines", 0, "icon-name", "hf-warning-symbolic",
                NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (HfCalendarDays *self)
{
  g_autofree char *year = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_unref (self->days);
  self->days = hf_work_calendar_list_days (self->calendar);
  add_warning (self);
  for (guint i = 0; i < self->days->len; i++)
    {
      const HfSpecialDay *day = g_ptr_array_index (self->days, i);
      if (year != NULL && g_str_has_prefix (day->date, year))
        continue;
      g_free (year);
      year = g_strndup (day->date, 4);
      add_year (self, year);
    }
}

static void
hf_calendar_days_finalize (GObject *object)
{
  HfCalendarDays *self = HF_CALENDAR_DAYS (object);
  g_clear_object (&self->calendar);
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->rows);
  g_free (self->open_year);
  G_OBJECT_CLASS (hf_calendar_days_parent_class)->finalize (object);
}

static void
hf_calendar_days_class_init (HfCalendarDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_calendar_days_finalize;
}

static void
hf_calendar_days_init (HfCalendarDays *self)
{
  self->days = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * hf_calendar_days_show:
 * @self: the days
 * @calendar: a calendar, which is changed at once by what is done here
 *
 * Shows the special days of a calendar.
 */
void
hf_calendar_days_show (HfCalendarDays *self, HfWorkCalendar *calendar)
{
  g_set_object (&self->calendar, calendar);
  refresh (self);
}

/**
 * hf_calendar_days_edit:
 * @self: the days
 * @day: (nullable): the one to change, %NULL for a new one
 *
 * Asks for a day.
 */
void
hf_calendar_days_edit (HfCalendarDays *self, HfSpecialDay *day)
{
  HfDayEditor *editor = hf_day_editor_new (GTK_WIDGET (self), day);
  if (day != NULL)
    g_object_set_data_full (G_OBJECT (editor), DAY_KEY, g_object_ref (day), g_object_unref);
  g_signal_connect_object (editor, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}
