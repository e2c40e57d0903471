#include "config.h"

#include "hf-han.h"

#include <gio/gio.h>
#include <string.h>

#include "hf-han-resource.h"
#include "hf-resource.h"

#define TABLE "/org/huifang/Huifang/han/han.table"
#define FAR_CHARACTERS 0x20000
#define SET_BITS 12
#define SYLLABLE_SIZE 8

/* The table that tools/make-han-table describes, as it lies in the program. */
typedef struct
{
  gunichar first;
  gsize n_near;
  gsize n_far;
  gsize n_folds;
  gsize n_far_folds;
  gsize n_syllables;
  const guint8 *near;
  const guint8 *far;
  const guint8 *folds;
  const guint8 *far_folds;
  const guint8 *set_starts;
  const guint8 *set_items;
  const char *syllables;
} Table;

static guint16
get_16 (const guint8 *numbers, gsize index)
{
  guint16 number;
  memcpy (&number, numbers + index * sizeof number, sizeof number);
  return GUINT16_FROM_LE (number);
}

static guint32
get_32 (const guint8 *numbers, gsize index)
{
  guint32 number;
  memcpy (&number, numbers + index * sizeof number, sizeof number);
  return GUINT32_FROM_LE (number);
}

static gsize
even (gsize n_numbers)
{
  return n_numbers + n_numbers % 2;
}

static gpointer
load_table (gpointer unused)
{
  static Table table;
  GResource *resource = hf_resource_register (hf_han_register_resource, hf_han_get_resource);
  /* It is never unloaded, and so is what points into it. */
  GBytes *bytes = g_resource_lookup_data (resource, TABLE, 0, NULL);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  table.first = get_32 (data, 1);
  table.n_near = get_32 (data, 2);
  table.n_far = get_32 (data, 3);
  table.n_folds = get_32 (data, 4);
  table.n_far_folds = get_32 (data, 5);
  gsize n_sets = get_32 (data, 6);
  table.n_syllables = get_32 (data, 7);
  table.near = data + 8 * sizeof (guint32);
  table.far = table.near + even (table.n_near) * sizeof (guint16);
  table.folds = table.far + table.n_far * sizeof (guint32);
  table.far_folds = table.folds + table.n_folds * sizeof (guint32);
  table.set_starts = table.far_folds + table.n_far_folds * 2 * sizeof (guint32);
  table.set_items = table.set_starts + even (n_sets + 1) * sizeof (guint16);
  table.syllables = (const char *) table.set_items
                    + even (get_16 (table.set_starts, n_sets)) * sizeof (guint16);
  return &table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, load_table, NULL);
}

/* Where the first of sorted numbers is that is not less; each is followed by @n_more others. */
static gsize
find_number (const guint8 *numbers, gsize n_numbers, gsize n_more, guint32 wanted)
{
  gsize low = 0;
  gsize high = n_numbers;
  while (low < high)
    {
      gsize middle = (low + high) / 2;
      if (get_32 (numbers, middle * (1 + n_more)) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hf_han_fold:
 * @letter: a Unicode letter
 *
 * Gives the character that stands for it and for its simplified, traditional and other forms,
 * so that 國 and 国 compare equal.
 *
 * Returns: a Chinese character; @letter where it has one form only or is none
 */
gunichar
hf_han_fold (gunichar letter)
{
  const Table *table = get_table ();
  if (letter < table->first)
    return letter;
  if (letter <= G_MAXUINT16)
    {
      gsize at = find_number (table->folds, table->n_folds, 0, letter << 16);
      guint32 fold = at < table->n_folds ? get_32 (table->folds, at) : 0;
      if (fold >> 16 == letter)
        return fold & G_MAXUINT16;
    }
  gsize at = find_number (table->far_folds, table->n_far_folds, 1, letter);
  if (at < table->n_far_folds && get_32 (table->far_folds, 2 * at) == letter)
    return get_32 (table->far_folds, 2 * at + 1);
  return letter;
}

static gsize
find_set (const Table *table, gunichar letter)
{
  if (letter >= table->first && letter - table->first < table->n_near)
    return get_16 (table->near, letter - table->first);
  if (letter < FAR_CHARACTERS)
    return 0;
  guint32 wanted = (letter - FAR_CHARACTERS) << SET_BITS;
  gsize at = find_number (table->far, table->n_far, 0, wanted);
  guint32 found = at < table->n_far ? get_32 (table->far, at) : 0;
  return found >> SET_BITS == wanted >> SET_BITS ? found & ((1 << SET_BITS) - 1) : 0;
}

/**
 * hf_han_get_readings:
 * @letter: a Unicode letter
 * @readings: (out caller-allocates) (array length=HF_HAN_MAX_READINGS): its syllables in pinyin
 *   without tones, the usual one first; ü is there as v and as u
 *
 * Tells how a Chinese character is read, in all of its meanings and as a surname.
 *
 * Returns: how many there are; 0 where it is none
 */
gsize
hf_han_get_readings (gunichar letter, const char **readings)
{
  const Table *table = get_table ();
  gsize set = find_set (table, letter);
  gsize start = get_16 (table->set_starts, set);
  gsize n_readings = get_16 (table->set_starts, set + 1) - start;
  for (gsize i = 0; i < n_readings; i++)
    readings[i] = table->syllables + SYLLABLE_SIZE * get_16 (table->set_items, start + i);
  return n_readings;
}

/**
 * hf_han_get_syllable:
 * @index: less than the number of syllables
 *
 * Gives a syllable of pinyin; they are sorted.
 *
 * Returns: lower-case letters
 */
const char *
hf_han_get_syllable (gsize index)
{
  return get_table ()->syllables + SYLLABLE_SIZE * index;
}

/**
 * hf_han_find_syllables:
 * @begun: the first letters of a syllable, lower case
 * @length: how many bytes of them
 * @first: (out): the first syllable that begins so, for hf_han_get_syllable()
 *
 * Finds the syllables of pinyin that begin with some letters; the whole syllable comes first.
 *
 * Returns: how many there are
 */
gsize
hf_han_find_syllables (const char *begun, gsize length, gsize *first)
{
  const Table *table = get_table ();
  gsize low = 0;
  gsize high = table->n_syllables;
  *first = 0;
  if (length >= SYLLABLE_SIZE)
    return 0;
  while (low < high)
    {
      gsize middle = (low + high) / 2;
      if (strncmp (table->syllables + SYLLABLE_SIZE * middle, begun, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (high < table->n_syllables
         && strncmp (table->syllables + SYLLABLE_SIZE * high, begun, length) == 0)
    high++;
  return high - low;
}
