#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time in which nobody can go on, such as while the customer is asked for papers. */
typedef struct
{
  gint64 from;
  gint64 to; /* 0: it lasts */
  char *why;
} HfPause;

/* What runs until a promise is kept. */
typedef struct
{
  gint64 since;
  gint64 due_at;        /* 0: nothing is due */
  gint64 done_at;       /* 0: not yet */
  const GArray *pauses; /* (element-type HfPause) (nullable): by their beginnings */
} HfPromiseClock;

/* What a clock shows. */
typedef struct
{
  gboolean is_running; /* not done yet */
  gboolean is_paused;
  gboolean is_late; /* behind the promise, or done behind it; a pause excuses nothing */
  GTimeSpan left;   /* to the promise, negative behind it; when it was done, if it was */
  GTimeSpan paused; /* of all the time since it began */
  const char *why;  /* (nullable): the reason of the pause that lasts */
} HfClockReading;

void hf_pause_clear (HfPause *self);
void hf_promise_clock_read (const HfPromiseClock *self, gint64 now, HfClockReading *reading);

G_END_DECLS
