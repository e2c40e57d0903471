#pragma once

#include "hf-customer.h"
#include "hf-interview-work.h"

G_BEGIN_DECLS

/* What is shown of a customer while a call is logged. */
typedef struct
{
  HfCustomer *customer;
  gboolean may_call;    /* the customer did not take back that they agreed */
  HfInterviewKind kind; /* what the call was probably about */
} HfCallLogFile;

/* A call that was made without a guide. */
typedef struct
{
  gint64 customer_id;
  HfInterviewKind kind;
  gint64 called_at;
  gboolean is_over; /* it was made some time before it is logged */
  HfInterviewEnd *end;
} HfCallLogEntry;

gpointer hf_call_log_file_load (HfStoreSession *session, gpointer customer_id, GError **error);
void hf_call_log_file_free (HfCallLogFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCallLogFile, hf_call_log_file_free)

gpointer hf_call_log_entry_save (HfStoreSession *session, gpointer entry, GError **error);
void hf_call_log_entry_free (HfCallLogEntry *self);

G_END_DECLS
