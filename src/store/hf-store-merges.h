#pragma once

#include "hf-merge-choices.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_MERGE_ERROR (hf_merge_error_quark ())

/* Why two customers cannot be made one, or one two; the message is for the user. */
typedef enum
{
  HF_MERGE_ERROR_SAME,        /* they are one already */
  HF_MERGE_ERROR_UNDER_WAY,   /* one of them is being called */
  HF_MERGE_ERROR_LATER_MERGE, /* which is undone first */
  HF_MERGE_ERROR_LATER_WORK,  /* whose that is could not be told */
} HfMergeError;

/* What was stored since two customers became one, where they become two again. */
typedef enum
{
  HF_UNMERGE_NO_LATER_WORK,    /* stands in the way */
  HF_UNMERGE_LATER_WORK_STAYS, /* with the one who was kept */
} HfUnmerge;

GQuark hf_merge_error_quark (void);
gboolean hf_store_customers_merge (HfStoreSession *session, const HfCustomer *kept,
                                   const HfCustomer *gone, const HfMergeChoices *choices,
                                   gint64 *merge_id, GError **error);
gboolean hf_store_customers_unmerge (HfStoreSession *session, gint64 merge_id, HfUnmerge later,
                                     GError **error);

G_END_DECLS
