#include "config.h"

#include "hf-encoding.h"

#include <string.h>

#include "hf-han-score.h"
#include "hf-western-score.h"

/* A line of GB18030 or Big5 may pass for UTF-8 by chance; with this many three-byte letters it
 * hardly can, so one such line in a thousand others is a second encoding. */
#define SURE_LETTERS 3
#define LINES_PER_ACCIDENT 1000

/* Above these points (see hf_han_score_get_quality()) bytes are taken for GB18030 or Big5
 * though they are not far from UTF-8, or though they are UTF-8 by chance, as 系统 in GB18030
 * is. */
#define GOOD_CHINESE 3
#define BEST_CHINESE 4

/* Bytes that read as words of a Western language are far worse Chinese than this; the rarest
 * names are about so good. */
#define POOR_CHINESE 1

#define BOM_LENGTH 3

struct _HfEncodingFinder
{
  HfHanScore *score;
  HfWesternScore western;
  guint64 offset;
  guint8 start[BOM_LENGTH];

  guint pending;   /* bytes that the letter begun still needs */
  guint low, high; /* what the next of them may be */
  gboolean is_long;

  guint64 good;      /* letters of several bytes in UTF-8 */
  guint64 good_long; /* of these, of three bytes and more */
  guint64 bad;       /* bytes that are no UTF-8 */
  guint line_long;   /* letters of three bytes and more */
  gboolean line_bad;
  guint64 line_start;
  guint64 sure_lines, other_lines;
  guint64 first_sure_line;
};

/**
 * hf_encoding_finder_new:
 *
 * Makes a finder that has seen nothing.
 *
 * Returns: (transfer full): a finder
 */
HfEncodingFinder *
hf_encoding_finder_new (void)
{
  HfEncodingFinder *self = g_new0 (HfEncodingFinder, 1);
  self->score = hf_han_score_new ();
  return self;
}

static void
end_line (HfEncodingFinder *self)
{
  if (self->line_bad)
    self->other_lines++;
  else if (self->line_long >= SURE_LETTERS && self->sure_lines++ == 0)
    self->first_sure_line = self->line_start;
  self->line_bad = FALSE;
  self->line_long = 0;
  self->line_start = self->offset + 1;
}

static void
spoil (HfEncodingFinder *self)
{
  self->pending = 0;
  self->bad++;
  self->line_bad = TRUE;
}

/* The first byte of a letter says how many follow, and narrows the second: no overlong forms,
 * no surrogates, nothing above U+10FFFF (Unicode, table 3-7). */
static void
begin_letter (HfEncodingFinder *self, guint byte)
{
  if (byte < 0xC2 || byte > 0xF4)
    {
      spoil (self);
      return;
    }
  self->pending = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  self->is_long = self->pending > 1;
  self->low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  self->high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
}

static void
feed_byte (HfEncodingFinder *self, guint byte)
{
  if (self->pending > 0 && byte >= self->low && byte <= self->high)
    {
      self->low = 0x80;
      self->high = 0xBF;
      if (--self->pending == 0)
        {
          self->good++;
          self->good_long += self->is_long;
          self->line_long += self->is_long;
        }
      return;
    }
  if (self->pending > 0)
    spoil (self);
  if (byte >= 0x80)
    begin_letter (self, byte);
  else if (byte == '\n' || byte == '\r')
    end_line (self);
}

/* The bytes at the start that tell nothing where no letter is begun. */
static gsize
count_plain (const char *bytes, gsize length)
{
  gsize count = 0;
  while (count < length && (guint8) bytes[count] < 0x80 && bytes[count] != '\n'
         && bytes[count] != '\r')
    count++;
  return count;
}

/**
 * hf_encoding_finder_feed:
 * @self: a finder
 * @bytes: (array length=length): a piece of the file; pieces follow one another
 * @length: bytes
 *
 * Looks at more of the file.
 */
void
hf_encoding_finder_feed (HfEncodingFinder *self, const char *bytes, gsize length)
{
  hf_han_score_feed (self->score, bytes, length);
  hf_western_score_feed (&self->western, bytes, length);
  for (gsize i = 0; i < length; i++, self->offset++)
    {
      if (self->offset < BOM_LENGTH)
        self->start[self->offset] = (guint8) bytes[i];
      feed_byte (self, (guint8) bytes[i]);
      gsize n_plain = self->pending == 0 && self->offset >= BOM_LENGTH
                          ? count_plain (bytes + i + 1, length - i - 1)
                          : 0;
      i += n_plain;
      self->offset += n_plain;
    }
}

static gboolean
find_bom (const HfEncodingFinder *self, HfEncoding *encoding)
{
  static const struct
  {
    const char *bytes;
    const char *name;
  } marks[] = {
    { "\xEF\xBB\xBF", "UTF-8" },
    { "\xFF\xFE", "UTF-16LE" },
    { "\xFE\xFF", "UTF-16BE" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (self->offset >= strlen (marks[i].bytes)
        && memcmp (self->start, marks[i].bytes, strlen (marks[i].bytes)) == 0)
      {
        encoding->name = marks[i].name;
        encoding->bom_length = strlen (marks[i].bytes);
        return TRUE;
      }
  return FALSE;
}

/* A UTF-8 file with some damage stays one, so that reading it names the damage. */
static gboolean
is_utf8 (const HfEncodingFinder *self)
{
  double quality = hf_han_score_get_quality (self->score);
  if (self->bad == 0)
    return self->good_long > 0 || quality < BEST_CHINESE;
  return self->good > self->bad && quality < GOOD_CHINESE;
}

static gboolean
is_western (HfEncodingFinder *self)
{
  return hf_western_score_is_western (&self->western)
         && hf_han_score_get_quality (self->score) < POOR_CHINESE;
}

/**
 * hf_encoding_finder_finish:
 * @self: a finder that has seen the whole file
 * @encoding: (out caller-allocates): what was found
 *
 * Decides: a byte order mark, else UTF-8 where it is that or was meant to be, else Windows-1252
 * where no doubt is left, else the better Chinese of GB18030 and Big5.
 */
void
hf_encoding_finder_finish (HfEncodingFinder *self, HfEncoding *encoding)
{
  *encoding = (HfEncoding){ 0 };
  if (self->pending > 0)
    spoil (self);
  end_line (self);
  if (find_bom (self, encoding))
    return;
  if (is_utf8 (self))
    {
      encoding->name = "UTF-8";
      return;
    }
  if (is_western (self))
    {
      encoding->name = "WINDOWS-1252";
      return;
    }
  encoding->name = hf_han_score_get_encoding (self->score);
  encoding->is_mixed = self->sure_lines * LINES_PER_ACCIDENT > self->other_lines;
  encoding->mixed_at = self->first_sure_line;
}

/**
 * hf_encoding_finder_free:
 * @self: (transfer full): a finder
 *
 * Lets it go.
 */
void
hf_encoding_finder_free (HfEncodingFinder *self)
{
  hf_han_score_free (self->score);
  g_free (self);
}

/**
 * hf_encoding_find:
 * @bytes: (array length=length): a whole text
 * @length: bytes
 * @encoding: (out caller-allocates): what was found
 *
 * Finds the encoding of a text in memory.
 */
void
hf_encoding_find (const char *bytes, gsize length, HfEncoding *encoding)
{
  g_autoptr (HfEncodingFinder) finder = hf_encoding_finder_new ();
  hf_encoding_finder_feed (finder, bytes, length);
  hf_encoding_finder_finish (finder, encoding);
}

/**
 * hf_encoding_canonical:
 * @name: an encoding as people call it, in any case
 *
 * Gives the name under which it is converted; the small Chinese sets are read as the large one
 * that contains them.
 *
 * Returns: the name
 */
const char *
hf_encoding_canonical (const char *name)
{
  static const struct
  {
    const char *called, *name;
  } names[] = {
    { "utf8", "UTF-8" },
    { "utf-8", "UTF-8" },
    { "gb2312", "GB18030" },
    { "gbk", "GB18030" },
    { "cp936", "GB18030" },
    { "gb18030", "GB18030" },
    { "big5", "BIG5" },
    { "big-5", "BIG5" },
    { "cp950", "BIG5" },
    { "utf-16le", "UTF-16LE" },
    { "utf-16be", "UTF-16BE" },
    { "windows-1252", "WINDOWS-1252" },
    { "cp1252", "WINDOWS-1252" },
    { "latin1", "WINDOWS-1252" },
    { "iso-8859-1", "WINDOWS-1252" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i].called) == 0)
      return names[i].name;
  return name;
}
