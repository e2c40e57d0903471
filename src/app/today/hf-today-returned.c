#include "config.h"

#include "hf-today-returned.h"

#include <adwaita.h>

#include "hf-review-closures.h"
#include "hf-widget.h"

static GtkWidget *
make_row (const HfReview *review)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = hf_review_words_line (review);
  g_autofree char *title = g_markup_escape_text (review->customer, -1);
  g_autofree char *subtitle = g_markup_escape_text (line, -1);
  GtkWidget *icon = gtk_image_new_from_icon_name ("hf-warning-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.start-interview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", review->customer_id);
  return row;
}

/**
 * hf_today_returned_show:
 * @list: a list in a group of its own
 * @returned: (element-type HfReview): interviews that the supervisor returned
 *
 * Shows what is to be done again; the group is there only where something is.
 */
void
hf_today_returned_show (GtkListBox *list, const GPtrArray *returned)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_GROUP);
  hf_widget_empty_list (list);
  for (guint i = 0; i < returned->len; i++)
    gtk_list_box_append (list, make_row (returned->pdata[i]));
  gtk_widget_set_visible (group, returned->len > 0);
}
