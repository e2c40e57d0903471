#include "config.h"

#include "hf-decoder.h"

#include <errno.h>
#include <string.h>

#define OUTPUT_SIZE 4096

struct _HfDecoder
{
  GIConv converter;    /* NULL: the text is UTF-8 already */
  GByteArray *pending; /* the beginning of a letter whose end has not come yet */
  guint64 position;    /* bytes decoded */
};

/**
 * hf_decoder_new:
 * @encoding: an encoding's name
 *
 * Makes a decoder.
 *
 * Returns: (transfer full) (nullable): a decoder, %NULL where there is no such encoding
 */
HfDecoder *
hf_decoder_new (const char *encoding)
{
  GIConv converter = NULL;
  if (strcmp (encoding, "UTF-8") != 0)
    {
      converter = g_iconv_open ("UTF-8", encoding);
      if (converter == (GIConv) -1)
        return NULL;
    }
  HfDecoder *self = g_new0 (HfDecoder, 1);
  self->converter = converter;
  self->pending = g_byte_array_new ();
  return self;
}

/* How many of the bytes are whole letters; *is_good says whether what is left may become one.
 */
static gsize
check_utf8 (const char *bytes, gsize length, gboolean *is_good)
{
  const char *end = bytes;
  *is_good = TRUE;
  while (!g_utf8_validate_len (end, bytes + length - end, &end))
    {
      /* A NUL stops the check but is a letter; who reads the text refuses it. */
      if (*end == '\0')
        {
          end++;
          continue;
        }
      *is_good = g_utf8_get_char_validated (end, bytes + length - end) == (gunichar) -2;
      break;
    }
  return end - bytes;
}

static gsize
convert (HfDecoder *self, const char *bytes, gsize length, GString *text, gboolean *is_good)
{
  char *in = (char *) bytes;
  gsize left = length;
  *is_good = TRUE;
  while (left > 0)
    {
      char output[OUTPUT_SIZE];
      char *out = output;
      gsize room = sizeof output;
      gsize result = g_iconv (self->converter, &in, &left, &out, &room);
      int why = errno;
      g_string_append_len (text, output, out - output);
      if (result == (gsize) -1 && why != E2BIG)
        {
          *is_good = why == EINVAL;
          break;
        }
    }
  return length - left;
}

static gsize
decode_whole (HfDecoder *self, const char *bytes, gsize length, GString *text,
              gboolean *is_good)
{
  if (self->converter != NULL)
    return convert (self, bytes, length, text, is_good);
  gsize used = check_utf8 (bytes, length, is_good);
  g_string_append_len (text, bytes, used);
  return used;
}

/**
 * hf_decoder_decode:
 * @self: a decoder
 * @bytes: (array length=length): the next piece
 * @length: bytes
 * @text: where the UTF-8 is appended, up to the first bad byte
 *
 * Decodes a piece; a letter may be cut between two pieces.
 *
 * Returns: %FALSE where a byte is bad; hf_decoder_get_position() then says which
 */
gboolean
hf_decoder_decode (HfDecoder *self, const char *bytes, gsize length, GString *text)
{
  gboolean is_good;
  gsize used;
  if (self->pending->len == 0)
    {
      used = decode_whole (self, bytes, length, text, &is_good);
      g_byte_array_append (self->pending, (const guint8 *) bytes + used, length - used);
    }
  else
    {
      g_byte_array_append (self->pending, (const guint8 *) bytes, length);
      used = decode_whole (self, (const char *) self->pending->data, self->pending->len, text,
                           &is_good);
      g_byte_array_remove_range (self->pending, 0, used);
    }
  self->position += used;
  return is_good;
}

/**
 * hf_decoder_finish:
 * @self: a decoder that has seen the last piece
 *
 * Tells whether the text ended with a whole letter.
 *
 * Returns: %FALSE where the end of its last letter is missing
 */
gboolean
hf_decoder_finish (HfDecoder *self)
{
  return self->pending->len == 0;
}

/**
 * hf_decoder_get_position:
 * @self: a decoder
 *
 * Tells how far it came.
 *
 * Returns: bytes, which is where the first bad one stands, counted from 0
 */
guint64
hf_decoder_get_position (const HfDecoder *self)
{
  return self->position;
}

/**
 * hf_decoder_free:
 * @self: (transfer full): a decoder
 *
 * Lets it go.
 */
void
hf_decoder_free (HfDecoder *self)
{
  if (self->converter != NULL)
    g_iconv_close (self->converter);
  g_byte_array_unref (self->pending);
  g_free (self);
}
