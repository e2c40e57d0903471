#include "config.h"

#include "hf-call-list-staff.h"

#include <glib/gi18n.h>

#include "hf-staff.h"

/* Who is to call those on a list, one after the other; nobody named: everybody. */
struct _HfCallListStaff
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *expander;
  GPtrArray *members; /* (element-type HfStaff): those who can be named */
  GPtrArray *checks;  /* (element-type GtkCheckButton): theirs, borrowed */
};

G_DEFINE_FINAL_TYPE (HfCallListStaff, hf_call_list_staff, ADW_TYPE_PREFERENCES_GROUP)

static void
show_chosen (HfCallListStaff *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (names, ((HfStaff *) self->members->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list. */
  g_autofree char *all = g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
  adw_expander_row_set_subtitle (
      self->expander, *all != '\0' ? all : _ ("Everybody takes the next one who waits"));
}

static void
hf_call_list_staff_dispose (GObject *object)
{
  HfCallListStaff *self = HF_CALL_LIST_STAFF (object);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_call_list_staff_parent_class)->dispose (object);
}

static void
hf_call_list_staff_class_init (HfCallListStaffClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_call_list_staff_dispose;
}

static void
hf_call_list_staff_init (HfCallListStaff *self)
{
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  g_object_set (self->expander, "title", _ ("Who calls"), "use-markup", FALSE, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->expander));
  show_chosen (self);
}

static void
add_member (HfCallListStaff *self, HfStaff *member)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_object_set (row, "use-markup", FALSE, "title", member->name, "subtitle", member->branch,
                NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  member->name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_chosen), self);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->members, g_object_ref (member));
  g_ptr_array_add (self->checks, check);
}

static gboolean
is_named (const GArray *staff_ids, gint64 id)
{
  for (guint i = 0; i < staff_ids->len; i++)
    if (g_array_index (staff_ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * hf_call_list_staff_offer:
 * @self: a form that offers nobody yet
 * @staff: (element-type HfStaff): the staff
 * @staff_ids: (nullable) (element-type gint64): the keys of those who are named already; others
 *   who have left are not offered
 *
 * Sets who can be named.
 */
void
hf_call_list_staff_offer (HfCallListStaff *self, GPtrArray *staff, const GArray *staff_ids)
{
  for (guint i = 0; i < staff->len; i++)
    {
      HfStaff *member = staff->pdata[i];
      if (member->active || (staff_ids != NULL && is_named (staff_ids, member->id)))
        add_member (self, member);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->members->len > 0);
}

/**
 * hf_call_list_staff_show:
 * @self: a form
 * @staff_ids: (element-type gint64): the keys of those who are to call
 *
 * Shows who is to call.
 */
void
hf_call_list_staff_show (HfCallListStaff *self, const GArray *staff_ids)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (
        self->checks->pdata[i],
        is_named (staff_ids, ((HfStaff *) self->members->pdata[i])->id));
}

/**
 * hf_call_list_staff_read:
 * @self: a form
 * @staff_ids: (element-type gint64): gets the keys of those who were named
 *
 * Reads who is to call.
 */
void
hf_call_list_staff_read (HfCallListStaff *self, GArray *staff_ids)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (staff_ids, ((HfStaff *) self->members->pdata[i])->id);
}
