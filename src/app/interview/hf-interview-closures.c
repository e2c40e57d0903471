#include "config.h"

#include "hf-interview-closures.h"

#include <glib/gi18n.h>

#include "hf-outcome.h"
#include "hf-text.h"
#include "hf-time.h"

#define SHORT_CHARACTERS 60

/**
 * hf_interview_words_place:
 * @position: the how manieth question shows, from 1
 * @count: how many there are
 *
 * Words how far a call has come.
 *
 * Returns: (transfer full): such as "3 / 9"
 */
char *
hf_interview_words_place (guint position, guint count)
{
  /* Translators: the how manieth question of how many. */
  return g_strdup_printf (_ ("%u / %u"), position, count);
}

/**
 * hf_interview_words_part:
 * @part: a part of a call
 * @language: in which the guide is read
 *
 * Words a part as something to tick off.
 *
 * Returns: (transfer full): such as "✓ Opening"
 */
char *
hf_interview_words_part (const HfInterviewPart *part, const char *language)
{
  const char *title = hf_wording_get (part->title, language);
  const char *mark = part->done ? "✓" : part->current ? "●" : "○";
  return g_strdup_printf ("%s %s", mark, title != NULL ? title : "");
}

/**
 * hf_interview_words_clock:
 * @seconds: how long the call has lasted
 *
 * Words a call's length.
 *
 * Returns: (transfer full): such as "04:12", from an hour on "1:04:12"
 */
char *
hf_interview_words_clock (gint64 seconds)
{
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60);
  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));
  return g_strdup_printf ("%02d:%02d", minutes, (int) (seconds % 60));
}

/**
 * hf_interview_words_saved:
 * @saved_at: the moment of the last save, 0 before the first
 * @waiting: whether something waits for a server that is away
 *
 * Words when something was last saved, to the second.
 *
 * Returns: (transfer full): such as "Saved 12:03:22"
 */
char *
hf_interview_words_saved (gint64 saved_at, gboolean waiting)
{
  if (waiting)
    return g_strdup (_ ("Waits for the server"));
  if (saved_at == 0)
    return g_strdup (_ ("Everything is saved"));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (saved_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *clock = g_date_time_format (local, "%H:%M:%S");
  /* Translators: at what time of the day the last change was saved. */
  return g_strdup_printf (_ ("Saved %s"), clock);
}

/**
 * hf_interview_words_recovered:
 * @n_answers: how many answers were there already
 * @position: the how manieth question shows, from 1
 * @draft: whether words were being typed, too
 *
 * Says what was found when a call was taken up again.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
hf_interview_words_recovered (guint n_answers, guint position, gboolean draft)
{
  if (draft)
    return g_strdup_printf (
        ngettext ("Continued where the call stopped: %u answer, at question %u. The words "
                  "being typed were kept.",
                  "Continued where the call stopped: %u answers, at question %u. The words "
                  "being typed were kept.",
                  n_answers),
        n_answers, position);
  return g_strdup_printf (
      ngettext ("Continued where the call stopped: %u answer, at question %u.",
                "Continued where the call stopped: %u answers, at question %u.", n_answers),
      n_answers, position);
}

/**
 * hf_interview_words_unfinished:
 * @customer: a customer's name
 *
 * Says that a call broke off, when the program starts.
 *
 * Returns: (transfer full): a short sentence
 */
char *
hf_interview_words_unfinished (const char *customer)
{
  /* Translators: a customer's name. */
  return g_strdup_printf (_ ("The interview with %s was not finished"), customer);
}

/* A lost customer without a day counts as lost, on a day that is not known. */
static char *
word_status (const HfCustomer *customer)
{
  const char *status = hf_choice_label (hf_customer_statuses, customer->status);
  if (customer->status != HF_CUSTOMER_LOST)
    return g_strdup (status);
  if (customer->lost_on == NULL)
    return g_strdup (_ ("Lost, day not known"));
  /* Translators: a day. */
  return g_strdup_printf (_ ("Lost on %s"), customer->lost_on);
}

/**
 * hf_interview_words_standing:
 * @customer: a customer
 * @grade: the customer's class
 *
 * Words how a customer stands with the firm.
 *
 * Returns: (transfer full): such as "Class C · Lost on 2024-03-12"
 */
char *
hf_interview_words_standing (const HfCustomer *customer, HfLoyaltyClass grade)
{
  g_autofree char *status = word_status (customer);
  if (grade == HF_LOYALTY_UNKNOWN)
    return g_steal_pointer (&status);
  /* Translators: a customer's class and state. */
  return g_strdup_printf (_ ("%s · %s"), hf_choice_label (hf_loyalty_classes, grade), status);
}

/**
 * hf_interview_words_attempts:
 * @count: how many attempts to reach a customer there were
 *
 * Words how often a customer was called.
 *
 * Returns: (transfer full): such as "2 attempts"
 */
char *
hf_interview_words_attempts (guint count)
{
  if (count == 0)
    return g_strdup (_ ("Never called before"));
  return g_strdup_printf (ngettext ("%u call attempt", "%u call attempts", count), count);
}

/**
 * hf_interview_words_attempt:
 * @attempt: an attempt to reach a customer
 *
 * Words one attempt.
 *
 * Returns: (transfer full): such as "2024-03-12 14:05 · No answer"
 */
char *
hf_interview_words_attempt (const HfCallAttempt *attempt)
{
  const HfOutcome *outcome = hf_outcome_find (attempt->outcome);
  g_autofree char *moment = hf_time_format_moment (attempt->started_at);
  return g_strdup_printf ("%s · %s", moment != NULL ? moment : "",
                          outcome != NULL ? hf_outcome_label (outcome) : attempt->outcome);
}

/**
 * hf_interview_words_promise:
 * @promise: a promise that waits to be kept
 *
 * Words a promise.
 *
 * Returns: (transfer full): such as "Send the invoice · by 2024-03-12 14:00"
 */
char *
hf_interview_words_promise (const HfPromise *promise)
{
  g_autofree char *due = hf_time_format_moment (promise->due_at);
  if (due == NULL)
    return g_strdup (promise->what);
  /* Translators: what was promised, and until when. */
  return g_strdup_printf (_ ("%s · by %s"), promise->what, due);
}

/**
 * hf_interview_words_event:
 * @entry: something that happened with a customer
 *
 * Words what happened.
 *
 * Returns: (transfer full): such as "2024-03-12 · Complaint: ..."
 */
char *
hf_interview_words_event (const HfTimelineEntry *entry)
{
  const char *kind = hf_choice_label (hf_timeline_kinds, entry->kind);
  g_autofree char *day = hf_time_format_date (entry->at);
  if (hf_text_is_blank (entry->words))
    return g_strdup_printf ("%s · %s", day != NULL ? day : "", kind);
  /* Translators: a day, what kind of thing happened on it, and words about it. */
  return g_strdup_printf (_ ("%s · %s: %s"), day != NULL ? day : "", kind, entry->words);
}

/**
 * hf_interview_words_reason:
 * @reason: a coded reason
 *
 * Words a reason's rank and what it rests on.
 *
 * Returns: (transfer full): such as "Primary · Customer said"
 */
char *
hf_interview_words_reason (const HfCodedReason *reason)
{
  /* Translators: primary or contributing, and what it rests on. */
  return g_strdup_printf (_ ("%s · %s"), hf_choice_label (hf_reason_ranks, reason->rank),
                          hf_choice_label (hf_reason_bases, reason->basis));
}

/**
 * hf_interview_words_quote:
 * @quote: a customer's words
 *
 * Puts words between quotation marks.
 *
 * Returns: (transfer full): the quotation
 */
char *
hf_interview_words_quote (const char *quote)
{
  /* Translators: quotation marks around a customer's words. */
  return g_strdup_printf (_ ("“%s”"), quote);
}

/**
 * hf_interview_words_hidden:
 * @names: (element-type utf8): questions
 *
 * Warns before a changed answer hides later ones.
 *
 * Returns: (transfer full): two sentences
 */
char *
hf_interview_words_hidden (GPtrArray *names)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *quoted = hf_interview_words_quote (names->pdata[i]);
      g_string_append_printf (list, "%s%s", i > 0 ? "\n" : "", quoted);
    }
  char *text = g_strdup_printf (
      ngettext ("This hides the answer to %u later question. It stays in the history and "
                "comes back if you change this back.\n%s",
                "This hides the answers to %u later questions. They stay in the history and "
                "come back if you change this back.\n%s",
                names->len),
      names->len, list->str);
  g_string_free (list, TRUE);
  return text;
}

/**
 * hf_interview_words_restored:
 * @count: how many answers
 *
 * Says that hidden answers are back.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_interview_words_restored (guint count)
{
  return g_strdup_printf (
      ngettext ("%u earlier answer counts again", "%u earlier answers count again", count),
      count);
}

/**
 * hf_interview_words_short:
 * @text: what is asked
 *
 * Shortens a question to name it by.
 *
 * Returns: (transfer full): its beginning
 */
char *
hf_interview_words_short (const char *text)
{
  if (g_utf8_strlen (text, -1) <= SHORT_CHARACTERS)
    return g_strdup (text);
  g_autofree char *start = g_utf8_substring (text, 0, SHORT_CHARACTERS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * hf_interview_words_error:
 * @message: why an answer does not fit, as a part of a sentence
 *
 * Makes a sentence of it.
 *
 * Returns: (transfer full): the same with a capital
 */
char *
hf_interview_words_error (const char *message)
{
  char capital[7] = "";
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (message)), capital);
  return g_strconcat (capital, *message != '\0' ? g_utf8_next_char (message) : "", NULL);
}

/**
 * hf_interview_words_code_place:
 * @codebook: a codebook
 * @code: one of its codes
 * @language: a language's code
 *
 * Names a code; one of the second level with the first level before it.
 *
 * Returns: (transfer full): such as "Service lapse › Queues"
 */
char *
hf_interview_words_code_place (const HfCodebook *codebook, const HfCode *code,
                               const char *language)
{
  const char *name = hf_wording_get (code->name, language);
  if (code->parent == NULL)
    return g_strdup (name != NULL ? name : code->id);
  g_autofree char *parent = hf_codebook_dup_name ((HfCodebook *) codebook, code->parent,
                                                  language);
  return g_strdup_printf ("%s › %s", parent, name != NULL ? name : code->id);
}

/**
 * hf_interview_words_hint:
 * @question: a question
 *
 * Says by which keys a question is answered.
 *
 * Returns: (transfer full): a short line
 */
char *
hf_interview_words_hint (const HfQuestion *question)
{
  switch (question->kind)
    {
    case HF_QUESTION_CHOICE:
      return g_strdup (_ ("A number chooses, Enter goes on"));
    case HF_QUESTION_SEVERAL:
      return g_strdup (_ ("Numbers choose any, Enter goes on"));
    case HF_QUESTION_PAIR:
      return g_strdup (_ ("Type one number, then the other, Enter goes on"));
    case HF_QUESTION_SCALE:
      return g_strdup (_ ("Type the number, Enter goes on"));
    case HF_QUESTION_VERBATIM:
      return g_strdup (_ ("Ctrl+Enter goes on, Ctrl+R codes the selected words"));
    case HF_QUESTION_TEXT:
    case HF_QUESTION_PROMISE:
      return g_strdup (_ ("Ctrl+Enter goes on"));
    case HF_QUESTION_REASONS:
      return g_strdup (_ ("Ctrl+R adds a reason, Enter goes on"));
    case HF_QUESTION_NUMBER:
    case HF_QUESTION_MONEY:
    case HF_QUESTION_DATE:
    case HF_QUESTION_COMPETITOR:
    case HF_QUESTION_REFERRAL:
    case HF_QUESTION_SAY:
    default:
      return g_strdup (_ ("Enter goes on"));
    }
}

/**
 * hf_interview_words_include:
 * @code: a code of the codebook
 * @language: a language's code
 *
 * Words what a code covers.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where the codebook does not say
 */
char *
hf_interview_words_include (const HfCode *code, const char *language)
{
  const char *text = hf_wording_get (code->include, language);
  /* Translators: what a code of the codebook covers. */
  return text != NULL ? g_strdup_printf (_ ("Counts: %s"), text) : NULL;
}

/**
 * hf_interview_words_exclude:
 * @code: a code of the codebook
 * @language: a language's code
 *
 * Words what a code does not cover.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where the codebook does not say
 */
char *
hf_interview_words_exclude (const HfCode *code, const char *language)
{
  const char *text = hf_wording_get (code->exclude, language);
  /* Translators: what a code of the codebook does not cover. */
  return text != NULL ? g_strdup_printf (_ ("Does not count: %s"), text) : NULL;
}

/**
 * hf_interview_words_example:
 * @code: a code of the codebook
 * @language: a language's code
 *
 * Gives words of a customer that belong to a code.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where the codebook does not say
 */
char *
hf_interview_words_example (const HfCode *code, const char *language)
{
  const char *text = hf_wording_get (code->example, language);
  /* Translators: words of a customer that belong to a code of the codebook. */
  return text != NULL ? g_strdup_printf (_ ("For example: “%s”"), text) : NULL;
}
