#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-demo-interview.h"
#include "hf-demo-private.h"
#include "hf-follow-up.h"
#include "hf-score.h"
#include "hf-store-queue.h"
#include "hf-store-scores.h"
#include "hf-time.h"

/* What came in during the last days still waits. */
static const int waits_days[] = {
  [HF_INTERVIEW_FOLLOW_UP] = 3,
  [HF_INTERVIEW_LOW_SCORE] = 4,
  [HF_INTERVIEW_WIN_BACK] = 5,
};

/* Every so manieth customer was asked for a score in this time. */
#define SCORED_EACH 61
#define SCORED_DAYS 75
#define SCALE 5

/* How things stand when somebody asks. */
typedef enum
{
  SETTLED,
  SETTLED_WELL,
  SETTLED_IN_PART,
  NOT_SETTLED,
  N_STATES,
} State;

/* What is said then. What had been expected is drawn. */
static const struct
{
  const char *question;
  const char *answers[N_STATES];
} said[] = {
  { "solved", { "fully", "fully", "partly", "no" } },
  { "promise-kept", { "kept", "kept", "late", "broken" } },
  { "handling-speed", { "4", "3", "3", "2" } },
  { "handling-ease", { "4", "4", "4", "2" } },
  { "satisfied-now", { "4", "4", "4", "2" } },
  { "will-stay", { "yes", "yes", "yes", "perhaps" } },
  { "handling-satisfaction", { "5", "4", "4", "1" } },
};

/* After a complaint most are content, and more of them the second time. */
static State
judge (const HfDemoPerson *person, guint luck)
{
  guint trouble = hf_demo_branch_trouble (person->branch);
  if (luck < trouble)
    return luck < trouble * 2 / 3 ? NOT_SETTLED : SETTLED_IN_PART;
  return luck < 60 ? SETTLED_WELL : SETTLED;
}

/* Why an offer is declined is drawn from what customers say. */
static GStrv
draw_answers (HfDemo *self, const HfDemoPerson *person, const HfCallTask *task)
{
  g_autoptr (GStrvBuilder) given = g_strv_builder_new ();
  guint luck = hf_demo_random_below (&self->random, 100) + 15 * (guint) (task->round - 1);
  g_autofree char *expected = g_strdup_printf ("%d",
                                               hf_demo_random_between (&self->random, 3, 5));
  State state = judge (person, luck);
  if (task->kind == HF_INTERVIEW_WIN_BACK)
    g_strv_builder_add_many (given, "offer-result",
                             luck < 55   ? "accepted"
                             : luck < 70 ? "considering"
                                         : "declined",
                             NULL);
  for (gsize i = 0; task->kind != HF_INTERVIEW_WIN_BACK && i < G_N_ELEMENTS (said); i++)
    g_strv_builder_add_many (given, said[i].question, said[i].answers[state], NULL);
  g_strv_builder_add_many (given, "handling-expected", expected, NULL);
  return g_strv_builder_end (given);
}

static gboolean
hold (HfDemo *self, HfDemoPerson *person, const HfCallTask *task, HfGuide *guide, gint64 at,
      GError **error)
{
  gboolean refuses = hf_demo_random_chance (&self->random, 5);
  g_auto (GStrv) given = draw_answers (self, person, task);
  const HfDemoInterview plan = { .kind = task->kind,
                                 .refuses = refuses,
                                 .given = (const char *const *) given,
                                 .by_another = TRUE,
                                 .outcome = refuses ? "refused-soft" : "completed",
                                 .state = refuses ? HF_INTERVIEW_REFUSED
                                                  : HF_INTERVIEW_COMPLETED,
                                 .started_at = at };
  return hf_demo_hold_interview (self, person, guide, &plan, error);
}

/* One call comes of the other, until the customer is content or it is too early. */
static gboolean
call (HfDemo *self, HfDemoPerson *person, HfInterviewKind kind, HfGuide *guide, GError **error)
{
  for (guint i = 0; i < 2 * HF_FOLLOW_UP_MAX_ROUNDS; i++)
    {
      gint64 id = 0;
      if (!hf_store_queue_find (self->session, person->record->id, kind, &id, error))
        return FALSE;
      if (id == 0)
        return TRUE;
      g_autoptr (HfCallTask) task = hf_store_queue_get (self->session, id, error);
      if (task == NULL)
        return FALSE;
      gint64 at = MAX (task->due_at, person->scored_at)
                  + hf_demo_random_between (&self->random, 1, 9) * G_TIME_SPAN_HOUR;
      if (person->record->status == HF_CUSTOMER_WON_BACK || task->do_not_call
          || task->open_interview_id != 0
          || at > self->now - waits_days[kind] * G_TIME_SPAN_DAY)
        return TRUE;
      if (!hold (self, person, task, guide, at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
call_all (HfDemo *self, HfInterviewKind kind, GError **error)
{
  g_autoptr (HfGuide) guide = hf_demo_load_guide (self, kind, error);
  for (guint i = 0; guide != NULL && i < self->people->len; i++)
    if (!call (self, self->people->pdata[i], kind, guide, error))
      return FALSE;
  return guide != NULL;
}

static gboolean
score (HfDemo *self, HfDemoPerson *person, GError **error)
{
  int days_ago = hf_demo_random_between (&self->random, 1, SCORED_DAYS);
  g_autoptr (HfScore) record = hf_score_new ();
  record->customer_code = g_strdup (person->record->code);
  record->scored_on = hf_demo_dup_day (self, days_ago);
  record->score = hf_demo_random_between (&self->random, 1, SCALE) * HF_AMOUNT_UNIT;
  record->scale = SCALE * HF_AMOUNT_UNIT;
  record->place = g_strdup (hf_demo_branch_name (person->branch));
  person->scored_at = hf_demo_moment (self, days_ago, 20 * 60);
  hf_demo_work (self, person->scored_at, hf_demo_care_agent (person->branch));
  return hf_store_scores_save (self->session, record, error);
}

static gboolean
score_some (HfDemo *self, GError **error)
{
  for (guint i = 0; i < self->people->len; i += SCORED_EACH)
    {
      HfDemoPerson *person = self->people->pdata[i];
      if (person->record->status != HF_CUSTOMER_LOST && !score (self, person, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_demo_make_care:
 * @self: the demo company, whose complaints were answered
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Follows complaints up, asks some customers for a score and calls those who gave a low one,
 * and makes offers to those who allowed it; closes what is settled. What came in lately waits.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_make_care (HfDemo *self, GError **error)
{
  return score_some (self, error) && call_all (self, HF_INTERVIEW_FOLLOW_UP, error)
         && call_all (self, HF_INTERVIEW_LOW_SCORE, error)
         && call_all (self, HF_INTERVIEW_WIN_BACK, error)
         && hf_demo_close_complaints (self, error);
}
