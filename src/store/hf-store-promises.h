#pragma once

#include "hf-promise-event.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

/* Which promises a list shows. */
typedef enum
{
  HF_PROMISES_OPEN,
  HF_PROMISES_OVERDUE,
  HF_PROMISES_TODAY, /* open and due today */
  HF_PROMISES_KEPT,
  HF_PROMISES_LATE, /* kept late */
  HF_PROMISES_BROKEN,
  HF_PROMISES_RELEASED,
  HF_PROMISES_ALL,
} HfPromiseShow;

#define HF_PROMISES_N_SHOWN (HF_PROMISES_ALL + 1)

extern const HfChoice hf_promise_shows[];

typedef struct
{
  HfPromiseShow show;
  char *search;     /* (nullable): in the words, the notes, the customer and the complaint */
  gint64 keeper_id; /* who keeps them; 0: all */
  gint64 now;       /* by which overdue and today are judged */
} HfPromiseFilter;

HfPromiseFilter *hf_promise_filter_copy (const HfPromiseFilter *self);
void hf_promise_filter_free (HfPromiseFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPromiseFilter, hf_promise_filter_free)

gboolean hf_store_promises_save (HfStoreSession *session, HfPromise *promise, GError **error);
gboolean hf_store_promises_end (HfStoreSession *session, HfPromise *promise,
                                HfPromiseState state, const char *note, GError **error);
gboolean hf_store_promises_reopen (HfStoreSession *session, HfPromise *promise, GError **error);
gboolean hf_store_promises_make_anew (HfStoreSession *session, HfPromise *promise,
                                      gint64 due_at, const char *why, GError **error);
gboolean hf_store_promises_give (HfStoreSession *session, HfPromise *promise, gint64 keeper_id,
                                 const char *why, GError **error);
gboolean hf_store_promises_take_back (HfStoreSession *session, HfPromise *promise,
                                      const HfPromise *before, GError **error);
gboolean hf_store_promises_move_answers (HfStoreSession *session, gint64 complaint_id,
                                         gint64 before, gint64 after, const char *why,
                                         GError **error);
gboolean hf_store_promises_keep_answers (HfStoreSession *session, gint64 complaint_id,
                                         gint64 due_at, const char *note, GError **error);
GPtrArray *hf_store_promises_list_events (HfStoreSession *session, gint64 promise_id,
                                          GError **error);

HfPromise *hf_store_promises_get (HfStoreSession *session, gint64 id, GError **error);
GPtrArray *hf_store_promises_list_open (HfStoreSession *session, guint count, GError **error);
GPtrArray *hf_store_promises_list_of_complaint (HfStoreSession *session, gint64 complaint_id,
                                                GError **error);
GPtrArray *hf_store_promises_list_of_customer (HfStoreSession *session, gint64 customer_id,
                                               GError **error);
GPtrArray *hf_store_promises_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                         gint64 after_id, guint count, GError **error);

GArray *hf_store_promises_list_keys (HfStoreSession *session, const HfPromiseFilter *filter,
                                     GError **error);
GPtrArray *hf_store_promises_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                                   GError **error);
gboolean hf_store_promises_count_overdue (HfStoreSession *session, gint64 now, gint64 *count,
                                          GError **error);
gboolean hf_store_promises_count (HfStoreSession *session, gint64 keeper_id, gint64 now,
                                  gint64 counts[HF_PROMISES_N_SHOWN], GError **error);

G_END_DECLS
