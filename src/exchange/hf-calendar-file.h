#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_CALENDAR_FILE_ERROR (hf_calendar_file_error_quark ())

typedef enum
{
  HF_CALENDAR_FILE_ERROR_BROKEN,   /* neither a table of days nor a calendar */
  HF_CALENDAR_FILE_ERROR_TOO_MANY, /* more days than any firm has */
  HF_CALENDAR_FILE_ERROR_EMPTY,    /* no whole day is in it */
  HF_CALENDAR_FILE_ERROR_DAY,      /* a day that is none, with its place */
} HfCalendarFileError;

#define HF_CALENDAR_FILE_MAX_DAYS 5000

GQuark hf_calendar_file_error_quark (void);
GPtrArray *hf_calendar_file_read (const char *path, guint last_year, guint *n_passed,
                                  GError **error);

G_END_DECLS
