#include "config.h"

#include "hf-xlsx-xml.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-decoder.h"
#include "hf-row-reader.h"

#define PIECE_SIZE (64 * 1024)
#define BOM "\xEF\xBB\xBF"

struct _HfXlsxXml
{
  HfXlsxPackage *package; /* borrowed */
  const HfXlsxListener *listener;
  gpointer data;
  char *part;
  GMarkupParseContext *context;
  char *piece;
  gboolean has_begun;
  guint depth;
  gsize silent; /* bytes since the last tag or text came out */
  HfDecoder *decoder;
  GString *text; /* a piece in whole letters */
};

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');
  return colon != NULL ? colon + 1 : name;
}

static void
on_start (GMarkupParseContext *context, const char *name, const char **attributes,
          const char **values, gpointer data, GError **error)
{
  HfXlsxXml *self = data;
  self->silent = 0;
  if (++self->depth > HF_XLSX_NESTING_LIMIT)
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_REFUSED,
                 /* Translators: the name of a part of a workbook, a number. */
                 _ ("The workbook is refused: “%s” is nested deeper than %d levels."),
                 self->part, HF_XLSX_NESTING_LIMIT);
  else if (self->listener->start != NULL)
    self->listener->start (self->data, local_name (name), attributes, values, error);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  HfXlsxXml *self = data;
  self->silent = 0;
  self->depth--;
  if (self->listener->end != NULL)
    self->listener->end (self->data, local_name (name), error);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  HfXlsxXml *self = data;
  self->silent = 0;
  if (self->listener->text != NULL)
    self->listener->text (self->data, text, length, error);
}

static gboolean
refuse_encoding (HfXlsxXml *self, GError **error)
{
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_ENCODING,
               /* Translators: the name of a part of a workbook. */
               _ ("“%s” in the workbook is not in UTF-8. Open the workbook in a spreadsheet "
                  "program and save it again."),
               self->part);
  return FALSE;
}

/* Comments, the declaration and document types come here. */
static void
on_passthrough (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                GError **error)
{
  HfXlsxXml *self = data;
  self->silent = 0;
  g_autofree char *declaration = g_ascii_strdown (text, length);
  const char *encoding = strstr (declaration, "encoding");
  if (g_str_has_prefix (declaration, "<!doctype"))
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_REFUSED,
                 /* Translators: the name of a part of a workbook. */
                 _ ("The workbook is refused, since it may do harm: “%s” declares a document "
                    "type."),
                 self->part);
  else if (g_str_has_prefix (declaration, "<?xml ") && encoding != NULL
           && strstr (encoding, "utf-8") == NULL && strstr (encoding, "ascii") == NULL)
    refuse_encoding (self, error);
}

/**
 * hf_xlsx_xml_open:
 * @package: a package, which must live longer than this and not open another part meanwhile
 * @part: a part's name
 * @listener: who listens
 * @data: handed to the listener
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Begins to read a part.
 *
 * Returns: (transfer full) (nullable): what reads it
 */
HfXlsxXml *
hf_xlsx_xml_open (HfXlsxPackage *package, const char *part, const HfXlsxListener *listener,
                  gpointer data, GError **error)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, on_passthrough, NULL };
  if (!hf_xlsx_package_open_part (package, part, error))
    return NULL;
  HfXlsxXml *self = g_new0 (HfXlsxXml, 1);
  self->package = package;
  self->listener = listener;
  self->data = data;
  self->part = g_strdup (part);
  self->piece = g_malloc (PIECE_SIZE);
  self->decoder = hf_decoder_new ("UTF-8");
  self->text = g_string_sized_new (PIECE_SIZE);
  self->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self,
                                              NULL);
  return self;
}

/* What GMarkup itself complains about gets our words around it. */
static gboolean
explain (HfXlsxXml *self, GError *failure, GError **error)
{
  if (failure->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
               /* Translators: the name of a part of a workbook, and what is wrong in it. */
               _ ("The workbook is damaged in “%s”: %s"), self->part, failure->message);
  g_error_free (failure);
  return FALSE;
}

/* GMarkup stumbles over bytes that are not UTF-8: it may go on after them, and quotes them in
 * its messages. So it gets to see none. */
static gboolean
decode (HfXlsxXml *self, gsize length, GError **error)
{
  gsize skip = 0;
  if (!self->has_begun && length >= strlen (BOM)
      && memcmp (self->piece, BOM, strlen (BOM)) == 0)
    skip = strlen (BOM);
  self->has_begun = TRUE;
  g_string_truncate (self->text, 0);
  if (!hf_decoder_decode (self->decoder, self->piece + skip, length - skip, self->text)
      || memchr (self->text->str, '\0', self->text->len) != NULL
      || (length == 0 && !hf_decoder_finish (self->decoder)))
    return refuse_encoding (self, error);
  return TRUE;
}

/**
 * hf_xlsx_xml_read_piece:
 * @self: what reads a part
 * @at_end: (out): whether that was the last piece
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads the next piece of the part and tells the listener what is in it.
 *
 * Returns: %FALSE where the part is bad
 */
gboolean
hf_xlsx_xml_read_piece (HfXlsxXml *self, gboolean *at_end, GError **error)
{
  GError *failure = NULL;
  gssize length = hf_xlsx_package_read (self->package, self->piece, PIECE_SIZE, error);
  if (length < 0 || !decode (self, length, error))
    return FALSE;
  *at_end = length == 0;
  if (*at_end)
    g_markup_parse_context_end_parse (self->context, &failure);
  else
    g_markup_parse_context_parse (self->context, self->text->str, self->text->len, &failure);
  if (failure != NULL)
    return explain (self, failure, error);
  self->silent += length;
  if (self->silent > HF_XLSX_TOKEN_LIMIT)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
                   /* Translators: the name of a part of a workbook. */
                   _ ("The workbook is refused: “%s” has a text larger than 16 MiB."),
                   self->part);
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_xlsx_xml_free:
 * @self: (transfer full): what reads a part
 *
 * Lets it go.
 */
void
hf_xlsx_xml_free (HfXlsxXml *self)
{
  g_markup_parse_context_free (self->context);
  hf_decoder_free (self->decoder);
  g_string_free (self->text, TRUE);
  g_free (self->piece);
  g_free (self->part);
  g_free (self);
}

/**
 * hf_xlsx_xml_read_part:
 * @package: a package
 * @part: a part's name
 * @listener: who listens
 * @data: handed to the listener
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads a part from its beginning to its end.
 *
 * Returns: %FALSE where the part is bad
 */
gboolean
hf_xlsx_xml_read_part (HfXlsxPackage *package, const char *part, const HfXlsxListener *listener,
                       gpointer data, GError **error)
{
  g_autoptr (HfXlsxXml) self = hf_xlsx_xml_open (package, part, listener, data, error);
  gboolean at_end = FALSE;
  while (self != NULL && !at_end)
    if (!hf_xlsx_xml_read_piece (self, &at_end, error))
      return FALSE;
  return self != NULL;
}

/**
 * hf_xlsx_xml_attribute:
 * @attributes: (array zero-terminated=1): a tag's attributes
 * @values: (array zero-terminated=1): their values
 * @name: an attribute's whole name; "*:x" stands for x with any prefix
 *
 * Finds an attribute.
 *
 * Returns: (nullable): its value
 */
const char *
hf_xlsx_xml_attribute (const char **attributes, const char **values, const char *name)
{
  for (gsize i = 0; attributes[i] != NULL; i++)
    if (strcmp (attributes[i], name) == 0
        || (*name == '*' && g_str_has_suffix (attributes[i], name + 1)))
      return values[i];
  return NULL;
}
