#include "config.h"

#include "hf-store-search-terms-private.h"

#include <string.h>

#include "hf-search-key.h"
#include "hf-search-query.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* Sorts after whatever begins with what stands before it. */
#define LAST_LETTER "\xF4\x8F\xBF\xBD"

/* By so many digits of a phone it is found at once. */
#define LAST_DIGITS 4

/* Keeps a value, and gives the number of its parameter. */
static guint
add_value (HfStoreSearchTerms *self, HfDbValue value)
{
  g_assert (self->n_values < HF_STORE_SEARCH_MAX_VALUES);
  self->values[self->n_values++] = value;
  return self->n_before + self->n_values;
}

static guint
add_text (HfStoreSearchTerms *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return add_value (self, hf_db_text (text));
}

/* The customers one of whose columns begins so; there is an index by which they come at once,
 * and in the order of the column. In that order they stand before the others. */
static void
add_beginning (HfStoreSearchTerms *self, const char *column, const char *begun)
{
  guint from = add_text (self, g_strdup (begun));
  guint to = add_text (self, g_strconcat (begun, LAST_LETTER, NULL));
  g_string_append_printf (self->sql,
                          "%sSELECT id FROM (SELECT id FROM customer WHERE %s >= $%u "
                          "AND %s < $%u ORDER BY %s, id LIMIT $%" G_GSIZE_FORMAT ") AS begun",
                          self->sql->len > 0 ? " UNION " : "", column, from, column, to, column,
                          self->n_before + 1);
  g_string_append_printf (self->order,
                          "CASE WHEN customer.%s >= $%u AND customer.%s < $%u THEN customer.%s "
                          "END NULLS LAST, ",
                          column, from, column, to, column);
}

static void
add_codes (HfStoreSearchTerms *self, const char *typed)
{
  g_autofree char *narrow = hf_text_narrow (typed);
  g_autofree char *upper = g_utf8_strup (narrow, -1);
  g_autofree char *lower = g_utf8_strdown (narrow, -1);
  /* By one letter alone everybody would be found whose code begins so, that is, everybody. */
  if (strpbrk (narrow, "0123456789") == NULL)
    return;
  add_beginning (self, "code", narrow);
  if (strcmp (upper, narrow) != 0)
    add_beginning (self, "code", upper);
  if (strcmp (lower, narrow) != 0 && strcmp (lower, upper) != 0)
    add_beginning (self, "code", lower);
}

/* What the index of words finds. */
static char *
make_words (HfStoreSession *session, guint query, guint most)
{
  g_autofree char *piece = hf_store_session_load_sql (session, "customer-search");
  g_autoptr (GString) words = g_string_new (piece);
  g_autofree char *query_parameter = g_strdup_printf ("$%u", query);
  g_autofree char *most_parameter = g_strdup_printf ("$%u", most);
  g_string_replace (words, "{query}", query_parameter, 0);
  g_string_replace (words, "{most}", most_parameter, 0);
  return g_strdup (words->str);
}

/* A number without its area or country code. Many have the last four of its digits, but few
 * beside those who have the others. */
static void
add_local_phones (HfStoreSearchTerms *self, HfStoreSession *session, const char *digits)
{
  digits += strspn (digits, "0");
  if (strlen (digits) <= LAST_DIGITS)
    return;
  const char *last = digits + strlen (digits) - LAST_DIGITS;
  guint query = add_text (self, g_strdup_printf ("'" HF_SEARCH_WHOLE "%s'", last));
  guint everybody = add_value (self, hf_db_integer (G_MAXINT64));
  guint pattern = add_text (self, g_strdup_printf ("%%%s%%", digits));
  g_autofree char *words = make_words (session, query, everybody);
  g_string_append_printf (self->sql,
                          " UNION SELECT id FROM (SELECT id FROM customer WHERE id IN (%s) "
                          "AND phone_digits LIKE $%u) AS local",
                          words, pattern);
}

/* Digits with the signs that people put between them, and perhaps with the country's code. */
static void
add_phones (HfStoreSearchTerms *self, HfStoreSession *session, const char *typed)
{
  g_autofree char *number = hf_text_cut_extension (typed);
  const char *local = g_str_has_prefix (number, "+86") ? number + strlen ("+86") : number;
  g_autofree char *digits = hf_text_phone_digits (local);
  if (*digits == '\0' || strspn (number, "+-() 0123456789") < strlen (number))
    return;
  add_beginning (self, "phone_digits", digits);
  add_local_phones (self, session, digits);
}

static void
add_words (HfStoreSearchTerms *self, HfStoreSession *session, char *query)
{
  g_autofree char *words = make_words (session, add_text (self, query), self->n_before + 1);
  g_string_append_printf (self->sql, "SELECT id FROM (%s) AS words", words);
}

/**
 * hf_store_search_terms_init:
 * @self: (out): what is looked for
 * @session: a session
 * @typed: (nullable): as a person typed it
 * @most: how many customers are found in each way at most
 * @n_before: how many parameters the statement has before these
 *
 * Says in SQL which customers are found: by words as hf_search_query() has them, and by how
 * their code or phone begins, which would be found among words too slowly.
 */
void
hf_store_search_terms_init (HfStoreSearchTerms *self, HfStoreSession *session,
                            const char *typed, gint64 most, gsize n_before)
{
  g_autofree char *query = hf_search_query (typed != NULL ? typed : "");
  *self = (HfStoreSearchTerms){ .sql = g_string_new (NULL),
                                .order = g_string_new (NULL),
                                .n_before = n_before,
                                .texts = g_ptr_array_new_with_free_func (g_free) };
  if (*query == '\0')
    return;
  add_value (self, hf_db_integer (most));
  add_words (self, session, g_steal_pointer (&query));
  add_codes (self, typed);
  add_phones (self, session, typed);
}

/**
 * hf_store_search_terms_add_names:
 * @self: what is looked for, something
 * @typed: as a person typed it
 *
 * Has those found, too, whose name begins so, however many others are found by it.
 */
void
hf_store_search_terms_add_names (HfStoreSearchTerms *self, const char *typed)
{
  g_autofree char *name = hf_text_fold (typed);
  add_beginning (self, "sort_name", name);
}

/**
 * hf_store_search_terms_limit:
 * @self: what is looked for
 * @most: so many that are found are enough
 *
 * Has no more found in each way, which does not change who comes first in their order.
 */
void
hf_store_search_terms_limit (HfStoreSearchTerms *self, gint64 most)
{
  if (self->n_values > 0)
    self->values[0] = hf_db_integer (MIN (most, self->values[0].integer));
}

/**
 * hf_store_search_terms_dup_pattern:
 * @typed: what a person typed
 *
 * Makes a pattern for LIKE .. ESCAPE '\\\\' of words with anything around them, in lower case;
 * both engines fold only what is ASCII alike.
 *
 * Returns: (transfer full): the pattern
 */
char *
hf_store_search_terms_dup_pattern (const char *typed)
{
  g_autofree char *trimmed = hf_text_trim (typed);
  g_autofree char *lower = g_ascii_strdown (trimmed, -1);
  GString *pattern = g_string_new ("%");
  for (const char *at = lower; *at != '\0'; at++)
    {
      if (strchr ("%_\\", *at) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

/**
 * hf_store_search_terms_clear:
 * @self: what was looked for
 *
 * Gives back what it used.
 */
void
hf_store_search_terms_clear (HfStoreSearchTerms *self)
{
  g_string_free (self->sql, TRUE);
  g_string_free (self->order, TRUE);
  g_ptr_array_unref (self->texts);
}
