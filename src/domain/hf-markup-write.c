#include "config.h"

#include <string.h>

#include "hf-markup.h"

#define WIDTH 100
#define STEP 2

/**
 * hf_markup_new:
 * @name: an element's name
 *
 * Makes an element that stands nowhere yet.
 *
 * Returns: (transfer full): the element, empty
 */
HfMarkup *
hf_markup_new (const char *name)
{
  HfMarkup *self = g_new0 (HfMarkup, 1);
  self->name = g_strdup (name);
  self->attributes = g_new0 (char *, 1);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_markup_free);
  self->text = g_strdup ("");
  return self;
}

/**
 * hf_markup_set:
 * @self: an element
 * @attribute: an attribute's name
 * @value: (nullable): its value; %NULL takes the attribute away
 *
 * Sets an attribute.
 */
void
hf_markup_set (HfMarkup *self, const char *attribute, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean found = FALSE;
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    {
      gboolean same = strcmp (self->attributes[i], attribute) == 0;
      const char *kept = same ? value : self->attributes[i + 1];
      found = found || same;
      if (kept != NULL)
        g_strv_builder_add_many (builder, self->attributes[i], kept, NULL);
    }
  if (!found && value != NULL)
    g_strv_builder_add_many (builder, attribute, value, NULL);
  g_strfreev (self->attributes);
  self->attributes = g_strv_builder_end (builder);
}

/**
 * hf_markup_set_text:
 * @self: an element
 * @text: its own text
 *
 * Sets what stands in an element.
 */
void
hf_markup_set_text (HfMarkup *self, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
}

static void
indent (GString *out, guint depth)
{
  for (guint i = 0; i < depth * STEP; i++)
    g_string_append_c (out, ' ');
}

static void
write_tag (GString *out, const HfMarkup *self)
{
  g_string_append_printf (out, "<%s", self->name);
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    {
      g_autofree char *value = g_markup_escape_text (self->attributes[i + 1], -1);
      g_string_append_printf (out, " %s=\"%s\"", self->attributes[i], value);
    }
}

/* A long text goes over several lines; reading narrows its blanks to one. */
static void
write_words (GString *out, const char *text, guint depth)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  glong column = WIDTH;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      if (length == 0)
        continue;
      if (column + 1 + length > WIDTH)
        {
          g_string_append_c (out, '\n');
          indent (out, depth);
          column = depth * STEP + length;
        }
      else
        {
          g_string_append_c (out, ' ');
          column += 1 + length;
        }
      g_string_append (out, words[i]);
    }
  g_string_append_c (out, '\n');
}

static void
write_text (GString *out, const HfMarkup *self, gsize line, guint depth)
{
  g_autofree char *text = g_markup_escape_text (self->text, -1);
  glong width = g_utf8_strlen (out->str + line, -1) + g_utf8_strlen (text, -1);
  if (width + (glong) strlen (self->name) + 3 <= WIDTH || strchr (text, ' ') == NULL)
    {
      g_string_append (out, text);
      return;
    }
  write_words (out, text, depth + 1);
  indent (out, depth);
}

static void
write_element (GString *out, const HfMarkup *self, guint depth)
{
  gsize line = out->len;
  indent (out, depth);
  write_tag (out, self);
  if (self->children->len == 0 && *self->text == '\0')
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append_c (out, '>');
  if (self->children->len == 0)
    write_text (out, self, line, depth);
  else
    {
      g_string_append_c (out, '\n');
      for (guint i = 0; i < self->children->len; i++)
        write_element (out, self->children->pdata[i], depth + 1);
      indent (out, depth);
    }
  g_string_append_printf (out, "</%s>\n", self->name);
}

/**
 * hf_markup_write:
 * @self: an outermost element
 *
 * Writes a file that hf_markup_parse() reads as the same.
 *
 * Returns: (transfer full): XML, an element a line
 */
char *
hf_markup_write (const HfMarkup *self)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_element (out, self, 0);
  return g_string_free (out, FALSE);
}
