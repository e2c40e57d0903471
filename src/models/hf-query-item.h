#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_TYPE_QUERY_ITEM (hf_query_item_get_type ())
G_DECLARE_FINAL_TYPE (HfQueryItem, hf_query_item, HF, QUERY_ITEM, GObject)

HfQueryItem *hf_query_item_new (guint position);
guint hf_query_item_get_position (HfQueryItem *self);
gpointer hf_query_item_get_record (HfQueryItem *self);
void hf_query_item_set_record (HfQueryItem *self, gpointer record);

G_END_DECLS
