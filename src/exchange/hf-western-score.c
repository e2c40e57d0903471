#include "config.h"

#include "hf-western-score.h"

/* So many single letters outweigh one row. */
#define SINGLE_PER_ROW 3
/* So many words may begin with such a letter for each that has it further on. */
#define OUTSIDE_PER_INSIDE 2

#define ENOUGH_ROWS 100000 /* more would not change the answer */

/* Of Windows-1252. */
static gboolean
is_letter (guint8 byte)
{
  return (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7) || byte == 0x8A || byte == 0x8C
         || byte == 0x8E || byte == 0x9A || byte == 0x9C || byte == 0x9E || byte == 0x9F;
}

static gboolean
is_undefined (guint8 byte)
{
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

static void
end_row (HfWesternScore *self, guint8 after)
{
  gboolean alone = self->length == 1;
  gboolean in_word = g_ascii_isalpha (self->before) && g_ascii_isalpha (after);
  gboolean is_pair = self->length == 2 && is_letter (self->first) && is_letter (self->last);
  self->length = 0;
  if (alone && !is_letter (self->first))
    return; /* a sign, such as of degrees or of a currency, may stand anywhere */
  if (is_pair && in_word)
    return; /* as Größe has, or a Chinese character between two letters */
  if (alone && g_ascii_isalpha (self->before))
    self->inside++;
  else if (alone && g_ascii_isalpha (after))
    self->outside++;
  else
    self->rows++;
}

static void
feed_byte (HfWesternScore *self, guint8 byte)
{
  if (byte < 0x80)
    {
      if (self->length > 0)
        end_row (self, byte);
      self->before = byte;
      return;
    }
  self->is_undefined |= is_undefined (byte);
  if (self->length++ == 0)
    self->first = byte;
  self->last = byte;
}

/**
 * hf_western_score_feed:
 * @self: a score, all zero at first
 * @bytes: (array length=length): a piece of a text; pieces follow one another
 * @length: bytes
 *
 * Weighs more of the text.
 */
void
hf_western_score_feed (HfWesternScore *self, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length && self->rows < ENOUGH_ROWS; i++)
    feed_byte (self, (guint8) bytes[i]);
}

/**
 * hf_western_score_is_western:
 * @self: a score of the whole text
 *
 * Tells whether the text reads as Windows-1252: every byte is in it, and the letters beyond
 * ASCII stand in words of plain letters. It says no where that is doubtful.
 *
 * Returns: whether it does
 */
gboolean
hf_western_score_is_western (HfWesternScore *self)
{
  if (self->length > 0)
    end_row (self, '\n');
  return !self->is_undefined && self->inside * OUTSIDE_PER_INSIDE >= MAX (self->outside, 1)
         && self->inside + self->outside >= SINGLE_PER_ROW * self->rows;
}
