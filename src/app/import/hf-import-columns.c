#include "config.h"

#include "hf-import-columns.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"
#include "hf-text.h"

/* Which column of a spreadsheet has which field: a row for each field of the record. */
struct _HfImportColumns
{
  AdwPreferencesGroup parent_instance;

  HfImportPreview *preview; /* borrowed from the window */
  GPtrArray *rows;          /* (element-type AdwComboRow), borrowed */
  GtkStringList *headings;  /* after the first, which stands for no column */
  gboolean is_setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfImportColumns, hf_import_columns, ADW_TYPE_PREFERENCES_GROUP)

static const HfField *
field_of (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

static const char *
heading_of (HfImportColumns *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);
  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? NULL
             : gtk_string_list_get_string (self->headings, selected);
}

/* Of a wide layout: the months stand in the headings, the values below them. */
static gboolean
is_in_headings (HfImportColumns *self, const HfField *field)
{
  const HfImportEntity *entity = self->preview->entity;
  return self->preview->n_months > 0
         && (g_str_equal (field->name, entity->month)
             || g_str_equal (field->name, entity->value));
}

static void
show_example (HfImportColumns *self, AdwComboRow *row)
{
  const char *heading = heading_of (self, row);
  if (is_in_headings (self, field_of (row)))
    {
      g_autofree char *months = hf_import_words_months (self->preview->n_months);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), months);
      gtk_widget_remove_css_class (GTK_WIDGET (row), "field-error");
      return;
    }
  gboolean is_missing = field_of (row)->required && heading == NULL;
  const char *example = hf_import_preview_get_example (self->preview, heading);
  g_autofree char *words = hf_import_words_example (example, is_missing);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (is_missing)
    gtk_widget_add_css_class (GTK_WIDGET (row), "field-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "field-error");
}

static void
on_selected (HfImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->is_setting)
    return;
  hf_import_profile_set_heading (self->preview->profile, field_of (row)->name,
                                 heading_of (self, row));
  hf_import_preview_find_months (self->preview);
  for (guint i = 0; i < self->rows->len; i++)
    show_example (self, self->rows->pdata[i]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
find_heading (HfImportColumns *self, const char *heading)
{
  g_autofree char *wanted = heading != NULL ? hf_text_fold (heading) : NULL;
  guint n_headings = g_list_model_get_n_items (G_LIST_MODEL (self->headings));
  for (guint i = 1; wanted != NULL && i < n_headings; i++)
    {
      g_autofree char *folded = hf_text_fold (gtk_string_list_get_string (self->headings, i));
      if (g_strcmp0 (folded, wanted) == 0)
        return i;
    }
  return 0;
}

static GtkWidget *
make_row (HfImportColumns *self, const HfField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_object_set (row, "use-markup", FALSE, "title", hf_field_label (field), NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->headings));
  return row;
}

static void
add_row (HfImportColumns *self, const HfField *field)
{
  AdwComboRow *row = ADW_COMBO_ROW (make_row (self, field));
  const char *heading = hf_import_profile_get_heading (self->preview->profile, field->name);
  adw_combo_row_set_selected (row, find_heading (self, heading));
  show_example (self, row);
  if (heading != NULL && heading_of (self, row) == NULL)
    {
      g_autofree char *words = hf_import_words_missing (heading);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      hf_import_profile_set_heading (self->preview->profile, field->name, NULL);
    }
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
}

static void
list_headings (HfImportColumns *self)
{
  g_clear_object (&self->headings);
  self->headings = gtk_string_list_new (NULL);
  gtk_string_list_append (self->headings, _ ("Not in the file"));
  for (guint i = 0; self->preview->headings[i] != NULL; i++)
    if (*self->preview->headings[i] != '\0'
        && find_heading (self, self->preview->headings[i]) == 0)
      gtk_string_list_append (self->headings, self->preview->headings[i]);
}

static void
hf_import_columns_finalize (GObject *object)
{
  HfImportColumns *self = HF_IMPORT_COLUMNS (object);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->headings);
  G_OBJECT_CLASS (hf_import_columns_parent_class)->finalize (object);
}

static void
hf_import_columns_class_init (HfImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_columns_finalize;

  /**
   * HfImportColumns::changed:
   *
   * The person chose another column; the preview's profile has it.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_import_columns_init (HfImportColumns *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * hf_import_columns_set_preview:
 * @self: the columns
 * @preview: what the file looks like; lives until the next is set
 *
 * Shows which column has which field, as the preview's profile says, and lets it be changed.
 */
void
hf_import_columns_set_preview (HfImportColumns *self, HfImportPreview *preview)
{
  const HfImportFields *fields = preview->fields;
  self->preview = preview;
  self->is_setting = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  list_headings (self);
  for (gsize i = 0; i < fields->n_fields; i++)
    add_row (self, &fields->list[i]);
  self->is_setting = FALSE;
}

/* The row of the first field that must have a column and has none. */
static AdwComboRow *
find_missing (HfImportColumns *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      if (field_of (row)->required && heading_of (self, row) == NULL
          && !is_in_headings (self, field_of (row)))
        return row;
    }
  return NULL;
}

/**
 * hf_import_columns_is_complete:
 * @self: the columns
 *
 * Tells whether every field that must be there has a column.
 *
 * Returns: whether it has
 */
gboolean
hf_import_columns_is_complete (HfImportColumns *self)
{
  return self->rows->len > 0 && find_missing (self) == NULL;
}

/**
 * hf_import_columns_focus_missing:
 * @self: the columns
 *
 * Puts the keyboard on the first field that must have a column and has none.
 */
void
hf_import_columns_focus_missing (HfImportColumns *self)
{
  AdwComboRow *missing = find_missing (self);
  if (missing != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (missing));
}
