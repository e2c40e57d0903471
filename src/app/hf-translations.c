#include "config.h"

#include "hf-translations.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "hf-locale.h"

#define SHARES "/org/huifang/Huifang/translations.ini"

/**
 * hf_translations_describe:
 * @name: a language's name
 * @translated: how many messages are translated
 * @total: how many there are; 0 where nobody counted
 *
 * Words the state of one translation; it is complete only when nothing is missing.
 *
 * Returns: (transfer full): a line such as "简体中文: 98 %"
 */
char *
hf_translations_describe (const char *name, guint translated, guint total)
{
  if (total == 0)
    return g_strdup (name);
  /* Translators: the state of a translation: a language's name, and how much is translated. */
  return g_strdup_printf (_ ("%s: %u %%"), name, translated * 100 / total);
}

static char *
describe (GKeyFile *shares, const char *language)
{
  g_autofree char *name = hf_locale_dup_language_name (language);
  if (g_str_equal (language, HF_LOCALE_SOURCE))
    return hf_translations_describe (name, 1, 1);
  int translated = g_key_file_get_integer (shares, language, "translated", NULL);
  int total = g_key_file_get_integer (shares, language, "total", NULL);
  return hf_translations_describe (name, MAX (translated, 0), MAX (total, 0));
}

/**
 * hf_translations_list:
 *
 * Lists the installed languages with the state of each.
 *
 * Returns: (transfer full): a line for each
 */
GStrv
hf_translations_list (void)
{
  g_autoptr (GKeyFile) shares = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SHARES, 0, NULL);
  if (bytes != NULL)
    g_key_file_load_from_bytes (shares, bytes, G_KEY_FILE_NONE, NULL);

  g_auto (GStrv) languages = hf_locale_list_languages ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *line = describe (shares, languages[i]);
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}
