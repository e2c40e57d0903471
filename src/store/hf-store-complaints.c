#include "config.h"

#include "hf-store-complaints-private.h"

#include <string.h>

#include "hf-id.h"
#include "hf-store-follow-ups-private.h"
#include "hf-promise-rules.h"
#include "hf-store-closing-private.h"
#include "hf-store-deadlines-private.h"
#include "hf-store-escalations-private.h"
#include "hf-store-hints-private.h"
#include "hf-store-import-images-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-time.h"

static int
choice_of (const HfChoice *choices, HfDbStatement *row, int column)
{
  return hf_choice_read (choices, hf_db_statement_get_text (row, column));
}

/**
 * hf_store_complaint_of_row:
 * @row: a row of %HF_STORE_COMPLAINT_COLUMNS
 *
 * Makes a complaint of a row.
 *
 * Returns: (transfer full): a #HfComplaint
 */
gpointer
hf_store_complaint_of_row (HfDbStatement *row)
{
  HfComplaint *self = hf_complaint_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->number = hf_db_statement_dup_text (row, 2);
  self->received_at = hf_db_statement_get_integer (row, 3);
  self->customer_code = hf_db_statement_dup_text (row, 4);
  self->customer_name = hf_db_statement_dup_text (row, 5);
  self->phone = hf_db_statement_dup_text (row, 6);
  self->channel = choice_of (hf_complaint_channels, row, 7);
  self->category = choice_of (hf_complaint_categories, row, 8);
  self->severity = choice_of (hf_complaint_severities, row, 9);
  self->words = hf_db_statement_dup_text (row, 10);
  self->wish = hf_db_statement_dup_text (row, 11);
  self->branch = hf_db_statement_dup_text (row, 12);
  self->product = hf_db_statement_dup_text (row, 13);
  self->status = MAX (
      0, hf_choice_find_name (hf_complaint_statuses, hf_db_statement_get_text (row, 14)));
  self->due_at = hf_db_statement_get_integer (row, 15);
  self->closed_at = hf_db_statement_get_integer (row, 16);
  self->customer_id = hf_db_statement_get_integer (row, 17);
  self->branch_id = hf_db_statement_get_integer (row, 18);
  self->taken_by_id = hf_db_statement_get_integer (row, 19);
  self->taken_by = hf_db_statement_dup_text (row, 20);
  self->term = hf_choice_find_name (hf_promise_terms, hf_db_statement_get_text (row, 21));
  self->respond_by = hf_db_statement_get_integer (row, 22);
  self->next_word_by = hf_db_statement_get_integer (row, 23);
  self->acknowledged_at = hf_db_statement_get_integer (row, 24);
  self->responded_at = hf_db_statement_get_integer (row, 25);
  self->solved_where = hf_db_statement_dup_text (row, 26);
  self->solved_how = hf_db_statement_dup_text (row, 27);
  self->risk_left = hf_db_statement_dup_text (row, 28);
  self->cost = hf_db_statement_get_amount (row, 29);
  self->word_of_mouth_risk = hf_db_statement_get_integer (row, 30) != 0;
  self->expected = hf_db_statement_get_amount (row, 31);
  self->satisfaction = hf_db_statement_get_amount (row, 32);
  self->clock = hf_choice_find_name (hf_clock_kinds, hf_db_statement_get_text (row, 33));
  self->word_every = hf_db_statement_get_integer (row, 34);
  return self;
}

/**
 * hf_store_complaints_get:
 * @session: a session
 * @id: a complaint's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a complaint.
 *
 * Returns: (transfer full) (nullable): the complaint
 */
HfComplaint *
hf_store_complaints_get (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (HfComplaint) complaint = hf_store_session_get (
      session,
      "SELECT " HF_STORE_COMPLAINT_COLUMNS HF_STORE_COMPLAINT_TABLES " WHERE complaint.id = $1",
      HF_DB_VALUES (hf_db_integer (id)), hf_store_complaint_of_row, error);
  if (complaint == NULL)
    return NULL;
  g_ptr_array_add (found, complaint);
  return hf_escalations_mark (session, found, error) ? g_steal_pointer (&complaint) : NULL;
}

/**
 * hf_store_complaints_find:
 * @session: a session
 * @number: a complaint's number
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads the complaint that has a number.
 *
 * Returns: (transfer full) (nullable): the complaint
 */
HfComplaint *
hf_store_complaints_find (HfStoreSession *session, const char *number, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT " HF_STORE_COMPLAINT_COLUMNS HF_STORE_COMPLAINT_TABLES
                               " WHERE complaint.number = $1",
                               HF_DB_VALUES (hf_db_text (number)), hf_store_complaint_of_row,
                               error);
}

/**
 * hf_store_complaints_find_id:
 * @session: a session
 * @complaint: a complaint that may be stored already
 * @id: (out): the key of the one with its number; where it has none, of one that was received
 *   at the same moment from the same customer in the same words; 0 for none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for a complaint in the register.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_complaints_find_id (HfStoreSession *session, const HfComplaint *complaint, gint64 *id,
                             GError **error)
{
  if (complaint->number != NULL)
    return hf_store_session_count (session, "SELECT id FROM complaint WHERE number = $1",
                                   HF_DB_VALUES (hf_db_text (complaint->number)), id, error);
  return hf_store_session_count (session,
                                 "SELECT max (id) FROM complaint WHERE received_at = $1 "
                                 "AND coalesce (customer_code, '') = coalesce ($2, '') "
                                 "AND coalesce (words, '') = coalesce ($3, '')",
                                 HF_DB_VALUES (hf_db_integer (complaint->received_at),
                                               hf_db_text (complaint->customer_code),
                                               hf_db_text (complaint->words)),
                                 id, error);
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/* The next number of a day: T20260301-003. Some may be another program's, and no numbers. */
static char *
next_number (HfStoreSession *session, gint64 received_at, GError **error)
{
  g_autofree char *day = hf_time_format_date (received_at);
  g_auto (GStrv) parts = g_strsplit (day, "-", -1);
  g_autofree char *prefix = g_strdup_printf ("T%s%s%s-", parts[0], parts[1], parts[2]);
  /* The sign after "-": a range that the index knows, which LIKE does not. */
  g_autofree char *end = g_strdup_printf ("T%s%s%s.", parts[0], parts[1], parts[2]);
  g_autoptr (GPtrArray) taken = hf_store_session_list (
      session, "SELECT number FROM complaint WHERE number >= $1 AND number < $2",
      HF_DB_VALUES (hf_db_text (prefix), hf_db_text (end)), text_of_row, g_free, error);
  if (taken == NULL)
    return NULL;
  gint64 last = 0;
  for (guint i = 0; i < taken->len; i++)
    last = MAX (last, g_ascii_strtoll ((char *) taken->pdata[i] + strlen (prefix), NULL, 10));
  return g_strdup_printf ("%s%03" G_GINT64_FORMAT, prefix, last + 1);
}

#define COMPLAINT_VALUES(complaint, day)                                                       \
  hf_db_integer ((complaint)->id), hf_db_text ((complaint)->number),                           \
      hf_db_reference ((complaint)->customer_id), hf_db_text ((complaint)->customer_code),     \
      hf_db_text ((complaint)->customer_name), hf_db_text ((complaint)->phone),                \
      hf_db_integer ((complaint)->received_at), hf_db_text (day),                              \
      hf_db_text (hf_complaint_channels[(complaint)->channel].name),                           \
      hf_db_text (hf_complaint_categories[(complaint)->category].name),                        \
      hf_db_text (hf_complaint_severities[(complaint)->severity].name),                        \
      hf_db_text ((complaint)->words), hf_db_text ((complaint)->wish),                         \
      hf_db_reference ((complaint)->branch_id), hf_db_text ((complaint)->product),             \
      hf_db_text (hf_complaint_statuses[(complaint)->status].name),                            \
      hf_db_reference ((complaint)->taken_by_id), hf_db_integer ((complaint)->closed_at)

#define RESOLUTION_VALUES(complaint)                                                           \
  hf_db_text ((complaint)->solved_where), hf_db_text ((complaint)->solved_how),                \
      hf_db_text ((complaint)->risk_left), hf_db_amount ((complaint)->cost),                   \
      hf_db_integer ((complaint)->word_of_mouth_risk)

static void
undo_insert (gpointer data)
{
  HfComplaint *complaint = data;
  complaint->id = 0;
  complaint->revision = 0;
}

static void
undo_number (gpointer data)
{
  g_clear_pointer (&((HfComplaint *) data)->number, g_free);
}

static void
undo_update (gpointer data)
{
  ((HfComplaint *) data)->revision--;
}

static gboolean
insert_complaint (HfStoreSession *session, HfComplaint *complaint, const char *day,
                  GError **error)
{
  const HfComplaintMove receipt = { .status = complaint->status,
                                    .staff_id = session->staff_id };
  complaint->id = hf_id_new ();
  hf_store_session_on_undo (session, complaint, undo_insert);
  /* One that comes in at a later step comes from where the customer was heard. */
  if (complaint->acknowledged_at == 0 && complaint->status >= HF_COMPLAINT_ACKNOWLEDGED)
    complaint->acknowledged_at = complaint->received_at;
  if (complaint->number == NULL)
    hf_store_session_on_undo (session, complaint, undo_number);
  if (complaint->number == NULL
      && (complaint->number = next_number (session, complaint->received_at, error)) == NULL)
    return FALSE;
  return hf_deadlines_set (session, complaint, error)
         && hf_db_execute (
             session->db,
             "INSERT INTO complaint (id, number, customer_id, customer_code, customer_name, "
             "phone, received_at, received_on, channel, category, severity, words, wish, "
             "branch_id, product, status, taken_by_id, closed_at, import_id, term, "
             "respond_by, next_word_by, due_at, solved_where, solved_how, risk_left, cost, "
             "word_of_mouth_risk, clock, word_every, acknowledged_at) "
             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, "
             "$17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)",
             HF_DB_VALUES (
                 COMPLAINT_VALUES (complaint, day), hf_db_reference (session->import_id),
                 hf_db_text (complaint->term != HF_COMPLAINT_NO_TERM
                                 ? hf_promise_terms[complaint->term].name
                                 : NULL),
                 hf_db_integer (complaint->respond_by), hf_db_integer (complaint->next_word_by),
                 hf_db_integer (complaint->due_at), RESOLUTION_VALUES (complaint),
                 HF_COMPLAINT_PROMISED_VALUES (complaint),
                 hf_db_integer (complaint->acknowledged_at)),
             NULL, error)
         && hf_complaint_add_step (session, complaint, complaint->received_at, &receipt, error)
         && (complaint->hint_id == 0
             || hf_hints_register (session, complaint->hint_id, complaint->id, error));
}

static gboolean
update_complaint (HfStoreSession *session, HfComplaint *complaint, const char *day,
                  GError **error)
{
  return hf_store_import_images_keep (session, "complaint", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (complaint->id)), error)
         && hf_store_session_update (
             session,
             "UPDATE complaint SET number = $2, customer_id = $3, customer_code = $4, "
             "customer_name = $5, phone = $6, received_at = $7, received_on = $8, channel = "
             "$9, "
             "category = $10, severity = $11, words = $12, wish = $13, branch_id = $14, "
             "product = $15, status = $16, taken_by_id = $17, closed_at = $18, "
             "solved_where = $20, solved_how = $21, risk_left = $22, cost = $23, "
             "word_of_mouth_risk = $24, "
             "revision = revision + 1 WHERE id = $1 AND revision = $19",
             HF_DB_VALUES (COMPLAINT_VALUES (complaint, day),
                           hf_db_integer (complaint->revision), RESOLUTION_VALUES (complaint)),
             error)
         && hf_store_session_log (session, "complaint", complaint->id, "update", NULL, NULL,
                                  NULL, error);
}

/**
 * hf_complaint_store:
 * @session: a session that writes
 * @complaint: a complaint, which may be at another step
 * @error: (nullable): CONFLICT, INVALID ... or %HF_FIELD_ERROR
 *
 * Stores a new or changed complaint, whatever its lock says.
 *
 * Returns: whether it is stored
 */
gboolean
hf_complaint_store (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  if (!hf_complaint_validate (complaint, error)
      || !hf_store_branches_ensure (session, complaint->branch, &complaint->branch_id, error)
      || !hf_complaint_find_taker (session, complaint, error)
      || !hf_complaint_find_customer (session, complaint, error))
    return FALSE;
  g_autofree char *day = hf_time_format_date (complaint->received_at);
  gboolean is_new = complaint->id == 0;
  if (!(is_new ? insert_complaint (session, complaint, day, error)
               : update_complaint (session, complaint, day, error)))
    return FALSE;
  complaint->revision = is_new ? 1 : complaint->revision + 1;
  if (!is_new)
    hf_store_session_on_undo (session, complaint, undo_update);
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return TRUE;
}

/**
 * hf_store_complaints_save:
 * @session: a session that writes
 * @complaint: a complaint; a new one gets its key, a number where it has none, and the customer
 *   who has its customer code
 * @error: (nullable): CONFLICT, INVALID ... or %HF_FIELD_ERROR
 *
 * Stores a new or changed complaint. A new one gets its deadlines by what was promised; saving
 * never moves them. One that is answered or closed has its second follow-up; what is not closed
 * yet cannot be closed so.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_save (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  return hf_closing_check (session, complaint, complaint->status, error)
         && hf_complaint_store (session, complaint, error)
         && hf_follow_ups_open (session, complaint, FALSE, error);
}
