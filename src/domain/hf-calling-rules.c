#include "config.h"

#include "hf-calling-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#define AFTERNOON (12 * 60)
#define EVENING (17 * 60)

/* A week, and the day on which it began. */
#define DAYS_AHEAD 8

#define ALL_PARTS                                                                              \
  (HF_CALLING_MORNING | HF_CALLING_AFTERNOON | HF_CALLING_EVENING | HF_CALLING_WEEKEND)

static const char *const day_names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

G_DEFINE_QUARK (hf - calling - rules - error - quark, hf_calling_rules_error)

/**
 * hf_calling_rules_init:
 * @self: (out caller-allocates): rules
 *
 * Gives the rules of a firm that made none: weekdays 9:00 to 20:00, weekends 10:00 to 18:00,
 * six attempts, each in another part of the week; scores below 6 of 10 are called about.
 */
void
hf_calling_rules_init (HfCallingRules *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    self->days[i] = i < 5 ? (HfCallingDay){ 9 * 60, 20 * 60 }
                          : (HfCallingDay){ 10 * 60, 18 * 60 };
  self->cap = 6;
  self->spread = TRUE;
  self->care_below = 6;
}

/**
 * hf_calling_day_parse:
 * @self: (out caller-allocates): the hours of a day
 * @text: such as 09:00-20:00, or "closed"
 *
 * Reads the hours of a day.
 *
 * Returns: whether they hold
 */
gboolean
hf_calling_day_parse (HfCallingDay *self, const char *text)
{
  *self = (HfCallingDay){ 0, 0 };
  return strcmp (text, "closed") == 0 || hf_clock_span_parse (self, text);
}

/**
 * hf_calling_day_format:
 * @self: the hours of a day
 *
 * Writes them as hf_calling_day_parse() reads them.
 *
 * Returns: (transfer full): the text
 */
char *
hf_calling_day_format (const HfCallingDay *self)
{
  if (self->from == self->to)
    return g_strdup ("closed");
  return hf_clock_span_format (self);
}

static gboolean
parse_number (const char *value, guint most, guint *number)
{
  guint64 parsed;
  if (!g_ascii_string_to_unsigned (value, 10, 0, most, &parsed, NULL))
    return FALSE;
  *number = parsed;
  return TRUE;
}

static gboolean
parse_line (HfCallingRules *self, const char *name, const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_names); i++)
    if (strcmp (name, day_names[i]) == 0)
      return hf_calling_day_parse (&self->days[i], value);
  if (strcmp (name, "spread") == 0)
    {
      self->spread = strcmp (value, "yes") == 0;
      return self->spread || strcmp (value, "no") == 0;
    }
  if (strcmp (name, "care-below") == 0)
    return parse_number (value, HF_CALLING_MAX_SCORE, &self->care_below);
  return strcmp (name, "cap") == 0 && parse_number (value, HF_CALLING_MAX_CAP, &self->cap);
}

/**
 * hf_calling_rules_parse:
 * @self: (out caller-allocates): rules; what the text does not say stays as by
 *   hf_calling_rules_init()
 * @text: a rule a line: "mon 09:00-20:00", "sun closed", "cap 6", "spread yes", "care-below 6"
 * @error: (nullable): %HF_CALLING_RULES_ERROR_INVALID with the line
 *
 * Reads rules.
 *
 * Returns: whether they hold
 */
gboolean
hf_calling_rules_parse (HfCallingRules *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  hf_calling_rules_init (self);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]), *space = strchr (line, ' ');
      g_autofree char *name = g_strndup (line, space != NULL ? (gsize) (space - line) : 0);
      if (*line != '\0' && (space == NULL || !parse_line (self, name, space + 1)))
        {
          g_set_error (error, HF_CALLING_RULES_ERROR, HF_CALLING_RULES_ERROR_INVALID,
                       _ ("Line %u of the calling rules is not understood: %s"), (guint) i + 1,
                       line);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * hf_calling_rules_format:
 * @self: rules
 *
 * Writes rules as hf_calling_rules_parse() reads them.
 *
 * Returns: (transfer full): the text
 */
char *
hf_calling_rules_format (const HfCallingRules *self)
{
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (day_names); i++)
    {
      g_autofree char *hours = hf_calling_day_format (&self->days[i]);
      g_string_append_printf (text, "%s %s\n", day_names[i], hours);
    }
  g_string_append_printf (text, "cap %u\nspread %s\ncare-below %u\n", self->cap,
                          self->spread ? "yes" : "no", self->care_below);
  return g_string_free (text, FALSE);
}

static GDateTime *
local_time (GTimeZone *zone, gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / G_USEC_PER_SEC);
  return g_date_time_to_timezone (utc, zone);
}

static guint
minute_of (GDateTime *local)
{
  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static HfCallingPart
part_of (guint weekday, guint minute)
{
  if (weekday >= 6)
    return HF_CALLING_WEEKEND;
  return minute < AFTERNOON ? HF_CALLING_MORNING
         : minute < EVENING ? HF_CALLING_AFTERNOON
                            : HF_CALLING_EVENING;
}

/**
 * hf_calling_part_of:
 * @zone: where the customer lives
 * @moment: a moment
 *
 * Tells which part of the week it is there.
 *
 * Returns: the part
 */
HfCallingPart
hf_calling_part_of (GTimeZone *zone, gint64 moment)
{
  g_autoptr (GDateTime) local = local_time (zone, moment);
  return part_of (g_date_time_get_day_of_week (local), minute_of (local));
}

/**
 * hf_calling_rules_is_open:
 * @self: rules
 * @zone: where the customer lives
 * @moment: a moment
 *
 * Tells whether a customer may be called then.
 *
 * Returns: whether it is within the hours
 */
gboolean
hf_calling_rules_is_open (const HfCallingRules *self, GTimeZone *zone, gint64 moment)
{
  g_autoptr (GDateTime) local = local_time (zone, moment);
  const HfCallingDay *hours = &self->days[g_date_time_get_day_of_week (local) - 1];
  guint minute = minute_of (local);
  return minute >= hours->from && minute < hours->to;
}

/* The moment at which the clock shows a minute of a day, 0 where it is behind the hours. Where
 * clocks are put forward over it, GLib gives the moment after. */
static gint64
moment_at (GTimeZone *zone, GDateTime *day, const HfCallingDay *hours, guint minute)
{
  guint at = MAX (minute, hours->from);
  if (at >= hours->to)
    return 0;
  g_autoptr (GDateTime) local = g_date_time_new (
      zone, g_date_time_get_year (day), g_date_time_get_month (day),
      g_date_time_get_day_of_month (day), at / 60, at % 60, 0);
  return local != NULL ? g_date_time_to_unix (local) * G_USEC_PER_SEC : 0;
}

/* The first moment of the hours, not before another, in a part of the week that was not tried;
 * 0 where the week has none. */
static gint64
first_open (const HfCallingRules *self, GTimeZone *zone, gint64 after, guint tried)
{
  static const guint beginnings[] = { 0, AFTERNOON, EVENING };
  g_autoptr (GDateTime) start = local_time (zone, after);
  for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (start, ahead);
      guint weekday = g_date_time_get_day_of_week (day);
      for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
        {
          gint64 moment = moment_at (zone, day, &self->days[weekday - 1], beginnings[i]);
          if (moment >= after && hf_calling_rules_is_open (self, zone, moment)
              && (hf_calling_part_of (zone, moment) & tried) == 0)
            return moment;
        }
    }
  return 0;
}

/**
 * hf_calling_rules_next_open:
 * @self: rules
 * @zone: where the customer lives
 * @moment: a moment
 *
 * Finds when a customer may be called, not before a moment.
 *
 * Returns: the moment itself where it is within the hours; 0 where no day has hours
 */
gint64
hf_calling_rules_next_open (const HfCallingRules *self, GTimeZone *zone, gint64 moment)
{
  return hf_calling_rules_is_open (self, zone, moment) ? moment
                                                       : first_open (self, zone, moment, 0);
}

/**
 * hf_calling_rules_next_try:
 * @self: rules
 * @zone: where the customer lives
 * @moment: not before it
 * @tried: #HfCallingPart flags: the parts of the week that were tried in vain
 *
 * Finds when to try again: in a part of the week not tried so far, where the rules spread
 * attempts and the hours have one left.
 *
 * Returns: a moment within the hours; 0 where no day has hours
 */
gint64
hf_calling_rules_next_try (const HfCallingRules *self, GTimeZone *zone, gint64 moment,
                           guint tried)
{
  gint64 next = hf_calling_rules_next_open (self, zone, moment);
  if (!self->spread || next == 0 || (hf_calling_part_of (zone, next) & tried) == 0)
    return next;
  gint64 other = (tried & ALL_PARTS) != ALL_PARTS ? first_open (self, zone, next, tried) : 0;
  return other != 0 ? other : next;
}
