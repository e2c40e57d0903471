#include "config.h"

#include "hf-test-calls.h"

#include "hf-store-next-call.h"
#include "hf-store.h"

/**
 * hf_test_calls_at_any_hour:
 * @session: a session that writes
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lets customers be called at any hour of any day and as often as one likes, for
 * hf_store_run().
 *
 * Returns: %HF_STORE_DONE
 */
gpointer
hf_test_calls_at_any_hour (HfStoreSession *session, gpointer unused, GError **error)
{
  HfCallingRules rules = { .cap = 0, .spread = FALSE };
  for (gsize i = 0; i < G_N_ELEMENTS (rules.days); i++)
    rules.days[i] = (HfCallingDay){ 0, 24 * 60 };
  return hf_store_calling_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}
