#include "config.h"

#include "hf-locale.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <unistd.h>
#endif

#include "hf-catalogue.h"
#include "hf-paths.h"

struct _HfPlainNumbers
{
#ifdef HAVE_USELOCALE
  locale_t plain;
  locale_t before;
#else
  char unused;
#endif
};

#ifdef __GLIBC__
#define PLAIN_LOCALE "/usr/lib/locale/C.utf8"

/* Newer versions of the C library translate nothing in C.UTF-8 either. They look at the name
 * alone, so the messages of that locale are taken under the name of the wanted language. */
static void
rename_plain_locale (void)
{
  const char *wanted = g_get_language_names ()[0];
  if (!g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C.") || *wanted == 'C'
      || strchr (wanted, '/') != NULL)
    return;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  if (folder == NULL)
    return;
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));
  g_autofree char *link = g_build_filename (folder, wanted, NULL);
  if (symlink (PLAIN_LOCALE, link) == 0)
    {
      g_setenv ("LOCPATH", folder, TRUE);
      setlocale (LC_MESSAGES, wanted);
      if (before != NULL)
        g_setenv ("LOCPATH", before, TRUE);
      else
        g_unsetenv ("LOCPATH");
      g_unlink (link);
    }
  g_rmdir (folder);
}
#endif

static void
set_locale (void)
{
  const char *got = setlocale (LC_ALL, "");
  /* gettext translates nothing in the C locale, and a machine may have no other but C.UTF-8. */
  if (got == NULL || strcmp (got, "C") == 0 || strcmp (got, "POSIX") == 0)
    setlocale (LC_ALL, "C.UTF-8");
#ifdef __GLIBC__
  rename_plain_locale ();
#endif
}

/**
 * hf_locale_init:
 * @language: (nullable): a language to speak, such as "zh_CN"; %NULL or empty for the system's
 *
 * Sets the locale and the catalogue; called once, before any text is shown.
 */
void
hf_locale_init (const char *language)
{
  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  set_locale ();

  g_autofree char *folder = hf_paths_dup_locale_dir ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * hf_locale_begin_plain_numbers:
 *
 * Makes this thread write numbers with a decimal point, whatever the user's region: for
 * libraries that write files with printf().
 *
 * Returns: (transfer full): for hf_locale_end_plain_numbers()
 */
HfPlainNumbers *
hf_locale_begin_plain_numbers (void)
{
  HfPlainNumbers *self = g_new0 (HfPlainNumbers, 1);
#ifdef HAVE_USELOCALE
  self->before = uselocale ((locale_t) 0);
  self->plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (self->before));
  uselocale (self->plain);
#endif
  return self;
}

/**
 * hf_locale_end_plain_numbers:
 * @self: (transfer full): what hf_locale_begin_plain_numbers() gave on this thread
 *
 * Goes back to the way of before.
 */
void
hf_locale_end_plain_numbers (HfPlainNumbers *self)
{
#ifdef HAVE_USELOCALE
  uselocale (self->before);
  freelocale (self->plain);
#endif
  g_free (self);
}

static gboolean
has_catalogue (const char *folder, const char *language)
{
  g_autofree char *path = g_build_filename (folder, language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * hf_locale_list_languages:
 *
 * Lists the languages that are installed: a new catalogue in the folder is a new language.
 *
 * Returns: (transfer full): codes in alphabetical order, the source language among them
 */
GStrv
hf_locale_list_languages (void)
{
  g_autofree char *folder = hf_paths_dup_locale_dir ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_ptr_array_add (found, g_strdup (HF_LOCALE_SOURCE));
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, HF_LOCALE_SOURCE) != 0 && has_catalogue (folder, name))
      g_ptr_array_add (found, g_strdup (name));
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_add (found, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/**
 * hf_locale_dup_language_name:
 * @language: a language's code
 *
 * Gives a language's name in that language, as its own catalogue has it.
 *
 * Returns: (transfer full): such as "简体中文"; the code where the catalogue does not say
 */
char *
hf_locale_dup_language_name (const char *language)
{
  static const char *const self_name[] = { NC_ ("this language in itself", "English") };
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (language);
  const char *name = hf_catalogue_lookup (catalogue, "this language in itself", self_name[0]);
  if (name == self_name[0] && strcmp (language, HF_LOCALE_SOURCE) != 0)
    return g_strdup (language);
  return g_strdup (name);
}

/**
 * hf_locale_get_current:
 *
 * Tells in which of the installed languages the program speaks.
 *
 * Returns: a code; the source language where none fits
 */
const char *
hf_locale_get_current (void)
{
  static const char *current = NULL;
  if (current != NULL)
    return current;
  g_auto (GStrv) installed = hf_locale_list_languages ();
  const char *const *wanted = g_get_language_names ();
  for (gsize i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) installed, wanted[i]))
      return current = g_intern_string (wanted[i]);
  return current = HF_LOCALE_SOURCE;
}
