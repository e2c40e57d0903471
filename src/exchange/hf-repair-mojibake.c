#include "config.h"

#include <string.h>

#include "hf-han-score.h"
#include "hf-repair-private.h"
#include "hf-text.h"

/* Points (see hf_han_score_rate()) from which a text is taken for Chinese though it was none
 * before. Latin letters that are a pair by chance have fewer. */
#define GOOD_CHINESE 3
#define FAIR_CHINESE 1 /* where no plain letter speaks against it */
#define BEST_CHINESE 4

#define FIRST_HAN 0x4E00
#define N_HAN (0xA000 - FIRST_HAN)

/* The characters which the first two bytes of a Chinese character in UTF-8 are in GBK. */
static guint8 *
find_odd_han (void)
{
  guint8 *bits = g_new0 (guint8, N_HAN / 8);
  for (guint lead = 0xE3; lead <= 0xEF; lead++)
    for (guint trail = 0x80; trail <= 0xBF; trail++)
      {
        const char pair[] = { (char) lead, (char) trail };
        g_autofree char *text = g_convert (pair, 2, "UTF-8", "GB18030", NULL, NULL, NULL);
        gunichar letter = text != NULL ? g_utf8_get_char (text) : 0;
        if (letter >= FIRST_HAN && letter < FIRST_HAN + N_HAN)
          bits[(letter - FIRST_HAN) / 8] |= 1 << (letter - FIRST_HAN) % 8;
      }
  return bits;
}

/* Whether a garbled text may begin with a letter: a rare character, or one of the Western
 * letters that two bytes of UTF-8 are. */
gboolean
hf_repair_is_odd (gunichar letter)
{
  static gsize odd_han = 0;
  if (letter < FIRST_HAN || letter >= FIRST_HAN + N_HAN)
    return letter >= 0xA1 && letter < 0x800;
  if (g_once_init_enter (&odd_han))
    g_once_init_leave (&odd_han, (gsize) find_odd_han ());
  guint place = letter - FIRST_HAN;
  return ((const guint8 *) odd_han)[place / 8] >> place % 8 & 1;
}

static gboolean
is_han_or_sign (gunichar letter)
{
  return hf_text_is_han (letter) || (letter >= 0x3000 && letter <= 0x30FF)
         || (letter >= 0xFF01 && letter <= 0xFF5E) || letter == 0x00B7
         || (letter >= 0x2014 && letter <= 0x2026);
}

/* A repaired text is Chinese with plain Latin letters at most. */
static gboolean
is_chinese (const char *text)
{
  guint n_han = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter >= 0x80 && !is_han_or_sign (letter))
        return FALSE;
      n_han += hf_text_is_han (letter);
    }
  return n_han > 0;
}

/* What the sign for a letter that is lost looks like where it was read as GBK. */
static gboolean
is_lost (const char *text)
{
  return strstr (text, "锟斤") != NULL;
}

/* Reads a text's bytes in the encoding it was taken for as another; NULL where that is none. */
static char *
read_as (const char *text, const char *was, const char *is)
{
  gsize length, read, written;
  g_autofree char *bytes = g_convert (text, -1, was, "UTF-8", &read, &length, NULL);
  if (bytes == NULL || memchr (bytes, '\0', length) != NULL)
    return NULL;
  g_autofree char *again = g_convert (bytes, length, "UTF-8", is, &read, &written, NULL);
  return again != NULL && read == length && is_chinese (again) && !is_lost (again)
             ? g_steal_pointer (&again)
             : NULL;
}

/* UTF-8 that was read as something else. */
static char *
read_as_utf8 (const char *text)
{
  g_autofree char *again = read_as (text, "GB18030", "UTF-8");
  if (again != NULL && hf_han_score_rate (again) > hf_han_score_rate (text))
    return g_steal_pointer (&again);
  g_clear_pointer (&again, g_free);
  /* A Chinese character in UTF-8 is three Western letters that no language has in a row. */
  again = read_as (text, "CP1252", "UTF-8");
  return again != NULL ? g_steal_pointer (&again) : read_as (text, "ISO-8859-1", "UTF-8");
}

static gboolean
is_western (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= 0x800)
      return FALSE;
  return TRUE;
}

/* No Western language has a word without any plain letter, but for the shortest. */
static gboolean
has_plain_letter (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalpha (*at))
      return TRUE;
  return FALSE;
}

static char *
read_western_as_gbk (const char *text, const char *was)
{
  int least = has_plain_letter (text) ? GOOD_CHINESE : FAIR_CHINESE;
  g_autofree char *again = read_as (text, was, "GB18030");
  return again != NULL && g_utf8_strlen (again, -1) > 1 && hf_han_score_rate (again) >= least
             ? g_steal_pointer (&again)
             : NULL;
}

/* GBK that was read as a Western encoding, or as UTF-8, which it sometimes is by chance. */
static char *
read_as_gbk (const char *text)
{
  static const char *const western[] = { "ISO-8859-1", "CP1252" };
  char *found = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (western) && found == NULL; i++)
    found = read_western_as_gbk (text, western[i]);
  if (found != NULL || !is_western (text))
    return found;
  g_autofree char *again = NULL;
  again = read_as (text, "UTF-8", "GB18030");
  return again != NULL && hf_han_score_rate (again) >= BEST_CHINESE ? g_steal_pointer (&again)
                                                                    : NULL;
}

/* Text in one encoding that was read as another, where no byte of it was lost. */
HfRepairOutcome
hf_repair_mend_mojibake (const char *text, const HfRepairColumn *column, GString *mended)
{
  g_autofree char *again = read_as_utf8 (text);
  if (again == NULL)
    again = read_as_gbk (text);
  if (again == NULL)
    return HF_REPAIR_NONE;
  g_string_assign (mended, again);
  return HF_REPAIR_DONE;
}
