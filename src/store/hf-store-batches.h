#pragma once

#include "hf-customer-choice.h"
#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

typedef enum
{
  HF_BATCH_QUEUE,
  HF_BATCH_TAG,
  HF_BATCH_ASSIGN,
} HfBatchKind;

/* One act with many customers, and what came of it. */
typedef struct
{
  HfBatchKind kind;
  gint64 after_id; /* what it made has the n_done keys after this one */
  gint64 n_done;
  gint64 n_refused; /* who asked not to be called */
} HfBatch;

gboolean hf_store_batches_queue (HfStoreSession *session, const HfCustomerChoice *choice,
                                 HfInterviewKind kind, HfBatch *batch, GError **error);
gboolean hf_store_batches_tag (HfStoreSession *session, const HfCustomerChoice *choice,
                               const char *tag, HfBatch *batch, GError **error);
gboolean hf_store_batches_assign (HfStoreSession *session, const HfCustomerChoice *choice,
                                  const char *manager, HfBatch *batch, GError **error);
gboolean hf_store_batches_undo (HfStoreSession *session, const HfBatch *batch, GError **error);

G_END_DECLS
