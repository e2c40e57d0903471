#include "config.h"

#include "hf-pinyin.h"

#include <string.h>

#include "hf-han.h"

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
