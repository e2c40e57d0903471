#include "config.h"

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-demo-private.h"
#include "hf-follow-up.h"
#include "hf-promise.h"
#include "hf-store-closing.h"
#include "hf-store-complaints.h"
#include "hf-store-escalations.h"
#include "hf-store-follow-ups.h"
#include "hf-store-promise-rules.h"
#include "hf-store-promises.h"

/* The columns of data/demo/complaints.txt. */
enum
{
  LANGUAGE,
  CATEGORY,
  SEVERITY,
  PRODUCT,
  WORDS,
  WISH,
};

/* After an answer that nobody can be asked about. */
#define GIVEN_UP_DAYS 9

/* Every so manieth grave matter is an emergency, which is to end so soon. */
#define EMERGENCY_EACH 4
#define EMERGENCY_HOURS 2

#define COST_STEP 40

#define HOUR 60 /* minutes */

/* Of the newest ones, minutes after the receipt; in an emergency at once. */
#define FIRST_WORD 20

/* How far a complaint gets, and when, in minutes after it was received. */
typedef struct
{
  HfComplaintStatus status;
  int acknowledged, investigated, responded, told;
} Course;

/* The newest ones, of which something is due or late today: how long ago, the promise, how far.
 */
static const struct
{
  int received; /* minutes ago */
  HfPromiseTerm term;
  HfComplaintStatus status;
  int responded; /* minutes ago, where it was */
  gboolean late;
} current[] = {
  { 1 * HOUR, HF_PROMISE_EMERGENCY, HF_COMPLAINT_INVESTIGATING },
  { 25, HF_PROMISE_DAY, HF_COMPLAINT_RECEIVED },
  { 20 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_ACKNOWLEDGED },
  { 21 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_RESPONDED, 1 * HOUR },
  { 22 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_INVESTIGATING },
  { 26 * HOUR, HF_PROMISE_WORKDAY, HF_COMPLAINT_ACKNOWLEDGED },
  { 30 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_RECEIVED, 0, TRUE },
  { 44 * HOUR, HF_PROMISE_THREE_DAYS, HF_COMPLAINT_INVESTIGATING },
  { 50 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_INVESTIGATING, 0, TRUE },
  { 70 * HOUR, HF_PROMISE_THREE_DAYS, HF_COMPLAINT_INVESTIGATING },
  { 67 * HOUR, HF_PROMISE_THREE_DAYS, HF_COMPLAINT_ACKNOWLEDGED },
  { 98 * HOUR, HF_PROMISE_THREE_DAYS, HF_COMPLAINT_ACKNOWLEDGED, 0, TRUE },
  { 122 * HOUR, HF_PROMISE_WORKDAY, HF_COMPLAINT_ACKNOWLEDGED, 0, TRUE },
  { 146 * HOUR, HF_PROMISE_THREE_DAYS, HF_COMPLAINT_RESPONDED, 73 * HOUR, TRUE },
  { 194 * HOUR, HF_PROMISE_DAY, HF_COMPLAINT_RESPONDED, 97 * HOUR, TRUE },
};

/* Three branches have enough old complaints to be judged by; new ones come to the fourth as
 * well, and those that are late are not of the first. */
static guint
branch_of_past (guint place)
{
  return place % (HF_DEMO_N_BRANCHES - 1);
}

static guint
branch_of_current (guint place)
{
  if (current[place].late)
    return 1 + place % 2;
  return place % 2 == 0 ? HF_DEMO_N_BRANCHES - 1 : 0;
}

/* Somebody who was a customer of that branch on that day, and speaks that language. */
static HfDemoPerson *
draw_person (HfDemo *self, guint branch, int days_ago, gboolean english)
{
  for (guint tries = 0; tries < 2000; tries++)
    {
      HfDemoPerson *person
          = self->people->pdata[hf_demo_random_below (&self->random, self->people->len)];
      if (person->branch == branch && person->english == english
          && person->joined_ago > days_ago + 10
          && (person->lost_ago == HF_DEMO_NEVER || person->lost_ago < days_ago))
        return person;
    }
  return self->people->pdata[0];
}

static HfComplaint *
make_complaint (HfDemo *self, GStrv columns, HfDemoPerson *person)
{
  HfComplaint *complaint = hf_complaint_new ();
  const guint channels[] = { 1, 1, 1, 1, 2, 2, 6, 6, 4, 3, 5, 0 };
  complaint->category = hf_choice_find_name (hf_complaint_categories, columns[CATEGORY]);
  complaint->severity = hf_choice_find_name (hf_complaint_severities, columns[SEVERITY]);
  complaint->channel = channels[hf_demo_random_below (&self->random, G_N_ELEMENTS (channels))];
  complaint->product = g_strdup (columns[PRODUCT]);
  complaint->words = g_strdup (columns[WORDS]);
  complaint->wish = *columns[WISH] != '\0' ? g_strdup (columns[WISH]) : NULL;
  complaint->branch = g_strdup (hf_demo_branch_name (person->branch));
  complaint->customer_name = g_strdup (person->record->name);
  complaint->phone = g_strdup (person->record->phone);
  /* One in twelve is somebody whom the customer list does not know. */
  if (!hf_demo_random_chance (&self->random, 8))
    complaint->customer_code = g_strdup (person->record->code);
  return complaint;
}

static const char *
draw_note (HfDemo *self, gboolean english, const char *step)
{
  g_autofree char *question = g_strdup_printf ("step-%s", step);
  return hf_demo_text_draw_phrase (self->text, &self->random, english, question);
}

/* Where it was solved and how, what may come of it, and what it cost. */
static void
resolve (HfDemo *self, HfComplaint *complaint, gboolean english)
{
  complaint->solved_where = g_strdup (
      hf_demo_text_draw_phrase (self->text, &self->random, english, "solved-where"));
  complaint->solved_how = g_strdup (
      hf_demo_text_draw_phrase (self->text, &self->random, english, "solved-how"));
  if (hf_demo_random_chance (&self->random, 40))
    complaint->risk_left = g_strdup (
        hf_demo_text_draw_phrase (self->text, &self->random, english, "risk-left"));
  complaint->cost = hf_demo_random_between (&self->random, 0, 12) * COST_STEP * HF_AMOUNT_UNIT;
}

/* In an emergency the customer hears how it stands. */
static gboolean
tell_in_between (HfDemo *self, HfComplaint *complaint, GError **error)
{
  return complaint->term != HF_PROMISE_EMERGENCY
         || hf_store_complaints_give_word (self->session, complaint, NULL, error);
}

static gboolean
move (HfDemo *self, HfComplaint *complaint, guint branch, HfComplaintStatus status, int minutes,
      gboolean english, GError **error)
{
  hf_demo_work (self, MIN (complaint->received_at + minutes * G_TIME_SPAN_MINUTE, self->now),
                hf_demo_care_agent (branch));
  if (status == HF_COMPLAINT_RESPONDED)
    resolve (self, complaint, english);
  return hf_store_complaints_move (
             self->session, complaint, status,
             draw_note (self, english, hf_complaint_statuses[status].name), error)
         && (status != HF_COMPLAINT_INVESTIGATING || tell_in_between (self, complaint, error));
}

/* An answer that comes late was told of before. */
static gboolean
escalate (HfDemo *self, const HfComplaint *complaint, HfComplaintStatus status, int minutes,
          GError **error)
{
  gint64 moment = MIN (complaint->received_at + minutes * G_TIME_SPAN_MINUTE, self->now);
  if (status != HF_COMPLAINT_RESPONDED || complaint->due_at > moment)
    return TRUE;
  hf_store_session_set_now (self->session, moment);
  return hf_store_escalations_log (self->session, error);
}

static gboolean
follow (HfDemo *self, HfComplaint *complaint, const HfDemoPerson *person, const Course *course,
        GError **error)
{
  const int minutes[] = {
    [HF_COMPLAINT_ACKNOWLEDGED] = course->acknowledged,
    [HF_COMPLAINT_ASSESSED] = course->acknowledged,
    [HF_COMPLAINT_INVESTIGATING] = course->investigated,
    [HF_COMPLAINT_RESPONDED] = course->responded,
    [HF_COMPLAINT_COMMUNICATED] = course->told,
  };
  for (guint step = HF_COMPLAINT_TRACKED; step <= course->status; step++)
    if (!escalate (self, complaint, step, minutes[step], error)
        || !move (self, complaint, person->branch, step, minutes[step], person->english, error))
      return FALSE;
  return TRUE;
}

static gboolean
settle (HfDemo *self, HfPromise *promise, const HfComplaint *complaint,
        const HfDemoPerson *person, const Course *course, GError **error)
{
  gint64 done_at = MIN (complaint->received_at + course->responded * G_TIME_SPAN_MINUTE,
                        self->now);
  gboolean open = course->status < HF_COMPLAINT_RESPONDED;
  gboolean broken = !open && done_at > promise->due_at
                    && hf_demo_random_chance (&self->random, 25);
  return hf_demo_keep_promise (self, promise, hf_demo_care_agent (person->branch),
                               person->english, open ? 0 : done_at, broken, error);
}

static gboolean
promise_answer (HfDemo *self, const HfComplaint *complaint, const HfDemoPerson *person,
                HfPromiseTerm term, const Course *course, GError **error)
{
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->customer_id = complaint->customer_id;
  promise->complaint_id = complaint->id;
  promise->what = g_strdup (
      complaint->wish != NULL
          ? complaint->wish
          : hf_demo_text_draw_phrase (self->text, &self->random, person->english, "promise"));
  promise->term = term;
  promise->made_at = MIN (complaint->received_at + G_TIME_SPAN_HOUR / 2, self->now);
  promise->due_at = complaint->due_at;
  return hf_store_promises_save (self->session, promise, error)
         && settle (self, promise, complaint, person, course, error);
}

static gboolean
log_complaint (HfDemo *self, GStrv columns, HfDemoPerson *person, gint64 received_at,
               const HfDeadlines *deadlines, HfPromiseTerm term, const Course *course,
               GError **error)
{
  g_autoptr (HfComplaint) complaint = make_complaint (self, columns, person);
  complaint->received_at = received_at;
  complaint->term = term;
  complaint->respond_by = deadlines->respond_by;
  complaint->next_word_by = deadlines->next_word;
  complaint->due_at = deadlines->resolve_by;
  person->complaints++;
  hf_demo_work (self, received_at, hf_demo_care_agent (person->branch));
  return hf_store_complaints_save (self->session, complaint, error)
         && promise_answer (self, complaint, person, term, course, error)
         && follow (self, complaint, person, course, error);
}

/* By the rules; how soon an emergency is to end is promised apart. */
static gboolean
work_out (HfDemo *self, HfPromiseTerm term, guint branch, gint64 received_at,
          HfDeadlines *deadlines, GError **error)
{
  if (!hf_store_promise_rules_work_out (self->session, term, self->branch_ids[branch],
                                        received_at, deadlines, error))
    return FALSE;
  if (deadlines->resolve_by == 0)
    deadlines->resolve_by = received_at + EMERGENCY_HOURS * G_TIME_SPAN_HOUR;
  return TRUE;
}

static gboolean
log_current (HfDemo *self, guint place, GStrv columns, GError **error)
{
  int received = current[place].received;
  HfPromiseTerm term = current[place].term;
  guint branch = branch_of_current (place);
  gint64 received_at = self->now - received * G_TIME_SPAN_MINUTE;
  const Course course = { current[place].status, term == HF_PROMISE_EMERGENCY ? 0 : FIRST_WORD,
                          received * 3 / 4, received - current[place].responded, 0 };
  HfDeadlines deadlines;
  if (!work_out (self, term, branch, received_at, &deadlines, error))
    return FALSE;
  HfDemoPerson *person = draw_person (self, branch, received / (24 * HOUR),
                                      columns[LANGUAGE][0] == 'e');
  return log_complaint (self, columns, person, received_at, &deadlines, term, &course, error);
}

static HfPromiseTerm
draw_term (HfDemo *self, guint place, gboolean grave)
{
  if (grave)
    return place % EMERGENCY_EACH == 0 ? HF_PROMISE_EMERGENCY : HF_PROMISE_THREE_DAYS;
  return hf_demo_random_chance (&self->random, 50) ? HF_PROMISE_WORKDAY : HF_PROMISE_DAY;
}

/* Emergencies end within the hour; who is late is so with the first word, too. */
static Course
draw_course (HfDemo *self, guint branch, HfPromiseTerm term, int due)
{
  gboolean late = hf_demo_random_chance (&self->random, hf_demo_branch_lateness (branch));
  int first_word = hf_demo_random_between (&self->random, late ? 40 : 5, late ? 4 * HOUR : 55);
  int answer = late ? due + hf_demo_random_between (&self->random, HOUR, 20 * HOUR)
                    : hf_demo_random_between (&self->random, 2 * HOUR, due - HOUR);
  if (term == HF_PROMISE_EMERGENCY)
    return (Course){ HF_COMPLAINT_COMMUNICATED, late ? 45 : 0, late ? 70 : 30,
                     late ? due + HOUR : 55, late ? due + 2 * HOUR : 75 };
  return (Course){ HF_COMPLAINT_COMMUNICATED, first_word, MAX (first_word, answer - HOUR),
                   answer, answer + hf_demo_random_between (&self->random, HOUR, 5 * HOUR) };
}

static gboolean
log_past (HfDemo *self, guint place, guint n_past, GStrv columns, GError **error)
{
  double share = (place + 1) / (double) n_past;
  int days_ago = 12 + (int) ((HF_DEMO_DAYS - 40) * share * share * share)
                 + hf_demo_random_between (&self->random, 0, 6);
  gint64 received_at = hf_demo_moment (self, days_ago,
                                       hf_demo_random_between (&self->random, 8 * 60, 18 * 60));
  guint branch = branch_of_past (place);
  HfPromiseTerm term = draw_term (self, place, columns[SEVERITY][1] == 'a');
  HfDeadlines deadlines;
  if (!work_out (self, term, branch, received_at, &deadlines, error))
    return FALSE;
  const Course course = draw_course (
      self, branch, term, (int) ((deadlines.resolve_by - received_at) / G_TIME_SPAN_MINUTE));
  HfDemoPerson *person = draw_person (self, branch, days_ago, columns[LANGUAGE][0] == 'e');
  return log_complaint (self, columns, person, received_at, &deadlines, term, &course, error);
}

/**
 * hf_demo_make_complaints:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the complaint register: old complaints that are answered, and new ones of which some
 * are late and some due today.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_make_complaints (HfDemo *self, GError **error)
{
  GPtrArray *complaints = self->text->complaints;
  /* The words of one and the same trade do not stand together in the file and in the list. */
  const guint stride = 17;
  for (guint i = 0; i < complaints->len; i++)
    {
      GStrv columns = complaints->pdata[i * stride % complaints->len];
      guint n_current = G_N_ELEMENTS (current);
      if (!(i < n_current
                ? log_current (self, i, columns, error)
                : log_past (self, i - n_current, complaints->len - n_current, columns, error)))
        return FALSE;
    }
  return TRUE;
}

/* When it is clear that nothing more comes of a complaint. */
static gboolean
find_end (HfDemo *self, const HfComplaint *complaint, gint64 *end, GError **error)
{
  g_autoptr (GPtrArray) asked = hf_store_follow_ups_list (self->session, complaint->id, error);
  if (asked == NULL)
    return FALSE;
  const HfFollowUp *last = asked->len > 0 ? asked->pdata[asked->len - 1] : NULL;
  *end = last != NULL && last->result != HF_FOLLOW_UP_UNKNOWN
             ? last->at + G_TIME_SPAN_HOUR
             : complaint->responded_at + GIVEN_UP_DAYS * G_TIME_SPAN_DAY;
  return TRUE;
}

static gboolean
close_one (HfDemo *self, gint64 id, GError **error)
{
  HfClosingLock lock;
  gint64 end;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (self->session, id, error);
  if (complaint == NULL
      || !hf_store_closing_find_lock (self->session, complaint->id, &lock, error)
      || !find_end (self, complaint, &end, error))
    return FALSE;
  if (complaint->status != HF_COMPLAINT_COMMUNICATED || end >= self->now)
    return TRUE;
  hf_demo_work (self, end, hf_demo_care_agent (0));
  return lock == HF_CLOSING_FREE
             ? hf_store_complaints_move (self->session, complaint, HF_COMPLAINT_CLOSED,
                                         draw_note (self, FALSE, "closed"), error)
             : hf_store_complaints_give_up (
                 self->session, complaint,
                 draw_note (self, FALSE,
                            lock == HF_CLOSING_NOBODY ? "nobody-to-ask" : "given-up"),
                 error);
}

/**
 * hf_demo_close_complaints:
 * @self: the demo company, whose complaints were followed up
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Closes the complaints whose customers are satisfied, and those that nothing comes of.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_close_complaints (HfDemo *self, GError **error)
{
  g_autoptr (GArray) keys = hf_store_complaints_list_keys (self->session, NULL, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!close_one (self, g_array_index (keys, gint64, i), error))
      return FALSE;
  return keys != NULL;
}

/**
 * hf_demo_escalate_complaints:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes the complaints that wait for an answer up the escalation ladder; the manager of the
 * first branch takes care of the one that waits longest.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_escalate_complaints (HfDemo *self, GError **error)
{
  hf_demo_work (self, self->now, hf_demo_branch_manager (0));
  if (!hf_store_escalations_log (self->session, error))
    return FALSE;
  g_autoptr (GPtrArray) told = hf_store_escalations_list_told (self->session, FALSE, error);
  if (told == NULL || told->len == 0)
    return told != NULL;
  const HfEscalation *longest = told->pdata[0];
  return hf_store_escalations_take (self->session, longest->complaint_id, error);
}
