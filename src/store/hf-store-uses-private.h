#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

/* Where a branch or a member of staff may be named: a column of a table. */
typedef struct
{
  const char *table;
  const char *column;
} HfStoreUse;

/* Both end with a table of NULL; a test holds them against the schema. */
extern const HfStoreUse hf_store_uses_of_staff[];
extern const HfStoreUse hf_store_uses_of_branch[];

gboolean hf_store_uses_remove_unused (HfStoreSession *session, const char *table,
                                      const HfStoreUse *uses, gint64 import_id, GError **error);

G_END_DECLS
