#include "config.h"

#include "hf-call-list-words.h"

#include <glib/gi18n.h>

#include "hf-campaign-merge.h"
#include "hf-number-words.h"
#include "hf-outcome.h"
#include "hf-staff.h"
#include "hf-time.h"

/**
 * hf_call_list_words_deadline:
 * @campaign: a call list
 * @today: the present day
 *
 * Says until when a call list is to be done, and how long that is.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where it has no deadline
 */
char *
hf_call_list_words_deadline (const HfCampaign *campaign, const char *today)
{
  if (campaign->deadline_on == NULL)
    return NULL;
  int left = hf_time_days_between (today, campaign->deadline_on);
  if (campaign->state == HF_CAMPAIGN_CLOSED)
    /* Translators: a call list; %s is a day. */
    return g_strdup_printf (_ ("until %s"), campaign->deadline_on);
  if (left == 0)
    return g_strdup (_ ("until today"));
  if (left < 0)
    return g_strdup_printf (
        /* Translators: a call list; %s is the day until which it was to be done. */
        ngettext ("until %s, overdue by %d day", "until %s, overdue by %d days", -left),
        campaign->deadline_on, -left);
  return g_strdup_printf (
      /* Translators: a call list; %s is the day until which it is to be done. */
      ngettext ("until %s, %d day left", "until %s, %d days left", left), campaign->deadline_on,
      left);
}

/**
 * hf_call_list_words_about:
 * @campaign: a call list
 * @today: the present day
 *
 * Says what a call list's calls are about, and until when.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_about (const HfCampaign *campaign, const char *today)
{
  const char *kind = hf_choice_label (hf_interview_kinds, campaign->kind);
  g_autofree char *deadline = hf_call_list_words_deadline (campaign, today);
  if (deadline == NULL)
    return g_strdup (kind);
  /* Translators: what calls are about, and until when. */
  return g_strdup_printf (_ ("%s · %s"), kind, deadline);
}

/**
 * hf_call_list_words_total:
 * @count: how far a call list has come
 *
 * Counts everybody on it.
 *
 * Returns: how many
 */
gint64
hf_call_list_words_total (const HfCampaignCount *count)
{
  return count->n_waiting + count->n_done + count->n_ended;
}

/**
 * hf_call_list_words_progress:
 * @count: how far a call list has come
 *
 * Says how far it has come.
 *
 * Returns: (transfer full): such as "12 of 40 done, 20 wait, 8 ended without an interview"
 */
char *
hf_call_list_words_progress (const HfCampaignCount *count)
{
  g_autofree char *done = hf_number_words_count (count->n_done);
  g_autofree char *total = hf_number_words_count (hf_call_list_words_total (count));
  g_autofree char *waiting = hf_number_words_count (count->n_waiting);
  g_autofree char *ended = hf_number_words_count (count->n_ended);
  if (count->n_ended == 0)
    /* Translators: interviews of a call list: how many are done, of how many, how many wait. */
    return g_strdup_printf (_ ("%s of %s done, %s waiting"), done, total, waiting);
  return g_strdup_printf (
      /* Translators: interviews of a call list: how many are done, of how many, how many wait,
       * and how many were refused, not reached or not needed any more. */
      _ ("%s of %s done, %s waiting, %s ended without an interview"), done, total, waiting,
      ended);
}

/**
 * hf_call_list_words_quota:
 * @campaign: a call list
 *
 * Says how many interviews of each class are enough.
 *
 * Returns: (transfer full) (nullable): such as "Enough: A 20, C 5"; %NULL where all are called
 */
char *
hf_call_list_words_quota (const HfCampaign *campaign)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    if (campaign->quota[i] != 0)
      g_string_append_printf (parts, "%s%s %u",
                              /* Translators: between the names of a list. */
                              parts->len > 0 ? C_ ("list", ", ") : "",
                              hf_choice_label (hf_loyalty_classes, i), campaign->quota[i]);
  if (parts->len == 0)
    return NULL;
  /* Translators: how many interviews of each class a call list needs, such as "A 20, C 5". */
  return g_strdup_printf (_ ("Enough: %s"), parts->str);
}

/**
 * hf_call_list_words_task:
 * @task: a customer on a call list
 *
 * Says how it stands with one customer of a call list.
 *
 * Returns: (transfer full): such as "Waiting · 2 attempts, last: No answer"
 */
char *
hf_call_list_words_task (const HfCallTask *task)
{
  const char *state = hf_choice_label (hf_call_task_states, task->state);
  const HfOutcome *outcome = task->last_outcome != NULL ? hf_outcome_find (task->last_outcome)
                                                        : NULL;
  g_autofree char *times = g_strdup_printf (
      ngettext ("%d attempt", "%d attempts", task->attempts), (int) task->attempts);
  if (task->attempts == 0)
    return g_strdup (state);
  if (outcome == NULL)
    return g_strdup_printf (_ ("%s · %s"), state, times);
  /* Translators: how it stands with a customer, how often called, how the last call ended. */
  return g_strdup_printf (_ ("%s · %s, last: %s"), state, times, hf_outcome_label (outcome));
}

/**
 * hf_call_list_words_called:
 * @preview: whom a rule picks
 *
 * Says how many would be called.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_called (const HfCampaignPreview *preview)
{
  g_autofree char *count = hf_number_words_count (preview->n_called);
  return g_strdup_printf (
      ngettext ("%s customer will be called", "%s customers will be called", preview->n_called),
      count);
}

/**
 * hf_call_list_words_left_out:
 * @preview: whom a rule picks
 *
 * Says how many of them would not be called, and why.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where all would
 */
char *
hf_call_list_words_left_out (const HfCampaignPreview *preview)
{
  g_autofree char *blocked_count = hf_number_words_count (preview->n_blocked);
  g_autofree char *waiting_count = hf_number_words_count (preview->n_waiting);
  g_autofree char *blocked = g_strdup_printf (_ ("%s must not be called"), blocked_count);
  g_autofree char *waiting = g_strdup_printf (_ ("%s already wait for this kind of call"),
                                              waiting_count);
  if (preview->n_blocked == 0 && preview->n_waiting == 0)
    return NULL;
  if (preview->n_waiting == 0)
    return g_steal_pointer (&blocked);
  if (preview->n_blocked == 0)
    return g_steal_pointer (&waiting);
  return g_strdup_printf (_ ("%s · %s"), blocked, waiting);
}

/**
 * hf_call_list_words_classes:
 * @preview: whom a rule picks
 *
 * Counts those who would be called by class.
 *
 * Returns: (transfer full): such as "A 3 · B 10 · C 2 · no class 25"
 */
char *
hf_call_list_words_classes (const HfCampaignPreview *preview)
{
  g_autofree char *a = hf_number_words_count (preview->classes[HF_LOYALTY_A]);
  g_autofree char *b = hf_number_words_count (preview->classes[HF_LOYALTY_B]);
  g_autofree char *c = hf_number_words_count (preview->classes[HF_LOYALTY_C]);
  g_autofree char *unknown = hf_number_words_count (preview->classes[HF_LOYALTY_UNKNOWN]);
  /* Translators: numbers of customers by class. */
  return g_strdup_printf (_ ("A %s · B %s · C %s · no class %s"), a, b, c, unknown);
}

/**
 * hf_call_list_words_made:
 * @n_called: how many are on a new call list
 *
 * Says that a call list was made.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_made (gint64 n_called)
{
  g_autofree char *count = hf_number_words_count (n_called);
  return g_strdup_printf (ngettext ("Call list made: %s customer waits",
                                    "Call list made: %s customers wait", n_called),
                          count);
}

/**
 * hf_call_list_words_chosen:
 * @n_chosen: how many customers
 *
 * Says of whom a call list is made.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_chosen (gint64 n_chosen)
{
  g_autofree char *count = hf_number_words_count (n_chosen);
  return g_strdup_printf (ngettext ("%s customer chosen in the list of customers",
                                    "%s customers chosen in the list of customers", n_chosen),
                          count);
}

/**
 * hf_call_list_words_rates:
 * @share: a part of a call list
 *
 * Says its rates by AAPOR's standard.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_rates (const HfCampaignShare *share)
{
  HfCallRates rates;
  hf_campaign_share_get_rates (share, &rates);
  if (rates.contact == 0)
    return g_strdup (_ ("nobody reached yet"));
  return hf_number_words_rates (rates.response, rates.contact, rates.refusal);
}

/**
 * hf_call_list_words_whose:
 * @share: what one member of staff calls
 *
 * Says who calls.
 *
 * Returns: (transfer full): the words
 */
char *
hf_call_list_words_whose (const HfCampaignShare *share)
{
  return g_strdup (share->staff != NULL ? share->staff : _ ("Nobody yet: whoever is free"));
}

static char *
staff_names (const HfCampaign *campaign, GPtrArray *staff)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < staff->len; i++)
    for (guint j = 0; j < campaign->staff->len; j++)
      if (((HfStaff *) staff->pdata[i])->id == g_array_index (campaign->staff, gint64, j))
        g_ptr_array_add (names, ((HfStaff *) staff->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list. */
  return names->len > 1 ? g_strjoinv (C_ ("list", ", "), (char **) names->pdata)
                        : g_strdup (_ ("everybody"));
}

static void
add_clash (GString *lines, const char *what, const char *mine, const char *theirs)
{
  g_string_append_c (lines, '\n');
  /* Translators: a field of a call list, what is in the form, and what a colleague stored. */
  g_string_append_printf (lines, C_ ("call list", "%s: yours “%s”, theirs “%s”"), what,
                          mine != NULL ? mine : _ ("none"),
                          theirs != NULL ? theirs : _ ("none"));
}

static void
add_quota_clash (GString *lines, HfLoyaltyClass grade, guint mine, guint theirs)
{
  g_autofree char *ours = g_strdup_printf ("%u", mine), *other = g_strdup_printf ("%u", theirs);
  add_clash (lines, hf_choice_label (hf_loyalty_classes, grade), ours, other);
}

/**
 * hf_call_list_words_clashes:
 * @mine: a call list as it is in the form
 * @theirs: as somebody else stored it meanwhile
 * @clashes: #HfCampaignPart flags: what both changed
 * @staff: (element-type HfStaff): the staff
 *
 * Says what is to be decided.
 *
 * Returns: (transfer full): a sentence, and a line for each part
 */
char *
hf_call_list_words_clashes (const HfCampaign *mine, const HfCampaign *theirs, guint clashes,
                            GPtrArray *staff)
{
  GString *lines = g_string_new (_ (
      "Somebody else changed this call list meanwhile, and not as you did. Which shall hold?"));
  if ((clashes & HF_CAMPAIGN_NAME) != 0)
    add_clash (lines, _ ("Name"), mine->name, theirs->name);
  if ((clashes & HF_CAMPAIGN_DEADLINE) != 0)
    add_clash (lines, _ ("Deadline"), mine->deadline_on, theirs->deadline_on);
  if ((clashes & HF_CAMPAIGN_STAFF) != 0)
    {
      g_autofree char *ours = staff_names (mine, staff), *other = staff_names (theirs, staff);
      add_clash (lines, _ ("Who calls"), ours, other);
    }
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    if ((clashes & HF_CAMPAIGN_QUOTA_OF (i)) != 0)
      add_quota_clash (lines, i, mine->quota[i], theirs->quota[i]);
  return g_string_free (lines, FALSE);
}
