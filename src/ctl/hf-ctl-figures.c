#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-period.h"
#include "hf-figures-json.h"
#include "hf-store-figures.h"

typedef struct
{
  HfPeriod *period;
  const char *branch;
} Request;

static gpointer
compute (HfStoreSession *session, gpointer input, GError **error)
{
  Request *request = input;
  g_autoptr (HfFigures) figures = hf_store_figures_compute (session, request->period,
                                                            request->branch, error);
  return figures != NULL
                 && hf_store_figures_add_call_lists (session, figures, request->branch, error)
             ? g_steal_pointer (&figures)
             : NULL;
}

static HfCtlStatus
say_no_figures (const HfCtlCall *call, const char *branch, const GError *error)
{
  if (branch == NULL || !g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND))
    return hf_ctl_say_failure (call->database, error);
  /* Translators: a branch's code from the command line. */
  g_autofree char *words = g_strdup_printf (_ ("There is no branch “%s”."), branch);
  return hf_ctl_say (call->database, words, NULL);
}

static HfCtlStatus
print_figures (const HfCtlCall *call, Request *request)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  g_autoptr (HfFigures) figures = hf_store_run (store, HF_STORE_READ, compute, request, NULL,
                                                &error);
  if (figures == NULL)
    return say_no_figures (call, request->branch, error);
  g_autofree char *json = hf_figures_to_json (figures);
  hf_ctl_print (json);
  return HF_CTL_DONE;
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_autofree char *from = NULL, *to = NULL, *branch = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    HF_CTL_PERIOD_ENTRIES (from, to),
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, N_ ("Count one branch"), N_ ("CODE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON; there is no other form"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_figures, call, entries, &status))
    return status;
  if (!json)
    return hf_ctl_say_wrong_use (_ ("figures are printed as JSON alone: say --json"));
  g_autoptr (HfPeriod) period = hf_ctl_period_new (from, to, &status);
  Request request = { period, branch };
  return period != NULL ? print_figures (call, &request) : status;
}

const HfCtlCommand hf_ctl_figures = {
  .name = "figures",
  .parameters = "[--from DATE] [--to DATE] [--branch CODE] --json",
  .summary = N_ ("Prints the figures that the diagnosis and the workbook show."),
  .run = run,
};
