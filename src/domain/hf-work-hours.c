#include "config.h"

#include "hf-work-hours.h"

#include <string.h>

#define CLOSED "closed"

/* Spans that follow each other; two that touch are one too many. */
static gboolean
add_span (HfWorkHours *self, const char *text)
{
  guint end = self->n_spans > 0 ? self->spans[self->n_spans - 1].to : 0;
  HfClockSpan *span = &self->spans[self->n_spans];
  if (self->n_spans == HF_WORK_HOURS_MAX_SPANS || !hf_clock_span_parse (span, text)
      || (self->n_spans > 0 && span->from <= end))
    return FALSE;
  self->n_spans++;
  return TRUE;
}

/**
 * hf_work_hours_parse:
 * @self: (out caller-allocates): the hours of a day; closed where the text does not hold
 * @text: such as "09:00-12:00 13:30-18:00", or "closed"
 *
 * Reads the hours of a day.
 *
 * Returns: whether they hold: one to four spans, each behind the one before
 */
gboolean
hf_work_hours_parse (HfWorkHours *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
  *self = (HfWorkHours){ 0 };
  if (strcmp (text, CLOSED) == 0)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !add_span (self, words[i]))
      {
        *self = (HfWorkHours){ 0 };
        return FALSE;
      }
  return self->n_spans > 0;
}

/**
 * hf_work_hours_format:
 * @self: the hours of a day
 *
 * Writes them as hf_work_hours_parse() reads them.
 *
 * Returns: (transfer full): the text
 */
char *
hf_work_hours_format (const HfWorkHours *self)
{
  g_autoptr (GString) text = g_string_new (self->n_spans == 0 ? CLOSED : NULL);
  for (guint i = 0; i < self->n_spans; i++)
    {
      g_autofree char *span = hf_clock_span_format (&self->spans[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", span);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
