#include "config.h"

#include "hf-manager-group.h"

#include <glib/gi18n.h>

#include "hf-manager-closures.h"
#include "hf-manager-period.h"

/* Who looked after a customer, the last first. */
struct _HfManagerGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *nobody;
  GPtrArray *rows; /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (HfManagerGroup, hf_manager_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, const char *action,
            const HfManagerPeriod *period)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", period->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  period->account_manager, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (const HfManagerPeriod *period)
{
  g_autofree char *words = hf_manager_words_period (period);
  GtkWidget *row = adw_action_row_new ();
  g_object_set (row, "use-markup", FALSE, "title", period->account_manager, "subtitle", words,
                NULL);
  add_button (row, "document-edit-symbolic", _ ("Correct this period"), "customer.edit-manager",
              period);
  add_button (row, "user-trash-symbolic", _ ("Take this period out of the history"),
              "customer.remove-manager", period);
  return row;
}

static void
hf_manager_group_finalize (GObject *object)
{
  g_ptr_array_unref (HF_MANAGER_GROUP (object)->rows);
  G_OBJECT_CLASS (hf_manager_group_parent_class)->finalize (object);
}

static void
hf_manager_group_class_init (HfManagerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_manager_group_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-manager-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HfManagerGroup, nobody);
}

static void
hf_manager_group_init (HfManagerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * hf_manager_group_show:
 * @self: the group
 * @periods: (element-type HfManagerPeriod): the first one first
 *
 * Shows who looked after a customer.
 */
void
hf_manager_group_show (HfManagerGroup *self, GPtrArray *periods)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = periods->len; i > 0; i--)
    {
      GtkWidget *row = make_row (g_ptr_array_index (periods, i - 1));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->nobody, periods->len == 0);
}
