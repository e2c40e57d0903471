#include "config.h"

#include "hf-query-wanted.h"

/**
 * hf_query_wanted_add:
 * @wanted: the numbers of pages that are not there, the one wanted last first
 * @number: a page
 *
 * Notes that a page is wanted.
 */
void
hf_query_wanted_add (GQueue *wanted, guint number)
{
  hf_query_wanted_remove (wanted, number);
  g_queue_push_head (wanted, GUINT_TO_POINTER (number));
}

/**
 * hf_query_wanted_remove:
 * @wanted: the numbers of pages that are not there
 * @number: a page
 *
 * Notes that a page is there.
 */
void
hf_query_wanted_remove (GQueue *wanted, guint number)
{
  g_queue_remove (wanted, GUINT_TO_POINTER (number));
}

/**
 * hf_query_wanted_add_missing:
 * @wanted: the numbers of pages that are not there
 * @numbers: (element-type guint): pages that somebody looks at
 * @pages: those that are there
 *
 * Notes which pages are missing.
 *
 * Returns: whether any is
 */
gboolean
hf_query_wanted_add_missing (GQueue *wanted, const GArray *numbers, HfQueryPages *pages)
{
  gboolean missing = FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      if (hf_query_pages_get (pages, number) != NULL)
        continue;
      hf_query_wanted_add (wanted, number);
      missing = TRUE;
    }
  return missing;
}

/**
 * hf_query_wanted_ask:
 * @wanted: the numbers of pages that are not there
 * @items: what somebody looks at
 * @fetch: a question
 * @most: how many pages it asks for at most
 *
 * Asks for the pages wanted last. A list that is scrolled fast leaves most of what it wanted
 * behind, which is forgotten.
 */
void
hf_query_wanted_ask (GQueue *wanted, HfQueryItems *items, HfQueryFetch *fetch, guint most)
{
  for (GList *l = wanted->head; l != NULL;)
    {
      GList *next = l->next;
      guint number = GPOINTER_TO_UINT (l->data);
      if (!hf_query_items_any (items, number * fetch->page_size, fetch->page_size))
        g_queue_delete_link (wanted, l);
      else if (fetch->numbers->len < most)
        hf_query_fetch_add_page (fetch, number);
      l = next;
    }
}
