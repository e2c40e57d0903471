#include "config.h"

#include "test-company.h"

#include "hf-amount.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-reasons.h"
#include "hf-store-staff.h"
#include "hf-time.h"

static const char *const codes[] = { "competitor-offer", "staff-turnover", "price",
                                     "competitor-offer", "service-lapse" };
static const char *const quotes[] = { "老张走了以后就没人管我了",
                                      "The other shop was cheaper." };

static gboolean
add_reason (HfStoreSession *session, const HfCustomer *customer, guint i, GError **error)
{
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = customer->id;
  reason->code = g_strdup (codes[i / 4 % G_N_ELEMENTS (codes)]);
  reason->basis = HF_REASON_SAID;
  reason->quote = g_strdup (quotes[i / 4 % G_N_ELEMENTS (quotes)]);
  reason->at = hf_time_now ();
  return hf_store_reasons_save (session, reason, error);
}

static gboolean
add_customer (HfStoreSession *session, guint i, GError **error)
{
  gboolean lost = i % (TEST_COMPANY_CUSTOMERS / TEST_COMPANY_LOST) == 0;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup_printf ("C%04u", i);
  customer->name = g_strdup_printf ("王%u", i);
  customer->phone = g_strdup_printf ("1380013%04u", i);
  customer->branch = g_strdup (i % 2 == 0 ? "南店" : "北店");
  customer->account_manager = g_strdup (i % 3 == 0 ? "老张" : "李敏");
  customer->joined_on = g_strdup ("2020-01-01");
  customer->annual_value = (gint64) (1000 + i) * HF_AMOUNT_UNIT;
  customer->status = lost ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE;
  customer->lost_on = lost ? hf_time_today () : NULL;
  return hf_store_customers_save (session, customer, error)
         && (!lost || add_reason (session, customer, i, error));
}

static gboolean
add_complaint (HfStoreSession *session, guint i, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->number = g_strdup_printf ("T%04u", i);
  complaint->received_at = hf_time_now ();
  complaint->customer_code = g_strdup_printf ("C%04u", i);
  complaint->words = g_strdup ("=1+1 排队两个小时");
  return hf_store_complaints_save (session, complaint, error);
}

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  for (guint i = 0; i < TEST_COMPANY_CUSTOMERS; i++)
    if (!add_customer (session, i, error))
      return NULL;
  for (guint i = 0; i < TEST_COMPANY_COMPLAINTS; i++)
    if (!add_complaint (session, i, error))
      return NULL;
  return HF_STORE_DONE;
}

/**
 * test_company_new:
 * @path: a new file, or ":memory:"
 *
 * Makes a small company: two branches, two account managers, customers of whom some left today
 * for a reason, complaints of today.
 *
 * Returns: (transfer full): the store
 */
HfStore *
test_company_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  HfStore *store = hf_store_open (path, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (store, HF_STORE_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}
