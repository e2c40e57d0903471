#include "config.h"

#include "hf-time-zone.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hf-text.h"

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* East to west, those of Chinese customers first. */
const HfTimeZone hf_time_zones[] = {
  { "Asia/Shanghai", NC_ ("time zone", "China (Beijing time)"), "+08:00",
    ALSO ("Beijing", "北京", "北京时间", "北京時間", "东八区", "東八區", "中国", "China") },
  { "Asia/Urumqi", NC_ ("time zone", "Xinjiang (Urumqi)"), "+06:00",
    ALSO ("Urumqi", "Xinjiang", "新疆", "新疆时间", "新疆時間", "乌鲁木齐", "烏魯木齊") },
  { "Asia/Hong_Kong", NC_ ("time zone", "Hong Kong"), "+08:00", ALSO ("香港") },
  { "Asia/Macau", NC_ ("time zone", "Macau"), "+08:00", ALSO ("澳门", "澳門", "Macao") },
  { "Asia/Taipei", NC_ ("time zone", "Taiwan (Taipei)"), "+08:00",
    ALSO ("Taipei", "Taiwan", "台北", "臺北", "台湾", "臺灣", "台灣") },
  { "Pacific/Auckland", NC_ ("time zone", "New Zealand"), "+12:00", ALSO ("Auckland") },
  { "Australia/Sydney", NC_ ("time zone", "Australia, east (Sydney)"), "+10:00",
    ALSO ("Sydney", "悉尼", "雪梨") },
  { "Australia/Brisbane", NC_ ("time zone", "Australia, Queensland"), "+10:00",
    ALSO ("Brisbane") },
  { "Asia/Vladivostok", NC_ ("time zone", "Russia, Pacific (Vladivostok)"), "+10:00",
    ALSO ("Vladivostok") },
  { "Asia/Tokyo", NC_ ("time zone", "Japan"), "+09:00",
    ALSO ("Tokyo", "日本", "东京", "東京") },
  { "Asia/Seoul", NC_ ("time zone", "Korea"), "+09:00",
    ALSO ("Seoul", "韩国", "韓國", "首尔", "首爾") },
  { "Australia/Perth", NC_ ("time zone", "Australia, west (Perth)"), "+08:00", ALSO ("Perth") },
  { "Asia/Singapore", NC_ ("time zone", "Singapore"), "+08:00", ALSO ("新加坡") },
  { "Asia/Kuala_Lumpur", NC_ ("time zone", "Malaysia"), "+08:00",
    ALSO ("Kuala Lumpur", "马来西亚", "馬來西亞") },
  { "Asia/Manila", NC_ ("time zone", "Philippines"), "+08:00",
    ALSO ("Manila", "菲律宾", "菲律賓") },
  { "Asia/Ulaanbaatar", NC_ ("time zone", "Mongolia"), "+08:00", ALSO ("Ulaanbaatar", "蒙古") },
  { "Asia/Ho_Chi_Minh", NC_ ("time zone", "Vietnam"), "+07:00", ALSO ("越南") },
  { "Asia/Bangkok", NC_ ("time zone", "Thailand"), "+07:00",
    ALSO ("Bangkok", "泰国", "泰國", "曼谷") },
  { "Asia/Jakarta", NC_ ("time zone", "Indonesia, west (Jakarta)"), "+07:00",
    ALSO ("Jakarta", "印度尼西亚", "印尼") },
  { "Asia/Yangon", NC_ ("time zone", "Myanmar"), "+06:30", ALSO ("缅甸", "緬甸") },
  { "Asia/Dhaka", NC_ ("time zone", "Bangladesh"), "+06:00", ALSO ("Dhaka") },
  { "Asia/Kolkata", NC_ ("time zone", "India"), "+05:30", ALSO ("印度") },
  { "Asia/Karachi", NC_ ("time zone", "Pakistan"), "+05:00", ALSO ("巴基斯坦") },
  { "Asia/Tashkent", NC_ ("time zone", "Uzbekistan"), "+05:00", ALSO ("Tashkent") },
  { "Asia/Dubai", NC_ ("time zone", "Emirates (Dubai)"), "+04:00",
    ALSO ("Dubai", "迪拜", "杜拜") },
  { "Asia/Riyadh", NC_ ("time zone", "Saudi Arabia"), "+03:00", ALSO ("Riyadh") },
  { "Europe/Istanbul", NC_ ("time zone", "Turkey"), "+03:00", ALSO ("Istanbul") },
  { "Europe/Moscow", NC_ ("time zone", "Russia (Moscow)"), "+03:00",
    ALSO ("Moscow", "莫斯科") },
  { "Africa/Nairobi", NC_ ("time zone", "Kenya"), "+03:00", ALSO ("Nairobi") },
  { "Europe/Athens", NC_ ("time zone", "Eastern Europe (Athens)"), "+02:00",
    ALSO ("Athens", "EET") },
  { "Africa/Cairo", NC_ ("time zone", "Egypt"), "+02:00", ALSO ("Cairo") },
  { "Africa/Johannesburg", NC_ ("time zone", "South Africa"), "+02:00",
    ALSO ("Johannesburg", "南非") },
  { "Europe/Berlin", NC_ ("time zone", "Central Europe (Berlin, Paris)"), "+01:00",
    ALSO ("Berlin", "Paris", "CET", "德国", "德國", "法国", "法國") },
  { "Africa/Lagos", NC_ ("time zone", "West Africa (Lagos)"), "+01:00", ALSO ("Lagos") },
  { "Europe/London", NC_ ("time zone", "United Kingdom"), "+00:00",
    ALSO ("London", "英国", "英國", "伦敦", "倫敦") },
  { "America/Sao_Paulo", NC_ ("time zone", "Brazil (São Paulo)"), "-03:00",
    ALSO ("Sao Paulo", "巴西") },
  { "America/Halifax", NC_ ("time zone", "Canada, Atlantic"), "-04:00", ALSO ("Halifax") },
  { "America/New_York", NC_ ("time zone", "America, east (New York)"), "-05:00",
    ALSO ("New York", "Toronto", "纽约", "紐約", "美东", "美東") },
  { "America/Chicago", NC_ ("time zone", "America, central (Chicago)"), "-06:00",
    ALSO ("Chicago", "芝加哥") },
  { "America/Mexico_City", NC_ ("time zone", "Mexico (Mexico City)"), "-06:00",
    ALSO ("Mexico City", "墨西哥") },
  { "America/Denver", NC_ ("time zone", "America, mountains (Denver)"), "-07:00",
    ALSO ("Denver") },
  { "America/Los_Angeles", NC_ ("time zone", "America, west (Los Angeles)"), "-08:00",
    ALSO ("Los Angeles", "Vancouver", "洛杉矶", "洛杉磯", "美西") },
  { "Pacific/Honolulu", NC_ ("time zone", "Hawaii"), "-10:00", ALSO ("Honolulu", "夏威夷") },
  { NULL, NULL, NULL, NULL },
};

static gboolean
is_called (const HfTimeZone *zone, const char *folded)
{
  g_autofree char *id = hf_text_fold (zone->id);
  g_autofree char *label = hf_text_fold (zone->label);
  g_autofree char *translated = hf_text_fold (hf_time_zone_label (zone->id));
  gboolean is = g_str_equal (folded, id) || g_str_equal (folded, label)
                || g_str_equal (folded, translated);
  for (gsize i = 0; !is && zone->also[i] != NULL; i++)
    {
      g_autofree char *other = hf_text_fold (zone->also[i]);
      is = g_str_equal (folded, other);
    }
  return is;
}

/* UTC+8, GMT+08:00, +0800: none of it is left to the system, which reads UTC+8 as eight hours
 * behind. */
static char *
read_offset (const char *folded)
{
  const char *at = folded;
  unsigned int hours, minutes = 0;
  char rest = '\0';
  if (g_str_has_prefix (at, "utc") || g_str_has_prefix (at, "gmt"))
    at += 3;
  if (*at == '\0' && at != folded)
    return g_strdup ("+00:00");
  if ((*at != '+' && *at != '-') || !g_ascii_isdigit (at[1]))
    return NULL;
  gsize digits = strspn (at + 1, "0123456789");
  int n_read = digits == 4 ? sscanf (at + 1, "%2u%2u%c", &hours, &minutes, &rest)
                           : sscanf (at + 1, "%2u:%2u%c", &hours, &minutes, &rest);
  gboolean whole = n_read == 2 || (n_read == 1 && digits <= 2 && at[1 + digits] == '\0');
  return whole && hours <= 14 && minutes < 60
             ? g_strdup_printf ("%c%02u:%02u", *at, hours, minutes)
             : NULL;
}

/**
 * hf_time_zone_get:
 * @id: (nullable): such as Asia/Urumqi
 *
 * Finds one of the time zones that have a name.
 *
 * Returns: (nullable): the time zone
 */
const HfTimeZone *
hf_time_zone_get (const char *id)
{
  for (const HfTimeZone *zone = hf_time_zones; id != NULL && zone->id != NULL; zone++)
    if (strcmp (zone->id, id) == 0)
      return zone;
  return NULL;
}

/**
 * hf_time_zone_find:
 * @text: (nullable): a name in English or in the program's language, what else a file calls it,
 *   an identifier such as Asia/Urumqi, or an offset such as UTC+6
 *
 * Finds a time zone by what a file or a person calls it.
 *
 * Returns: (transfer full) (nullable): its identifier, an offset as +06:00; %NULL where there
 * is no such time zone
 */
char *
hf_time_zone_find (const char *text)
{
  g_autofree char *trimmed = hf_text_trim (text);
  if (trimmed == NULL)
    return NULL;
  g_autofree char *folded = hf_text_fold (trimmed);
  for (const HfTimeZone *zone = hf_time_zones; zone->id != NULL; zone++)
    if (is_called (zone, folded))
      return g_strdup (zone->id);
  if (strchr (trimmed, '/') == NULL)
    return read_offset (folded);
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (trimmed);
  return known != NULL ? g_steal_pointer (&trimmed) : NULL;
}

/**
 * hf_time_zone_label:
 * @id: (nullable): a time zone's identifier
 *
 * Gives a time zone's name in the program's language.
 *
 * Returns: (nullable): its name, the identifier where it has none
 */
const char *
hf_time_zone_label (const char *id)
{
  const HfTimeZone *zone = hf_time_zone_get (id);
  return zone != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, HF_TIME_ZONE_CONTEXT, zone->label) : id;
}

/**
 * hf_time_zone_new:
 * @id: (nullable): such as Asia/Urumqi; %NULL or empty for this desk's
 *
 * Makes a time zone; one that is not known here counts as this desk's. Where the system keeps
 * no rules of time zones, the usual offset counts.
 *
 * Returns: (transfer full): the time zone
 */
GTimeZone *
hf_time_zone_new (const char *id)
{
  const HfTimeZone *zone = hf_time_zone_get (id);
  GTimeZone *made = id != NULL && *id != '\0' ? g_time_zone_new_identifier (id) : NULL;
  if (made == NULL && zone != NULL)
    made = g_time_zone_new_identifier (zone->standard);
  return made != NULL ? made : g_time_zone_new_local ();
}

static int
offset_at (GTimeZone *zone, gint64 moment)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                            moment / G_USEC_PER_SEC);
  return g_time_zone_get_offset (zone, MAX (interval, 0));
}

/**
 * hf_time_zone_differs:
 * @zone: a time zone
 * @other: another one
 * @moment: a moment
 *
 * Tells whether the clocks of two time zones show another time.
 *
 * Returns: whether they do
 */
gboolean
hf_time_zone_differs (GTimeZone *zone, GTimeZone *other, gint64 moment)
{
  return offset_at (zone, moment) != offset_at (other, moment);
}
