#include "config.h"

#include <glib/gi18n.h>

#include "hf-coded-reason.h"
#include "hf-interview-flow.h"
#include "hf-interview-session-private.h"

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static HfInterviewFile *
new_file (HfGuide *guide, const char *language)
{
  HfInterviewFile *file = g_new0 (HfInterviewFile, 1);
  file->customer = hf_customer_new ();
  file->customer->code = g_strdup ("C0001");
  file->customer->name = g_strdup (_ ("Ms Sample"));
  file->interview = hf_interview_new ();
  file->interview->kind = guide->kind;
  file->interview->language = g_strdup (language);
  file->guide = g_object_ref (guide);
  file->codebook = hf_codebook_new_starter ();
  file->answers = new_table ();
  file->drafts = new_table ();
  file->known = new_list ();
  file->verbatims = new_list ();
  file->reasons = new_list ();
  file->attempts = new_list ();
  file->promises = new_list ();
  file->timeline = new_list ();
  file->grade = HF_LOYALTY_UNKNOWN;
  file->firm = g_strdup (_ ("Sample Company"));
  return file;
}

/**
 * hf_interview_session_new_rehearsal:
 * @guide: a guide
 * @language: in which it is read
 *
 * Makes a call with a customer who does not exist, which is open at once. All is as in a call,
 * but nothing is stored.
 *
 * Returns: (transfer full): the session
 */
HfInterviewSession *
hf_interview_session_new_rehearsal (HfGuide *guide, const char *language)
{
  HfInterviewSession *self = g_object_new (HF_TYPE_INTERVIEW_SESSION, NULL);
  g_autoptr (GHashTable) nothing = new_table ();
  self->file = new_file (guide, language);
  self->question = hf_interview_flow_first_open (guide, nothing);
  self->clock = g_get_monotonic_time ();
  return self;
}

static void
keep_reason (GPtrArray *reasons, const HfCodedReason *reason)
{
  HfCodedReason *kept = hf_coded_reason_copy (reason);
  kept->id = (gint64) reasons->len + 1;
  g_ptr_array_add (reasons, kept);
}

/**
 * hf_interview_session_rehearse:
 * @self: a session that stores nothing
 * @work: what would be stored
 *
 * Does in memory what the store would do, as far as it shows.
 */
void
hf_interview_session_rehearse (HfInterviewSession *self, const HfInterviewWork *work)
{
  GPtrArray *reasons = self->file->reasons;
  if (work->reason != NULL && work->reason->id == 0)
    keep_reason (reasons, work->reason);
  for (guint i = reasons->len; work->removed_reason != 0 && i > 0; i--)
    if (((HfCodedReason *) reasons->pdata[i - 1])->id == work->removed_reason)
      g_ptr_array_remove_index (reasons, i - 1);
}
