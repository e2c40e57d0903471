#include "config.h"

#include "hf-field.h"
#include "hf-customer.h"
#include "hf-time-zone.h"

static void
assert_found (const char *text, const char *id)
{
  g_autofree char *found = hf_time_zone_find (text);
  g_assert_cmpstr (found, ==, id);
}

static void
test_people_name_it_in_many_ways (void)
{
  assert_found ("Asia/Urumqi", "Asia/Urumqi");
  assert_found ("asia/urumqi", "Asia/Urumqi");
  assert_found (" Xinjiang (Urumqi) ", "Asia/Urumqi");
  assert_found ("新疆时间", "Asia/Urumqi");
  assert_found ("烏魯木齊", "Asia/Urumqi");
  assert_found ("北京时间", "Asia/Shanghai");
  assert_found ("Asia/Kashgar", "Asia/Kashgar");
  assert_found ("Asia/Nowhere", NULL);
  assert_found ("Mars", NULL);
  assert_found ("  ", NULL);
  assert_found (NULL, NULL);
}

/* The system would take UTC+8 for eight hours behind. */
static void
test_offsets_are_those_of_people (void)
{
  static const struct
  {
    const char *text, *id;
  } cases[] = {
    { "UTC+8", "+08:00" },
    { "GMT+08:00", "+08:00" },
    { "+0530", "+05:30" },
    { "utc-3:30", "-03:30" },
    { "UTC", "+00:00" },
    { "＋８", "+08:00" },
    { "UTC+15", NULL },
    { "+08:75", NULL },
    { "UTC+8 hours", NULL },
    { "+", NULL },
    { "8", NULL },
    { "CST6CDT", NULL },
    { "UTC+08:00:00", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (cases[i].text, cases[i].id);
  g_autoptr (GTimeZone) zone = hf_time_zone_new ("+08:00");
  g_assert_cmpint (g_time_zone_get_offset (zone, 0), ==, 8 * 3600);
}

/* In January or July, whichever is without daylight saving. */
static int
usual_offset (GTimeZone *zone)
{
  int winter = g_time_zone_get_offset (
      zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, 1768435200));
  int summer = g_time_zone_get_offset (
      zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, 1784073600));
  return MIN (winter, summer);
}

static void
test_all_that_are_offered_are_known (void)
{
  for (const HfTimeZone *zone = hf_time_zones; zone->id != NULL; zone++)
    {
      g_autoptr (GTimeZone) known = g_time_zone_new_identifier (zone->id);
      g_autoptr (GTimeZone) usual = g_time_zone_new_identifier (zone->standard);
      g_test_message ("%s", zone->id);
      g_assert_nonnull (known);
      g_assert_cmpint (usual_offset (known), ==, g_time_zone_get_offset (usual, 0));
      assert_found (zone->label, zone->id);
      for (gsize i = 0; zone->also[i] != NULL; i++)
        assert_found (zone->also[i], zone->id);
    }
}

static void
test_a_zone_that_is_not_known_is_ours (void)
{
  g_autoptr (GTimeZone) ours = g_time_zone_new_local ();
  g_autoptr (GTimeZone) nowhere = hf_time_zone_new ("Nowhere/Land");
  g_autoptr (GTimeZone) none = hf_time_zone_new (NULL);
  g_autoptr (GTimeZone) west = hf_time_zone_new ("Asia/Urumqi");
  g_assert_false (hf_time_zone_differs (nowhere, ours, 0));
  g_assert_false (hf_time_zone_differs (none, ours, 0));
  g_assert_true (hf_time_zone_differs (west, ours, 0));
  g_assert_cmpstr (hf_time_zone_label ("Nowhere/Land"), ==, "Nowhere/Land");
  g_assert_null (hf_time_zone_label (NULL));
}

static void
test_a_customer_has_one (void)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfField *field = hf_field_find (fields, n_fields, "time_zone");
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_field_is_set (field, customer));
  g_assert_true (hf_field_set_text (field, customer, "新疆", NULL));
  g_assert_cmpstr (customer->time_zone, ==, "Asia/Urumqi");
  g_assert_false (hf_field_set_text (field, customer, "Mars", &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“Mars”: there is no such time zone");
  g_autoptr (HfCustomer) copy = hf_customer_copy (customer);
  g_autofree char *text = hf_field_dup_text (field, copy);
  g_assert_cmpstr (text, ==, "Asia/Urumqi");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-zone/names", test_people_name_it_in_many_ways);
  g_test_add_func ("/time-zone/offsets", test_offsets_are_those_of_people);
  g_test_add_func ("/time-zone/offered", test_all_that_are_offered_are_known);
  g_test_add_func ("/time-zone/unknown", test_a_zone_that_is_not_known_is_ours);
  g_test_add_func ("/time-zone/customer", test_a_customer_has_one);
  return g_test_run ();
}
