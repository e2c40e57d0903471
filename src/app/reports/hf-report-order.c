#include "config.h"

#include "hf-report-order.h"

#include "hf-report.h"
#include "hf-text.h"

/**
 * hf_report_order_new:
 * @period: the days that the report is about
 *
 * Makes an order for a report of all branches with all sheets, in the source language.
 *
 * Returns: (transfer full): the order
 */
HfReportOrder *
hf_report_order_new (const HfPeriod *period)
{
  HfReportOrder *self = g_new0 (HfReportOrder, 1);
  self->period = hf_period_new (period->from, period->to);
  self->first_language = g_strdup ("en");
  self->sheets = HF_REPORT_ALL_SHEETS;
  return self;
}

/**
 * hf_report_order_copy:
 * @self: an order
 *
 * Copies it.
 *
 * Returns: (transfer full): the copy
 */
HfReportOrder *
hf_report_order_copy (const HfReportOrder *self)
{
  HfReportOrder *copy = g_new (HfReportOrder, 1);
  *copy = *self;
  copy->period = hf_period_new (self->period->from, self->period->to);
  copy->branch = g_strdup (self->branch);
  copy->branch_name = g_strdup (self->branch_name);
  copy->first_language = g_strdup (self->first_language);
  copy->second_language = g_strdup (self->second_language);
  copy->maker = g_strdup (self->maker);
  copy->path = g_strdup (self->path);
  return copy;
}

/**
 * hf_report_order_free:
 * @self: (transfer full): an order
 *
 * Frees it.
 */
void
hf_report_order_free (HfReportOrder *self)
{
  hf_period_free (self->period);
  g_free (self->branch);
  g_free (self->branch_name);
  g_free (self->first_language);
  g_free (self->second_language);
  g_free (self->maker);
  g_free (self->path);
  g_free (self);
}

/**
 * hf_report_order_set_path:
 * @self: an order
 * @path: where the workbook is to be, absolute
 *
 * Says where to.
 */
void
hf_report_order_set_path (HfReportOrder *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

static void
add_text (GVariantDict *dict, const char *key, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

/**
 * hf_report_order_to_variant:
 * @self: an order
 *
 * Writes it down, to be remembered.
 *
 * Returns: (transfer floating): a dictionary, a{sv}
 */
GVariant *
hf_report_order_to_variant (const HfReportOrder *self)
{
  GVariantDict dict;
  g_variant_dict_init (&dict, NULL);
  add_text (&dict, "from", self->period->from);
  add_text (&dict, "to", self->period->to);
  add_text (&dict, "branch", self->branch);
  add_text (&dict, "branch-name", self->branch_name);
  add_text (&dict, "first-language", self->first_language);
  add_text (&dict, "second-language", self->second_language);
  add_text (&dict, "maker", self->maker);
  if (self->path != NULL)
    g_variant_dict_insert (&dict, "path", "^ay", self->path);
  g_variant_dict_insert (&dict, "mask-phones", "b", self->mask_phones);
  g_variant_dict_insert (&dict, "sheets", "u", self->sheets);
  g_variant_dict_insert (&dict, "written", "x", self->written);
  g_variant_dict_insert (&dict, "modified", "t", self->modified);
  return g_variant_dict_end (&dict);
}

static void
take_text (GVariantDict *dict, const char *key, char **field)
{
  const char *text = NULL;
  if (g_variant_dict_lookup (dict, key, "&s", &text))
    hf_text_set (field, text);
}

/**
 * hf_report_order_new_from_variant:
 * @variant: what hf_report_order_to_variant() gave
 *
 * Reads an order; what is missing is as in a new one.
 *
 * Returns: (transfer full): the order
 */
HfReportOrder *
hf_report_order_new_from_variant (GVariant *variant)
{
  g_autoptr (HfPeriod) everything = hf_period_new (NULL, NULL);
  HfReportOrder *self = hf_report_order_new (everything);
  GVariantDict dict;
  g_variant_dict_init (&dict, variant);
  take_text (&dict, "from", &self->period->from);
  take_text (&dict, "to", &self->period->to);
  take_text (&dict, "branch", &self->branch);
  take_text (&dict, "branch-name", &self->branch_name);
  take_text (&dict, "first-language", &self->first_language);
  take_text (&dict, "second-language", &self->second_language);
  take_text (&dict, "maker", &self->maker);
  g_variant_dict_lookup (&dict, "path", "^ay", &self->path);
  g_variant_dict_lookup (&dict, "mask-phones", "b", &self->mask_phones);
  g_variant_dict_lookup (&dict, "sheets", "u", &self->sheets);
  g_variant_dict_lookup (&dict, "written", "x", &self->written);
  g_variant_dict_lookup (&dict, "modified", "t", &self->modified);
  g_variant_dict_clear (&dict);
  return self;
}
