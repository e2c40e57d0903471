#include "config.h"

#include "hf-demo-answers.h"

#include <string.h>

static guint
chance (HfDemoRespondent *self, guint percent)
{
  return hf_demo_random_chance (&self->demo->random, percent);
}

static int
between (HfDemoRespondent *self, int lowest, int highest)
{
  return hf_demo_random_between (&self->demo->random, lowest, highest);
}

static gboolean
is_about (HfDemoRespondent *self, const char *top)
{
  return self->story != NULL && hf_demo_story_is_about (self->story, top);
}

static const char *
consent (HfDemoRespondent *self)
{
  return self->refuses ? "no" : chance (self, 88) ? "yes" : "unrecorded";
}

static const char *
dissatisfied (HfDemoRespondent *self)
{
  gboolean content = is_about (self, "involuntary") || is_about (self, "other")
                     || is_about (self, "competitor-offer.nearer");
  return chance (self, content ? 15 : 94) ? "yes" : "no";
}

/* What they left for by their own account was no trifle where it was of our making. */
static const char *
problem_size (HfDemoRespondent *self)
{
  return is_about (self, "complaint-mishandled") || is_about (self, "product-quality")
                 || is_about (self, "weak-service-awareness")
             ? "major"
             : "minor";
}

static const char *
told_us (HfDemoRespondent *self)
{
  if (is_about (self, "complaint-mishandled") || self->person->complaints > 0)
    return "yes-formally";
  return chance (self, 8) ? "yes-staff" : "no";
}

static const char *
told_outcome (HfDemoRespondent *self)
{
  if (is_about (self, "complaint-mishandled.no-reply"))
    return "no-reply";
  return chance (self, 65) ? "unsolved" : chance (self, 50) ? "no-reply" : "solved";
}

static const char *
looked_after (HfDemoRespondent *self)
{
  if (is_about (self, "staff-turnover") || self->person->handed_over_ago != HF_DEMO_NEVER)
    return "changed";
  return chance (self, 55) ? "same" : chance (self, 60) ? "nobody" : "unsure";
}

static const char *
change_effect (HfDemoRespondent *self)
{
  if (is_about (self, "staff-turnover"))
    return chance (self, 70) ? "decisive" : "part";
  return chance (self, 35) ? "part" : "none";
}

static const char *
what_now (HfDemoRespondent *self)
{
  if (is_about (self, "involuntary"))
    return is_about (self, "involuntary.moved") ? "elsewhere" : "no-need";
  return chance (self, 88) ? "elsewhere" : chance (self, 50) ? "self" : "unsaid";
}

static const char *
competitor (HfDemoRespondent *self)
{
  if (is_about (self, "staff-turnover.followed"))
    return "老周汽修";
  if (is_about (self, "involuntary") || chance (self, 12))
    return NULL;
  return hf_demo_random_word (&self->demo->random,
                              hf_demo_text_list_names (self->demo->text, "competitor"));
}

static const char *
compare (HfDemoRespondent *self, gboolean is_the_reason)
{
  if (is_the_reason)
    return chance (self, 90) ? "better" : "same";
  return chance (self, 30)   ? "better"
         : chance (self, 55) ? "same"
         : chance (self, 60) ? "worse"
                             : "unsure";
}

static const char *
compare_price (HfDemoRespondent *self)
{
  return compare (self,
                  is_about (self, "price") || is_about (self, "competitor-offer.cheaper"));
}

static const char *
compare_quality (HfDemoRespondent *self)
{
  return compare (self, is_about (self, "product-quality"));
}

static const char *
compare_speed (HfDemoRespondent *self)
{
  return compare (self, is_about (self, "service-lapse.slow")
                            || is_about (self, "service-lapse.queues"));
}

static const char *
compare_people (HfDemoRespondent *self)
{
  return compare (self, is_about (self, "weak-service") || is_about (self, "staff-turnover"));
}

static const char *
compare_convenience (HfDemoRespondent *self)
{
  return compare (self, is_about (self, "competitor-offer.nearer")
                            || is_about (self, "service-lapse.effort"));
}

static const char *
win_back (HfDemoRespondent *self)
{
  if (is_about (self, "involuntary") || is_about (self, "weak-service-awareness.dishonest"))
    return chance (self, 80) ? "no" : "perhaps";
  return chance (self, 34) ? "yes" : chance (self, 60) ? "perhaps" : "no";
}

static const char *
care_rating (HfDemoRespondent *self)
{
  static const char *const marks[] = { "1", "2", "3", "4", "5" };
  gboolean cared_for = is_about (self, "involuntary") || is_about (self, "competitor-offer");
  return marks[between (self, cared_for ? 2 : 0, cared_for ? 4 : 2)];
}

static const char *
high_mark (HfDemoRespondent *self)
{
  return chance (self, 55) ? "5" : chance (self, 70) ? "4" : "3";
}

static const char *
recommend (HfDemoRespondent *self)
{
  static const char *const marks[] = { "5", "7", "8", "8", "9", "9", "9", "10", "10", "10" };
  return marks[between (self, 0, G_N_ELEMENTS (marks) - 1)];
}

static const struct
{
  const char *question;
  const char *(*answer) (HfDemoRespondent *self);
} answers[] = {
  { "consent", consent },
  { "dissatisfied", dissatisfied },
  { "problem-size", problem_size },
  { "told-us", told_us },
  { "told-outcome", told_outcome },
  { "looked-after", looked_after },
  { "change-effect", change_effect },
  { "now", what_now },
  { "competitor", competitor },
  { "compare-price", compare_price },
  { "compare-quality", compare_quality },
  { "compare-speed", compare_speed },
  { "compare-people", compare_people },
  { "compare-convenience", compare_convenience },
  { "win-back", win_back },
  { "care-rating", care_rating },
  { "satisfaction", high_mark },
  { "initiative", high_mark },
  { "repurchase", high_mark },
  { "resistance", high_mark },
  { "recommend", recommend },
};

static char *
join_codes (const HfDemoStory *story)
{
  GString *codes = g_string_new (NULL);
  for (guint i = 0; i < story->quotes->len; i++)
    {
      const HfDemoQuote *quote = story->quotes->pdata[i];
      g_string_append_printf (codes, "%s%s", i > 0 ? "\n" : "", quote->code);
    }
  return g_string_free (codes, FALSE);
}

/* An option, or two where several may be chosen. */
static char *
draw_options (HfDemoRespondent *self, HfQuestion *question)
{
  guint n_options = question->options->len;
  const HfOption *first = question->options->pdata[between (self, 0, (int) n_options - 1)];
  const HfOption *second = question->options->pdata[between (self, 0, (int) n_options - 1)];
  if (question->kind == HF_QUESTION_CHOICE || first == second || first->alone || second->alone
      || chance (self, 60))
    return g_strdup (first->id);
  return g_strdup_printf ("%s\n%s", first->id, second->id);
}

/* What is asked in words: about half say something. */
static char *
draw_words (HfDemoRespondent *self, HfQuestion *question)
{
  if (question->optional && chance (self, question->kind == HF_QUESTION_PROMISE ? 84 : 52))
    return NULL;
  return g_strdup (hf_demo_text_draw_phrase (self->demo->text, &self->demo->random,
                                             self->person->english, question->id));
}

/* A guide may have questions of which this company knows nothing. */
static char *
answer_by_kind (HfDemoRespondent *self, HfQuestion *question)
{
  switch (question->kind)
    {
    case HF_QUESTION_SAY:
      return g_strdup (HF_QUESTION_SAID);
    case HF_QUESTION_CHOICE:
    case HF_QUESTION_SEVERAL:
      return draw_options (self, question);
    case HF_QUESTION_SCALE:
      return g_strdup_printf ("%d", between (self, question->lowest, question->highest));
    case HF_QUESTION_PAIR:
      return g_strdup_printf ("%d\n%d", between (self, question->lowest, question->highest),
                              between (self, question->lowest, question->highest));
    case HF_QUESTION_REASONS:
      return self->story != NULL ? join_codes (self->story) : NULL;
    case HF_QUESTION_NUMBER:
    case HF_QUESTION_MONEY:
      return g_strdup_printf ("%d", between (self, 1, 12) * 100);
    case HF_QUESTION_DATE:
      return g_strdup (self->demo->today);
    case HF_QUESTION_TEXT:
    case HF_QUESTION_VERBATIM:
    case HF_QUESTION_COMPETITOR:
    case HF_QUESTION_PROMISE:
    case HF_QUESTION_REFERRAL:
    default:
      return draw_words (self, question);
    }
}

/**
 * hf_demo_answer:
 * @self: who is asked
 * @question: the question
 * @error: (nullable): %HF_QUESTION_ERROR where the guide asks what nobody can answer
 *
 * Answers a question so that it fits with the story.
 *
 * Returns: (transfer full) (nullable): the answer's value
 */
char *
hf_demo_answer (HfDemoRespondent *self, HfQuestion *question, GError **error)
{
  if (self->story != NULL && strcmp (question->id, "what-happened") == 0)
    return hf_question_normalise (question, self->story->words, error);
  for (gsize i = 0; self->given != NULL && self->given[i] != NULL; i += 2)
    if (strcmp (self->given[i], question->id) == 0)
      return hf_question_normalise (question, self->given[i + 1], error);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (answers[i].question, question->id) == 0)
      return hf_question_normalise (question, answers[i].answer (self), error);
  g_autofree char *answer = answer_by_kind (self, question);
  return hf_question_normalise (question, answer, error);
}
