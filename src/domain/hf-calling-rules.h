#pragma once

#include "hf-clock-span.h"

G_BEGIN_DECLS

#define HF_CALLING_RULES_ERROR (hf_calling_rules_error_quark ())

typedef enum
{
  HF_CALLING_RULES_ERROR_INVALID,
} HfCallingRulesError;

/* The parts of a week in which different people are at home; a set of them is flags. */
typedef enum
{
  HF_CALLING_MORNING = 1 << 0,   /* of a weekday, to noon */
  HF_CALLING_AFTERNOON = 1 << 1, /* to 17:00 */
  HF_CALLING_EVENING = 1 << 2,
  HF_CALLING_WEEKEND = 1 << 3,
} HfCallingPart;

#define HF_CALLING_MAX_CAP 50
#define HF_CALLING_MAX_SCORE 10

/* The hours of a day; nobody is called where they end as they begin. */
typedef HfClockSpan HfCallingDay;

/* When customers may be called, by the clock of where they live, and how often. */
typedef struct
{
  HfCallingDay days[7]; /* Monday first */
  guint cap;            /* attempts, after which nobody tries again by himself; 0: no cap */
  gboolean spread;      /* the next attempt comes in a part of the week not tried so far */
  guint care_below;     /* who gives a lower score of ten is called about it; 0: nobody is */
} HfCallingRules;

GQuark hf_calling_rules_error_quark (void);
void hf_calling_rules_init (HfCallingRules *self);
gboolean hf_calling_rules_parse (HfCallingRules *self, const char *text, GError **error);
char *hf_calling_rules_format (const HfCallingRules *self);
char *hf_calling_day_format (const HfCallingDay *self);
gboolean hf_calling_day_parse (HfCallingDay *self, const char *text);

HfCallingPart hf_calling_part_of (GTimeZone *zone, gint64 moment);
gboolean hf_calling_rules_is_open (const HfCallingRules *self, GTimeZone *zone, gint64 moment);
gint64 hf_calling_rules_next_open (const HfCallingRules *self, GTimeZone *zone, gint64 moment);
gint64 hf_calling_rules_next_try (const HfCallingRules *self, GTimeZone *zone, gint64 moment,
                                  guint tried);

G_END_DECLS
