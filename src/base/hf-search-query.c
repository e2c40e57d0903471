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

/* A word as it stands, as the beginning of one, or as pinyin. */
static void
append_word (GString *query, const char *word, gsize length)
{
  HfPinyin parses[MAX_READINGS];
  gsize n_parses = 0;
  gboolean is_short = g_utf8_strlen (word, length) <= HF_SEARCH_BEGINNING;
  if (is_letters (word, length))
    n_parses = hf_pinyin_parse (word, length, parses, G_N_ELEMENTS (parses));
  append_whole (query, word, length);
  g_string_append_printf (query, is_short ? " | '%.*s'" : " | '" HF_SEARCH_WORD "%.*s':*",
                          (int) length, word);
  for (gsize i = 0; i < n_parses; i++)
    {
      g_string_append (query, " | (");
      append_pinyin (query, &parses[i]);
      g_string_append_c (query, ')');
    }
  if (n_parses > 0 && parses[0].n_parts < length && length <= MAX_INITIALS)
    append_initials (query, word, length);
}

/* One character, or every pair of two. */
static void
append_characters (GString *query, const char *run, gsize length)
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

static void
append_runs (GString *query, const char *text)
{
  gsize n_words = 0;
  for (const char *at = text; *at != '\0' && n_words < MAX_WORDS;)
    {
      gboolean han;
      gsize length = hf_text_run (at, &han);
      if (length > 0)
        {
          g_string_append (query, n_words++ > 0 ? " & (" : "(");
          (han ? append_characters : append_word) (query, at, length);
          g_string_append_c (query, ')');
        }
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
}

/* Digits, and the signs that people put between them. */
static gboolean
is_phone (const char *typed)
{
  g_autofree char *narrow = hf_text_narrow (typed);
  g_autofree char *digits = hf_text_phone_digits (typed);
  return strlen (digits) >= PHONE_DIGITS
         && strspn (narrow, "+-() 0123456789") == strlen (narrow);
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
  if (is_phone (typed))
    {
      g_autofree char *digits = hf_text_phone_digits (typed);
      append_runs (query, digits);
    }
  else
    {
      g_autofree char *bare = hf_text_bare (typed);
      /* What follows the name in an e-mail address is in no key. */
      char *at = strchr (bare, '@');
      if (at != NULL && at > bare)
        *at = '\0';
      append_runs (query, bare);
    }
  return g_string_free (query, FALSE);
}
