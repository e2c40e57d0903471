#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-period.h"
#include "hf-ctl-stop.h"
#include "hf-figures.h"
#include "hf-locale.h"
#include "hf-report-job.h"

#define MOST_LANGUAGES 2

static void
on_progress (double fraction, const char *what, gpointer data)
{
  hf_ctl_stop_look ();
}

/* One or two of the installed languages, a comma between them. */
static gboolean
read_languages (const char *list, HfReportRequest *request, HfCtlStatus *status)
{
  g_auto (GStrv) wanted = g_strsplit (list, ",", -1);
  g_auto (GStrv) installed = hf_locale_list_languages ();
  guint count = g_strv_length (wanted);
  for (guint i = 0; i < count; i++)
    if (!g_strv_contains ((const char *const *) installed, g_strstrip (wanted[i])))
      {
        g_autofree char *known = g_strjoinv (", ", installed);
        g_autofree char *words = g_strdup_printf (
            /* Translators: what was typed, and the languages that there are. */
            _ ("--languages: “%s” is none of %s"), wanted[i], known);
        *status = hf_ctl_say_wrong_use (words);
        return FALSE;
      }
  if (count < 1 || count > MOST_LANGUAGES)
    {
      *status = hf_ctl_say_wrong_use (_ ("--languages: name one or two"));
      return FALSE;
    }
  g_free (request->first_language);
  g_free (request->second_language);
  request->first_language = g_strdup (wanted[0]);
  request->second_language = count > 1 ? g_strdup (wanted[1]) : NULL;
  return TRUE;
}

static HfCtlStatus
write_report (const HfCtlCall *call, HfReportRequest *request)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  hf_ctl_stop_listen ();
  request->progress = on_progress;
  g_autoptr (HfFigures) figures = hf_store_run (
      store, HF_STORE_READ, hf_report_job_run, request, hf_ctl_stop_get_cancellable (), &error);
  if (figures != NULL)
    return HF_CTL_DONE;
  return hf_ctl_say_failure (error->domain == HF_STORE_ERROR ? call->database : request->output,
                             error);
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_autofree char *output = NULL, *from = NULL, *to = NULL, *languages = NULL;
  gboolean mask_phones = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The workbook to write"),
      N_ ("FILE.xlsx") },
    HF_CTL_PERIOD_ENTRIES (from, to),
    { "languages", 0, 0, G_OPTION_ARG_STRING, &languages, N_ ("One or two, such as zh_CN,en"),
      N_ ("LIST") },
    { "mask-phones", 0, 0, G_OPTION_ARG_NONE, &mask_phones,
      N_ ("Show only the ends of phone numbers"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_report, call, entries, &status))
    return status;
  if (output == NULL)
    return hf_ctl_say_wrong_use (_ ("name the workbook with --output FILE.xlsx"));
  g_autoptr (HfPeriod) period = hf_ctl_period_new (from, to, &status);
  if (period == NULL)
    return status;
  g_autoptr (HfReportRequest) request = hf_report_request_new (output, period);
  request->mask_phones = mask_phones;
  if (languages != NULL && !read_languages (languages, request, &status))
    return status;
  return write_report (call, request);
}

const HfCtlCommand hf_ctl_report = {
  .name = "report",
  .parameters = "--output FILE.xlsx [--from DATE] [--to DATE] [--languages zh_CN,en] "
                "[--mask-phones]",
  .summary = N_ ("Writes the workbook, in one language or two."),
  .run = run,
};
