#include "config.h"

#include "hf-demo-text.h"

#include <gio/gio.h>

#include "hf-demo-resource.h"
#include "hf-resource.h"

#define FOLDER "/org/huifang/demo/"

typedef void (*LineFunc) (HfDemoText *self, GStrv columns);

static gpointer
register_resource (gpointer unused)
{
  return hf_resource_register (hf_demo_register_resource, hf_demo_get_resource);
}

static void
read_lines (HfDemoText *self, const char *name, LineFunc func)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (g_once (&once, register_resource, NULL),
                                                     path, 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      if (*lines[i] != '#' && g_strv_length (columns) > 1)
        func (self, columns);
    }
}

static void
add_story (HfDemoText *self, GStrv columns)
{
  g_ptr_array_add (self->stories, hf_demo_story_parse (columns[0], columns[1]));
}

static void
add_complaint (HfDemoText *self, GStrv columns)
{
  g_ptr_array_add (self->complaints, g_strdupv (columns));
}

static void
add_phrase (HfDemoText *self, GStrv columns)
{
  g_autofree char *key = g_strdup_printf ("%s %s", columns[0], columns[1]);
  GPtrArray *phrases = g_hash_table_lookup (self->phrases, key);
  if (phrases == NULL)
    {
      phrases = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->phrases, g_steal_pointer (&key), phrases);
    }
  g_ptr_array_add (phrases, g_strdup (columns[2]));
}

static void
add_names (HfDemoText *self, GStrv columns)
{
  g_hash_table_insert (self->names, g_strdup (columns[0]), g_strsplit (columns[1], " ", -1));
}

/**
 * hf_demo_text_load:
 *
 * Reads the files of data/demo, which are part of the program.
 *
 * Returns: (transfer full): what they hold
 */
HfDemoText *
hf_demo_text_load (void)
{
  HfDemoText *self = g_new0 (HfDemoText, 1);
  self->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_demo_story_free);
  self->complaints = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_strfreev);
  read_lines (self, "stories.txt", add_story);
  read_lines (self, "complaints.txt", add_complaint);
  read_lines (self, "phrases.txt", add_phrase);
  read_lines (self, "names.txt", add_names);
  return self;
}

/**
 * hf_demo_text_free:
 * @self: (transfer full): what the files hold
 *
 * Frees it.
 */
void
hf_demo_text_free (HfDemoText *self)
{
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->complaints);
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * hf_demo_text_list_names:
 * @self: what the files hold
 * @list: such as "surname"
 *
 * Gives a list of names.
 *
 * Returns: (transfer none): the names
 */
GStrv
hf_demo_text_list_names (const HfDemoText *self, const char *list)
{
  return g_hash_table_lookup (self->names, list);
}

/**
 * hf_demo_text_draw_phrase:
 * @self: what the files hold
 * @random: chance
 * @english: in which language; where there is nothing in English, Chinese
 * @question: what was asked
 *
 * Draws something that somebody might answer.
 *
 * Returns: (transfer none) (nullable): the words, %NULL where nobody answers that
 */
const char *
hf_demo_text_draw_phrase (const HfDemoText *self, HfDemoRandom *random, gboolean english,
                          const char *question)
{
  g_autofree char *key = g_strdup_printf ("%s %s", english ? "en" : "zh", question);
  const GPtrArray *phrases = g_hash_table_lookup (self->phrases, key);
  if (phrases == NULL && english)
    return hf_demo_text_draw_phrase (self, random, FALSE, question);
  return phrases != NULL ? phrases->pdata[hf_demo_random_below (random, phrases->len)] : NULL;
}
