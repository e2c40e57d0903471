#include "config.h"

#include "hf-store-calendars.h"

#include "hf-id.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"
#include "hf-text.h"

/* The hours of the seven weekdays, a line each. */
static void
read_hours (HfWorkCalendar *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->days) && lines[i] != NULL; i++)
    hf_work_hours_parse (&self->days[i], lines[i]);
}

static char *
write_hours (const HfWorkCalendar *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      g_autofree char *hours = hf_work_hours_format (&self->days[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", hours);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
calendar_of_row (HfDbStatement *row)
{
  HfWorkCalendar *self = hf_work_calendar_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->name = hf_db_statement_dup_text (row, 2);
  hf_work_calendar_set_time_zone (self, hf_db_statement_get_text (row, 3));
  read_hours (self, hf_db_statement_get_text (row, 4));
  return self;
}

static gpointer
day_of_row (HfDbStatement *row)
{
  HfSpecialDay *self = hf_special_day_new ();
  self->date = hf_db_statement_dup_text (row, 0);
  self->name = hf_db_statement_dup_text (row, 1);
  self->is_workday = hf_db_statement_get_integer (row, 2) != 0;
  self->hours = hf_db_statement_dup_text (row, 3);
  return self;
}

static gboolean
read_days (HfStoreSession *session, HfWorkCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) days = hf_store_session_list (
      session, "SELECT day, name, is_workday, hours FROM special_day WHERE calendar_id = $1",
      HF_DB_VALUES (hf_db_integer (calendar->id)), day_of_row, g_object_unref, error);
  for (guint i = 0; days != NULL && i < days->len; i++)
    hf_work_calendar_add_day (calendar, g_ptr_array_index (days, i));
  return days != NULL;
}

#define SELECT "SELECT id, revision, name, time_zone, hours FROM work_calendar"

/**
 * hf_store_calendars_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the calendars with their holidays and make-up workdays.
 *
 * Returns: (transfer full) (nullable) (element-type HfWorkCalendar): by their names
 */
GPtrArray *
hf_store_calendars_list (HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) calendars = hf_store_session_list (session, SELECT " ORDER BY name",
                                                           HF_DB_NO_VALUES, calendar_of_row,
                                                           g_object_unref, error);
  for (guint i = 0; calendars != NULL && i < calendars->len; i++)
    if (!read_days (session, g_ptr_array_index (calendars, i), error))
      return NULL;
  return g_steal_pointer (&calendars);
}

/**
 * hf_store_calendars_get:
 * @session: a session
 * @id: a calendar's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a calendar.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
HfWorkCalendar *
hf_store_calendars_get (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_store_session_get (session, SELECT " WHERE id = $1",
                                                              HF_DB_VALUES (hf_db_integer (id)),
                                                              calendar_of_row, error);
  return calendar != NULL && read_days (session, calendar, error) ? g_steal_pointer (&calendar)
                                                                  : NULL;
}

/**
 * hf_store_calendars_get_usual:
 * @session: a session
 * @id: (out): the key of the calendar of branches that have none of their own, 0 for none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Tells which calendar is the firm's.
 *
 * Returns: whether it could be read
 */
gboolean
hf_store_calendars_get_usual (HfStoreSession *session, gint64 *id, GError **error)
{
  g_autofree char *text = NULL;
  gboolean is_read = hf_store_settings_find (session, HF_SETTING_CALENDAR, &text, error);
  *id = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  return is_read;
}

/* A branch's calendar and clock, as one row. */
typedef struct
{
  gint64 calendar_id;
  char *time_zone;
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;
  g_free (self->time_zone);
  g_free (self);
}

static gpointer
place_of_row (HfDbStatement *row)
{
  Place *self = g_new0 (Place, 1);
  self->calendar_id = hf_db_statement_get_integer (row, 0);
  self->time_zone = hf_db_statement_dup_text (row, 1);
  return self;
}

static gboolean
find_place (HfStoreSession *session, gint64 branch_id, gint64 *calendar_id, char **time_zone,
            GError **error)
{
  g_autoptr (GPtrArray) places = hf_store_session_list (
      session, "SELECT calendar_id, time_zone FROM branch WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (branch_id)), place_of_row, place_free, error);
  if (places == NULL)
    return FALSE;
  Place *place = places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
  *calendar_id = place != NULL ? place->calendar_id : 0;
  *time_zone = place != NULL ? g_steal_pointer (&place->time_zone) : NULL;
  return *calendar_id != 0 || hf_store_calendars_get_usual (session, calendar_id, error);
}

/**
 * hf_store_calendars_get_of_branch:
 * @session: a session
 * @branch_id: a branch's key, 0 for none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the calendar by which a branch works: its own, else the firm's, else Monday to Friday.
 * One without a clock of its own goes by the branch's.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
HfWorkCalendar *
hf_store_calendars_get_of_branch (HfStoreSession *session, gint64 branch_id, GError **error)
{
  gint64 id = 0;
  g_autofree char *time_zone = NULL;
  if (!find_place (session, branch_id, &id, &time_zone, error))
    return NULL;
  HfWorkCalendar *calendar = id != 0 ? hf_store_calendars_get (session, id, error)
                                     : hf_work_calendar_new ();
  if (calendar != NULL && hf_text_is_blank (calendar->time_zone))
    hf_work_calendar_set_time_zone (calendar, time_zone);
  return calendar;
}

static gboolean
save_days (HfStoreSession *session, HfWorkCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  if (!hf_db_execute (session->db, "DELETE FROM special_day WHERE calendar_id = $1",
                      HF_DB_VALUES (hf_db_integer (calendar->id)), NULL, error))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const HfSpecialDay *day = g_ptr_array_index (days, i);
      if (!hf_special_day_validate (day, error)
          || !hf_db_execute (session->db,
                             "INSERT INTO special_day (calendar_id, day, name, is_workday, "
                             "hours) VALUES ($1, $2, $3, $4, $5)",
                             HF_DB_VALUES (hf_db_integer (calendar->id), hf_db_text (day->date),
                                           hf_db_text (day->name),
                                           hf_db_integer (day->is_workday),
                                           hf_db_text (day->hours)),
                             NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
undo_insert (gpointer data)
{
  HfWorkCalendar *calendar = data;
  calendar->id = 0;
  calendar->revision = 0;
}

static void
undo_update (gpointer data)
{
  ((HfWorkCalendar *) data)->revision--;
}

/**
 * hf_store_calendars_save:
 * @session: a session that writes
 * @calendar: a calendar; a new one gets its key
 * @error: (nullable): CONFLICT ... or %HF_FIELD_ERROR
 *
 * Stores a new or changed calendar with its days. What was promised before stays when it was.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_calendars_save (HfStoreSession *session, HfWorkCalendar *calendar, GError **error)
{
  g_autofree char *hours = write_hours (calendar);
  gboolean is_new = calendar->id == 0;
  if (is_new)
    calendar->id = hf_id_new ();
  hf_store_session_on_undo (session, calendar, is_new ? undo_insert : undo_update);
  hf_store_session_touch (session, HF_STORE_SETTINGS);
  const HfDbValue values[] = { hf_db_integer (calendar->id), hf_db_text (calendar->name),
                               hf_db_text (calendar->time_zone), hf_db_text (hours),
                               hf_db_integer (calendar->revision++) };
  gboolean is_kept = is_new
                         ? hf_db_execute (session->db,
                                          "INSERT INTO work_calendar (id, name, time_zone, "
                                          "hours) VALUES ($1, $2, $3, $4)",
                                          values, 4, NULL, error)
                         : hf_store_session_update (
                             session,
                             "UPDATE work_calendar SET name = $2, time_zone = $3, hours = $4, "
                             "revision = revision + 1 WHERE id = $1 AND revision = $5",
                             values, G_N_ELEMENTS (values), error);
  return is_kept && save_days (session, calendar, error);
}

/* 0 says that there is none, so that none is made again when the database is opened. */
static gboolean
forget_usual (HfStoreSession *session, gint64 id, GError **error)
{
  gint64 usual = 0;
  return hf_store_calendars_get_usual (session, &usual, error)
         && (usual != id || hf_store_settings_set (session, HF_SETTING_CALENDAR, "0", error));
}

/**
 * hf_store_calendars_remove:
 * @session: a session that writes
 * @calendar: a stored calendar
 * @error: (nullable): CONFLICT where it was changed meanwhile ...
 *
 * Removes a calendar. Branches that worked by it work by the firm's; where it was the firm's,
 * from Monday to Friday.
 *
 * Returns: whether it is gone
 */
gboolean
hf_store_calendars_remove (HfStoreSession *session, HfWorkCalendar *calendar, GError **error)
{
  const HfDbValue key = hf_db_integer (calendar->id);
  hf_store_session_touch (session, HF_STORE_SETTINGS | HF_STORE_STAFF);
  return forget_usual (session, calendar->id, error)
         && hf_db_execute (session->db,
                           "UPDATE branch SET calendar_id = NULL, revision = revision + 1 "
                           "WHERE calendar_id = $1",
                           &key, 1, NULL, error)
         && hf_store_session_update (
             session, "DELETE FROM work_calendar WHERE id = $1 AND revision = $2",
             HF_DB_VALUES (key, hf_db_integer (calendar->revision)), error);
}
