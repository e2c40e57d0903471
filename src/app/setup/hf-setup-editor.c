#include "config.h"

#include "hf-setup-editor.h"

#include <glib/gi18n.h>

#include "hf-branch.h"
#include "hf-setup-entry.h"
#include "hf-suggestions.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-work-calendar.h"

/* Asks for a branch or a member of staff; it can only be saved once it is complete. */
struct _HfSetupEditor
{
  AdwMessageDialog parent_instance;

  GtkEditable *code;
  GtkEditable *name;
  GtkEditable *region;
  GtkEditable *zone;
  AdwComboRow *branch;
  GtkStringList *branch_names;
  AdwComboRow *calendar;
  GtkStringList *calendar_names;
  GtkSwitch *manager;
  GtkWidget *manager_row;
  GtkSwitch *active;
  GtkWidget *active_row;
  GtkLabel *problem;

  GStrv taken;          /* codes of the others */
  GPtrArray *branches;  /* (element-type HfBranch) (nullable) */
  GPtrArray *calendars; /* (element-type HfWorkCalendar) (nullable) */
};

G_DEFINE_FINAL_TYPE (HfSetupEditor, hf_setup_editor, ADW_TYPE_MESSAGE_DIALOG)

static void
on_changed (HfSetupEditor *self)
{
  g_autofree char *code = hf_text_trim (gtk_editable_get_text (self->code));
  gboolean taken = code != NULL && self->taken != NULL
                   && g_strv_contains ((const char *const *) self->taken, code);
  g_autofree char *zone = hf_setup_editor_get_zone (self);
  gboolean unknown = zone == NULL && !hf_text_is_blank (gtk_editable_get_text (self->zone));
  gboolean complete = code != NULL && !taken && !unknown
                      && !hf_text_is_blank (gtk_editable_get_text (self->name));
  hf_setup_entry_mark (self->code, taken);
  hf_setup_entry_mark (self->zone, unknown);
  gtk_label_set_label (self->problem, taken     ? _ ("Another one has this code already.")
                                      : unknown ? _ ("There is no such time zone.")
                                                : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), taken || unknown);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), HF_SETUP_EDITOR_SAVE,
                                           complete);
}

static void
on_enter (HfSetupEditor *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), HF_SETUP_EDITOR_SAVE))
    {
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), HF_SETUP_EDITOR_SAVE);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
hf_setup_editor_finalize (GObject *object)
{
  HfSetupEditor *self = HF_SETUP_EDITOR (object);
  g_strfreev (self->taken);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_clear_pointer (&self->calendars, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_setup_editor_parent_class)->finalize (object);
}

static void
hf_setup_editor_class_init (HfSetupEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_setup_editor_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, code);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, name);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, region);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, zone);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, branch);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, branch_names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, calendar);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, calendar_names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, manager);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, manager_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, active);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, active_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
}

static void
hf_setup_editor_init (HfSetupEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_suggestions_add_zones (ADW_ENTRY_ROW (self->zone));
}

/**
 * hf_setup_editor_new:
 * @parent: a widget of the window that it belongs to
 * @heading: what it asks for
 * @taken: (transfer full): the codes of the others, which cannot be given again
 *
 * Makes an empty editor for somebody or something new.
 *
 * Returns: (transfer none): the editor, not shown yet
 */
HfSetupEditor *
hf_setup_editor_new (GtkWidget *parent, const char *heading, GStrv taken)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  HfSetupEditor *self = g_object_new (HF_TYPE_SETUP_EDITOR, "transient-for", root, "heading",
                                      heading, NULL);
  self->taken = taken;
  on_changed (self);
  return self;
}

/**
 * hf_setup_editor_fill:
 * @self: an editor
 * @code: (nullable): the code
 * @name: (nullable): the name
 * @active: whether it is in use
 *
 * Shows what is stored, to be changed.
 */
void
hf_setup_editor_fill (HfSetupEditor *self, const char *code, const char *name, gboolean active)
{
  gtk_editable_set_text (self->code, code != NULL ? code : "");
  gtk_editable_set_text (self->name, name != NULL ? name : "");
  gtk_switch_set_active (self->active, active);
  gtk_widget_set_visible (self->active_row, TRUE);
}

/**
 * hf_setup_editor_ask_place:
 * @self: an editor
 * @region: (nullable): the region
 * @zone: (nullable): the time zone, such as Asia/Urumqi
 *
 * Asks for a region and a time zone, too.
 */
void
hf_setup_editor_ask_place (HfSetupEditor *self, const char *region, const char *zone)
{
  gtk_editable_set_text (self->zone, zone != NULL ? hf_time_zone_label (zone) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->zone), TRUE);
  gtk_editable_set_text (self->region, region != NULL ? region : "");
  gtk_widget_set_visible (GTK_WIDGET (self->region), TRUE);
}

/**
 * hf_setup_editor_ask_branch:
 * @self: an editor
 * @branches: (element-type HfBranch): the branches
 * @branch_id: the one that is chosen, 0: none
 *
 * Asks for a branch, too.
 */
void
hf_setup_editor_ask_branch (HfSetupEditor *self, GPtrArray *branches, gint64 branch_id)
{
  guint selected = 0;
  self->branches = g_ptr_array_ref (branches);
  for (guint i = 0; i < branches->len; i++)
    {
      const HfBranch *branch = g_ptr_array_index (branches, i);
      gtk_string_list_append (self->branch_names, branch->name);
      if (branch->id == branch_id)
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->branch, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->branch), TRUE);
}

/**
 * hf_setup_editor_ask_calendar:
 * @self: an editor
 * @calendars: (element-type HfWorkCalendar): the calendars
 * @calendar_id: the one that is chosen, 0: the firm's
 *
 * Asks for a calendar, too.
 */
void
hf_setup_editor_ask_calendar (HfSetupEditor *self, GPtrArray *calendars, gint64 calendar_id)
{
  guint selected = 0;
  self->calendars = g_ptr_array_ref (calendars);
  for (guint i = 0; i < calendars->len; i++)
    {
      const HfWorkCalendar *calendar = g_ptr_array_index (calendars, i);
      gtk_string_list_append (self->calendar_names, calendar->name);
      if (calendar->id == calendar_id)
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->calendar, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar), TRUE);
}

/**
 * hf_setup_editor_ask_manager:
 * @self: an editor
 * @is_manager: whether they are one
 *
 * Asks whether it is a manager, too.
 */
void
hf_setup_editor_ask_manager (HfSetupEditor *self, gboolean is_manager)
{
  gtk_switch_set_active (self->manager, is_manager);
  gtk_widget_set_visible (self->manager_row, TRUE);
}

/**
 * hf_setup_editor_get_manager:
 * @self: an editor
 *
 * Tells whether it is a manager.
 *
 * Returns: whether it is
 */
gboolean
hf_setup_editor_get_manager (HfSetupEditor *self)
{
  return gtk_switch_get_active (self->manager);
}

/**
 * hf_setup_editor_get_calendar_id:
 * @self: an editor
 *
 * Gives the calendar that was chosen.
 *
 * Returns: its key, 0: the firm's
 */
gint64
hf_setup_editor_get_calendar_id (HfSetupEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->calendar);
  if (self->calendars == NULL || selected == 0 || selected > self->calendars->len)
    return 0;
  return ((HfWorkCalendar *) g_ptr_array_index (self->calendars, selected - 1))->id;
}

/**
 * hf_setup_editor_get_code:
 * @self: an editor
 *
 * Gives the code as it was typed.
 *
 * Returns: the code
 */
const char *
hf_setup_editor_get_code (HfSetupEditor *self)
{
  return gtk_editable_get_text (self->code);
}

/**
 * hf_setup_editor_get_name:
 * @self: an editor
 *
 * Gives the name as it was typed.
 *
 * Returns: the name
 */
const char *
hf_setup_editor_get_name (HfSetupEditor *self)
{
  return gtk_editable_get_text (self->name);
}

/**
 * hf_setup_editor_get_region:
 * @self: an editor
 *
 * Gives the region as it was typed.
 *
 * Returns: the region, perhaps empty
 */
const char *
hf_setup_editor_get_region (HfSetupEditor *self)
{
  return gtk_editable_get_text (self->region);
}

/**
 * hf_setup_editor_get_zone:
 * @self: an editor
 *
 * Gives the time zone that was chosen or typed.
 *
 * Returns: (transfer full) (nullable): its identifier; %NULL for none
 */
char *
hf_setup_editor_get_zone (HfSetupEditor *self)
{
  return hf_time_zone_find (gtk_editable_get_text (self->zone));
}

/**
 * hf_setup_editor_get_branch_id:
 * @self: an editor
 *
 * Gives the branch that was chosen.
 *
 * Returns: its key, 0: none
 */
gint64
hf_setup_editor_get_branch_id (HfSetupEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->branch);
  if (self->branches == NULL || selected == 0 || selected > self->branches->len)
    return 0;
  return ((HfBranch *) g_ptr_array_index (self->branches, selected - 1))->id;
}

/**
 * hf_setup_editor_get_active:
 * @self: an editor
 *
 * Tells whether it is in use.
 *
 * Returns: whether it is
 */
gboolean
hf_setup_editor_get_active (HfSetupEditor *self)
{
  return gtk_switch_get_active (self->active);
}
