#include "config.h"

#include "hf-setup-imports.h"

#include <glib/gi18n.h>

#include "hf-import-record.h"
#include "hf-import-undo.h"
#include "hf-setup-words.h"

/* Who looks further back asks huifangctl. */
#define MAX_SHOWN 30

/* What was imported, and a button to take it back. */
struct _HfSetupImports
{
  AdwPreferencesGroup parent_instance;

  HfStore *store;  /* NULL before the first */
  GPtrArray *rows; /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (HfSetupImports, hf_setup_imports, ADW_TYPE_PREFERENCES_GROUP)

static void
on_undo (GtkButton *button, HfSetupImports *self)
{
  const HfImportRecord *import = g_object_get_data (G_OBJECT (button), "import");
  hf_import_undo_start (GTK_WIDGET (self), self->store, import->id, import->file, NULL);
}

static GtkWidget *
button_new (HfSetupImports *self, HfImportRecord *import)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo…"));
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_ ("Undo the import of “%s”"), import->file);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "import", g_object_ref (import), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_undo), self);
  return button;
}

/* The lines below the title are pale already. */
static void
dim_title (GtkWidget *row)
{
  g_autofree char *title = g_strdup_printf (
      "<span alpha=\"55%%\">%s</span>",
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
add_row (HfSetupImports *self, HfImportRecord *import)
{
  g_autofree char *title = g_markup_escape_text (import->file, -1);
  g_autofree char *words = hf_setup_words_import (import);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle, "subtitle-lines", 6, "title-lines", 2, NULL);
  if (hf_import_record_can_undo (import, g_get_real_time ()))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (self, import));
  else if (import->undone_at != 0)
    dim_title (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
hf_setup_imports_dispose (GObject *object)
{
  g_clear_object (&HF_SETUP_IMPORTS (object)->store);
  G_OBJECT_CLASS (hf_setup_imports_parent_class)->dispose (object);
}

static void
hf_setup_imports_finalize (GObject *object)
{
  g_ptr_array_unref (HF_SETUP_IMPORTS (object)->rows);
  G_OBJECT_CLASS (hf_setup_imports_parent_class)->finalize (object);
}

static void
hf_setup_imports_class_init (HfSetupImportsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_setup_imports_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_setup_imports_finalize;
}

static void
hf_setup_imports_init (HfSetupImports *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * hf_setup_imports_show:
 * @self: the list
 * @store: the store that has them
 * @imports: (element-type HfImportRecord): imports, the newest first
 *
 * Shows what was imported lately; hides where nothing was.
 */
void
hf_setup_imports_show (HfSetupImports *self, HfStore *store, const GPtrArray *imports)
{
  g_set_object (&self->store, store);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (imports->len, MAX_SHOWN); i++)
    add_row (self, imports->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), imports->len > 0);
}
