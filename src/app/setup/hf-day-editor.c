#include "config.h"

#include "hf-day-editor.h"

#include <glib/gi18n.h>

#include "hf-setup-entry.h"
#include "hf-text.h"
#include "hf-time.h"

/* Asks for a day that is not like its weekday. */
struct _HfDayEditor
{
  AdwMessageDialog parent_instance;

  GtkEditable *date;
  GtkEditable *name;
  GtkSwitch *workday;
  GtkEditable *hours;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (HfDayEditor, hf_day_editor, ADW_TYPE_MESSAGE_DIALOG)

static void
on_changed (HfDayEditor *self)
{
  g_autoptr (HfSpecialDay) day = hf_day_editor_dup_day (self);
  g_autoptr (GError) error = NULL;
  gboolean no_date = !hf_text_is_blank (gtk_editable_get_text (self->date))
                     && day->date == NULL;
  gboolean right = hf_special_day_validate (day, &error);
  gboolean bad_hours = day->date != NULL && !right;
  hf_setup_entry_mark (self->date, no_date);
  hf_setup_entry_mark (self->hours, bad_hours);
  gtk_label_set_label (self->problem, no_date     ? _ ("There is no such day.")
                                      : bad_hours ? error->message
                                                  : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), no_date || bad_hours);
  gtk_widget_set_visible (GTK_WIDGET (self->hours), day->is_workday);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), HF_DAY_EDITOR_SAVE,
                                           right);
}

static void
on_enter (HfDayEditor *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), HF_DAY_EDITOR_SAVE))
    {
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), HF_DAY_EDITOR_SAVE);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
hf_day_editor_class_init (HfDayEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-day-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfDayEditor, date);
  gtk_widget_class_bind_template_child (widget_class, HfDayEditor, name);
  gtk_widget_class_bind_template_child (widget_class, HfDayEditor, workday);
  gtk_widget_class_bind_template_child (widget_class, HfDayEditor, hours);
  gtk_widget_class_bind_template_child (widget_class, HfDayEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
}

static void
hf_day_editor_init (HfDayEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * hf_day_editor_new:
 * @parent: a widget of the window that it belongs to
 * @day: (nullable): a day to change, %NULL for a new one
 *
 * Makes the form for a holiday or a make-up workday.
 *
 * Returns: (transfer none): the editor, not shown yet
 */
HfDayEditor *
hf_day_editor_new (GtkWidget *parent, const HfSpecialDay *day)
{
  HfDayEditor *self = g_object_new (HF_TYPE_DAY_EDITOR, "transient-for",
                                    gtk_widget_get_root (parent), "heading",
                                    day != NULL ? _ ("Change Day") : _ ("New Day"), NULL);
  if (day != NULL)
    {
      set_text (self->date, day->date);
      set_text (self->name, day->name);
      set_text (self->hours, day->hours);
      gtk_switch_set_active (self->workday, day->is_workday);
    }
  on_changed (self);
  return self;
}

/**
 * hf_day_editor_dup_day:
 * @self: an editor
 *
 * Gives what the form says.
 *
 * Returns: (transfer full): the day, without a date where none is understood
 */
HfSpecialDay *
hf_day_editor_dup_day (HfDayEditor *self)
{
  HfSpecialDay *day = hf_special_day_new ();
  day->date = hf_time_parse_date (gtk_editable_get_text (self->date));
  hf_text_set (&day->name, gtk_editable_get_text (self->name));
  day->is_workday = gtk_switch_get_active (self->workday);
  if (day->is_workday)
    day->hours = hf_setup_entry_dup_hours (self->hours);
  return day;
}
