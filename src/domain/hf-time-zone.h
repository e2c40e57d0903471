#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time zone that people choose by its name. */
typedef struct
{
  const char *id;          /* such as Asia/Urumqi */
  const char *label;       /* marked with NC_ ("time zone", ..) */
  const char *standard;    /* its offset without daylight saving, such as +06:00 */
  const char *const *also; /* what files call it, NULL-ended */
} HfTimeZone;

extern const HfTimeZone hf_time_zones[]; /* ended by one without an id */

#define HF_TIME_ZONE_CONTEXT "time zone"

const HfTimeZone *hf_time_zone_get (const char *id);
char *hf_time_zone_find (const char *text);
const char *hf_time_zone_label (const char *id);
GTimeZone *hf_time_zone_new (const char *id);
gboolean hf_time_zone_differs (GTimeZone *zone, GTimeZone *other, gint64 moment);

G_END_DECLS
