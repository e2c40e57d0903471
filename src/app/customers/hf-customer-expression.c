#include "config.h"

#include "hf-customer-expression.h"

#include <string.h>

#include "hf-customer.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-filter-expression.h"
#include "hf-text.h"

#define SEARCH "search="

static void
set_period (HfPeriod **period, const char *value)
{
  g_clear_pointer (period, hf_period_free);
  *period = hf_filter_expression_parse_period (value);
}

/* Such as "price", whichever part of the filter it is. */
static char **
find_text (HfCustomerFilter *filter, const char *key)
{
  const struct
  {
    const char *key;
    char **text;
  } texts[] = { { "status", &filter->status },   { "reason", &filter->reason },
                { "lost_in", &filter->lost_in }, { "manager", &filter->manager },
                { "tag", &filter->tag },         { "class", &filter->grade } };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].key, key) == 0)
      return texts[i].text;
  return NULL;
}

static gboolean
is_allowed (const char *key, const char *value)
{
  if (strcmp (key, "status") == 0)
    return hf_choice_find_name (hf_customer_statuses, value) >= 0;
  if (strcmp (key, "class") == 0)
    return hf_choice_find_name (hf_loyalty_classes, value) >= 0;
  return TRUE;
}

static void
set_part (const char *key, const char *value, gpointer data)
{
  HfCustomerFilter *filter = data;
  char **text = find_text (filter, key);
  HfCustomKind kind;
  gint64 field_id;
  if (!is_allowed (key, value))
    return;
  if (text != NULL)
    hf_text_set (text, value);
  else if (strcmp (key, "lost") == 0)
    set_period (&filter->lost_within, value);
  else if (strcmp (key, "learnt") == 0)
    set_period (&filter->learnt_within, value);
  else if (strcmp (key, "branch") == 0)
    filter->branch_id = g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (key, "queue") == 0)
    filter->queue = MAX (0, hf_choice_find_name (hf_customer_queues, value));
  else if (strcmp (key, "calling") == 0)
    filter->calling = MAX (0, hf_choice_find_name (hf_customer_callings, value));
  else if (strcmp (key, "order") == 0)
    hf_customer_filter_set_order (filter, value);
  else if (strcmp (key, "descending") == 0)
    filter->descending = strcmp (value, "1") == 0;
  else if (hf_custom_condition_parse_key (key, &kind, &field_id))
    hf_customer_filter_set_custom (filter, field_id, kind, value);
}

/**
 * hf_customer_expression_parse:
 * @expression: such as "status=lost", "reason=price&learnt=2025-01-01..2025-12-31",
 *   "lost_in=2025-06&branch=12", "lost=2025-01-01..", "number:12=5..100" of a custom field, or
 *   "search=words"; a period may lack an end; "search" comes last and takes the rest
 *
 * Reads which customers another page or a saved filter wants to see. A part that means nothing
 * does not narrow; a % and what follows is read as in an address.
 *
 * Returns: (transfer full): a filter
 */
HfCustomerFilter *
hf_customer_expression_parse (const char *expression)
{
  HfCustomerFilter *filter = hf_customer_filter_copy (NULL);
  g_autofree char *parts = g_strdup (expression);
  char *search = g_str_has_prefix (parts, SEARCH) ? parts : strstr (parts, "&" SEARCH);
  if (search != NULL)
    {
      hf_text_set (&filter->search, strchr (search, '=') + 1);
      *search = '\0';
    }
  hf_filter_expression_read (parts, set_part, filter);
  return filter;
}

static void
append_choice (GString *expression, const char *key, const HfChoice *choices, int value)
{
  hf_filter_expression_append (expression, key, value > 0 ? choices[value].name : NULL);
}

static void
append_custom (GString *expression, GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const HfCustomCondition *condition = conditions->pdata[i];
      g_autofree char *key = hf_custom_condition_dup_key (condition);
      hf_filter_expression_append (expression, key, condition->value);
    }
}

/**
 * hf_customer_expression_format:
 * @filter: a filter
 *
 * Writes a filter and its order so that hf_customer_expression_parse() reads the same.
 *
 * Returns: (transfer full): the expression; empty for all customers by their names
 */
char *
hf_customer_expression_format (const HfCustomerFilter *filter)
{
  GString *expression = g_string_new (NULL);
  g_autofree char *order = hf_customer_filter_dup_order (filter);
  hf_filter_expression_append (expression, "status", filter->status);
  hf_filter_expression_append (expression, "reason", filter->reason);
  hf_filter_expression_append (expression, "lost_in", filter->lost_in);
  hf_filter_expression_append (expression, "manager", filter->manager);
  hf_filter_expression_append (expression, "tag", filter->tag);
  hf_filter_expression_append (expression, "class", filter->grade);
  hf_filter_expression_append_key (expression, "branch", filter->branch_id);
  hf_filter_expression_append_period (expression, "lost", filter->lost_within);
  hf_filter_expression_append_period (expression, "learnt", filter->learnt_within);
  append_choice (expression, "queue", hf_customer_queues, filter->queue);
  append_choice (expression, "calling", hf_customer_callings, filter->calling);
  append_custom (expression, filter->custom);
  if (filter->order != HF_CUSTOMER_BY_NAME || filter->order_field != 0)
    hf_filter_expression_append (expression, "order", order);
  hf_filter_expression_append (expression, "descending", filter->descending ? "1" : NULL);
  if (!hf_text_is_blank (filter->search))
    g_string_append_printf (expression, "%s" SEARCH "%s", expression->len > 0 ? "&" : "",
                            filter->search);
  return g_string_free (expression, FALSE);
}

/**
 * hf_customer_filter_narrows:
 * @filter: a filter
 *
 * Tells whether a filter leaves anybody out.
 *
 * Returns: whether it may
 */
gboolean
hf_customer_filter_narrows (const HfCustomerFilter *filter)
{
  return !hf_text_is_blank (filter->search) || filter->status != NULL || filter->reason != NULL
         || filter->lost_in != NULL || filter->manager != NULL || filter->branch_id != 0
         || filter->lost_within != NULL || filter->learnt_within != NULL || filter->tag != NULL
         || filter->grade != NULL || filter->queue != HF_CUSTOMER_QUEUE_ANY
         || filter->calling != HF_CUSTOMER_CALLING_ANY
         || (filter->custom != NULL && filter->custom->len > 0);
}
