#include "config.h"

#include "hf-timeline-closures.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-consent.h"
#include "hf-customer-closures.h"
#include "hf-customer.h"
#include "hf-interview.h"
#include "hf-locale.h"
#include "hf-outcome.h"
#include "hf-promise.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-time.h"

static const char *
choice_label (const HfChoice *choices, const char *name)
{
  int value = name != NULL ? hf_choice_find_name (choices, name) : -1;
  return value >= 0 ? hf_choice_label (choices, value) : name;
}

static const char *
outcome_label (const char *code)
{
  const HfOutcome *outcome = code != NULL ? hf_outcome_find (code) : NULL;
  return outcome != NULL ? hf_outcome_label (outcome) : code;
}

/* What a field was set to, as people read it. */
static char *
changed_value (const HfField *field, const char *value)
{
  if (field != NULL && field->kind == HF_FIELD_CHOICE)
    return g_strdup (choice_label (field->choices, value));
  if (field != NULL && field->kind == HF_FIELD_FLAG)
    return g_strdup (g_strcmp0 (value, "1") == 0 ? C_ ("choice", "Yes") : C_ ("choice", "No"));
  return g_strdup (field != NULL && field->kind == HF_FIELD_ZONE ? hf_time_zone_label (value)
                                                                 : value);
}

/* A field of the firm's own is named as it was then. */
static const char *
own_name (const HfTimelineEntry *entry)
{
  if (g_strcmp0 (entry->state, "account_manager_history") == 0)
    return C_ ("choice", "Account-manager history");
  return entry->state != NULL ? entry->state : C_ ("choice", "Change");
}

static char *
change_title (const HfTimelineEntry *entry)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfField *field = entry->state != NULL ? hf_field_find (fields, n_fields, entry->state)
                                              : NULL;
  const char *label = field != NULL ? hf_field_label (field) : own_name (entry);
  g_autofree char *value = changed_value (field, entry->words);
  if (hf_text_is_blank (value))
    /* Translators: the name of a field of the customer's file, such as "Phone". */
    return g_strdup_printf (_ ("%s was emptied"), label);
  /* Translators: the name of a field of the customer's file, and what it says now. */
  return g_strdup_printf (_ ("%s is now “%s”"), label, value);
}

static char *
with_state (const HfTimelineEntry *entry, const char *state)
{
  const char *kind = hf_choice_label (hf_timeline_kinds, entry->kind);
  if (hf_text_is_blank (state))
    return g_strdup (kind);
  /* Translators: what happened, such as "Call", and how it ended or what it is about. */
  return g_strdup_printf (C_ ("timeline", "%s: %s"), kind, state);
}

/* A score, and the highest one that could be given where it is known. */
static char *
score_title (const HfTimelineEntry *entry)
{
  g_autofree char *score = hf_amount_format (entry->amount);
  g_autofree char *scale = entry->state != NULL
                               ? hf_amount_format (g_ascii_strtoll (entry->state, NULL, 10))
                               : NULL;
  g_autofree char *both = scale != NULL
                              /* Translators: a score, and the highest one, such as 4 of 5. */
                              ? g_strdup_printf (C_ ("score", "%s of %s"), score, scale)
                              : NULL;
  return with_state (entry, both != NULL ? both : score);
}

static char *
consent_title (const HfTimelineEntry *entry)
{
  const char *purpose = choice_label (hf_consent_purposes, entry->words);
  if (g_strcmp0 (entry->state, "given") == 0)
    /* Translators: %s is a purpose, such as "Recording of calls". */
    return g_strdup_printf (_ ("Consent given: %s"), purpose);
  /* Translators: %s is a purpose, such as "Recording of calls". */
  return g_strdup_printf (_ ("Consent refused or withdrawn: %s"), purpose);
}

static char *
refusal_title (const HfTimelineEntry *entry)
{
  if (g_strcmp0 (entry->state, "1") != 0)
    return g_strdup (_ ("May be called again"));
  if (hf_text_is_blank (entry->words))
    return g_strdup (_ ("Not to be called"));
  /* Translators: %s is why a customer is not to be called. */
  return g_strdup_printf (_ ("Not to be called: %s"), entry->words);
}

/* What an import did with the customer, and whether that still holds. */
static char *
import_title (const HfTimelineEntry *entry)
{
  if (g_strcmp0 (entry->state, "undone") == 0)
    /* Translators: %s is the name of a spreadsheet. */
    return g_strdup_printf (_ ("Import of %s, undone since"), entry->words);
  if (g_strcmp0 (entry->state, "changed") == 0)
    /* Translators: %s is the name of a spreadsheet. */
    return g_strdup_printf (_ ("Changed by the import of %s"), entry->words);
  /* Translators: %s is the name of a spreadsheet. */
  return g_strdup_printf (_ ("Imported from %s"), entry->words);
}

/**
 * hf_timeline_words_title:
 * @entry: something that happened
 * @codebook: (nullable): the names of reasons
 *
 * Says in one line what happened.
 *
 * Returns: (transfer full): such as "Call: no answer"
 */
char *
hf_timeline_words_title (const HfTimelineEntry *entry, HfCodebook *codebook)
{
  g_autofree char *name = NULL;
  switch (entry->kind)
    {
    case HF_TIMELINE_CALL:
      return with_state (entry, outcome_label (entry->state));
    case HF_TIMELINE_INTERVIEW:
      return with_state (entry, choice_label (hf_interview_states, entry->state));
    case HF_TIMELINE_COMPLAINT:
      return with_state (entry, choice_label (hf_complaint_statuses, entry->state));
    case HF_TIMELINE_PROMISE:
      return with_state (entry, choice_label (hf_promise_states, entry->state));
    case HF_TIMELINE_REASON:
      if (codebook != NULL && entry->state != NULL)
        name = hf_codebook_dup_name (codebook, entry->state, hf_locale_get_current ());
      return with_state (entry, name != NULL ? name : entry->state);
    case HF_TIMELINE_MANAGER:
      return with_state (entry, entry->words);
    case HF_TIMELINE_CHANGE:
      return change_title (entry);
    case HF_TIMELINE_SCORE:
      return score_title (entry);
    case HF_TIMELINE_REFERRAL:
      return with_state (entry, entry->words);
    case HF_TIMELINE_OFFER:
      return with_state (entry, choice_label (hf_offer_results, entry->state));
    case HF_TIMELINE_CONSENT:
      return consent_title (entry);
    case HF_TIMELINE_REFUSAL:
      return refusal_title (entry);
    case HF_TIMELINE_IMPORT:
      return import_title (entry);
    case HF_TIMELINE_MERGE:
      /* Translators: %s is a customer's name. */
      return g_strdup_printf (_ ("Merged with %s"), entry->words);
    case HF_TIMELINE_NEED:
    case HF_TIMELINE_PURCHASE:
    default:
      return with_state (entry, NULL);
    }
}

static char *
details_words (const HfTimelineEntry *entry)
{
  if (entry->kind == HF_TIMELINE_CHANGE || entry->kind == HF_TIMELINE_MANAGER
      || entry->kind == HF_TIMELINE_REFERRAL || entry->kind >= HF_TIMELINE_REFUSAL
      || hf_text_is_blank (entry->words))
    return NULL;
  if (entry->kind == HF_TIMELINE_REASON || entry->kind == HF_TIMELINE_COMPLAINT
      || entry->kind == HF_TIMELINE_SCORE || entry->kind == HF_TIMELINE_NEED)
    /* Translators: a customer's own words. */
    return g_strdup_printf (C_ ("quotation", "“%s”"), entry->words);
  return g_strdup (entry->words);
}

/**
 * hf_timeline_words_details:
 * @entry: something that happened
 *
 * Says what was said and by whom it was noted.
 *
 * Returns: (transfer full): the words, perhaps empty
 */
char *
hf_timeline_words_details (const HfTimelineEntry *entry)
{
  g_autofree char *words = details_words (entry);
  if (words == NULL)
    return g_strdup (entry->who != NULL ? entry->who : "");
  if (entry->who == NULL)
    return g_steal_pointer (&words);
  /* Translators: what was said or noted, and the member of staff who noted it. */
  return g_strdup_printf (C_ ("timeline", "%s — %s"), words, entry->who);
}

/**
 * hf_timeline_words_month:
 * @entry: something that happened
 *
 * Names the month of an entry, under which it stands.
 *
 * Returns: (transfer full): such as "June 2025"
 */
char *
hf_timeline_words_month (const HfTimelineEntry *entry)
{
  g_autofree char *day = hf_time_format_date (entry->at);
  return day != NULL ? hf_customer_words_month (day) : g_strdup ("");
}

/**
 * hf_timeline_icon:
 * @entry: something that happened
 *
 * Gives the icon of its kind.
 *
 * Returns: an icon's name
 */
const char *
hf_timeline_icon (const HfTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case HF_TIMELINE_CALL:
      return "hf-call-symbolic";
    case HF_TIMELINE_INTERVIEW:
      return "hf-interview-symbolic";
    case HF_TIMELINE_COMPLAINT:
      return "hf-complaints-symbolic";
    case HF_TIMELINE_PROMISE:
      return "object-select-symbolic";
    case HF_TIMELINE_REASON:
      return "dialog-question-symbolic";
    case HF_TIMELINE_MANAGER:
      return "avatar-default-symbolic";
    case HF_TIMELINE_PURCHASE:
      return "view-list-symbolic";
    case HF_TIMELINE_REFUSAL:
      return "hf-blocked-symbolic";
    case HF_TIMELINE_CONSENT:
      return "dialog-information-symbolic";
    case HF_TIMELINE_IMPORT:
      return "document-open-symbolic";
    case HF_TIMELINE_MERGE:
      return "insert-link-symbolic";
    case HF_TIMELINE_SCORE:
      return "starred-symbolic";
    case HF_TIMELINE_NEED:
      return "user-bookmarks-symbolic";
    case HF_TIMELINE_REFERRAL:
      return "system-users-symbolic";
    case HF_TIMELINE_OFFER:
      return "emblem-favorite-symbolic";
    case HF_TIMELINE_CHANGE:
    default:
      return "hf-edit-symbolic";
    }
}
