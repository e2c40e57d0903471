#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_INTERVIEW_OFFER (hf_interview_offer_get_type ())
G_DECLARE_FINAL_TYPE (HfInterviewOffer, hf_interview_offer, HF, INTERVIEW_OFFER, GtkWidget)

void hf_interview_offer_look (HfInterviewOffer *self, HfStore *store);
void hf_interview_offer_withdraw (HfInterviewOffer *self);

G_END_DECLS
