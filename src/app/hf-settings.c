#include "config.h"

#include "hf-settings.h"

/**
 * hf_settings_new:
 *
 * Gives what the program remembers of this person's habits.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed,
 *   and then the program does without
 */
GSettings *
hf_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  if (source == NULL)
    return NULL;
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, APPLICATION_ID,
                                                                        TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* NULL where nothing was chosen. */
static char *
dup_word (const char *key)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return NULL;
  g_autofree char *word = g_settings_get_string (settings, key);
  return *word != '\0' ? g_steal_pointer (&word) : NULL;
}

/**
 * hf_settings_dup_language:
 *
 * Tells which language was chosen for the program.
 *
 * Returns: (transfer full) (nullable): a code; %NULL for the system's language
 */
char *
hf_settings_dup_language (void)
{
  return dup_word (HF_SETTINGS_LANGUAGE);
}

/**
 * hf_settings_dup_database:
 *
 * Tells which database was opened last.
 *
 * Returns: (transfer full) (nullable): a file's path or a connection string; %NULL where none
 * was
 */
char *
hf_settings_dup_database (void)
{
  return dup_word (HF_SETTINGS_DATABASE);
}
