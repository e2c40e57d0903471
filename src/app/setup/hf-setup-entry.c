#include "config.h"

#include "hf-setup-entry.h"

static gboolean
is_being_typed_in (GtkEditable *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         && gtk_widget_get_mapped (GTK_WIDGET (entry));
}

/**
 * hf_setup_entry_show:
 * @entry: an entry
 * @text: (nullable): what is stored
 *
 * Shows what is stored, unless somebody is typing there.
 */
void
hf_setup_entry_show (GtkEditable *entry, const char *text)
{
  if (text == NULL)
    text = "";
  if (!is_being_typed_in (entry) && g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

/**
 * hf_setup_entry_mark:
 * @entry: an entry
 * @wrong: whether what it holds cannot be
 *
 * Marks an entry as wrong, or no longer so.
 */
void
hf_setup_entry_mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
