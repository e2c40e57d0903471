#include "config.h"

#include "hf-amount.h"
#include "hf-id.h"
#include "hf-store-interviews.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"

static gboolean
set_state (HfStoreSession *session, gint64 interview_id, const char *question,
           HfAnswerState before, HfAnswerState after, GError **error)
{
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "UPDATE answer SET state = $4 WHERE interview_id = $1 AND question = $2 AND state = $3",
      HF_DB_VALUES (hf_db_integer (interview_id), hf_db_text (question),
                    hf_db_text (hf_answer_states[before].name),
                    hf_db_text (hf_answer_states[after].name)),
      NULL, error);
}

static gboolean
retire_before (HfStoreSession *session, const HfAnswer *answer, GError **error)
{
  return set_state (session, answer->interview_id, answer->question, HF_ANSWER_CURRENT,
                    HF_ANSWER_REPLACED, error)
         && set_state (session, answer->interview_id, answer->question, HF_ANSWER_HIDDEN,
                       HF_ANSWER_REPLACED, error);
}

/**
 * hf_store_answers_save:
 * @session: a session that writes
 * @answer: a new answer; it gets its key and time
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores an answer. An earlier one to the same question is kept as replaced, and what was
 * being typed is done with.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_answers_save (HfStoreSession *session, HfAnswer *answer, GError **error)
{
  answer->id = hf_id_new ();
  if (answer->at == 0)
    answer->at = hf_store_session_get_now (session);
  if (answer->staff_id == 0)
    answer->staff_id = session->staff_id;
  return retire_before (session, answer, error)
         && hf_db_execute (
             session->db,
             "INSERT INTO answer (id, interview_id, question, value, state, channel, at, "
             "staff_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
             HF_DB_VALUES (hf_db_integer (answer->id), hf_db_integer (answer->interview_id),
                           hf_db_text (answer->question), hf_db_text (answer->value),
                           hf_db_text (hf_answer_states[answer->state].name),
                           hf_db_text (answer->channel != NULL ? answer->channel : "phone"),
                           hf_db_integer (answer->at), hf_db_reference (answer->staff_id)),
             NULL, error)
         && hf_db_execute (
             session->db, "DELETE FROM draft WHERE interview_id = $1 AND question = $2",
             HF_DB_VALUES (hf_db_integer (answer->interview_id), hf_db_text (answer->question)),
             NULL, error);
}

/**
 * hf_store_answers_hide:
 * @session: a session that writes
 * @interview_id: an interview's key
 * @question: a question's id
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps an answer out of sight, because an earlier one no longer leads to its question.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_answers_hide (HfStoreSession *session, gint64 interview_id, const char *question,
                       GError **error)
{
  return set_state (session, interview_id, question, HF_ANSWER_CURRENT, HF_ANSWER_HIDDEN,
                    error);
}

/**
 * hf_store_answers_show_again:
 * @session: a session that writes
 * @interview_id: an interview's key
 * @question: a question's id
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Brings a hidden answer back, because its question is asked again.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_answers_show_again (HfStoreSession *session, gint64 interview_id, const char *question,
                             GError **error)
{
  return set_state (session, interview_id, question, HF_ANSWER_HIDDEN, HF_ANSWER_CURRENT,
                    error);
}

static gpointer
answer_of_row (HfDbStatement *row)
{
  HfAnswer *self = hf_answer_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->interview_id = hf_db_statement_get_integer (row, 1);
  self->question = hf_db_statement_dup_text (row, 2);
  self->value = hf_db_statement_dup_text (row, 3);
  self->state = MAX (0,
                     hf_choice_find_name (hf_answer_states, hf_db_statement_get_text (row, 4)));
  self->channel = hf_db_statement_dup_text (row, 5);
  self->at = hf_db_statement_get_integer (row, 6);
  self->staff_id = hf_db_statement_get_integer (row, 7);
  self->staff = hf_db_statement_dup_text (row, 8);
  return self;
}

#define COLUMNS                                                                                \
  "a.id, a.interview_id, a.question, a.value, a.state, a.channel, a.at, a.staff_id, s.name"
#define N_COLUMNS 9

/**
 * hf_store_answers_list:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads every answer of an interview, replaced and hidden ones too.
 *
 * Returns: (transfer full) (nullable) (element-type HfAnswer): in order of time
 */
GPtrArray *
hf_store_answers_list (HfStoreSession *session, gint64 interview_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT " COLUMNS " FROM answer a "
                                "LEFT JOIN staff s ON s.id = a.staff_id "
                                "WHERE a.interview_id = $1 ORDER BY a.at, a.id",
                                HF_DB_VALUES (hf_db_integer (interview_id)), answer_of_row,
                                g_object_unref, error);
}

static gpointer
exported_answer_of_row (HfDbStatement *row)
{
  HfAnswer *self = answer_of_row (row);
  self->customer_code = hf_db_statement_dup_text (row, N_COLUMNS);
  self->customer_name = hf_db_statement_dup_text (row, N_COLUMNS + 1);
  self->kind = MAX (0, hf_choice_find_name (hf_interview_kinds,
                                            hf_db_statement_get_text (row, N_COLUMNS + 2)));
  return self;
}

/**
 * hf_store_answers_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last answer that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the answers that count in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfAnswer): the answers, none at the end
 */
GPtrArray *
hf_store_answers_list_after (HfStoreSession *session, const HfStoreScope *scope,
                             gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS ", c.code, coalesce (c.name, c.company), i.kind " HF_STORE_ANSWERS_GIVEN
      " AND a.id > $1 AND " HF_STORE_IN_SCOPE ("i.started_on",
                                               "c.branch_id") " ORDER BY a.id LIMIT $2",
      values, G_N_ELEMENTS (values), exported_answer_of_row, g_object_unref, error);
}

/* What a customer told otherwise than in a call: in a complaint, or to whoever wrote the file
 * that was imported. Each is the answer to the question whose id it has. */
#define TOLD_OTHERWISE                                                                         \
  " UNION ALL SELECT p.id, 0, t.question, CASE t.question WHEN 'wish' THEN p.wish "            \
  "ELSE p.product END, 'current', p.channel, p.received_at, p.taken_by_id, s.name, NULL "      \
  "FROM complaint p JOIN (SELECT 'wish' AS question UNION ALL SELECT 'product') t ON 1 = 1 "   \
  "LEFT JOIN staff s ON s.id = p.taken_by_id WHERE p.customer_id = $1 "                        \
  "AND CASE t.question WHEN 'wish' THEN p.wish ELSE p.product END IS NOT NULL "                \
  "UNION ALL SELECT c.id, 0, 'need', '', 'current', '" HF_ANSWER_FROM_FILE "', "               \
  "coalesce ((SELECT max (l.at) FROM change_log l WHERE l.entity = 'customer' "                \
  "AND l.entity_id = c.id AND l.field = 'need'), c.created_at), NULL, NULL, c.need "           \
  "FROM customer c WHERE c.id = $1 AND c.need IS NOT NULL "                                    \
  "UNION ALL SELECT c.id, 0, n.name, v.value, 'current', '" HF_ANSWER_FROM_FILE "', "          \
  "c.created_at, NULL, NULL, NULL "                                                            \
  "FROM custom_value v JOIN custom_field_name n ON n.field_id = v.field_id "                   \
  "JOIN customer c ON c.id = v.customer_id WHERE v.customer_id = $1"

static gpointer
known_of_row (HfDbStatement *row)
{
  HfAnswer *self = answer_of_row (row);
  gint64 amount = hf_db_statement_get_amount (row, 9);
  if (amount == HF_AMOUNT_UNKNOWN)
    return self;
  g_free (self->value);
  self->value = hf_amount_format (amount);
  return self;
}

/**
 * hf_store_answers_list_known:
 * @session: a session
 * @customer_id: a customer's key
 * @except_interview_id: the interview that asks
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what a customer has answered in other interviews, in complaints and in files, so that
 * nothing is asked twice.
 *
 * Returns: (transfer full) (nullable) (element-type HfAnswer): newest first
 */
GPtrArray *
hf_store_answers_list_known (HfStoreSession *session, gint64 customer_id,
                             gint64 except_interview_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS ", CAST (NULL AS BIGINT) FROM answer a "
      "JOIN interview i ON i.id = a.interview_id LEFT JOIN staff s ON s.id = a.staff_id WHERE "
      "i.customer_id = $1 AND i.id <> $2 "
      "AND a.state = 'current'" TOLD_OTHERWISE " ORDER BY 7 DESC, 1 DESC",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (except_interview_id)),
      known_of_row, g_object_unref, error);
}

/**
 * hf_store_drafts_save:
 * @session: a session that writes
 * @interview_id: an interview's key
 * @question: a question's id
 * @value: what is being typed
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps what is being typed and not yet confirmed.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_drafts_save (HfStoreSession *session, gint64 interview_id, const char *question,
                      const char *value, GError **error)
{
  return hf_db_execute (session->db,
                        "INSERT INTO draft (interview_id, question, value, at) "
                        "VALUES ($1, $2, $3, $4) ON CONFLICT (interview_id, question) "
                        "DO UPDATE SET value = excluded.value, at = excluded.at",
                        HF_DB_VALUES (hf_db_integer (interview_id), hf_db_text (question),
                                      hf_db_text (value),
                                      hf_db_integer (hf_store_session_get_now (session))),
                        NULL, error);
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/**
 * hf_store_answers_list_values:
 * @session: a session
 * @question: a question's id
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what anybody has answered to a question, such as the names of competitors.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the values, the most frequent first
 */
GPtrArray *
hf_store_answers_list_values (HfStoreSession *session, const char *question, guint count,
                              GError **error)
{
  return hf_store_session_list (session,
                                "SELECT value FROM answer WHERE question = $1 "
                                "AND state = 'current' AND value <> '' GROUP BY value "
                                "ORDER BY count(*) DESC, value LIMIT $2",
                                HF_DB_VALUES (hf_db_text (question), hf_db_integer (count)),
                                text_of_row, g_free, error);
}

static gpointer
draft_of_row (HfDbStatement *row)
{
  HfAnswer *self = hf_answer_new ();
  self->question = hf_db_statement_dup_text (row, 0);
  self->value = hf_db_statement_dup_text (row, 1);
  self->at = hf_db_statement_get_integer (row, 2);
  return self;
}

/**
 * hf_store_drafts_list:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was being typed when the program stopped.
 *
 * Returns: (transfer full) (nullable) (element-type HfAnswer): question, text and time of each
 */
GPtrArray *
hf_store_drafts_list (HfStoreSession *session, gint64 interview_id, GError **error)
{
  return hf_store_session_list (
      session, "SELECT question, value, at FROM draft WHERE interview_id = $1 ORDER BY at",
      HF_DB_VALUES (hf_db_integer (interview_id)), draft_of_row, g_object_unref, error);
}
