#include "config.h"

#include "hf-agenda-row.h"

#include "hf-agenda-closures.h"
#include "hf-appointment-closures.h"
#include "hf-moment-words.h"

/* An appointment: when, with whom, what about; and whether it is late or in another one's way.
 */
struct _HfAgendaRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *clock;
  GtkWidget *marks;
  GtkWidget *late_icon;
  GtkWidget *crowded_icon;
  GtkLabel *customer;
  GtkLabel *about;
  GtkLabel *late;
  GtkWidget *crowded;

  HfCallTask *task;
};

G_DEFINE_FINAL_TYPE (HfAgendaRow, hf_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
hf_agenda_row_dispose (GObject *object)
{
  g_clear_object (&HF_AGENDA_ROW (object)->task);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_AGENDA_ROW);
  G_OBJECT_CLASS (hf_agenda_row_parent_class)->dispose (object);
}

static void
hf_agenda_row_class_init (HfAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_agenda_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/agenda/hf-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, clock);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, marks);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, late_icon);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, crowded_icon);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, customer);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, about);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, late);
  gtk_widget_class_bind_template_child (widget_class, HfAgendaRow, crowded);
}

static void
hf_agenda_row_init (HfAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* In a column there is room for signs only; the words are in the tooltip. */
static void
show_marks (HfAgendaRow *self, const char *late, gboolean crowded, gboolean narrow)
{
  gtk_label_set_text (self->late, late != NULL ? late : "");
  gtk_widget_set_visible (GTK_WIDGET (self->late), late != NULL && !narrow);
  gtk_widget_set_visible (self->crowded, crowded && !narrow);
  gtk_widget_set_visible (self->late_icon, late != NULL && narrow);
  gtk_widget_set_visible (self->crowded_icon, crowded && narrow);
  gtk_widget_set_visible (self->marks, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->about), !narrow);
  if (late != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  if (crowded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "crowded");
}

static void
show_task (HfAgendaRow *self, const HfAgendaWork *work, gboolean narrow)
{
  gboolean crowded = hf_agenda_is_crowded (work->appointments, &work->rules, self->task);
  g_autofree char *clock = hf_moment_words_clock (self->task->appointment_at);
  g_autofree char *customer = hf_appointment_words_customer (self->task);
  g_autofree char *about = hf_agenda_words_about (self->task, work->staff_id);
  g_autofree char *late = hf_agenda_words_late (self->task, work->now);
  g_autofree char *words = hf_agenda_words_row (self->task, work->now, work->staff_id, crowded);
  gtk_label_set_text (self->clock, clock);
  gtk_label_set_text (self->customer, customer);
  gtk_label_set_text (self->about, about);
  show_marks (self, late, crowded, narrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  if (narrow)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

/**
 * hf_agenda_row_new:
 * @task: an appointment
 * @work: it and those around it
 * @narrow: whether it stands in one column of several
 *
 * Makes a row that shows it.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_agenda_row_new (HfCallTask *task, const HfAgendaWork *work, gboolean narrow)
{
  HfAgendaRow *self = g_object_new (HF_TYPE_AGENDA_ROW, NULL);
  self->task = g_object_ref (task);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), narrow ? GTK_ORIENTATION_VERTICAL
                                                               : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), narrow ? 0 : 18);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  show_task (self, work, narrow);
  return GTK_WIDGET (self);
}

/**
 * hf_agenda_row_get_task:
 * @self: a row
 *
 * Gives what it shows.
 *
 * Returns: (transfer none): the appointment
 */
HfCallTask *
hf_agenda_row_get_task (HfAgendaRow *self)
{
  return self->task;
}
