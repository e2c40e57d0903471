#pragma once

#include "hf-promise.h"
#include "hf-work-calendar.h"

G_BEGIN_DECLS

#define HF_PROMISE_RULES_ERROR (hf_promise_rules_error_quark ())

typedef enum
{
  HF_PROMISE_RULES_ERROR_INVALID,
} HfPromiseRulesError;

typedef enum
{
  HF_CLOCK_ALWAYS,        /* round the clock, every day */
  HF_CLOCK_WORKING_HOURS, /* stands still outside a calendar's hours */
  HF_CLOCK_WORKDAYS,      /* counts a calendar's days */
} HfClockKind;

extern const HfChoice hf_clock_kinds[];

/* How soon a class of promise is to be kept. */
typedef struct
{
  HfClockKind clock;
  guint
      respond; /* minutes to the first word, by the clock; of a workday clock working minutes */
  guint resolve; /* minutes to the solution, by the clock; of a workday clock workdays */
  guint update;  /* minutes from one word to the next until it is solved; 0: none is due */
} HfPromiseRule;

/* The classes of a firm, by their terms. */
typedef struct
{
  HfPromiseRule of[HF_PROMISE_DATED];
} HfPromiseRules;

GQuark hf_promise_rules_error_quark (void);
void hf_promise_rules_init (HfPromiseRules *self);
gboolean hf_promise_rules_parse (HfPromiseRules *self, const char *text, GError **error);
char *hf_promise_rules_format (const HfPromiseRules *self);
gboolean hf_promise_rule_has_end (const HfPromiseRule *self);
void hf_promise_rule_set_clock (HfPromiseRule *self, HfClockKind clock);
gint64 hf_promise_rule_respond_by (const HfPromiseRule *self, HfWorkCalendar *calendar,
                                   gint64 made_at);
gint64 hf_promise_rule_resolve_by (const HfPromiseRule *self, HfWorkCalendar *calendar,
                                   gint64 made_at);
gint64 hf_promise_rule_next_word (const HfPromiseRule *self, gint64 last_word);

G_END_DECLS
