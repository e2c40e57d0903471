#include "config.h"

#include "hf-interview-flow.h"

#include "hf-speech.h"

/* Which questions show, worked out from the first to the last: a question's condition can only
 * name earlier ones. */
typedef struct
{
  HfGuide *guide;
  GHashTable *answers;
  const HfQuestion *changed; /* its answer is tried out; may be NULL */
  const char *value;         /* the answer that is tried out */
  HfTruth *shows;            /* for each question */
  guint done;                /* of these, how many are worked out */
} View;

static const char *
get_answer (const View *view, const HfQuestion *question)
{
  return question == view->changed ? view->value
                                   : g_hash_table_lookup (view->answers, question->id);
}

static HfTruth
look_up (const char *id, const char **value, gpointer data)
{
  const View *view = data;
  for (guint i = 0; i < view->done; i++)
    {
      const HfQuestion *question = view->guide->questions->pdata[i];
      if (!g_str_equal (question->id, id))
        continue;
      *value = get_answer (view, question);
      return *value != NULL ? view->shows[i] : MIN (view->shows[i], HF_TRUTH_UNKNOWN);
    }
  return HF_TRUTH_FALSE;
}

static void
view_init (View *self, HfGuide *guide, GHashTable *answers, const HfQuestion *changed,
           const char *value)
{
  *self = (View){ .guide = guide, .answers = answers, .changed = changed, .value = value };
  self->shows = g_new (HfTruth, guide->questions->len);
  for (guint i = 0; i < guide->questions->len; i++)
    {
      const HfQuestion *question = guide->questions->pdata[i];
      self->done = i;
      HfTruth part = hf_condition_evaluate (question->part_when, look_up, self);
      HfTruth own = hf_condition_evaluate (question->when, look_up, self);
      self->shows[i] = MIN (part, own);
    }
  self->done = guide->questions->len;
}

static void
view_clear (View *self)
{
  g_free (self->shows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static gboolean
is_shown (const View *view, guint index)
{
  return view->shows[index] == HF_TRUTH_TRUE;
}

static gboolean
is_answered (const View *view, guint index)
{
  return get_answer (view, view->guide->questions->pdata[index]) != NULL;
}

static guint
find_index (HfGuide *guide, const HfQuestion *question)
{
  guint index = 0;
  gboolean found = g_ptr_array_find (guide->questions, question, &index);
  g_return_val_if_fail (found, 0);
  return index;
}

/**
 * hf_interview_flow_is_visible:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: one of its questions
 *
 * Tells whether a question shows.
 *
 * Returns: whether its condition holds
 */
gboolean
hf_interview_flow_is_visible (HfGuide *guide, GHashTable *answers, const HfQuestion *question)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  return is_shown (&view, find_index (guide, question));
}

/**
 * hf_interview_flow_first_open:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 *
 * Finds where to go on: the first question that shows and has no answer.
 *
 * Returns: (transfer none) (nullable): the question, %NULL where all are answered
 */
HfQuestion *
hf_interview_flow_first_open (HfGuide *guide, GHashTable *answers)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  for (guint i = 0; i < guide->questions->len; i++)
    if (is_shown (&view, i) && !is_answered (&view, i))
      return guide->questions->pdata[i];
  return NULL;
}

/**
 * hf_interview_flow_next:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: (nullable): one of its questions; %NULL for the start
 *
 * Finds the question that shows after another, answered or not.
 *
 * Returns: (transfer none) (nullable): the question, %NULL after the last
 */
HfQuestion *
hf_interview_flow_next (HfGuide *guide, GHashTable *answers, const HfQuestion *question)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  for (guint i = question != NULL ? find_index (guide, question) + 1 : 0;
       i < guide->questions->len; i++)
    if (is_shown (&view, i))
      return guide->questions->pdata[i];
  return NULL;
}

/**
 * hf_interview_flow_previous:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: (nullable): one of its questions; %NULL for the end
 *
 * Finds the question that shows before another.
 *
 * Returns: (transfer none) (nullable): the question, %NULL before the first
 */
HfQuestion *
hf_interview_flow_previous (HfGuide *guide, GHashTable *answers, const HfQuestion *question)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  for (guint i = question != NULL ? find_index (guide, question) : guide->questions->len; i > 0;
       i--)
    if (is_shown (&view, i - 1))
      return guide->questions->pdata[i - 1];
  return NULL;
}

/**
 * hf_interview_flow_position:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: one of its questions
 * @count: (out): how many questions show, or still may
 *
 * Tells the how manieth question one is. The count only falls while the answers close branches.
 *
 * Returns: its place, from 1
 */
guint
hf_interview_flow_position (HfGuide *guide, GHashTable *answers, const HfQuestion *question,
                            guint *count)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  guint index = find_index (guide, question);
  guint position = 1;
  *count = 0;
  for (guint i = 0; i < guide->questions->len; i++)
    {
      if (view.shows[i] != HF_TRUTH_FALSE)
        ++*count;
      if (i < index && is_shown (&view, i))
        position++;
    }
  return position;
}

/**
 * hf_interview_flow_progress:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 *
 * Tells how much is done: of the questions that show or still may, the share that is answered.
 *
 * Returns: 0 to 1
 */
double
hf_interview_flow_progress (HfGuide *guide, GHashTable *answers)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  guint possible = 0, answered = 0;
  for (guint i = 0; i < guide->questions->len; i++)
    {
      if (view.shows[i] != HF_TRUTH_FALSE)
        possible++;
      if (is_shown (&view, i) && is_answered (&view, i))
        answered++;
    }
  return possible > 0 ? (double) answered / possible : 1;
}

/**
 * hf_interview_flow_is_complete:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 *
 * Tells whether every question that shows is answered.
 *
 * Returns: whether nothing is left to ask
 */
gboolean
hf_interview_flow_is_complete (HfGuide *guide, GHashTable *answers)
{
  return hf_interview_flow_first_open (guide, answers) == NULL;
}

/* Later answers whose question shows before an answer is changed and not after, or the other
 * way round. */
static GPtrArray *
list_switched (HfGuide *guide, GHashTable *answers, const HfQuestion *question,
               const char *value, gboolean shown_before)
{
  g_auto (View) before = { 0 };
  g_auto (View) after = { 0 };
  view_init (&before, guide, answers, NULL, NULL);
  view_init (&after, guide, answers, question, value);
  GPtrArray *switched = g_ptr_array_new ();
  for (guint i = find_index (guide, question) + 1; i < guide->questions->len; i++)
    if (is_answered (&before, i) && is_shown (&before, i) == shown_before
        && is_shown (&after, i) != shown_before)
      g_ptr_array_add (switched, guide->questions->pdata[i]);
  return switched;
}

/**
 * hf_interview_flow_list_hidden:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: one of its questions
 * @value: (nullable): the answer that it would get; %NULL for none
 *
 * Lists the answered questions that a changed answer would hide.
 *
 * Returns: (transfer container) (element-type HfQuestion): the questions, in order
 */
GPtrArray *
hf_interview_flow_list_hidden (HfGuide *guide, GHashTable *answers, const HfQuestion *question,
                               const char *value)
{
  return list_switched (guide, answers, question, value, TRUE);
}

/**
 * hf_interview_flow_list_restored:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: one of its questions
 * @value: (nullable): the answer that it would get; %NULL for none
 *
 * Lists the questions that a changed answer would show again, with the answers they had.
 *
 * Returns: (transfer container) (element-type HfQuestion): the questions, in order
 */
GPtrArray *
hf_interview_flow_list_restored (HfGuide *guide, GHashTable *answers,
                                 const HfQuestion *question, const char *value)
{
  return list_switched (guide, answers, question, value, FALSE);
}

/**
 * hf_interview_flow_list_parts:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: the question that shows
 *
 * Lists the parts of a call as something to tick off. Parts that will not show are left out.
 *
 * Returns: (transfer full) (element-type HfInterviewPart): the parts, in order
 */
GArray *
hf_interview_flow_list_parts (HfGuide *guide, GHashTable *answers, const HfQuestion *question)
{
  g_auto (View) view = { 0 };
  view_init (&view, guide, answers, NULL, NULL);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (HfInterviewPart));
  for (guint i = 0; i < guide->questions->len; i++)
    {
      const HfQuestion *one = guide->questions->pdata[i];
      HfInterviewPart *last = parts->len > 0
                                  ? &g_array_index (parts, HfInterviewPart, parts->len - 1)
                                  : NULL;
      if (one->part == NULL || view.shows[i] == HF_TRUTH_FALSE)
        continue;
      if (last == NULL || last->title != one->part)
        {
          const HfInterviewPart part = { .title = one->part, .done = TRUE };
          g_array_append_val (parts, part);
          last = &g_array_index (parts, HfInterviewPart, parts->len - 1);
        }
      last->current = last->current || one == question;
      last->done = last->done && is_answered (&view, i);
    }
  return parts;
}

/**
 * hf_interview_flow_dup_text:
 * @guide: a guide
 * @answers: (element-type utf8 utf8): the answers, by question
 * @question: one of its questions
 * @language: a language's code
 * @fields: (element-type utf8 utf8): as hf_guide_fields_new() gives them
 *
 * Gives what to say, filled with what is known of the customer and with earlier answers.
 *
 * Returns: (transfer full): the text
 */
char *
hf_interview_flow_dup_text (HfGuide *guide, GHashTable *answers, const HfQuestion *question,
                            const char *language, GHashTable *fields)
{
  g_auto (View) view = { 0 };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer name, text;
  view_init (&view, guide, answers, NULL, NULL);
  for (guint i = 0; guide->questions->pdata[i] != question; i++)
    {
      HfQuestion *earlier = guide->questions->pdata[i];
      if (is_shown (&view, i) && is_answered (&view, i))
        g_hash_table_insert (
            known, earlier->id,
            hf_question_dup_answer (earlier, get_answer (&view, earlier), language));
    }
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (known, name, g_strdup (text));
  return hf_speech_dup_text (question->texts, language, known);
}
