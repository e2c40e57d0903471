#include "config.h"

#include "hf-store-calendars.h"
#include "hf-store-promise-rules.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-store-starter.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Saturday, 14 February 2026, 10:00 in Shanghai: a make-up workday before the Spring Festival.
 */
#define SATURDAY (G_GINT64_CONSTANT (1771034400) * G_USEC_PER_SEC)
#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

typedef struct
{
  HfWorkCalendar *calendar;
  HfBranch *branch;
} Records;

static gpointer
save_calendar (HfStoreSession *session, gpointer calendar, GError **error)
{
  return hf_store_calendars_save (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static gpointer
remove_calendar (HfStoreSession *session, gpointer calendar, GError **error)
{
  return hf_store_calendars_remove (session, calendar, error) ? HF_STORE_DONE : NULL;
}

static gpointer
get_calendar (HfStoreSession *session, gpointer calendar, GError **error)
{
  return hf_store_calendars_get (session, ((HfWorkCalendar *) calendar)->id, error);
}

static gpointer
list_calendars (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_calendars_list (session, error);
}

static gpointer
get_of_branch (HfStoreSession *session, gpointer branch, GError **error)
{
  return hf_store_calendars_get_of_branch (
      session, branch != NULL ? ((HfBranch *) branch)->id : 0, error);
}

static gpointer
save_branch (HfStoreSession *session, gpointer branch, GError **error)
{
  return hf_store_branches_save (session, branch, error) ? HF_STORE_DONE : NULL;
}

static gpointer
make_usual (HfStoreSession *session, gpointer calendar, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                         ((HfWorkCalendar *) calendar)->id);
  return hf_store_settings_set (session, HF_SETTING_CALENDAR, id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
save_rules (HfStoreSession *session, gpointer text, GError **error)
{
  HfPromiseRules rules;
  g_assert_true (hf_promise_rules_parse (&rules, text, NULL));
  return hf_store_promise_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

/* What is asked, and the answer. */
typedef struct
{
  HfPromiseTerm term;
  gint64 branch_id;
  gint64 made_at;
  HfDeadlines found;
} Deadline;

static gpointer
work_out (HfStoreSession *session, gpointer data, GError **error)
{
  Deadline *self = data;
  return hf_store_promise_rules_work_out (session, self->term, self->branch_id, self->made_at,
                                          &self->found, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
run (HfTestStore *fixture, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (fixture->store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* Without the calendar that a new database comes with. */
static void
set_up (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_set_up (fixture, data);
  g_autoptr (GPtrArray) calendars = run (fixture, list_calendars, NULL);
  for (guint i = 0; i < calendars->len; i++)
    run (fixture, remove_calendar, g_ptr_array_index (calendars, i));
}

static HfWorkCalendar *
make_china (HfTestStore *fixture)
{
  HfWorkCalendar *calendar = hf_work_calendar_new ();
  calendar->name = g_strdup ("中国");
  hf_work_calendar_set_time_zone (calendar, "Asia/Shanghai");
  hf_work_hours_parse (&calendar->days[4], "09:00-12:00 13:30-17:00");
  hf_work_calendar_add_china (calendar);
  run (fixture, save_calendar, calendar);
  return calendar;
}

static HfBranch *
make_branch (HfTestStore *fixture, gint64 calendar_id, const char *time_zone)
{
  HfBranch *branch = hf_branch_new ();
  branch->code = g_strdup ("B");
  branch->name = g_strdup ("长春店");
  branch->time_zone = g_strdup (time_zone);
  branch->calendar_id = calendar_id;
  run (fixture, save_branch, branch);
  return branch;
}

static void
test_a_calendar_is_kept (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfWorkCalendar) calendar = make_china (fixture);
  g_autoptr (HfWorkCalendar) found = run (fixture, get_calendar, calendar);
  g_autofree char *friday = hf_work_hours_format (&found->days[4]);
  g_autofree char *sunday = hf_work_hours_format (&found->days[6]);
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (found);
  g_assert_cmpstr (found->name, ==, "中国");
  g_assert_cmpstr (found->time_zone, ==, "Asia/Shanghai");
  g_assert_cmpstr (friday, ==, "09:00-12:00 13:30-17:00");
  g_assert_cmpstr (sunday, ==, "closed");
  g_assert_cmpuint (days->len, ==, 108);
  g_assert_true (hf_work_calendar_is_open (found, SATURDAY));
  g_autoptr (GPtrArray) all = run (fixture, list_calendars, NULL);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_two_who_change_a_calendar_clash (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfWorkCalendar) one = make_china (fixture);
  g_autoptr (HfWorkCalendar) other = run (fixture, get_calendar, one);
  hf_work_calendar_remove_day (one, "2026-02-14");
  run (fixture, save_calendar, one);
  g_assert_cmpint (one->revision, ==, 2);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_calendar, other, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  g_assert_cmpint (other->revision, ==, 1);
  g_autoptr (HfWorkCalendar) found = run (fixture, get_calendar, one);
  g_assert_null (hf_work_calendar_find_day (found, "2026-02-14"));
}

/* Its own calendar, else the firm's, else Monday to Friday; a clock of its own, else the
 * branch's. */
static void
test_a_branch_works_by_its_calendar (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfWorkCalendar) china = make_china (fixture);
  g_autoptr (HfBranch) branch = make_branch (fixture, 0, "Asia/Urumqi");
  g_autoptr (HfWorkCalendar) plain = run (fixture, get_of_branch, branch);
  g_assert_cmpint (plain->id, ==, 0);
  g_assert_cmpstr (plain->time_zone, ==, "Asia/Urumqi");
  g_assert_false (hf_work_calendar_is_open (plain, SATURDAY + 3 * HOUR));

  run (fixture, make_usual, china);
  g_autoptr (HfWorkCalendar) usual = run (fixture, get_of_branch, branch);
  g_assert_cmpint (usual->id, ==, china->id);
  g_assert_cmpstr (usual->time_zone, ==, "Asia/Shanghai");
  g_autoptr (HfWorkCalendar) of_none = run (fixture, get_of_branch, NULL);
  g_assert_cmpint (of_none->id, ==, china->id);

  g_autoptr (HfWorkCalendar) own = hf_work_calendar_new ();
  own->name = g_strdup ("乌鲁木齐");
  run (fixture, save_calendar, own);
  branch->calendar_id = own->id;
  run (fixture, save_branch, branch);
  g_autoptr (HfWorkCalendar) found = run (fixture, get_of_branch, branch);
  g_assert_cmpint (found->id, ==, own->id);
  g_assert_cmpstr (found->time_zone, ==, "Asia/Urumqi");

  run (fixture, remove_calendar, own);
  g_autoptr (HfWorkCalendar) after = run (fixture, get_of_branch, branch);
  g_assert_cmpint (after->id, ==, china->id);
}

static void
assert_deadline (HfTestStore *fixture, HfPromiseTerm term, gint64 branch_id, gint64 made_at,
                 const HfDeadlines *expected)
{
  Deadline deadline = { .term = term, .branch_id = branch_id, .made_at = made_at };
  run (fixture, work_out, &deadline);
  g_assert_cmpint (deadline.found.respond_by, ==, expected->respond_by);
  g_assert_cmpint (deadline.found.resolve_by, ==, expected->resolve_by);
  g_assert_cmpint (deadline.found.next_word, ==, expected->next_word);
  g_assert_cmpint (deadline.found.is_sure, ==, expected->is_sure);
}

/* One working day from the Saturday before the festival is the Tuesday after it, 24 February.
 */
static void
test_deadlines_go_by_class_and_calendar (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfWorkCalendar) china = make_china (fixture);
  g_autoptr (HfBranch) branch = make_branch (fixture, china->id, NULL);
  assert_deadline (fixture, HF_PROMISE_WORKDAY, branch->id, SATURDAY,
                   &(HfDeadlines){ SATURDAY + HOUR, SATURDAY + 10 * DAY, 0, TRUE });
  assert_deadline (fixture, HF_PROMISE_THREE_DAYS, branch->id, SATURDAY,
                   &(HfDeadlines){ SATURDAY + HOUR, SATURDAY + 3 * DAY, 0, TRUE });
  assert_deadline (fixture, HF_PROMISE_EMERGENCY, branch->id, SATURDAY,
                   &(HfDeadlines){ SATURDAY, 0, SATURDAY + HOUR / 2, TRUE });
  /* Of 2027 nothing was entered: Friday, 12 February 2027, then Monday. */
  gint64 next_year = SATURDAY + 363 * DAY;
  assert_deadline (fixture, HF_PROMISE_WORKDAY, branch->id, next_year,
                   &(HfDeadlines){ next_year + HOUR, next_year + 3 * DAY, 0, FALSE });

  run (fixture, save_rules, (gpointer) "workday hours 30 120 60");
  assert_deadline (
      fixture, HF_PROMISE_WORKDAY, branch->id, SATURDAY,
      &(HfDeadlines){ SATURDAY + HOUR / 2, SATURDAY + 2 * HOUR, SATURDAY + HOUR, TRUE });
}

static gpointer
fill (HfStoreSession *session, gpointer zone, GError **error)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  if (!hf_store_settings_set (session, HF_SETTING_CALENDAR, NULL, error))
    return NULL;
  g_setenv ("TZ", zone, TRUE);
  gpointer done = hf_store_starter_fill (session, NULL, error);
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  return done;
}

static void
assert_starter (HfTestStore *fixture, const char *zone, guint n_days)
{
  run (fixture, fill, (gpointer) zone);
  g_autoptr (HfWorkCalendar) usual = run (fixture, get_of_branch, NULL);
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (usual);
  g_assert_cmpint (usual->id, !=, 0);
  g_assert_cmpuint (days->len, ==, n_days);
  g_assert_cmpuint (usual->days[0].n_spans, ==, 1);
  g_assert_cmpuint (usual->days[5].n_spans, ==, 0);
  g_assert_null (usual->time_zone);
  run (fixture, hf_store_starter_fill, NULL);
  g_autoptr (GPtrArray) all = run (fixture, list_calendars, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  run (fixture, remove_calendar, all->pdata[0]);
}

static void
test_a_new_database_has_a_calendar (HfTestStore *fixture, gconstpointer data)
{
  assert_starter (fixture, "Asia/Shanghai", 108);
  assert_starter (fixture, "Asia/Urumqi", 108);
  assert_starter (fixture, "Europe/Berlin", 0);
}

/* Nor is one made again when the database is opened. */
static void
test_the_firm_s_calendar_can_be_removed (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfWorkCalendar) china = make_china (fixture);
  run (fixture, make_usual, china);
  run (fixture, remove_calendar, china);
  run (fixture, hf_store_starter_fill, NULL);
  g_autoptr (HfWorkCalendar) of_none = run (fixture, get_of_branch, NULL);
  g_autoptr (GPtrArray) all = run (fixture, list_calendars, NULL);
  g_assert_cmpint (of_none->id, ==, 0);
  g_assert_cmpuint (all->len, ==, 0);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/calendars/" path, HfTestStore, NULL, set_up, func, hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("kept", test_a_calendar_is_kept);
  ADD ("clash", test_two_who_change_a_calendar_clash);
  ADD ("branch", test_a_branch_works_by_its_calendar);
  ADD ("deadlines", test_deadlines_go_by_class_and_calendar);
  ADD ("starter", test_a_new_database_has_a_calendar);
  ADD ("removed", test_the_firm_s_calendar_can_be_removed);
  return g_test_run ();
}
