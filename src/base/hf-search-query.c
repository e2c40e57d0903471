#include "config.h"

#include "hf-search-query.h"

#include <string.h>

#include "hf-han.h"
#include "hf-pinyin.h"
#include "hf-search-key.h"
#include "hf-text.h"

#define PHONE_DIGITS 4
#define MAX_READINGS 4
#define MAX_INITIALS 4
/* More words than this in a search box are no search. */
#define MAX_WORDS 8

static void
append_whole (GString *query, const char *word, gsize length)
{
  g_string_append_printf (query, "'" HF_SEARCH_WHOLE "%.*s'", (int) length, word);
}

/* Any of the syllables that begin so. */
static void
append_begun (GString *query, const char *begun, gsize length)
{
  gsize first;
  gsize n_syllables = hf_han_find_syllables (begun, length, &first);
  g_string_append_c (query, '(');
  for (gsize i = first; i < first + n_syllables; i++)
    g_string_append_printf (query, "%s'%s'", i > first ? " | " : "", hf_han_get_syllable (i));
  g_string_append_c (query, ')');
}

/* Its syllables, and that two beside each other begin as they do there: cheap to look for, and
 * next to never wrong. */
static void
append_pinyin (GString *query, const HfPinyin *parse)
{
  const char *part = parse->word;
  for (gsize i = 0; i < parse->n_parts; part += parse->lengths[i++])
    {
      gboolean last = i + 1 == parse->n_parts;
      gsize length = parse->lengths[i];
      const char *and = i > 0 ? " & " : "";
      if (!last)
        g_string_append_printf (query, "%s'%c%c'", and, part[0], part[length]);
      if (parse->whole[i] && !last && length > 1)
        g_string_append_printf (query, " & '%.*s'", (int) length, part);
      else if (length > 1 || parse->n_parts == 1)
        {
          g_string_append (query, last ? and : " & ");
          append_begun (query, part, length);
        }
    }
}

/* A short word that can be read as syllables may still be the initials of a name: lan, 刘安娜.
 */
static void
append_initials (GString *query, const char *word, gsize length)
{
  gsize first;
  for (gsize i = 0; i < length; i++)
    if (hf_han_find_syllables (word + i, 1, &first) == 0)
      return;
  g_string_append (query, " | (");
  for (gsize i = 0; i + 1 < length; i++)
    g_string_append_printf (query, "%s'%.2s'", i > 0 ? " & " : "", word + i);
  g_string_append_c (query, ')');
}

static gboolean
is_letters (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word[i]))
      return FALSE;
  return TRUE;
}

/* A word as it stands, or as the beginning of one; what was meant as pinyin by its ü begins no
 * word before it has more letters than a syllable like it. */
static void
append_spelt (GString *query, const char *word, gsize length, gboolean spoken)
{
  gboolean is_short = g_utf8_strlen (word, length) <= HF_SEARCH_BEGINNING;
  append_whole (query, word, length);
  if (is_short && !(spoken && length < HF_SEARCH_BEGINNING))
    g_string_append_printf (query, " | '%.*s'", (int) length, word);
  else if (!is_short)
    g_string_append_printf (query, " | '" HF_SEARCH_WORD "%.*s':*", (int) length, word);
}

static void
append_readings (GString *query, const char *word, gsize length)
{
  HfPinyin parses[MAX_READINGS];
  gsize n_parses = 0;
  if (is_letters (word, length))
    n_parses = hf_pinyin_parse (word, length, parses, G_N_ELEMENTS (parses));
  for (gsize i = 0; i < n_parses; i++)
    {
      g_string_append (query, " | (");
      append_pinyin (query, &parses[i]);
      g_string_append_c (query, ')');
    }
  if (n_parses > 0 && parses[0].n_parts < length && length <= MAX_INITIALS)
    append_initials (query, word, length);
}

/* A name and the end of a number, typed without a space: wang5678. */
static gsize
measure_name (const char *word, gsize length)
{
  gsize n_letters = 0;
  while (n_letters < length && g_ascii_islower (word[n_letters]))
    n_letters++;
  gsize n_digits = strspn (word + n_letters, "0123456789");
  return n_letters > 1 && n_digits >= PHONE_DIGITS && n_letters + n_digits == length ? n_letters
                                                                                     : 0;
}

/* A word as it stands, as the beginning of one, or as pinyin. */
static void
append_word (GString *query, const char *word, const char *spoken, gsize length)
{
  gsize n_letters = measure_name (spoken, length);
  append_spelt (query, word, length, memcmp (word, spoken, length) != 0);
  append_readings (query, spoken, length);
  if (n_letters == 0)
    return;
  g_string_append (query, " | ((");
  append_word (query, word, spoken, n_letters);
  g_string_append (query, ") & ");
  append_whole (query, word + n_letters, length - n_letters);
  g_string_append_c (query, ')');
}

/* One character, or every pair of two. */
static void
append_characters (GString *query, const char *run, const char *spoken, gsize length)
{
  gunichar before = 0;
  append_whole (query, run, length);
  g_string_append (query, " | (");
  for (const char *at = run; at < run + length; at = g_utf8_next_char (at))
    {
      gunichar fold = hf_han_fold (g_utf8_get_char (at));
      gboolean alone = g_utf8_next_char (run) == run + length;
      if (before != 0 || alone)
        {
          g_string_append (query, at > g_utf8_next_char (run) ? " & '" : "'");
          if (before != 0)
            g_string_append_unichar (query, before);
          g_string_append_unichar (query, fold);
          g_string_append_c (query, '\'');
        }
      before = fold;
    }
  g_string_append_c (query, ')');
}

/* @spoken: as @text is read as pinyin */
static void
append_runs (GString *query, const char *text, const char *spoken)
{
  gsize n_words = 0;
  for (const char *at = text; *at != '\0' && n_words < MAX_WORDS;)
    {
      gboolean han;
      gsize length = hf_text_run (at, &han);
      if (length > 0)
        {
          g_string_append (query, n_words++ > 0 ? " & (" : "(");
          (han ? append_characters : append_word) (query, at, spoken + (at - text), length);
          g_string_append_c (query, ')');
        }
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
}

static void
append_bare (GString *query, const char *typed)
{
  g_autofree char *bare = hf_text_bare (typed);
  g_autofree char *spoken = hf_text_bare_pinyin (typed);
  /* What follows the name in an e-mail address is in no key. */
  char *at = strchr (bare, '@');
  if (at != NULL && at > bare)
    *at = '\0';
  append_runs (query, bare, spoken);
}

/* Digits, and the signs that people put between them; a code may be written so as well. */
static void
append_phone (GString *query, const char *number)
{
  g_autofree char *digits = hf_text_phone_digits (number);
  append_runs (query, digits, digits);
  if (*number != '+' && strspn (number, "0123456789") < strlen (number))
    {
      g_string_append (query, " | (");
      append_runs (query, number, number);
      g_string_append_c (query, ')');
    }
}

/**
 * hf_search_query_phone:
 * @typed: what a person typed into a search box
 *
 * Tells whether somebody looks for a phone number: digits with the signs that people put
 * between them, and perhaps an extension.
 *
 * Returns: (transfer full) (nullable): the number without its extension
 */
char *
hf_search_query_phone (const char *typed)
{
  g_autofree char *number = hf_text_cut_extension (typed);
  g_autofree char *digits = hf_text_phone_digits (number);
  return strlen (digits) >= PHONE_DIGITS
                 && strspn (number, "+-() 0123456789") == strlen (number)
             ? g_steal_pointer (&number)
             : NULL;
}

/**
 * hf_search_query:
 * @typed: what a person typed into a search box
 *
 * Says which tokens of hf_search_key_append() a record must have: 'token', 'beginning':*, with
 * "&", "|" and round brackets between them, as tsquery has it. Every word must be found.
 *
 * Returns: (transfer full): the query, empty for a text without letters and digits
 */
char *
hf_search_query (const char *typed)
{
  GString *query = g_string_new (NULL);
  g_autofree char *number = hf_search_query_phone (typed);
  if (number != NULL)
    append_phone (query, number);
  else
    append_bare (query, typed);
  return g_string_free (query, FALSE);
}
