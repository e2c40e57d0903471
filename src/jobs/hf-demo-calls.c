#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-coded-reason.h"
#include "hf-demo-interview.h"
#include "hf-demo-private.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-time.h"

/* Lost customers are called two to six weeks after they left. */
#define SOONEST 14
#define LATEST 42

/* So many of those whose account manager changed name that. */
#define CHANGE_PERCENT 18

/* So many days after the loss nobody tries any more. */
#define GIVEN_UP_AFTER 110

#define N_THANKED 34
#define N_TO_BE_THANKED 9
#define THANKED_VALUE (25000 * HF_AMOUNT_UNIT)

/* Minutes from now for which customers have agreed to be called. */
static const int appointments[] = { -35, -5, 50, 130, 240 };

/* Minutes ago of what was done today: interviews, and calls that nobody answered. */
static const int completed_today[] = { 205, 160, 118, 64 };
static const int in_vain_today[] = { 140, 95, 31 };

/* The calls while they are made. */
typedef struct
{
  HfDemo *demo;
  HfGuide *lost;
  HfGuide *thanks;
  GPtrArray *stories; /* (element-type HfDemoStory): not told yet, borrowed */
  guint n_appointments;
  guint n_in_progress;
  guint n_completed_today;
  guint n_in_vain_today;
  guint n_thanked;
} Calls;

/* Takes a story in the customer's language that begins with a code; NULL where all are told. */
static const HfDemoStory *
take_story (Calls *calls, const HfDemoPerson *person, const char *about)
{
  guint n_stories = calls->stories->len;
  guint first = hf_demo_random_below (&calls->demo->random, MAX (n_stories, 1));
  for (guint i = 0; i < n_stories; i++)
    {
      guint place = (first + i) % n_stories;
      const HfDemoStory *story = calls->stories->pdata[place];
      if (story->english == person->english && hf_demo_story_is_about (story, about))
        {
          g_ptr_array_remove_index_fast (calls->stories, place);
          return story;
        }
    }
  return NULL;
}

/* Each story is told once before one is told again; a change of account managers is often what
 * it is about. */
static const HfDemoStory *
draw_story (Calls *calls, const HfDemoPerson *person)
{
  gboolean changed = person->handed_over_ago != HF_DEMO_NEVER
                     && hf_demo_random_chance (&calls->demo->random, CHANGE_PERCENT);
  const char *about = changed ? "staff-turnover" : "";
  const HfDemoStory *story = take_story (calls, person, about);
  if (story != NULL)
    return story;
  GPtrArray *all = calls->demo->text->stories;
  for (guint i = 0; i < all->len; i++)
    if (hf_demo_story_is_about (all->pdata[i], about))
      g_ptr_array_add (calls->stories, all->pdata[i]);
  return take_story (calls, person, about);
}

static gboolean
try_in_vain (HfDemo *self, const HfDemoPerson *person, gint64 task_id, gint64 at,
             const char *outcome, gint64 call_again_at, GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->task_id = task_id;
  attempt->customer_id = person->record->id;
  attempt->outcome = g_strdup (outcome);
  attempt->note = g_strdup (
      hf_demo_text_draw_phrase (self->text, &self->random, person->english, outcome));
  attempt->started_at = at;
  attempt->ended_at = at + 40 * G_TIME_SPAN_SECOND;
  hf_demo_work (self, attempt->ended_at, hf_demo_care_agent (person->branch));
  return hf_store_attempts_add (self->session, attempt, HF_INTERVIEW_LOST, call_again_at,
                                error);
}

static const char *
draw_silence (HfDemo *self)
{
  static const char *const outcomes[] = { "no-answer", "no-answer",    "no-answer",
                                          "busy",      "switched-off", "not-in" };
  return outcomes[hf_demo_random_below (&self->random, G_N_ELEMENTS (outcomes))];
}

static gboolean
queue (HfDemo *self, const HfDemoPerson *person, int days_ago, gint64 *task_id, GError **error)
{
  hf_demo_work (self, hf_demo_moment (self, days_ago, 8 * 60 + 30),
                hf_demo_care_agent (person->branch));
  return hf_store_queue_add (self->session, person->record->id, HF_INTERVIEW_LOST, 0, NULL,
                             task_id, error);
}

/* Some calls in vain before the one that counts, a day between them. */
static gboolean
try_before (HfDemo *self, const HfDemoPerson *person, gint64 task_id, int days_ago,
            guint n_tries, GError **error)
{
  for (guint i = 0; i < n_tries; i++)
    {
      int ago = days_ago + (int) (n_tries - i);
      gint64 at = hf_demo_moment (self, ago,
                                  hf_demo_random_between (&self->random, 9 * 60, 19 * 60));
      if (!try_in_vain (self, person, task_id, at, draw_silence (self),
                        at + 20 * G_TIME_SPAN_HOUR, error))
        return FALSE;
    }
  return TRUE;
}

/* Some come back by themselves; others are made an offer later. */
static gboolean
come_back (HfDemo *self, HfDemoPerson *person, int days_ago, GError **error)
{
  if (days_ago < 60 || !hf_demo_random_chance (&self->random, 12))
    return TRUE;
  person->record->status = HF_CUSTOMER_WON_BACK;
  hf_demo_work (self, hf_demo_moment (self, days_ago - 30, 11 * 60),
                hf_demo_care_agent (person->branch));
  return hf_store_customers_save (self->session, person->record, error);
}

static gboolean
interview (Calls *calls, HfDemoPerson *person, int days_ago, HfDemoInterview plan,
           GError **error)
{
  HfDemo *self = calls->demo;
  gint64 task_id = 0;
  guint n_tries = hf_demo_random_below (&self->random, 3);
  plan.kind = HF_INTERVIEW_LOST;
  if (plan.started_at == 0)
    plan.started_at = hf_demo_moment (self, days_ago,
                                      hf_demo_random_between (&self->random, 9 * 60, 19 * 60));
  return queue (self, person, days_ago + 3, &task_id, error)
         && try_before (self, person, task_id, days_ago, n_tries, error)
         && hf_demo_hold_interview (self, person, calls->lost, &plan, error);
}

static gboolean
refuse (Calls *calls, HfDemoPerson *person, int days_ago, GError **error)
{
  gboolean firmly = hf_demo_random_chance (&calls->demo->random, 60);
  HfDemoInterview plan = { .refuses = TRUE,
                           .outcome = firmly ? "refused-hard" : "refused-soft",
                           .state = HF_INTERVIEW_REFUSED };
  if (!interview (calls, person, days_ago, plan, error))
    return FALSE;
  if (!firmly)
    return TRUE;
  person->record->do_not_call = TRUE;
  person->record->do_not_call_on = hf_time_format_date (
      hf_store_session_get_now (calls->demo->session));
  person->record->do_not_call_reason = g_strdup (
      hf_customer_get_refusal_reason (HF_CUSTOMER_REFUSAL_ASKED));
  return hf_store_customers_save (calls->demo->session, person->record, error);
}

static gint64
minutes_ago (const HfDemo *self, int minutes)
{
  return self->now - minutes * G_TIME_SPAN_MINUTE;
}

static gboolean
complete (Calls *calls, HfDemoPerson *person, int days_ago, GError **error)
{
  HfDemoInterview plan = { .story = draw_story (calls, person),
                           .outcome = "completed",
                           .state = HF_INTERVIEW_COMPLETED };
  if (days_ago < 30 && calls->n_completed_today < G_N_ELEMENTS (completed_today))
    {
      plan.started_at = minutes_ago (calls->demo, completed_today[calls->n_completed_today++]);
      days_ago = 0;
    }
  return interview (calls, person, days_ago, plan, error)
         && come_back (calls->demo, person, days_ago, error);
}

/* Nobody could be reached, and it is too long ago to ask. */
static gboolean
give_up (Calls *calls, const HfDemoPerson *person, int days_ago, GError **error)
{
  static const char *const outcomes[] = { "no-answer", "no-answer", "switched-off",
                                          "wrong-number", "out-of-service" };
  HfDemo *self = calls->demo;
  gint64 task_id = 0;
  guint n_tries = 2 + hf_demo_random_below (&self->random, 3);
  const char *outcome = outcomes[hf_demo_random_below (&self->random, G_N_ELEMENTS (outcomes))];
  return queue (self, person, days_ago + 6, &task_id, error)
         && try_before (self, person, task_id, days_ago, n_tries, error)
         && try_in_vain (self, person, task_id, hf_demo_moment (self, days_ago, 17 * 60),
                         outcome, 0, error);
}

/* Nobody answers yet, or the customer has agreed to be called again. */
static gboolean
keep_trying (Calls *calls, const HfDemoPerson *person, GError **error)
{
  HfDemo *self = calls->demo;
  gint64 task_id = 0;
  int days_ago = hf_demo_random_between (&self->random, 1, 5);
  guint n_tries = 1 + hf_demo_random_below (&self->random, 4);
  if (!queue (self, person, days_ago + 6, &task_id, error)
      || !try_before (self, person, task_id, days_ago, n_tries, error))
    return FALSE;
  if (calls->n_in_vain_today < G_N_ELEMENTS (in_vain_today))
    {
      gint64 at = minutes_ago (self, in_vain_today[calls->n_in_vain_today++]);
      return try_in_vain (self, person, task_id, at, draw_silence (self),
                          at + 3 * G_TIME_SPAN_HOUR, error);
    }
  if (calls->n_appointments >= G_N_ELEMENTS (appointments))
    return TRUE;
  gint64 appointment = minutes_ago (self, -appointments[calls->n_appointments++]);
  return try_in_vain (self, person, task_id, self->now - G_TIME_SPAN_DAY, "call-back",
                      appointment, error);
}

static gboolean
begin (Calls *calls, HfDemoPerson *person, GError **error)
{
  static const struct
  {
    int minutes_ago;
    guint questions;
    const char *draft;
  } beginnings[] = { { 26, 9, NULL }, { 8, 2, "一开始是换了顾问，后来" } };
  HfDemo *self = calls->demo;
  guint nth = calls->n_in_progress++;
  HfDemoInterview plan = { .story = draw_story (calls, person),
                           .questions = beginnings[nth].questions,
                           .started_at = minutes_ago (self, beginnings[nth].minutes_ago) };
  if (!interview (calls, person, 0, plan, error))
    return FALSE;
  g_autoptr (HfInterview) open = hf_store_interviews_find_open (self->session,
                                                                person->record->id, error);
  return open != NULL
         && (beginnings[nth].draft == NULL || open->position == NULL
             || hf_store_drafts_save (self->session, open->id, open->position,
                                      beginnings[nth].draft, error));
}

/* What the records show where nobody could be asked. */
static gboolean
look_up_reason (HfDemo *self, const HfDemoPerson *person, GError **error)
{
  static const char *const codes[] = { "involuntary.moved",   "involuntary.closed",
                                       "involuntary.no-need", "competitor-offer.better-product",
                                       "price.raised",        "channel-blocked.branch-closed" };
  if (!hf_demo_random_chance (&self->random, 30))
    return TRUE;
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = person->record->id;
  reason->code = g_strdup (
      person->complaints > 0
          ? "complaint-mishandled"
          : codes[hf_demo_random_below (&self->random, G_N_ELEMENTS (codes))]);
  reason->basis = HF_REASON_RECORDED;
  hf_demo_work (self, hf_demo_moment (self, person->lost_ago - 1, 17 * 60 + 30),
                hf_demo_care_agent (person->branch));
  return hf_store_reasons_save (self->session, reason, error);
}

static gboolean
call_lost (Calls *calls, HfDemoPerson *person, GError **error)
{
  HfDemo *self = calls->demo;
  int days_ago = person->lost_ago - hf_demo_random_between (&self->random, SOONEST, LATEST);
  guint luck = hf_demo_random_below (&self->random, 100);
  gboolean long_ago = person->lost_ago > GIVEN_UP_AFTER;
  if (person->record->do_not_call || days_ago < 1)
    return look_up_reason (self, person, error);
  if (luck >= 82)
    return (!long_ago || give_up (calls, person, days_ago, error))
           && look_up_reason (self, person, error);
  if (luck < 48)
    return complete (calls, person, days_ago, error);
  if (luck < 53)
    return interview (calls, person, days_ago,
                      (HfDemoInterview){ .story = draw_story (calls, person),
                                         .questions = 8,
                                         .outcome = "partial",
                                         .state = HF_INTERVIEW_PARTIAL },
                      error);
  if (luck < 61)
    return refuse (calls, person, days_ago, error);
  if (luck < 63 && calls->n_in_progress < 2 && !person->english)
    return begin (calls, person, error);
  return (long_ago ? give_up (calls, person, days_ago, error)
                   : keep_trying (calls, person, error))
         && (luck < 72 || look_up_reason (self, person, error));
}

/* The best customers, without any reason but to thank them. */
static gboolean
thank (Calls *calls, HfDemoPerson *person, GError **error)
{
  HfDemo *self = calls->demo;
  const HfCustomer *record = person->record;
  gint64 task_id = 0;
  if (record->status != HF_CUSTOMER_ACTIVE || record->do_not_call || person->share < 0.8
      || record->annual_value < THANKED_VALUE
      || calls->n_thanked >= N_THANKED + N_TO_BE_THANKED)
    return TRUE;
  gboolean waits = calls->n_thanked++ >= N_THANKED;
  int days_ago = waits ? 0 : hf_demo_random_between (&self->random, 1, 150);
  hf_demo_work (self, hf_demo_moment (self, days_ago + 2, 9 * 60),
                hf_demo_care_agent (person->branch));
  if (!hf_store_queue_add (self->session, record->id, HF_INTERVIEW_THANK_YOU, 0, NULL, &task_id,
                           error))
    return FALSE;
  gboolean refuses = hf_demo_random_chance (&self->random, 6);
  const HfDemoInterview plan = {
    .kind = HF_INTERVIEW_THANK_YOU,
    .refuses = refuses,
    .outcome = refuses ? "refused-soft" : "completed",
    .state = refuses ? HF_INTERVIEW_REFUSED : HF_INTERVIEW_COMPLETED,
    .started_at = hf_demo_moment (self, days_ago,
                                  hf_demo_random_between (&self->random, 9 * 60, 18 * 60)),
  };
  return waits || hf_demo_hold_interview (self, person, calls->thanks, &plan, error);
}

static gboolean
call_everybody (Calls *calls, GError **error)
{
  GPtrArray *people = calls->demo->people;
  for (guint i = 0; i < people->len; i++)
    {
      HfDemoPerson *person = people->pdata[i];
      if (!(person->lost_ago != HF_DEMO_NEVER ? call_lost (calls, person, error)
                                              : thank (calls, person, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_demo_make_calls:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Calls those who left and those who are thanked; who was not called yet waits in the queue.
 *
 * Returns: whether that is stored
 */
gboolean
hf_demo_make_calls (HfDemo *self, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new ();
  g_autoptr (HfGuide) lost = hf_demo_load_guide (self, HF_INTERVIEW_LOST, error);
  g_autoptr (HfGuide) thanks = lost != NULL
                                   ? hf_demo_load_guide (self, HF_INTERVIEW_THANK_YOU, error)
                                   : NULL;
  Calls calls = { .demo = self, .lost = lost, .thanks = thanks, .stories = stories };
  if (thanks == NULL || !call_everybody (&calls, error))
    return FALSE;
  hf_demo_work (self, self->now, hf_demo_care_agent (0));
  return hf_store_queue_fill (self->session, NULL, error);
}
