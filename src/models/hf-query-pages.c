#include "config.h"

#include "hf-query-pages.h"

/* The pages that were used last. */
struct _HfQueryPages
{
  guint limit;
  GHashTable *pages; /* number to GPtrArray of records */
  GQueue recent;     /* numbers, the one used last first */
};

/**
 * hf_query_pages_new:
 * @limit: how many pages are kept
 *
 * Makes an empty cache.
 *
 * Returns: (transfer full): the cache
 */
HfQueryPages *
hf_query_pages_new (guint limit)
{
  HfQueryPages *self = g_new0 (HfQueryPages, 1);
  self->limit = limit;
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * hf_query_pages_free:
 * @self: (transfer full): a cache
 *
 * Frees it.
 */
void
hf_query_pages_free (HfQueryPages *self)
{
  g_hash_table_unref (self->pages);
  g_queue_clear (&self->recent);
  g_free (self);
}

static void
move_to_front (HfQueryPages *self, guint number)
{
  if (g_queue_peek_head (&self->recent) == GUINT_TO_POINTER (number)
      && !g_queue_is_empty (&self->recent))
    return;
  g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
}

/**
 * hf_query_pages_get:
 * @self: a cache
 * @number: a page
 *
 * Gives a page and counts it as used.
 *
 * Returns: (transfer none) (nullable) (element-type GObject): its records
 */
GPtrArray *
hf_query_pages_get (HfQueryPages *self, guint number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (page != NULL)
    move_to_front (self, number);
  return page;
}

/**
 * hf_query_pages_put:
 * @self: a cache
 * @number: a page
 * @page: (element-type GObject): its records
 *
 * Keeps a page; the one that was not used for longest goes where there are too many.
 */
void
hf_query_pages_put (HfQueryPages *self, guint number, GPtrArray *page)
{
  g_hash_table_replace (self->pages, GUINT_TO_POINTER (number), g_ptr_array_ref (page));
  move_to_front (self, number);
  while (g_queue_get_length (&self->recent) > self->limit)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
}

/**
 * hf_query_pages_clear:
 * @self: a cache
 *
 * Forgets every page.
 */
void
hf_query_pages_clear (HfQueryPages *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/**
 * hf_query_page_get:
 * @page: (element-type GObject): records
 * @place: a place in the page
 *
 * Gives a record of a page.
 *
 * Returns: (transfer none) (nullable): the record, %NULL behind the last one
 */
gpointer
hf_query_page_get (GPtrArray *page, guint place)
{
  return place < page->len ? g_ptr_array_index (page, place) : NULL;
}
