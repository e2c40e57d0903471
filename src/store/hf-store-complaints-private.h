#pragma once

#include "hf-db-statement.h"
#include "hf-store-complaints.h"

G_BEGIN_DECLS

/* What hf_store_complaint_of_row() reads, in a statement of these tables. */
#define HF_STORE_COMPLAINT_COLUMNS                                                             \
  "complaint.id, complaint.revision, complaint.number, complaint.received_at, "                \
  "coalesce (customer.code, complaint.customer_code), "                                        \
  "coalesce (complaint.customer_name, customer.name), "                                        \
  "coalesce (complaint.phone, customer.phone), complaint.channel, complaint.category, "        \
  "complaint.severity, complaint.words, complaint.wish, branch.name, complaint.product, "      \
  "complaint.status, complaint.due_at, complaint.closed_at, complaint.customer_id, "           \
  "complaint.branch_id, complaint.taken_by_id, staff.name, complaint.term, "                   \
  "complaint.respond_by, complaint.next_word_by, complaint.acknowledged_at, "                  \
  "complaint.responded_at, complaint.solved_where, complaint.solved_how, "                     \
  "complaint.risk_left, complaint.cost, complaint.word_of_mouth_risk, complaint.expected, "    \
  "complaint.satisfaction, complaint.clock, complaint.word_every"
#define HF_STORE_COMPLAINT_TABLES                                                              \
  " FROM complaint LEFT JOIN customer ON customer.id = complaint.customer_id"                  \
  " LEFT JOIN branch ON branch.id = complaint.branch_id"                                       \
  " LEFT JOIN staff ON staff.id = complaint.taken_by_id"

/* The steps in which a complaint has its answer. */
#define HF_STORE_COMPLAINT_ANSWERED "('responded', 'communicated', 'closed')"

/* As the index of open complaints has it. */
#define HF_STORE_COMPLAINT_IS_OPEN "complaint.status <> 'closed'"

/* Whether something that was promised is overdue at a moment, as hf_complaint_is_late() has it.
 */
#define HF_STORE_COMPLAINT_IS_LATE(complaint, now)                                             \
  "(" complaint ".status NOT IN " HF_STORE_COMPLAINT_ANSWERED " AND ((" complaint              \
  ".due_at > 0 AND " complaint ".due_at < " now ") OR (" complaint                             \
  ".next_word_by > 0 AND " complaint ".next_word_by < " now ") OR (" complaint                 \
  ".acknowledged_at = 0 AND " complaint ".respond_by > 0 AND " complaint ".respond_by < " now  \
  ")))"

/* How a complaint goes to a step. */
typedef struct
{
  HfComplaintStatus status;
  gint64 staff_id; /* 0: it went by itself */
  const char *note;
  gboolean not_pursued;
  gboolean is_word; /* the customer heard of it, and it stays where it is */
} HfComplaintMove;

/* By which clock, and how often word was promised: later changes of the class change neither.
 */
#define HF_COMPLAINT_PROMISED_VALUES(complaint)                                                \
  hf_db_text ((complaint)->clock != HF_PROMISE_NO_CLOCK                                        \
                  ? hf_clock_kinds[(complaint)->clock].name                                    \
                  : NULL),                                                                     \
      hf_db_integer ((complaint)->word_every)

gpointer hf_store_complaint_of_row (HfDbStatement *row);
gint64 *hf_complaints_dup_keys (const GPtrArray *complaints);
gboolean hf_complaints_add_course (HfStoreSession *session, GPtrArray *complaints,
                                   GError **error);
gboolean hf_complaint_find_taker (HfStoreSession *session, HfComplaint *complaint,
                                  GError **error);
gboolean hf_complaint_find_customer (HfStoreSession *session, HfComplaint *complaint,
                                     GError **error);
gboolean hf_complaint_add_step (HfStoreSession *session, const HfComplaint *complaint,
                                gint64 at, const HfComplaintMove *move, GError **error);
gboolean hf_complaint_store (HfStoreSession *session, HfComplaint *complaint, GError **error);
gboolean hf_complaints_reopen (HfStoreSession *session, gint64 id, GError **error);

G_END_DECLS
