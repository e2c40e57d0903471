#include "config.h"

#include "hf-assumption-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "hf-store-settings.h"
#include "hf-text.h"

#define CONTEXT "assumption"

/* What a number may be, and how it is shown. */
typedef enum
{
  RATIO,  /* one in so many, 1 or more */
  SHARE,  /* 0 to 1, shown in hundredths */
  NUMBER, /* 0 or more */
  TIMES,  /* so many times as much, 0 or more */
} Kind;

static const struct
{
  const char *key;
  Kind kind;
  const char *title;
  const char *effect;
} assumptions[] = {
  { HF_ASSUMPTION_COMPLAINT_RATIO, RATIO,
    NC_ ("assumption", "Dissatisfied customers per complaint, minor problems"),
    NC_ ("assumption", "Complaints logged × this = dissatisfied customers; the iceberg and the "
                       "silent complaints of every report rest on it.") },
  { HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR, RATIO,
    NC_ ("assumption", "Dissatisfied customers per complaint, major problems"),
    NC_ ("assumption", "The same for complaints of a major problem.") },
  { HF_ASSUMPTION_SILENT_STAY_RATE, SHARE,
    NC_ ("assumption", "Share of the silent who stay, minor problems"),
    NC_ ("assumption",
         "Silent × (1 − this) = silent and lost: the customers who go without a word.") },
  { HF_ASSUMPTION_SILENT_STAY_RATE_MAJOR, SHARE,
    NC_ ("assumption", "Share of the silent who stay, major problems"),
    NC_ ("assumption", "The same for those who are silent about a major problem.") },
  { HF_ASSUMPTION_PEOPLE_TOLD, NUMBER,
    NC_ ("assumption", "People whom a dissatisfied customer tells"),
    NC_ ("assumption", "Dissatisfied customers × this = reach by word of mouth; it enters into "
                       "no other number.") },
  { HF_ASSUMPTION_FRIENDS, NUMBER,
    NC_ ("assumption", "Friends whom a lost customer could have brought"),
    NC_ ("assumption", "For the friends' potential business, which is shown apart from the "
                       "loss itself.") },
  { HF_ASSUMPTION_FRIENDS_CONVERSION, SHARE,
    NC_ ("assumption", "Share of these friends who would have bought"),
    NC_ ("assumption", "At 0 the friends are left out of every sum.") },
  { HF_ASSUMPTION_NEW_CUSTOMER_COST, TIMES,
    NC_ ("assumption", "Cost of winning a customer / cost of keeping one"),
    NC_ ("assumption", "Sets the price of replacing a lost customer beside that of keeping "
                       "one.") },
  { HF_ASSUMPTION_RETENTION, SHARE,
    NC_ ("assumption", "Share of customers who stay from year to year"),
    NC_ ("assumption", "r of the lifetime value: yearly margin × r / (1 + d − r).") },
  { HF_ASSUMPTION_DISCOUNT, SHARE, NC_ ("assumption", "Yearly discount rate"),
    NC_ ("assumption", "d of the lifetime value: what money of next year is worth less.") },
  { HF_ASSUMPTION_REWARD_IN_TIME, SHARE,
    NC_ ("assumption", "Reward: share answered in time, at least"),
    NC_ ("assumption", "Branches that reach both marks of rewards are proposed for one.") },
  { HF_ASSUMPTION_REWARD_SATISFIED, SHARE,
    NC_ ("assumption", "Reward: share satisfied, at least"),
    NC_ ("assumption", "Of the customers who were asked by somebody other than the handler.") },
  { HF_ASSUMPTION_TALK_IN_TIME, SHARE,
    NC_ ("assumption", "Talk: share answered in time, below"),
    NC_ ("assumption", "A branch below one of the two marks of talks is proposed for one.") },
  { HF_ASSUMPTION_TALK_SATISFIED, SHARE, NC_ ("assumption", "Talk: share satisfied, below"),
    NC_ ("assumption", "The same for satisfied customers.") },
  { HF_ASSUMPTION_PENALTY_IN_TIME, SHARE,
    NC_ ("assumption", "Penalty: share answered in time, below"),
    NC_ ("assumption", "A branch below one of the two marks of penalties is proposed for one; "
                       "a manager decides.") },
  { HF_ASSUMPTION_PENALTY_SATISFIED, SHARE,
    NC_ ("assumption", "Penalty: share satisfied, below"),
    NC_ ("assumption",
         "The same for satisfied customers. From fewer than 10 nothing is proposed.") },
};

static int
find (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (assumptions); i++)
    if (strcmp (assumptions[i].key, key) == 0)
      return (int) i;
  return -1;
}

static Kind
kind_of (const char *key)
{
  int found = find (key);
  return found >= 0 ? assumptions[found].kind : NUMBER;
}

static char *
format_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6g", value));
}

/**
 * hf_assumption_words_title:
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 *
 * Names an assumption.
 *
 * Returns: its name; the key where the program does not know it
 */
const char *
hf_assumption_words_title (const char *key)
{
  int found = find (key);
  return found >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, assumptions[found].title) : key;
}

/**
 * hf_assumption_words_effect:
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 *
 * Says what an assumption does to the figures.
 *
 * Returns: a sentence; "" where the program does not know it
 */
const char *
hf_assumption_words_effect (const char *key)
{
  int found = find (key);
  return found >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, assumptions[found].effect) : "";
}

/**
 * hf_assumption_words_source:
 * @assumption: an assumption
 *
 * Says where its value comes from; a source that came with the program in the program's
 * language.
 *
 * Returns: the source
 */
const char *
hf_assumption_words_source (const HfAssumption *assumption)
{
  return hf_text_is_blank (assumption->source)
             ? ""
             : g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, assumption->source);
}

/**
 * hf_assumption_words_value:
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 * @value: a value of it
 *
 * Shows a value.
 *
 * Returns: (transfer full): such as "1 in 25" or "37 %"
 */
char *
hf_assumption_words_value (const char *key, double value)
{
  g_autofree char *number = format_number (kind_of (key) == SHARE ? value * 100 : value);
  switch (kind_of (key))
    {
    case RATIO:
      /* Translators: of a share such as 1 in 25; the number. */
      return g_strdup_printf (C_ ("assumption", "1 in %s"), number);
    case SHARE:
      /* Translators: a share in hundredths; the number. */
      return g_strdup_printf (C_ ("assumption", "%s %%"), number);
    case TIMES:
      /* Translators: so many times as much; the number. */
      return g_strdup_printf (C_ ("assumption", "%s times"), number);
    case NUMBER:
    default:
      return g_steal_pointer (&number);
    }
}

/**
 * hf_assumption_words_typed:
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 * @value: a value of it
 *
 * Writes a value as hf_assumption_words_parse() reads it.
 *
 * Returns: (transfer full): such as "25" or "37%"
 */
char *
hf_assumption_words_typed (const char *key, double value)
{
  gboolean share = kind_of (key) == SHARE;
  g_autofree char *number = format_number (share ? value * 100 : value);
  return share ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

static const char *
find_problem (Kind kind, double number)
{
  switch (kind)
    {
    case RATIO:
      return number >= 1 ? NULL : _ ("It is one customer in so many: 1 or more.");
    case SHARE:
      return number >= 0 && number <= 1 ? NULL : _ ("It is a share: 0 % to 100 %, or 0 to 1.");
    case TIMES:
    case NUMBER:
    default:
      return number >= 0 ? NULL : _ ("It cannot be below 0.");
    }
}

/**
 * hf_assumption_words_parse:
 * @key: such as %HF_ASSUMPTION_COMPLAINT_RATIO
 * @typed: what somebody typed
 * @value: (out): the value
 * @problem: (out) (nullable): a sentence for the user where it is none, else %NULL
 *
 * Reads a value; with a sign of per cent it is in hundredths.
 *
 * Returns: whether it can be
 */
gboolean
hf_assumption_words_parse (const char *key, const char *typed, double *value,
                           const char **problem)
{
  g_autofree char *narrow = hf_text_narrow (typed);
  g_autofree char *text = hf_text_trim (narrow);
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : 0;
  gboolean percent = FALSE;
  if (text != NULL && kind_of (key) == SHARE)
    {
      g_strchug (end);
      percent = *end == '%';
      end += percent;
    }
  if (text == NULL || end == text || *end != '\0' || !isfinite (number))
    *problem = _ ("This is no number.");
  else
    *problem = find_problem (kind_of (key), percent ? number / 100 : number);
  if (*problem != NULL)
    return FALSE;
  *value = percent ? number / 100 : number;
  return TRUE;
}
