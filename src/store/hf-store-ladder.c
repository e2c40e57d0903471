#include "config.h"

#include "hf-store-ladder.h"

#include "hf-store-promise-rules.h"
#include "hf-store-settings.h"

/**
 * hf_store_ladder_get:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR, %HF_ESCALATION_LADDER_ERROR
 *
 * Reads who is told when a complaint is not answered in time.
 *
 * Returns: (transfer full) (nullable) (element-type HfEscalationStep): the firm's ladder, else
 *   that of the program
 */
GPtrArray *
hf_store_ladder_get (HfStoreSession *session, GError **error)
{
  g_autofree char *text = NULL;
  if (!hf_store_settings_find (session, HF_SETTING_LADDER, &text, error))
    return NULL;
  return text != NULL ? hf_escalation_ladder_parse (text, error)
                      : hf_escalation_ladder_new_starter ();
}

/**
 * hf_store_ladder_save:
 * @session: a session that writes
 * @ladder: (element-type HfEscalationStep): the firm's ladder
 * @error: (nullable): %HF_STORE_ERROR; %HF_ESCALATION_LADDER_ERROR where it does not hold
 *
 * Keeps who is told from now on; the steps that were reached stay in the log.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_ladder_save (HfStoreSession *session, const GPtrArray *ladder, GError **error)
{
  HfPromiseRules rules;
  g_autofree char *text = hf_escalation_ladder_format (ladder);
  return hf_store_promise_rules_get (session, &rules, error)
         && hf_escalation_ladder_check (ladder, &rules, error)
         && hf_store_settings_set (session, HF_SETTING_LADDER, text, error);
}
