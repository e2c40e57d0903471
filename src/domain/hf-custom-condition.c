#include "config.h"

#include "hf-custom-condition.h"

#include <string.h>

#include "hf-text.h"

#define TO ".."

/**
 * hf_custom_condition_new:
 * @field_id: a field's key
 * @kind: its kind
 * @value: what it must have
 *
 * Makes a condition.
 *
 * Returns: (transfer full): the condition
 */
HfCustomCondition *
hf_custom_condition_new (gint64 field_id, HfCustomKind kind, const char *value)
{
  HfCustomCondition *self = g_new (HfCustomCondition, 1);
  *self = (HfCustomCondition){ field_id, kind, g_strdup (value) };
  return self;
}

/**
 * hf_custom_condition_copy:
 * @self: a condition
 *
 * Copies a condition.
 *
 * Returns: (transfer full): the copy
 */
HfCustomCondition *
hf_custom_condition_copy (const HfCustomCondition *self)
{
  return hf_custom_condition_new (self->field_id, self->kind, self->value);
}

/**
 * hf_custom_condition_free:
 * @self: (transfer full): a condition
 *
 * Frees it.
 */
void
hf_custom_condition_free (HfCustomCondition *self)
{
  g_free (self->value);
  g_free (self);
}

/**
 * hf_custom_condition_dup_key:
 * @self: a condition
 *
 * Names what a condition is about, in an expression.
 *
 * Returns: (transfer full): such as "number:12"
 */
char *
hf_custom_condition_dup_key (const HfCustomCondition *self)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, hf_custom_kinds[self->kind].name,
                          self->field_id);
}

/**
 * hf_custom_condition_parse_key:
 * @key: such as "number:12"
 * @kind: (out): the field's kind
 * @field_id: (out): its key
 *
 * Tells whether a name is one that hf_custom_condition_dup_key() gives.
 *
 * Returns: whether it is
 */
gboolean
hf_custom_condition_parse_key (const char *key, HfCustomKind *kind, gint64 *field_id)
{
  const char *colon = strchr (key, ':');
  guint64 number = 0;
  if (colon == NULL
      || !g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  g_autofree char *name = g_strndup (key, colon - key);
  int found = hf_choice_find_name (hf_custom_kinds, name);
  *kind = MAX (0, found);
  *field_id = number;
  return found >= 0;
}

/**
 * hf_custom_condition_join:
 * @from: (nullable): the least, blank for none
 * @to: (nullable): the largest, blank for none
 *
 * Makes the value of a condition for a number or a date.
 *
 * Returns: (transfer full) (nullable): the value, %NULL where neither end is there
 */
char *
hf_custom_condition_join (const char *from, const char *to)
{
  if (hf_text_is_blank (from) && hf_text_is_blank (to))
    return NULL;
  return g_strconcat (from != NULL ? from : "", TO, to, NULL);
}

/**
 * hf_custom_condition_split:
 * @value: (nullable): the value of a condition for a number or a date
 * @from: (out) (transfer full) (nullable): the least
 * @to: (out) (transfer full) (nullable): the largest
 *
 * Takes apart what hf_custom_condition_join() made.
 */
void
hf_custom_condition_split (const char *value, char **from, char **to)
{
  const char *middle = value != NULL ? strstr (value, TO) : NULL;
  *from = middle > value ? g_strndup (value, middle - value) : NULL;
  *to = middle != NULL && middle[strlen (TO)] != '\0' ? g_strdup (middle + strlen (TO)) : NULL;
}
