#include "config.h"

#include "hf-store-hints.h"

#include "hf-id.h"
#include "hf-outcome.h"
#include "hf-starter.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"
#include "hf-time.h"

/* So many notes are read at a time, and after so many it is kept how far it has come. */
#define BATCH "500"
#define ENOUGH_READ 500

/* Who saves a note may still be at it when a later one is read. */
#define OVERLAP_HOURS 1

/* Words that are looked at: key, place in the order in which they come, customer, who wrote
 * them down, when, on which day, they themselves, and how the call ended, if it is one; from
 * the place $1 on, after the key $2. Whoever complained on that day or since is known, and a
 * call about a complaint is about one.
 */
#define IS_UNKNOWN(customer, day)                                                              \
  " AND NOT EXISTS (SELECT 1 FROM complaint k WHERE k.customer_id = " customer                 \
  " AND k.received_on >= " day ")"
#define IS_NO_FOLLOW_UP(of)                                                                    \
  " AND NOT EXISTS (SELECT 1 FROM call_task t WHERE t.id = " of                                \
  ".task_id AND t.complaint_id IS NOT NULL)"

static const struct
{
  const char *sql;
  gint64 overlap;
} sources[HF_HINT_N_SOURCES] = {
  [HF_HINT_CALL]
  = { "SELECT a.id, a.id, a.customer_id, a.staff_id, a.started_at, a.started_on, "
      "a.note, a.outcome FROM call_attempt a WHERE a.id >= $1 AND a.id > $2 "
      "AND a.note <> ''" IS_NO_FOLLOW_UP ("a")
          IS_UNKNOWN ("a.customer_id", "a.started_on") " ORDER BY a.id LIMIT " BATCH,
      OVERLAP_HOURS *HF_ID_HOUR },
  [HF_HINT_VERBATIM] = { "SELECT v.id, i.ended_at, i.customer_id, i.staff_id, v.at, "
                         "i.started_on, v.words, CAST (NULL AS TEXT) FROM interview i "
                         "JOIN verbatim v ON v.interview_id = i.id WHERE i.ended_at > 0 "
                         "AND i.ended_at >= $1 AND (i.ended_at > $1 OR v.id > $2) "
                         "AND v.complaint_id IS NULL" IS_NO_FOLLOW_UP ("i") IS_UNKNOWN (
                             "i.customer_id",
                             "i.started_on") " ORDER BY i.ended_at, v.id LIMIT " BATCH,
                         OVERLAP_HOURS *G_TIME_SPAN_HOUR },
  [HF_HINT_SCORE] = { "SELECT s.id, s.id, s.customer_id, CAST (NULL AS BIGINT), "
                      "CAST (0 AS BIGINT), s.scored_on, s.words, CAST (NULL AS TEXT) "
                      "FROM satisfaction_score s "
                      "WHERE s.id >= $1 AND s.id > $2 AND s.words <> ''" IS_UNKNOWN (
                          "s.customer_id", "s.scored_on") " ORDER BY s.id LIMIT " BATCH,
                      OVERLAP_HOURS *HF_ID_HOUR },
};

/* How far one kind of words was looked through, by which list. */
typedef struct
{
  gint64 place;
  char *version; /* NULL: never */
} Mark;

struct _HfHintSweep
{
  Mark marks[HF_HINT_N_SOURCES];
  GPtrArray *found; /* (element-type HfComplaintHint) */
  guint n_read;
  gboolean anew; /* with another list than before */
};

/* Words to look at, with their place in the order. */
typedef struct
{
  HfComplaintHint *hint;
  gint64 place;
  char *day;
  gboolean is_said; /* FALSE: the customer was not spoken to */
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;
  g_object_unref (said->hint);
  g_free (said->day);
  g_free (said);
}

static gpointer
said_of_row (HfDbStatement *row)
{
  Said *said = g_new0 (Said, 1);
  said->hint = hf_complaint_hint_new ();
  said->hint->source_id = hf_db_statement_get_integer (row, 0);
  said->place = hf_db_statement_get_integer (row, 1);
  said->hint->customer_id = hf_db_statement_get_integer (row, 2);
  said->hint->staff_id = hf_db_statement_get_integer (row, 3);
  said->hint->at = hf_db_statement_get_integer (row, 4);
  said->day = hf_db_statement_dup_text (row, 5);
  said->hint->words = hf_db_statement_dup_text (row, 6);
  const HfOutcome *outcome = hf_outcome_find (hf_db_statement_get_text (row, 7));
  said->is_said = outcome == NULL || outcome->contacted;
  if (said->hint->at == 0)
    hf_time_parse_moment (said->day, &said->hint->at);
  return said;
}

static gpointer
mark_of_row (HfDbStatement *row)
{
  Mark *mark = g_new0 (Mark, 1);
  mark->place = hf_db_statement_get_integer (row, 0);
  mark->version = hf_db_statement_dup_text (row, 1);
  return mark;
}

static void
mark_free (gpointer data)
{
  Mark *mark = data;
  g_free (mark->version);
  g_free (mark);
}

/* With another list, all is looked through anew. */
static gboolean
read_mark (HfStoreSession *session, HfHintSweep *self, HfHintSource source, const char *version,
           GError **error)
{
  g_autoptr (GPtrArray) marks = hf_store_session_list (
      session, "SELECT place, version FROM complaint_hint_mark WHERE source = $1",
      HF_DB_VALUES (hf_db_text (hf_hint_sources[source].name)), mark_of_row, mark_free, error);
  if (marks == NULL)
    return FALSE;
  const Mark *known = marks->len > 0 ? marks->pdata[0] : NULL;
  gboolean is_same = known != NULL && g_strcmp0 (known->version, version) == 0;
  self->marks[source].place = is_same ? known->place : 0;
  self->marks[source].version = g_strdup (version);
  self->anew |= !is_same;
  return TRUE;
}

static void
take_found (HfHintSweep *self, HfHintSource source, HfComplaintWords *words,
            const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Said *said = all->pdata[i];
      HfComplaintHint *hint = said->hint;
      g_autoptr (GArray) spans = hf_complaint_words_find (words, hint->words);
      hint->source = source;
      if (spans->len > 0 && said->is_said)
        g_ptr_array_add (self->found, g_object_ref (hint));
    }
  self->n_read += all->len;
}

static gboolean
look_through (HfStoreSession *session, HfHintSweep *self, HfHintSource source,
              HfComplaintWords *words, GError **error)
{
  gint64 place = self->marks[source].place, id = 0;
  for (;;)
    {
      g_autoptr (GPtrArray) all = hf_store_session_list (
          session, sources[source].sql,
          HF_DB_VALUES (hf_db_integer (place), hf_db_integer (id)), said_of_row, said_free,
          error);
      if (all == NULL || !hf_store_session_check_cancelled (session, error))
        return FALSE;
      if (all->len == 0)
        break;
      take_found (self, source, words, all);
      place = ((Said *) all->pdata[all->len - 1])->place;
      id = ((Said *) all->pdata[all->len - 1])->hint->source_id;
    }
  self->marks[source].place = MAX (self->marks[source].place, place - sources[source].overlap);
  return TRUE;
}

static gpointer
key_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/* What is known already was found in the overlap. */
static gboolean
leave_out_known (HfStoreSession *session, HfHintSweep *self, GError **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->found->len; i++)
    {
      HfComplaintHint *hint = self->found->pdata[i];
      g_autoptr (GPtrArray) known = hf_store_session_list (
          session, "SELECT state FROM complaint_hint WHERE source = $1 AND source_id = $2",
          HF_DB_VALUES (hf_db_text (hf_hint_sources[hint->source].name),
                        hf_db_integer (hint->source_id)),
          key_of_row, g_free, error);
      if (known == NULL)
        return FALSE;
      if (known->len == 0)
        g_ptr_array_add (fresh, g_object_ref (hint));
    }
  g_ptr_array_unref (self->found);
  self->found = g_steal_pointer (&fresh);
  return TRUE;
}

/**
 * hf_hint_sweep_free:
 * @self: (transfer full): what was found
 *
 * Lets it go.
 */
void
hf_hint_sweep_free (HfHintSweep *self)
{
  for (guint i = 0; i < HF_HINT_N_SOURCES; i++)
    g_free (self->marks[i].version);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

/**
 * hf_hint_sweep_is_worth_keeping:
 * @self: what was found
 *
 * Tells whether there is anything to store for hf_store_hints_keep().
 *
 * Returns: whether something was found, or much was looked through
 */
gboolean
hf_hint_sweep_is_worth_keeping (const HfHintSweep *self)
{
  return self->found->len > 0 || self->anew || self->n_read >= ENOUGH_READ;
}

/**
 * hf_store_hints_look:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR, CANCELLED
 *
 * Looks through notes and words that are new since the last time for what sounds like a
 * complaint that nobody registered, for hf_store_run_async(). It takes the longer the more is
 * new.
 *
 * Returns: (transfer full) (nullable) (type HfHintSweep): what was found
 */
gpointer
hf_store_hints_look (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfHintSweep) self = g_new0 (HfHintSweep, 1);
  g_autoptr (HfComplaintWords) words = hf_store_hints_get_words (session, error);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  if (words == NULL)
    return NULL;
  for (HfHintSource i = 0; i < HF_HINT_N_SOURCES; i++)
    if (!read_mark (session, self, i, hf_complaint_words_get_version (words), error)
        || !look_through (session, self, i, words, error))
      return NULL;
  return self->anew || leave_out_known (session, self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
keep_hint (HfStoreSession *session, const HfComplaintHint *hint, gint64 *n_new, GError **error)
{
  gint64 n_added = 0;
  g_autofree char *day = hf_time_format_date (hint->at);
  gboolean kept = hf_db_execute (
      session->db,
      "INSERT INTO complaint_hint (id, source, source_id, customer_id, staff_id, at, said_on, "
      "state) SELECT $1, $2, $3, c.id, $5, $6, $7, 'open' FROM customer c WHERE c.id = $4 "
      "ON CONFLICT (source, source_id) DO NOTHING",
      HF_DB_VALUES (
          hf_db_integer (hf_id_new ()), hf_db_text (hf_hint_sources[hint->source].name),
          hf_db_integer (hint->source_id), hf_db_integer (hint->customer_id),
          hf_db_reference (hint->staff_id), hf_db_integer (hint->at), hf_db_text (day)),
      &n_added, error);
  *n_new += n_added;
  return kept;
}

static gboolean
keep_mark (HfStoreSession *session, HfHintSource source, const Mark *mark, GError **error)
{
  return hf_db_execute (session->db,
                        "INSERT INTO complaint_hint_mark (source, place, version) "
                        "VALUES ($1, $2, $3) ON CONFLICT (source) DO UPDATE SET "
                        "place = excluded.place, version = excluded.version",
                        HF_DB_VALUES (hf_db_text (hf_hint_sources[source].name),
                                      hf_db_integer (mark->place), hf_db_text (mark->version)),
                        NULL, error);
}

/**
 * hf_store_hints_keep:
 * @session: a session that writes
 * @sweep: what was found
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores what was found and how far it was looked. What was decided stays so; where the list
 * was changed, what nobody has decided and does not sound like a complaint any more is gone.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_hints_keep (HfStoreSession *session, const HfHintSweep *sweep, GError **error)
{
  gint64 n_changed = 0;
  if (sweep->anew
      && !hf_db_execute (session->db, "DELETE FROM complaint_hint WHERE state = 'open'",
                         HF_DB_NO_VALUES, &n_changed, error))
    return FALSE;
  for (guint i = 0; i < sweep->found->len; i++)
    if (!keep_hint (session, sweep->found->pdata[i], &n_changed, error))
      return FALSE;
  for (HfHintSource i = 0; i < HF_HINT_N_SOURCES; i++)
    if (!keep_mark (session, i, &sweep->marks[i], error))
      return FALSE;
  if (n_changed > 0)
    hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return TRUE;
}

/**
 * hf_store_hints_get_words:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what sounds like a complaint: the firm's list, else the one the program comes with.
 *
 * Returns: (transfer full) (nullable): the list
 */
HfComplaintWords *
hf_store_hints_get_words (HfStoreSession *session, GError **error)
{
  g_autofree char *text = NULL;
  if (!hf_store_settings_find (session, HF_SETTING_COMPLAINT_WORDS, &text, error))
    return NULL;
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      text = hf_starter_load_complaint_words ();
    }
  return hf_complaint_words_new (text);
}
