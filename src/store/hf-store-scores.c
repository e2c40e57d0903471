#include "config.h"

#include "hf-store-scores.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-care-private.h"
#include "hf-store-import-images-private.h"
#include "hf-store-session-private.h"

#define COLUMNS "id, customer_id, scored_on, score, scale, question, place, words"

/* What was asked tells two scores of a day apart; nothing is a question, too. */
static const char *
question_of (const char *question)
{
  return question != NULL ? question : "";
}

static gboolean
find_customer (HfStoreSession *session, HfScore *score, GError **error)
{
  if (score->customer_id == 0
      && !hf_store_session_count (session, HF_STORE_CUSTOMER_ID ("$1"),
                                  HF_DB_VALUES (hf_db_text (score->customer_code)),
                                  &score->customer_id, error))
    return FALSE;
  if (score->customer_id != 0)
    return TRUE;
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               /* Translators: %s is a customer's code. */
               _ ("there is no customer “%s”"), score->customer_code);
  return FALSE;
}

static gpointer
score_of_row (HfDbStatement *row)
{
  HfScore *self = hf_score_new ();
  const char *question = hf_db_statement_get_text (row, 5);
  self->id = hf_db_statement_get_integer (row, 0);
  self->customer_id = hf_db_statement_get_integer (row, 1);
  self->scored_on = hf_db_statement_dup_text (row, 2);
  self->score = hf_db_statement_get_integer (row, 3);
  self->scale = hf_db_statement_get_amount (row, 4);
  self->question = question != NULL && *question != '\0' ? g_strdup (question) : NULL;
  self->place = hf_db_statement_dup_text (row, 6);
  self->words = hf_db_statement_dup_text (row, 7);
  return self;
}

/**
 * hf_store_scores_find:
 * @session: a session
 * @customer_id: a customer's key
 * @scored_on: YYYY-MM-DD
 * @question: (nullable): what was asked
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads the score that a customer gave on a day to a question.
 *
 * Returns: (transfer full) (nullable): the score
 */
HfScore *
hf_store_scores_find (HfStoreSession *session, gint64 customer_id, const char *scored_on,
                      const char *question, GError **error)
{
  return hf_store_session_get (
      session,
      "SELECT " COLUMNS " FROM satisfaction_score "
      "WHERE customer_id = $1 AND scored_on = $2 AND question = $3 ORDER BY id LIMIT 1",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (scored_on),
                    hf_db_text (question_of (question))),
      score_of_row, error);
}

/**
 * hf_store_scores_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads how satisfied a customer was.
 *
 * Returns: (transfer full) (nullable) (element-type HfScore): in order of time
 */
GPtrArray *
hf_store_scores_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT " COLUMNS " FROM satisfaction_score "
                                "WHERE customer_id = $1 ORDER BY scored_on, question",
                                HF_DB_VALUES (hf_db_integer (customer_id)), score_of_row,
                                g_object_unref, error);
}

#define SCORE_VALUES(score)                                                                    \
  hf_db_integer ((score)->id), hf_db_integer ((score)->score), hf_db_amount ((score)->scale),  \
      hf_db_text ((score)->place), hf_db_text ((score)->words)

static gboolean
insert (HfStoreSession *session, HfScore *score, GError **error)
{
  score->id = hf_id_new ();
  return hf_db_execute (
      session->db,
      "INSERT INTO satisfaction_score (id, score, scale, place, words, customer_id, scored_on, "
      "question, import_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      HF_DB_VALUES (SCORE_VALUES (score), hf_db_integer (score->customer_id),
                    hf_db_text (score->scored_on), hf_db_text (question_of (score->question)),
                    hf_db_reference (session->import_id)),
      NULL, error);
}

static gboolean
update (HfStoreSession *session, const HfScore *score, GError **error)
{
  return hf_store_import_images_keep (session, "satisfaction_score", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (score->id)), error)
         && hf_db_execute (session->db,
                           "UPDATE satisfaction_score SET score = $2, "
                           "scale = coalesce ($3, scale), place = coalesce ($4, place), "
                           "words = coalesce ($5, words) WHERE id = $1",
                           HF_DB_VALUES (SCORE_VALUES (score)), NULL, error);
}

/**
 * hf_store_scores_save:
 * @session: a session that writes
 * @score: a satisfaction score
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR where there is no such customer
 *
 * Stores a score, in place of the one that the customer gave on that day to that question; what
 * is not known leaves what was known before. One that has become low opens a call.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_scores_save (HfStoreSession *session, HfScore *score, GError **error)
{
  if (!hf_score_validate (score, error) || !find_customer (session, score, error))
    return FALSE;
  g_autoptr (HfScore) before = hf_store_scores_find (session, score->customer_id,
                                                     score->scored_on, score->question, NULL);
  hf_store_session_touch (session, HF_STORE_PURCHASES);
  if (before != NULL)
    score->id = before->id;
  return (before != NULL ? update (session, score, error) : insert (session, score, error))
         && hf_care_note_score (session, score, before, error);
}
