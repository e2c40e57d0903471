#include "config.h"

#include "hf-customers-state.h"

#include "hf-customer-columns.h"
#include "hf-customer-expression.h"
#include "hf-settings.h"

/* What the list showed and which row was at the top, for each database. */
#define LISTS_TYPE "a{s(su)}"

/**
 * hf_customers_state_get_split:
 *
 * Tells how wide the list was the last time.
 *
 * Returns: its width in pixels
 */
int
hf_customers_state_get_split (void)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  return settings != NULL ? g_settings_get_int (settings, HF_SETTINGS_CUSTOMER_SPLIT)
                          : HF_CUSTOMERS_SPLIT;
}

/**
 * hf_customers_state_restore:
 * @list: a list without a store
 * @store: the store that it will show
 *
 * Shows the list as it was left the last time, on this desk and with this database. What was
 * searched for is not repeated: the search entry is empty.
 */
void
hf_customers_state_restore (HfCustomerList *list, HfStore *store)
{
  const char *expression = "";
  guint place = 0;
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return;
  g_autoptr (GVariant) columns = g_settings_get_value (settings, HF_SETTINGS_CUSTOMER_COLUMNS);
  g_autoptr (GVariant) lists = g_settings_get_value (settings, HF_SETTINGS_CUSTOMER_LISTS);
  g_variant_lookup (lists, hf_store_get_uri (store), "(&su)", &expression, &place);
  hf_customer_filter_bar_set_expression (hf_customer_list_get_bar (list), expression);
  hf_customer_list_restore (list, columns, place);
}

static GVariant *
add_list (GVariant *lists, const char *database, const char *expression, guint place)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *shown;
  guint row;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (LISTS_TYPE));
  g_variant_iter_init (&iter, lists);
  while (g_variant_iter_next (&iter, "{&s(&su)}", &other, &shown, &row))
    if (g_strcmp0 (other, database) != 0)
      g_variant_builder_add (&builder, "{s(su)}", other, shown, row);
  g_variant_builder_add (&builder, "{s(su)}", database, expression, place);
  return g_variant_builder_end (&builder);
}

/**
 * hf_customers_state_save:
 * @list: the list
 * @store: the store that it shows
 * @split: how wide it is
 *
 * Notes how the list is.
 */
void
hf_customers_state_save (HfCustomerList *list, HfStore *store, int split)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return;
  g_autoptr (GVariant) lists = g_settings_get_value (settings, HF_SETTINGS_CUSTOMER_LISTS);
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_copy (
      hf_customer_filter_bar_get_filter (hf_customer_list_get_bar (list)));
  gboolean searched = filter->search != NULL;
  g_clear_pointer (&filter->search, g_free);
  g_autofree char *expression = hf_customer_expression_format (filter);
  g_settings_set_value (settings, HF_SETTINGS_CUSTOMER_LISTS,
                        add_list (lists, hf_store_get_uri (store), expression,
                                  searched ? 0 : hf_customer_list_get_place (list)));
  g_settings_set_value (settings, HF_SETTINGS_CUSTOMER_COLUMNS,
                        hf_customer_list_save_columns (list));
  g_settings_set_int (settings, HF_SETTINGS_CUSTOMER_SPLIT, split);
}
