#include "config.h"

#include "hf-setup-entry.h"

#include "hf-text.h"

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

/**
 * hf_setup_entry_dup_hours:
 * @entry: an entry in which hours are typed
 *
 * Gives hours as the program reads them, whichever colons, dashes and commas were typed, with
 * or without spaces around them.
 *
 * Returns: (transfer full) (nullable): such as "09:00-12:00 13:30-18:00"; %NULL where nothing
 *   was typed
 */
char *
hf_setup_entry_dup_hours (GtkEditable *entry)
{
  static const char *const spellings[][2] = {
    { "：", ":" }, { "–", "-" },  { "—", "-" },  { "－", "-" }, { "～", "-" }, { "~", "-" },
    { "、", " " }, { "，", " " }, { "；", " " }, { " -", "-" }, { "- ", "-" },
  };
  g_autofree char *typed = hf_text_trim (gtk_editable_get_text (entry));
  if (typed == NULL)
    return NULL;
  GString *text = g_string_new (typed);
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    g_string_replace (text, spellings[i][0], spellings[i][1], 0);
  return g_string_free (text, FALSE);
}
