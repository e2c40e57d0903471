#include "config.h"

#include <adwaita.h>

#include "hf-customer-editor.h"
#include "hf-field-editor.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static gpointer
part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static HfFieldEditor *
new_editor (GtkWidget *parent, HfCustomField *field)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  HfCustomField *other = hf_custom_field_new ();
  other->id = 8;
  hf_custom_field_set_name (other, "zh_CN", "车型");
  hf_custom_field_set_name (other, "en", "Car");
  g_ptr_array_add (all, other);
  if (field != NULL)
    g_ptr_array_add (all, g_object_ref (field));
  HfFieldEditor *editor = hf_field_editor_new (parent, field, all);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (editor));
  return editor;
}

static gboolean
may_save (HfFieldEditor *editor)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (editor),
                                                  HF_FIELD_EDITOR_SAVE);
}

static GtkEditable *
first_name (HfFieldEditor *editor)
{
  return GTK_EDITABLE (gtk_list_box_get_row_at_index (part (editor, "names"), 0));
}

static void
test_field_must_be_whole (void)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (window));
  HfFieldEditor *editor = new_editor (window, NULL);
  g_assert_false (may_save (editor));
  g_assert_false (gtk_widget_get_visible (part (editor, "problem")));
  gtk_editable_set_text (first_name (editor), "Colour");
  g_assert_true (may_save (editor));
  adw_combo_row_set_selected (part (editor, "kind"), HF_CUSTOM_CHOICE);
  g_assert_false (may_save (editor));
  gtk_text_buffer_set_text (part (editor, "choices"), "red\nblue\n red", -1);
  g_assert_true (may_save (editor));
  g_autoptr (HfCustomField) typed = hf_field_editor_dup_field (editor);
  g_assert_cmpint (typed->kind, ==, HF_CUSTOM_CHOICE);
  g_assert_cmpuint (g_strv_length (typed->choices), ==, 2);
  g_assert_cmpstr (typed->choices[1], ==, "blue");
  g_assert_false (typed->retired);
  gtk_window_destroy (GTK_WINDOW (editor));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Neither as another field of the firm, in any language, nor as one that every customer has. */
static void
test_names_are_told_apart (void)
{
  static const char *const taken[] = { "car ", "车型", "Phone" };
  GtkWidget *window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (window));
  g_autoptr (HfCustomField) field = hf_custom_field_new ();
  field->id = 7;
  hf_custom_field_set_name (field, "en", "Birthday");
  HfFieldEditor *editor = new_editor (window, field);
  g_assert_true (may_save (editor));
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      gtk_editable_set_text (first_name (editor), taken[i]);
      g_assert_false (may_save (editor));
      g_assert_true (gtk_widget_get_visible (part (editor, "problem")));
    }
  gtk_editable_set_text (first_name (editor), "Day of birth");
  g_assert_true (may_save (editor));
  gtk_window_destroy (GTK_WINDOW (editor));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is entered would not fit another kind. */
static void
test_kind_stays (void)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (window));
  g_autoptr (HfCustomField) field = hf_custom_field_new ();
  field->id = 7;
  field->kind = HF_CUSTOM_DATE;
  hf_custom_field_set_name (field, "en", "Birthday");
  HfFieldEditor *editor = new_editor (window, field);
  g_assert_false (gtk_widget_get_sensitive (part (editor, "kind")));
  gtk_switch_set_active (part (editor, "used"), FALSE);
  g_autoptr (HfCustomField) typed = hf_field_editor_dup_field (editor);
  g_assert_cmpint (typed->id, ==, 7);
  g_assert_cmpint (typed->kind, ==, HF_CUSTOM_DATE);
  g_assert_true (typed->retired);
  g_assert_cmpstr (hf_custom_field_get_name (typed, "en"), ==, "Birthday");
  gtk_window_destroy (GTK_WINDOW (editor));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
add_fields (HfStoreSession *session, gpointer unused, GError **error)
{
  static const HfCustomKind kinds[] = { HF_CUSTOM_TEXT, HF_CUSTOM_NUMBER };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HfCustomField) field = hf_custom_field_new ();
      field->kind = kinds[i];
      hf_custom_field_set_name (field, "en", i == 0 ? "Car" : "Mileage");
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return hf_store_custom_fields_list (session, error);
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
read_values (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 id = 0;
  if (!hf_store_customers_find_id (session, code, &id, error))
    return NULL;
  return hf_store_custom_values_get (session, id, error);
}

static void
type (HfCustomerEditor *editor, const char *title, const char *text)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (editor), title);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
on_saved (gboolean *saved)
{
  *saved = TRUE;
}

static void
test_customer_has_own_fields (void)
{
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, NULL);
  g_autoptr (GPtrArray) fields = hf_store_run (store, HF_STORE_WRITE, add_fields, NULL, NULL,
                                               NULL);
  gboolean saved = FALSE;
  HfCustomerEditor *editor = hf_customer_editor_new (store, NULL, NULL);
  hf_customer_editor_add_fields (editor, fields, NULL);
  g_signal_connect_swapped (editor, "saved", G_CALLBACK (on_saved), &saved);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (editor));
  type (editor, "Customer code", "C1");
  type (editor, "Car", "Golf");
  type (editor, "Mileage", "many");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (saved);
  type (editor, "Mileage", "12000");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!saved && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (saved);
  g_autoptr (GHashTable) values = hf_store_run (store, HF_STORE_READ, read_values,
                                                (gpointer) "C1", NULL, NULL);
  const HfCustomField *car = g_ptr_array_index (fields, 0);
  const HfCustomField *mileage = g_ptr_array_index (fields, 1);
  g_assert_cmpstr (g_hash_table_lookup (values, &car->id), ==, "Golf");
  g_assert_cmpstr (g_hash_table_lookup (values, &mileage->id), ==, "12000");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/field-editor/whole", test_field_must_be_whole);
  g_test_add_func ("/field-editor/kind", test_kind_stays);
  g_test_add_func ("/field-editor/names", test_names_are_told_apart);
  g_test_add_func ("/field-editor/customer", test_customer_has_own_fields);
  return g_test_run ();
}
