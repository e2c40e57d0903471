#include "config.h"

#include "hf-store-promise-rules.h"

#include "hf-store-calendars.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"

/**
 * hf_store_promise_rules_get:
 * @session: a session
 * @rules: (out caller-allocates): the firm's promise classes
 * @error: (nullable): %HF_STORE_ERROR, %HF_PROMISE_RULES_ERROR
 *
 * Reads how soon promises are to be kept.
 *
 * Returns: whether it could be read
 */
gboolean
hf_store_promise_rules_get (HfStoreSession *session, HfPromiseRules *rules, GError **error)
{
  g_autofree char *text = NULL;
  hf_promise_rules_init (rules);
  return hf_store_settings_find (session, HF_SETTING_PROMISE_RULES, &text, error)
         && (text == NULL || hf_promise_rules_parse (rules, text, error));
}

/**
 * hf_store_promise_rules_load:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR, %HF_PROMISE_RULES_ERROR
 *
 * Reads how soon promises are to be kept, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable) (type HfPromiseRules): the firm's promise classes; free
 *   them with g_free()
 */
gpointer
hf_store_promise_rules_load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autofree HfPromiseRules *rules = g_new0 (HfPromiseRules, 1);
  return hf_store_promise_rules_get (session, rules, error) ? g_steal_pointer (&rules) : NULL;
}

/**
 * hf_store_promise_rules_save:
 * @session: a session that writes
 * @rules: the firm's promise classes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps how soon promises are to be kept from now on; those that were made stay as they are.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promise_rules_save (HfStoreSession *session, const HfPromiseRules *rules,
                             GError **error)
{
  g_autofree char *text = hf_promise_rules_format (rules);
  return hf_store_settings_set (session, HF_SETTING_PROMISE_RULES, text, error);
}

/**
 * hf_store_promise_rules_work_out:
 * @session: a session
 * @term: a class that is not "dated"
 * @branch_id: the branch that promises, 0 for none
 * @made_at: when it promises
 * @deadlines: (out caller-allocates): until when it is to be done
 * @error: (nullable): %HF_STORE_ERROR, %HF_PROMISE_RULES_ERROR
 *
 * Works out deadlines by the firm's classes and the branch's calendar.
 *
 * Returns: whether they could be worked out
 */
gboolean
hf_store_promise_rules_work_out (HfStoreSession *session, HfPromiseTerm term, gint64 branch_id,
                                 gint64 made_at, HfDeadlines *deadlines, GError **error)
{
  HfPromiseRules rules;
  g_return_val_if_fail (term < HF_PROMISE_DATED, FALSE);
  if (!hf_store_promise_rules_get (session, &rules, error))
    return FALSE;
  g_autoptr (HfWorkCalendar) calendar = hf_store_calendars_get_of_branch (session, branch_id,
                                                                          error);
  if (calendar == NULL)
    return FALSE;
  const HfPromiseRule *rule = &rules.of[term];
  deadlines->respond_by = hf_promise_rule_respond_by (rule, calendar, made_at);
  deadlines->resolve_by = hf_promise_rule_resolve_by (rule, calendar, made_at);
  deadlines->next_word = hf_promise_rule_next_word (rule, made_at);
  deadlines->is_sure = rule->clock == HF_CLOCK_ALWAYS
                       || hf_work_calendar_knows_year (
                           calendar, MAX (deadlines->resolve_by, deadlines->respond_by));
  return TRUE;
}
