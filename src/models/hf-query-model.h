#pragma once

#include <gio/gio.h>

#include "hf-query-item.h"
#include "hf-query.h"

G_BEGIN_DECLS

#define HF_TYPE_QUERY_MODEL (hf_query_model_get_type ())
G_DECLARE_FINAL_TYPE (HfQueryModel, hf_query_model, HF, QUERY_MODEL, GObject)

/* Records of a page, which is what one question to the store brings. */
#define HF_QUERY_MODEL_PAGE 100

typedef enum
{
  HF_QUERY_ANSWER_AWAITED, /* what was there before is shown, if anything */
  HF_QUERY_ANSWER_BEGUN,   /* the first page; how much follows is not known yet */
  HF_QUERY_ANSWER_WHOLE,
} HfQueryAnswer;

HfQueryModel *hf_query_model_new (HfStore *store, const HfQuery *query);
void hf_query_model_set_filter (HfQueryModel *self, gconstpointer filter);
void hf_query_model_reload (HfQueryModel *self);
void hf_query_model_set_view (HfQueryModel *self, guint first, guint count);
gint64 hf_query_model_get_key (HfQueryModel *self, guint position);
gpointer hf_query_model_peek (HfQueryModel *self, guint position);
gboolean hf_query_model_is_loading (HfQueryModel *self);
gboolean hf_query_model_is_ready (HfQueryModel *self);
HfQueryAnswer hf_query_model_get_answer (HfQueryModel *self);
const GError *hf_query_model_get_error (HfQueryModel *self);

G_END_DECLS
