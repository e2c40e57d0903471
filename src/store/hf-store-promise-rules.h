#pragma once

#include "hf-promise-rules.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_SETTING_PROMISE_RULES "promise-rules"

/* Until when what is promised now is to be done. */
typedef struct
{
  gint64 respond_by; /* the first word */
  gint64 resolve_by; /* 0: the class promises no time */
  gint64 next_word;  /* 0: the class promises none in between */
  gboolean is_sure;  /* FALSE: the holidays of that year are not entered yet */
} HfDeadlines;

gboolean hf_store_promise_rules_get (HfStoreSession *session, HfPromiseRules *rules,
                                     GError **error);
gpointer hf_store_promise_rules_load (HfStoreSession *session, gpointer unused, GError **error);
gboolean hf_store_promise_rules_save (HfStoreSession *session, const HfPromiseRules *rules,
                                      GError **error);
gboolean hf_store_promise_rules_work_out (HfStoreSession *session, HfPromiseTerm term,
                                          gint64 branch_id, gint64 made_at,
                                          HfDeadlines *deadlines, GError **error);

G_END_DECLS
