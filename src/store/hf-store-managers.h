#pragma once

#include "hf-manager-change.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What a change of account manager did to the history. */
typedef enum
{
  HF_MANAGER_CHANGE_FAILED,
  HF_MANAGER_CHANGE_NONE, /* it was known, or the same person looked after the customer */
  HF_MANAGER_CHANGE_ADDED,
  HF_MANAGER_CHANGE_CORRECTED, /* another person was known from that day on */
} HfManagerChangeFate;

HfManagerChangeFate hf_store_managers_change (HfStoreSession *session, HfManagerChange *change,
                                              GError **error);

G_END_DECLS
