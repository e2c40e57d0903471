#include "config.h"

#include "hf-promise-clock.h"

/**
 * hf_pause_clear:
 * @self: a pause
 *
 * Frees what it holds.
 */
void
hf_pause_clear (HfPause *self)
{
  g_clear_pointer (&self->why, g_free);
}

static void
read_pauses (const HfPromiseClock *self, gint64 until, HfClockReading *reading)
{
  gint64 counted = self->since;
  for (guint i = 0; self->pauses != NULL && i < self->pauses->len; i++)
    {
      const HfPause *pause = &g_array_index (self->pauses, HfPause, i);
      gint64 from = MAX (pause->from, counted);
      gint64 to = pause->to != 0 ? MIN (pause->to, until) : until;
      if (pause->to == 0 && reading->is_running && pause->from <= until)
        {
          reading->is_paused = TRUE;
          reading->why = pause->why;
        }
      reading->paused += MAX (to - from, 0);
      counted = MAX (counted, to);
    }
}

/**
 * hf_promise_clock_read:
 * @self: a clock
 * @now: a moment
 * @reading: (out caller-allocates): what it shows then
 *
 * Reads a clock. A pause shows as one, and how long all of them took; what was promised stays
 * where it was.
 */
void
hf_promise_clock_read (const HfPromiseClock *self, gint64 now, HfClockReading *reading)
{
  gint64 until = self->done_at != 0 ? self->done_at : now;
  *reading = (HfClockReading){ .is_running = self->done_at == 0 };
  if (self->due_at != 0)
    {
      reading->left = self->due_at - until;
      reading->is_late = reading->left < 0;
    }
  read_pauses (self, until, reading);
}
