#include "config.h"

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-consent.h"
#include "hf-customer.h"
#include "hf-period.h"

static const HfField *
customer_field (const char *name)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfField *field = hf_field_find (fields, n_fields, name);
  g_assert_nonnull (field);
  return field;
}

static void
test_every_kind_of_field_is_set (void)
{
  static const char *const values[][3] = {
    { "name", "　王女士 ", "王女士" },
    { "lost_on", "2024年3月5日", "2024-03-05" },
    { "annual_value", "¥1,200.50", "1200.5" },
    { "status", "Lost", "lost" },
    { "do_not_call", "yes", "1" },
  };
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      const HfField *field = customer_field (values[i][0]);
      g_assert_true (hf_field_set_text (field, customer, values[i][1], &error));
      g_assert_no_error (error);
      g_autofree char *text = hf_field_dup_text (field, customer);
      g_assert_cmpstr (text, ==, values[i][2]);
    }
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
}

static int
find_choice (const HfChoice *choices, const char *text)
{
  const HfField field = { .kind = HF_FIELD_CHOICE, .choices = choices };
  return hf_field_find_choice (&field, text);
}

/* A firm's own field with the choices yes and no takes any word for them. */
static void
test_a_choice_of_yes_and_no (void)
{
  const HfChoice own[] = { { "", "" }, { "是", "是" }, { "否", "否" }, { NULL, NULL } };
  const HfChoice shades[] = {
    { "yes", "yes" }, { "有", "有" }, { "none", "none" }, { NULL, NULL }
  };
  g_assert_cmpint (find_choice (own, "是"), ==, 1);
  g_assert_cmpint (find_choice (own, "Yes"), ==, 1);
  g_assert_cmpint (find_choice (own, "✓"), ==, 1);
  g_assert_cmpint (find_choice (own, "無"), ==, 2);
  g_assert_cmpint (find_choice (own, "perhaps"), ==, -1);
  g_assert_cmpint (find_choice (shades, "有"), ==, 1);
  g_assert_cmpint (find_choice (shades, "1"), ==, -1);
  g_assert_cmpint (find_choice (shades, "no"), ==, -1);
}

static void
test_a_bad_value_changes_nothing (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  customer->lost_on = g_strdup ("2024-03-05");
  g_assert_false (
      hf_field_set_text (customer_field ("lost_on"), customer, "2024-02-31", &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_assert_cmpstr (customer->lost_on, ==, "2024-03-05");
  g_assert_true (hf_field_set_text (customer_field ("lost_on"), customer, " ", NULL));
  g_assert_cmpstr (customer->lost_on, ==, "2024-03-05");
}

static void
test_a_text_has_a_limit (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  g_assert_false (hf_field_set_text (customer_field ("note"), customer, huge, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_TOO_LONG);
  g_assert_null (customer->note);
}

static void
test_customer_must_have_a_code (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_customer_validate (customer, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
  customer->code = g_strdup ("C1");
  g_assert_true (hf_customer_validate (customer, NULL));
  customer->joined_on = g_strdup ("2024-03-05");
  customer->lost_on = g_strdup ("2024-03-04");
  g_assert_false (hf_customer_validate (customer, NULL));
}

static void
test_a_copy_says_the_same (void)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->id = 7;
  customer->revision = 3;
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  customer->status = HF_CUSTOMER_WON_BACK;
  customer->annual_value = 1200500;
  customer->do_not_call = TRUE;
  g_autoptr (HfCustomer) copy = hf_customer_copy (customer);
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *text = hf_field_dup_text (&fields[i], customer);
      g_autofree char *copied = hf_field_dup_text (&fields[i], copy);
      g_assert_cmpstr (copied, ==, text);
    }
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpint (copy->revision, ==, 3);
  g_assert_true (copy->name != customer->name);
}

static void
test_a_choice_need_not_be_known (void)
{
  static const char *const names[] = { "channel", "category", "severity" };
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const HfField *field = hf_field_find (fields, n_fields, names[i]);
      g_assert_false (hf_field_is_set (field, complaint));
      g_assert_null (hf_field_dup_text (field, complaint));
      g_assert_true (hf_field_set_text (field, complaint, field->choices[1].name, NULL));
      g_assert_true (hf_field_is_set (field, complaint));
      g_assert_true (hf_field_set_text (field, complaint, "not known", NULL));
      g_assert_false (hf_field_is_set (field, complaint));
    }
  g_assert_true (hf_field_is_set (hf_field_find (fields, n_fields, "status"), complaint));
  g_assert_cmpint (hf_choice_read (hf_complaint_severities, "major"), ==, HF_COMPLAINT_MAJOR);
  g_assert_cmpint (hf_choice_read (hf_complaint_severities, NULL), ==,
                   HF_COMPLAINT_SEVERITY_UNKNOWN);
}

/* Who consents does so in some way. */
static void
test_a_required_choice_is_known (void)
{
  g_autoptr (HfConsent) consent = hf_consent_new ();
  gsize n_fields;
  const HfField *fields = hf_consent_fields (&n_fields);
  const HfField *field = hf_field_find (fields, n_fields, "channel");
  g_autoptr (GError) error = NULL;
  g_assert_false (hf_field_set_text (field, consent, "Not known", &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_assert_cmpint (consent->channel, ==, HF_COMPLAINT_PHONE);
}

static void
test_complaint_is_late_until_answered (void)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  g_assert_false (hf_complaint_is_late (complaint, 100));
  complaint->due_at = 50;
  g_assert_true (hf_complaint_is_late (complaint, 100));
  complaint->status = HF_COMPLAINT_RESPONDED;
  g_assert_false (hf_complaint_is_late (complaint, 100));
}

static void
test_period_includes_both_ends (void)
{
  g_autoptr (HfPeriod) period = hf_period_new ("2024-01-01", "2024-01-31");
  g_assert_true (hf_period_contains (period, "2024-01-01"));
  g_assert_true (hf_period_contains (period, "2024-01-31"));
  g_assert_false (hf_period_contains (period, "2024-02-01"));
  g_assert_false (hf_period_contains (period, NULL));
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  g_assert_true (hf_period_contains (all, NULL));
}

/* Whatever stands behind it in memory. */
static void
test_a_list_ends_with_what_is_not_known (void)
{
  static const struct
  {
    HfChoice list[2];
    HfChoice others[2];
  } memory = { { { "one", "One" }, { NULL, "Nothing" } }, { { "two", "Two" } } };
  g_assert_cmpint (hf_choice_find (memory.list, "one"), ==, 0);
  g_assert_cmpint (hf_choice_find (memory.list, "nothing"), ==, 1);
  g_assert_cmpint (hf_choice_find (memory.list, "Two"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/choice-end", test_a_list_ends_with_what_is_not_known);
  g_test_add_func ("/field/kinds", test_every_kind_of_field_is_set);
  g_test_add_func ("/records/yes-and-no", test_a_choice_of_yes_and_no);
  g_test_add_func ("/field/bad-value", test_a_bad_value_changes_nothing);
  g_test_add_func ("/field/limit", test_a_text_has_a_limit);
  g_test_add_func ("/field/not-known", test_a_choice_need_not_be_known);
  g_test_add_func ("/field/known", test_a_required_choice_is_known);
  g_test_add_func ("/customer/validate", test_customer_must_have_a_code);
  g_test_add_func ("/customer/copy", test_a_copy_says_the_same);
  g_test_add_func ("/complaint/late", test_complaint_is_late_until_answered);
  g_test_add_func ("/period/ends", test_period_includes_both_ends);
  return g_test_run ();
}
