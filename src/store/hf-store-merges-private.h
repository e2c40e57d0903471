#pragma once

#include "hf-store-merges.h"

G_BEGIN_DECLS

/* A table whose records belong to a customer and move with a merge. */
typedef struct
{
  const char *table;
  const char *label; /* marked with NC_ ("merge", ..) */
  gboolean has_revision;
} HfMergeTable;

extern const HfMergeTable hf_merge_tables[];

/* A merge as it is stored. */
typedef struct
{
  gint64 id;
  gint64 kept_id;
  gint64 gone_id;
  gint64 at_revision; /* of whom was kept, when the two had become one */
  char *gone_title;
} HfMergeRecord;

/* Of the table customer and, so named as well, of customer_merge_file. */
#define HF_MERGE_FILE_COLUMNS                                                                  \
  "id, code, name, phone, phone_digits, email, company, address, branch_id, "                  \
  "account_manager_id, time_zone, language, tags, status, joined_on, lost_on, "                \
  "annual_value, need, do_not_call, do_not_call_on, do_not_call_reason, do_not_call_by_id, "   \
  "note, sort_name, "                                                                          \
  "import_id, created_at, revision"

/* By so much the revision of a record grows that a merge moves, so that whoever read it then
 * cannot take it for a later one once the merge is undone. */
#define HF_MERGE_REVISION_STEP "1000000"

HfMergeRecord *hf_store_merges_get (HfStoreSession *session, gint64 merge_id, GError **error);
void hf_merge_record_free (HfMergeRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfMergeRecord, hf_merge_record_free)

G_END_DECLS
