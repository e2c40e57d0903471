#include "config.h"

#include <string.h>

#include "hf-repair-private.h"
#include "hf-text.h"

/* A gloss in brackets is short; a longer text there means something. */
#define GLOSS_LIMIT 48

#define WIDE_OFFSET (0xFF01 - '!')

/* Signs that programs and address books leave in texts and nobody sees: soft hyphen, zero-width
 * space, marks of direction, word joiner, byte order mark. The zero-width joiners are not
 * among them: scripts and emoji need them. */
gboolean
hf_repair_is_invisible (gunichar letter)
{
  return letter == 0xAD || letter == 0x200B || letter == 0x200E || letter == 0x200F
         || (letter >= 0x202A && letter <= 0x202E) || letter == 0x2060
         || (letter >= 0x2066 && letter <= 0x2069) || letter == 0xFEFF;
}

/* The sign that makes a number a text in a spreadsheet, where it is not seen. */
gboolean
hf_repair_has_text_mark (const char *text)
{
  return *text == '\'' && text[1] != '\0'
         && text[1 + strspn (text + 1, "+0123456789 -/.:")] == '\0';
}

/* Blanks at the ends, no-break spaces, tabs, and signs that are not seen. */
HfRepairOutcome
hf_repair_mend_spaces (const char *text, const HfRepairColumn *column, GString *mended)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  for (const char *at = text + hf_repair_has_text_mark (text); *at != '\0';
       at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter == '\t' || letter == 0xA0)
        g_string_append_c (seen, ' ');
      else if (!hf_repair_is_invisible (letter))
        g_string_append_len (seen, at, g_utf8_next_char (at) - at);
    }
  g_autofree char *trimmed = hf_text_trim (seen->str);
  g_string_assign (mended, trimmed != NULL ? trimmed : "");
  return strcmp (mended->str, text) != 0 ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}

static gboolean
is_wide (gunichar letter)
{
  return letter >= 0xFF01 && letter <= 0xFF5E && g_ascii_isalnum (letter - WIDE_OFFSET);
}

static gboolean
is_letter (gunichar letter)
{
  return is_wide (letter) || (letter < 0x80 && g_ascii_isalnum (letter));
}

/* The signs beside full-width letters, such as those of a phone number or an address for mail,
 * are full-width with them; elsewhere they are Chinese punctuation. */
static gboolean
is_joint (gunichar letter, gunichar before, gunichar after)
{
  static const char joints[] = "-.@_+/:";
  return letter > WIDE_OFFSET && letter <= 0xFF5E
         && strchr (joints, letter - WIDE_OFFSET) != NULL && is_letter (after)
         && (before == 0 || (is_letter (before) && (is_wide (before) || is_wide (after))));
}

/* Full-width letters and digits. */
HfRepairOutcome
hf_repair_mend_width (const char *text, const HfRepairColumn *column, GString *mended)
{
  gunichar before = 0;
  HfRepairOutcome outcome = HF_REPAIR_NONE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gunichar after = g_utf8_get_char (g_utf8_next_char (at));
      gboolean narrows = is_wide (letter) || is_joint (letter, before, after);
      g_string_append_unichar (mended, narrows ? letter - WIDE_OFFSET : letter);
      if (narrows)
        outcome = HF_REPAIR_DONE;
      before = letter;
    }
  return outcome;
}

static gboolean
is_toned (gunichar letter)
{
  static const char toned[] = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
  return letter >= 0x80 && g_utf8_strchr (toned, -1, letter) != NULL;
}

/* What a syllable of pinyin looks like without its tone: an initial, then a final. */
static gboolean
is_syllable (const char *text, gsize length)
{
  static const char *const finals[] = {
    "a",  "o",   "e",   "ai",   "ei",   "ao", "ou",   "an",  "en",  "ang", "eng", "er", "i",
    "ia", "ie",  "iao", "iu",   "ian",  "in", "iang", "ing", "ong", "u",   "ua",  "uo", "uai",
    "ui", "uan", "un",  "uang", "iong", "ü",  "v",    "üe",  "ve",  "ue",  "üan", "ün", NULL
  };
  gsize initial = length > 1 && text[1] == 'h' && strchr ("zcs", text[0]) != NULL ? 2
                  : strchr ("bpmfdtnlgkhjqxrzcsyw", text[0]) != NULL              ? 1
                                                                                  : 0;
  if (length > initial && g_ascii_isdigit (text[length - 1]))
    length--;
  g_autofree char *final = g_strndup (text + initial, length - initial);
  return g_strv_contains (finals, final);
}

typedef enum
{
  GLOSS_NONE,
  GLOSS_PLAIN, /* one syllable without a tone: a gloss only where there are several */
  GLOSS_TONED,
} Gloss;

static Gloss
rate_gloss (const char *text, gsize length)
{
  gboolean toned = FALSE;
  if (length == 0 || length > GLOSS_LIMIT)
    return GLOSS_NONE;
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (is_toned (letter))
        toned = TRUE;
      else if (!g_ascii_islower (*at) && letter != 0xFC && *at != ' ' && *at != '\''
               && (*at < '1' || *at > '5'))
        return GLOSS_NONE;
    }
  if (toned)
    return GLOSS_TONED;
  return is_syllable (text, length) ? GLOSS_PLAIN : GLOSS_NONE;
}

/* The gloss that opens at a bracket; gives how many bytes it has with its brackets. */
static Gloss
read_gloss (const char *at, gsize *length)
{
  gunichar bracket = g_utf8_get_char (at);
  if (bracket != '(' && bracket != 0xFF08)
    return GLOSS_NONE;
  const char *start = g_utf8_next_char (at);
  const char *end = start;
  while (*end != '\0' && *end != ')' && g_utf8_get_char (end) != 0xFF09)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return GLOSS_NONE;
  *length = g_utf8_next_char (end) - at;
  return rate_gloss (start, end - start);
}

/* Takes the glosses out; gives how many there were of either kind. */
static void
take_glosses (const char *text, GString *mended, guint *n_plain, guint *n_toned)
{
  gunichar before = 0;
  const char *at = text;
  while (*at != '\0')
    {
      gsize length = 0;
      Gloss gloss = hf_text_is_han (before) ? read_gloss (at, &length) : GLOSS_NONE;
      before = g_utf8_get_char (at);
      if (gloss == GLOSS_NONE)
        {
          length = g_utf8_next_char (at) - at;
          g_string_append_len (mended, at, length);
        }
      *n_plain += gloss == GLOSS_PLAIN;
      *n_toned += gloss == GLOSS_TONED;
      at += length;
    }
}

/* Pinyin in brackets, which programs for learners put behind each character. */
HfRepairOutcome
hf_repair_mend_gloss (const char *text, const HfRepairColumn *column, GString *mended)
{
  guint n_plain = 0, n_toned = 0;
  take_glosses (text, mended, &n_plain, &n_toned);
  return n_toned > 0 || n_plain > 1 ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}
