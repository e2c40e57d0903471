#include "config.h"

#include "hf-store-closing-private.h"

#include <glib/gi18n.h>

#include "hf-store-complaints-private.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* The number of what HF_CLOSING_.. has that name, in a statement; a test holds the two
 * together.
 */
#define FREE "0"
#define NOBODY "1"
#define NO_CALLS "2"
#define NOT_ASKED "3"
#define NOT_SATISFIED "4"
#define BY_HANDLER "5"

G_STATIC_ASSERT (HF_CLOSING_FREE == 0 && HF_CLOSING_NOBODY == 1 && HF_CLOSING_NO_CALLS == 2
                 && HF_CLOSING_NOT_ASKED == 3 && HF_CLOSING_NOT_SATISFIED == 4
                 && HF_CLOSING_BY_HANDLER == 5);

/* What was asked before a complaint was taken up once more says nothing of its new answer. */
#define TAKEN_UP_SINCE                                                                         \
  "EXISTS (SELECT 1 FROM complaint_step p WHERE p.complaint_id = m.id "                        \
  "AND p.step NOT IN " HF_STORE_COMPLAINT_ANSWERED " AND p.at >= f.at)"

/**
 * hf_store_closing_find_lock:
 * @session: a session
 * @complaint_id: a complaint's key
 * @lock: (out): what stands in the way of closing it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Asks whether the last second follow-up was made by somebody other than the handler, since
 * the complaint was last worked on, and said satisfied. What nobody put their name to was made
 * by nobody known to be another.
 *
 * Returns: whether it could be asked
 */
gboolean
hf_store_closing_find_lock (HfStoreSession *session, gint64 complaint_id, HfClosingLock *lock,
                            GError **error)
{
  gint64 found = HF_CLOSING_NOT_ASKED;
  gboolean asked = hf_store_session_count (
      session,
      "SELECT coalesce ((SELECT CASE WHEN m.customer_id IS NULL THEN " NOBODY
      " WHEN f.result = 'satisfied' AND f.by_handler = 0 AND f.staff_id IS NOT NULL "
      "AND NOT " TAKEN_UP_SINCE " THEN " FREE " WHEN NOT (" HF_QUEUE_MAY_CALL (
          "c") ") THEN " NO_CALLS " WHEN f.result IS NULL OR " TAKEN_UP_SINCE " THEN " NOT_ASKED
               " WHEN f.result <> 'satisfied' THEN " NOT_SATISFIED " ELSE " BY_HANDLER
               " END FROM complaint m "
               "LEFT JOIN customer c ON c.id = m.customer_id "
               "LEFT JOIN follow_up f ON f.task_id = (SELECT x.task_id FROM follow_up x "
               "WHERE x.complaint_id = m.id ORDER BY x.at DESC, x.task_id DESC LIMIT 1) "
               "WHERE m.id = $1), " NOT_ASKED ")",
      HF_DB_VALUES (hf_db_integer (complaint_id)), &found, error);
  *lock = found;
  return asked;
}

/**
 * hf_closing_check:
 * @session: a session that writes
 * @complaint: a complaint, new or stored
 * @status: where it goes
 * @error: (nullable): INVALID where it may not be closed ...
 *
 * Holds the lock: what is not closed yet is closed only where nothing stands in the way. What
 * an import makes is history; what was here before it is locked against it, too.
 *
 * Returns: whether it may go there
 */
gboolean
hf_closing_check (HfStoreSession *session, const HfComplaint *complaint,
                  HfComplaintStatus status, GError **error)
{
  gint64 n_free = 0;
  HfClosingLock lock;
  if (status != HF_COMPLAINT_CLOSED || (session->import_id != 0 && complaint->id == 0))
    return TRUE;
  if (!hf_store_session_count (
          session,
          "SELECT count(*) FROM complaint WHERE id = $1 AND (status = 'closed' "
          "OR import_id = $2)",
          HF_DB_VALUES (hf_db_integer (complaint->id), hf_db_reference (session->import_id)),
          &n_free, error))
    return FALSE;
  if (n_free > 0)
    return TRUE;
  if (!hf_store_closing_find_lock (session, complaint->id, &lock, error))
    return FALSE;
  if (lock == HF_CLOSING_FREE)
    return TRUE;
  g_autofree char *words = hf_closing_refusal_words (lock);
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID, words);
  return FALSE;
}

/**
 * hf_closing_check_reason:
 * @why: (nullable): why a complaint is not pursued
 * @error: (nullable): INVALID
 *
 * Asks for a reason.
 *
 * Returns: whether there is one
 */
gboolean
hf_closing_check_reason (const char *why, GError **error)
{
  if (!hf_text_is_blank (why))
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                       _ ("The complaint is not closed. The reason not to pursue it is "
                          "missing."));
  return FALSE;
}
