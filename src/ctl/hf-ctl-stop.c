#include "config.h"

#include "hf-ctl-stop.h"

#include <signal.h>

static volatile sig_atomic_t asked = 0;

static void
on_signal (int number)
{
  asked = 1;
}

/**
 * hf_ctl_stop_listen:
 *
 * From now on Ctrl+C and a request to end stop the work under way and not the program, so that
 * no half file stays.
 */
void
hf_ctl_stop_listen (void)
{
  signal (SIGINT, on_signal);
  signal (SIGTERM, on_signal);
}

/**
 * hf_ctl_stop_get_cancellable:
 *
 * Gives what tells work to stop.
 *
 * Returns: (transfer none): the cancellable
 */
GCancellable *
hf_ctl_stop_get_cancellable (void)
{
  static GCancellable *cancellable = NULL;
  if (cancellable == NULL)
    cancellable = g_cancellable_new ();
  return cancellable;
}

/**
 * hf_ctl_stop_look:
 *
 * Stops the work where somebody asked for it; called now and then by the work itself, as a
 * signal's handler may do next to nothing.
 */
void
hf_ctl_stop_look (void)
{
  if (asked)
    g_cancellable_cancel (hf_ctl_stop_get_cancellable ());
}
