#include "config.h"

#include "hf-customer-expression.h"

#include <string.h>

#include "hf-customer.h"
#include "hf-text.h"

#define SEARCH "search="
#define TO ".."

static HfPeriod *
parse_period (const char *value)
{
  const char *to = strstr (value, TO);
  if (to == NULL)
    return NULL;
  g_autofree char *from = g_strndup (value, to - value);
  to += strlen (TO);
  return hf_period_new (*from != '\0' ? from : NULL, *to != '\0' ? to : NULL);
}

static void
set_period (HfPeriod **period, const char *value)
{
  g_clear_pointer (period, hf_period_free);
  *period = parse_period (value);
}

static void
set_part (HfCustomerFilter *filter, const char *key, const char *value)
{
  if (strcmp (key, "status") == 0 && hf_choice_find_name (hf_customer_statuses, value) >= 0)
    hf_text_set (&filter->status, value);
  else if (strcmp (key, "reason") == 0)
    hf_text_set (&filter->reason, value);
  else if (strcmp (key, "lost_in") == 0)
    hf_text_set (&filter->lost_in, value);
  else if (strcmp (key, "lost") == 0)
    set_period (&filter->lost_within, value);
  else if (strcmp (key, "learnt") == 0)
    set_period (&filter->learnt_within, value);
  else if (strcmp (key, "manager") == 0)
    hf_text_set (&filter->manager, value);
  else if (strcmp (key, "branch") == 0)
    filter->branch_id = g_ascii_strtoll (value, NULL, 10);
}

/**
 * hf_customer_expression_parse:
 * @expression: such as "status=lost", "reason=price&learnt=2025-01-01..2025-12-31",
 *   "lost_in=2025-06&branch=12", "lost=2025-01-01.." or "search=words"; a period may lack an
 * end; "search" comes last and takes the rest
 *
 * Reads which customers another page wants to see. A part that means nothing does not narrow.
 *
 * Returns: (transfer full): a filter
 */
HfCustomerFilter *
hf_customer_expression_parse (const char *expression)
{
  HfCustomerFilter *filter = hf_customer_filter_copy (NULL);
  const char *part = expression;
  while (*part != '\0')
    {
      if (g_str_has_prefix (part, SEARCH))
        {
          hf_text_set (&filter->search, part + strlen (SEARCH));
          break;
        }
      gsize length = strcspn (part, "&");
      g_autofree char *key = g_strndup (part, length);
      char *value = strchr (key, '=');
      if (value != NULL)
        {
          *value++ = '\0';
          set_part (filter, key, value);
        }
      part += length + (part[length] == '&');
    }
  return filter;
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
         || filter->lost_within != NULL || filter->learnt_within != NULL;
}
