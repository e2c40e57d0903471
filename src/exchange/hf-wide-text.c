#include "config.h"

#include "hf-wide-text.h"

static gunichar
get_unit (const guint8 *at, int byte_order)
{
  return byte_order == G_BIG_ENDIAN ? (gunichar) at[0] << 8 | at[1]
                                    : (gunichar) at[1] << 8 | at[0];
}

static gboolean
is_first (gunichar unit)
{
  return unit >= 0xD800 && unit <= 0xDBFF;
}

static gboolean
is_second (gunichar unit)
{
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

static gboolean
is_text (gunichar letter)
{
  return letter == '\t' || letter == '\n' || letter == '\r'
         || (g_unichar_isdefined (letter) && !g_unichar_iscntrl (letter));
}

/**
 * hf_wide_text_is:
 * @bytes: (array length=length): the beginning of a file, or all of it
 * @length: bytes; a letter at the end that is cut off does no harm
 * @byte_order: %G_LITTLE_ENDIAN or %G_BIG_ENDIAN
 *
 * Tells whether bytes are a table in UTF-16: every letter is one, and among them are tabs,
 * commas, digits or ends of lines, which no text in other encodings can look like.
 *
 * Returns: whether they are
 */
gboolean
hf_wide_text_is (const char *bytes, gsize length, int byte_order)
{
  const guint8 *units = (const guint8 *) bytes;
  gsize n_plain = 0;
  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar letter = get_unit (units + i, byte_order);
      if (is_first (letter))
        {
          i += 2;
          if (i + 1 >= length)
            break;
          if (!is_second (get_unit (units + i, byte_order)))
            return FALSE;
          continue;
        }
      if (!is_text (letter))
        return FALSE;
      n_plain += letter < 0x80 && !g_ascii_isalpha (letter);
    }
  return n_plain > 0;
}

/**
 * hf_wide_text_find:
 * @bytes: (array length=length): the beginning of a file without a byte order mark
 * @length: bytes
 *
 * Finds out whether a text is UTF-16 though it does not say so.
 *
 * Returns: (nullable): the encoding's name, %NULL where it is another
 */
const char *
hf_wide_text_find (const char *bytes, gsize length)
{
  if (hf_wide_text_is (bytes, length, G_LITTLE_ENDIAN))
    return "UTF-16LE";
  return hf_wide_text_is (bytes, length, G_BIG_ENDIAN) ? "UTF-16BE" : NULL;
}
