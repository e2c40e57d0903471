#include "config.h"

#include "hf-pinyin.h"

#include <string.h>

#include "hf-han.h"
#include "hf-text.h"

#define LONGEST_SYLLABLE 6
#define IMPOSSIBLE G_MAXSIZE

/* The ways of reading a word, as they are gone through. */
typedef struct
{
  const char *word;
  gsize length;
  gsize *fewest; /* at each place: how few parts of what follows are not whole syllables */
  HfPinyin current;
  HfPinyin *parses;
  gsize n_parses;
  gsize max_parses;
} Search;

typedef enum
{
  NO_PART,
  BEGUN,
  WHOLE
} Part;

/* In the middle of a word a syllable is whole, or is its initial alone: w, zh; at the end of it
 * any number of its letters may be there. */
static Part
look_at (const Search *self, gsize at, gsize length)
{
  const char *part = self->word + at;
  gsize first;
  if (hf_han_find_syllables (part, length, &first) == 0)
    return NO_PART;
  if (hf_han_get_syllable (first)[length] == '\0')
    return WHOLE;
  gboolean initial = length == 1 || (length == 2 && part[1] == 'h');
  return initial || at + length == self->length ? BEGUN : NO_PART;
}

static gsize
cost_of (const Search *self, gsize at, gsize length)
{
  Part part = look_at (self, at, length);
  if (part == NO_PART || self->fewest[at + length] == IMPOSSIBLE)
    return IMPOSSIBLE;
  return self->fewest[at + length] + (part == BEGUN);
}

static void
find_fewest (Search *self)
{
  self->fewest[self->length] = 0;
  for (gsize at = self->length; at-- > 0;)
    {
      self->fewest[at] = IMPOSSIBLE;
      for (gsize length = 1; length <= LONGEST_SYLLABLE && at + length <= self->length;
           length++)
        self->fewest[at] = MIN (self->fewest[at], cost_of (self, at, length));
    }
}

/* The longest parts come first, and with them the likeliest reading. */
static void
collect (Search *self, gsize at)
{
  HfPinyin *current = &self->current;
  if (at == self->length && self->n_parses < self->max_parses)
    self->parses[self->n_parses++] = *current;
  if (at == self->length || current->n_parts == HF_PINYIN_MAX_PARTS)
    return;
  for (gsize length = MIN (LONGEST_SYLLABLE, self->length - at); length > 0; length--)
    if (self->n_parses < self->max_parses && cost_of (self, at, length) == self->fewest[at])
      {
        current->lengths[current->n_parts] = length;
        current->whole[current->n_parts++] = look_at (self, at, length) == WHOLE;
        collect (self, at + length);
        current->n_parts--;
      }
}

/**
 * hf_pinyin_parse:
 * @word: letters as typed, lower case
 * @length: how many bytes
 * @parses: (out caller-allocates) (array length=max_parses): the ways of reading it
 * @max_parses: how many are wanted at most
 *
 * Takes a word apart as pinyin, full (wangbingquan), begun (wangbing, wangbi), as initials
 * (wbq) or both (wangbq); of several ways those with the most whole syllables: xian is 先 and
 * 西安.
 *
 * Returns: how many ways there are, 0 where it cannot be pinyin
 */
gsize
hf_pinyin_parse (const char *word, gsize length, HfPinyin *parses, gsize max_parses)
{
  if (length == 0 || length > HF_PINYIN_MAX_PARTS * LONGEST_SYLLABLE)
    return 0;
  g_autofree gsize *fewest = g_new (gsize, length + 1);
  Search search = { .word = word,
                    .length = length,
                    .fewest = fewest,
                    .current = { .word = word },
                    .parses = parses,
                    .max_parses = max_parses };
  find_fewest (&search);
  if (fewest[0] != IMPOSSIBLE)
    collect (&search, 0);
  return search.n_parses;
}

/* A syllable of which so many letters are typed: all, its initial, or as far as was typed. */
static gboolean
takes (const char *reading, const char *typed, gsize length)
{
  if (strncmp (reading, typed, length) != 0)
    return FALSE;
  gboolean initial = length == 1 || (length == 2 && typed[1] == 'h');
  return initial || reading[length] == '\0' || typed[length] == '\0';
}

/* Whether the characters from @text on are read as typed, with spaces between them or without;
 * @said gets how. */
static gboolean
read_on (const char *typed, const char *text, GString *said)
{
  const char *readings[HF_HAN_MAX_READINGS];
  gsize before = said->len;
  if (*typed == '\0')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  gsize n_readings = hf_han_get_readings (g_utf8_get_char (text), readings);
  for (gsize i = 0; i < n_readings; i++)
    for (gsize length = MIN (strlen (readings[i]), strlen (typed)); length > 0; length--)
      if (takes (readings[i], typed, length))
        {
          g_string_append_printf (said, "%s%s", before > 0 ? " " : "", readings[i]);
          if (read_on (typed + length, g_utf8_next_char (text), said))
            return TRUE;
          g_string_truncate (said, before);
        }
  return FALSE;
}

/**
 * hf_pinyin_find:
 * @typed: letters in lower case; what is between them is passed over
 * @text: UTF-8
 * @begins: (out): whether the text begins with what was found
 *
 * Finds characters beside each other that are read as somebody typed, in full, begun, by their
 * initials or mixed.
 *
 * Returns: (transfer full) (nullable): the syllables of those characters, spaces between them
 */
char *
hf_pinyin_find (const char *typed, const char *text, gboolean *begins)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  for (const char *at = typed; *at != '\0'; at++)
    if (g_ascii_islower (*at))
      g_string_append_c (letters, *at);
    else if (*at != ' ' && *at != '\'')
      return NULL;
  if (letters->len == 0 || letters->len > HF_PINYIN_MAX_PARTS * LONGEST_SYLLABLE)
    return NULL;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (hf_text_is_han (g_utf8_get_char (at)) && read_on (letters->str, at, said))
      {
        *begins = at == text;
        return g_strdup (said->str);
      }
  return NULL;
}
