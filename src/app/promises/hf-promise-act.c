#include "config.h"

#include "hf-promise-act.h"

#include <glib/gi18n.h>

#include "hf-promise-closures.h"
#include "hf-store-act.h"
#include "hf-store-promises.h"
#include "hf-time.h"

/* A change of a promise, from which it can be taken back. */
typedef struct
{
  HfPromise *before;
  HfPromise *after; /* as it is stored; NULL until it is */
  HfPromiseState state;
  gint64 due_at;
  gint64 keeper_id;
  char *words;
} Change;

static Change *
change_new (const HfPromise *promise, const char *words)
{
  Change *change = g_new0 (Change, 1);
  change->before = hf_promise_copy (promise);
  change->words = g_strdup (words);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;
  g_object_unref (change->before);
  g_clear_object (&change->after);
  g_free (change->words);
  g_free (change);
}

/* The work may be done again, from what it began with. */
static HfPromise *
begin (HfStoreSession *session, Change *change)
{
  hf_store_session_allow_repeat (session);
  g_clear_object (&change->after);
  change->after = hf_promise_copy (change->before);
  return change->after;
}

static gpointer
end (HfStoreSession *session, gpointer data, GError **error)
{
  Change *change = data;
  return hf_store_promises_end (session, begin (session, change), change->state, change->words,
                                error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
reopen (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_promises_reopen (session, begin (session, data), error) ? HF_STORE_DONE
                                                                          : NULL;
}

static gpointer
make_anew (HfStoreSession *session, gpointer data, GError **error)
{
  Change *change = data;
  return hf_store_promises_make_anew (session, begin (session, change), change->due_at,
                                      change->words, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
give (HfStoreSession *session, gpointer data, GError **error)
{
  Change *change = data;
  return hf_store_promises_give (session, begin (session, change), change->keeper_id,
                                 change->words, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
take_back (HfStoreSession *session, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (HfPromise) promise = hf_promise_copy (change->after);
  hf_store_session_allow_repeat (session);
  return hf_store_promises_take_back (session, promise, change->before, error) ? HF_STORE_DONE
                                                                               : NULL;
}

/**
 * hf_promise_act_end:
 * @widget: a widget of the window to say it in
 * @store: where promises are
 * @promise: an open promise as it shows
 * @state: what became of it; of a kept one the time says whether it was kept late
 * @note: (nullable): how; of a broken one why, of a released one the customer's words
 *
 * Ends a promise and offers to take that back.
 */
void
hf_promise_act_end (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                    HfPromiseState state, const char *note)
{
  Change *change = change_new (promise, note);
  gboolean late = hf_promise_is_late (promise, hf_time_now ());
  change->state = state;
  hf_store_act_run (widget, store, end, take_back, change, change_free,
                    hf_promise_words_ended (state, late));
}

/**
 * hf_promise_act_reopen:
 * @widget: a widget of the window to say it in
 * @store: where promises are
 * @promise: a promise that has ended, as it shows
 *
 * Lets a promise wait again and offers to take that back.
 */
void
hf_promise_act_reopen (GtkWidget *widget, HfStore *store, const HfPromise *promise)
{
  hf_store_act_run (widget, store, reopen, take_back, change_new (promise, NULL), change_free,
                    _ ("Promise opened again"));
}

/**
 * hf_promise_act_make_anew:
 * @widget: a widget of the window to say it in
 * @store: where promises are
 * @promise: an open promise as it shows
 * @due_at: until when it is promised now
 * @why: what the customer was told
 *
 * Promises anew and offers to take that back.
 */
void
hf_promise_act_make_anew (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                          gint64 due_at, const char *why)
{
  Change *change = change_new (promise, why);
  change->due_at = due_at;
  hf_store_act_run (widget, store, make_anew, take_back, change, change_free,
                    _ ("Promised anew"));
}

/**
 * hf_promise_act_give:
 * @widget: a widget of the window to say it in
 * @store: where promises are
 * @promise: an open promise as it shows
 * @keeper_id: who keeps it from now on
 * @why: (nullable): why
 *
 * Gives a promise to a colleague and offers to take that back.
 */
void
hf_promise_act_give (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                     gint64 keeper_id, const char *why)
{
  Change *change = change_new (promise, why);
  change->keeper_id = keeper_id;
  hf_store_act_run (widget, store, give, take_back, change, change_free,
                    _ ("Promise given to a colleague"));
}
