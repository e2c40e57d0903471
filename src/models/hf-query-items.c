#include "config.h"

#include "hf-query-items.h"

/* The items of a list that somebody holds, as a list on screen does with those that it shows.
 */
struct _HfQueryItems
{
  GHashTable *items; /* place to HfQueryItem, borrowed */
};

/**
 * hf_query_items_new:
 *
 * Makes an empty set.
 *
 * Returns: (transfer full): the set
 */
HfQueryItems *
hf_query_items_new (void)
{
  HfQueryItems *self = g_new0 (HfQueryItems, 1);
  self->items = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * hf_query_items_free:
 * @self: (transfer full): a set
 *
 * Frees it; the items live on with whoever holds them.
 */
void
hf_query_items_free (HfQueryItems *self)
{
  hf_query_items_release (self, 0);
  g_hash_table_unref (self->items);
  g_free (self);
}

/**
 * hf_query_items_get:
 * @self: a set
 * @position: a place
 *
 * Finds the item at a place.
 *
 * Returns: (transfer none) (nullable): the item, %NULL where nobody holds one
 */
HfQueryItem *
hf_query_items_get (HfQueryItems *self, guint position)
{
  return g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
}

/* Its memory is still there, only its life is over. */
static void
on_item_gone (gpointer data, GObject *item)
{
  guint position = hf_query_item_get_position ((HfQueryItem *) item);
  HfQueryItems *self = data;
  g_hash_table_remove (self->items, GUINT_TO_POINTER (position));
}

/**
 * hf_query_items_add:
 * @self: a set
 * @position: a place that has no item
 *
 * Makes the item at a place; it leaves the set when the last who holds it lets go.
 *
 * Returns: (transfer full): the item
 */
HfQueryItem *
hf_query_items_add (HfQueryItems *self, guint position)
{
  HfQueryItem *item = hf_query_item_new (position);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, self);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  return item;
}

/**
 * hf_query_items_release:
 * @self: a set
 * @from: a place
 *
 * Takes out the items from a place on; whoever holds one keeps it as it is.
 */
void
hf_query_items_release (HfQueryItems *self, guint from)
{
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (hf_query_item_get_position (item) >= from)
      {
        g_object_weak_unref (item, on_item_gone, self);
        g_hash_table_iter_remove (&iter);
      }
}

/**
 * hf_query_items_clear_records:
 * @self: a set
 *
 * Takes the records of another list away from all items.
 */
void
hf_query_items_clear_records (HfQueryItems *self)
{
  g_autoptr (GList) items = g_hash_table_get_values (self->items);
  for (GList *l = items; l != NULL; l = l->next)
    hf_query_item_set_record (l->data, NULL);
}

/**
 * hf_query_items_any:
 * @self: a set
 * @first: a place
 * @count: how many places
 *
 * Tells whether somebody holds an item at one of these places.
 *
 * Returns: whether somebody does
 */
gboolean
hf_query_items_any (HfQueryItems *self, guint first, guint count)
{
  for (guint i = first; i < first + count; i++)
    if (g_hash_table_contains (self->items, GUINT_TO_POINTER (i)))
      return TRUE;
  return FALSE;
}

/**
 * hf_query_items_list_pages:
 * @self: a set
 * @page_size: how many places a page has
 *
 * Lists the pages in which somebody holds an item.
 *
 * Returns: (transfer full) (element-type guint): their numbers, each once
 */
GArray *
hf_query_items_list_pages (HfQueryItems *self, guint page_size)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer position;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    {
      guint number = GPOINTER_TO_UINT (position) / page_size;
      if (g_hash_table_add (seen, GUINT_TO_POINTER (number)))
        g_array_append_val (numbers, number);
    }
  return numbers;
}
