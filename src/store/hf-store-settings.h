#pragma once

#include "hf-assumption.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Settings of the firm, the same on every desk. */
#define HF_SETTING_COMPANY "company"
#define HF_SETTING_CURRENCY "currency"

/* Assumptions: their keys never change. */
#define HF_ASSUMPTION_COMPLAINT_RATIO "complaint-ratio" /* one in how many, minor problems */
#define HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR "complaint-ratio-major"
#define HF_ASSUMPTION_SILENT_STAY_RATE "silent-stay-rate" /* 0 to 1, minor problems */
#define HF_ASSUMPTION_SILENT_STAY_RATE_MAJOR "silent-stay-rate-major"
#define HF_ASSUMPTION_PEOPLE_TOLD "people-told" /* by each dissatisfied customer */
#define HF_ASSUMPTION_FRIENDS "friends"         /* of each lost customer */
#define HF_ASSUMPTION_FRIENDS_CONVERSION "friends-conversion"
#define HF_ASSUMPTION_NEW_CUSTOMER_COST "new-customer-cost"
#define HF_ASSUMPTION_RETENTION "retention" /* r of the lifetime value */
#define HF_ASSUMPTION_DISCOUNT "discount"   /* d of the lifetime value */
/* What branches are held to: shares answered in time, and satisfied at the second follow-up. */
#define HF_ASSUMPTION_REWARD_IN_TIME "reward-in-time"
#define HF_ASSUMPTION_REWARD_SATISFIED "reward-satisfied"
#define HF_ASSUMPTION_TALK_IN_TIME "talk-in-time"
#define HF_ASSUMPTION_TALK_SATISFIED "talk-satisfied"
#define HF_ASSUMPTION_PENALTY_IN_TIME "penalty-in-time"
#define HF_ASSUMPTION_PENALTY_SATISFIED "penalty-satisfied"

char *hf_store_settings_get (HfStoreSession *session, const char *name, GError **error);
gboolean hf_store_settings_find (HfStoreSession *session, const char *name, char **value,
                                 GError **error);
gboolean hf_store_settings_set (HfStoreSession *session, const char *name, const char *value,
                                GError **error);
GPtrArray *hf_store_assumptions_list (HfStoreSession *session, GError **error);
HfAssumption *hf_store_assumptions_find (HfStoreSession *session, const char *key,
                                         GError **error);
gboolean hf_store_assumptions_get (HfStoreSession *session, const char *key, double *value,
                                   GError **error);
gboolean hf_store_assumptions_save (HfStoreSession *session, HfAssumption *assumption,
                                    GError **error);

G_END_DECLS
