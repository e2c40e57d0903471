#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-coded-reason.h"
#include "hf-customer.h"
#include "hf-import-job-private.h"
#include "hf-store-customers.h"
#include "hf-store-reasons.h"
#include "hf-text.h"
#include "hf-time.h"

/* The code of whatever no code is for, with the words as evidence. */
#define OTHER "other"

/* Ours is kept where both have something. */
static gboolean
is_kept (const char *name)
{
  return strcmp (name, "note") == 0;
}

static gboolean
is_merged_apart (const char *name)
{
  return g_str_has_prefix (name, "reason") || strcmp (name, "tags") == 0
         || g_str_has_prefix (name, "do_not_call");
}

static gboolean
has_tag (GStrv tags, const char *tag)
{
  g_autofree char *wanted = hf_text_fold (tag);
  for (gsize i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *folded = hf_text_fold (tags[i]);
      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds the tags that are new; none is taken away. */
static gboolean
add_tags (HfCustomer *customer, const char *given)
{
  g_auto (GStrv) ours = g_strsplit (customer->tags != NULL ? customer->tags : "", ",", -1);
  g_auto (GStrv) theirs = g_strsplit (given != NULL ? given : "", ",", -1);
  g_autoptr (GString) tags = g_string_new (customer->tags);
  for (gsize i = 0; theirs[i] != NULL; i++)
    {
      g_autofree char *tag = hf_text_trim (theirs[i]);
      if (tag != NULL && !has_tag (ours, tag))
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? "," : "", tag);
    }
  return hf_text_set (&customer->tags, tags->str);
}

/* Do-not-call wins: a file can set it, and never take it back; nor does it say why and since
 * when, where we know. */
static gboolean
add_refusal (HfCustomer *customer, const HfCustomer *given)
{
  if (!given->do_not_call)
    return FALSE;
  if (!customer->do_not_call)
    {
      hf_customer_take_refusal (customer, given);
      return TRUE;
    }
  if (customer->do_not_call_reason != NULL || given->do_not_call_reason == NULL)
    return FALSE;
  return hf_text_set (&customer->do_not_call_reason, given->do_not_call_reason);
}

/* Who is a customer again is not lost on any day; who was lost on a day is lost. */
static void
settle_loss (HfCustomer *customer, gboolean status_given, gboolean lost_on_given)
{
  gboolean with_us = customer->status == HF_CUSTOMER_ACTIVE
                     || customer->status == HF_CUSTOMER_AT_RISK;
  if (with_us && status_given && !lost_on_given)
    g_clear_pointer (&customer->lost_on, g_free);
  else if (with_us && customer->lost_on != NULL && !status_given)
    customer->status = HF_CUSTOMER_LOST;
}

static void
settle_loss_of_row (HfCustomer *customer, const HfImportRow *row)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  settle_loss (customer, hf_import_is_given (row, fields, n_fields, "status"),
               hf_import_is_given (row, fields, n_fields, "lost_on"));
}

/* Whether a field of the file replaces ours. */
static gboolean
is_taken (const HfField *field, const HfCustomer *customer, HfImportPolicy policy)
{
  if (is_merged_apart (field->name) || strcmp (field->name, "code") == 0)
    return FALSE;
  return (policy == HF_IMPORT_OVERWRITE && !is_kept (field->name))
         || !hf_field_is_set (field, customer);
}

static gboolean
merge (HfCustomer *customer, const HfImportRow *row, HfImportPolicy policy)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfCustomer *given = row->record;
  gboolean changed = FALSE;
  for (gsize i = 0; i < n_fields; i++)
    if ((row->given >> i & 1) && is_taken (&fields[i], customer, policy))
      changed |= hf_import_take_field (&fields[i], customer, given);
  changed |= add_tags (customer, given->tags);
  changed |= add_refusal (customer, given);
  if (changed && policy == HF_IMPORT_OVERWRITE)
    settle_loss_of_row (customer, row);
  return changed;
}

/* A code's id, or its name in any language; remembered, for finding a name takes long. */
static const char *
find_code (HfImportRun *self, const char *text)
{
  gpointer known;
  if (text == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->codes, text, NULL, &known))
    return known;
  const HfCode *code = hf_codebook_find_by_name (self->codebook, text);
  g_hash_table_insert (self->codes, g_strdup (text), code != NULL ? (gpointer) code->id : NULL);
  return code != NULL ? code->id : NULL;
}

static HfCodedReason *
make_reason (const HfCustomer *customer, gint64 now)
{
  HfCodedReason *reason = hf_coded_reason_new ();
  reason->customer_id = customer->id;
  reason->rank = HF_REASON_PRIMARY;
  reason->basis = HF_REASON_RECORDED;
  reason->quote_start = -1;
  /* Reports of the time in which a customer was lost count why. */
  reason->at = customer->lost_on != NULL ? hf_time_start_of_day (customer->lost_on) : now;
  return reason;
}

static HfImportFate
keep_reason (HfImportRun *self, const HfCustomer *customer, gboolean is_new, const char *code,
             const char *quote, GError **error)
{
  g_autoptr (HfCodedReason) reason = NULL;
  if (!is_new)
    reason = hf_store_reasons_find_recorded (self->session, customer->id, NULL);
  gboolean known = reason != NULL;
  if (!known)
    reason = make_reason (customer, hf_store_session_get_now (self->session));
  gboolean changed = hf_text_set (&reason->code, code);
  if (quote != NULL)
    changed |= hf_text_set (&reason->quote, quote);
  if (!changed)
    return HF_IMPORT_SKIPPED;
  if (!hf_store_reasons_save (self->session, reason, error))
    return HF_IMPORT_FAILED;
  return known ? HF_IMPORT_UPDATED : HF_IMPORT_CREATED;
}

static HfImportFate
import_reason (HfImportRun *self, const HfCustomer *customer, gboolean is_new,
               const HfCustomer *given, GError **error)
{
  const char *words = given->reason_words;
  if (given->reason == NULL && words == NULL)
    return HF_IMPORT_SKIPPED;
  const char *code = find_code (self, given->reason);
  if (code == NULL)
    return keep_reason (self, customer, is_new, OTHER, words != NULL ? words : given->reason,
                        error);
  /* A code's name is no evidence for it. */
  return keep_reason (self, customer, is_new, code,
                      g_strcmp0 (words, given->reason) != 0 ? words : NULL, error);
}

/* Who does not want to be called is not called under another code either. */
static void
keep_refusal (HfImportRun *self, const HfImportRow *row, const char *phone_digits)
{
  HfCustomer *customer = row->record;
  const char *code = phone_digits != NULL ? g_hash_table_lookup (self->refusals, phone_digits)
                                          : NULL;
  if (code == NULL || customer->do_not_call)
    return;
  g_autofree char *why = g_strdup_printf (
      /* Translators: the code of another customer. */
      _ ("customer %s has this phone and does not want to be called"), code);
  customer->do_not_call = TRUE;
  hf_text_set (&customer->do_not_call_reason, why);
  hf_import_result_keep (self->result, row->number, "do_not_call", why);
}

static void
note_refusal (HfImportRun *self, const HfCustomer *customer, const char *phone_digits)
{
  if (customer->do_not_call && phone_digits != NULL
      && !g_hash_table_contains (self->refusals, phone_digits))
    g_hash_table_insert (self->refusals, g_strdup (phone_digits), g_strdup (customer->code));
}

static HfImportFate
create (HfImportRun *self, const HfImportRow *row, const HfCustomerKeys *keys, GError **error)
{
  HfCustomer *customer = row->record;
  settle_loss_of_row (customer, row);
  keep_refusal (self, row, keys->phone_digits);
  if (!hf_store_customers_insert (self->session, customer, keys, error)
      || !hf_import_custom_add (self->custom, self->session, customer->id, row, error)
      || import_reason (self, customer, TRUE, customer, error) == HF_IMPORT_FAILED)
    return HF_IMPORT_FAILED;
  hf_import_known_add (self->known, customer, self->looks_for_alike ? keys : NULL);
  note_refusal (self, customer, keys->phone_digits);
  return HF_IMPORT_CREATED;
}

/* CODE-2, CODE-3 ...: the first that nobody has. */
static gboolean
take_free_code (HfImportRun *self, HfCustomer *customer, GError **error)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%u", customer->code, i);
      gint64 id = 0;
      if (!hf_store_customers_find_id (self->session, code, &id, error))
        return FALSE;
      if (id == 0 && hf_import_known_find (self->known, code) == NULL)
        {
          hf_text_set (&customer->code, code);
          return TRUE;
        }
    }
}

static HfImportFate
create_beside (HfImportRun *self, const HfImportRow *row, HfImportLikeness likeness,
               GError **error)
{
  if (likeness != HF_IMPORT_SAME_CODE)
    return create (self, row, self->prepared, error);
  if (!take_free_code (self, row->record, error))
    return HF_IMPORT_FAILED;
  g_autoptr (HfCustomerKeys) keys = hf_customer_keys_new (row->record);
  return create (self, row, keys, error);
}

static HfImportFate
update (HfImportRun *self, HfCustomer *known, const HfImportRow *row, HfImportPolicy policy,
        GError **error)
{
  g_autoptr (HfCustomer) before = hf_customer_copy (known);
  gboolean changed = merge (known, row, policy);
  /* The file's day of loss may lie before the day of joining that we know, or the reverse. */
  self->field = "lost_on";
  if (changed && !hf_store_customers_update (self->session, before, known, error))
    {
      hf_customer_assign (known, before);
      return HF_IMPORT_FAILED;
    }
  if (!hf_import_custom_merge (self->custom, self->session, known->id, row, policy, &changed,
                               error))
    return HF_IMPORT_FAILED;
  HfImportFate reason = HF_IMPORT_SKIPPED;
  if (policy == HF_IMPORT_OVERWRITE || before->reason == NULL)
    reason = import_reason (self, known, FALSE, row->record, error);
  if (reason == HF_IMPORT_FAILED)
    return HF_IMPORT_FAILED;
  return changed || reason != HF_IMPORT_SKIPPED ? HF_IMPORT_UPDATED : HF_IMPORT_SKIPPED;
}

static HfCustomer *
find_alike (HfImportRun *self, const HfCustomer *given, HfImportLikeness *likeness)
{
  HfCustomer *customer = hf_import_known_find (self->known, given->code);
  *likeness = HF_IMPORT_SAME_CODE;
  return customer != NULL || !self->looks_for_alike
             ? customer
             : hf_import_known_find_alike (self->known, self->prepared, likeness);
}

static void
note_duplicate (HfImportRun *self, const HfImportRow *row, const HfCustomer *known,
                HfImportLikeness likeness, HfImportPolicy policy)
{
  HfImportDuplicate *duplicate = g_new0 (HfImportDuplicate, 1);
  duplicate->row = row->number;
  duplicate->likeness = likeness;
  duplicate->policy = policy;
  duplicate->title = g_strdup (hf_customer_title (row->record));
  duplicate->known_id = known->id;
  duplicate->known_code = g_strdup (known->code);
  duplicate->known_title = g_strdup (hf_customer_title (known));
  duplicate->in_file = known->id > self->first_id;
  hf_import_result_add_duplicate (self->result, duplicate);
}

/**
 * hf_import_customer:
 * @self: an import
 * @row: a row with a customer
 * @error: (nullable): %HF_FIELD_ERROR where the row is rejected, %HF_STORE_ERROR
 *
 * Stores a customer, or what a file says of one who is known, as the request's policy for the
 * likeness wants it. Tags are added, a note and do-not-call are kept.
 *
 * Returns: what became of it
 */
HfImportFate
hf_import_customer (HfImportRun *self, const HfImportRow *row, GError **error)
{
  HfImportLikeness likeness;
  HfCustomer *known = find_alike (self, row->record, &likeness);
  if (known == NULL)
    return create (self, row, self->prepared, error);
  HfImportPolicy policy = hf_import_request_get_policy (self->request, row->number, likeness);
  note_duplicate (self, row, known, likeness, policy);
  switch (policy)
    {
    case HF_IMPORT_OVERWRITE:
    case HF_IMPORT_FILL:
      return update (self, known, row, policy, error);
    case HF_IMPORT_ADD:
      return create_beside (self, row, likeness, error);
    case HF_IMPORT_SKIP:
    default:
      return HF_IMPORT_SKIPPED;
    }
}
