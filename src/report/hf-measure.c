#include "config.h"

#include "hf-measure.h"

#include "hf-text.h"

static guint
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;
  return g_unichar_iswide (letter) || g_unichar_iswide_cjk (letter) ? 2 : 1;
}

/* The bytes and the width of what stands before the next line break. */
static guint
line_width (const char *line, const char **end)
{
  guint width = 0;
  const char *at = line;
  while (*at != '\0' && *at != '\n')
    {
      guchar byte = *at;
      if (byte < 0x80)
        {
          width++;
          at++;
          continue;
        }
      width += letter_width (g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  *end = at;
  return width;
}

/**
 * hf_measure_width:
 * @text: valid UTF-8
 *
 * Measures the longest line of a text; a Han character is as wide as two digits.
 *
 * Returns: digits
 */
guint
hf_measure_width (const char *text)
{
  guint widest = 0;
  const char *end = text;
  for (const char *line = text;; line = end + 1)
    {
      widest = MAX (widest, line_width (line, &end));
      if (*end == '\0')
        return widest;
    }
}

/**
 * hf_measure_lines:
 * @text: valid UTF-8
 * @width: the width of the lines, in digits
 *
 * Counts the lines that a text takes where it wraps.
 *
 * Returns: at least 1
 */
guint
hf_measure_lines (const char *text, guint width)
{
  guint lines = 0;
  const char *end = text;
  for (const char *line = text;; line = end + 1)
    {
      guint wide = line_width (line, &end);
      lines += MAX (1, (wide + width - 1) / width);
      if (*end == '\0')
        return lines;
    }
}

/* How many bytes of a line fit; breaks after a space or between Han characters. */
static gsize
fitting (const char *line, guint limit)
{
  guint width = 0;
  const char *good = NULL, *at = line;
  while (*at != '\0' && *at != '\n')
    {
      gunichar letter = g_utf8_get_char (at);
      width += letter_width (letter);
      if (width > limit && at > line)
        return (good != NULL ? good : at) - line;
      at = g_utf8_next_char (at);
      /* No line begins with a closing sign. */
      if (letter == ' '
          || (hf_text_is_han (letter) && !g_unichar_ispunct (g_utf8_get_char (at))))
        good = at;
    }
  return at - line;
}

/**
 * hf_measure_wrap:
 * @text: valid UTF-8
 * @width: the width of the lines, in digits
 *
 * Breaks a text into lines.
 *
 * Returns: (transfer full): the lines
 */
GStrv
hf_measure_wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new ();
  const char *at = text;
  do
    {
      gsize bytes = fitting (at, width);
      g_ptr_array_add (lines, g_strchomp (g_strndup (at, bytes)));
      at += bytes;
      if (*at == '\n')
        at++;
    }
  while (*at != '\0');
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}
