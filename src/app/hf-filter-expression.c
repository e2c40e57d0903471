#include "config.h"

#include "hf-filter-expression.h"

#include <string.h>

#define TO ".."

/**
 * hf_filter_expression_read:
 * @expression: such as "status=lost&branch=12"; a % and what follows is read as in an address
 * @part: called for each part in its order
 * @data: for @part
 *
 * Reads by what a page is to narrow its list. What is no part is passed over.
 */
void
hf_filter_expression_read (const char *expression, HfFilterPart part, gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (expression, "&", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *escaped = strchr (parts[i], '=');
      if (escaped == NULL)
        continue;
      *escaped++ = '\0';
      g_autofree char *value = g_uri_unescape_string (escaped, NULL);
      part (parts[i], value != NULL ? value : escaped, data);
    }
}

/**
 * hf_filter_expression_append:
 * @self: an expression
 * @key: what narrows
 * @value: (nullable): to what; %NULL does not narrow
 *
 * Adds a part, so that hf_filter_expression_read() reads it.
 */
void
hf_filter_expression_append (GString *self, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_autofree char *escaped = g_uri_escape_string (value, NULL, TRUE);
  g_string_append_printf (self, "%s%s=%s", self->len > 0 ? "&" : "", key, escaped);
}

/**
 * hf_filter_expression_append_period:
 * @self: an expression
 * @key: what narrows
 * @period: (nullable): to which days; %NULL does not narrow
 *
 * Adds a part that hf_filter_expression_parse_period() reads.
 */
void
hf_filter_expression_append_period (GString *self, const char *key, const HfPeriod *period)
{
  if (period == NULL)
    return;
  g_autofree char *value = g_strconcat (period->from != NULL ? period->from : "", TO,
                                        period->to, NULL);
  hf_filter_expression_append (self, key, value);
}

/**
 * hf_filter_expression_append_key:
 * @self: an expression
 * @key: what narrows
 * @id: to which record; 0 does not narrow
 *
 * Adds a record's key.
 */
void
hf_filter_expression_append_key (GString *self, const char *key, gint64 id)
{
  if (id != 0)
    g_string_append_printf (self, "%s%s=%" G_GINT64_FORMAT, self->len > 0 ? "&" : "", key, id);
}

/**
 * hf_filter_expression_parse_period:
 * @value: such as "2025-01-01..2025-12-31", perhaps without an end
 *
 * Reads a period.
 *
 * Returns: (transfer full) (nullable): the period; %NULL where it is none
 */
HfPeriod *
hf_filter_expression_parse_period (const char *value)
{
  const char *to = strstr (value, TO);
  if (to == NULL)
    return NULL;
  g_autofree char *from = g_strndup (value, to - value);
  to += strlen (TO);
  return hf_period_new (*from != '\0' ? from : NULL, *to != '\0' ? to : NULL);
}
