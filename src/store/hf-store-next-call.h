#pragma once

#include "hf-call-task.h"
#include "hf-calling-rules.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Settings of the firm: when and how often customers may be called. */
#define HF_SETTING_CALLING_RULES "calling-rules"

gboolean hf_store_calling_rules_get (HfStoreSession *session, HfCallingRules *rules,
                                     GError **error);
gboolean hf_store_calling_rules_save (HfStoreSession *session, const HfCallingRules *rules,
                                      GError **error);

/* The best call to make now, or why there is none. */
typedef struct
{
  HfCallTask *task; /* NULL: none; the customer is with this desk */
  gint64 opens_at;  /* without a task: when calls may be made again that wait, 0: none waits */
  gint64 n_others;  /* that wait and are with other desks */
  gint64 n_handled; /* second follow-ups that wait for others: this person dealt with them */
} HfNextCall;

void hf_next_call_free (HfNextCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfNextCall, hf_next_call_free)

HfNextCall *hf_store_queue_take_next (HfStoreSession *session, gboolean at_any_hour,
                                      GError **error);

G_END_DECLS
