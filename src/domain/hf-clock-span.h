#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_MINUTES_A_DAY (24 * 60)

/* Minutes of a day, from the first to before the last. */
typedef struct
{
  guint from;
  guint to;
} HfClockSpan;

gboolean hf_clock_span_parse (HfClockSpan *self, const char *text);
char *hf_clock_span_format (const HfClockSpan *self);

G_END_DECLS
