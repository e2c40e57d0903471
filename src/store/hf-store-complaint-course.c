#include "config.h"

#include "hf-complaint.h"
#include "hf-follow-up.h"
#include "hf-store-complaints-private.h"
#include "hf-store-keys-private.h"
#include "hf-store-session-private.h"

static gpointer
course_of_row (HfDbStatement *row)
{
  HfComplaint *self = hf_complaint_new ();
  self->paused = hf_db_statement_get_integer (row, 1);
  if (!hf_db_statement_is_null (row, 2))
    self->follow_up = hf_choice_find_name (hf_follow_up_results,
                                           hf_db_statement_get_text (row, 2));
  self->not_pursued = hf_db_statement_dup_text (row, 3);
  return self;
}

/**
 * hf_complaints_dup_keys:
 * @complaints: (element-type HfComplaint): complaints; some may be %NULL
 *
 * Lists their keys.
 *
 * Returns: (transfer full): the keys, 0 where there is no complaint
 */
gint64 *
hf_complaints_dup_keys (const GPtrArray *complaints)
{
  gint64 *keys = g_new0 (gint64, complaints->len);
  for (guint i = 0; i < complaints->len; i++)
    if (complaints->pdata[i] != NULL)
      keys[i] = ((const HfComplaint *) complaints->pdata[i])->id;
  return keys;
}

/**
 * hf_complaints_add_course:
 * @session: a session
 * @complaints: (element-type HfComplaint): complaints that were read, each once
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads how complaints were gone on with: their pauses, what the last second follow-up found,
 * and why one that is closed was not pursued.
 *
 * Returns: whether it could be read
 */
gboolean
hf_complaints_add_course (HfStoreSession *session, GPtrArray *complaints, GError **error)
{
  g_autofree gint64 *keys = hf_complaints_dup_keys (complaints);
  gint64 now = hf_store_session_get_now (session);
  g_autoptr (GPtrArray) courses = hf_store_keys_read (
      session,
      "SELECT c.id, (SELECT sum (p.to_at - p.from_at) FROM complaint_pause p "
      "WHERE p.complaint_id = c.id), "
      "(SELECT f.result FROM follow_up f WHERE f.complaint_id = c.id "
      "ORDER BY f.at DESC, f.task_id DESC LIMIT 1), "
      "CASE WHEN c.status = 'closed' THEN (SELECT CASE WHEN s.not_pursued = 1 THEN s.note END "
      "FROM complaint_step s WHERE s.complaint_id = c.id AND s.step = 'closed' "
      "ORDER BY s.at DESC, s.id DESC LIMIT 1) END FROM complaint c WHERE c.id",
      keys, complaints->len, course_of_row, error);
  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      HfComplaint *course = courses->pdata[i], *complaint = complaints->pdata[i];
      if (course == NULL || complaint == NULL)
        continue;
      /* One that lasts ends at 0, and makes the sum less than that; there is one at most. */
      complaint->paused = course->paused < 0 ? MAX (course->paused + now, 0) : course->paused;
      complaint->follow_up = course->follow_up;
      complaint->not_pursued = g_steal_pointer (&course->not_pursued);
    }
  return courses != NULL;
}
