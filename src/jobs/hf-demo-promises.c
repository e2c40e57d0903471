#include "config.h"

#include "hf-demo-private.h"

#include "hf-store-promises.h"

/* Of a hundred promises: how many the customer releases, how many of the late ones were
 * promised anew in time, how many of the open ones a colleague was given. */
#define RELEASED 6
#define ANEW 45
#define GIVEN 25

typedef struct
{
  HfDemo *demo;
  HfPromise *promise;
  gboolean english;
  guint staff; /* who made it */
} Work;

static const char *
draw_note (const Work *self, const char *what)
{
  return hf_demo_text_draw_phrase (self->demo->text, &self->demo->promises, self->english,
                                   what);
}

static void
work (const Work *self, gint64 moment)
{
  hf_demo_work (self->demo, MIN (moment, self->demo->now), self->staff);
}

/* Some of those that would be late were promised anew before, and are kept by the new day. */
static gboolean
make_anew (const Work *self, gint64 done_at, GError **error)
{
  HfPromise *promise = self->promise;
  gint64 asked_at = promise->made_at + (promise->due_at - promise->made_at) * 3 / 4;
  work (self, asked_at);
  return hf_store_promises_make_anew (self->demo->session, promise,
                                      done_at + 2 * G_TIME_SPAN_HOUR,
                                      draw_note (self, "promise-anew"), error);
}

static gboolean
end (const Work *self, gint64 done_at, gboolean broken, GError **error)
{
  HfDemoRandom *chance = &self->demo->promises;
  HfPromiseState state = broken ? HF_PROMISE_BROKEN : HF_PROMISE_KEPT;
  gboolean late = done_at > self->promise->due_at;
  if (!broken && hf_demo_random_chance (chance, RELEASED))
    state = HF_PROMISE_RELEASED;
  else if (!broken && late && hf_demo_random_chance (chance, ANEW)
           && !make_anew (self, done_at, error))
    return FALSE;
  work (self, done_at);
  return hf_store_promises_end (self->demo->session, self->promise, state,
                                state == HF_PROMISE_BROKEN ? draw_note (self, "promise-broken")
                                : state == HF_PROMISE_RELEASED
                                    ? draw_note (self, "promise-released")
                                    : NULL,
                                error);
}

/* Who made it has left the branch for a while. */
static gboolean
give (const Work *self, GError **error)
{
  HfDemo *demo = self->demo;
  guint branch = hf_demo_random_below (&demo->promises, HF_DEMO_N_BRANCHES);
  gint64 colleague_id = demo->staff_ids[hf_demo_care_agent (branch)];
  if (!hf_demo_random_chance (&demo->promises, GIVEN)
      || colleague_id == self->promise->keeper_id)
    return TRUE;
  work (self, self->promise->made_at + 20 * G_TIME_SPAN_MINUTE);
  return hf_store_promises_give (demo->session, self->promise, colleague_id,
                                 draw_note (self, "promise-given"), error);
}

/**
 * hf_demo_keep_promise:
 * @self: the demo company
 * @promise: a promise that was stored
 * @staff: who made it
 * @english: in which language is noted what happened
 * @done_at: when it ended; 0 or a moment to come leaves it open
 * @broken: whether it was broken
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lets happen to a promise what happens to them. What is stored afterwards is done when and by
 * whom it was before.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_keep_promise (HfDemo *self, HfPromise *promise, guint staff, gboolean english,
                      gint64 done_at, gboolean broken, GError **error)
{
  const Work work = { self, promise, english, staff };
  gint64 now = hf_store_session_get_now (self->session);
  gint64 staff_id = hf_store_session_get_staff_id (self->session);
  gboolean stored = done_at == 0 || done_at > self->now ? give (&work, error)
                                                        : end (&work, done_at, broken, error);
  hf_store_session_set_now (self->session, now);
  hf_store_session_set_staff_id (self->session, staff_id);
  return stored;
}
