#include "config.h"

#include "hf-diagnosis-value.h"

/**
 * hf_diagnosis_loss:
 * @mean_value: a customer's mean value, money
 * @lost: customers lost
 * @friends: (nullable): the friends term; %NULL for off
 *
 * Gives the loss from lost customers: mean value x customers lost, and apart from it what their
 * friends might have bought: lost x friends x conversion x mean value.
 *
 * Source: article 003: loss = mean value x number lost + potential business of 10 friends of
 * each. It gives no formula for the second term; this one is ours.
 *
 * Returns: the two terms, money
 */
HfLoss
hf_diagnosis_loss (double mean_value, guint lost, const HfFriendsTerm *friends)
{
  HfLoss loss = { .customers = mean_value * lost };
  if (friends != NULL && friends->counted)
    loss.friends = loss.customers * friends->friends * friends->conversion;
  return loss;
}

/**
 * hf_diagnosis_lifetime_value:
 * @margin: a customer's yearly margin, money
 * @retention: share of customers who stay from one year to the next, 0 to 1
 * @discount: yearly discount rate, 0 or more
 * @value: (out): the lifetime value, money; 0 where it is refused
 *
 * Gives a customer's lifetime value: margin x retention / (1 + discount - retention).
 *
 * Source: Gupta and Lehmann 2003, Customers as assets, Journal of Interactive Marketing
 * 17(1):9-24: constant margin and retention, without an end, the first margin after a year.
 *
 * Returns: whether retention and discount are in their ranges and the sum has an end
 */
gboolean
hf_diagnosis_lifetime_value (double margin, double retention, double discount, double *value)
{
  *value = 0;
  if (!(retention >= 0 && retention <= 1) || !(discount >= 0) || 1 + discount <= retention)
    return FALSE;
  *value = margin * retention / (1 + discount - retention);
  return TRUE;
}
