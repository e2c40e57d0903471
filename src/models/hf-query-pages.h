#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HfQueryPages HfQueryPages;

HfQueryPages *hf_query_pages_new (guint limit);
void hf_query_pages_free (HfQueryPages *self);
GPtrArray *hf_query_pages_get (HfQueryPages *self, guint number);
void hf_query_pages_put (HfQueryPages *self, guint number, GPtrArray *page);
void hf_query_pages_clear (HfQueryPages *self);
gpointer hf_query_page_get (GPtrArray *page, guint place);

G_END_DECLS
