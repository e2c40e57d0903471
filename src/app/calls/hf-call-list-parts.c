#include "config.h"

#include "hf-call-list-parts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-call-list-words.h"
#include "hf-widget.h"

static GtkWidget *
make_row (const HfCampaignShare *share, HfCampaignGrouping by)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = by == HF_CAMPAIGN_BY_STAFF
                               ? hf_call_list_words_whose (share)
                               : g_strdup (hf_choice_label (hf_loyalty_classes, share->grade));
  g_autofree char *progress = hf_call_list_words_progress (&share->count);
  g_autofree char *rates = hf_call_list_words_rates (share);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", progress, rates);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle,
                "subtitle-lines", 4, NULL);
  return row;
}

/**
 * hf_call_list_parts_show:
 * @list: a list in a group of its own
 * @shares: (element-type HfCampaignShare): how far call lists have come
 * @campaign_id: which of them is shown
 * @by: by whom, or by class
 *
 * Shows how far the parts of a call list have come; the group is there only where that says
 * more than the whole does.
 */
void
hf_call_list_parts_show (GtkListBox *list, GPtrArray *shares, gint64 campaign_id,
                         HfCampaignGrouping by)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_GROUP);
  g_autoptr (GPtrArray) parts = hf_campaign_shares_group (shares, campaign_id, by);
  hf_widget_empty_list (list);
  for (guint i = 0; i < parts->len; i++)
    gtk_list_box_append (list, make_row (parts->pdata[i], by));
  gtk_widget_set_visible (group, parts->len > 1);
}
