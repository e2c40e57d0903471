#pragma once

#include "hf-notifier.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_ESCALATIONS (hf_escalations_get_type ())
G_DECLARE_FINAL_TYPE (HfEscalations, hf_escalations, HF, ESCALATIONS, GObject)

HfEscalations *hf_escalations_new (HfStore *store, HfNotifier *notifier);
HfStore *hf_escalations_get_store (HfEscalations *self);
GPtrArray *hf_escalations_get_told (HfEscalations *self);
void hf_escalations_look (HfEscalations *self);
void hf_escalations_stop (HfEscalations *self);

G_END_DECLS
