#include "config.h"

#include "hf-test-custom.h"

#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store.h"

static const struct
{
  HfCustomKind kind;
  const char *en;
  const char *zh;
} fields[HF_TEST_N_CUSTOM] = {
  [HF_TEST_CAR] = { HF_CUSTOM_TEXT, "Car", "车型" },
  [HF_TEST_SPENT] = { HF_CUSTOM_NUMBER, "Spent last year", "去年消费" },
  [HF_TEST_SINCE] = { HF_CUSTOM_DATE, "Member since", "入会日" },
  [HF_TEST_COLOUR] = { HF_CUSTOM_CHOICE, "Colour", "颜色" },
};

gpointer
hf_test_custom_make_fields (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 0; i < HF_TEST_N_CUSTOM; i++)
    {
      g_autoptr (HfCustomField) field = hf_custom_field_new ();
      field->kind = fields[i].kind;
      hf_custom_field_set_name (field, "en", fields[i].en);
      hf_custom_field_set_name (field, "zh_CN", fields[i].zh);
      hf_custom_field_set_choices (field, "红\n蓝");
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

gpointer
hf_test_custom_list_fields (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_custom_fields_list (session, error);
}

gint64
hf_test_custom_get_id (HfStoreSession *session, guint field)
{
  g_autoptr (GPtrArray) all = hf_store_custom_fields_list (session, NULL);
  return ((HfCustomField *) g_ptr_array_index (all, field))->id;
}

static GHashTable *
read_values (HfStoreSession *session, const char *code, gint64 *customer_id, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  if (customer == NULL)
    return NULL;
  *customer_id = customer->id;
  return hf_store_custom_values_get (session, customer->id, error);
}

gpointer
hf_test_custom_enter (HfStoreSession *session, gpointer custom, GError **error)
{
  const HfTestCustom *entered = custom;
  gint64 customer_id = 0;
  g_autoptr (GHashTable) values = read_values (session, entered->code, &customer_id, error);
  for (guint i = 0; values != NULL && i < HF_TEST_N_CUSTOM; i++)
    {
      gint64 id = hf_test_custom_get_id (session, i);
      if (entered->values[i] != NULL)
        g_hash_table_insert (values, g_memdup2 (&id, sizeof id), g_strdup (entered->values[i]));
    }
  return values != NULL && hf_store_custom_values_save (session, customer_id, values, error)
             ? HF_STORE_DONE
             : NULL;
}

gpointer
hf_test_custom_get (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 customer_id = 0;
  return read_values (session, code, &customer_id, error);
}

gpointer
hf_test_custom_describe (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 customer_id = 0;
  g_autoptr (GHashTable) values = read_values (session, code, &customer_id, error);
  GString *words = g_string_new (NULL);
  for (guint i = 0; values != NULL && i < HF_TEST_N_CUSTOM; i++)
    {
      gint64 id = hf_test_custom_get_id (session, i);
      const char *value = g_hash_table_lookup (values, &id);
      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "");
    }
  return g_string_free (words, FALSE);
}
