#include "config.h"

#include "hf-text.h"

#include <string.h>

/* Combines with the letter before it. */
#define DIAERESIS 0x308

/* A mainland mobile number has 11 digits; what stands before them is the country. */
#define COUNTRY_CODE "86"
#define MOBILE_DIGITS 11

/**
 * hf_text_set:
 * @field: (inout): an owned string or %NULL
 * @value: (nullable): what it becomes
 *
 * Replaces an owned string; a blank value becomes %NULL, so that "not known" has one form.
 *
 * Returns: whether it changed
 */
gboolean
hf_text_set (char **field, const char *value)
{
  g_autofree char *trimmed = hf_text_trim (value);
  if (g_strcmp0 (*field, trimmed) == 0)
    return FALSE;
  g_free (*field);
  *field = g_steal_pointer (&trimmed);
  return TRUE;
}

/**
 * hf_text_free_secret:
 * @secret: (nullable) (transfer full): a password
 *
 * Frees it and leaves nothing of it in memory.
 */
void
hf_text_free_secret (char *secret)
{
  for (volatile char *c = secret; c != NULL && *c != '\0'; c++)
    *c = '\0';
  g_free (secret);
}

static gboolean
is_space (gunichar letter)
{
  if (letter > ' ' && letter < 0x7F)
    return FALSE;
  return g_unichar_isspace (letter) || letter == 0x3000 || letter == 0xA0 || letter == 0xFEFF;
}

/**
 * hf_text_is_blank:
 * @text: (nullable): UTF-8
 *
 * Tells whether a text has nothing to read, full-width and hard spaces included.
 *
 * Returns: %TRUE for %NULL, empty or spaces alone
 */
gboolean
hf_text_is_blank (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!is_space (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/**
 * hf_text_trim:
 * @text: (nullable): UTF-8
 *
 * Takes the white space off both ends, full-width and hard spaces included.
 *
 * Returns: (transfer full) (nullable): the text, %NULL where nothing remains
 */
char *
hf_text_trim (const char *text)
{
  if (text == NULL)
    return NULL;
  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  const char *end = text + strlen (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);
      if (!is_space (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end > text ? g_strndup (text, end - text) : NULL;
}

/**
 * hf_text_narrow:
 * @text: (nullable): UTF-8
 *
 * Turns full-width letters, digits and signs into plain ones and trims; nothing else changes.
 *
 * Returns: (transfer full): the text, empty for %NULL
 */
char *
hf_text_narrow (const char *text)
{
  g_autofree char *trimmed = hf_text_trim (text);
  if (trimmed != NULL && g_str_is_ascii (trimmed))
    return g_steal_pointer (&trimmed);
  GString *narrow = g_string_new (NULL);
  for (const char *at = trimmed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter >= 0xFF01 && letter <= 0xFF5E)
        letter -= 0xFF01 - '!';
      else if (letter == 0x3000 || letter == 0xA0)
        letter = ' ';
      g_string_append_unichar (narrow, letter);
    }
  return g_string_free (narrow, FALSE);
}

/**
 * hf_text_is_plain:
 * @text: UTF-8
 *
 * Tells whether its letters have one form only, but for their case: ASCII and the common
 * Chinese characters.
 *
 * Returns: %TRUE where folding needs but lower case
 */
gboolean
hf_text_is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((guchar) *at >= 0x80)
      {
        gunichar letter = g_utf8_get_char (at);
        if (letter < 0x4E00 || letter > 0x9FFF)
          return FALSE;
      }
  return TRUE;
}

static char *
fold_case (const char *text)
{
  /* Most texts are plain, and normalizing takes long. */
  if (hf_text_is_plain (text))
    return g_ascii_strdown (text, -1);
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

/**
 * hf_text_fold:
 * @text: (nullable): UTF-8
 *
 * Makes the form under which two spellings of the same word compare equal: compatibility
 * composition, no case, single spaces.
 *
 * Returns: (transfer full): the folded text, empty for %NULL
 */
char *
hf_text_fold (const char *text)
{
  g_autofree char *folded = fold_case (text != NULL ? text : "");
  GString *single = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (!is_space (letter))
        g_string_append_len (single, at, g_utf8_next_char (at) - at);
      else if (single->len > 0 && single->str[single->len - 1] != ' ')
        g_string_append_c (single, ' ');
    }
  if (single->len > 0 && single->str[single->len - 1] == ' ')
    g_string_truncate (single, single->len - 1);
  return g_string_free (single, FALSE);
}

/**
 * hf_text_is_han:
 * @letter: a Unicode letter
 *
 * Tells whether it is a Chinese character.
 *
 * Returns: %TRUE for the Han script
 */
gboolean
hf_text_is_han (gunichar letter)
{
  if (letter < 0x80)
    return FALSE;
  return (letter >= 0x4E00 && letter <= 0x9FFF)
         || g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HAN;
}

/**
 * hf_text_run:
 * @text: UTF-8
 * @han: (out): whether the run is of Chinese characters
 *
 * Measures the run of Chinese characters, or of other letters and digits, with which a text
 * begins.
 *
 * Returns: bytes; 0 where it begins with something else
 */
gsize
hf_text_run (const char *text, gboolean *han)
{
  const char *end = text;
  gunichar letter = g_utf8_get_char (end);
  *han = hf_text_is_han (letter);
  while (letter != '\0'
         && (*han ? hf_text_is_han (letter)
                  : g_unichar_isalnum (letter) && !hf_text_is_han (letter)))
    {
      end = g_utf8_next_char (end);
      letter = g_utf8_get_char (end);
    }
  return end - text;
}

/**
 * hf_text_phone_digits:
 * @phone: (nullable): a phone number in any format
 *
 * Gives the digits by which two ways of writing one number compare equal: full-width digits,
 * spaces and signs go, and so does the country code before a mainland mobile number.
 *
 * Returns: (transfer full): digits, perhaps empty
 */
char *
hf_text_phone_digits (const char *phone)
{
  g_autofree char *narrow = hf_text_narrow (phone);
  GString *digits = g_string_new (NULL);
  for (const char *at = narrow; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  if (g_str_has_prefix (digits->str, "00" COUNTRY_CODE)
      && digits->len == strlen ("00" COUNTRY_CODE) + MOBILE_DIGITS)
    g_string_erase (digits, 0, strlen ("00" COUNTRY_CODE));
  else if (g_str_has_prefix (digits->str, COUNTRY_CODE)
           && digits->len == strlen (COUNTRY_CODE) + MOBILE_DIGITS)
    g_string_erase (digits, 0, strlen (COUNTRY_CODE));
  return g_string_free (digits, FALSE);
}

/**
 * hf_text_cut_extension:
 * @phone: (nullable): one phone number in any format
 *
 * Gives what is dialled from outside: the number without its extension.
 *
 * Returns: (transfer full): the beginning of the number, in plain letters, perhaps empty
 */
char *
hf_text_cut_extension (const char *phone)
{
  g_autofree char *narrow = hf_text_narrow (phone);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*(?:转|轉|分机|分機|#|ext|x)", narrow,
                                               G_REGEX_CASELESS, 0);
  return g_strdup (parts[0] != NULL ? parts[0] : "");
}

/**
 * hf_text_split_phones:
 * @phones: (nullable): telephone numbers with a stroke, comma, semicolon or newline between
 * them
 *
 * Takes apart what stands in one field. What has too few digits for a number of its own, such
 * as an extension, stays with the one before.
 *
 * Returns: (transfer full): the numbers
 */
GStrv
hf_text_split_phones (const char *phones)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GString) number = g_string_new (NULL);
  g_autofree char *narrow = hf_text_narrow (phones);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[/,;|\n、]\\s*", g_strstrip (narrow), 0, 0);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *digits = hf_text_phone_digits (parts[i]);
      if (strlen (digits) >= HF_TEXT_PHONE_DIGITS && number->len > 0)
        {
          g_strv_builder_add (numbers, number->str);
          g_string_truncate (number, 0);
        }
      if (*parts[i] != '\0')
        g_string_append_printf (number, "%s%s", number->len > 0 ? "/" : "", parts[i]);
    }
  if (number->len > 0)
    g_strv_builder_add (numbers, number->str);
  return g_strv_builder_end (numbers);
}

/**
 * hf_text_put_phone_first:
 * @phones: (nullable): telephone numbers, of which the first was wrong
 * @number: another one
 *
 * Puts a number in the place of the first one; where it stood among the others, it does no
 * more.
 *
 * Returns: (transfer full): the numbers, strokes between them
 */
char *
hf_text_put_phone_first (const char *phones, const char *number)
{
  g_auto (GStrv) numbers = hf_text_split_phones (phones);
  g_autofree char *digits = hf_text_phone_digits (number);
  GString *joined = g_string_new (number);
  for (gsize i = 1; numbers[0] != NULL && numbers[i] != NULL; i++)
    {
      g_autofree char *others = hf_text_phone_digits (numbers[i]);
      if (strcmp (others, digits) != 0)
        g_string_append_printf (joined, " / %s", numbers[i]);
    }
  return g_string_free (joined, FALSE);
}

/**
 * hf_text_phone_uri:
 * @phones: (nullable): telephone numbers
 *
 * Makes what a softphone dials: the first of the numbers.
 *
 * Returns: (transfer full): such as "tel:13812345678"
 */
char *
hf_text_phone_uri (const char *phones)
{
  g_auto (GStrv) numbers = hf_text_split_phones (phones);
  g_autofree char *digits = hf_text_phone_digits (numbers[0]);
  return g_strconcat ("tel:", digits, NULL);
}

/**
 * hf_text_mask_phone:
 * @phone: (nullable): a phone number
 *
 * Hides the middle of a number, as people in China are used to: 138****5678.
 *
 * Returns: (transfer full): the masked number; with seven digits or fewer all but the last two
 *   are hidden
 */
char *
hf_text_mask_phone (const char *phone)
{
  g_autofree char *digits = hf_text_phone_digits (phone);
  gsize length = strlen (digits);
  gsize head = length > 7 ? 3 : 0;
  gsize tail = length > 7 ? 4 : MIN (length, 2);
  for (gsize i = head; i + tail < length; i++)
    digits[i] = '*';
  return g_steal_pointer (&digits);
}

/* @spoken: a ü after l or n is a sound of its own, for which a v is typed in pinyin */
static char *
strip_marks (const char *text, gboolean spoken)
{
  g_autofree char *folded = hf_text_fold (text);
  if (hf_text_is_plain (folded))
    return g_steal_pointer (&folded);
  g_autofree char *parted = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT);
  GString *bare = g_string_new (NULL);
  for (const char *at = parted; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (!g_unichar_ismark (letter))
        g_string_append_len (bare, at, g_utf8_next_char (at) - at);
      else if (spoken && letter == DIAERESIS
               && (g_str_has_suffix (bare->str, "lu") || g_str_has_suffix (bare->str, "nu")))
        bare->str[bare->len - 1] = 'v';
    }
  return g_string_free (bare, FALSE);
}

/**
 * hf_text_bare:
 * @text: UTF-8
 *
 * Makes the form under which a search finds it: folded, and without accents, which few people
 * type into a search box.
 *
 * Returns: (transfer full): the text
 */
char *
hf_text_bare (const char *text)
{
  return strip_marks (text, FALSE);
}

/**
 * hf_text_bare_pinyin:
 * @text: UTF-8
 *
 * Makes the form that is read as pinyin, which is as long as that of hf_text_bare(), letter for
 * letter: tones go, and lü and nü become lv and nv.
 *
 * Returns: (transfer full): the text
 */
char *
hf_text_bare_pinyin (const char *text)
{
  return strip_marks (text, TRUE);
}
