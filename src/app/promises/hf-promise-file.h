#pragma once

#include "hf-promise.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* A promise with what belongs to it, as the store has it at one moment. */
typedef struct
{
  HfPromise *promise;
  GPtrArray *events; /* (element-type HfPromiseEvent) */
} HfPromiseFile;

gpointer hf_promise_file_load (HfStoreSession *session, gpointer id, GError **error);
void hf_promise_file_free (HfPromiseFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPromiseFile, hf_promise_file_free)

G_END_DECLS
