#include "config.h"

#include "hf-setup-fields.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-field-editor.h"
#include "hf-locale.h"
#include "hf-setup-words.h"
#include "hf-store-custom-fields.h"

/* The fields of the customer's file that the firm made itself. */
struct _HfSetupFields
{
  HfSetupSection parent_instance;

  GtkListBox *list;
  GtkWidget *none;

  GPtrArray *fields; /* (element-type HfCustomField) */
};

G_DEFINE_FINAL_TYPE (HfSetupFields, hf_setup_fields, HF_TYPE_SETUP_SECTION)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_custom_fields_list (session, error);
}

static gpointer
save_field (HfStoreSession *session, gpointer field, GError **error)
{
  /* Another desk may have made one meanwhile. */
  g_autoptr (GPtrArray) all = hf_store_custom_fields_list (session, error);
  return all != NULL && hf_custom_field_check_names (field, all, error)
                 && hf_store_custom_fields_save (session, field, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
save_order (HfStoreSession *session, gpointer data, GError **error)
{
  GPtrArray *fields = data;
  for (guint i = 0; i < fields->len; i++)
    {
      HfCustomField *field = g_ptr_array_index (fields, i);
      field->position = i + 1;
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

/* Changes places with the one before. */
static void
on_up (GtkWidget *button, HfSetupFields *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (place < 1)
    return;
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->fields->len; i++)
    g_ptr_array_add (fields, g_object_ref (g_ptr_array_index (self->fields, i)));
  gpointer moved = g_ptr_array_steal_index (fields, place);
  g_ptr_array_insert (fields, place - 1, moved);
  hf_setup_section_save (HF_SETUP_SECTION (self), save_order, fields,
                         (GDestroyNotify) g_ptr_array_unref, _ ("Order saved"));
}

static void
add_row (HfSetupFields *self, const HfCustomField *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");
  g_autofree char *words = hf_setup_words_field (field);
  g_autofree char *key = hf_custom_field_dup_key (field->id);
  /* Translators: the name of a field in a file, such as custom:12. */
  g_autofree char *tip = g_strdup_printf (_ ("In import profiles: %s"), key);
  g_object_set (row, "use-markup", FALSE, "title",
                hf_custom_field_get_name (field, hf_locale_get_current ()), "subtitle", words,
                "subtitle-lines", 2, "tooltip-text", tip, "activatable", TRUE, NULL);
  gtk_widget_set_sensitive (up, gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
  gtk_widget_set_tooltip_text (up, _ ("Move up"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (up), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Move up"), -1);
  gtk_widget_set_valign (up, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (up, "flat");
  g_signal_connect (up, "clicked", G_CALLBACK (on_up), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  if (field->retired)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (self->list, row);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupFields *self = HF_SETUP_FIELDS (section);
  GtkWidget *row;
  g_ptr_array_unref (self->fields);
  self->fields = g_ptr_array_ref (loaded);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->fields->len; i++)
    add_row (self, g_ptr_array_index (self->fields, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->fields->len > 0);
  gtk_widget_set_visible (self->none, self->fields->len == 0);
}

static void
on_response (HfFieldEditor *editor, const char *response, HfSetupFields *self)
{
  if (g_str_equal (response, HF_FIELD_EDITOR_SAVE))
    hf_setup_section_save (HF_SETUP_SECTION (self), save_field,
                           hf_field_editor_dup_field (editor), g_object_unref,
                           _ ("Field saved"));
}

static void
edit (HfSetupFields *self, HfCustomField *field)
{
  HfFieldEditor *editor = hf_field_editor_new (GTK_WIDGET (self), field, self->fields);
  g_signal_connect_object (editor, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
on_activated (HfSetupFields *self, GtkListBoxRow *row)
{
  edit (self, g_ptr_array_index (self->fields, gtk_list_box_row_get_index (row)));
}

static void
add_field (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit (HF_SETUP_FIELDS (widget), NULL);
}

static void
hf_setup_fields_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_FIELDS);
  G_OBJECT_CLASS (hf_setup_fields_parent_class)->dispose (object);
}

static void
hf_setup_fields_finalize (GObject *object)
{
  g_ptr_array_unref (HF_SETUP_FIELDS (object)->fields);
  G_OBJECT_CLASS (hf_setup_fields_parent_class)->finalize (object);
}

static void
hf_setup_fields_class_init (HfSetupFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_fields_dispose;
  object_class->finalize = hf_setup_fields_finalize;
  section_class->topics = HF_STORE_SETTINGS;
  section_class->load = load;
  section_class->free_loaded = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupFields, list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupFields, none);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "section.add-field", NULL, add_field);
}

static void
hf_setup_fields_init (HfSetupFields *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
