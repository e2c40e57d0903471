#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-complaint.h"
#include "hf-import-job-private.h"
#include "hf-store-closing.h"
#include "hf-store-complaints.h"

/* Clocks go differently, and a file may have been written where it is a day later. */
#define DAYS_AHEAD 2

static gboolean
is_past (HfImportRun *self, const HfComplaint *given, GError **error)
{
  gint64 latest = hf_store_session_get_now (self->session) + DAYS_AHEAD * G_TIME_SPAN_DAY;
  if (hf_complaint_check_received (given, latest, error))
    return TRUE;
  self->field = "received_at";
  return FALSE;
}

#define CUSTOMER "customer_code"

/* A complaint that is known already, and what a file says of it. */
typedef struct
{
  HfImportRun *run;
  const HfImportRow *row;
  HfComplaint *complaint;
  HfImportPolicy policy;
  guint furthest;     /* the furthest step it ever reached */
  gboolean is_worked; /* something was promised, or done after the receipt */
} Meeting;

static gboolean
meeting_look (Meeting *self, GError **error)
{
  const HfComplaint *complaint = self->complaint;
  g_autoptr (GPtrArray) steps = hf_store_complaints_list_steps (self->run->session,
                                                                complaint->id, error);
  self->furthest = complaint->status;
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const HfComplaintStep *step = steps->pdata[i];
      int reached = hf_choice_find_name (hf_complaint_statuses, step->step);
      self->furthest = MAX ((int) self->furthest, reached);
    }
  self->is_worked = complaint->respond_by != 0 || complaint->next_word_by != 0
                    || complaint->due_at != 0 || (steps != NULL && steps->len > 1);
  return steps != NULL;
}

static gboolean
is_known (const Meeting *self, const HfField *field)
{
  return hf_field_is_set (field, self->complaint)
         || (strcmp (field->name, CUSTOMER) == 0 && self->complaint->customer_id != 0);
}

/* What clocks, promises and the lock rest on as soon as somebody works on it. */
static gboolean
is_settled (const Meeting *self, const HfField *field)
{
  static const char *const settled[] = { "received_at", "branch", "taken_by", CUSTOMER, NULL };
  return self->is_worked && g_strv_contains (settled, field->name) && is_known (self, field);
}

static void
keep_field (const Meeting *self, const HfField *field)
{
  g_autofree char *given = hf_field_dup_text (field, self->row->record);
  g_autofree char *why = g_strdup_printf (
      /* Translators: what a cell of a spreadsheet says. */
      _ ("“%s” is not taken: the complaint is being worked on here."), given);
  hf_import_result_keep (self->run->result, self->row->number, field->name, why);
}

static gboolean
take_field (const Meeting *self, const HfField *field)
{
  if (self->policy == HF_IMPORT_FILL && is_known (self, field))
    return FALSE;
  if (is_settled (self, field) && hf_import_differs (field, self->complaint, self->row->record))
    {
      keep_field (self, field);
      return FALSE;
    }
  if (!hf_import_take_field (field, self->complaint, self->row->record))
    return FALSE;
  if (strcmp (field->name, CUSTOMER) == 0)
    /* Looked for again by the code, which is another. */
    self->complaint->customer_id = 0;
  return TRUE;
}

static gboolean
merge (const Meeting *self)
{
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  gboolean changed = FALSE;
  for (gsize i = 0; i < n_fields; i++)
    if ((self->row->given >> i & 1) && strcmp (fields[i].name, "status") != 0)
      changed |= take_field (self, &fields[i]);
  return changed;
}

static gboolean
gives_another_status (const Meeting *self)
{
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  const HfComplaint *given = self->row->record;
  return hf_import_is_given (self->row, fields, n_fields, "status")
         && given->status != self->complaint->status;
}

static void
keep_status (const Meeting *self)
{
  const HfComplaint *given = self->row->record;
  g_autofree char *why = g_strdup_printf (
      /* Translators: two steps of a complaint, in the file and here. */
      _ ("“%s” is not followed: the complaint is at “%s” here, and a file never takes it "
         "back."),
      hf_choice_label (hf_complaint_statuses, given->status),
      hf_choice_label (hf_complaint_statuses, self->complaint->status));
  hf_import_result_keep (self->run->result, self->row->number, "status", why);
}

/* A file is no second follow-up; what it brought itself may be history to its end. */
static gboolean
may_close (const Meeting *self, GError **error)
{
  HfClosingLock lock;
  if (!gives_another_status (self)
      || ((const HfComplaint *) self->row->record)->status != HF_COMPLAINT_CLOSED
      || self->complaint->id > self->run->first_id)
    return TRUE;
  if (!hf_store_closing_find_lock (self->run->session, self->complaint->id, &lock, error))
    return FALSE;
  if (lock == HF_CLOSING_FREE)
    return TRUE;
  g_autofree char *words = hf_closing_refusal_words (lock);
  self->run->field = "status";
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID, words);
  return FALSE;
}

/* A step that the file knows of and we do not is a step of the complaint's history; one that it
 * has behind it already, as where it was taken up again, is none. */
static gboolean
follow_status (const Meeting *self, gboolean *changed, GError **error)
{
  const HfComplaint *given = self->row->record;
  if (!gives_another_status (self))
    return TRUE;
  if (given->status != HF_COMPLAINT_CLOSED && given->status <= self->furthest)
    {
      keep_status (self);
      return TRUE;
    }
  *changed = TRUE;
  return hf_store_complaints_move (self->run->session, self->complaint, given->status, NULL,
                                   error);
}

static HfImportFate
update (Meeting *self, GError **error)
{
  if (!meeting_look (self, error) || !may_close (self, error))
    return HF_IMPORT_FAILED;
  gboolean changed = merge (self);
  if ((changed && !hf_store_complaints_save (self->run->session, self->complaint, error))
      || !follow_status (self, &changed, error))
    return HF_IMPORT_FAILED;
  return changed ? HF_IMPORT_UPDATED : HF_IMPORT_SKIPPED;
}

static HfImportFate
create (HfImportRun *self, HfComplaint *complaint, GError **error)
{
  return hf_store_complaints_save (self->session, complaint, error) ? HF_IMPORT_CREATED
                                                                    : HF_IMPORT_FAILED;
}

static const char *
title_of (const HfComplaint *complaint)
{
  return complaint->customer_name != NULL   ? complaint->customer_name
         : complaint->customer_code != NULL ? complaint->customer_code
                                            : complaint->words;
}

static void
note_duplicate (const Meeting *self)
{
  const HfComplaint *given = self->row->record;
  HfImportDuplicate *duplicate = g_new0 (HfImportDuplicate, 1);
  duplicate->row = self->row->number;
  duplicate->likeness = HF_IMPORT_SAME_COMPLAINT;
  duplicate->policy = self->policy;
  duplicate->title = g_strdup (given->number != NULL ? given->number : title_of (given));
  duplicate->known_id = self->complaint->id;
  duplicate->known_code = g_strdup (self->complaint->number);
  duplicate->known_title = g_strdup (title_of (self->complaint));
  duplicate->in_file = self->complaint->id > self->run->first_id;
  hf_import_result_add_duplicate (self->run->result, duplicate);
}

static HfImportFate
meet (Meeting *self, GError **error)
{
  HfComplaint *given = self->row->record;
  note_duplicate (self);
  switch (self->policy)
    {
    case HF_IMPORT_OVERWRITE:
    case HF_IMPORT_FILL:
      return update (self, error);
    case HF_IMPORT_ADD:
      g_clear_pointer (&given->number, g_free);
      return create (self->run, given, error);
    case HF_IMPORT_SKIP:
    default:
      return HF_IMPORT_SKIPPED;
    }
}

/**
 * hf_import_complaint:
 * @self: an import
 * @row: a row with a complaint
 * @error: (nullable): %HF_FIELD_ERROR where the row is rejected, as one that would close a
 *   known complaint against its lock, %HF_STORE_ERROR
 *
 * Stores a complaint, or what a file says of one that is known, as the request's policy wants
 * it. A known one never goes back, and what its clocks rest on stays; the result says where the
 * file had it otherwise.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_complaint (HfImportRun *self, const HfImportRow *row, GError **error)
{
  gint64 id = 0;
  if (!is_past (self, row->record, error))
    return HF_IMPORT_FAILED;
  if (!hf_store_complaints_find_id (self->session, row->record, &id, error))
    return HF_IMPORT_FAILED;
  if (id == 0)
    return create (self, row->record, error);
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (self->session, id, error);
  Meeting meeting = { .run = self,
                      .row = row,
                      .complaint = complaint,
                      .policy = hf_import_request_get_policy (self->request, row->number,
                                                              HF_IMPORT_SAME_COMPLAINT) };
  return complaint != NULL ? meet (&meeting, error) : HF_IMPORT_FAILED;
}
