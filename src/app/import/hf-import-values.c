#include "config.h"

#include "hf-import-values.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"

/* In each row: nothing chosen yet, not known, then the field's own values. */
enum
{
  NOT_CHOSEN,
  NOT_KNOWN,
  FIRST_CHOICE
};

/* What the values of a spreadsheet mean where they are not our own, such as "Yes" for lost. */
struct _HfImportValues
{
  AdwPreferencesGroup parent_instance;

  const HfImportPreview *preview; /* borrowed from the window */
  GPtrArray *rows;                /* (element-type AdwComboRow), borrowed */
};

enum
{
  PROP_UNKNOWN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfImportValues, hf_import_values, ADW_TYPE_PREFERENCES_GROUP)

static guint
find_choice (HfImportValues *self, const HfField *field, const char *theirs)
{
  const char *ours = hf_import_profile_map_value (self->preview->profile, field->name, theirs);
  if (ours == NULL)
    return NOT_CHOSEN;
  int value = hf_field_find_choice (field, ours);
  return value < 0 ? NOT_KNOWN : FIRST_CHOICE + (guint) value;
}

static guint
count_unknown (HfImportValues *self)
{
  guint unknown = 0;
  for (guint i = 0; i < self->rows->len; i++)
    unknown += adw_combo_row_get_selected (self->rows->pdata[i]) == NOT_CHOSEN;
  return unknown;
}

static void
show_choice (HfImportValues *self, AdwComboRow *row)
{
  const HfField *field = g_object_get_data (G_OBJECT (row), "field");
  const char *theirs = g_object_get_data (G_OBJECT (row), "theirs");
  guint chosen = find_choice (self, field, theirs);
  adw_combo_row_set_selected (row, chosen);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      chosen == NOT_CHOSEN ? _ ("Not one of ours: rows with it will be rejected") : "");
}

static void
on_selected (HfImportValues *self, GParamSpec *pspec, AdwComboRow *row)
{
  const HfField *field = g_object_get_data (G_OBJECT (row), "field");
  const char *theirs = g_object_get_data (G_OBJECT (row), "theirs");
  guint selected = adw_combo_row_get_selected (row);
  if (selected == find_choice (self, field, theirs) || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected != NOT_CHOSEN)
    hf_import_profile_set_value (
        self->preview->profile, field->name, theirs,
        selected == NOT_KNOWN ? "" : field->choices[selected - FIRST_CHOICE].name);
  show_choice (self, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNKNOWN]);
}

static GtkStringList *
list_choices (const HfField *field)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  gtk_string_list_append (labels, C_ ("import", "Choose…"));
  gtk_string_list_append (labels, C_ ("import", "Not known"));
  for (guint i = 0; i < hf_choice_count (field->choices); i++)
    gtk_string_list_append (labels, hf_choice_label (field->choices, i));
  return labels;
}

static void
add_row (HfImportValues *self, const HfField *field, const char *theirs)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = list_choices (field);
  g_autofree char *title = hf_import_words_value (hf_field_label (field), theirs);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (row), "theirs", g_strdup (theirs), g_free);
  g_object_set (row, "use-markup", FALSE, "title", title, NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  show_choice (self, ADW_COMBO_ROW (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_field (HfImportValues *self, const HfField *field)
{
  const char *heading = hf_import_profile_get_heading (self->preview->profile, field->name);
  const GPtrArray *values = hf_import_preview_get_values (self->preview, heading);
  if (field->kind != HF_FIELD_CHOICE || values == NULL || values->len > HF_COLUMN_VALUES_MOST)
    return;
  for (guint i = 0; i < values->len; i++)
    if (hf_field_find_choice (field, g_ptr_array_index (values, i)) < 0)
      add_row (self, field, g_ptr_array_index (values, i));
}

static void
hf_import_values_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_take_string (value,
                       hf_import_words_unknown (count_unknown (HF_IMPORT_VALUES (object))));
}

static void
hf_import_values_finalize (GObject *object)
{
  g_ptr_array_unref (HF_IMPORT_VALUES (object)->rows);
  G_OBJECT_CLASS (hf_import_values_parent_class)->finalize (object);
}

static void
hf_import_values_class_init (HfImportValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = hf_import_values_get_property;
  G_OBJECT_CLASS (klass)->finalize = hf_import_values_finalize;

  /* How many values mean nothing yet, in words. */
  properties[PROP_UNKNOWN] = g_param_spec_string ("unknown", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
hf_import_values_init (HfImportValues *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * hf_import_values_set_preview:
 * @self: the values
 * @preview: what the file looks like; lives until the next is set
 *
 * Asks what those values mean that are not our own; what is chosen goes into the preview's
 * profile. Where there are none, nothing shows.
 */
void
hf_import_values_set_preview (HfImportValues *self, const HfImportPreview *preview)
{
  const HfImportFields *fields = preview->fields;
  self->preview = preview;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < fields->n_fields; i++)
    add_field (self, &fields->list[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNKNOWN]);
}

/**
 * hf_import_values_focus_unknown:
 * @self: the values
 *
 * Puts the keyboard on the first value that means nothing yet.
 *
 * Returns: %FALSE where there is none
 */
gboolean
hf_import_values_focus_unknown (HfImportValues *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (adw_combo_row_get_selected (self->rows->pdata[i]) == NOT_CHOSEN)
      return gtk_widget_grab_focus (self->rows->pdata[i]);
  return FALSE;
}
