#include "config.h"

#include "hf-id.h"

#define RANDOM_BITS 22

/* 2024-01-01T00:00:00Z in milliseconds: 41 bits from here last until 2093. */
#define EPOCH_MS G_GINT64_CONSTANT (1704067200000)

static gint64 last = 0;
static GMutex mutex;

/**
 * hf_id_new:
 *
 * Makes a record's key: 41 bits of milliseconds, then 22 that start at random in each new
 * millisecond, so that keys sort by time and two machines that never met do not make the same.
 * Within a process every key is larger than the one before, also when the clock goes back.
 *
 * Returns: a positive 63-bit key
 */
gint64
hf_id_new (void)
{
  gint64 now = g_get_real_time () / 1000 - EPOCH_MS;
  /* The top random bit stays clear: it leaves room to count on within the millisecond. */
  gint64 fresh = (MAX (now, 0) << RANDOM_BITS) | (g_random_int () >> (33 - RANDOM_BITS));

  g_mutex_lock (&mutex);
  gint64 id = (fresh >> RANDOM_BITS) > (last >> RANDOM_BITS) ? fresh : last + 1;
  last = id;
  g_mutex_unlock (&mutex);
  return id;
}

/**
 * hf_id_pass:
 * @id: a key
 *
 * Says that this key is used, and those before it: of many that one statement made.
 */
void
hf_id_pass (gint64 id)
{
  g_mutex_lock (&mutex);
  last = MAX (last, id);
  g_mutex_unlock (&mutex);
}
