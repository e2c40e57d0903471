#include "config.h"

#include "hf-query-shelf.h"

#include "hf-query-items.h"
#include "hf-query-pages.h"
#include "hf-query-wanted.h"

/* What a list holds in memory: the items that somebody looks at, the pages that were read last,
 * and which are still wanted. */
struct _HfQueryShelf
{
  guint page_size;
  HfQueryItems *items;
  HfQueryPages *pages;
  GQueue wanted;    /* the numbers of pages that are not there, latest first */
  guint view_first; /* only these places have their records, */
  guint view_count; /* 0: all places have */
};

/**
 * hf_query_shelf_new:
 * @page_size: how many records a page has
 * @max_pages: how many pages are kept
 *
 * Makes an empty shelf.
 *
 * Returns: (transfer full): the shelf
 */
HfQueryShelf *
hf_query_shelf_new (guint page_size, guint max_pages)
{
  HfQueryShelf *self = g_new0 (HfQueryShelf, 1);
  self->page_size = page_size;
  self->items = hf_query_items_new ();
  self->pages = hf_query_pages_new (max_pages);
  return self;
}

/**
 * hf_query_shelf_free:
 * @self: (transfer full): a shelf
 *
 * Frees it; the items live on with whoever holds them.
 */
void
hf_query_shelf_free (HfQueryShelf *self)
{
  hf_query_items_free (self->items);
  hf_query_pages_free (self->pages);
  g_queue_clear (&self->wanted);
  g_free (self);
}

/* Rows that are not on screen need no record: to fill them takes longer than a frame may. */
static void
show_record (HfQueryShelf *self, guint position, GPtrArray *page)
{
  HfQueryItem *item = hf_query_items_get (self->items, position);
  gboolean in_view = self->view_count == 0
                     || (position >= self->view_first
                         && position - self->view_first < self->view_count);
  if (item != NULL)
    hf_query_item_set_record (
        item, in_view ? hf_query_page_get (page, position % self->page_size) : NULL);
}

/**
 * hf_query_shelf_get_item:
 * @self: a shelf
 * @position: a place in the list
 *
 * Gives the item at a place; where its page is not there, it is wanted.
 *
 * Returns: (transfer full): the item
 */
HfQueryItem *
hf_query_shelf_get_item (HfQueryShelf *self, guint position)
{
  HfQueryItem *item = hf_query_items_get (self->items, position);
  if (item != NULL)
    return g_object_ref (item);
  item = hf_query_items_add (self->items, position);
  GPtrArray *page = hf_query_pages_get (self->pages, position / self->page_size);
  if (page != NULL)
    show_record (self, position, page);
  else
    hf_query_wanted_add (&self->wanted, position / self->page_size);
  return item;
}

/**
 * hf_query_shelf_peek:
 * @self: a shelf
 * @position: a place in the list
 *
 * Gives the record at a place where it is known, and wants nothing.
 *
 * Returns: (transfer none) (nullable): the record
 */
gpointer
hf_query_shelf_peek (HfQueryShelf *self, guint position)
{
  HfQueryItem *item = hf_query_items_get (self->items, position);
  GPtrArray *page = hf_query_pages_get (self->pages, position / self->page_size);
  if (item != NULL && hf_query_item_get_record (item) != NULL)
    return hf_query_item_get_record (item);
  return page != NULL ? hf_query_page_get (page, position % self->page_size) : NULL;
}

/**
 * hf_query_shelf_keep:
 * @self: a shelf
 * @fetch: an answer
 *
 * Keeps the pages of an answer, and gives their items the records.
 */
void
hf_query_shelf_keep (HfQueryShelf *self, HfQueryFetch *fetch)
{
  for (guint i = 0; i < fetch->pages->len; i++)
    {
      guint number = g_array_index (fetch->numbers, guint, i);
      GPtrArray *page = g_ptr_array_index (fetch->pages, i);
      hf_query_pages_put (self->pages, number, page);
      hf_query_wanted_remove (&self->wanted, number);
      for (guint place = 0; place < self->page_size; place++)
        show_record (self, number * self->page_size + place, page);
    }
}

/**
 * hf_query_shelf_clear:
 * @self: a shelf
 * @n_items: how long the list is
 *
 * Forgets every page, and the items behind the list's end.
 */
void
hf_query_shelf_clear (HfQueryShelf *self, guint n_items)
{
  hf_query_pages_clear (self->pages);
  hf_query_items_release (self->items, n_items);
}

/**
 * hf_query_shelf_clear_pages:
 * @self: a shelf
 *
 * Forgets every page; the items keep their records until they are read again.
 */
void
hf_query_shelf_clear_pages (HfQueryShelf *self)
{
  hf_query_pages_clear (self->pages);
}

/**
 * hf_query_shelf_clear_records:
 * @self: a shelf
 *
 * Takes the records of another list away from all items.
 */
void
hf_query_shelf_clear_records (HfQueryShelf *self)
{
  hf_query_items_clear_records (self->items);
}

/**
 * hf_query_shelf_has_view:
 * @self: a shelf
 *
 * Tells whether it is known what is on screen.
 *
 * Returns: whether it is
 */
gboolean
hf_query_shelf_has_view (HfQueryShelf *self)
{
  return self->view_count > 0;
}

/**
 * hf_query_shelf_set_view:
 * @self: a shelf
 * @first: a place
 * @count: how many places, 0 for all there are
 *
 * Notes what is on screen, and gives the items there their records.
 */
void
hf_query_shelf_set_view (HfQueryShelf *self, guint first, guint count)
{
  self->view_first = first;
  self->view_count = count;
  for (guint i = first; i < first + count; i++)
    {
      GPtrArray *page = hf_query_pages_get (self->pages, i / self->page_size);
      if (page != NULL)
        show_record (self, i, page);
    }
}

/**
 * hf_query_shelf_want_missing:
 * @self: a shelf
 *
 * Wants the pages of those items that somebody looks at.
 *
 * Returns: whether any page is wanted
 */
gboolean
hf_query_shelf_want_missing (HfQueryShelf *self)
{
  g_autoptr (GArray) numbers = hf_query_items_list_pages (self->items, self->page_size);
  return hf_query_wanted_add_missing (&self->wanted, numbers, self->pages);
}

/**
 * hf_query_shelf_ask_watched:
 * @self: a shelf
 * @fetch: a question
 * @most: how many pages it asks for at most
 *
 * Asks for the pages of those items that somebody looks at.
 */
void
hf_query_shelf_ask_watched (HfQueryShelf *self, HfQueryFetch *fetch, guint most)
{
  g_autoptr (GArray) numbers = hf_query_items_list_pages (self->items, self->page_size);
  for (guint i = 0; i < MIN (numbers->len, most); i++)
    hf_query_fetch_add_page (fetch, g_array_index (numbers, guint, i));
}

/**
 * hf_query_shelf_ask_wanted:
 * @self: a shelf
 * @fetch: a question
 * @most: how many pages it asks for at most
 *
 * Asks for the pages that are wanted.
 */
void
hf_query_shelf_ask_wanted (HfQueryShelf *self, HfQueryFetch *fetch, guint most)
{
  hf_query_wanted_ask (&self->wanted, self->items, fetch, most);
}

/**
 * hf_query_shelf_forget_wanted:
 * @self: a shelf
 *
 * Wants nothing any more.
 */
void
hf_query_shelf_forget_wanted (HfQueryShelf *self)
{
  g_queue_clear (&self->wanted);
}
