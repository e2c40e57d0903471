#include "config.h"

#include "hf-test-care.h"

#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-next-call.h"
#include "hf-store-queue.h"
#include "hf-store-staff.h"

/**
 * hf_test_care_key_of:
 * @session: a session
 * @code: the code of a customer who is there
 *
 * Finds a customer's key.
 *
 * Returns: the key
 */
gint64
hf_test_care_key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

/**
 * hf_test_care_add_customer:
 * @session: a session that writes
 * @code: (type utf8): a code, which is the name, too
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Adds a customer.
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_care_add_customer (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (code);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
save_staff (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (code);
  staff->name = g_strdup (code);
  if (!hf_store_staff_save (session, staff, error))
    return NULL;
  return g_memdup2 (&staff->id, sizeof staff->id);
}

/**
 * hf_test_care_add_staff:
 * @fixture: a database
 * @code: a code, which is the name, too
 *
 * Adds a member of staff.
 *
 * Returns: the key
 */
gint64
hf_test_care_add_staff (HfTestStore *fixture, const char *code)
{
  g_autofree gint64 *id = hf_test_store_run (fixture, HF_STORE_WRITE, save_staff, code);
  return *id;
}

/* What somebody is to call at a moment. */
typedef struct
{
  gint64 staff;
  gint64 now;
  gint64 n_handled; /* afterwards */
} Taking;

static gpointer
take (HfStoreSession *session, gpointer input, GError **error)
{
  Taking *self = input;
  hf_store_session_set_now (session, self->now);
  hf_store_session_set_staff_id (session, self->staff);
  g_autoptr (HfNextCall) next = hf_store_queue_take_next (session, FALSE, error);
  if (next == NULL)
    return NULL;
  self->n_handled = next->n_handled;
  return g_strdup (next->task != NULL ? hf_interview_kinds[next->task->kind].name : "nobody");
}

/**
 * hf_test_care_assert_next:
 * @fixture: a database
 * @staff: who calls, 0 for nobody known
 * @now: when, microseconds
 * @kind: the kind of the next call, "nobody" where there is none
 * @n_handled: how many wait whom the caller handled, and must not call
 *
 * Takes the next call, and holds what it is.
 */
void
hf_test_care_assert_next (HfTestStore *fixture, gint64 staff, gint64 now, const char *kind,
                          gint64 n_handled)
{
  Taking taking = { staff, now, 0 };
  g_autofree char *found = hf_test_store_run (fixture, HF_STORE_WRITE, take, &taking);
  g_assert_cmpstr (found, ==, kind);
  g_assert_cmpint (taking.n_handled, ==, n_handled);
}

/**
 * hf_test_care_hold:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @kind: what the call is about
 * @answers: question, value, .., ended by %NULL
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Calls a customer who answers all that is asked.
 *
 * Returns: whether the call is stored
 */
gboolean
hf_test_care_hold (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                   const char *const *answers, GError **error)
{
  g_autoptr (HfInterview) interview = hf_store_interviews_start (session, customer_id, kind,
                                                                 "en", error);
  for (gsize i = 0; interview != NULL && answers[i] != NULL; i += 2)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup (answers[i]);
      answer->value = g_strdup (answers[i + 1]);
      if (!hf_store_answers_save (session, answer, error))
        return FALSE;
    }
  return interview != NULL
         && hf_store_interviews_finish (session, interview, "completed", HF_INTERVIEW_COMPLETED,
                                        0, NULL, error);
}

/**
 * hf_test_care_hold_call:
 * @session: a session that writes
 * @input: (type HfTestCareCall): a call
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Begins a call, answers its questions, and ends it.
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_care_hold_call (HfStoreSession *session, gpointer input, GError **error)
{
  const HfTestCareCall *self = input;
  hf_store_session_set_now (session, self->now);
  hf_store_session_set_staff_id (session, self->staff);
  return hf_test_care_hold (session, hf_test_care_key_of (session, "C1"), self->kind,
                            self->answers, error)
             ? HF_STORE_DONE
             : NULL;
}

/**
 * hf_test_care_days_later:
 * @days: how many
 *
 * Tells the moment so many days after %HF_TEST_CARE_NOW.
 *
 * Returns: the moment, microseconds
 */
gint64
hf_test_care_days_later (int days)
{
  return HF_TEST_CARE_NOW + days * G_TIME_SPAN_DAY;
}

/**
 * hf_test_care_list_waiting:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists who waits for a call.
 *
 * Returns: (transfer full) (element-type HfCallTask): the queue
 */
gpointer
hf_test_care_list_waiting (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_queue_list (session, HF_TEST_CARE_NOW, 100, error);
}
