#include "config.h"

#include <adwaita.h>

#include "hf-custom-chip.h"
#include "hf-customer-columns.h"
#include "hf-customer-expression.h"
#include "hf-customer-list.h"
#include "hf-store-custom-fields.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-test-custom.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

#define WAIT(condition)                                                                        \
  G_STMT_START                                                                                 \
  {                                                                                            \
    gint64 end = g_get_monotonic_time () + PATIENCE;                                           \
    while (!(condition) && g_get_monotonic_time () < end)                                      \
      g_main_context_iteration (NULL, FALSE);                                                  \
    g_assert_true (condition);                                                                 \
  }                                                                                            \
  G_STMT_END

/* The list of five customers, of whom two have something in their custom fields. */
typedef struct
{
  HfStore *store;
  HfCustomerList *list;
  GtkWidget *window;
} Fixture;

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  static const HfTestCustom entered[] = {
    { "C3", { "速腾", "9", NULL, "红" } },
    { "C4", { "宝来", "10.5", NULL, "蓝" } },
  };
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  if (hf_test_custom_make_fields (session, NULL, error) == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (entered); i++)
    if (hf_test_custom_enter (session, (gpointer) &entered[i], error) == NULL)
      return NULL;
  return HF_STORE_DONE;
}

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkColumnView *
get_view (Fixture *fixture)
{
  return part_of (fixture->list, "view");
}

static HfCustomerFilterBar *
get_bar (Fixture *fixture)
{
  return hf_customer_list_get_bar (fixture->list);
}

static void
load_names (Fixture *fixture)
{
  HfCustomerNames *names = hf_store_run (fixture->store, HF_STORE_READ, hf_customer_names_load,
                                         NULL, NULL, NULL);
  hf_customer_list_set_names (fixture->list, names);
  hf_customer_names_unref (names);
}

static void
open_list (Fixture *fixture, GVariant *columns, const char *expression)
{
  fixture->list = g_object_new (HF_TYPE_CUSTOMER_LIST, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  hf_customer_filter_bar_set_expression (get_bar (fixture), expression);
  hf_customer_list_restore (fixture->list, columns, 0);
  hf_customer_list_set_store (fixture->list, fixture->store);
  load_names (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
close_list (Fixture *fixture)
{
  gpointer list = fixture->list;
  g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT (list == NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (fixture->store, HF_STORE_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  open_list (fixture, NULL, "");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_list (fixture);
  g_object_unref (fixture->store);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (get_view (fixture))));
}

static GtkColumnViewColumn *
find_column (Fixture *fixture, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (get_view (fixture));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  gboolean found = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);
  return found;
}

static GtkWidget *
get_chip (Fixture *fixture, guint place)
{
  GtkWidget *chip = gtk_widget_get_first_child (part_of (get_bar (fixture), "custom"));
  while (place-- > 0)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static const char *
chip_words (Fixture *fixture, guint place)
{
  return gtk_label_get_text (part_of (get_chip (fixture, place), "label"));
}

static void
type_into (GtkWidget *chip, const char *entry, const char *typed)
{
  gtk_popover_popup (part_of (chip, "popover"));
  gtk_editable_set_text (part_of (chip, entry), typed);
  g_signal_emit_by_name (part_of (chip, entry), "activate");
}

static void
test_column_shows_and_sorts (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *spent = find_column (fixture, "Spent last year");
  WAIT (count_shown (fixture) == 5);
  g_assert_false (gtk_column_view_column_get_visible (spent));
  gtk_column_view_column_set_visible (spent, TRUE);
  WAIT (says (GTK_WIDGET (get_view (fixture)), "10.5"));
  gtk_column_view_sort_by_column (get_view (fixture), spent, GTK_SORT_DESCENDING);
  const HfCustomerFilter *filter = hf_customer_filter_bar_get_filter (get_bar (fixture));
  g_assert_cmpint (filter->order_field, !=, 0);
  g_assert_true (filter->descending);
}

static void
test_chips_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spent = get_chip (fixture, HF_TEST_SPENT);
  WAIT (count_shown (fixture) == 5);
  g_assert_cmpstr (chip_words (fixture, HF_TEST_SPENT), ==, "Spent last year");
  type_into (spent, "from", "nine");
  g_assert_true (gtk_widget_get_visible (part_of (spent, "problem")));
  g_assert_false (
      hf_customer_filter_narrows (hf_customer_filter_bar_get_filter (get_bar (fixture))));
  type_into (spent, "from", "9");
  WAIT (count_shown (fixture) == 2);
  g_assert_cmpstr (chip_words (fixture, HF_TEST_SPENT), ==, "Spent last year: from 9");
  type_into (get_chip (fixture, HF_TEST_CAR), "text", " 速腾 ");
  WAIT (count_shown (fixture) == 1);
  g_signal_emit_by_name (part_of (get_chip (fixture, HF_TEST_CAR), "clear"), "clicked");
  WAIT (count_shown (fixture) == 2);
  gtk_popover_popup (part_of (get_chip (fixture, HF_TEST_COLOUR), "popover"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (
                                   part_of (get_chip (fixture, HF_TEST_COLOUR), "choices"))),
                               TRUE);
  g_signal_emit_by_name (part_of (get_chip (fixture, HF_TEST_COLOUR), "apply"), "clicked");
  WAIT (count_shown (fixture) == 1);
  g_assert_cmpstr (chip_words (fixture, HF_TEST_COLOUR), ==, "Colour: 红");
}

static void
test_all_is_as_it_was_left (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *spent = find_column (fixture, "Spent last year");
  gtk_column_view_column_set_visible (spent, TRUE);
  gtk_column_view_column_set_fixed_width (spent, 123);
  g_object_ref (spent);
  gtk_column_view_insert_column (get_view (fixture), 1, spent);
  g_object_unref (spent);
  gtk_column_view_sort_by_column (get_view (fixture), spent, GTK_SORT_ASCENDING);
  type_into (get_chip (fixture, HF_TEST_CAR), "text", "来");
  WAIT (count_shown (fixture) == 1);
  g_autofree char *expression = hf_customer_expression_format (
      hf_customer_filter_bar_get_filter (get_bar (fixture)));
  g_autoptr (GVariant) columns = g_variant_ref_sink (
      hf_customer_list_save_columns (fixture->list));

  close_list (fixture);
  open_list (fixture, columns, expression);
  WAIT (count_shown (fixture) == 1);
  spent = find_column (fixture, "Spent last year");
  g_assert_true (gtk_column_view_column_get_visible (spent));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (spent), ==, 123);
  g_autoptr (GtkColumnViewColumn) second = g_list_model_get_item (
      gtk_column_view_get_columns (get_view (fixture)), 1);
  g_assert_true (second == spent);
  g_assert_false (gtk_column_view_column_get_visible (find_column (fixture, "Car")));
  g_assert_cmpstr (chip_words (fixture, HF_TEST_CAR), ==, "Car: 来");
  g_assert_cmpint (hf_customer_filter_bar_get_filter (get_bar (fixture))->order_field, !=, 0);
}

/* Another database's columns are not forgotten, and show nowhere. */
static void
test_strange_columns_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) columns = g_variant_ref_sink (g_variant_new_parsed (
      "[('name', -1, true), ('custom:5', 77, true), ('code', -1, true)]"));
  close_list (fixture);
  open_list (fixture, columns, "");
  g_autoptr (GVariant) saved = g_variant_ref_sink (
      hf_customer_list_save_columns (fixture->list));
  const char *name;
  int width;
  gboolean visible;
  g_variant_get_child (saved, 1, "(&sib)", &name, &width, &visible);
  g_assert_cmpstr (name, ==, "custom:5");
  g_assert_cmpint (width, ==, 77);
  g_assert_true (visible);
  g_variant_get_child (saved, 2, "(&sib)", &name, &width, &visible);
  g_assert_cmpstr (name, ==, "code");
}

static gpointer
retire_car (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, error);
  HfCustomField *car = g_ptr_array_index (fields, HF_TEST_CAR);
  car->retired = TRUE;
  return hf_store_custom_fields_save (session, car, error) ? HF_STORE_DONE : NULL;
}

static void
test_retired_field_goes (Fixture *fixture, gconstpointer data)
{
  WAIT (count_shown (fixture) == 5);
  g_assert_nonnull (find_column (fixture, "Car"));
  hf_store_run (fixture->store, HF_STORE_WRITE, retire_car, NULL, NULL, NULL);
  load_names (fixture);
  g_assert_null (find_column (fixture, "Car"));
  g_assert_false (gtk_widget_get_visible (get_chip (fixture, HF_TEST_CAR)));
  g_assert_true (gtk_widget_get_visible (get_chip (fixture, HF_TEST_SPENT)));
}

#define ADD(name, func)                                                                        \
  g_test_add ("/custom-list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("column", test_column_shows_and_sorts);
  ADD ("chips", test_chips_narrow);
  ADD ("state", test_all_is_as_it_was_left);
  ADD ("strange", test_strange_columns_are_kept);
  ADD ("retired", test_retired_field_goes);
  return g_test_run ();
}
