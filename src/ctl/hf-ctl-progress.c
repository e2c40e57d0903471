#include "config.h"

#include "hf-ctl-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* More often nobody can read it. */
#define PAUSE (G_USEC_PER_SEC / 5)

static gint64 shown_at = 0; /* monotonic; 0: nothing shows */

/**
 * hf_ctl_progress_show:
 * @fraction: what is done, from 0 to 1
 * @n_rows: so many rows were read
 *
 * Shows on standard error, where that is a terminal, how far the work has come.
 */
void
hf_ctl_progress_show (double fraction, gint64 n_rows)
{
  gint64 now = g_get_monotonic_time ();
  if (!isatty (STDERR_FILENO) || (shown_at > 0 && now - shown_at < PAUSE))
    return;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n_rows);
  /* Translators: %s is a number. */
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), number);
  shown_at = now;
  fprintf (stderr, "\r%3.0f %%  %s\033[K", CLAMP (fraction, 0, 1) * 100, rows);
  fflush (stderr);
}

/**
 * hf_ctl_progress_clear:
 *
 * Takes away what was shown.
 */
void
hf_ctl_progress_clear (void)
{
  if (shown_at == 0)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  shown_at = 0;
}
