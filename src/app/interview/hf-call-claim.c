#include "config.h"

#include "hf-call-claim.h"

#include "hf-store-claims.h"

/* Four times while a claim lasts. */
#define RENEW_SECONDS (HF_CLAIM_SECONDS / 4)

/* A clock is never quite even; what it jumps further was not waited for. */
#define JUMP_SECONDS 60

/* That a customer is on the phone with this desk: said again while it lasts, and taken back at
 * the end. It also notices that the machine slept, or that its clock was put elsewhere. */
struct _HfCallClaim
{
  GObject parent_instance;

  HfStore *store;
  gint64 customer_id;
  guint timer;
  gint64 real_time; /* at the last look */
  gint64 monotonic_time;
};

enum
{
  LOST,
  JUMPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCallClaim, hf_call_claim, G_TYPE_OBJECT)

static gpointer
renew (HfStoreSession *session, gpointer customer_id, GError **error)
{
  gboolean taken = FALSE;
  hf_store_session_allow_repeat (session);
  if (!hf_store_claims_take (session, *(gint64 *) customer_id, &taken, error))
    return NULL;
  return taken ? HF_STORE_DONE
               : hf_store_claims_find_other (session, *(gint64 *) customer_id, error);
}

static gpointer
release (HfStoreSession *session, gpointer customer_id, GError **error)
{
  hf_store_session_allow_repeat (session);
  return hf_store_claims_release (session, *(gint64 *) customer_id, error) ? HF_STORE_DONE
                                                                           : NULL;
}

static void
free_other (gpointer result)
{
  if (result != HF_STORE_DONE)
    hf_claim_free (result);
}

static void
on_renewed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallClaim) self = data;
  gpointer other = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (other == NULL || other == HF_STORE_DONE)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[LOST], 0, other);
  hf_claim_free (other);
}

/**
 * hf_call_claim_look:
 * @self: a claim
 * @real_time: what the machine's clock shows, microseconds since 1970
 * @monotonic_time: as g_get_monotonic_time() gives it
 *
 * Compares the clocks with the last look: where they moved differently, "jumped" says by how
 * many seconds.
 */
void
hf_call_claim_look (HfCallClaim *self, gint64 real_time, gint64 monotonic_time)
{
  gint64 jump = (real_time - self->real_time) - (monotonic_time - self->monotonic_time);
  self->real_time = real_time;
  self->monotonic_time = monotonic_time;
  if (ABS (jump) > JUMP_SECONDS * G_USEC_PER_SEC)
    g_signal_emit (self, signals[JUMPED], 0, jump / G_USEC_PER_SEC);
}

/* Without a server nobody else can take the customer either. */
static gboolean
on_time (gpointer data)
{
  HfCallClaim *self = data;
  hf_call_claim_look (self, g_get_real_time (), g_get_monotonic_time ());
  if (hf_store_is_online (self->store))
    hf_store_run_async (self->store, HF_STORE_WRITE, renew,
                        g_memdup2 (&self->customer_id, sizeof self->customer_id), g_free,
                        free_other, NULL, on_renewed, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static void
hf_call_claim_dispose (GObject *object)
{
  HfCallClaim *self = HF_CALL_CLAIM (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->store != NULL)
    hf_call_claim_release (self->store, self->customer_id);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_call_claim_parent_class)->dispose (object);
}

static void
hf_call_claim_class_init (HfCallClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_call_claim_dispose;

  /* With an #HfClaim: another desk has the customer now. */
  signals[LOST] = g_signal_new ("lost", HF_TYPE_CALL_CLAIM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* With seconds: the machine slept, or its clock was put forward; or back, below zero. */
  signals[JUMPED] = g_signal_new ("jumped", HF_TYPE_CALL_CLAIM, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hf_call_claim_init (HfCallClaim *self)
{
  self->real_time = g_get_real_time ();
  self->monotonic_time = g_get_monotonic_time ();
  self->timer = g_timeout_add_seconds (RENEW_SECONDS, on_time, self);
}

/**
 * hf_call_claim_release:
 * @store: where the customer is kept
 * @customer_id: a customer whom this desk has taken
 *
 * Gives a customer back with whom there is no call.
 */
void
hf_call_claim_release (HfStore *store, gint64 customer_id)
{
  if (hf_store_is_online (store))
    hf_store_run_async (store, HF_STORE_WRITE, release,
                        g_memdup2 (&customer_id, sizeof customer_id), g_free, NULL, NULL, NULL,
                        NULL);
}

/**
 * hf_call_claim_new:
 * @store: where the customer is kept
 * @customer_id: a customer whom this desk has taken
 *
 * Keeps a customer for this desk until the claim is disposed of.
 *
 * Returns: (transfer full): the claim
 */
HfCallClaim *
hf_call_claim_new (HfStore *store, gint64 customer_id)
{
  HfCallClaim *self = g_object_new (HF_TYPE_CALL_CLAIM, NULL);
  self->store = g_object_ref (store);
  self->customer_id = customer_id;
  return self;
}
