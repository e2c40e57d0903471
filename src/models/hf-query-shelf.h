#pragma once

#include "hf-query-fetch.h"
#include "hf-query-item.h"

G_BEGIN_DECLS

typedef struct _HfQueryShelf HfQueryShelf;

HfQueryShelf *hf_query_shelf_new (guint page_size, guint max_pages);
void hf_query_shelf_free (HfQueryShelf *self);
HfQueryItem *hf_query_shelf_get_item (HfQueryShelf *self, guint position);
gpointer hf_query_shelf_peek (HfQueryShelf *self, guint position);
void hf_query_shelf_keep (HfQueryShelf *self, HfQueryFetch *fetch);
void hf_query_shelf_clear (HfQueryShelf *self, guint n_items);
void hf_query_shelf_clear_pages (HfQueryShelf *self);
void hf_query_shelf_clear_records (HfQueryShelf *self);
gboolean hf_query_shelf_has_view (HfQueryShelf *self);
void hf_query_shelf_set_view (HfQueryShelf *self, guint first, guint count);
gboolean hf_query_shelf_want_missing (HfQueryShelf *self);
void hf_query_shelf_ask_watched (HfQueryShelf *self, HfQueryFetch *fetch, guint most);
void hf_query_shelf_ask_wanted (HfQueryShelf *self, HfQueryFetch *fetch, guint most);
void hf_query_shelf_forget_wanted (HfQueryShelf *self);

G_END_DECLS
