#include "config.h"

#include "hf-question.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-text.h"
#include "hf-time.h"

#define MAX_TEXT 4000
#define MAX_VERBATIM 20000
#define MAX_NAME 200

G_DEFINE_FINAL_TYPE (HfQuestion, hf_question, G_TYPE_OBJECT)
G_DEFINE_QUARK (hf_question_error, hf_question_error)

const HfChoice hf_question_kinds[] = {
  [HF_QUESTION_SAY] = { "say", NC_ ("choice", "Say") },
  [HF_QUESTION_CHOICE] = { "choice", NC_ ("choice", "One of several") },
  [HF_QUESTION_SEVERAL] = { "several", NC_ ("choice", "Any of several") },
  [HF_QUESTION_SCALE] = { "scale", NC_ ("choice", "Scale") },
  [HF_QUESTION_NUMBER] = { "number", NC_ ("choice", "Number") },
  [HF_QUESTION_MONEY] = { "money", NC_ ("choice", "Money") },
  [HF_QUESTION_DATE] = { "date", NC_ ("choice", "Day") },
  [HF_QUESTION_TEXT] = { "text", NC_ ("choice", "Text") },
  [HF_QUESTION_VERBATIM] = { "verbatim", NC_ ("choice", "Customer’s words") },
  [HF_QUESTION_REASONS] = { "reasons", NC_ ("choice", "Reasons") },
  [HF_QUESTION_COMPETITOR] = { "competitor", NC_ ("choice", "Competitor") },
  [HF_QUESTION_PROMISE] = { "promise", NC_ ("choice", "Promise") },
  [HF_QUESTION_PAIR] = { "pair", NC_ ("choice", "Two numbers side by side") },
  [HF_QUESTION_REFERRAL] = { "referral", NC_ ("choice", "Referral") },
  { NULL, NULL },
};

static void
option_free (gpointer data)
{
  HfOption *option = data;
  g_free (option->id);
  hf_wording_unref (option->label);
  g_free (option);
}

static void
hf_question_finalize (GObject *object)
{
  HfQuestion *self = HF_QUESTION (object);
  g_free (self->id);
  g_clear_pointer (&self->part, hf_wording_unref);
  g_ptr_array_unref (self->texts);
  g_clear_pointer (&self->note, hf_wording_unref);
  g_ptr_array_unref (self->probes);
  g_ptr_array_unref (self->options);
  g_clear_pointer (&self->low, hf_wording_unref);
  g_clear_pointer (&self->high, hf_wording_unref);
  g_clear_pointer (&self->first, hf_wording_unref);
  g_clear_pointer (&self->second, hf_wording_unref);
  g_clear_pointer (&self->still, hf_wording_unref);
  hf_condition_free (self->when);
  hf_condition_free (self->part_when);
  G_OBJECT_CLASS (hf_question_parent_class)->finalize (object);
}

static void
hf_question_class_init (HfQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_question_finalize;
}

static void
hf_question_init (HfQuestion *self)
{
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_wording_unref);
  self->probes = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_wording_unref);
  self->options = g_ptr_array_new_with_free_func (option_free);
}

/**
 * hf_question_new:
 * @id: its identifier in the guide
 * @kind: what is asked for
 *
 * Makes a question without texts.
 *
 * Returns: (transfer full): the question
 */
HfQuestion *
hf_question_new (const char *id, HfQuestionKind kind)
{
  HfQuestion *self = g_object_new (HF_TYPE_QUESTION, NULL);
  self->id = g_strdup (id);
  self->kind = kind;
  return self;
}

/**
 * hf_question_add_option:
 * @self: a question
 * @id: the option's identifier in the question
 *
 * Adds an option without a label.
 *
 * Returns: (transfer none): the option
 */
HfOption *
hf_question_add_option (HfQuestion *self, const char *id)
{
  HfOption *option = g_new0 (HfOption, 1);
  option->id = g_strdup (id);
  option->label = hf_wording_new ();
  g_ptr_array_add (self->options, option);
  return option;
}

/**
 * hf_question_find_option:
 * @self: a question
 * @id: an option's id
 *
 * Finds an option.
 *
 * Returns: (transfer none) (nullable): the option
 */
HfOption *
hf_question_find_option (HfQuestion *self, const char *id)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      HfOption *option = self->options->pdata[i];
      if (strcmp (option->id, id) == 0)
        return option;
    }
  return NULL;
}

static char *
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_INVALID, message);
  return NULL;
}

static char *
read_choice (HfQuestion *self, const char *typed, GError **error)
{
  if (hf_question_find_option (self, typed) == NULL)
    return refuse (error, _ ("there is no such option"));
  return g_strdup (typed);
}

static char *
read_several (HfQuestion *self, const char *typed, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (typed, "\n", -1);
  for (gsize i = 0; ids[i] != NULL; i++)
    if (hf_question_find_option (self, ids[i]) == NULL)
      return refuse (error, _ ("there is no such option"));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint chosen = 0, alone = 0;
  for (guint i = 0; i < self->options->len; i++)
    {
      HfOption *option = self->options->pdata[i];
      if (!g_strv_contains ((const char *const *) ids, option->id))
        continue;
      g_strv_builder_add (builder, option->id);
      chosen++;
      alone += option->alone != FALSE;
    }
  if (alone > 0 && chosen > 1)
    return refuse (error, _ ("this option cannot be chosen together with others"));
  g_auto (GStrv) in_order = g_strv_builder_end (builder);
  return g_strjoinv ("\n", in_order);
}

static char *
read_scale (HfQuestion *self, const char *typed, GError **error)
{
  gint64 number;
  if (g_ascii_string_to_signed (typed, 10, self->lowest, self->highest, &number, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_set_error (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_INVALID,
               /* Translators: the ends of a scale. */
               _ ("this must be a whole number from %d to %d"), self->lowest, self->highest);
  return NULL;
}

static char *
read_number (const char *typed, GError **error)
{
  gint64 amount;
  if (!hf_amount_parse (typed, &amount))
    return refuse (error, _ ("not a number"));
  return hf_amount_format (amount);
}

static char *
read_date (const char *typed, GError **error)
{
  char *date = hf_time_parse_date (typed);
  return date != NULL ? date : refuse (error, _ ("there is no such day"));
}

static char *
read_words (const char *typed, guint limit, GError **error)
{
  if (g_utf8_strlen (typed, -1) <= (glong) limit)
    return g_strdup (typed);
  g_set_error (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_INVALID,
               /* Translators: %u is a number of characters. */
               _ ("longer than %u characters"), limit);
  return NULL;
}

static char *
read_reasons (const char *typed, GError **error)
{
  g_auto (GStrv) codes = g_strsplit (typed, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      gsize length = strlen (codes[i]);
      if (length == 0 || strspn (codes[i], "abcdefghijklmnopqrstuvwxyz0123456789-.") != length)
        return refuse (error, _ ("this is not a code of the codebook"));
      if (!g_hash_table_add (seen, codes[i]))
        return refuse (error, _ ("the same reason is given twice"));
    }
  return g_strdup (typed);
}

static char *
read_pair (HfQuestion *self, const char *typed, GError **error)
{
  g_auto (GStrv) numbers = g_strsplit (typed, "\n", -1);
  if (g_strv_length (numbers) != 2 || *numbers[0] == '\0' || *numbers[1] == '\0')
    return refuse (error, _ ("both numbers are needed"));
  g_autofree char *first = read_scale (self, numbers[0], error);
  g_autofree char *second = first != NULL ? read_scale (self, numbers[1], error) : NULL;
  return second != NULL ? g_strconcat (first, "\n", second, NULL) : NULL;
}

static char *
read_referral (const char *typed, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (typed, "\n", 2);
  g_autofree char *name = hf_text_trim (lines[0] != NULL ? lines[0] : "");
  g_autofree char *phone = lines[1] != NULL ? hf_text_narrow (lines[1]) : g_strdup ("");
  if (hf_text_is_blank (name))
    return refuse (error, _ ("the name is missing"));
  if (g_utf8_strlen (name, -1) > MAX_NAME || g_utf8_strlen (phone, -1) > MAX_NAME)
    return read_words (typed, MAX_NAME, error);
  if (*phone != '\0' && strpbrk (phone, "0123456789") == NULL)
    return refuse (error, _ ("this is not a telephone number"));
  return *phone != '\0' ? g_strconcat (name, "\n", phone, NULL) : g_steal_pointer (&name);
}

static char *
read_kind (HfQuestion *self, const char *typed, GError **error)
{
  switch (self->kind)
    {
    case HF_QUESTION_SAY:
      return g_strdup (HF_QUESTION_SAID);
    case HF_QUESTION_CHOICE:
      return read_choice (self, typed, error);
    case HF_QUESTION_SEVERAL:
      return read_several (self, typed, error);
    case HF_QUESTION_SCALE:
      return read_scale (self, typed, error);
    case HF_QUESTION_NUMBER:
    case HF_QUESTION_MONEY:
      return read_number (typed, error);
    case HF_QUESTION_DATE:
      return read_date (typed, error);
    case HF_QUESTION_PAIR:
      return read_pair (self, typed, error);
    case HF_QUESTION_REFERRAL:
      return read_referral (typed, error);
    case HF_QUESTION_REASONS:
      return read_reasons (typed, error);
    case HF_QUESTION_VERBATIM:
      return read_words (typed, MAX_VERBATIM, error);
    case HF_QUESTION_COMPETITOR:
      return read_words (typed, MAX_NAME, error);
    case HF_QUESTION_TEXT:
    case HF_QUESTION_PROMISE:
      return read_words (typed, MAX_TEXT, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Wide digits are as good as narrow ones, but the customer's words stay as they are. */
static gboolean
is_free_text (HfQuestion *self)
{
  return self->kind == HF_QUESTION_TEXT || self->kind == HF_QUESTION_VERBATIM
         || self->kind == HF_QUESTION_COMPETITOR || self->kind == HF_QUESTION_PROMISE;
}

/**
 * hf_question_normalise:
 * @self: a question
 * @typed: (nullable): an answer as it was typed or chosen
 * @error: (nullable): %HF_QUESTION_ERROR, with a message for the user
 *
 * Makes the value of an answer, as #HfAnswer keeps it.
 *
 * Returns: (transfer full) (nullable): the value, %NULL where the answer does not fit; an empty
 *   answer to an optional question is %HF_QUESTION_SKIPPED
 */
char *
hf_question_normalise (HfQuestion *self, const char *typed, GError **error)
{
  if (hf_text_is_blank (typed) && self->kind != HF_QUESTION_SAY)
    {
      if (self->optional)
        return g_strdup (HF_QUESTION_SKIPPED);
      g_set_error_literal (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_MISSING,
                           _ ("this question needs an answer"));
      return NULL;
    }
  if (self->kind == HF_QUESTION_REFERRAL)
    return read_referral (typed, error);
  g_autofree char *text = is_free_text (self) ? hf_text_trim (typed) : hf_text_narrow (typed);
  return read_kind (self, text, error);
}

/**
 * hf_question_check:
 * @self: a question
 * @value: (nullable): a value
 * @error: (nullable): %HF_QUESTION_ERROR, with a message for the user
 *
 * Tells whether a value answers the question.
 *
 * Returns: whether it does
 */
gboolean
hf_question_check (HfQuestion *self, const char *value, GError **error)
{
  g_autofree char *normal = hf_question_normalise (self, value, error);
  return normal != NULL;
}

/**
 * hf_question_dup_answer:
 * @self: a question
 * @value: an answer's value
 * @language: a language's code
 *
 * Gives an answer as people read it: options by their labels, several with strokes between
 * them.
 *
 * Returns: (transfer full): the answer
 */
char *
hf_question_dup_answer (HfQuestion *self, const char *value, const char *language)
{
  g_auto (GStrv) values = g_strsplit (value, "\n", -1);
  if (self->kind == HF_QUESTION_PAIR)
    return g_strjoinv (" : ", values);
  if (self->kind == HF_QUESTION_REFERRAL)
    return g_strjoinv (" · ", values);
  if (self->kind != HF_QUESTION_CHOICE && self->kind != HF_QUESTION_SEVERAL)
    return g_strdup (value);
  for (gsize i = 0; values[i] != NULL; i++)
    {
      HfOption *option = hf_question_find_option (self, values[i]);
      if (option == NULL)
        continue;
      g_free (values[i]);
      values[i] = g_strdup (hf_wording_get (option->label, language));
    }
  return g_strjoinv (" / ", values);
}
