#pragma once

#include "hf-complaint-hint.h"
#include "hf-complaint-words.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What sounds like a complaint, where a firm has changed the list that the program comes with.
 */
#define HF_SETTING_COMPLAINT_WORDS "complaint-words"

/* So many are listed at most. */
#define HF_STORE_HINTS_MOST 200

/* What was found since the last time. */
typedef struct _HfHintSweep HfHintSweep;

gpointer hf_store_hints_look (HfStoreSession *session, gpointer unused, GError **error);
gboolean hf_hint_sweep_is_worth_keeping (const HfHintSweep *self);
void hf_hint_sweep_free (HfHintSweep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfHintSweep, hf_hint_sweep_free)
gboolean hf_store_hints_keep (HfStoreSession *session, const HfHintSweep *sweep,
                              GError **error);

HfComplaintWords *hf_store_hints_get_words (HfStoreSession *session, GError **error);
GPtrArray *hf_store_hints_list (HfStoreSession *session, GError **error);
gboolean hf_store_hints_count (HfStoreSession *session, gint64 *count, GError **error);
gboolean hf_store_hints_find (HfStoreSession *session, gint64 complaint_id,
                              HfComplaintHint **hint, GError **error);
gboolean hf_store_hints_decide (HfStoreSession *session, gint64 id, HfHintState state,
                                GError **error);

G_END_DECLS
