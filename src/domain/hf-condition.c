#include "config.h"

#include "hf-condition.h"

#include <string.h>

#include "hf-amount.h"

#define MAX_DEPTH 16
#define WORD "abcdefghijklmnopqrstuvwxyz0123456789-."

typedef enum
{
  TEST,
  AND,
  OR,
} Kind;

struct _HfCondition
{
  Kind kind;
  HfCondition *left; /* of AND and OR */
  HfCondition *right;
  char *question; /* of TEST */
  HfTest test;
  char *value;
};

typedef struct
{
  const char *at;
  guint depth;
} Reader;

static HfCondition *read_or (Reader *reader);

static void
skip_blanks (Reader *reader)
{
  reader->at += strspn (reader->at, " \t\r\n");
}

static char *
read_word (Reader *reader)
{
  skip_blanks (reader);
  gsize length = strspn (reader->at, WORD);
  char *word = length > 0 ? g_strndup (reader->at, length) : NULL;
  reader->at += length;
  return word;
}

static gboolean
accept_word (Reader *reader, const char *word)
{
  skip_blanks (reader);
  gsize length = strspn (reader->at, WORD);
  if (length != strlen (word) || strncmp (reader->at, word, length) != 0)
    return FALSE;
  reader->at += length;
  return TRUE;
}

static gboolean
accept_sign (Reader *reader, const char *sign)
{
  skip_blanks (reader);
  if (!g_str_has_prefix (reader->at, sign))
    return FALSE;
  reader->at += strlen (sign);
  return TRUE;
}

static gboolean
read_test (Reader *reader, HfTest *test)
{
  static const struct
  {
    const char *sign;
    HfTest test;
  } signs[] = { { "!=", HF_TEST_NOT_EQUAL }, { ">=", HF_TEST_AT_LEAST },
                { "<=", HF_TEST_AT_MOST },   { "=", HF_TEST_EQUAL },
                { ">", HF_TEST_MORE },       { "<", HF_TEST_LESS } };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (accept_sign (reader, signs[i].sign))
      {
        *test = signs[i].test;
        return TRUE;
      }
  *test = HF_TEST_INCLUDES;
  return accept_word (reader, "includes");
}

static HfCondition *
read_simple (Reader *reader)
{
  if (accept_sign (reader, "("))
    {
      if (++reader->depth > MAX_DEPTH)
        return NULL;
      g_autoptr (HfCondition) inner = read_or (reader);
      reader->depth--;
      return inner != NULL && accept_sign (reader, ")") ? g_steal_pointer (&inner) : NULL;
    }
  g_autoptr (HfCondition) self = g_new0 (HfCondition, 1);
  self->kind = TEST;
  self->question = read_word (reader);
  if (self->question == NULL || !read_test (reader, &self->test))
    return NULL;
  self->value = read_word (reader);
  return self->value != NULL ? g_steal_pointer (&self) : NULL;
}

static HfCondition *
join (Kind kind, HfCondition *left, HfCondition *right)
{
  HfCondition *self = g_new0 (HfCondition, 1);
  self->kind = kind;
  self->left = left;
  self->right = right;
  return self;
}

static HfCondition *
read_and (Reader *reader)
{
  g_autoptr (HfCondition) self = read_simple (reader);
  while (self != NULL && accept_word (reader, "and"))
    {
      HfCondition *right = read_simple (reader);
      if (right == NULL)
        return NULL;
      self = join (AND, g_steal_pointer (&self), right);
    }
  return g_steal_pointer (&self);
}

static HfCondition *
read_or (Reader *reader)
{
  g_autoptr (HfCondition) self = read_and (reader);
  while (self != NULL && accept_word (reader, "or"))
    {
      HfCondition *right = read_and (reader);
      if (right == NULL)
        return NULL;
      self = join (OR, g_steal_pointer (&self), right);
    }
  return g_steal_pointer (&self);
}

/**
 * hf_condition_parse:
 * @text: such as "told-us = no and (score < 7 or reasons includes price)"; "and" binds more
 *   tightly than "or"
 *
 * Reads a condition.
 *
 * Returns: (transfer full) (nullable): the condition, %NULL where the text is none
 */
HfCondition *
hf_condition_parse (const char *text)
{
  Reader reader = { .at = text };
  g_autoptr (HfCondition) self = read_or (&reader);
  skip_blanks (&reader);
  return self != NULL && *reader.at == '\0' ? g_steal_pointer (&self) : NULL;
}

static gboolean
includes (const char *value, const char *wanted)
{
  g_auto (GStrv) values = g_strsplit (value, "\n", -1);
  return g_strv_contains ((const char *const *) values, wanted);
}

static gboolean
compare (const char *value, HfTest test, const char *wanted)
{
  gint64 number, limit;
  if (!hf_amount_parse (value, &number) || !hf_amount_parse (wanted, &limit))
    return FALSE;
  switch (test)
    {
    case HF_TEST_AT_LEAST:
      return number >= limit;
    case HF_TEST_AT_MOST:
      return number <= limit;
    case HF_TEST_MORE:
      return number > limit;
    case HF_TEST_LESS:
      return number < limit;
    case HF_TEST_EQUAL:
    case HF_TEST_NOT_EQUAL:
    case HF_TEST_INCLUDES:
    default:
      return FALSE;
    }
}

static gboolean
holds (const HfCondition *self, const char *value)
{
  if (self->test == HF_TEST_EQUAL)
    return strcmp (value, self->value) == 0;
  if (self->test == HF_TEST_NOT_EQUAL)
    return strcmp (value, self->value) != 0;
  if (self->test == HF_TEST_INCLUDES)
    return includes (value, self->value);
  return compare (value, self->test, self->value);
}

/**
 * hf_condition_evaluate:
 * @self: (nullable): a condition; %NULL always holds
 * @lookup: (scope call): gives the answers
 * @data: for @lookup
 *
 * Tells whether a condition holds. A test of a question that is not shown never holds, of one
 * that was skipped only where it says "!=".
 *
 * Returns: %HF_TRUTH_UNKNOWN where it depends on a question that is still to come
 */
HfTruth
hf_condition_evaluate (const HfCondition *self, HfConditionLookup lookup, gpointer data)
{
  if (self == NULL)
    return HF_TRUTH_TRUE;
  if (self->kind != TEST)
    {
      HfTruth left = hf_condition_evaluate (self->left, lookup, data);
      HfTruth right = hf_condition_evaluate (self->right, lookup, data);
      return self->kind == AND ? MIN (left, right) : MAX (left, right);
    }
  const char *value = NULL;
  HfTruth answered = lookup (self->question, &value, data);
  if (answered != HF_TRUTH_TRUE)
    return answered;
  return holds (self, value) ? HF_TRUTH_TRUE : HF_TRUTH_FALSE;
}

/**
 * hf_condition_visit:
 * @self: a condition
 * @visit: (scope call): called for each test until it returns %FALSE
 * @data: for @visit
 *
 * Goes through a condition's tests, from left to right.
 *
 * Returns: whether @visit returned %TRUE for all
 */
gboolean
hf_condition_visit (const HfCondition *self, HfConditionVisit visit, gpointer data)
{
  if (self->kind == TEST)
    return visit (self->question, self->test, self->value, data);
  return hf_condition_visit (self->left, visit, data)
         && hf_condition_visit (self->right, visit, data);
}

/**
 * hf_condition_free:
 * @self: (transfer full) (nullable): a condition
 *
 * Frees it.
 */
void
hf_condition_free (HfCondition *self)
{
  if (self == NULL)
    return;
  hf_condition_free (self->left);
  hf_condition_free (self->right);
  g_free (self->question);
  g_free (self->value);
  g_free (self);
}
