#include "config.h"

#include "hf-store-uses-private.h"

#include "hf-store-session-private.h"

const HfStoreUse hf_store_uses_of_staff[] = {
  { "customer", "account_manager_id" },
  { "customer", "do_not_call_by_id" },
  { "account_manager_period", "staff_id" },
  { "complaint", "taken_by_id" },
  { "complaint", "handler_id" },
  { "complaint_draft", "staff_id" },
  { "complaint_step", "staff_id" },
  { "complaint_hint", "staff_id" },
  { "complaint_hint", "decided_by_id" },
  { "complaint_pause", "staff_id" },
  { "deadline_change", "staff_id" },
  { "escalation", "taken_by_id" },
  { "escalation_told", "staff_id" },
  { "campaign", "created_by_id" },
  { "campaign_staff", "staff_id" },
  { "call_task", "staff_id" },
  { "call_task", "appointment_staff_id" },
  { "call_claim", "staff_id" },
  { "interview", "staff_id" },
  { "interview_review", "staff_id" },
  { "review_comment", "staff_id" },
  { "call_attempt", "staff_id" },
  { "follow_up", "staff_id" },
  { "answer", "staff_id" },
  { "coded_reason", "coder_id" },
  { "promise", "made_by_id" },
  { "promise", "keeper_id" },
  { "promise", "ended_by_id" },
  { "promise_event", "staff_id" },
  { "promise_event", "owner_before_id" },
  { "promise_event", "owner_after_id" },
  { "consent", "staff_id" },
  { "branch_decision", "staff_id" },
  { "change_log", "staff_id" },
  { "customer_merge", "staff_id" },
  { "customer_merge", "undone_by_id" },
  { "customer_merge_file", "account_manager_id" },
  { "customer_merge_file", "do_not_call_by_id" },
  { "import", "staff_id" },
  { "import", "undone_by_id" },
  { "import_image_customer", "account_manager_id" },
  { "import_image_customer", "do_not_call_by_id" },
  { "import_image_account_manager_period", "staff_id" },
  { "import_image_complaint", "taken_by_id" },
  { "import_image_complaint", "handler_id" },
  { "import_image_coded_reason", "coder_id" },
  { NULL, NULL },
};

const HfStoreUse hf_store_uses_of_branch[] = {
  { "staff", "branch_id" },
  { "customer", "branch_id" },
  { "complaint", "branch_id" },
  { "branch_decision", "branch_id" },
  { "customer_merge_file", "branch_id" },
  { "import_image_customer", "branch_id" },
  { "import_image_complaint", "branch_id" },
  { NULL, NULL },
};

/**
 * hf_store_uses_remove_unused:
 * @session: a session that writes
 * @table: "staff" or "branch"
 * @uses: where it may be named
 * @import_id: an import's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Removes those that an import made by their names, and that nobody uses or has changed since.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_uses_remove_unused (HfStoreSession *session, const char *table, const HfStoreUse *uses,
                             gint64 import_id, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_append_printf (
      sql, HF_DB_WHOLE_TABLE "DELETE FROM %s WHERE id > $1 AND import_id = $1 AND revision = 1",
      table);
  for (; uses->table != NULL; uses++)
    g_string_append_printf (sql, " AND NOT EXISTS (SELECT 1 FROM %s u WHERE u.%s = %s.id)",
                            uses->table, uses->column, table);
  return hf_db_execute (session->db, sql->str, HF_DB_VALUES (hf_db_integer (import_id)), NULL,
                        error);
}
