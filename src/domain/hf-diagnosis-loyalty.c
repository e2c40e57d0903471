#include "config.h"

#include "hf-diagnosis-loyalty.h"

#include <glib/gi18n.h>

#include "hf-amount.h"

const HfChoice hf_loyalty_classes[] = {
  [HF_LOYALTY_A] = { "a", NC_ ("choice", "Class A") },
  [HF_LOYALTY_B] = { "b", NC_ ("choice", "Class B") },
  [HF_LOYALTY_C] = { "c", NC_ ("choice", "Class C") },
  [HF_LOYALTY_UNKNOWN] = { "unknown", NC_ ("choice", "No class") },
  { NULL, NULL },
};

/* Whole numbers, so that exactly 80 % is A and exactly 20 % is B. */
static HfLoyaltyClass
grade (gint64 amount, gint64 need)
{
  gint64 fifth_down = need / 5;
  gint64 fifth_up = fifth_down + (need % 5 != 0);
  if (amount >= need - fifth_down)
    return HF_LOYALTY_A;
  return amount >= fifth_up ? HF_LOYALTY_B : HF_LOYALTY_C;
}

/**
 * hf_diagnosis_loyalty:
 * @amount: what the customer bought from us, thousandths
 * @need: what the customer needs in all, thousandths; may be %HF_AMOUNT_UNKNOWN
 *
 * Gives the share of need: bought from us / needed; class A from 80 % up, B from 20 % up, C
 * below. More returned than bought counts as nothing bought.
 *
 * Source: article 004: loyalty = volume bought from us this month / actual need x 100 %.
 *
 * Returns: the share and its class; no class where the need is 0, negative or unknown, or the
 *   amount is unknown
 */
HfLoyalty
hf_diagnosis_loyalty (gint64 amount, gint64 need)
{
  if (amount == HF_AMOUNT_UNKNOWN || need == HF_AMOUNT_UNKNOWN || need <= 0)
    return (HfLoyalty){ .grade = HF_LOYALTY_UNKNOWN };
  gint64 bought = MAX (amount, 0);
  return (HfLoyalty){
    .grade = grade (bought, need),
    .share = bought >= need ? 1 : (double) bought / (double) need,
    .over = bought > need,
  };
}
