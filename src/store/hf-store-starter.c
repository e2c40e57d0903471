#include "config.h"

#include "hf-store-starter.h"

#include <glib/gi18n.h>

#include "hf-guide.h"
#include "hf-silent-preset.h"
#include "hf-starter.h"
#include "hf-store-calendars.h"
#include "hf-store-codebook.h"
#include "hf-store-interviews.h"
#include "hf-store-import-images-private.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"
#include "hf-store-settings.h"
#include "hf-store.h"

/* Article 000 ties rewards and penalties to what is in time and to the second follow-up. */
#define OWN_MARK                                                                               \
  NC_ ("assumption", "Our own preset: article 000 asks for rewards and penalties by the time " \
                     "limit and by the second follow-up, and gives no numbers")

/* The presets and where they come from; "Where the numbers come from" in the workbook tells
 * where sources disagree. */
static const struct
{
  const char *key;
  double preset;
  const char *source;
} assumptions[] = {
  { HF_ASSUMPTION_COMPLAINT_RATIO, 25, HF_SILENT_PRESET_DEFAULT_SOURCE },
  { HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR, 25, HF_SILENT_PRESET_DEFAULT_SOURCE },
  { HF_ASSUMPTION_SILENT_STAY_RATE, 0.37,
    NC_ ("assumption", "TARP: 37 per cent of the silent buy again after a minor problem") },
  { HF_ASSUMPTION_SILENT_STAY_RATE_MAJOR, 0.09,
    NC_ ("assumption", "TARP: 9 per cent of the silent buy again after a major problem") },
  { HF_ASSUMPTION_PEOPLE_TOLD, 9,
    NC_ ("assumption", "Article 003: 8 to 10; TARP: 9 to 10; Goodman: it varies by trade, 10 "
                       "for soft drinks, 16 for cars") },
  { HF_ASSUMPTION_FRIENDS, 10,
    NC_ ("assumption", "Article 003: 10 friends; elsewhere in it 8 to 10 (TARP 9 to 10)") },
  { HF_ASSUMPTION_FRIENDS_CONVERSION, 0,
    NC_ ("assumption", "No source: off until the firm sets it") },
  { HF_ASSUMPTION_NEW_CUSTOMER_COST, 5,
    NC_ ("assumption",
         "Article 003: a new customer may cost 5 times as much; Goodman: 2 to 20 times") },
  { HF_ASSUMPTION_RETENTION, 0.8,
    NC_ ("assumption", "Example of a yearly retention rate; set the firm's own") },
  { HF_ASSUMPTION_DISCOUNT, 0.1,
    NC_ ("assumption", "Usual yearly discount rate; set the firm's own") },
  { HF_ASSUMPTION_REWARD_IN_TIME, 0.95, OWN_MARK },
  { HF_ASSUMPTION_REWARD_SATISFIED, 0.85, OWN_MARK },
  { HF_ASSUMPTION_TALK_IN_TIME, 0.85, OWN_MARK },
  { HF_ASSUMPTION_TALK_SATISFIED, 0.7, OWN_MARK },
  { HF_ASSUMPTION_PENALTY_IN_TIME, 0.7, OWN_MARK },
  { HF_ASSUMPTION_PENALTY_SATISFIED, 0.5, OWN_MARK },
};

static gboolean
fill_assumptions (HfStoreSession *session, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (assumptions); i++)
    if (!hf_db_execute (session->db,
                        "INSERT INTO assumption (name, value, preset, source) "
                        "VALUES ($1, $2, $2, $3) ON CONFLICT (name) DO NOTHING",
                        HF_DB_VALUES (hf_db_text (assumptions[i].key),
                                      hf_db_real (assumptions[i].preset),
                                      hf_db_text (assumptions[i].source)),
                        NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_codebook (HfStoreSession *session, GError **error)
{
  gboolean empty = FALSE;
  if (!hf_store_codebook_is_empty (session, &empty, error))
    return FALSE;
  if (!empty)
    return TRUE;
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  return hf_store_codebook_save (session, codebook, error);
}

static gboolean
fill_guides (HfStoreSession *session, GError **error)
{
  g_auto (GStrv) codes = hf_starter_list_guides ();
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = hf_starter_load_guide (codes[i]);
      g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL),
                                        g_bytes_get_size (bytes));
      g_autoptr (HfGuide) guide = hf_guide_new_starter (codes[i]);
      if (!hf_store_guides_add_starter (session, codes[i], guide->kind, xml, error))
        return FALSE;
    }
  return TRUE;
}

/* The time zones of mainland China. */
static gboolean
is_desk_in_china (void)
{
  static const char *const zones[] = { "Asia/Shanghai", "Asia/Urumqi",  "Asia/Chongqing",
                                       "Asia/Harbin",   "Asia/Kashgar", NULL };
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  return g_strv_contains (zones, g_time_zone_get_identifier (here));
}

static gboolean
make_calendar (HfStoreSession *session, GError **error)
{
  gboolean is_china = is_desk_in_china ();
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  calendar->name = g_strdup (is_china ? _ ("Mainland China") : _ ("Monday to Friday"));
  if (is_china)
    hf_work_calendar_add_china (calendar);
  if (!hf_store_calendars_save (session, calendar, error))
    return FALSE;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, calendar->id);
  return hf_store_settings_set (session, HF_SETTING_CALENDAR, id, error);
}

/* Who chose one, or has one that nobody chose, goes on with it. */
static gboolean
fill_calendar (HfStoreSession *session, GError **error)
{
  g_autofree char *chosen = NULL;
  if (!hf_store_settings_find (session, HF_SETTING_CALENDAR, &chosen, error))
    return FALSE;
  if (chosen != NULL)
    return TRUE;
  g_autoptr (GPtrArray) calendars = hf_store_calendars_list (session, error);
  return calendars != NULL && (calendars->len > 0 || make_calendar (session, error));
}

/**
 * hf_store_starter_fill:
 * @session: a session that writes
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Fills in what every database has from the first day and misses: assumptions, the codebook, a
 * calendar for the firm and the newest version of the starter guides; brings the search up to
 * date, and forgets what imports changed that are too old to be undone. What else is there is
 * left as it is.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_store_starter_fill (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_begin_bulk (session);
  return fill_assumptions (session, error) && fill_codebook (session, error)
                 && fill_guides (session, error) && fill_calendar (session, error)
                 && hf_store_search_update (session, error)
                 && hf_store_import_images_forget (session, error)
             ? HF_STORE_DONE
             : NULL;
}
