#include "config.h"

#include <glib/gi18n.h>

#include "hf-calendar-file.h"
#include "hf-ctl-command.h"
#include "hf-store-calendars.h"
#include "hf-text.h"

/* For so many years behind this one yearly holidays of a file are carried on. */
#define YEARS_AHEAD 2

/* The days of a file, and the calendar that they go into. */
typedef struct
{
  const char *name;
  GPtrArray *days;
} Addition;

static gpointer
list_calendars (HfStoreSession *session, gpointer usual, GError **error)
{
  return hf_store_calendars_get_usual (session, usual, error)
             ? hf_store_calendars_list (session, error)
             : NULL;
}

static HfWorkCalendar *
find_calendar (GPtrArray *calendars, const char *name)
{
  for (guint i = 0; i < calendars->len; i++)
    if (g_strcmp0 (((HfWorkCalendar *) g_ptr_array_index (calendars, i))->name, name) == 0)
      return g_ptr_array_index (calendars, i);
  return NULL;
}

static gpointer
add_days (HfStoreSession *session, gpointer data, GError **error)
{
  const Addition *addition = data;
  g_autoptr (GPtrArray) calendars = hf_store_calendars_list (session, error);
  if (calendars == NULL)
    return NULL;
  HfWorkCalendar *calendar = find_calendar (calendars, addition->name);
  if (calendar == NULL)
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND, addition->name);
      return NULL;
    }
  for (guint i = 0; i < addition->days->len; i++)
    hf_work_calendar_add_day (calendar, g_ptr_array_index (addition->days, i));
  return hf_store_calendars_save (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static void
print_passed (guint n_passed)
{
  if (n_passed == 0)
    return;
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u event with a time of day was passed over.",
                "%u events with a time of day were passed over.", n_passed),
      n_passed);
  hf_ctl_print (words);
}

static HfCtlStatus
import_days (const HfCtlCall *call, const char *file, const char *name)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint n_passed = 0;
  g_autoptr (GPtrArray) days = hf_calendar_file_read (
      file, g_date_time_get_year (now) + YEARS_AHEAD, &n_passed, &error);
  if (days == NULL)
    return hf_ctl_say (file, error->message, NULL);
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_EXISTING, &status);
  if (store == NULL)
    return status;
  Addition addition = { name, days };
  if (hf_store_run (store, HF_STORE_WRITE, add_days, &addition, NULL, &error) == NULL)
    return g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND)
               ? hf_ctl_say (name,
                             _ ("There is no such calendar; “huifangctl calendar” lists "
                                "them."),
                             NULL)
               : hf_ctl_say_failure (call->database, error);
  /* Translators: how many days, then the name of a calendar. */
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u day was added to “%s”.", "%u days were added to “%s”.", days->len),
      days->len, name);
  hf_ctl_print (words);
  print_passed (n_passed);
  return HF_CTL_DONE;
}

/* A line a calendar: its name, its clock, how many special days it has, and whether it is the
 * firm's, between tabulators. */
static void
print_calendar (HfWorkCalendar *calendar, gboolean is_usual)
{
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  g_autofree char *line = g_strdup_printf (
      "%s\t%s\t%u\t%s", calendar->name,
      hf_text_is_blank (calendar->time_zone) ? "-" : calendar->time_zone, days->len,
      is_usual ? "firm" : "-");
  hf_ctl_print (line);
}

static HfCtlStatus
print_calendars (const HfCtlCall *call)
{
  HfCtlStatus status = HF_CTL_FAILED;
  gint64 usual = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  g_autoptr (GPtrArray) calendars = hf_store_run (store, HF_STORE_READ, list_calendars, &usual,
                                                  NULL, &error);
  if (calendars == NULL)
    return hf_ctl_say_failure (call->database, error);
  for (guint i = 0; i < calendars->len; i++)
    {
      HfWorkCalendar *calendar = g_ptr_array_index (calendars, i);
      print_calendar (calendar, calendar->id == usual);
    }
  return HF_CTL_DONE;
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_autofree char *file = NULL, *name = NULL;
  const GOptionEntry entries[] = {
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("Add the holidays and make-up workdays of a table or an iCalendar file"),
      N_ ("FILE") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The calendar that they go into"),
      N_ ("NAME") },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_calendar, call, entries, &status))
    return status;
  if ((file == NULL) != (name == NULL))
    return hf_ctl_say_wrong_use (_ ("--import and --calendar go together"));
  return file != NULL ? import_days (call, file, name) : print_calendars (call);
}

const HfCtlCommand hf_ctl_calendar = {
  .name = "calendar",
  .parameters = "[--import FILE --calendar NAME]",
  .summary = N_ ("Lists the calendars, or adds the days of a file to one."),
  .run = run,
};
