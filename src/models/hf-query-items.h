#pragma once

#include "hf-query-item.h"

G_BEGIN_DECLS

typedef struct _HfQueryItems HfQueryItems;

HfQueryItems *hf_query_items_new (void);
void hf_query_items_free (HfQueryItems *self);
HfQueryItem *hf_query_items_get (HfQueryItems *self, guint position);
HfQueryItem *hf_query_items_add (HfQueryItems *self, guint position);
void hf_query_items_release (HfQueryItems *self, guint from);
void hf_query_items_clear_records (HfQueryItems *self);
gboolean hf_query_items_any (HfQueryItems *self, guint first, guint count);
GArray *hf_query_items_list_pages (HfQueryItems *self, guint page_size);

G_END_DECLS
