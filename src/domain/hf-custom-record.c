#include "config.h"

#include "hf-custom-record.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-text.h"

/* What stands for a choice that was not made. */
#define NONE "–"

static HfFieldKind
kind_of (HfCustomKind kind)
{
  switch (kind)
    {
    case HF_CUSTOM_NUMBER:
      return HF_FIELD_AMOUNT;
    case HF_CUSTOM_DATE:
      return HF_FIELD_DATE;
    case HF_CUSTOM_CHOICE:
      return HF_FIELD_CHOICE;
    case HF_CUSTOM_TEXT:
    default:
      return HF_FIELD_TEXT;
    }
}

static gboolean
has_text (const HfField *field)
{
  return field->kind == HF_FIELD_TEXT || field->kind == HF_FIELD_DATE;
}

/* A choice that was taken out of the list since is still shown. */
static HfChoice *
make_choices (const HfCustomField *field, const char *value)
{
  GArray *choices = g_array_new (TRUE, TRUE, sizeof (HfChoice));
  const HfChoice none = { "", NONE };
  g_array_append_val (choices, none);
  for (char **name = field->choices; name != NULL && *name != NULL; name++)
    {
      char *copy = g_strdup (*name);
      const HfChoice choice = { copy, copy };
      g_array_append_val (choices, choice);
    }
  if (value != NULL
      && (field->choices == NULL
          || !g_strv_contains ((const char *const *) field->choices, value)))
    {
      char *copy = g_strdup (value);
      const HfChoice choice = { copy, copy };
      g_array_append_val (choices, choice);
    }
  return (HfChoice *) (gpointer) g_array_free (choices, FALSE);
}

static const char *
find_value (GHashTable *values, gint64 id)
{
  return values != NULL ? g_hash_table_lookup (values, &id) : NULL;
}

/* What it is called in all languages. */
static const char *const *
list_names (const HfCustomField *field)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (field->names),
                                             (GCompareFunc) strcmp);
  for (const GList *language = languages; language != NULL; language = language->next)
    g_strv_builder_add (names, g_hash_table_lookup (field->names, language->data));
  return (const char *const *) g_strv_builder_end (names);
}

static void
add_field (HfCustomRecord *self, const HfCustomField *custom, const char *value,
           const char *language)
{
  guint i = self->n_fields++;
  self->ids[i] = custom->id;
  self->names[i] = hf_custom_field_dup_key (custom->id);
  if (custom->kind == HF_CUSTOM_CHOICE)
    self->choices[i] = make_choices (custom, value);
  self->fields[i] = (HfField){ .name = self->names[i],
                               .label = g_strdup (hf_custom_field_get_name (custom, language)),
                               .also = list_names (custom),
                               .kind = kind_of (custom->kind),
                               .offset = i * sizeof (gint64),
                               .choices = self->choices[i],
                               .max_length = 400 };
}

/**
 * hf_custom_record_new:
 * @fields: (element-type HfCustomField): the fields that there are
 * @values: (nullable) (element-type gint64 utf8): a field's key to its value
 * @language: in which language they are named
 *
 * Makes a record of the fields that are in use.
 *
 * Returns: (transfer full): the record
 */
HfCustomRecord *
hf_custom_record_new (GPtrArray *fields, GHashTable *values, const char *language)
{
  HfCustomRecord *self = g_new0 (HfCustomRecord, 1);
  self->fields = g_new0 (HfField, fields->len + 1);
  self->choices = g_new0 (HfChoice *, fields->len + 1);
  self->names = g_new0 (char *, fields->len + 1);
  self->ids = g_new0 (gint64, fields->len + 1);
  self->values = g_new0 (gint64, fields->len + 1);
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *custom = g_ptr_array_index (fields, i);
      if (!custom->retired)
        add_field (self, custom, find_value (values, custom->id), language);
    }
  hf_custom_record_set_values (self, values);
  return self;
}

static void
free_values (HfCustomRecord *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (has_text (&self->fields[i]))
      g_clear_pointer ((char **) (gpointer) &self->values[i], g_free);
}

/**
 * hf_custom_record_clear:
 * @self: a record
 *
 * Empties all of its fields.
 */
void
hf_custom_record_clear (HfCustomRecord *self)
{
  free_values (self);
  for (guint i = 0; i < self->n_fields; i++)
    self->values[i] = self->fields[i].kind == HF_FIELD_AMOUNT ? HF_AMOUNT_UNKNOWN : 0;
}

/**
 * hf_custom_record_set_values:
 * @self: a record
 * @values: (nullable) (element-type gint64 utf8): a field's key to its value, as it is stored
 *
 * Fills in all of its fields anew.
 */
void
hf_custom_record_set_values (HfCustomRecord *self, GHashTable *values)
{
  hf_custom_record_clear (self);
  for (guint i = 0; i < self->n_fields; i++)
    hf_field_set_text (&self->fields[i], self->values, find_value (values, self->ids[i]), NULL);
}

/**
 * hf_custom_record_free:
 * @self: (transfer full): a record
 *
 * Frees it.
 */
void
hf_custom_record_free (HfCustomRecord *self)
{
  free_values (self);
  for (guint i = 0; i < self->n_fields; i++)
    {
      for (HfChoice *choice = self->choices[i]; choice != NULL && choice->name != NULL;
           choice++)
        if (*choice->name != '\0')
          g_free ((char *) choice->name);
      g_free (self->choices[i]);
      g_free ((char *) self->fields[i].label);
      g_strfreev ((char **) self->fields[i].also);
    }
  g_free (self->choices);
  g_free (self->fields);
  g_strfreev (self->names);
  g_free (self->ids);
  g_free (self->values);
  g_free (self);
}

/**
 * hf_custom_record_dup_values:
 * @self: a record
 *
 * Gives the values as they are stored; of what is not known, an empty text.
 *
 * Returns: (transfer full) (element-type gint64 utf8): a field's key to its value
 */
GHashTable *
hf_custom_record_dup_values (const HfCustomRecord *self)
{
  GHashTable *values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < self->n_fields; i++)
    {
      char *text = hf_field_dup_text (&self->fields[i], self->values);
      g_hash_table_insert (values, g_memdup2 (&self->ids[i], sizeof self->ids[i]),
                           text != NULL ? text : g_strdup (""));
    }
  return values;
}
