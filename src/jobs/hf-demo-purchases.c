#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-demo-private.h"
#include "hf-purchase.h"
#include "hf-store-purchases.h"
#include "hf-time.h"

/* Before customers leave they buy less. */
#define FADING_MONTHS 3

static char *
month_before (const char *month)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  g_autofree char *earlier = hf_time_add_days (first, -1);
  return g_strndup (earlier, 7);
}

/* The whole months before this one, the latest first. */
static GStrv
list_months (const HfDemo *self)
{
  GStrv months = g_new0 (char *, HF_DEMO_MONTHS + 1);
  g_autofree char *current = g_strndup (self->today, 7);
  months[0] = month_before (current);
  for (guint i = 1; i < HF_DEMO_MONTHS; i++)
    months[i] = month_before (months[i - 1]);
  return months;
}

/* How much of the usual amount is left, in percent. */
static int
vigour (const HfDemoPerson *person, guint months_ago)
{
  int before_loss = (int) months_ago - person->lost_ago / 30;
  if (person->lost_ago != HF_DEMO_NEVER && before_loss < FADING_MONTHS)
    return 40 + 20 * MAX (before_loss, 0);
  if (person->record->status == HF_CUSTOMER_AT_RISK && months_ago < FADING_MONTHS)
    return 45 + 15 * months_ago;
  return 100;
}

static gboolean
was_customer (HfDemo *self, const HfDemoPerson *person, const char *month)
{
  g_autofree char *joined = hf_demo_dup_day (self, person->joined_ago);
  g_autofree char *lost = hf_demo_dup_day (self, MAX (person->lost_ago, 0));
  return strncmp (joined, month, 7) <= 0
         && (person->lost_ago == HF_DEMO_NEVER || strncmp (month, lost, 7) <= 0);
}

static gboolean
buy (HfDemo *self, const HfDemoPerson *person, const char *month, int percent, GError **error)
{
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  gint64 usual = person->record->annual_value / 12;
  purchase->customer_id = person->record->id;
  purchase->customer_code = g_strdup (person->record->code);
  purchase->month = g_strdup (month);
  purchase->amount = usual / 100 * percent / HF_AMOUNT_UNIT * HF_AMOUNT_UNIT;
  purchase->need = person->record->need;
  return hf_store_purchases_save (self->session, purchase, error);
}

/**
 * hf_demo_make_purchases:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lets everybody buy in the months in which they were customers.
 *
 * Returns: whether that is stored
 */
gboolean
hf_demo_make_purchases (HfDemo *self, GError **error)
{
  g_auto (GStrv) months = list_months (self);
  for (guint i = 0; i < self->people->len; i++)
    for (guint j = 0; j < HF_DEMO_MONTHS; j++)
      {
        const HfDemoPerson *person = self->people->pdata[i];
        /* Drawn whether they buy or not: who buys in which month hangs on the day. */
        int percent = vigour (person, j) + hf_demo_random_between (&self->random, -1, 1);
        if (was_customer (self, person, months[j])
            && !buy (self, person, months[j], percent, error))
          return FALSE;
      }
  return TRUE;
}
