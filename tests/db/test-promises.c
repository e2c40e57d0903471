#include "config.h"

#include "hf-store-check.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-promises.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Friday, 6 March 2026, 15:00 in Shanghai, where this desk is; nobody made a calendar. */
#define FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)
#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

typedef enum
{
  SAVE,
  END,
  REOPEN,
  ANEW,
  GIVE,
  TAKE_BACK,
} Act;

/* What is done to a promise, when, and how. */
typedef struct
{
  HfPromise *promise;
  Act act;
  gint64 now;
  gint64 staff_id;
  HfPromiseState state;
  const char *note;
  gint64 due_at;
  gint64 keeper_id;
  const HfPromise *before;
} Work;

static gboolean
act (HfStoreSession *session, const Work *work, GError **error)
{
  switch (work->act)
    {
    case SAVE:
      return hf_store_promises_save (session, work->promise, error);
    case END:
      return hf_store_promises_end (session, work->promise, work->state, work->note, error);
    case REOPEN:
      return hf_store_promises_reopen (session, work->promise, error);
    case ANEW:
      return hf_store_promises_make_anew (session, work->promise, work->due_at, work->note,
                                          error);
    case GIVE:
      return hf_store_promises_give (session, work->promise, work->keeper_id, work->note,
                                     error);
    case TAKE_BACK:
    default:
      return hf_store_promises_take_back (session, work->promise, work->before, error);
    }
}

static gpointer
run_act (HfStoreSession *session, gpointer data, GError **error)
{
  const Work *work = data;
  hf_store_session_set_now (session, work->now);
  hf_store_session_set_staff_id (session, work->staff_id);
  return act (session, work, error) ? HF_STORE_DONE : NULL;
}

static void
run (HfTestStore *fixture, Work work)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, run_act, &work);
}

static void
assert_fails (HfStore *store, Work work, int code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (store, HF_STORE_WRITE, run_act, &work, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, code);
}

static gpointer
get (HfStoreSession *session, gpointer promise, GError **error)
{
  return hf_store_promises_get (session, ((HfPromise *) promise)->id, error);
}

static HfPromise *
read_again (HfTestStore *fixture, HfPromise *promise)
{
  return hf_test_store_run (fixture, HF_STORE_READ, get, promise);
}

static gpointer
list_events (HfStoreSession *session, gpointer promise, GError **error)
{
  return hf_store_promises_list_events (session, ((HfPromise *) promise)->id, error);
}

static gpointer
make_staff (HfStoreSession *session, gpointer name, GError **error)
{
  HfStaff *staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  staff->active = TRUE;
  return hf_store_staff_save (session, staff, error) ? staff : NULL;
}

static gint64
add_staff (HfTestStore *fixture, const char *name)
{
  g_autoptr (HfStaff) staff = hf_test_store_run (fixture, HF_STORE_WRITE, make_staff, name);
  return staff->id;
}

static HfPromise *
promise (HfTestStore *fixture, const char *what, gint64 due_at)
{
  HfPromise *made = hf_promise_new ();
  made->what = g_strdup (what);
  made->term = HF_PROMISE_DATED;
  made->due_at = due_at;
  run (fixture, (Work){ made, SAVE, FRIDAY });
  return made;
}

static gpointer
check_records (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_check_records (session, error);
}

static void
assert_sound (HfTestStore *fixture)
{
  g_autoptr (GPtrArray) findings = hf_test_store_run (fixture, HF_STORE_READ, check_records,
                                                      NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_the_time_says_whether_it_was_kept_late (HfTestStore *fixture, gconstpointer data)
{
  gint64 li = add_staff (fixture, "Li");
  g_autoptr (HfPromise) early = promise (fixture, "Call back", FRIDAY + DAY);
  g_autoptr (HfPromise) late = promise (fixture, "Send the invoice", FRIDAY + DAY);
  run (fixture, (Work){ early, END, FRIDAY + DAY, li, HF_PROMISE_KEPT, "By phone" });
  run (fixture, (Work){ late, END, FRIDAY + DAY + 1, li, HF_PROMISE_KEPT });
  g_autoptr (HfPromise) kept = read_again (fixture, early);
  g_assert_cmpint (kept->state, ==, HF_PROMISE_KEPT);
  g_assert_cmpint (kept->done_at, ==, FRIDAY + DAY);
  g_assert_cmpstr (kept->note, ==, "By phone");
  g_assert_cmpstr (kept->ended_by, ==, "Li");
  g_autoptr (HfPromise) behind = read_again (fixture, late);
  g_assert_cmpint (behind->state, ==, HF_PROMISE_KEPT_LATE);
  g_assert_null (behind->note);
  assert_sound (fixture);
}

static void
test_an_ending_against_us_says_why (HfTestStore *fixture, gconstpointer data)
{
  static const HfPromiseState states[] = { HF_PROMISE_BROKEN, HF_PROMISE_RELEASED };
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (HfPromise) made = promise (fixture, "Call back", FRIDAY + DAY);
      g_autoptr (HfPromise) shown = hf_promise_copy (made);
      assert_fails (fixture->store, (Work){ made, END, FRIDAY, 0, states[i], " " },
                    HF_STORE_ERROR_INVALID);
      g_assert_cmpint (made->state, ==, HF_PROMISE_OPEN);
      run (fixture, (Work){ made, END, FRIDAY, 0, states[i], "“No need any more”" });
      g_autoptr (HfPromise) ended = read_again (fixture, made);
      g_assert_cmpint (ended->state, ==, states[i]);
      g_assert_cmpstr (ended->note, ==, "“No need any more”");
      /* What has ended does not end again. */
      assert_fails (fixture->store, (Work){ ended, END, FRIDAY, 0, HF_PROMISE_KEPT },
                    HF_STORE_ERROR_INVALID);
      assert_fails (fixture->store, (Work){ ended, ANEW, FRIDAY, 0, 0, "why", FRIDAY + DAY },
                    HF_STORE_ERROR_INVALID);
    }
}

static void
test_a_later_day_does_not_make_it_punctual (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfPromise) asked = promise (fixture, "In time", FRIDAY + DAY);
  g_autoptr (HfPromise) missed = promise (fixture, "Too late", FRIDAY + DAY);
  assert_fails (fixture->store, (Work){ asked, ANEW, FRIDAY, 0, 0, "", FRIDAY + 3 * DAY },
                HF_STORE_ERROR_INVALID);
  run (fixture, (Work){ asked, ANEW, FRIDAY + HOUR, 0, 0, "On a journey", FRIDAY + 3 * DAY });
  run (fixture, (Work){ missed, ANEW, FRIDAY + 2 * DAY, 0, 0, "No part", FRIDAY + 3 * DAY });
  g_assert_cmpint (asked->judged_at, ==, FRIDAY + 3 * DAY);
  g_assert_cmpint (missed->judged_at, ==, FRIDAY + DAY);
  g_assert_cmpint (missed->due_at, ==, FRIDAY + 3 * DAY);
  run (fixture, (Work){ asked, END, FRIDAY + 2 * DAY, 0, HF_PROMISE_KEPT });
  run (fixture, (Work){ missed, END, FRIDAY + 2 * DAY + HOUR, 0, HF_PROMISE_KEPT });
  g_assert_cmpint (asked->state, ==, HF_PROMISE_KEPT);
  g_assert_cmpint (missed->state, ==, HF_PROMISE_KEPT_LATE);
  g_autoptr (GPtrArray) events = hf_test_store_run (fixture, HF_STORE_READ, list_events,
                                                    missed);
  g_assert_cmpuint (events->len, ==, 2);
  const HfPromiseEvent *anew = events->pdata[0];
  g_assert_cmpint (anew->kind, ==, HF_PROMISE_EVENT_ANEW);
  g_assert_cmpint (anew->due_before, ==, FRIDAY + DAY);
  g_assert_cmpint (anew->due_after, ==, FRIDAY + 3 * DAY);
  g_assert_cmpstr (anew->note, ==, "No part");
  g_autoptr (HfPromise) stored = read_again (fixture, missed);
  g_assert_true (stored->is_anew);
  assert_sound (fixture);
}

static void
test_a_colleague_takes_over (HfTestStore *fixture, gconstpointer data)
{
  gint64 li = add_staff (fixture, "Li"), zhao = add_staff (fixture, "Zhao");
  g_autoptr (HfPromise) made = hf_promise_new ();
  made->what = g_strdup ("Call back");
  run (fixture, (Work){ made, SAVE, FRIDAY, li });
  g_assert_cmpint (made->keeper_id, ==, li);
  run (fixture, (Work){ made, GIVE, FRIDAY, li, 0, "On leave", 0, zhao });
  g_autoptr (HfPromise) given = read_again (fixture, made);
  g_assert_cmpstr (given->made_by, ==, "Li");
  g_assert_cmpstr (given->owner, ==, "Zhao");
  g_autoptr (GPtrArray) events = hf_test_store_run (fixture, HF_STORE_READ, list_events, made);
  const HfPromiseEvent *event = events->pdata[0];
  g_assert_cmpstr (event->owner_before, ==, "Li");
  g_assert_cmpstr (event->owner_after, ==, "Zhao");
  g_assert_cmpstr (event->note, ==, "On leave");
}

static void
test_a_change_is_taken_back_and_both_are_told (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfPromise) made = promise (fixture, "Call back", FRIDAY + DAY);
  g_autoptr (HfPromise) before = hf_promise_copy (made);
  run (fixture, (Work){ made, END, FRIDAY, 0, HF_PROMISE_BROKEN, "Forgotten" });
  run (fixture, (Work){ made, TAKE_BACK, FRIDAY + HOUR, .before = before });
  g_autoptr (HfPromise) open = read_again (fixture, made);
  g_assert_cmpint (open->state, ==, HF_PROMISE_OPEN);
  g_assert_cmpint (open->done_at, ==, 0);
  g_assert_null (open->note);
  run (fixture, (Work){ made, END, FRIDAY + 2 * HOUR, 0, HF_PROMISE_KEPT });
  run (fixture, (Work){ made, REOPEN, FRIDAY + 3 * HOUR });
  g_autoptr (GPtrArray) events = hf_test_store_run (fixture, HF_STORE_READ, list_events, made);
  g_assert_cmpuint (events->len, ==, 4);
  g_assert_cmpint (((HfPromiseEvent *) events->pdata[1])->kind, ==,
                   HF_PROMISE_EVENT_TAKEN_BACK);
  g_assert_cmpint (((HfPromiseEvent *) events->pdata[3])->kind, ==, HF_PROMISE_EVENT_REOPENED);
  assert_sound (fixture);
}

static void
test_two_desks_do_not_end_it_twice (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) other = hf_store_open (fixture->place, HF_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_autoptr (HfPromise) here = promise (fixture, "Call back", FRIDAY + DAY);
  g_autoptr (HfPromise) there = hf_promise_copy (here);
  run (fixture, (Work){ here, END, FRIDAY, 0, HF_PROMISE_KEPT });
  assert_fails (other, (Work){ there, END, FRIDAY, 0, HF_PROMISE_BROKEN, "Forgotten" },
                HF_STORE_ERROR_CONFLICT);
  g_autoptr (HfPromise) stored = read_again (fixture, here);
  g_assert_cmpint (stored->state, ==, HF_PROMISE_KEPT);
}

static gpointer
list_keys (HfStoreSession *session, gpointer filter, GError **error)
{
  return hf_store_promises_list_keys (session, filter, error);
}

/* The words of the promises that a list shows, one letter each. */
static void
assert_list (HfTestStore *fixture, HfPromiseFilter filter, const char *wanted)
{
  g_autoptr (GString) found = g_string_new (NULL);
  filter.now = FRIDAY;
  g_autoptr (GArray) keys = hf_test_store_run (fixture, HF_STORE_READ, list_keys, &filter);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (HfPromise) key = hf_promise_new ();
      key->id = g_array_index (keys, gint64, i);
      g_autoptr (HfPromise) read = read_again (fixture, key);
      g_string_append_c (found, read->what[0]);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

typedef struct
{
  gint64 keeper_id;
  gint64 counts[HF_PROMISES_N_SHOWN];
} Counts;

static gpointer
count (HfStoreSession *session, gpointer data, GError **error)
{
  Counts *counts = data;
  return hf_store_promises_count (session, counts->keeper_id, FRIDAY, counts->counts, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
count_overdue (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_promises_count_overdue (session, FRIDAY, data, error) ? HF_STORE_DONE : NULL;
}

static gpointer
make_customer (HfStoreSession *session, gpointer name, GError **error)
{
  HfCustomer *customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup (name);
  return hf_store_customers_save (session, customer, error) ? customer : NULL;
}

static void
test_lists_show_what_they_say (HfTestStore *fixture, gconstpointer data)
{
  gint64 li = add_staff (fixture, "Li");
  g_autoptr (HfCustomer) wang = hf_test_store_run (fixture, HF_STORE_WRITE, make_customer,
                                                   "王炳泉");
  g_autoptr (HfPromise) tomorrow = promise (fixture, "t 100", FRIDAY + DAY);
  g_autoptr (HfPromise) evening = promise (fixture, "e 100%", FRIDAY + 3 * HOUR);
  g_autoptr (HfPromise) overdue = promise (fixture, "o", FRIDAY - DAY);
  g_autoptr (HfPromise) kept = promise (fixture, "k", FRIDAY + DAY);
  g_autoptr (HfPromise) late = promise (fixture, "l", FRIDAY - DAY);
  g_autoptr (HfPromise) broken = promise (fixture, "b", FRIDAY);
  g_autoptr (HfPromise) released = hf_promise_new ();
  released->what = g_strdup ("r");
  released->customer_id = wang->id;
  run (fixture, (Work){ released, SAVE, FRIDAY, li });
  run (fixture, (Work){ kept, END, FRIDAY + 1, 0, HF_PROMISE_KEPT });
  run (fixture, (Work){ late, END, FRIDAY + 2, 0, HF_PROMISE_KEPT });
  run (fixture, (Work){ broken, END, FRIDAY + 3, 0, HF_PROMISE_BROKEN, "No Part" });
  run (fixture, (Work){ released, END, FRIDAY + 4, 0, HF_PROMISE_RELEASED, "“Never mind”" });
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_OPEN }, "oet");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_OVERDUE }, "o");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_TODAY }, "e");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_KEPT }, "k");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_LATE }, "l");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_BROKEN }, "b");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_RELEASED }, "r");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL }, "oetrblk");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .keeper_id = li }, "r");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "no part" },
               "b");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "wbq" }, "r");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "炳泉" }, "r");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "0%" }, "e");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "100" }, "et");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "o" }, "ob");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_ALL, .search = (char *) "r" }, "rb");
  assert_list (fixture, (HfPromiseFilter){ HF_PROMISES_OPEN, .search = (char *) "wbq" }, "");
  Counts counts = { 0 }, mine = { li };
  hf_test_store_run (fixture, HF_STORE_READ, count, &counts);
  hf_test_store_run (fixture, HF_STORE_READ, count, &mine);
  static const gint64 wanted[HF_PROMISES_N_SHOWN] = { 3, 1, 1, 1, 1, 1, 1, 7 };
  for (guint i = 0; i < HF_PROMISES_N_SHOWN; i++)
    g_assert_cmpint (counts.counts[i], ==, wanted[i]);
  gint64 late_now = 0;
  hf_test_store_run (fixture, HF_STORE_READ, count_overdue, &late_now);
  g_assert_cmpint (late_now, ==, 1);
  g_assert_cmpint (mine.counts[HF_PROMISES_RELEASED], ==, 1);
  g_assert_cmpint (mine.counts[HF_PROMISES_ALL], ==, 1);
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_figures_compute (session, period, NULL, error);
}

static void
test_figures_count_what_was_due (HfTestStore *fixture, gconstpointer data)
{
  gint64 li = add_staff (fixture, "Li");
  static const struct
  {
    gint64 due, done;
    HfPromiseState state;
  } cases[] = {
    { DAY, HOUR, HF_PROMISE_KEPT },          { DAY, 2 * HOUR, HF_PROMISE_KEPT },
    { DAY, 2 * DAY, HF_PROMISE_KEPT },       { DAY, DAY, HF_PROMISE_BROKEN },
    { DAY, DAY, HF_PROMISE_RELEASED },       { DAY, 0, HF_PROMISE_OPEN },
    { 40 * DAY, HOUR, HF_PROMISE_KEPT }, /* due in another month */
    { 365 * 100 * DAY, 0, HF_PROMISE_OPEN },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfPromise) made = hf_promise_new ();
      made->what = g_strdup ("Call back");
      made->term = HF_PROMISE_DATED;
      made->due_at = FRIDAY + cases[i].due;
      run (fixture, (Work){ made, SAVE, FRIDAY, i < 2 ? li : 0 });
      if (cases[i].done != 0)
        run (fixture,
             (Work){ made, END, FRIDAY + cases[i].done, 0, cases[i].state, "Because" });
    }
  g_autoptr (HfPeriod) march = hf_period_new ("2026-03-01", "2026-03-31");
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, march);
  const HfPromiseTally *due = &figures->promises.due;
  g_assert_cmpuint (due->kept, ==, 2);
  g_assert_cmpuint (due->late, ==, 1);
  g_assert_cmpuint (due->broken, ==, 1);
  g_assert_cmpuint (due->open, ==, 1);
  g_assert_cmpuint (due->released, ==, 1);
  g_assert_cmpfloat (hf_promise_tally_rate (due), ==, 0.4);
  g_assert_cmpuint (figures->promises.made, ==, 8);
  g_assert_cmpuint (figures->promises.released, ==, 1);
  g_assert_cmpuint (figures->promises.overdue, ==, 1);
  g_assert_cmpuint (figures->promises_by_staff->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const HfPromiseTally *tally = figures->promises_by_staff->pdata[i];
      g_assert_cmpuint (tally->kept, ==, g_strcmp0 (tally->name, "Li") == 0 ? 2 : 0);
    }
  g_assert_cmpuint (figures->promises_by_branch->len, ==, 1);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/promises/" path, HfTestStore, NULL, hf_test_store_set_up, func,                \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("kept", test_the_time_says_whether_it_was_kept_late);
  ADD ("why", test_an_ending_against_us_says_why);
  ADD ("anew", test_a_later_day_does_not_make_it_punctual);
  ADD ("given", test_a_colleague_takes_over);
  ADD ("taken-back", test_a_change_is_taken_back_and_both_are_told);
  ADD ("desks", test_two_desks_do_not_end_it_twice);
  ADD ("lists", test_lists_show_what_they_say);
  ADD ("figures", test_figures_count_what_was_due);
  return g_test_run ();
}
