#include "config.h"

#include "hf-agenda-day.h"

#include <glib/gi18n.h>

#include "hf-agenda-closures.h"
#include "hf-agenda-row.h"
#include "hf-moment-words.h"
#include "hf-time.h"
#include "hf-widget.h"

/* One day's appointments under each other, alone or as a column of a week. */
struct _HfAgendaDay
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkLabel *name;
  GtkListBox *list;

  char *date;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfAgendaDay, hf_agenda_day, GTK_TYPE_WIDGET)

static void
on_selected (HfAgendaDay *self)
{
  if (self->list != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_activated (HfAgendaDay *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
hf_agenda_day_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_AGENDA_DAY);
  G_OBJECT_CLASS (hf_agenda_day_parent_class)->dispose (object);
}

static void
hf_agenda_day_finalize (GObject *object)
{
  g_free (HF_AGENDA_DAY (object)->date);
  G_OBJECT_CLASS (hf_agenda_day_parent_class)->finalize (object);
}

static void
hf_agenda_day_class_init (HfAgendaDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_agenda_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_agenda_day_finalize;

  signals[SELECTED] = g_signal_new ("selected", HF_TYPE_AGENDA_DAY, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", HF_TYPE_AGENDA_DAY, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "agendaday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/agenda/hf-agenda-day.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAgendaDay, heading);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaDay, name);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaDay, list);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
hf_agenda_day_init (HfAgendaDay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Between what was to be done by now and what is still to come. */
static void
add_now (HfAgendaDay *self, gint64 now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *clock = hf_moment_words_clock (now);
  /* Translators: the present time, such as 14:30. */
  g_autofree char *words = g_strdup_printf (_ ("now %s"), clock);
  GtkWidget *label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, "agenda-now");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static guint
add_rows (HfAgendaDay *self, const HfAgendaWork *work, gboolean narrow)
{
  g_autofree char *next = hf_time_add_days (self->date, 1);
  gint64 from = hf_time_start_of_day (self->date), to = hf_time_start_of_day (next);
  gboolean said = work->now < from || work->now >= to;
  guint count = 0;
  for (guint i = 0; i < work->appointments->len; i++)
    {
      HfCallTask *task = work->appointments->pdata[i];
      if (task->appointment_at < from || task->appointment_at >= to)
        continue;
      if (!said && task->appointment_at > work->now)
        {
          add_now (self, work->now);
          said = TRUE;
        }
      gtk_list_box_append (self->list, hf_agenda_row_new (task, work, narrow));
      count++;
    }
  if (!said && count > 0)
    add_now (self, work->now);
  return count;
}

/**
 * hf_agenda_day_new:
 * @date: YYYY-MM-DD
 * @work: appointments, those of other days among them
 * @narrow: whether it is one column of several
 *
 * Makes a widget that shows a day's appointments.
 *
 * Returns: (transfer none): the day
 */
HfAgendaDay *
hf_agenda_day_new (const char *date, const HfAgendaWork *work, gboolean narrow)
{
  HfAgendaDay *self = g_object_new (HF_TYPE_AGENDA_DAY, NULL);
  g_autofree char *today = hf_time_format_date (work->now);
  g_autofree char *name = hf_agenda_words_heading (date);
  self->date = g_strdup (date);
  g_autofree char *words = hf_agenda_words_column (date, add_rows (self, work, narrow));
  gtk_label_set_text (self->name, name);
  gtk_widget_set_visible (self->heading, narrow);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->heading), "s", date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (g_str_equal (today, date))
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  return self;
}

/**
 * hf_agenda_day_get_date:
 * @self: a day
 *
 * Tells which day it is.
 *
 * Returns: YYYY-MM-DD
 */
const char *
hf_agenda_day_get_date (HfAgendaDay *self)
{
  return self->date;
}

/**
 * hf_agenda_day_get_selected:
 * @self: a day
 *
 * Tells which appointment is selected.
 *
 * Returns: (transfer none) (nullable): the appointment
 */
HfCallTask *
hf_agenda_day_get_selected (HfAgendaDay *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? hf_agenda_row_get_task (HF_AGENDA_ROW (row)) : NULL;
}

/**
 * hf_agenda_day_set_current:
 * @self: a day
 * @current: whether it is the one that keys are about
 *
 * Marks the day among others; in those that are not, nothing is selected.
 */
void
hf_agenda_day_set_current (HfAgendaDay *self, gboolean current)
{
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
      gtk_list_box_unselect_all (self->list);
    }
}

/* The first where there is no such one. */
static GtkListBoxRow *
find_row (HfAgendaDay *self, gint64 task_id)
{
  GtkListBoxRow *found = NULL, *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (HF_IS_AGENDA_ROW (row)
        && (found == NULL || hf_agenda_row_get_task (HF_AGENDA_ROW (row))->id == task_id))
      found = row;
  return found;
}

/**
 * hf_agenda_day_select:
 * @self: a day
 * @task_id: the key of an appointment
 * @focus: whether the keyboard goes there, too
 *
 * Selects an appointment; the first where there is no such one.
 *
 * Returns: whether the day has any
 */
gboolean
hf_agenda_day_select (HfAgendaDay *self, gint64 task_id, gboolean focus)
{
  GtkListBoxRow *row = find_row (self, task_id);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  if (focus)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->heading);
  return row != NULL;
}
