#include "config.h"

#include "hf-suggestions.h"

#include <glib/gi18n.h>

#include "hf-time-zone.h"

#define MAX_HEIGHT 300

#define BUTTON "suggestions"

static void
on_suggestion (GtkListBox *list, GtkListBoxRow *chosen, GtkEditable *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (chosen);
  gtk_editable_set_text (row, gtk_label_get_text (GTK_LABEL (label)));
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
}

static GtkWidget *
make_list (AdwEntryRow *row, const char *const *suggestions)
{
  GtkWidget *list = gtk_list_box_new ();
  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (suggestions[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_suggestion), row, 0);
  return list;
}

/**
 * hf_suggestions_add:
 * @row: a row in which a short text is typed
 * @suggestions: (array zero-terminated=1): values
 * @tooltip: what the button that shows them says
 *
 * Offers values to choose from, instead of those offered before; others can still be typed.
 */
void
hf_suggestions_add (AdwEntryRow *row, const char *const *suggestions, const char *tooltip)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (row), BUTTON);
  if (before != NULL)
    adw_entry_row_remove (row, before);
  g_object_set_data (G_OBJECT (row), BUTTON, NULL);
  if (suggestions[0] == NULL)
    return;
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_object_set (scrolled, "child", make_list (row, suggestions), "hscrollbar-policy",
                GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                MAX_HEIGHT, NULL);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "menu");
  GtkWidget *button = gtk_menu_button_new ();
  g_object_set (button, "popover", popover, "icon-name", "pan-down-symbolic", "valign",
                GTK_ALIGN_CENTER, "tooltip-text", tooltip, NULL);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (row, button);
  g_object_set_data (G_OBJECT (row), BUTTON, button);
}

/**
 * hf_suggestions_add_zones:
 * @row: a row in which a time zone is typed
 *
 * Offers the time zones that have a name.
 */
void
hf_suggestions_add_zones (AdwEntryRow *row)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (const HfTimeZone *zone = hf_time_zones; zone->id != NULL; zone++)
    g_ptr_array_add (labels, (char *) hf_time_zone_label (zone->id));
  g_ptr_array_add (labels, NULL);
  hf_suggestions_add (row, (const char *const *) labels->pdata, _ ("Choose a time zone"));
}
