#include "config.h"

#include "hf-escalation-ladder.h"
#include "hf-escalation-plan.h"
#include "hf-test-calendars.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR
#define N_LADDERS 200
#define SEED 20260214

/* Moments of steps, worked out by hand with a paper calendar beside; a working day of the first
 * calendar has nine hours. */
typedef struct
{
  HfTestCalendar calendar;
  HfClockKind kind;
  const char *since;
  const char *due_at;
  HfEscalationWhen when;
  guint amount;
  const char *at;
} Case;

#define CHINA HF_TEST_CALENDAR_CHINA
#define LUNCH HF_TEST_CALENDAR_LUNCH
#define XINJIANG HF_TEST_CALENDAR_XINJIANG
#define BERLIN HF_TEST_CALENDAR_BERLIN
#define NIGHTS HF_TEST_CALENDAR_NIGHTS
#define NEVER HF_TEST_CALENDAR_NEVER
#define ALWAYS HF_CLOCK_ALWAYS
#define HOURS HF_CLOCK_WORKING_HOURS
#define DAYS HF_CLOCK_WORKDAYS
#define SHARE HF_ESCALATION_SHARE
#define BEFORE HF_ESCALATION_BEFORE
#define AFTER HF_ESCALATION_AFTER

static const Case cases[] = {
  /* 24 hours round the clock. */
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 75, "2026-03-05T04:00" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 100, "2026-03-05T10:00" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 200, "2026-03-06T10:00" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 300, "2026-03-07T10:00" },

  /* 72 hours, over the Spring Festival, which does not stop them. */
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", SHARE, 75, "2026-02-15T16:00" },
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", SHARE, 200, "2026-02-19T10:00" },
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", BEFORE, 120, "2026-02-16T08:00" },
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", BEFORE, 9999, "2026-02-13T10:00" },
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", AFTER, 0, "2026-02-16T10:00" },
  { CHINA, ALWAYS, "2026-02-13T10:00", "2026-02-16T10:00", AFTER, 30, "2026-02-16T10:30" },

  /* At once: shares are taken of half an hour. */
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-04T10:00", SHARE, 50, "2026-03-04T10:15" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-04T10:00", SHARE, 100, "2026-03-04T10:30" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-04T10:00", SHARE, 200, "2026-03-04T11:00" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-04T10:00", AFTER, 10, "2026-03-04T10:10" },
  { CHINA, ALWAYS, "2026-03-04T10:00", "2026-03-04T10:00", BEFORE, 10, "2026-03-04T10:00" },

  /* Each half-hour, over midnight and the end of a year. */
  { CHINA, ALWAYS, "2026-02-16T23:40", "2026-02-17T00:10", SHARE, 100, "2026-02-17T00:10" },
  { CHINA, ALWAYS, "2026-02-16T23:40", "2026-02-17T00:10", SHARE, 200, "2026-02-17T00:40" },
  { CHINA, ALWAYS, "2026-12-31T23:40", "2027-01-01T00:10", SHARE, 400, "2027-01-01T01:40" },

  /* Hours are hours where clocks are changed. */
  { BERLIN, ALWAYS, "2026-03-28T12:00", "2026-03-29T13:00", SHARE, 75, "2026-03-29T07:00" },
  { BERLIN, ALWAYS, "2026-03-28T12:00", "2026-03-29T13:00", SHARE, 200, "2026-03-30T13:00" },
  { BERLIN, ALWAYS, "2026-10-24T12:00", "2026-10-25T11:00", SHARE, 75, "2026-10-25T05:00" },

  /* One working day, nine working hours of it. */
  { CHINA, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 75, "2026-03-04T16:45" },
  { CHINA, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 100, "2026-03-05T10:00" },
  { CHINA, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 200, "2026-03-06T10:00" },
  { CHINA, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 300, "2026-03-09T10:00" },
  { CHINA, DAYS, "2026-03-06T15:00", "2026-03-09T15:00", SHARE, 75, "2026-03-09T12:45" },
  { CHINA, DAYS, "2026-03-06T15:00", "2026-03-09T15:00", SHARE, 200, "2026-03-10T15:00" },
  { CHINA, DAYS, "2026-03-07T11:00", "2026-03-10T09:00", SHARE, 75, "2026-03-09T15:45" },
  { CHINA, DAYS, "2026-03-07T11:00", "2026-03-10T09:00", SHARE, 100, "2026-03-10T09:00" },
  { CHINA, DAYS, "2026-03-07T11:00", "2026-03-10T09:00", SHARE, 200, "2026-03-10T18:00" },

  /* Over the Spring Festival, with its make-up Saturdays. */
  { CHINA, DAYS, "2026-02-14T10:00", "2026-02-24T10:00", SHARE, 75, "2026-02-14T16:45" },
  { CHINA, DAYS, "2026-02-14T10:00", "2026-02-24T10:00", SHARE, 200, "2026-02-25T10:00" },
  { CHINA, DAYS, "2026-02-14T10:00", "2026-02-24T10:00", SHARE, 500, "2026-02-28T10:00" },
  { CHINA, DAYS, "2026-02-14T10:00", "2026-02-24T10:00", SHARE, 600, "2026-03-02T10:00" },
  { CHINA, DAYS, "2026-02-13T16:00", "2026-02-14T16:00", SHARE, 75, "2026-02-14T13:45" },
  { CHINA, DAYS, "2026-02-13T16:00", "2026-02-14T16:00", SHARE, 200, "2026-02-24T16:00" },
  { CHINA, DAYS, "2026-02-27T17:00", "2026-02-28T17:00", SHARE, 75, "2026-02-28T14:45" },
  { CHINA, DAYS, "2026-02-27T17:00", "2026-02-28T17:00", SHARE, 200, "2026-03-02T17:00" },
  { CHINA, DAYS, "2026-02-14T09:30", "2026-02-24T09:30", BEFORE, 60, "2026-02-14T17:30" },
  { CHINA, DAYS, "2026-02-14T09:30", "2026-02-24T09:30", BEFORE, 30, "2026-02-14T18:00" },
  { CHINA, DAYS, "2026-02-14T09:30", "2026-02-24T09:30", BEFORE, 29, "2026-02-24T09:01" },
  { CHINA, DAYS, "2026-02-13T17:30", "2026-02-14T17:30", AFTER, 60, "2026-02-24T09:30" },
  { CHINA, DAYS, "2026-02-13T17:30", "2026-02-14T17:30", AFTER, 0, "2026-02-14T17:30" },

  /* Working hours: a weekend, a break at noon, less than half an hour. */
  { CHINA, HOURS, "2026-03-06T17:30", "2026-03-09T09:30", SHARE, 75, "2026-03-09T09:15" },
  { CHINA, HOURS, "2026-03-06T17:30", "2026-03-09T09:30", SHARE, 200, "2026-03-09T10:30" },
  { CHINA, HOURS, "2026-03-06T17:55", "2026-03-09T09:05", SHARE, 100, "2026-03-09T09:25" },
  { CHINA, HOURS, "2026-03-06T17:55", "2026-03-09T09:05", SHARE, 200, "2026-03-09T09:55" },
  { LUNCH, HOURS, "2026-03-04T11:30", "2026-03-04T14:00", SHARE, 50, "2026-03-04T12:00" },
  { LUNCH, HOURS, "2026-03-04T11:30", "2026-03-04T14:00", SHARE, 75, "2026-03-04T13:45" },

  /* By the clock of Urumqi, and where nights are worked and clocks are changed. */
  { XINJIANG, DAYS, "2026-02-14T17:30", "2026-02-24T17:30", SHARE, 75, "2026-02-24T15:15" },
  { NIGHTS, DAYS, "2026-03-28T02:30", "2026-03-29T03:00", SHARE, 50, "2026-03-28T05:15" },
  { NIGHTS, DAYS, "2026-03-28T02:30", "2026-03-29T03:00", SHARE, 200, "2026-03-30T02:30" },

  /* What a calendar that never opens keeps from coming. */
  { NEVER, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", SHARE, 75, NULL },
  { NEVER, DAYS, "2026-03-04T10:00", "2026-03-05T10:00", AFTER, 0, "2026-03-05T10:00" },
};

static GPtrArray *
make_ladder (HfEscalationClock clock, HfEscalationWhen when, guint amount)
{
  GPtrArray *ladder = hf_escalation_ladder_new ();
  HfEscalationStep *step = g_new0 (HfEscalationStep, 1);
  step->code = g_strdup ("own-1");
  step->clock = clock;
  step->when = when;
  step->amount = amount;
  step->classes = HF_ESCALATION_ALL_CLASSES;
  g_ptr_array_add (ladder, step);
  return ladder;
}

static gint64
find_moment (const Case *of, HfWorkCalendar *calendar)
{
  HfEscalationCase running = { .term = HF_PROMISE_DAY, .kind = of->kind };
  running.clocks[HF_ESCALATION_SOLUTION].since = hf_test_calendar_read (calendar, of->since);
  running.clocks[HF_ESCALATION_SOLUTION].due_at = hf_test_calendar_read (calendar, of->due_at);
  g_autoptr (GPtrArray) ladder = make_ladder (HF_ESCALATION_SOLUTION, of->when, of->amount);
  g_autoptr (GArray) plan = hf_escalation_plan_new (ladder, &running, calendar);
  return plan->len > 0 ? g_array_index (plan, HfEscalationMoment, 0).at : 0;
}

static void
test_moments (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 50);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfWorkCalendar) calendar = hf_test_calendar_new (cases[i].calendar);
      gint64 ought = cases[i].at != NULL ? hf_test_calendar_read (calendar, cases[i].at) : 0;
      gint64 found = find_moment (&cases[i], calendar);
      g_autofree char *is = hf_test_calendar_write (calendar, found);
      if (found != ought)
        g_error ("case %u, %s to %s, %u, is %s, and ought to be %s", i, cases[i].since,
                 cases[i].due_at, cases[i].amount, is, cases[i].at);
    }
}

static HfComplaint *
make_complaint (HfComplaintStatus status, int term)
{
  HfComplaint *complaint = hf_complaint_new ();
  complaint->received_at = 100 * HOUR;
  complaint->respond_by = 101 * HOUR;
  complaint->due_at = 124 * HOUR;
  complaint->status = status;
  complaint->term = term;
  return complaint;
}

static void
init_case (HfEscalationCase *self, HfComplaintStatus status, int term, gint64 resolve_since)
{
  HfPromiseRules rules;
  hf_promise_rules_init (&rules);
  g_autoptr (HfComplaint) complaint = make_complaint (status, term);
  if (term != HF_COMPLAINT_NO_TERM)
    {
      complaint->clock = rules.of[term].clock;
      complaint->word_every = rules.of[term].update;
    }
  if (term == HF_PROMISE_EMERGENCY)
    complaint->next_word_by = 103 * HOUR;
  if (status >= HF_COMPLAINT_ACKNOWLEDGED)
    complaint->acknowledged_at = 100 * HOUR;
  hf_escalation_case_init (self, complaint, 0, resolve_since);
}

/* What the customer heard of runs no more, and nothing does once there is an answer. */
static void
test_what_runs (void)
{
  HfEscalationCase of;
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_PROMISE_DAY, 0);
  g_assert_cmpint (of.kind, ==, HF_CLOCK_ALWAYS);
  g_assert_cmpint (of.clocks[HF_ESCALATION_FIRST_WORD].since, ==, 100 * HOUR);
  g_assert_cmpint (of.clocks[HF_ESCALATION_FIRST_WORD].due_at, ==, 101 * HOUR);
  g_assert_cmpint (of.clocks[HF_ESCALATION_NEXT_WORD].due_at, ==, 0);
  g_assert_cmpint (of.clocks[HF_ESCALATION_SOLUTION].due_at, ==, 124 * HOUR);
  init_case (&of, HF_COMPLAINT_ACKNOWLEDGED, HF_PROMISE_WORKDAY, 0);
  g_assert_cmpint (of.kind, ==, HF_CLOCK_WORKDAYS);
  g_assert_cmpint (of.clocks[HF_ESCALATION_FIRST_WORD].due_at, ==, 0);
  g_assert_cmpint (of.clocks[HF_ESCALATION_SOLUTION].due_at, ==, 124 * HOUR);
  init_case (&of, HF_COMPLAINT_RESPONDED, HF_PROMISE_DAY, 0);
  for (guint i = 0; i < HF_ESCALATION_N_CLOCKS; i++)
    g_assert_cmpint (of.clocks[i].due_at, ==, 0);
}

/* The half-hour begins with the last word; what was promised anew when it was. */
static void
test_since_when (void)
{
  HfEscalationCase of;
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_PROMISE_EMERGENCY, 0);
  g_assert_cmpint (of.clocks[HF_ESCALATION_NEXT_WORD].since, ==, 103 * HOUR - 30 * MINUTE);
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_PROMISE_DAY, 110 * HOUR);
  g_assert_cmpint (of.clocks[HF_ESCALATION_SOLUTION].since, ==, 110 * HOUR);
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_PROMISE_DAY, 130 * HOUR);
  g_assert_cmpint (of.clocks[HF_ESCALATION_SOLUTION].since, ==, 124 * HOUR);
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_COMPLAINT_NO_TERM, 0);
  g_assert_cmpint (of.kind, ==, HF_CLOCK_ALWAYS);
  g_assert_cmpint (of.clocks[HF_ESCALATION_SOLUTION].since, ==, 100 * HOUR);
}

/* The ladder that the program comes with, for a complaint within 24 hours. */
static void
test_reading (void)
{
  static const struct
  {
    int hour;
    int reached; /* -1: none */
    int next;
  } readings[] = { { 100, -1, 1 }, { 101, 1, 0 }, { 118, 1, 3 }, { 123, 1, 3 },
                   { 124, 3, 5 },  { 148, 5, 6 }, { 171, 5, 6 }, { 172, 6, -1 } };
  HfEscalationCase of;
  HfEscalationReading reading;
  init_case (&of, HF_COMPLAINT_RECEIVED, HF_PROMISE_DAY, 0);
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_new_starter ();
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  g_autoptr (GArray) plan = hf_escalation_plan_new (ladder, &of, calendar);
  g_assert_cmpuint (plan->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      hf_escalation_plan_read (plan, NULL, readings[i].hour * HOUR, &reading);
      g_assert_cmpint (reading.reached != NULL ? (int) reading.reached->place : -1, ==,
                       readings[i].reached);
      g_assert_cmpint (reading.next != NULL ? (int) reading.next->place : -1, ==,
                       readings[i].next);
      g_assert_false (reading.is_paused);
    }
}

/* A pause shows, and no step waits for it. */
static void
test_pause_stops_nothing (void)
{
  HfEscalationCase of;
  HfEscalationReading paused, free;
  HfPause pauses[] = { { 105 * HOUR, 110 * HOUR, (char *) "papers" },
                       { 120 * HOUR, 0, (char *) "spare part" } };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (HfPause));
  g_array_append_vals (list, pauses, G_N_ELEMENTS (pauses));
  init_case (&of, HF_COMPLAINT_ACKNOWLEDGED, HF_PROMISE_DAY, 0);
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_new_starter ();
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  g_autoptr (GArray) plan = hf_escalation_plan_new (ladder, &of, calendar);
  for (int hour = 100; hour < 200; hour++)
    {
      hf_escalation_plan_read (plan, list, hour * HOUR, &paused);
      hf_escalation_plan_read (plan, NULL, hour * HOUR, &free);
      g_assert_true (paused.reached == free.reached && paused.next == free.next);
      g_assert_cmpint (paused.is_paused, ==, (hour >= 105 && hour < 110) || hour >= 120);
      g_assert_cmpstr (paused.why, ==,
                       !paused.is_paused ? NULL
                       : hour < 110      ? "papers"
                                         : "spare part");
    }
}

static GPtrArray *
draw_ladder (GRand *chance)
{
  GPtrArray *ladder = hf_escalation_ladder_new ();
  int n_steps = g_rand_int_range (chance, 1, 9);
  for (int i = 0; i < n_steps; i++)
    {
      HfEscalationStep *step = g_new0 (HfEscalationStep, 1);
      step->code = g_strdup_printf ("own-%d", i);
      step->clock = g_rand_int_range (chance, 0, HF_ESCALATION_N_CLOCKS);
      step->when = g_rand_int_range (chance, 0, 3);
      step->amount = g_rand_int_range (chance, 1, 600);
      step->classes = g_rand_int_range (chance, 1, HF_ESCALATION_ALL_CLASSES + 1);
      g_ptr_array_add (ladder, step);
    }
  return ladder;
}

static void
draw_case (GRand *chance, HfWorkCalendar *calendar, HfEscalationCase *of)
{
  *of = (HfEscalationCase){ .term = g_rand_int_range (chance, -1, HF_ESCALATION_N_CLASSES),
                            .kind = g_rand_int_range (chance, 0, 3) };
  gint64 received = hf_test_calendar_read (calendar, "2026-02-12T08:00")
                    + g_rand_int_range (chance, 0, 20 * 24 * 60) * MINUTE;
  for (guint i = 0; i < HF_ESCALATION_N_CLOCKS; i++)
    {
      of->clocks[i].since = received;
      of->clocks[i].due_at = received + g_rand_int_range (chance, 0, 5000) * MINUTE;
    }
}

/* Of a clock no step comes before one below it, none ahead of the deadline comes behind it, and
 * none before what it is about began. */
static void
assert_rises (const GPtrArray *ladder, const HfEscalationCase *of, const GArray *plan)
{
  gint64 last[HF_ESCALATION_N_CLOCKS] = { 0 };
  int place = -1;
  for (guint i = 0; i < plan->len; i++)
    {
      const HfEscalationMoment *moment = &g_array_index (plan, HfEscalationMoment, i);
      const HfEscalationStep *step = ladder->pdata[moment->place];
      g_assert_cmpint (moment->place, >, place);
      g_assert_cmpint (moment->at, >=, last[step->clock]);
      g_assert_cmpint (moment->at, >=, of->clocks[step->clock].since);
      g_assert_true (hf_escalation_step_is_for (step, of->term));
      if (step->when == HF_ESCALATION_BEFORE && last[step->clock] <= moment->due_at)
        g_assert_cmpint (moment->at, <=, moment->due_at);
      if (step->when == HF_ESCALATION_AFTER)
        g_assert_cmpint (moment->at, >=, moment->due_at);
      last[step->clock] = moment->at;
      place = moment->place;
    }
}

/* As time goes by each step is passed once, and what was reached stays so. */
static void
assert_told_once (GRand *chance, const HfEscalationCase *of, const GArray *plan)
{
  HfEscalationReading reading;
  gint64 before = G_MININT64, now = of->clocks[0].since - HOUR;
  int reached = -1;
  guint n_told = 0;
  for (guint look = 0; look < 400; look++)
    {
      hf_escalation_plan_read (plan, NULL, now, &reading);
      int place = reading.reached != NULL ? (int) reading.reached->place : -1;
      g_assert_cmpint (place, >=, reached);
      g_assert_true (reading.next == NULL || reading.next->at > now);
      for (guint i = 0; i < plan->len; i++)
        {
          gint64 at = g_array_index (plan, HfEscalationMoment, i).at;
          n_told += before < at && at <= now ? 1 : 0;
        }
      reached = place;
      before = now;
      now += look < 398 ? g_rand_int_range (chance, 0, 300) * MINUTE : 1000 * 24 * HOUR;
    }
  g_assert_cmpuint (n_told, ==, plan->len);
}

static void
test_any_ladder_rises_and_tells_once (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  for (guint i = 0; i < N_LADDERS; i++)
    {
      HfEscalationCase of;
      g_autoptr (HfWorkCalendar) calendar = hf_test_calendar_new (
          g_rand_int_range (chance, 0, HF_TEST_CALENDAR_NEVER));
      g_autoptr (GPtrArray) ladder = draw_ladder (chance);
      draw_case (chance, calendar, &of);
      g_autoptr (GArray) plan = hf_escalation_plan_new (ladder, &of, calendar);
      assert_rises (ladder, &of, plan);
      assert_told_once (chance, &of, plan);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escalation-plan/by-hand", test_moments);
  g_test_add_func ("/escalation-plan/what-runs", test_what_runs);
  g_test_add_func ("/escalation-plan/since", test_since_when);
  g_test_add_func ("/escalation-plan/reading", test_reading);
  g_test_add_func ("/escalation-plan/pause", test_pause_stops_nothing);
  g_test_add_func ("/escalation-plan/any", test_any_ladder_rises_and_tells_once);
  return g_test_run ();
}
