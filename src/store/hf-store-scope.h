#pragma once

#include "hf-period.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Which rows an export reads: those of the figures over the same period and branch. */
typedef struct
{
  HfPeriod *period; /* borrowed; NULL: always */
  gint64 branch_id; /* 0: all branches */
} HfStoreScope;

typedef enum
{
  HF_STORE_ROWS_CUSTOMERS, /* of the branch, whatever the period */
  HF_STORE_ROWS_COMPLAINTS,
  HF_STORE_ROWS_REASONS,
  HF_STORE_ROWS_VERBATIMS,
  HF_STORE_ROWS_INTERVIEWS,
  HF_STORE_ROWS_PROMISES,
  HF_STORE_ROWS_ANSWERS,
} HfStoreRows;

gboolean hf_store_scope_count (HfStoreSession *session, const HfStoreScope *scope,
                               HfStoreRows rows, gint64 *count, GError **error);

G_END_DECLS
