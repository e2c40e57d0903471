#include "config.h"

#include "hf-markup.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"

#define MAX_LENGTH (4 * 1024 * 1024)
#define MAX_DEPTH 32
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Where in the file it is. */
typedef struct
{
  guint line;
  guint column;
} HfMarkupErrorPrivate;

static void
hf_markup_error_private_init (HfMarkupErrorPrivate *self)
{
}

static void
hf_markup_error_private_copy (const HfMarkupErrorPrivate *from, HfMarkupErrorPrivate *to)
{
  *to = *from;
}

static void
hf_markup_error_private_clear (HfMarkupErrorPrivate *self)
{
}

G_DEFINE_EXTENDED_ERROR (HfMarkupError, hf_markup_error)

typedef struct
{
  HfMarkup *root;
  GPtrArray *open;  /* (element-type HfMarkup), borrowed, innermost last */
  GPtrArray *texts; /* (element-type GString), one for each open element */
  guint line;
  guint column; /* of the piece that is being read */
} Reader;

static void
place_error (GError **error, guint line, guint column, const char *message)
{
  if (error == NULL)
    return;
  *error = g_error_new (HF_MARKUP_ERROR, HF_MARKUP_ERROR_INVALID,
                        /* Translators: where in a file something is wrong, and what. */
                        _ ("line %u, column %u: %s"), line, column, message);
  HfMarkupErrorPrivate *place = hf_markup_error_get_private (*error);
  place->line = line;
  place->column = column;
}

/**
 * hf_markup_error_get_place:
 * @error: %HF_MARKUP_ERROR
 * @line: (out): the line, from 1
 * @column: (out): characters, from 1
 *
 * Tells where in a file something is wrong.
 */
void
hf_markup_error_get_place (const GError *error, guint *line, guint *column)
{
  const HfMarkupErrorPrivate *place = hf_markup_error_get_private (error);
  *line = place->line;
  *column = place->column;
}

/**
 * hf_markup_refuse:
 * @self: an element
 * @error: (nullable): %HF_MARKUP_ERROR
 * @format: what is wrong with it, for the user
 * @...: values for the format
 *
 * Says what is wrong with an element, and where it stands.
 *
 * Returns: %FALSE
 */
gboolean
hf_markup_refuse (const HfMarkup *self, GError **error, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  g_autofree char *message = g_strdup_vprintf (format, values);
  va_end (values);
  place_error (error, self->line, self->column, message);
  return FALSE;
}

static GStrv
join_attributes (const char **names, const char **values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (gsize i = 0; names[i] != NULL; i++)
    g_strv_builder_add_many (builder, names[i], values[i], NULL);
  return g_strv_builder_end (builder);
}

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names,
               const char **values, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  if (reader->open->len >= MAX_DEPTH)
    {
      place_error (error, reader->line, reader->column, _ ("nested too deeply"));
      return;
    }
  if (reader->open->len == 0 && reader->root != NULL)
    {
      place_error (error, reader->line, reader->column, _ ("a second outermost element"));
      return;
    }
  HfMarkup *element = g_new0 (HfMarkup, 1);
  element->name = g_strdup (name);
  element->attributes = join_attributes (names, values);
  element->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_markup_free);
  element->line = reader->line;
  element->column = reader->column;
  if (reader->open->len > 0)
    {
      HfMarkup *parent = reader->open->pdata[reader->open->len - 1];
      g_ptr_array_add (parent->children, element);
    }
  else
    reader->root = element;
  g_ptr_array_add (reader->open, element);
  g_ptr_array_add (reader->texts, g_string_new (NULL));
}

static char *
narrow_blanks (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *narrow = g_string_new (NULL);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (narrow, "%s%s", narrow->len > 0 ? " " : "", words[i]);
  return g_string_free (narrow, FALSE);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  HfMarkup *element = reader->open->pdata[reader->open->len - 1];
  GString *text = reader->texts->pdata[reader->texts->len - 1];
  element->text = narrow_blanks (text->str);
  g_ptr_array_set_size (reader->open, (int) reader->open->len - 1);
  g_ptr_array_set_size (reader->texts, (int) reader->texts->len - 1);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data,
           GError **error)
{
  Reader *reader = user_data;
  if (reader->texts->len > 0)
    g_string_append_len (reader->texts->pdata[reader->texts->len - 1], text, (gssize) length);
}

static const GMarkupParser callbacks = { start_element, end_element, read_text, NULL, NULL };

static void
advance (Reader *reader, const char *from, const char *to)
{
  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    if (*at == '\n')
      {
        reader->line++;
        reader->column = 1;
      }
    else
      reader->column++;
}

/* Piece by piece, each from one "<" up to the next, so that an element is known by where its
 * tag begins; the parser itself only knows where it ends. */
static gboolean
feed (Reader *reader, GMarkupParseContext *context, const char *text, gsize length,
      GError **error)
{
  const char *end = text + length;
  for (const char *from = text, *to; from < end; from = to)
    {
      to = memchr (from + 1, '<', (gsize) (end - from - 1));
      if (to == NULL)
        to = end;
      if (!g_markup_parse_context_parse (context, from, to - from, error))
        return FALSE;
      advance (reader, from, to);
    }
  return g_markup_parse_context_end_parse (context, error);
}

static gboolean
check_whole (const char *text, gsize length, GError **error)
{
  const char *bad;
  if (length > MAX_LENGTH)
    place_error (error, 1, 1, _ ("the file is too large"));
  else if (!g_utf8_validate_len (text, length, &bad))
    {
      Reader reader = { .line = 1, .column = 1 };
      advance (&reader, text, bad);
      place_error (error, reader.line, reader.column, _ ("this is not UTF-8 text"));
    }
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_markup_parse:
 * @text: an XML file's content, UTF-8
 * @length: its bytes
 * @error: (nullable): %HF_MARKUP_ERROR, with line and column, for the user
 *
 * Reads an XML file.
 *
 * Returns: (transfer full) (nullable): its outermost element, %NULL on an error
 */
HfMarkup *
hf_markup_parse (const char *text, gsize length, GError **error)
{
  if (length >= strlen (BYTE_ORDER_MARK)
      && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!check_whole (text, length, error))
    return NULL;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  g_autoptr (GError) why = NULL;
  Reader reader = { .open = open, .texts = texts, .line = 1, .column = 1 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&callbacks, 0, &reader,
                                                                        NULL);
  if (feed (&reader, context, text, length, &why))
    return reader.root;
  g_clear_pointer (&reader.root, hf_markup_free);
  if (why->domain == HF_MARKUP_ERROR)
    g_propagate_error (error, g_steal_pointer (&why));
  else
    place_error (error, reader.line, reader.column, why->message);
  return NULL;
}

/**
 * hf_markup_get:
 * @self: an element
 * @attribute: an attribute's name
 *
 * Gives the value of an attribute.
 *
 * Returns: (nullable): the value
 */
const char *
hf_markup_get (const HfMarkup *self, const char *attribute)
{
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    if (strcmp (self->attributes[i], attribute) == 0)
      return self->attributes[i + 1];
  return NULL;
}

static gboolean
check_attributes (const HfMarkup *self, const char *const *allowed, GError **error)
{
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    if (!g_strv_contains (allowed, self->attributes[i]))
      return hf_markup_refuse (
          self, error,
          /* Translators: of an XML file; the element's name, then the attribute's. */
          _ ("<%s> has no attribute “%s”"), self->name, self->attributes[i]);
  return TRUE;
}

/**
 * hf_markup_check:
 * @self: an element
 * @attributes: (array zero-terminated=1): the attributes that it may have
 * @children: (array zero-terminated=1): the elements that may stand in it; where there are any,
 *   it may hold no text of its own
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Refuses an element that has something unknown in it.
 *
 * Returns: whether everything is known
 */
gboolean
hf_markup_check (const HfMarkup *self, const char *const *attributes,
                 const char *const *children, GError **error)
{
  if (!check_attributes (self, attributes, error))
    return FALSE;
  for (guint i = 0; i < self->children->len; i++)
    {
      const HfMarkup *child = self->children->pdata[i];
      if (!g_strv_contains (children, child->name))
        return hf_markup_refuse (child, error,
                                 /* Translators: of an XML file; names of two elements. */
                                 _ ("<%s> is not known in <%s>"), child->name, self->name);
    }
  if (children[0] != NULL && !hf_text_is_blank (self->text))
    return hf_markup_refuse (self, error,
                             /* Translators: of an XML file; an element's name. */
                             _ ("<%s> has text outside its elements"), self->name);
  return TRUE;
}

/**
 * hf_markup_free:
 * @self: (transfer full): an element
 *
 * Frees it and all in it.
 */
void
hf_markup_free (HfMarkup *self)
{
  g_free (self->name);
  g_strfreev (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self->text);
  g_free (self);
}
