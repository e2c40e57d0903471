#include "config.h"

#include "hf-custom-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-customer.h"
#include "hf-field.h"
#include "hf-text.h"

/* The language that is asked when the wanted one has no name. */
#define FALLBACK "en"

/* Before a field's key where it stands beside the names of other fields. */
#define KEY_PREFIX "custom:"

G_DEFINE_FINAL_TYPE (HfCustomField, hf_custom_field, G_TYPE_OBJECT)

const HfChoice hf_custom_kinds[] = {
  [HF_CUSTOM_TEXT] = { "text", NC_ ("choice", "Text") },
  [HF_CUSTOM_NUMBER] = { "number", NC_ ("choice", "Number") },
  [HF_CUSTOM_DATE] = { "date", NC_ ("choice", "Date") },
  [HF_CUSTOM_CHOICE] = { "choice", NC_ ("choice", "Choice") },
  { NULL, NULL },
};

static void
hf_custom_field_finalize (GObject *object)
{
  HfCustomField *self = HF_CUSTOM_FIELD (object);
  g_hash_table_unref (self->names);
  g_strfreev (self->choices);
  G_OBJECT_CLASS (hf_custom_field_parent_class)->finalize (object);
}

static void
hf_custom_field_class_init (HfCustomFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_custom_field_finalize;
}

static void
hf_custom_field_init (HfCustomField *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * hf_custom_field_new:
 *
 * Makes a text field without a name.
 *
 * Returns: (transfer full): the field
 */
HfCustomField *
hf_custom_field_new (void)
{
  return g_object_new (HF_TYPE_CUSTOM_FIELD, NULL);
}

/**
 * hf_custom_field_get_name:
 * @self: a field
 * @language: a language's code
 *
 * Gives the field's name in a language, else in English, else in any.
 *
 * Returns: the name; empty where it has none
 */
const char *
hf_custom_field_get_name (const HfCustomField *self, const char *language)
{
  GHashTableIter iter;
  gpointer name = g_hash_table_lookup (self->names, language);
  if (name == NULL)
    name = g_hash_table_lookup (self->names, FALLBACK);
  if (name != NULL)
    return name;
  g_hash_table_iter_init (&iter, self->names);
  return g_hash_table_iter_next (&iter, NULL, &name) ? name : "";
}

/**
 * hf_custom_field_set_name:
 * @self: a field
 * @language: a language's code
 * @name: (nullable): the name; blank for none
 *
 * Names the field in a language.
 */
void
hf_custom_field_set_name (HfCustomField *self, const char *language, const char *name)
{
  if (hf_text_is_blank (name))
    g_hash_table_remove (self->names, language);
  else
    g_hash_table_replace (self->names, g_strdup (language), hf_text_trim (name));
}

/**
 * hf_custom_field_set_choices:
 * @self: a field
 * @lines: (nullable): what can be chosen, one in a line
 *
 * Tells what can be chosen.
 */
void
hf_custom_field_set_choices (HfCustomField *self, const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && g_hash_table_add (seen, parts[i]))
      g_strv_builder_add (choices, parts[i]);
  g_strfreev (self->choices);
  self->choices = g_strv_builder_end (choices);
}

/**
 * hf_custom_field_dup_key:
 * @id: a field's key
 *
 * Names a field among those of a record: in import profiles, filters, lists and the history.
 *
 * Returns: (transfer full): such as "custom:123"
 */
char *
hf_custom_field_dup_key (gint64 id)
{
  return g_strdup_printf (KEY_PREFIX "%" G_GINT64_FORMAT, id);
}

/**
 * hf_custom_field_parse_key:
 * @key: a field's name
 * @id: (out) (optional): the key of the custom field
 *
 * Tells whether a name is one that hf_custom_field_dup_key() gives.
 *
 * Returns: whether it is
 */
gboolean
hf_custom_field_parse_key (const char *key, gint64 *id)
{
  guint64 number = 0;
  if (!g_str_has_prefix (key, KEY_PREFIX)
      || !g_ascii_string_to_unsigned (key + strlen (KEY_PREFIX), 10, 1, G_MAXINT64, &number,
                                      NULL))
    return FALSE;
  if (id != NULL)
    *id = number;
  return TRUE;
}

/**
 * hf_custom_field_validate:
 * @self: a field
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_custom_field_validate (const HfCustomField *self, GError **error)
{
  if (g_hash_table_size (self->names) == 0)
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("the name is missing"));
      return FALSE;
    }
  if (self->kind == HF_CUSTOM_CHOICE && (self->choices == NULL || self->choices[0] == NULL))
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("there is nothing to choose from"));
      return FALSE;
    }
  return TRUE;
}

/* All names under which fields are known, folded; of those of every customer in the language
 * that is shown. */
static GHashTable *
list_taken (const HfCustomField *self, GPtrArray *all)
{
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    g_hash_table_add (taken, hf_text_fold (hf_field_label (&fields[i])));
  for (guint i = 0; i < all->len; i++)
    {
      const HfCustomField *other = all->pdata[i];
      g_hash_table_iter_init (&iter, other->names);
      while (other->id != self->id && g_hash_table_iter_next (&iter, NULL, &name))
        g_hash_table_add (taken, hf_text_fold (name));
    }
  return taken;
}

/**
 * hf_custom_field_check_names:
 * @self: a field
 * @all: (element-type HfCustomField): the fields that there are, also itself
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks that nobody takes it for another field, in a form or at the head of a column.
 *
 * Returns: whether nobody does
 */
gboolean
hf_custom_field_check_names (const HfCustomField *self, GPtrArray *all, GError **error)
{
  g_autoptr (GHashTable) taken = list_taken (self, all);
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    {
      g_autofree char *folded = hf_text_fold (name);
      if (!g_hash_table_contains (taken, folded))
        continue;
      g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                   /* Translators: %s is the name of a field of the customer's file. */
                   _ ("There is a field “%s” already."), (const char *) name);
      return FALSE;
    }
  return TRUE;
}
