#pragma once

#include "hf-customer-editor.h"
#include "hf-referral.h"

G_BEGIN_DECLS

void hf_referral_act_begin (HfCustomerEditor *editor, HfStore *store,
                            const HfReferral *referral);

G_END_DECLS
