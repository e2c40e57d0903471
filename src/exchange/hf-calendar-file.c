#include "config.h"

#include "hf-calendar-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-calendar-ics.h"
#include "hf-import.h"
#include "hf-special-day.h"

/* Far more than the holidays of fifty years take. */
#define MAX_BYTES (4 * 1024 * 1024)

G_DEFINE_QUARK (hf - calendar - file - error - quark, hf_calendar_file_error)

static gpointer
create_day (void)
{
  return hf_special_day_new ();
}

static gboolean
validate_day (gconstpointer record, GError **error)
{
  return hf_special_day_validate (record, error);
}

static const HfImportEntity days_entity = {
  "special-days",
  hf_special_day_fields,
  create_day,
  validate_day,
};

/* A table of days is small, and a wrong day moves promises: one that is not understood refuses
 * the whole file. */
static gboolean
take_row (GPtrArray *days, HfImportRow *row, GError **error)
{
  if (row->record == NULL)
    {
      g_set_error (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_DAY,
                   /* Translators: a row's number in a file, and what is wrong with it. */
                   _ ("Row %u: %s. No day was taken."), row->number, row->why);
      return FALSE;
    }
  g_ptr_array_add (days, g_steal_pointer (&row->record));
  return TRUE;
}

static gboolean
read_table (const char *path, GPtrArray *days, GError **error)
{
  static const HfReadOptions found_out = { 0 };
  g_autoptr (GError) failure = NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, &found_out, error);
  g_autoptr (HfImport) import = reader != NULL
                                    ? hf_import_new (reader, NULL, &days_entity, NULL, error)
                                    : NULL;
  gboolean is_good = import != NULL;
  while (is_good)
    {
      g_auto (HfImportRow) row = { 0 };
      if (!hf_import_next (import, &row, &failure))
        break;
      is_good = take_row (days, &row, error);
    }
  if (failure == NULL)
    return is_good;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_too_big (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL && g_file_info_get_size (info) > MAX_BYTES;
}

static gboolean
check_count (const GPtrArray *days, guint n_passed, GError **error)
{
  if (days->len > HF_CALENDAR_FILE_MAX_DAYS)
    g_set_error (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_TOO_MANY,
                 _ ("The file has more than %u days. No day was taken."),
                 HF_CALENDAR_FILE_MAX_DAYS);
  else if (days->len == 0 && n_passed > 0)
    g_set_error (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_EMPTY,
                 ngettext ("The file has no whole day, only %u event with a time of day. No "
                           "day was taken.",
                           "The file has no whole day, only %u events with a time of day. No "
                           "day was taken.",
                           n_passed),
                 n_passed);
  else if (days->len == 0)
    g_set_error_literal (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_EMPTY,
                         _ ("The file has no holiday and no workday. No day was taken."));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_calendar_file_read:
 * @path: a file of at most 4 MiB: an iCalendar file (.ics), or a table, as text or .xlsx, with
 * a column for the day and, where there are any, its name, whether it is a workday, its hours
 * @last_year: the last year into which yearly holidays are carried on
 * @n_passed: (out): how many events of a calendar have a time of day and were passed over
 * @error: (nullable): %HF_CALENDAR_FILE_ERROR, %HF_READ_ERROR and %HF_IMPORT_ERROR, with a
 *   message for the user that names the place
 *
 * Reads holidays and make-up workdays. One bad day refuses the whole file.
 *
 * Returns: (transfer full) (nullable) (element-type HfSpecialDay): the days
 */
GPtrArray *
hf_calendar_file_read (const char *path, guint last_year, guint *n_passed, GError **error)
{
  *n_passed = 0;
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  if (is_too_big (path))
    {
      g_set_error_literal (error, HF_CALENDAR_FILE_ERROR, HF_CALENDAR_FILE_ERROR_TOO_MANY,
                           _ ("The file is larger than a calendar of holidays can be."));
      return NULL;
    }
  gboolean is_calendar = g_file_get_contents (path, &text, NULL, NULL)
                         && hf_calendar_ics_is_one (text);
  gboolean is_good = is_calendar ? hf_calendar_ics_read (text, last_year, days, n_passed, error)
                                 : read_table (path, days, error);
  return is_good && check_count (days, *n_passed, error) ? g_steal_pointer (&days) : NULL;
}
