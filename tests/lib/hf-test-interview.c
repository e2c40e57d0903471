#include "config.h"

#include "hf-test-interview.h"

#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-queue.h"
#include "hf-store-settings.h"

#define YES_NO                                                                                 \
  "<option id='yes'><label>Yes</label><label xml:lang='zh_CN'>是</label></option>"            \
  "<option id='no'><label>No</label><label xml:lang='zh_CN'>否</label></option>"

static const char guide[]
    = "<guide code='test' version='1' kind='lost'><title>G</title>"
      "<title xml:lang='zh_CN'>访</title>"
      "<objection id='busy'><title>No time</title><text>Shall I call later?</text></objection>"
      "<question id='hello' kind='say'><text>Hello, {name}.</text><text>Hello.</text>"
      "</question>"
      "<question id='consent' kind='choice'><text>May I ask?</text>"
      "<text xml:lang='zh_CN'>可以问吗？</text>" YES_NO "</question>"
      "<part when='consent = yes'><title>Why</title>"
      "<question id='why' kind='verbatim'><text>Why?</text><probe>Go on?</probe></question>"
      "<question id='reasons' kind='reasons'><text>Which?</text></question>"
      "<question id='told' kind='choice'><text>Did you tell us?</text>" YES_NO "</question>"
      "<question id='how' kind='text' when='told = yes'><text>How?</text></question>"
      "<question id='several' kind='several' optional='yes'><text>Any?</text>"
      "<option id='a'><label>A</label></option><option id='b'><label>B</label></option>"
      "<option id='none' alone='yes'><label>None</label></option></question>"
      "<question id='score' kind='scale' from='0' to='10'><text>How good?</text>"
      "<low>Bad</low><high>Good</high></question>"
      "<question id='rival' kind='competitor' optional='yes' fresh-days='30'>"
      "<text>Whom?</text></question>"
      "<question id='amount' kind='money' optional='yes'><text>How much?</text></question>"
      "<question id='day' kind='date' optional='yes'><text>When?</text></question>"
      "<question id='promise' kind='promise' optional='yes'><text>Promise?</text></question>"
      "</part><question id='bye' kind='say'><text>Bye.</text></question></guide>";

static gpointer
fill (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 *customer_id = input;
  gint64 guide_id, task_id;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C0001");
  customer->name = g_strdup ("王女士");
  customer->phone = g_strdup ("13812345678");
  customer->status = HF_CUSTOMER_LOST;
  customer->lost_on = g_strdup ("2024-03-12");
  if (!hf_store_customers_save (session, customer, error)
      || !hf_store_guides_add (session, "test", HF_INTERVIEW_LOST, guide, &guide_id, error)
      || !hf_store_settings_set (session, HF_SETTING_COMPANY, "长春示范店", error)
      || !hf_store_queue_add (session, customer->id, HF_INTERVIEW_LOST, 0, NULL, &task_id,
                              error))
    return NULL;
  *customer_id = customer->id;
  return HF_STORE_DONE;
}

/**
 * hf_test_interview_run:
 * @store: a store
 * @func: a work that writes
 * @input: for @func
 *
 * Does a piece of work that must not fail.
 *
 * Returns: what it gave
 */
gpointer
hf_test_interview_run (HfStore *store, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

/**
 * hf_test_interview_new_store:
 * @uri: a file's path or ":memory:"
 * @customer_id: (out): whom to call
 *
 * Makes a store in which an interview can begin.
 *
 * Returns: (transfer full): the store
 */
HfStore *
hf_test_interview_new_store (const char *uri, gint64 *customer_id)
{
  g_autoptr (GError) error = NULL;
  HfStore *store = hf_store_open (uri, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_test_interview_run (store, fill, customer_id);
  return store;
}
