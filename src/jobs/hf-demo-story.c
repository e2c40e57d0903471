#include "config.h"

#include "hf-demo-story.h"

#include <string.h>

#define INFERRED '~'

static void
quote_free (gpointer data)
{
  HfDemoQuote *quote = data;
  g_free (quote->code);
  g_free (quote->quote);
  g_free (quote);
}

/* Takes {code|words} apart; gives what follows it. */
static const char *
parse_quote (HfDemoStory *self, GString *words, const char *at)
{
  const char *bar = strchr (at, '|');
  const char *end = strchr (at, '}');
  HfDemoQuote *quote = g_new0 (HfDemoQuote, 1);
  at++;
  quote->basis = *at == INFERRED ? HF_REASON_INFERRED : HF_REASON_SAID;
  if (*at == INFERRED)
    at++;
  quote->code = g_strndup (at, bar - at);
  quote->quote = g_strndup (bar + 1, end - bar - 1);
  quote->quote_start = g_utf8_strlen (words->str, -1);
  g_string_append (words, quote->quote);
  g_ptr_array_add (self->quotes, quote);
  return end + 1;
}

/**
 * hf_demo_story_parse:
 * @language: "zh" or "en"
 * @marked: words with {code|words} in them, as data/demo/stories.txt has them
 *
 * Reads a story.
 *
 * Returns: (transfer full): the story
 */
HfDemoStory *
hf_demo_story_parse (const char *language, const char *marked)
{
  HfDemoStory *self = g_new0 (HfDemoStory, 1);
  GString *words = g_string_new (NULL);
  self->english = strcmp (language, "en") == 0;
  self->quotes = g_ptr_array_new_with_free_func (quote_free);
  while (*marked != '\0')
    if (*marked == '{')
      marked = parse_quote (self, words, marked);
    else
      g_string_append_c (words, *marked++);
  self->words = g_string_free (words, FALSE);
  return self;
}

/**
 * hf_demo_story_free:
 * @self: (transfer full): a story
 *
 * Frees it.
 */
void
hf_demo_story_free (HfDemoStory *self)
{
  g_free (self->words);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

/**
 * hf_demo_story_is_about:
 * @self: a story
 * @top: a code, or the beginning of one
 *
 * Tells whether that is the primary reason.
 *
 * Returns: whether it is
 */
gboolean
hf_demo_story_is_about (const HfDemoStory *self, const char *top)
{
  const HfDemoQuote *primary = self->quotes->pdata[0];
  return g_str_has_prefix (primary->code, top);
}
