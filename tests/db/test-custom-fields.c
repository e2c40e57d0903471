#include "config.h"

#include "hf-custom-record.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

static gpointer
fill (HfStoreSession *session, gpointer input, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  for (int kind = HF_CUSTOM_TEXT; kind <= HF_CUSTOM_CHOICE; kind++)
    {
      g_autoptr (HfCustomField) field = hf_custom_field_new ();
      g_autofree char *name = g_strdup_printf ("field %d", kind);
      g_autofree char *other = g_strdup_printf ("字段 %d", kind);
      field->kind = kind;
      hf_custom_field_set_name (field, "en", name);
      hf_custom_field_set_name (field, "zh_CN", other);
      if (kind == HF_CUSTOM_CHOICE)
        hf_custom_field_set_choices (field, "red\n\n blue \n");
      if (!hf_store_custom_fields_save (session, field, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
set_up (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_set_up (fixture, data);
  hf_test_store_run (fixture, HF_STORE_WRITE, fill, NULL);
}

static gpointer
list_fields (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_custom_fields_list (session, error);
}

static gpointer
save_field (HfStoreSession *session, gpointer field, GError **error)
{
  return hf_store_custom_fields_save (session, field, error) ? HF_STORE_DONE : NULL;
}

static void
test_fields_come_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) fields = hf_test_store_run (fixture, HF_STORE_READ, list_fields, NULL);
  g_assert_cmpuint (fields->len, ==, 4);
  HfCustomField *choice = g_ptr_array_index (fields, 3);
  g_assert_cmpint (choice->kind, ==, HF_CUSTOM_CHOICE);
  g_assert_cmpstr (hf_custom_field_get_name (choice, "zh_CN"), ==, "字段 3");
  g_assert_cmpstr (hf_custom_field_get_name (choice, "zh_TW"), ==, "field 3");
  g_assert_cmpstr (choice->choices[1], ==, "blue");

  choice->retired = TRUE;
  hf_test_store_run (fixture, HF_STORE_WRITE, save_field, choice);
  g_autoptr (GPtrArray) again = hf_test_store_run (fixture, HF_STORE_READ, list_fields, NULL);
  g_autoptr (HfCustomRecord) record = hf_custom_record_new (again, NULL, "zh_CN");
  g_assert_cmpuint (record->n_fields, ==, 3);
  g_assert_cmpstr (record->fields[2].label, ==, "字段 2");
  g_assert_true (g_strv_contains (record->fields[2].also, "field 2"));
}

static void
test_field_must_be_whole (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfCustomField) field = hf_custom_field_new ();
  g_autoptr (GError) error = NULL;
  hf_custom_field_set_name (field, "en", "  ");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_field, field, NULL, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
  g_clear_error (&error);
  hf_custom_field_set_name (field, "en", "Colour");
  field->kind = HF_CUSTOM_CHOICE;
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_field, field, NULL, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
}

typedef struct
{
  const char *code;
  const char *texts[4]; /* by field; NULL: as it is */
} Values;

static gpointer
save_values (HfStoreSession *session, gpointer data, GError **error)
{
  const Values *input = data;
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, error);
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, input->code, error);
  g_autoptr (GHashTable) before = hf_store_custom_values_get (session, customer->id, error);
  g_autoptr (HfCustomRecord) record = hf_custom_record_new (fields, before, "en");
  for (guint i = 0; i < record->n_fields; i++)
    if (!hf_field_set_text (&record->fields[i], record->values, input->texts[i], error))
      return NULL;
  g_autoptr (GHashTable) values = hf_custom_record_dup_values (record);
  return hf_store_custom_values_save (session, customer->id, values, error) ? HF_STORE_DONE
                                                                            : NULL;
}

static gpointer
describe (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, error);
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  g_autoptr (GHashTable) values = hf_store_custom_values_get (session, customer->id, error);
  g_autoptr (GPtrArray) timeline = hf_store_timeline_list (session, customer->id,
                                                           HF_TIMELINE_ALL, NULL, 100, error);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *field = g_ptr_array_index (fields, i);
      const char *value = g_hash_table_lookup (values, &field->id);
      g_string_append_printf (words, "%s|", value != NULL ? value : "");
    }
  g_string_append_printf (words, "%u", timeline->len);
  return g_string_free (words, FALSE);
}

static void
assert_values (HfTestStore *fixture, const char *code, const char *expected)
{
  g_autofree char *words = hf_test_store_run (fixture, HF_STORE_READ, describe,
                                              (gpointer) code);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_values_have_a_history (HfTestStore *fixture, gconstpointer data)
{
  Values first = { "C0", { "速腾", "1,200.5", "2025/6/3", "blue" } };
  Values second = { "C0", { "高尔夫", NULL, NULL, NULL } };
  assert_values (fixture, "C0", "||||0");
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &first);
  assert_values (fixture, "C0", "速腾|1200.5|2025-06-03|blue|4");
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &second);
  assert_values (fixture, "C0", "高尔夫|1200.5|2025-06-03|blue|5");
}

static void
test_wrong_values_are_told (HfTestStore *fixture, gconstpointer data)
{
  Values wrong[] = { { "C0", { NULL, "many" } },
                     { "C0", { NULL, NULL, "2025-02-30" } },
                     { "C0", { NULL, NULL, NULL, "green" } } };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (
          hf_store_run (fixture->store, HF_STORE_WRITE, save_values, &wrong[i], NULL, &error));
      g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
    }
}

/* A merge, and whose value of each field is kept; -1: nobody chose. */
typedef struct
{
  int sides[4];
  gint64 id;
} Merge;

static gpointer
merge (HfStoreSession *session, gpointer data, GError **error)
{
  Merge *merge = data;
  g_autoptr (GPtrArray) fields = hf_store_custom_fields_list (session, error);
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, "C0", error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, "C1", error);
  g_auto (HfMergeChoices) choices;
  hf_merge_choices_guess (&choices, kept, gone);
  for (guint i = 0; i < fields->len; i++)
    if (merge->sides[i] >= 0)
      hf_merge_choices_set_custom (&choices, ((HfCustomField *) fields->pdata[i])->id,
                                   merge->sides[i]);
  return hf_store_customers_merge (session, kept, gone, &choices, &merge->id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
unmerge (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_customers_unmerge (session, ((Merge *) data)->id, HF_UNMERGE_NO_LATER_WORK,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_merge_fills_what_is_not_known (HfTestStore *fixture, gconstpointer data)
{
  Values kept = { "C0", { "速腾", NULL, "2025-06-03", NULL } };
  Values gone = { "C1", { "高尔夫", "7", NULL, "red" } };
  Merge id = { { -1, -1, -1, -1 }, 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &kept);
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &gone);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &id);
  assert_values (fixture, "C1", "速腾|7|2025-06-03|red|6");
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &id);
  assert_values (fixture, "C0", "速腾||2025-06-03||2");
  assert_values (fixture, "C1", "高尔夫|7||red|3");

  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &id);
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &gone);
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, unmerge, &id, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_LATER_WORK);
}

/* What was chosen holds, also where it is nothing. */
static void
test_merge_takes_what_was_chosen (HfTestStore *fixture, gconstpointer data)
{
  Values kept = { "C0", { "速腾", NULL, "2025-06-03", "blue" } };
  Values gone = { "C1", { "高尔夫", "7", NULL, "red" } };
  Merge choices = { { HF_MERGE_GONE, HF_MERGE_KEPT, HF_MERGE_GONE, HF_MERGE_KEPT }, 0 };
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &kept);
  hf_test_store_run (fixture, HF_STORE_WRITE, save_values, &gone);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, &choices);
  assert_values (fixture, "C0", "高尔夫|||blue|7");
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &choices);
  assert_values (fixture, "C0", "速腾||2025-06-03|blue|3");
  assert_values (fixture, "C1", "高尔夫|7||red|3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(name, func)                                                                        \
  g_test_add ("/custom-fields/" name, HfTestStore, NULL, set_up, func, hf_test_store_tear_down)
  ADD ("come-back", test_fields_come_back);
  ADD ("whole", test_field_must_be_whole);
  ADD ("history", test_values_have_a_history);
  ADD ("wrong", test_wrong_values_are_told);
  ADD ("merge", test_merge_fills_what_is_not_known);
  ADD ("merge-chosen", test_merge_takes_what_was_chosen);
  return g_test_run ();
}
