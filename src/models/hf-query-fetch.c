#include "config.h"

#include "hf-query-fetch.h"

/**
 * hf_query_fetch_new:
 * @kind: what is asked
 * @query: what to ask
 * @filter: (nullable): of which records; copied
 * @page_size: how many records a page has
 *
 * Prepares a question that asks for nothing yet.
 *
 * Returns: (transfer full): the question
 */
HfQueryFetch *
hf_query_fetch_new (HfQueryFetchKind kind, const HfQuery *query, gconstpointer filter,
                    guint page_size)
{
  HfQueryFetch *self = g_new0 (HfQueryFetch, 1);
  self->kind = kind;
  self->query = query;
  self->filter = filter != NULL ? query->copy_filter (filter) : NULL;
  self->page_size = page_size;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * hf_query_fetch_free:
 * @self: (transfer full) (type HfQueryFetch): a question
 *
 * Frees it with its answer.
 */
void
hf_query_fetch_free (gpointer self)
{
  HfQueryFetch *fetch = self;
  if (fetch->filter != NULL)
    fetch->query->free_filter (fetch->filter);
  g_array_unref (fetch->numbers);
  g_clear_pointer (&fetch->keys, g_array_unref);
  g_ptr_array_unref (fetch->pages);
  g_free (fetch);
}

/**
 * hf_query_fetch_add_page:
 * @self: a question
 * @number: a page, from 0
 *
 * Asks for a page, once.
 */
void
hf_query_fetch_add_page (HfQueryFetch *self, guint number)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, guint, i) == number)
      return;
  g_array_append_val (self->numbers, number);
}

/* A list may have become shorter meanwhile. */
static GPtrArray *
read_page (HfStoreSession *session, HfQueryFetch *self, guint number, GError **error)
{
  guint first = MIN (number * self->page_size, self->keys->len);
  guint count = MIN (self->page_size, self->keys->len - first);
  return self->query->read (session, (const gint64 *) self->keys->data + first, count, error);
}

/* Those of the first page, until all are known. */
static void
note_keys (HfQueryFetch *self, const GPtrArray *page)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < page->len; i++)
    {
      gint64 key = self->query->get_key (g_ptr_array_index (page, i));
      g_array_append_val (self->keys, key);
    }
}

/**
 * hf_query_fetch_run:
 * @session: a session
 * @self: (type HfQueryFetch): a question
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Asks the store; the answer is kept in @self.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_query_fetch_run (HfStoreSession *session, gpointer self, GError **error)
{
  HfQueryFetch *fetch = self;
  if (fetch->kind == HF_QUERY_FETCH_KEYS)
    {
      fetch->keys = fetch->query->keys (session, fetch->filter, error);
      if (fetch->keys == NULL)
        return NULL;
    }
  for (guint i = 0; i < fetch->numbers->len; i++)
    {
      guint number = g_array_index (fetch->numbers, guint, i);
      GPtrArray *page = fetch->kind == HF_QUERY_FETCH_START
                            ? fetch->query->start (session, fetch->filter, fetch->page_size,
                                                   error)
                            : read_page (session, fetch, number, error);
      if (page == NULL)
        return NULL;
      if (fetch->kind == HF_QUERY_FETCH_START)
        note_keys (fetch, page);
      g_ptr_array_add (fetch->pages, page);
    }
  return HF_STORE_DONE;
}
