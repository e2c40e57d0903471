#include "config.h"

#include "hf-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-time.h"

#define SHOWN_OF_BAD_VALUE 40

G_DEFINE_QUARK (hf_field_error, hf_field_error)

/**
 * hf_field_find:
 * @fields: (array length=n_fields): a record's fields
 * @n_fields: how many
 * @name: a field's name
 *
 * Finds a field by its name.
 *
 * Returns: (nullable): the field
 */
const HfField *
hf_field_find (const HfField *fields, gsize n_fields, const char *name)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

/**
 * hf_field_label:
 * @field: a field
 *
 * Gives a field's label in the program's language.
 *
 * Returns: the label
 */
const char *
hf_field_label (const HfField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, HF_FIELD_CONTEXT, field->label);
}

/* What is wrong is translated here: most values are good. */
static gboolean
bad_value (const char *text, const char *message, GError **error)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > SHOWN_OF_BAD_VALUE
                               ? g_utf8_substring (text, 0, SHOWN_OF_BAD_VALUE)
                               : g_strdup (text);
  g_autofree char *quoted = g_strdup_printf (
      /* Translators: a value from a spreadsheet, and what is wrong with it. */
      _ ("“%s”: %s"), start, _ (message));
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID, quoted);
  return FALSE;
}

static gboolean
set_string (char **place, char *value, const char *text, const char *message, GError **error)
{
  if (value == NULL)
    return bad_value (text, message, error);
  g_free (*place);
  *place = value;
  return TRUE;
}

static const HfChoice flags[] = { { "0", NC_ ("choice", "No") },
                                  { "1", NC_ ("choice", "Yes") },
                                  { NULL, NULL } };

/* What people write for them besides, and spreadsheet programs in any language. */
static const char *const marks[][9] = {
  { "false", "n", "无", "無", "×", "✗", "✘", NULL },
  { "true", "y", "有", "√", "✓", "✔", NULL },
};

static int
find_flag (const char *text)
{
  g_autofree char *folded = hf_text_fold (text);
  for (int flag = FALSE; flag <= TRUE; flag++)
    if (g_strv_contains (marks[flag], folded))
      return flag;
  return hf_choice_find (flags, text);
}

/* The one of a list such as "yes, no" that says the same as another word for it. */
static int
find_like_flag (const HfChoice *choices, const char *text)
{
  int flag = find_flag (text), found = -1;
  for (int i = 0; flag >= 0 && choices[i].name != NULL; i++)
    if (find_flag (choices[i].name) == flag)
      {
        if (found >= 0)
          return -1;
        found = i;
      }
  return found;
}

/**
 * hf_field_find_choice:
 * @field: a field with choices
 * @text: (nullable): a name or label of one of them, in any language that is installed; of a
 *   field with the choices yes and no any word or mark for these
 *
 * Finds the choice that a text means.
 *
 * Returns: its place, -1 where it means none
 */
int
hf_field_find_choice (const HfField *field, const char *text)
{
  int value = hf_choice_find (field->choices, text);
  return value >= 0 ? value : find_like_flag (field->choices, text);
}

static gboolean
set_choice (const HfField *field, int *place, const char *text, GError **error)
{
  int value = hf_field_find_choice (field, text);
  if (value < 0 || (field->choices[value].name == NULL && field->required))
    return bad_value (text, N_ ("not one of the values of this field"), error);
  *place = value;
  return TRUE;
}

static gboolean
set_flag (gboolean *place, const char *text, GError **error)
{
  int value = find_flag (text);
  if (value < 0)
    return bad_value (text, N_ ("neither yes nor no"), error);
  *place = value;
  return TRUE;
}

static gboolean
set_long_text (const HfField *field, char **place, const char *text, GError **error)
{
  guint limit = field->max_length > 0 ? field->max_length : HF_FIELD_MAX_LENGTH;
  /* No text has more characters than bytes. */
  if (strlen (text) > limit && g_utf8_strlen (text, -1) > (glong) limit)
    {
      g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_TOO_LONG,
                   /* Translators: %u is a number of characters. */
                   _ ("longer than %u characters"), limit);
      return FALSE;
    }
  hf_text_set (place, text);
  return TRUE;
}

/**
 * hf_field_set_text:
 * @field: a field
 * @record: the record that has it
 * @text: (nullable): a value as people and spreadsheets write it; blank changes nothing
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Sets a field from text.
 *
 * Returns: whether the value was good; where not, the record is as it was
 */
gboolean
hf_field_set_text (const HfField *field, gpointer record, const char *text, GError **error)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  if (hf_text_is_blank (text))
    return TRUE;
  switch (field->kind)
    {
    case HF_FIELD_TEXT:
      return set_long_text (field, place, text, error);
    case HF_FIELD_DATE:
      return set_string (place, hf_time_parse_date (text), text, N_ ("there is no such day"),
                         error);
    case HF_FIELD_MONTH:
      return set_string (place, hf_time_parse_month (text), text, N_ ("there is no such month"),
                         error);
    case HF_FIELD_MOMENT:
      return hf_time_parse_moment (text, place)
             || bad_value (text, N_ ("there is no such day or time"), error);
    case HF_FIELD_AMOUNT:
      return hf_amount_parse (text, place) || bad_value (text, N_ ("not a number"), error);
    case HF_FIELD_CHOICE:
      return set_choice (field, place, text, error);
    case HF_FIELD_FLAG:
      return set_flag (place, text, error);
    case HF_FIELD_ZONE:
      return set_string (place, hf_time_zone_find (text), text,
                         N_ ("there is no such time zone"), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hf_field_dup_text:
 * @field: a field
 * @record: the record that has it
 *
 * Gives a field's value as text, the same in every language: choices by their name, moments in
 * local time.
 *
 * Returns: (transfer full) (nullable): the text, %NULL where the value is not known
 */
char *
hf_field_dup_text (const HfField *field, gconstpointer record)
{
  gconstpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  switch (field->kind)
    {
    case HF_FIELD_TEXT:
    case HF_FIELD_DATE:
    case HF_FIELD_MONTH:
    case HF_FIELD_ZONE:
      return g_strdup (*(char *const *) place);
    case HF_FIELD_MOMENT:
      return hf_time_format_moment (*(const gint64 *) place);
    case HF_FIELD_AMOUNT:
      return hf_field_is_set (field, record) ? hf_amount_format (*(const gint64 *) place)
                                             : NULL;
    case HF_FIELD_CHOICE:
      return g_strdup (field->choices[*(const int *) place].name);
    case HF_FIELD_FLAG:
      return g_strdup (flags[*(const gboolean *) place != FALSE].name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hf_field_copy:
 * @field: a field
 * @record: the record that gets it
 * @from: another of the same kind
 *
 * Takes a field's value over.
 */
void
hf_field_copy (const HfField *field, gpointer record, gconstpointer from)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  gconstpointer source = G_STRUCT_MEMBER_P (from, field->offset);
  switch (field->kind)
    {
    case HF_FIELD_TEXT:
    case HF_FIELD_DATE:
    case HF_FIELD_MONTH:
    case HF_FIELD_ZONE:
      hf_text_set (place, *(char *const *) source);
      break;
    case HF_FIELD_MOMENT:
    case HF_FIELD_AMOUNT:
      *(gint64 *) place = *(const gint64 *) source;
      break;
    case HF_FIELD_CHOICE:
    case HF_FIELD_FLAG:
      *(int *) place = *(const int *) source;
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * hf_field_is_set:
 * @field: a field
 * @record: the record that has it
 *
 * Tells whether a field's value is known; a flag always is, and a choice unless its list says
 * that it need not be.
 *
 * Returns: whether it is known
 */
gboolean
hf_field_is_set (const HfField *field, gconstpointer record)
{
  gconstpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  switch (field->kind)
    {
    case HF_FIELD_TEXT:
    case HF_FIELD_DATE:
    case HF_FIELD_MONTH:
    case HF_FIELD_ZONE:
      return *(char *const *) place != NULL;
    case HF_FIELD_MOMENT:
      return *(const gint64 *) place != 0;
    case HF_FIELD_AMOUNT:
      return *(const gint64 *) place != HF_AMOUNT_UNKNOWN;
    case HF_FIELD_CHOICE:
      return field->choices[*(const int *) place].name != NULL;
    case HF_FIELD_FLAG:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
