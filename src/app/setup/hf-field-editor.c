#include "config.h"

#include "hf-field-editor.h"

#include <glib/gi18n.h>

#include "hf-locale.h"

/* Asks for a custom field; it can only be saved once it is complete. */
struct _HfFieldEditor
{
  AdwMessageDialog parent_instance;

  GtkListBox *names;
  AdwComboRow *kind;
  GtkStringList *kinds;
  GtkWidget *choices_box;
  GtkTextBuffer *choices;
  GtkWidget *used_row;
  GtkSwitch *used;
  GtkLabel *problem;

  HfCustomField *field; /* as it is stored; NULL: a new one */
  GPtrArray *all;       /* (element-type HfCustomField): the fields that there are */
  GHashTable *entries;  /* a language's code to its GtkEditable */
};

G_DEFINE_FINAL_TYPE (HfFieldEditor, hf_field_editor, ADW_TYPE_MESSAGE_DIALOG)

static void
on_changed (HfFieldEditor *self)
{
  /* While the form is being made. */
  if (self->problem == NULL)
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomField) typed = hf_field_editor_dup_field (self);
  gboolean good = hf_custom_field_validate (typed, &error)
                  && hf_custom_field_check_names (typed, self->all, &error);
  gboolean begun = self->field != NULL || g_hash_table_size (typed->names) > 0;
  gtk_widget_set_visible (self->choices_box, typed->kind == HF_CUSTOM_CHOICE);
  gtk_label_set_text (self->problem, good ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !good && begun);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), HF_FIELD_EDITOR_SAVE,
                                           good);
}

static void
add_name (HfFieldEditor *self, const char *language)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *own_name = hf_locale_dup_language_name (language);
  /* Translators: %s is the name of a language. */
  g_autofree char *title = g_strdup_printf (_ ("Name in %s"), own_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (self->field != NULL && g_hash_table_contains (self->field->names, language))
    gtk_editable_set_text (GTK_EDITABLE (row),
                           g_hash_table_lookup (self->field->names, language));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  gtk_list_box_append (self->names, row);
  g_hash_table_insert (self->entries, g_strdup (language), row);
}

static void
hf_field_editor_finalize (GObject *object)
{
  HfFieldEditor *self = HF_FIELD_EDITOR (object);
  g_clear_object (&self->field);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->entries);
  G_OBJECT_CLASS (hf_field_editor_parent_class)->finalize (object);
}

static void
hf_field_editor_class_init (HfFieldEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_field_editor_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, names);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, choices_box);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, used_row);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, used);
  gtk_widget_class_bind_template_child (widget_class, HfFieldEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
hf_field_editor_init (HfFieldEditor *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; hf_custom_kinds[i].name != NULL; i++)
    gtk_string_list_append (self->kinds, hf_choice_label (hf_custom_kinds, i));
}

/* What is entered in the field would not fit another kind. */
static void
fill (HfFieldEditor *self)
{
  g_autofree char *lines = self->field->choices != NULL
                               ? g_strjoinv ("\n", self->field->choices)
                               : g_strdup ("");
  adw_combo_row_set_selected (self->kind, self->field->kind);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), FALSE);
  gtk_text_buffer_set_text (self->choices, lines, -1);
  gtk_switch_set_active (self->used, !self->field->retired);
  gtk_widget_set_visible (self->used_row, TRUE);
}

/**
 * hf_field_editor_new:
 * @parent: a widget of the window that it belongs to
 * @field: (nullable): a field to change, %NULL for a new one
 * @all: (element-type HfCustomField): the fields that there are
 *
 * Makes the form for a custom field.
 *
 * Returns: (transfer none): the editor, not shown yet
 */
HfFieldEditor *
hf_field_editor_new (GtkWidget *parent, HfCustomField *field, GPtrArray *all)
{
  g_auto (GStrv) languages = hf_locale_list_languages ();
  HfFieldEditor *self = g_object_new (
      HF_TYPE_FIELD_EDITOR, "transient-for", gtk_widget_get_root (parent), "heading",
      field != NULL ? _ ("Change Field") : _ ("New Field"), NULL);
  self->field = field != NULL ? g_object_ref (field) : NULL;
  g_ptr_array_unref (self->all);
  self->all = g_ptr_array_ref (all);
  for (guint i = 0; languages[i] != NULL; i++)
    add_name (self, languages[i]);
  if (field != NULL)
    fill (self);
  on_changed (self);
  return self;
}

/**
 * hf_field_editor_dup_field:
 * @self: an editor
 *
 * Gives what the form says.
 *
 * Returns: (transfer full): the field
 */
HfCustomField *
hf_field_editor_dup_field (HfFieldEditor *self)
{
  HfCustomField *typed = hf_custom_field_new ();
  GHashTableIter iter;
  gpointer language, entry;
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->choices, &start, &end);
  g_autofree char *lines = gtk_text_buffer_get_text (self->choices, &start, &end, FALSE);
  if (self->field != NULL)
    {
      typed->id = self->field->id;
      typed->revision = self->field->revision;
      typed->position = self->field->position;
    }
  typed->kind = adw_combo_row_get_selected (self->kind);
  typed->retired = !gtk_switch_get_active (self->used);
  hf_custom_field_set_choices (typed, lines);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &language, &entry))
    hf_custom_field_set_name (typed, language, gtk_editable_get_text (GTK_EDITABLE (entry)));
  return typed;
}
