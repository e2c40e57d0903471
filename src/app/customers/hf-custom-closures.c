#include "config.h"

#include "hf-custom-closures.h"

#include <glib/gi18n.h>

/**
 * hf_custom_words_value:
 * @value: (nullable): what is entered in a custom field
 *
 * Says what a custom field has, as it was entered: a number may be a year as well as a sum.
 *
 * Returns: (transfer full): the value in one line, empty where there is none
 */
char *
hf_custom_words_value (const char *value)
{
  return g_strdelimit (g_strdup (value != NULL ? value : ""), "\n", ' ');
}

static char *
range_words (const char *value)
{
  g_autofree char *from = NULL, *to = NULL;
  hf_custom_condition_split (value, &from, &to);
  if (from == NULL)
    /* Translators: a number or a day. */
    return g_strdup_printf (C_ ("range", "up to %s"), to != NULL ? to : "");
  if (to == NULL)
    /* Translators: a number or a day. */
    return g_strdup_printf (C_ ("range", "from %s"), from);
  /* Translators: two numbers or two days. */
  return g_strdup_printf (C_ ("range", "%s to %s"), from, to);
}

static char *
choice_words (const char *value)
{
  g_auto (GStrv) choices = g_strsplit (value, "\n", -1);
  /* Translators: what stands between the values of a list. */
  return g_strjoinv (C_ ("list", ", "), choices);
}

static char *
value_words (HfCustomKind kind, const char *value)
{
  switch (kind)
    {
    case HF_CUSTOM_NUMBER:
    case HF_CUSTOM_DATE:
      return range_words (value);
    case HF_CUSTOM_CHOICE:
      return choice_words (value);
    case HF_CUSTOM_TEXT:
    default:
      return hf_custom_words_value (value);
    }
}

/**
 * hf_custom_words_condition:
 * @name: what a custom field is called
 * @kind: its kind
 * @value: (nullable): the value of a #HfCustomCondition, %NULL for anything
 *
 * Says how a list is narrowed by a custom field.
 *
 * Returns: (transfer full): such as "Mileage: from 10000"; the name alone where it is not
 */
char *
hf_custom_words_condition (const char *name, HfCustomKind kind, const char *value)
{
  if (value == NULL)
    return g_strdup (name);
  g_autofree char *words = value_words (kind, value);
  /* Translators: a custom field, and what customers must have in it. */
  return g_strdup_printf (C_ ("condition", "%s: %s"), name, words);
}
