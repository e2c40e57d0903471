#include "config.h"

#include "hf-store-tags.h"

#include <string.h>

#include "hf-store-session-private.h"
#include "hf-text.h"

/* So many combinations of tags are looked at, from each place where the looking begins. */
#define MOST_COMBINATIONS 500

static gpointer
tags_of_row (HfDbStatement *row)
{
  return g_strsplit (hf_db_statement_get_text (row, 0), ",", -1);
}

/* From one combination to the next one, however many customers have it. */
static GPtrArray *
list_combinations (HfStoreSession *session, const char *from, GError **error)
{
  return hf_store_session_list (
      session,
      "WITH RECURSIVE combination (tags, n) AS ("
      "SELECT (SELECT min (c.tags) FROM customer c WHERE c.tags >= $1), 1 "
      "UNION ALL SELECT (SELECT min (c.tags) FROM customer c WHERE c.tags > combination.tags), "
      "n + 1 FROM combination WHERE n < $2 AND tags IS NOT NULL) "
      "SELECT tags FROM combination WHERE tags IS NOT NULL",
      HF_DB_VALUES (hf_db_text (from), hf_db_integer (MOST_COMBINATIONS)), tags_of_row,
      (GDestroyNotify) g_strfreev, error);
}

static gboolean
add_tags (HfStoreSession *session, const char *from, GHashTable *tags, GError **error)
{
  g_autoptr (GPtrArray) rows = list_combinations (session, from, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    for (char **tag = g_ptr_array_index (rows, i); *tag != NULL; tag++)
      if (*g_strstrip (*tag) != '\0')
        g_hash_table_add (tags, g_strdup (*tag));
  return rows != NULL;
}

static int
compare_texts (gconstpointer one, gconstpointer other)
{
  return g_utf8_collate (*(char *const *) one, *(char *const *) other);
}

static GPtrArray *
sort_tags (GHashTable *tags)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer tag;
  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    g_ptr_array_add (sorted, g_strdup (tag));
  g_ptr_array_sort (sorted, compare_texts);
  return sorted;
}

/**
 * hf_store_tags_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists the tags that customers have, as far as they are in the first 500 combinations.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the tags, in order, each once
 */
GPtrArray *
hf_store_tags_list (HfStoreSession *session, GError **error)
{
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return add_tags (session, "", tags, error) ? sort_tags (tags) : NULL;
}

/* Those that begin so first, then those that have it within. */
static GPtrArray *
choose (GPtrArray *tags, const char *typed, guint count)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = hf_text_fold (typed);
  for (int within = 0; within < 2; within++)
    for (guint i = 0; i < tags->len && chosen->len < count; i++)
      {
        const char *tag = g_ptr_array_index (tags, i);
        g_autofree char *folded = hf_text_fold (tag);
        gboolean begins = g_str_has_prefix (folded, wanted);
        if (within ? !begins && strstr (folded, wanted) != NULL : begins)
          g_ptr_array_add (chosen, g_strdup (tag));
      }
  return chosen;
}

/**
 * hf_store_tags_complete:
 * @session: a session
 * @typed: the beginning of a tag, or a part of it
 * @count: how many to give at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for tags in use that were perhaps meant. It takes the same time for a million
 * customers.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the tags, the likeliest first
 */
GPtrArray *
hf_store_tags_complete (HfStoreSession *session, const char *typed, guint count, GError **error)
{
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!add_tags (session, "", tags, error) || !add_tags (session, typed, tags, error))
    return NULL;
  g_autoptr (GPtrArray) sorted = sort_tags (tags);
  return choose (sorted, typed, count);
}
