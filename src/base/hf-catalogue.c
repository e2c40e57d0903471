#include "config.h"

#include "hf-catalogue.h"

#include <string.h>

#include "hf-locale.h"
#include "hf-paths.h"

/* The layout of a compiled catalogue is in the gettext manual, "The Format of GNU MO Files". */
#define MAGIC 0x950412deu
#define HEADER_SIZE 28
#define CONTEXT_SEPARATOR "\004"

struct _HfCatalogue
{
  char *language;
  GMappedFile *file; /* NULL: the source language, or no such catalogue */
  const char *data;
  gsize size;
  guint32 count;
  guint32 texts_at;
  guint32 translations_at;
};

static guint32
word_at (const HfCatalogue *self, gsize offset)
{
  guint32 word = 0;
  if (offset + sizeof word <= self->size)
    memcpy (&word, self->data + offset, sizeof word);
  return word;
}

/* The string of entry @index in the table at @table; NULL where the file is damaged. */
static const char *
string_at (const HfCatalogue *self, guint32 table, guint32 index)
{
  guint32 length = word_at (self, table + (gsize) index * 8);
  guint32 offset = word_at (self, table + (gsize) index * 8 + 4);
  if ((gsize) offset + length >= self->size || self->data[offset + length] != '\0')
    return NULL;
  return self->data + offset;
}

static void
read_header (HfCatalogue *self)
{
  self->data = g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  if (self->size < HEADER_SIZE || word_at (self, 0) != MAGIC)
    return;
  self->count = word_at (self, 8);
  self->texts_at = word_at (self, 12);
  self->translations_at = word_at (self, 16);
}

/**
 * hf_catalogue_open:
 * @language: such as "zh_CN"; "en" is the source language
 *
 * Opens the installed translations of a language; where there are none, every look-up gives
 * the source text.
 *
 * Returns: (transfer full): the catalogue
 */
HfCatalogue *
hf_catalogue_open (const char *language)
{
  HfCatalogue *self = g_new0 (HfCatalogue, 1);
  self->language = g_strdup (language);
  g_autofree char *folder = hf_paths_dup_locale_dir ();
  g_autofree char *path = g_build_filename (folder, language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file != NULL)
    read_header (self);
  return self;
}

static gpointer
open_installed (gpointer unused)
{
  GPtrArray *catalogues = g_ptr_array_new ();
  g_auto (GStrv) languages = hf_locale_list_languages ();
  for (gsize i = 0; languages[i] != NULL; i++)
    g_ptr_array_add (catalogues, hf_catalogue_open (languages[i]));
  return catalogues;
}

/**
 * hf_catalogue_list_installed:
 *
 * Gives the catalogues of all installed languages, opened once: a file has the words of its own
 * language, which need not be the program's.
 *
 * Returns: (transfer none) (element-type HfCatalogue): the source language among them
 */
const GPtrArray *
hf_catalogue_list_installed (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, open_installed, NULL);
}

/**
 * hf_catalogue_get_language:
 * @self: a catalogue
 *
 * Tells which language it was opened for.
 *
 * Returns: the language's code
 */
const char *
hf_catalogue_get_language (const HfCatalogue *self)
{
  return self->language;
}

/**
 * hf_catalogue_lookup:
 * @self: a catalogue
 * @context: (nullable): the context that C_() or NC_() gives
 * @text: the source text; "" gives the catalogue's header
 *
 * Finds a text's translation.
 *
 * Returns: the translation, or @text itself
 */
const char *
hf_catalogue_lookup (const HfCatalogue *self, const char *context, const char *text)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, CONTEXT_SEPARATOR, text, NULL)
                                         : g_strdup (text);
  guint32 low = 0, high = self->count;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *found = string_at (self, self->texts_at, middle);
      int order = found != NULL ? strcmp (key, found) : -1;
      if (order == 0)
        {
          const char *translation = string_at (self, self->translations_at, middle);
          return translation != NULL && *translation != '\0' ? translation : text;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return text;
}

/**
 * hf_catalogue_free:
 * @self: (transfer full): a catalogue
 *
 * Closes it; texts it gave are gone with it.
 */
void
hf_catalogue_free (HfCatalogue *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->language);
  g_free (self);
}
