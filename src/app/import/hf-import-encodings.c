#include "config.h"

#include "hf-import-encodings.h"

#include <glib/gi18n.h>

#include "hf-import-step-closures.h"

/* In which encoding a text file is read: a row for each, with what the file says then. */
struct _HfImportEncodings
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *rows[HF_IMPORT_N_ENCODINGS];
  GtkCheckButton *buttons[HF_IMPORT_N_ENCODINGS];
  gboolean is_setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfImportEncodings, hf_import_encodings, ADW_TYPE_PREFERENCES_GROUP)

static void
on_toggled (GtkCheckButton *button, HfImportEncodings *self)
{
  if (!self->is_setting && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (HfImportEncodings *self, guint place)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (place > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons[0]);
  g_object_set (row, "use-markup", FALSE, "subtitle-lines", 2, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  row, NULL, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[place] = ADW_ACTION_ROW (row);
  self->buttons[place] = GTK_CHECK_BUTTON (button);
}

static void
hf_import_encodings_class_init (HfImportEncodingsClass *klass)
{
  /**
   * HfImportEncodings::changed:
   *
   * The person chose another encoding.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_import_encodings_init (HfImportEncodings *self)
{
  for (guint i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    add_row (self, i);
}

/**
 * hf_import_encodings_set_preview:
 * @self: the encodings
 * @preview: what a text file looks like
 *
 * Shows which encoding was found, and what the file says in each.
 */
void
hf_import_encodings_set_preview (HfImportEncodings *self, const HfImportPreview *preview)
{
  int present = hf_import_encoding_find (preview->encoding);
  int found = hf_import_encoding_find (preview->found_encoding);
  self->is_setting = TRUE;
  for (int i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    {
      g_autofree char *title = hf_import_words_encoding (hf_import_encodings[i], i == found);
      const char *sample = preview->samples[i];
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      adw_action_row_set_subtitle (self->rows[i],
                                   sample != NULL ? sample : _ ("The file cannot be read so"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), sample != NULL || i == present);
      gtk_check_button_set_active (self->buttons[i], i == present);
    }
  self->is_setting = FALSE;
}

/**
 * hf_import_encodings_get_chosen:
 * @self: the encodings
 *
 * Tells which encoding is chosen.
 *
 * Returns: (nullable): its name, %NULL for none of those that can be chosen
 */
const char *
hf_import_encodings_get_chosen (HfImportEncodings *self)
{
  for (guint i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    if (gtk_check_button_get_active (self->buttons[i]))
      return hf_import_encodings[i];
  return NULL;
}
