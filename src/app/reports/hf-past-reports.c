#include "config.h"

#include "hf-past-reports.h"

#include "hf-settings.h"

#define MAX_REPORTS 12

/**
 * hf_past_reports_load:
 * @database: the database's path
 *
 * Reads which reports were written from a database.
 *
 * Returns: (transfer full) (element-type HfReportOrder): the newest first
 */
GPtrArray *
hf_past_reports_load (const char *database)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_report_order_free);
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return orders;
  g_autoptr (GVariant) all = g_settings_get_value (settings, HF_SETTINGS_PAST_REPORTS);
  g_autoptr (GVariant) own = g_variant_lookup_value (all, database, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; own != NULL && i < g_variant_n_children (own); i++)
    {
      g_autoptr (GVariant) order = g_variant_get_child_value (own, i);
      g_ptr_array_add (orders, hf_report_order_new_from_variant (order));
    }
  return orders;
}

static GVariant *
write_orders (GPtrArray *orders)
{
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < MIN (orders->len, MAX_REPORTS); i++)
    g_variant_builder_add_value (&builder,
                                 hf_report_order_to_variant (g_ptr_array_index (orders, i)));
  return g_variant_builder_end (&builder);
}

static void
save (GSettings *settings, const char *database, GPtrArray *orders)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, HF_SETTINGS_PAST_REPORTS);
  GVariantIter iter;
  GVariantBuilder builder;
  const char *other;
  GVariant *theirs;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{saa{sv}}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@aa{sv}}", &other, &theirs))
    if (g_strcmp0 (other, database) != 0)
      g_variant_builder_add (&builder, "{s@aa{sv}}", other, theirs);
  g_variant_builder_add (&builder, "{s@aa{sv}}", database, write_orders (orders));
  g_settings_set_value (settings, HF_SETTINGS_PAST_REPORTS, g_variant_builder_end (&builder));
}

static void
remove_path (GPtrArray *orders, const char *path)
{
  for (guint i = orders->len; i > 0; i--)
    if (g_strcmp0 (((HfReportOrder *) g_ptr_array_index (orders, i - 1))->path, path) == 0)
      g_ptr_array_remove_index (orders, i - 1);
}

/**
 * hf_past_reports_add:
 * @database: the database's path
 * @order: a report that was written
 *
 * Remembers it before the others; an earlier report in the same file is forgotten.
 */
void
hf_past_reports_add (const char *database, const HfReportOrder *order)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return;
  g_autoptr (GPtrArray) orders = hf_past_reports_load (database);
  remove_path (orders, order->path);
  g_ptr_array_insert (orders, 0, hf_report_order_copy (order));
  save (settings, database, orders);
}

/**
 * hf_past_reports_forget:
 * @database: the database's path
 * @path: a report's file, which stays
 *
 * Forgets that it was written.
 */
void
hf_past_reports_forget (const char *database, const char *path)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return;
  g_autoptr (GPtrArray) orders = hf_past_reports_load (database);
  remove_path (orders, path);
  save (settings, database, orders);
}
