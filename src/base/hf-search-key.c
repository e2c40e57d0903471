#include "config.h"

#include "hf-search-key.h"

#include <string.h>

#include "hf-han.h"
#include "hf-text.h"

#define LAST_DIGITS 4

/* So many characters of a name or a company are found by how they are read. With their
 * readings, HF_HAN_MAX_READINGS at most, this bounds a key. */
#define MAX_SPOKEN 24

/* A name of so many Chinese characters is found by any two of them. */
#define MAX_NAME 4

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
  for (const char *at = run; at < run + length; at = g_utf8_next_char (at))
    append_character (self, g_utf8_get_char (at));
}

/* Names of two characters are often spaced out to the width of three. */
static void
append_text (GString *key, const char *text)
{
  Writer writer = { .key = key };
  for (const char *at = text; *at != '\0';)
    {
      gboolean han;
      gsize length = hf_text_run (at, &han);
      if (length == 0 ? !g_unichar_isspace (g_utf8_get_char (at)) : !han)
        writer.before = 0;
      if (length > 0)
        (han ? append_characters : append_word) (&writer, at, length);
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
}

/* The characters that do not stand beside each other. */
static void
append_far_pairs (GString *key, const char *name)
{
  gunichar folds[MAX_NAME];
  gsize n_folds = 0;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (g_unichar_isspace (letter))
        continue;
      if (n_folds == MAX_NAME || !hf_text_is_han (letter))
        return;
      folds[n_folds++] = hf_han_fold (letter);
    }
  for (gsize first = 0; first + 2 < n_folds; first++)
    for (gsize second = first + 2; second < n_folds; second++)
      {
        begin_token (key);
        g_string_append_unichar (key, folds[first]);
        g_string_append_unichar (key, folds[second]);
      }
}

static char *
make_bare (const char *text)
{
  return text == NULL || hf_text_is_plain (text) ? g_strdup (text) : hf_text_bare (text);
}

/* Its parts, and all of it as it is typed without the signs between them. */
static void
append_whole (GString *key, const char *text)
{
  g_autofree char *bare = make_bare (text);
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize n_parts = 0;
  for (const char *at = bare; at != NULL && *at != '\0';)
    {
      gboolean han;
      gsize length = hf_text_run (at, &han);
      if (length > 0)
        {
          append_marked (key, HF_SEARCH_WHOLE, at, length);
          g_string_append_len (joined, at, length);
          n_parts++;
        }
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
  if (n_parts > 1)
    append_marked (key, HF_SEARCH_WHOLE, joined->str, joined->len);
}

static void
append_each_whole (GString *key, const char *codes)
{
  g_auto (GStrv) each = g_strsplit (codes != NULL ? codes : "", " ", -1);
  for (char **code = each; *code != NULL; code++)
    append_whole (key, *code);
}

static void
append_number (GString *key, const char *digits)
{
  gsize length = strlen (digits);
  if (length > 0)
    append_marked (key, HF_SEARCH_WHOLE, digits, length);
  if (length > LAST_DIGITS)
    append_marked (key, HF_SEARCH_WHOLE, digits + length - LAST_DIGITS, LAST_DIGITS);
}

/* Each of several numbers; with an extension also without it, as it is known by heart. */
static void
append_phone (GString *key, const char *phone)
{
  /* Most are one number, and to look for others takes long. */
  if (phone == NULL || strspn (phone, "+-() 0123456789") == strlen (phone))
    {
      g_autofree char *only = hf_text_phone_digits (phone);
      append_number (key, only);
      return;
    }
  g_auto (GStrv) numbers = hf_text_split_phones (phone);
  for (char **number = numbers; *number != NULL; number++)
    {
      g_autofree char *begun = hf_text_cut_extension (*number);
      g_autofree char *outside = hf_text_phone_digits (begun);
      g_autofree char *digits = hf_text_phone_digits (*number);
      append_number (key, digits);
      if (strcmp (outside, digits) != 0)
        append_number (key, outside);
    }
}

/**
 * hf_search_key_append:
 * @key: an empty text
 * @texts: what may be searched
 *
 * Makes the tokens by which a record is found, the same for every database, with a space
 * between them. Of name and company: single Chinese characters and pairs of them in the one
 * form that hf_han_fold() gives, of a short name any two; every reading of a character, and
 * the initials of two beside each other; words without case and how they begin. Of codes,
 * e-mail (before the "@") and phones: words that are typed whole, and the last four digits of
 * each phone.
 */
void
hf_search_key_append (GString *key, const HfSearchTexts *texts)
{
  g_autofree char *name = make_bare (texts->name);
  g_autofree char *company = make_bare (texts->company);
  append_text (key, name != NULL ? name : "");
  append_far_pairs (key, name != NULL ? name : "");
  append_text (key, company != NULL ? company : "");
  append_whole (key, texts->code);
  if (texts->email != NULL)
    {
      g_autofree char *user = g_strndup (texts->email, strcspn (texts->email, "@"));
      append_whole (key, user);
    }
  append_phone (key, texts->phone);
  append_each_whole (key, texts->aliases);
}
