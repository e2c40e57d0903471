#include "config.h"

#include "hf-today-escalated.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-escalation-closures.h"
#include "hf-widget.h"

static GtkWidget *
make_button (const HfEscalation *escalation)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("I Take Care"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button,
                               _ ("Note that you take care of this complaint (Ctrl+Shift+T)"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", escalation->complaint_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-care");
  return button;
}

static GtkWidget *
make_row (const HfEscalation *escalation, gint64 now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *step = hf_escalation_words_title (escalation);
  g_autofree char *words = hf_escalation_words_body (escalation, now);
  GtkWidget *icon = gtk_image_new_from_icon_name ("hf-warning-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  g_object_set (row, "title", step, "subtitle", words, "use-markup", FALSE, "title-lines", 2,
                "subtitle-lines", 0, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (escalation));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", escalation->complaint_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-complaint");
  return row;
}

/**
 * hf_today_escalated_show:
 * @list: a list in a group of its own
 * @escalations: (element-type HfEscalation): what who works here was told of, and nobody takes
 *   care of
 * @now: the present moment
 *
 * Shows the complaints that wait for a decision; the group is there only where one does.
 */
void
hf_today_escalated_show (GtkListBox *list, const GPtrArray *escalations, gint64 now)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_GROUP);
  hf_widget_empty_list (list);
  for (guint i = 0; i < escalations->len; i++)
    gtk_list_box_append (list, make_row (escalations->pdata[i], now));
  gtk_widget_set_visible (group, escalations->len > 0);
}
