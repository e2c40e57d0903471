#include "config.h"

#include "hf-search-key.h"

#include <string.h>

#include "hf-han.h"
#include "hf-text.h"

#define LAST_DIGITS 4

/* So many characters of a name or a company are found by how they are read. With their
 * readings, HF_HAN_MAX_READINGS at most, this bounds a key. */
#define MAX_SPOKEN 24

/* One text on its way into a key. */
typedef struct
{
  GString *key;
  gunichar before;                        /* the Chinese character before this one, 0: none */
  char initials[HF_HAN_MAX_READINGS + 1]; /* of the character before */
  guint n_spoken;
} Writer;

static void
begin_token (GString *key)
{
  if (key->len > 0)
    g_string_append_c (key, ' ');
}

static void
append_lower (GString *key, const char *token, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (key, g_ascii_tolower (token[i]));
}

static void
append_token (GString *key, const char *token, gsize length)
{
  begin_token (key);
  append_lower (key, token, length);
}

static void
append_marked (GString *key, const char *mark, const char *token, gsize length)
{
  begin_token (key);
  g_string_append (key, mark);
  append_lower (key, token, length);
}

static void
append_word (Writer *self, const char *word, gsize length)
{
  const char *end = word;
  for (gsize i = 0; i < HF_SEARCH_BEGINNING && end < word + length; i++)
    {
      end = g_utf8_next_char (end);
      append_token (self->key, word, end - word);
    }
  if (end < word + length)
    append_marked (self->key, HF_SEARCH_WORD, word, length);
}

/* A pair of initials for each way of reading two characters beside each other. */
static void
append_initials (Writer *self, const char *initials)
{
  if (self->before != 0)
    for (const char *first = self->initials; *first != '\0'; first++)
      for (const char *second = initials; *second != '\0'; second++)
        {
          begin_token (self->key);
          g_string_append_c (self->key, *first);
          g_string_append_c (self->key, *second);
        }
  strcpy (self->initials, initials);
}

static void
append_readings (Writer *self, gunichar letter)
{
  const char *readings[HF_HAN_MAX_READINGS];
  char initials[HF_HAN_MAX_READINGS + 1] = "";
  gsize n_initials = 0;
  gsize n_readings = 0;
  if (self->n_spoken++ < MAX_SPOKEN)
    n_readings = hf_han_get_readings (letter, readings);
  for (gsize i = 0; i < n_readings; i++)
    {
      append_token (self->key, readings[i], strlen (readings[i]));
      if (strchr (initials, readings[i][0]) == NULL)
        initials[n_initials++] = readings[i][0];
    }
  append_initials (self, initials);
}

static void
append_character (Writer *self, gunichar letter)
{
  gunichar fold = hf_han_fold (letter);
  begin_token (self->key);
  g_string_append_unichar (self->key, fold);
  if (self->before != 0)
    {
      begin_token (self->key);
      g_string_append_unichar (self->key, self->before);
      g_string_append_unichar (self->key, fold);
    }
  append_readings (self, letter);
  self->before = fold;
}

static void
append_characters (Writer *self, const char *run, gsize length)
{
  self->before = 0;
  for (const char *at = run; at < run + length; at = g_utf8_next_char (at))
    append_character (self, g_utf8_get_char (at));
}

static void
append_text (GString *key, const char *text, gboolean whole)
{
  Writer writer = { .key = key };
  for (const char *at = text; *at != '\0';)
    {
      gboolean han;
      gsize length = hf_text_run (at, &han);
      if (length > 0 && whole)
        append_marked (key, HF_SEARCH_WHOLE, at, length);
      else if (length > 0)
        (han ? append_characters : append_word) (&writer, at, length);
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
}

static void
append_folded (GString *key, const char *text, gboolean whole)
{
  if (text == NULL)
    return;
  g_autofree char *bare = hf_text_is_plain (text) ? NULL : hf_text_bare (text);
  append_text (key, bare != NULL ? bare : text, whole);
}

static void
append_phone (GString *key, const char *phone)
{
  if (phone == NULL)
    return;
  g_autofree char *digits = hf_text_phone_digits (phone);
  gsize length = strlen (digits);
  if (length > 0)
    append_marked (key, HF_SEARCH_WHOLE, digits, length);
  if (length > LAST_DIGITS)
    append_marked (key, HF_SEARCH_WHOLE, digits + length - LAST_DIGITS, LAST_DIGITS);
}

/**
 * hf_search_key_append:
 * @key: an empty text
 * @texts: what may be searched
 *
 * Makes the tokens by which a record is found, the same for every database, with a space
 * between them. Of name and company: single Chinese characters and pairs of them in the one
 * form that hf_han_fold() gives; every reading of a character, and the initials of two beside
 * each other; words without case and how they begin. Of codes, e-mail (before the "@") and
 * phone: words that are typed whole, and the phone's last four digits.
 */
void
hf_search_key_append (GString *key, const HfSearchTexts *texts)
{
  append_folded (key, texts->name, FALSE);
  append_folded (key, texts->company, FALSE);
  append_folded (key, texts->code, TRUE);
  if (texts->email != NULL)
    {
      g_autofree char *name = g_strndup (texts->email, strcspn (texts->email, "@"));
      append_folded (key, name, TRUE);
    }
  append_phone (key, texts->phone);
  append_folded (key, texts->aliases, TRUE);
}
