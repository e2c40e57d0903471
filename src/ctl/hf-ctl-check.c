#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-store-check.h"

static gpointer
check_records (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_check_records (session, error);
}

static guint
print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    hf_ctl_print (findings->pdata[i]);
  return findings->len;
}

static HfCtlStatus
run (HfCtlCall *call)
{
  HfCtlStatus status = HF_CTL_DONE;
  g_autoptr (GError) error = NULL;
  if (!hf_ctl_command_parse (&hf_ctl_check, call, NULL, &status))
    return status;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  g_autoptr (GPtrArray) damage = hf_store_check (store, &error);
  if (damage == NULL)
    return hf_ctl_say_failure (call->database, error);
  g_autoptr (GPtrArray) records = hf_store_run (store, HF_STORE_READ, check_records, NULL, NULL,
                                                &error);
  if (records == NULL && damage->len == 0)
    return hf_ctl_say_failure (call->database, error);
  guint n_found = print_findings (damage) + (records != NULL ? print_findings (records) : 0);
  if (n_found == 0)
    hf_ctl_print (_ ("No problem was found."));
  return n_found == 0 ? HF_CTL_DONE : HF_CTL_DONE_WITH_FINDINGS;
}

const HfCtlCommand hf_ctl_check = {
  .name = "check",
  .parameters = "",
  .summary = N_ ("Looks for damage and for records that contradict each other."),
  .run = run,
};
