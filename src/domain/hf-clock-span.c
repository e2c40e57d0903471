#include "config.h"

#include "hf-clock-span.h"

#include <stdio.h>

/**
 * hf_clock_span_parse:
 * @self: (out caller-allocates): a span
 * @text: such as 09:00-20:00; 24:00 is the end of the day
 *
 * Reads a span of the day's clock.
 *
 * Returns: whether the text is one
 */
gboolean
hf_clock_span_parse (HfClockSpan *self, const char *text)
{
  guint from, from_minute, to, to_minute;
  int length = 0;
  *self = (HfClockSpan){ 0, 0 };
  if (sscanf (text, "%2u:%2u-%2u:%2u%n", &from, &from_minute, &to, &to_minute, &length) != 4
      || text[length] != '\0' || from_minute > 59 || to_minute > 59)
    return FALSE;
  self->from = from * 60 + from_minute;
  self->to = to * 60 + to_minute;
  return self->from < self->to && self->to <= HF_MINUTES_A_DAY;
}

/**
 * hf_clock_span_format:
 * @self: a span
 *
 * Writes it as hf_clock_span_parse() reads it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_clock_span_format (const HfClockSpan *self)
{
  return g_strdup_printf ("%02u:%02u-%02u:%02u", self->from / 60, self->from % 60,
                          self->to / 60, self->to % 60);
}
