#include "config.h"

#include "hf-customer-names.h"

#include "hf-locale.h"
#include "hf-store-codebook.h"
#include "hf-store-custom-fields.h"
#include "hf-store-saved-filters.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-store-tags.h"

static void
clear_names (gpointer data)
{
  HfCustomerNames *self = data;
  g_clear_object (&self->codebook);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_hash_table_unref);
  g_free (self->currency);
}

static GHashTable *
list_languages (void)
{
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) codes = hf_locale_list_languages ();
  for (guint i = 0; codes[i] != NULL; i++)
    g_hash_table_insert (languages, g_strdup (codes[i]),
                         hf_locale_dup_language_name (codes[i]));
  return languages;
}

/**
 * hf_customer_names_load:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the names.
 *
 * Returns: (transfer full) (nullable) (type HfCustomerNames): the names
 */
gpointer
hf_customer_names_load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomerNames) self = g_rc_box_new0 (HfCustomerNames);
  self->codebook = hf_store_codebook_load (session, error);
  if (self->codebook == NULL)
    return NULL;
  self->branches = hf_store_branches_list (session, error);
  if (self->branches == NULL)
    return NULL;
  self->staff = hf_store_staff_list (session, error);
  if (self->staff == NULL)
    return NULL;
  self->tags = hf_store_tags_list (session, error);
  if (self->tags == NULL)
    return NULL;
  self->filters = hf_store_saved_filters_list (session, error);
  if (self->filters == NULL)
    return NULL;
  self->fields = hf_store_custom_fields_list (session, error);
  if (self->fields == NULL)
    return NULL;
  self->languages = list_languages ();
  /* Not having chosen a currency is no error. */
  self->currency = hf_store_settings_get (session, HF_SETTING_CURRENCY, NULL);
  return g_steal_pointer (&self);
}

/**
 * hf_customer_names_ref:
 * @self: the names
 *
 * Takes a share in them.
 *
 * Returns: (transfer full): the same
 */
HfCustomerNames *
hf_customer_names_ref (HfCustomerNames *self)
{
  return g_rc_box_acquire (self);
}

/**
 * hf_customer_names_unref:
 * @self: (transfer full): the names
 *
 * Lets go of them.
 */
void
hf_customer_names_unref (HfCustomerNames *self)
{
  g_rc_box_release_full (self, clear_names);
}

/**
 * hf_customer_names_dup_code:
 * @self: (nullable): the names
 * @code: a reason's code
 *
 * Gives a reason's name in the program's language.
 *
 * Returns: (transfer full): the name; the code where it is not known
 */
char *
hf_customer_names_dup_code (HfCustomerNames *self, const char *code)
{
  if (self == NULL)
    return g_strdup (code);
  return hf_codebook_dup_name (self->codebook, code, hf_locale_get_current ());
}

/**
 * hf_customer_names_get_language:
 * @self: (nullable): the names
 * @code: (nullable): a language's code
 *
 * Gives a language's name in that language.
 *
 * Returns: (nullable): such as "简体中文"; the code where there is no such name
 */
const char *
hf_customer_names_get_language (const HfCustomerNames *self, const char *code)
{
  const char *name = self != NULL && code != NULL ? g_hash_table_lookup (self->languages, code)
                                                  : NULL;
  return name != NULL ? name : code;
}
