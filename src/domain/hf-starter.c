#include "config.h"

#include "hf-starter.h"

#include <gio/gio.h>
#include <string.h>

#include "hf-resource.h"
#include "hf-starter-resource.h"

#define FOLDER "/org/huifang/starter/"
#define GUIDES FOLDER "guides/"
#define ENDING ".xml"
#define CALENDARS FOLDER "calendars/"

static gpointer
register_resource (gpointer unused)
{
  return hf_resource_register (hf_starter_register_resource, hf_starter_get_resource);
}

static GResource *
get_resource (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, register_resource, NULL);
}

static GBytes *
load (const char *path)
{
  return g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * hf_starter_load_codebook:
 *
 * Gives the starter codebook's file, for hf_codebook_parse().
 *
 * Returns: (transfer full): XML in every language
 */
GBytes *
hf_starter_load_codebook (void)
{
  return load (FOLDER "codebook.xml");
}

/**
 * hf_starter_list_guides:
 *
 * Lists the starter guides.
 *
 * Returns: (transfer full): their codes
 */
GStrv
hf_starter_list_guides (void)
{
  GStrv names = g_resource_enumerate_children (get_resource (), GUIDES,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (gsize i = 0; names[i] != NULL; i++)
    names[i][strlen (names[i]) - strlen (ENDING)] = '\0';
  return names;
}

/**
 * hf_starter_load_guide:
 * @code: a starter guide's code
 *
 * Gives a starter guide's file, for hf_guide_parse().
 *
 * Returns: (transfer full) (nullable): XML in every language, %NULL where there is no such
 * guide
 */
GBytes *
hf_starter_load_guide (const char *code)
{
  g_autofree char *path = g_strconcat (GUIDES, code, ENDING, NULL);
  return load (path);
}

/**
 * hf_starter_load_complaint_words:
 *
 * Gives what sounds like a complaint, for hf_complaint_words_new().
 *
 * Returns: (transfer full): the list
 */
char *
hf_starter_load_complaint_words (void)
{
  g_autoptr (GBytes) list = load (FOLDER "complaints/words.txt");
  return g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
}

/**
 * hf_starter_load_calendar:
 * @country: such as "china"
 *
 * Gives the holidays and make-up workdays of a country, a line each below the headings date,
 * name and workday.
 *
 * Returns: (transfer full) (nullable): the table, %NULL where there is none of the country
 */
GBytes *
hf_starter_load_calendar (const char *country)
{
  g_autofree char *path = g_strconcat (CALENDARS, country, ".csv", NULL);
  return load (path);
}
