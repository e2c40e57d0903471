#include "config.h"

#include "hf-test-gate.h"

static GMutex gate;
static gint n_behind;

static gpointer
pass (HfStoreSession *session, gpointer unused, GError **error)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_atomic_int_add (&n_behind, -1);
  return HF_STORE_DONE;
}

/**
 * hf_test_gate_shut:
 * @store: a store
 * @access: reading or writing
 * @n_works: how many works it does side by side
 *
 * Has works that are asked for from now on wait until the gate is opened.
 */
void
hf_test_gate_shut (HfStore *store, HfStoreAccess access, guint n_works)
{
  g_mutex_lock (&gate);
  g_atomic_int_set (&n_behind, (gint) n_works);
  for (guint i = 0; i < n_works; i++)
    hf_store_run_async (store, access, pass, NULL, NULL, NULL, NULL, NULL, NULL);
}

/**
 * hf_test_gate_open:
 *
 * Opens the gate, and waits until the works of before are done.
 */
void
hf_test_gate_open (void)
{
  g_mutex_unlock (&gate);
  while (g_atomic_int_get (&n_behind) > 0)
    g_usleep (1000);
}
