#include "config.h"

#include "hf-query-flight.h"

struct _HfQueryFlight
{
  HfQueryFetch *fetch; /* borrowed: the work has it */
  GCancellable *cancellable;
  HfQueryLandedFunc landed;
  gpointer owner; /* borrowed: whoever goes gives the question up */
};

static void
on_run (GObject *store, GAsyncResult *result, gpointer data)
{
  HfQueryFlight *self = data;
  g_autoptr (GError) error = NULL;
  hf_store_run_finish (HF_STORE (store), result, &error);
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->landed (self->owner, self->fetch, error);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * hf_query_flight_start:
 * @store: a store
 * @fetch: (transfer full): what is asked
 * @landed: takes the answer, after which the flight is no more
 * @owner: for @landed
 *
 * Asks the store without waiting for it.
 *
 * Returns: (transfer none): the flight
 */
HfQueryFlight *
hf_query_flight_start (HfStore *store, HfQueryFetch *fetch, HfQueryLandedFunc landed,
                       gpointer owner)
{
  HfQueryFlight *self = g_new0 (HfQueryFlight, 1);
  *self = (HfQueryFlight){ fetch, g_cancellable_new (), landed, owner };
  hf_store_run_async (store, HF_STORE_READ, hf_query_fetch_run, fetch, hf_query_fetch_free,
                      NULL, self->cancellable, on_run, self);
  return self;
}

/**
 * hf_query_flight_cancel:
 * @self: a flight
 *
 * Gives the question up: nobody is told of an answer.
 */
void
hf_query_flight_cancel (HfQueryFlight *self)
{
  g_cancellable_cancel (self->cancellable);
}
