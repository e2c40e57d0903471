#include "config.h"

#include "hf-customer-closures.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-number-words.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-time.h"

/* A year evens out what is bought in seasons. */
#define LOYALTY_MONTHS 12

/**
 * hf_customer_words_selected:
 * @count: how many customers
 *
 * Says how many are selected.
 *
 * Returns: (transfer full): such as "1,869 selected"
 */
char *
hf_customer_words_selected (gint64 count)
{
  g_autofree char *number = hf_number_words_count (count);
  /* Translators: %s is how many customers, with the thousands apart. */
  return g_strdup_printf (ngettext ("%s selected", "%s selected", count), number);
}

static char *
queued_words (const HfBatch *batch)
{
  g_autofree char *number = hf_number_words_count (batch->n_done);
  if (batch->n_done == 0)
    return g_strdup (_ ("Nobody was put into the call queue"));
  /* Translators: %s is how many customers. */
  return g_strdup_printf (ngettext ("%s customer was put into the call queue",
                                    "%s customers were put into the call queue", batch->n_done),
                          number);
}

static char *
add_refused (const HfBatch *batch, const char *words)
{
  g_autofree char *number = hf_number_words_count (batch->n_refused);
  g_autofree char *refused = g_strdup_printf (
      /* Translators: %s is how many customers. */
      ngettext ("%s asked not to be called", "%s asked not to be called", batch->n_refused),
      number);
  /* Translators: what was done; how many it was not done with. */
  return batch->n_refused > 0 ? g_strdup_printf (C_ ("batch", "%s; %s"), words, refused)
                              : g_strdup (words);
}

/**
 * hf_customer_words_batch:
 * @batch: what came of an act with many customers
 * @text: (nullable): the tag or the account manager's name
 *
 * Says what was done with many customers.
 *
 * Returns: (transfer full): such as "12 customers were put into the call queue; 2 asked not to
 * be called"
 */
char *
hf_customer_words_batch (const HfBatch *batch, const char *text)
{
  g_autofree char *number = hf_number_words_count (batch->n_done);
  g_autofree char *queued = batch->kind == HF_BATCH_QUEUE ? queued_words (batch) : NULL;
  if (queued != NULL)
    return add_refused (batch, queued);
  if (batch->kind == HF_BATCH_TAG)
    /* Translators: how many customers, and a tag. */
    return g_strdup_printf (ngettext ("%s customer got the tag “%s”",
                                      "%s customers got the tag “%s”", batch->n_done),
                            number, text);
  /* Translators: how many customers, and a name. */
  return g_strdup_printf (
      ngettext ("%s customer is now with %s", "%s customers are now with %s", batch->n_done),
      number, text);
}

/**
 * hf_customer_words_cell:
 * @field: a field of a customer, also a custom one
 * @record: the record that has it
 *
 * Says what a column of the list shows.
 *
 * Returns: (transfer full): the value in one line, empty where it is not known
 */
char *
hf_customer_words_cell (const HfField *field, gconstpointer record)
{
  gconstpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  g_autofree char *text = hf_field_dup_text (field, record);
  if (hf_text_is_blank (text))
    return g_strdup ("");
  if (field->kind == HF_FIELD_AMOUNT)
    return hf_number_words_amount (*(const gint64 *) place, NULL);
  if (field->kind == HF_FIELD_CHOICE)
    return g_strdup (hf_choice_label (field->choices, *(const int *) place));
  if (field->kind == HF_FIELD_ZONE)
    return g_strdup (hf_time_zone_label (text));
  /* What is not so needs no word in every row. */
  if (field->kind == HF_FIELD_FLAG)
    return g_strdup (*(const gboolean *) place ? hf_field_label (field) : "");
  return g_strdelimit (g_steal_pointer (&text), "\n", ' ');
}

/**
 * hf_customer_words_place:
 * @customer: a customer
 *
 * Says where a customer belongs, for the second line of a list.
 *
 * Returns: (transfer full): branch and account manager, as far as they are known
 */
char *
hf_customer_words_place (const HfCustomer *customer)
{
  if (customer->branch != NULL && customer->account_manager != NULL)
    /* Translators: a branch, then the account manager there. */
    return g_strdup_printf (_ ("%s · %s"), customer->branch, customer->account_manager);
  if (customer->branch != NULL)
    return g_strdup (customer->branch);
  return g_strdup (customer->account_manager != NULL ? customer->account_manager : "");
}

/**
 * hf_customer_words_subtitle:
 * @customer: a customer
 *
 * Gives what stands under a customer's name.
 *
 * Returns: (transfer full): the code, and the company where the title is not the company
 */
char *
hf_customer_words_subtitle (const HfCustomer *customer)
{
  if (customer->name == NULL && customer->company == NULL)
    return g_strdup ("");
  if (customer->name == NULL || customer->company == NULL)
    return g_strdup (customer->code);
  /* Translators: a customer's code, then the company they belong to. */
  return g_strdup_printf (C_ ("customer", "%s · %s"), customer->code, customer->company);
}

/**
 * hf_customer_words_lost_on:
 * @customer: a customer who was lost
 *
 * Says when a customer was lost.
 *
 * Returns: (transfer full): a day, or that it is not known
 */
char *
hf_customer_words_lost_on (const HfCustomer *customer)
{
  return g_strdup (customer->lost_on != NULL ? customer->lost_on
                                             : C_ ("lost on", "day not known"));
}

/**
 * hf_customer_words_since:
 * @customer: a customer
 *
 * Says what matters most beside a customer's name: when a lost one was lost, else what the
 * customer is worth in a year.
 *
 * Returns: (transfer full): a day or an amount; empty where neither is known
 */
char *
hf_customer_words_since (const HfCustomer *customer)
{
  if (customer->status == HF_CUSTOMER_LOST)
    return hf_customer_words_lost_on (customer);
  if (customer->annual_value == HF_AMOUNT_UNKNOWN)
    return g_strdup ("");
  g_autofree char *amount = hf_number_words_amount (customer->annual_value, NULL);
  /* Translators: what a customer is worth in a year, an amount. */
  return g_strdup_printf (_ ("%s a year"), amount);
}

/**
 * hf_customer_words_count:
 * @count: how many customers a list has
 * @narrowed: whether others were left out
 *
 * Says how many a list shows.
 *
 * Returns: (transfer full): such as "1,869 customers found"
 */
char *
hf_customer_words_count (guint count, gboolean narrowed)
{
  g_autofree char *number = hf_number_words_count (count);
  if (narrowed)
    /* Translators: %s is a number, with its thousands apart. */
    return g_strdup_printf (ngettext ("%s customer found", "%s customers found", count),
                            number);
  /* Translators: %s is a number, with its thousands apart. */
  return g_strdup_printf (ngettext ("%s customer", "%s customers", count), number);
}

/**
 * hf_customer_words_count_of_many:
 * @most: how many a list shows so far
 *
 * Says that a list has more than it shows yet.
 *
 * Returns: (transfer full): such as "Over 100 customers found"
 */
char *
hf_customer_words_count_of_many (guint most)
{
  g_autofree char *number = hf_number_words_count (most);
  /* Translators: %s is a number, with its thousands apart. */
  return g_strdup_printf (_ ("Over %s customers found"), number);
}

/* Such as "2025-01 to 2025-12"; days within their months are left out. */
static char *
span_words (const HfPeriod *period)
{
  g_autofree char *from = period->from != NULL ? g_strndup (period->from, 7) : NULL;
  g_autofree char *to = period->to != NULL ? g_strndup (period->to, 7) : NULL;
  if (from == NULL && to == NULL)
    return g_strdup (C_ ("span", "at any time"));
  if (from == NULL)
    /* Translators: a month. */
    return g_strdup_printf (C_ ("span", "until %s"), to);
  if (to == NULL)
    /* Translators: a month. */
    return g_strdup_printf (C_ ("span", "since %s"), from);
  /* Translators: two months. */
  return g_strdup_printf (C_ ("span", "%s to %s"), from, to);
}

/**
 * hf_customer_words_also:
 * @filter: which customers a list shows
 *
 * Names by what else a list is narrowed than what its chips show.
 *
 * Returns: (transfer full) (nullable): such as "Lost: 2025-01 to 2025-12"; %NULL for nothing
 */
char *
hf_customer_words_also (const HfCustomerFilter *filter)
{
  g_autofree char *lost = filter->lost_within != NULL ? span_words (filter->lost_within) : NULL;
  g_autofree char *learnt = filter->learnt_within != NULL ? span_words (filter->learnt_within)
                                                          : NULL;
  if (!hf_text_is_blank (filter->search))
    /* Translators: %s is what was typed. */
    return g_strdup_printf (_ ("Search: %s"), filter->search);
  if (lost != NULL)
    /* Translators: %s is a span of months in which customers left. */
    return g_strdup_printf (_ ("Lost: %s"), lost);
  if (learnt != NULL)
    /* Translators: %s is a span of months in which reasons were learnt. */
    return g_strdup_printf (_ ("Learnt: %s"), learnt);
  return NULL;
}

/**
 * hf_customer_words_class:
 * @loyalty: a customer's loyalty
 *
 * Says which class a customer is in, and by what share of the need.
 *
 * Returns: (transfer full): such as "Class C · 12 % of the need"
 */
char *
hf_customer_words_class (const HfLoyalty *loyalty)
{
  const char *name = hf_choice_label (hf_loyalty_classes, loyalty->grade);
  if (loyalty->grade == HF_LOYALTY_UNKNOWN)
    return g_strdup (name);
  g_autofree char *share = hf_number_words_percent (loyalty->share);
  /* Translators: a class such as "Class A", then which part of the need is bought from us. */
  return g_strdup_printf (_ ("%s · %s of the need"), name, share);
}

/**
 * hf_customer_words_row:
 * @customer: a customer
 *
 * Says what a row of the list shows, for a screen reader.
 *
 * Returns: (transfer full): title, code, status and what stands beside it
 */
char *
hf_customer_words_row (const HfCustomer *customer)
{
  g_autofree char *since = hf_customer_words_since (customer);
  const char *status = hf_choice_label (hf_customer_statuses, customer->status);
  /* Translators: a customer's name, code, status, and when they were lost or their value. */
  return g_strdup_printf (_ ("%s, %s, %s, %s"), hf_customer_title (customer), customer->code,
                          status, since);
}

/**
 * hf_customer_words_reason:
 * @reason: why a customer left
 *
 * Says how much a reason weighs and what it rests on.
 *
 * Returns: (transfer full): such as "Primary · Customer said · 老张 · 2025-06-03"
 */
char *
hf_customer_words_reason (const HfCodedReason *reason)
{
  const char *rank = hf_choice_label (hf_reason_ranks, reason->rank);
  const char *basis = hf_choice_label (hf_reason_bases, reason->basis);
  g_autofree char *day = hf_time_format_date (reason->at);
  if (reason->coder == NULL)
    /* Translators: primary or contributing, what a reason rests on, a day. */
    return g_strdup_printf (_ ("%s · %s · %s"), rank, basis, day != NULL ? day : "–");
  /* Translators: primary or contributing, what a reason rests on, who coded it, a day. */
  return g_strdup_printf (_ ("%s · %s · %s · %s"), rank, basis, reason->coder,
                          day != NULL ? day : "–");
}

/**
 * hf_customer_words_month:
 * @month: YYYY-MM
 *
 * Names a month as a heading.
 *
 * Returns: (transfer full): such as "June 2025"
 */
char *
hf_customer_words_month (const char *month)
{
  static const char *const months[] = {
    /* Translators: a month as a heading; %d is the year. */
    NC_ ("month", "January %d"), NC_ ("month", "February %d"), NC_ ("month", "March %d"),
    NC_ ("month", "April %d"),   NC_ ("month", "May %d"),      NC_ ("month", "June %d"),
    NC_ ("month", "July %d"),    NC_ ("month", "August %d"),   NC_ ("month", "September %d"),
    NC_ ("month", "October %d"), NC_ ("month", "November %d"), NC_ ("month", "December %d"),
  };
  int year = g_ascii_strtoll (month, NULL, 10);
  gint64 number = g_ascii_strtoll (month + 5, NULL, 10);
  if (number < 1 || number > (gint64) G_N_ELEMENTS (months))
    return g_strdup (month);
  g_autofree char *text = g_strdup (g_dpgettext2 (NULL, "month", months[number - 1]));
  g_autofree char *digits = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (text, "%d", -1);
  return g_strjoinv (digits, parts);
}

/**
 * hf_customer_words_moment:
 * @moment: microseconds since 1970, UTC
 *
 * Writes when something happened; a day without a time where only the day is known.
 *
 * Returns: (transfer full): such as "06-03 14:20" or "06-03"
 */
char *
hf_customer_words_moment (gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  if (text == NULL)
    return g_strdup ("");
  if (g_str_has_suffix (text, " 00:00"))
    return g_strndup (text + 5, 5);
  return g_strdup (text + 5);
}

/**
 * hf_customer_words_purchase:
 * @purchase: a month's purchases
 *
 * Says what was bought in a month, and how much of what was needed.
 *
 * Returns: (transfer full): such as "June 2025: 12,400 of 15,000 needed"
 */
char *
hf_customer_words_purchase (const HfPurchase *purchase)
{
  g_autofree char *month = hf_customer_words_month (purchase->month);
  g_autofree char *amount = hf_number_words_amount (purchase->amount, NULL);
  if (purchase->need == HF_AMOUNT_UNKNOWN)
    /* Translators: a month, and the amount that was bought in it. */
    return g_strdup_printf (_ ("%s: %s"), month, amount);
  g_autofree char *need = hf_number_words_amount (purchase->need, NULL);
  /* Translators: a month, the amount that was bought in it, the amount that was needed. */
  return g_strdup_printf (_ ("%s: %s of %s needed"), month, amount, need);
}

/**
 * hf_customer_words_purchases:
 * @purchases: (element-type HfPurchase): in order of time
 *
 * Says from when to when purchases are known, and what the last were.
 *
 * Returns: (transfer full): the words
 */
char *
hf_customer_words_purchases (const GPtrArray *purchases)
{
  if (purchases->len == 0)
    return g_strdup (_ ("No purchases are known"));
  const HfPurchase *first = g_ptr_array_index (purchases, 0);
  const HfPurchase *last = g_ptr_array_index (purchases, purchases->len - 1);
  g_autofree char *from = hf_customer_words_month (first->month);
  g_autofree char *words = hf_customer_words_purchase (last);
  /* Translators: the first month of which purchases are known; then the last month and what was
   * bought in it. */
  return g_strdup_printf (_ ("Since %s; last %s"), from, words);
}

/**
 * hf_customer_status_class:
 * @status: a status
 *
 * Gives the style in which a status is shown.
 *
 * Returns: a CSS class
 */
const char *
hf_customer_status_class (HfCustomerStatus status)
{
  switch (status)
    {
    case HF_CUSTOMER_AT_RISK:
      return "at-risk";
    case HF_CUSTOMER_LOST:
      return "lost";
    case HF_CUSTOMER_WON_BACK:
      return "won-back";
    case HF_CUSTOMER_ACTIVE:
    default:
      return "active";
    }
}

/**
 * hf_customer_loyalty:
 * @customer: a customer
 * @purchases: (element-type HfPurchase): what they bought, in order of time
 *
 * Grades a customer by the last twelve months of which purchases are known. A month whose need
 * is not known takes the customer's usual one.
 *
 * Returns: the class, unknown where no need is
 */
HfLoyalty
hf_customer_loyalty (const HfCustomer *customer, const GPtrArray *purchases)
{
  gint64 amount = 0, need = 0;
  guint first = purchases->len > LOYALTY_MONTHS ? purchases->len - LOYALTY_MONTHS : 0;
  for (guint i = first; i < purchases->len; i++)
    {
      const HfPurchase *purchase = g_ptr_array_index (purchases, i);
      gint64 needed = purchase->need != HF_AMOUNT_UNKNOWN ? purchase->need : customer->need;
      if (needed == HF_AMOUNT_UNKNOWN)
        continue;
      amount += purchase->amount;
      need += needed;
    }
  return hf_diagnosis_loyalty (amount, need);
}

/**
 * hf_customer_unsaved_advice:
 * @error: why a customer was not saved
 *
 * Says what is safe and what to do.
 *
 * Returns: sentences
 */
const char *
hf_customer_unsaved_advice (const GError *error)
{
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_UNCERTAIN))
    return _ ("The server does not know what became of it. What you typed is still here. Look "
              "at the customer at another desk or in another window, and save again only if "
              "the change is not there.");
  return hf_store_error_advice (error);
}
