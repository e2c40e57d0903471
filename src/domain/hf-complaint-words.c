#include "config.h"

#include "hf-complaint-words.h"

#include <string.h>

#include "hf-han.h"
#include "hf-text.h"

/* A negation stands so many letters, of words so many words, before what it negates, at most.
 */
#define REACH 24
#define REACH_WORDS 3

/* How texts are matched; another number has all of them looked through again. */
#define EDITION "2"

#define NOT "not:"
#define BETWEEN "between:"
#define EXCEPT "except:"

/* What sounds like a complaint, and what takes that back. */
struct _HfComplaintWords
{
  GObject parent_instance;

  GPtrArray *phrases;  /* (element-type Letters) */
  GPtrArray *nots;     /* (element-type Letters) */
  GPtrArray *betweens; /* (element-type Letters) */
  GPtrArray *excepts;  /* (element-type Letters) */
  char *version;
};

G_DEFINE_FINAL_TYPE (HfComplaintWords, hf_complaint_words, G_TYPE_OBJECT)

/* A text as it is compared: no case, one script, and where each letter stands in the text. */
typedef struct
{
  gunichar *letter;
  gsize *at; /* one more than letters: the end */
  gsize length;
} Letters;

static void
letters_free (gpointer data)
{
  Letters *self = data;
  g_free (self->letter);
  g_free (self->at);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Letters, letters_free)

static void
add_letter (GArray *letters, GArray *places, gunichar letter, gsize place)
{
  letter = hf_han_fold (letter);
  if (letter == 0x2019)
    letter = '\'';
  g_array_append_val (letters, letter);
  g_array_append_val (places, place);
}

static void
add_folded (GArray *letters, GArray *places, const char *at, gsize place)
{
  g_autofree char *one = g_strndup (at, g_utf8_next_char (at) - at);
  g_autofree char *folded = hf_text_fold (one);
  /* A space in a row of letters parts words. */
  if (*folded == '\0')
    add_letter (letters, places, ' ', place);
  for (const char *next = folded; *next != '\0'; next = g_utf8_next_char (next))
    add_letter (letters, places, g_utf8_get_char (next), place);
}

static Letters *
letters_new (const char *text)
{
  Letters *self = g_new0 (Letters, 1);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((guchar) *at < 0x80)
      add_letter (letters, places, g_ascii_isspace (*at) ? ' ' : g_ascii_tolower (*at),
                  at - text);
    else
      add_folded (letters, places, at, at - text);
  gsize end = strlen (text);
  g_array_append_val (places, end);
  self->length = letters->len;
  self->letter = (gunichar *) (gpointer) g_array_free (g_steal_pointer (&letters), FALSE);
  self->at = (gsize *) (gpointer) g_array_free (places, FALSE);
  return self;
}

static gboolean
is_latin (gunichar letter)
{
  return g_unichar_isalnum (letter) && !hf_text_is_han (letter);
}

static gboolean
stands_at (const Letters *text, gsize place, const Letters *phrase)
{
  return place + phrase->length <= text->length
         && memcmp (text->letter + place, phrase->letter, phrase->length * sizeof (gunichar))
                == 0;
}

/* A Latin word begins where it is found; it may go on. */
static gboolean
begins_at (const Letters *text, gsize place, const Letters *phrase)
{
  return stands_at (text, place, phrase)
         && (place == 0 || !is_latin (phrase->letter[0])
             || !is_latin (text->letter[place - 1]));
}

static gboolean
ends_at (const Letters *text, gsize place, gsize from, const Letters *phrase)
{
  return phrase->length <= place - from && stands_at (text, place - phrase->length, phrase);
}

static const Letters *
find_end (const Letters *text, gsize place, gsize from, const GPtrArray *phrases)
{
  const Letters *longest = NULL;
  for (guint i = 0; i < phrases->len; i++)
    if (ends_at (text, place, from, phrases->pdata[i])
        && (longest == NULL || longest->length < ((Letters *) phrases->pdata[i])->length))
      longest = phrases->pdata[i];
  return longest;
}

/* Where the clause begins in which a letter stands. */
static gsize
find_clause (const Letters *text, gsize place)
{
  gsize from = place > REACH ? place - REACH : 0;
  for (gsize i = place; i > from; i--)
    {
      gunichar letter = text->letter[i - 1];
      if (g_unichar_ispunct (letter) && letter != '\'' && letter != '-')
        return i;
    }
  return from;
}

/* "没有", perhaps with "任何" after it. */
static gboolean
is_denied_in_han (const HfComplaintWords *self, const Letters *text, gsize place, gsize from)
{
  while (place > from)
    {
      const Letters *between;
      const Letters *not = find_end (text, place, from, self->nots);
      if (text->letter[place - 1] == ' ')
        {
          place--;
          continue;
        }
      if (not != NULL && hf_text_is_han (not ->letter[0]))
        return TRUE;
      between = find_end (text, place, from, self->betweens);
      if (between == NULL)
        return FALSE;
      place -= between->length;
    }
  return FALSE;
}

static gboolean
is_negation (const HfComplaintWords *self, const Letters *text, gsize start, gsize end)
{
  for (guint i = 0; i < self->nots->len; i++)
    {
      const Letters *not = self->nots->pdata[i];
      gboolean is_whole = not ->length == end - start;
      /* That of "didn't". */
      gboolean is_end = not ->length > 2 && not ->letter[1] == '\'';
      if ((is_whole || is_end) && ends_at (text, end, start, not ))
        return TRUE;
    }
  return FALSE;
}

/* One of the last words says no. */
static gboolean
is_denied_in_words (const HfComplaintWords *self, const Letters *text, gsize place, gsize from)
{
  for (guint n_words = 0; n_words < REACH_WORDS && place > from; n_words++)
    {
      while (place > from && text->letter[place - 1] == ' ')
        place--;
      gsize end = place;
      while (place > from
             && (is_latin (text->letter[place - 1]) || text->letter[place - 1] == '\''))
        place--;
      if (place == end)
        return FALSE;
      if (is_negation (self, text, place, end))
        return TRUE;
    }
  return FALSE;
}

/* "投诉：无" in a form. */
static gboolean
is_denied_after (const HfComplaintWords *self, const Letters *text, gsize place)
{
  gboolean is_answer = FALSE;
  for (; place < text->length && (text->letter[place] == ' ' || text->letter[place] == ':');
       place++)
    is_answer |= text->letter[place] == ':';
  if (!is_answer)
    return FALSE;
  for (guint i = 0; i < self->nots->len; i++)
    if (begins_at (text, place, self->nots->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_harmless (const HfComplaintWords *self, const Letters *text, gsize place, gsize length)
{
  for (guint i = 0; i < self->excepts->len; i++)
    {
      const Letters *except = self->excepts->pdata[i];
      for (gsize back = 0; back <= place && back < except->length; back++)
        if (except->length >= back + length && stands_at (text, place - back, except))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_no (gunichar letter)
{
  return letter == hf_han_fold (0x4E0D) || letter == hf_han_fold (0x6CA1);
}

/* Whether so many letters that end at one place come again from another. */
static gboolean
is_said_again (const Letters *text, gsize end, gsize again, gsize length)
{
  return length <= end && again + length <= text->length
         && memcmp (text->letter + end - length, text->letter + again,
                    length * sizeof (gunichar))
                == 0;
}

/* "满意不满意" and "生气没生气" ask, and say nothing. */
static gboolean
is_asked (const Letters *text, gsize place, gsize length)
{
  gsize end = place + length;
  if (is_no (text->letter[place])
      && (is_said_again (text, place, place + 1, 1)
          || is_said_again (text, place, place + 1, 2)))
    return TRUE;
  return end < text->length && is_no (text->letter[end])
         && is_said_again (text, end, end + 1, length);
}

static gboolean
counts (const HfComplaintWords *self, const Letters *text, gsize place, const Letters *phrase)
{
  gsize from = find_clause (text, place);
  return !is_harmless (self, text, place, phrase->length)
         && !is_asked (text, place, phrase->length)
         && !is_denied_in_han (self, text, place, from)
         && !is_denied_in_words (self, text, place, from)
         && !is_denied_after (self, text, place + phrase->length);
}

static const Letters *
find_longest (const HfComplaintWords *self, const Letters *text, gsize place)
{
  const Letters *longest = NULL;
  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Letters *phrase = self->phrases->pdata[i];
      if (phrase->letter[0] == text->letter[place] && begins_at (text, place, phrase)
          && (longest == NULL || longest->length < phrase->length))
        longest = phrase;
    }
  return longest;
}

static void
hf_complaint_words_finalize (GObject *object)
{
  HfComplaintWords *self = HF_COMPLAINT_WORDS (object);
  g_ptr_array_unref (self->phrases);
  g_ptr_array_unref (self->nots);
  g_ptr_array_unref (self->betweens);
  g_ptr_array_unref (self->excepts);
  g_free (self->version);
  G_OBJECT_CLASS (hf_complaint_words_parent_class)->finalize (object);
}

static void
hf_complaint_words_class_init (HfComplaintWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_complaint_words_finalize;
}

static void
hf_complaint_words_init (HfComplaintWords *self)
{
  self->phrases = g_ptr_array_new_with_free_func (letters_free);
  self->nots = g_ptr_array_new_with_free_func (letters_free);
  self->betweens = g_ptr_array_new_with_free_func (letters_free);
  self->excepts = g_ptr_array_new_with_free_func (letters_free);
}

static void
read_line (HfComplaintWords *self, const char *line)
{
  const struct
  {
    const char *begin;
    GPtrArray *list;
  } kinds[] = { { NOT, self->nots },
                { BETWEEN, self->betweens },
                { EXCEPT, self->excepts },
                { "", self->phrases } };
  gsize i = 0;
  while (!g_str_has_prefix (line, kinds[i].begin))
    i++;
  g_autofree char *phrase = hf_text_trim (line + strlen (kinds[i].begin));
  if (phrase != NULL && *phrase != '#')
    g_ptr_array_add (kinds[i].list, letters_new (phrase));
}

/**
 * hf_complaint_words_new:
 * @text: a list such as data/complaints/words.txt, which says how it is written
 *
 * Reads what sounds like a complaint.
 *
 * Returns: (transfer full): the list
 */
HfComplaintWords *
hf_complaint_words_new (const char *text)
{
  HfComplaintWords *self = g_object_new (HF_TYPE_COMPLAINT_WORDS, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *versioned = g_strconcat (EDITION "\n", text, NULL);
  for (gsize i = 0; lines[i] != NULL; i++)
    read_line (self, lines[i]);
  self->version = g_compute_checksum_for_string (G_CHECKSUM_SHA256, versioned, -1);
  return self;
}

/**
 * hf_complaint_words_count:
 * @self: a list
 *
 * Counts what sounds like a complaint.
 *
 * Returns: how many words and phrases there are
 */
guint
hf_complaint_words_count (HfComplaintWords *self)
{
  return self->phrases->len;
}

/**
 * hf_complaint_words_get_version:
 * @self: a list
 *
 * Tells one list from another.
 *
 * Returns: a checksum
 */
const char *
hf_complaint_words_get_version (HfComplaintWords *self)
{
  return self->version;
}

/**
 * hf_complaint_words_find:
 * @self: a list
 * @said: (nullable): what somebody said, or noted
 *
 * Looks for what sounds like a complaint; what is denied in front of it does not.
 *
 * Returns: (transfer full) (element-type HfTextSpan): the places, in their order; none where it
 *   does not sound like one
 */
GArray *
hf_complaint_words_find (HfComplaintWords *self, const char *said)
{
  g_autoptr (Letters) text = letters_new (said != NULL ? said : "");
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HfTextSpan));
  for (gsize i = 0; i < text->length;)
    {
      const Letters *phrase = find_longest (self, text, i);
      if (phrase == NULL || !counts (self, text, i, phrase))
        {
          i++;
          continue;
        }
      HfTextSpan span = { text->at[i], text->at[i + phrase->length] - text->at[i] };
      g_array_append_val (spans, span);
      i += phrase->length;
    }
  return spans;
}
