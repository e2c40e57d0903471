#include "config.h"

#include "test-source.h"

#include <gio/gio.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-answer.h"
#include "hf-assumption.h"
#include "hf-coded-reason.h"
#include "hf-complaint.h"
#include "hf-follow-up.h"
#include "hf-custom-field.h"
#include "hf-customer.h"
#include "hf-interview.h"
#include "hf-promise.h"
#include "hf-verbatim.h"

/* 5 March 2024, 02:30 UTC. */
#define FIRST_MOMENT G_GINT64_CONSTANT (1709605800000000)
#define HOUR G_GINT64_CONSTANT (3600000000)

static void source_init (HfReportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource, test_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_REPORT_SOURCE, source_init))

static const char *const codes[] = { "competitor-offer", "staff-turnover", "price",
                                     "service-lapse" };
static const char *const words[] = { "我的客户经理走了，新来的人什么都不知道。",
                                     "=cmd|' /C calc'!A0",
                                     "The other shop offered two free oil changes.",
                                     "打电话没人接，去了又排队两个小时。" };

/* What every fourth customer has in each of the custom fields, as its kind wants it. */
static void
enter_custom (const TestSource *source, HfCustomer *customer)
{
  static const char *const values[] = { "=1+2", "1200.5", "2024-02-29", "红" };
  customer->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < source->custom->len; i++)
    {
      const HfCustomField *field = source->custom->pdata[i];
      g_hash_table_insert (customer->custom, g_memdup2 (&field->id, sizeof field->id),
                           g_strdup (values[field->kind]));
    }
}

static GObject *
make_customer (guint i)
{
  HfCustomer *self = hf_customer_new ();
  self->code = g_strdup_printf ("%06u", i + 1);
  self->name = g_strdup (i % 2 == 0 ? "王炳泉" : "=1+1");
  self->phone = g_strdup_printf ("0431%08u", 88000000 + i);
  self->company = g_strdup ("长春示范汽车贸易有限公司");
  self->branch = g_strdup ("长春");
  self->account_manager = g_strdup ("李明");
  self->status = i % 4 == 0 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE;
  self->joined_on = g_strdup ("2022-11-30");
  self->time_zone = i < 2 ? g_strdup (i == 0 ? "Asia/Urumqi" : "+08:00") : NULL;
  self->lost_on = i % 8 == 0 ? g_strdup ("2024-03-05") : NULL;
  self->annual_value = i % 3 == 0 ? HF_AMOUNT_UNKNOWN : (gint64) (12000 + i) * 1000;
  self->reason = i % 4 == 0 ? g_strdup (codes[i / 4 % G_N_ELEMENTS (codes)]) : NULL;
  return G_OBJECT (self);
}

/* Handed over, answered in time after a pause of 90 minutes, and given up. */
static void
set_course (HfComplaint *self)
{
  self->handler_id = 7;
  self->handler = g_strdup ("钱进");
  self->term = HF_PROMISE_DAY;
  self->respond_by = FIRST_MOMENT + HOUR;
  self->acknowledged_at = FIRST_MOMENT + HOUR / 2;
  self->due_at = FIRST_MOMENT + 24 * HOUR;
  self->responded_at = FIRST_MOMENT + 20 * HOUR;
  self->paused = HOUR * 3 / 2;
  self->follow_up = HF_FOLLOW_UP_PARTLY;
  self->not_pursued = g_strdup ("客户不再接电话");
  self->escalation = g_strdup ("own");
  self->escalation_name = g_strdup ("区域经理");
}

static GObject *
make_complaint (guint i)
{
  HfComplaint *self = hf_complaint_new ();
  self->number = g_strdup_printf ("T%04u", i + 1);
  self->received_at = FIRST_MOMENT + i * HOUR;
  self->customer_code = g_strdup_printf ("%06u", i + 1);
  self->phone = g_strdup ("013800138000");
  self->channel = i % 7;
  self->category = i % 3;
  self->words = g_strdup (words[i % G_N_ELEMENTS (words)]);
  self->taken_by = g_strdup ("赵敏");
  if (i == 0)
    set_course (self);
  return G_OBJECT (self);
}

static GObject *
make_reason (guint i)
{
  HfCodedReason *self = hf_coded_reason_new ();
  self->customer_code = g_strdup_printf ("%06u", i + 1);
  self->customer_name = g_strdup ("王炳泉");
  self->code = g_strdup (codes[i % G_N_ELEMENTS (codes)]);
  self->rank = i % 3 == 2 ? HF_REASON_CONTRIBUTING : HF_REASON_PRIMARY;
  self->basis = i % 3;
  self->quote = g_strdup (words[i % G_N_ELEMENTS (words)]);
  self->at = FIRST_MOMENT + i * 24 * HOUR;
  return G_OBJECT (self);
}

static GObject *
make_verbatim (guint i)
{
  HfVerbatim *self = hf_verbatim_new ();
  self->customer_code = g_strdup_printf ("%06u", i + 1);
  self->customer_name = g_strdup ("王炳泉");
  self->interview_id = 1;
  self->question = g_strdup ("why-left");
  self->words = g_strdup (words[i % G_N_ELEMENTS (words)]);
  self->codes = g_strconcat (codes[i % G_N_ELEMENTS (codes)], ", price", NULL);
  self->at = FIRST_MOMENT + i * HOUR;
  return G_OBJECT (self);
}

static GObject *
make_interview (guint i)
{
  HfInterview *self = hf_interview_new ();
  self->customer_code = g_strdup_printf ("%06u", i + 1);
  self->customer_name = g_strdup ("王炳泉");
  self->state = i % 5;
  self->outcome = g_strdup ("complete");
  self->staff = g_strdup ("赵敏");
  self->language = g_strdup ("zh_CN");
  self->started_at = FIRST_MOMENT + i * HOUR;
  self->ended_at = self->started_at + HOUR / 4;
  self->seconds = 720;
  return G_OBJECT (self);
}

static GObject *
make_answer (guint i)
{
  HfAnswer *self = hf_answer_new ();
  self->at = FIRST_MOMENT + i * HOUR;
  self->customer_code = g_strdup_printf ("%06u", i + 1);
  self->customer_name = g_strdup ("王炳泉");
  self->kind = HF_INTERVIEW_THANK_YOU;
  self->question = g_strdup (i == 0 ? "referred" : "recommend");
  self->value = g_strdup (i == 0 ? "李雷\n13800138000" : "9");
  self->staff = g_strdup ("赵敏");
  self->channel = g_strdup ("phone");
  return G_OBJECT (self);
}

static GObject *
make_promise (guint i)
{
  HfPromise *self = hf_promise_new ();
  self->customer_name = g_strdup ("王炳泉");
  self->what = g_strdup ("回电说明维修费用");
  self->term = i % 6;
  self->state = i % 5;
  self->made_at = FIRST_MOMENT + i * HOUR;
  self->due_at = self->made_at + 24 * HOUR;
  self->made_by = g_strdup ("赵敏");
  return G_OBJECT (self);
}

static const struct
{
  const char *key;
  double value, preset;
  const char *source;
} assumptions[] = {
  { "complaint-ratio", 25, 25, "004; “about one dissatisfied customer in twenty-five”" },
  { "complaint-ratio-major", 25, 25, "004" },
  { "discount", 0.1, 0.1, "company policy" },
  { "friends", 10, 10, "003" },
  { "friends-conversion", 0, 0, "no source gives one" },
  { "penalty-in-time", 0.7, 0.7, "own" },
  { "penalty-satisfied", 0.5, 0.5, "own" },
  { "people-told", 9, 9, "003; TARP" },
  { "retention", 0.85, 0.8, "own figures of 2023" },
  { "reward-in-time", 0.95, 0.95, "own" },
  { "reward-satisfied", 0.85, 0.85, "own" },
  { "silent-stay-rate", 0.37, 0.37, "TARP, minor problems" },
  { "silent-stay-rate-major", 0.09, 0.09, "TARP, major problems" },
  { "talk-in-time", 0.85, 0.85, "own" },
  { "talk-satisfied", 0.7, 0.7, "own" },
};

static GObject *
make_assumption (guint i)
{
  HfAssumption *self = hf_assumption_new ();
  self->key = g_strdup (assumptions[i].key);
  self->value = assumptions[i].value;
  self->preset = assumptions[i].preset;
  self->source = g_strdup (assumptions[i].source);
  return G_OBJECT (self);
}

static GObject *(*const make_row[]) (guint i) = {
  [HF_REPORT_ROWS_CUSTOMERS] = make_customer,   [HF_REPORT_ROWS_COMPLAINTS] = make_complaint,
  [HF_REPORT_ROWS_CODED_REASONS] = make_reason, [HF_REPORT_ROWS_VERBATIMS] = make_verbatim,
  [HF_REPORT_ROWS_INTERVIEWS] = make_interview, [HF_REPORT_ROWS_PROMISES] = make_promise,
  [HF_REPORT_ROWS_ANSWERS] = make_answer,       [HF_REPORT_ROWS_ASSUMPTIONS] = make_assumption,
};

static gint64
source_count (HfReportSource *source, HfReportRows kind, GError **error)
{
  return TEST_SOURCE (source)->counts[kind];
}

static gboolean
source_open (HfReportSource *source, HfReportRows kind, GError **error)
{
  TestSource *self = TEST_SOURCE (source);
  self->kind = kind;
  self->position = 0;
  return TRUE;
}

static GObject *
source_next (HfReportSource *source, GError **error)
{
  TestSource *self = TEST_SOURCE (source);
  if (self->position == self->counts[self->kind])
    return NULL;
  if (self->fail_at != 0 && self->n_read == self->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the test broke the source");
      return NULL;
    }
  self->n_read++;
  GObject *row = make_row[self->kind](self->position);
  if (self->kind == HF_REPORT_ROWS_CUSTOMERS && self->position % 4 == 0)
    enter_custom (self, HF_CUSTOMER (row));
  self->position++;
  return row;
}

static HfCodebook *
source_get_codebook (HfReportSource *source)
{
  return TEST_SOURCE (source)->codebook;
}

static GPtrArray *
source_get_custom_fields (HfReportSource *source)
{
  return TEST_SOURCE (source)->custom;
}

static char *
source_dup_name (HfReportSource *source, HfReportName what, const char *id,
                 const char *language)
{
  if (what == HF_REPORT_NAME_OUTCOME)
    return NULL;
  if (what == HF_REPORT_NAME_ANSWER)
    return g_strdup (strchr (strchr (id, '\n') + 1, '\n') + 1);
  return g_strdup (g_str_has_prefix (language, "zh") ? "您为什么离开？" : "Why did you leave?");
}

static void
source_init (HfReportSourceInterface *iface)
{
  iface->count = source_count;
  iface->open = source_open;
  iface->next = source_next;
  iface->get_codebook = source_get_codebook;
  iface->get_custom_fields = source_get_custom_fields;
  iface->dup_name = source_dup_name;
}

static void
test_source_finalize (GObject *object)
{
  g_clear_object (&TEST_SOURCE (object)->codebook);
  g_ptr_array_unref (TEST_SOURCE (object)->custom);
  G_OBJECT_CLASS (test_source_parent_class)->finalize (object);
}

static void
test_source_class_init (TestSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_source_finalize;
}

static void
test_source_init (TestSource *self)
{
  self->codebook = hf_codebook_new_starter ();
  self->custom = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * test_source_new:
 * @n_customers: how many customers; of the other kinds there are a dozen rows each
 *
 * Makes a source.
 *
 * Returns: (transfer full): the source
 */
TestSource *
test_source_new (guint n_customers)
{
  TestSource *self = g_object_new (TEST_TYPE_SOURCE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] = 12;
  self->counts[HF_REPORT_ROWS_CUSTOMERS] = n_customers;
  self->counts[HF_REPORT_ROWS_ASSUMPTIONS] = G_N_ELEMENTS (assumptions);
  return self;
}

typedef struct
{
  const char *code;
  guint primary, contributing, said, inferred, recorded;
} Reason;

static const Reason reasons[] = {
  { "competitor-offer", 34, 12, 30, 10, 6 },  { "service-lapse", 22, 19, 30, 9, 2 },
  { "staff-turnover", 14, 11, 17, 6, 2 },     { "price", 12, 20, 28, 4, 0 },
  { "complaint-mishandled", 9, 6, 12, 1, 2 }, { "unknown", 9, 0, 0, 0, 9 },
};

static void
fill_lists (HfFigures *figures)
{
  static const char *const competitors[] = { "隔壁 4S 店", "Speedy Service", "=1+1" };
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      HfReasonCount *reason = hf_figures_add_reason (figures, reasons[i].code);
      reason->primary = reasons[i].primary;
      reason->contributing = reasons[i].contributing;
      reason->said = reasons[i].said;
      reason->inferred = reasons[i].inferred;
      reason->recorded = reasons[i].recorded;
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("2024-%02u", i + 2);
      HfMonthCount *month = hf_figures_add_month (figures, name);
      month->at_start = 1890 - 30 * i;
      month->lost = 40 - i;
      month->complaints = 10 + i;
      hf_figures_add_competitor (figures, competitors[i])->customers = 15 - 3 * i;
    }
}

static void
fill_numbers (HfFigures *figures)
{
  static const guint channels[] = { 2, 17, 7, 3, 4, 1, 5, 1 };
  static const guint categories[] = { 12, 19, 9 };
  figures->customers.total = 2000;
  figures->customers.active = 1700;
  figures->customers.at_risk = 90;
  figures->customers.lost = 180;
  figures->customers.won_back = 30;
  figures->customers.lost_undated = 7;
  figures->churn.at_start = 1890;
  figures->churn.lost = 120;
  figures->churn.undated = 7;
  figures->churn.rate = 120 / 1890.0;
  figures->churn.retention = 0.93;
  figures->churn.value_lost = G_GINT64_CONSTANT (1834500500);
  figures->churn.value_known = 101;
  figures->complaints.logged = 40;
  figures->complaints.open = 9;
  figures->complaints.late = 3;
  figures->complaints.closed = 31;
  memcpy (figures->complaints.by_channel, channels, sizeof channels);
  memcpy (figures->complaints.by_category, categories, sizeof categories);
  figures->complaints.by_severity[0] = 29;
  figures->complaints.by_severity[1] = 9;
  figures->complaints.by_severity[2] = 2;
  figures->interviews.started = 52;
  figures->interviews.completed = 38;
  figures->interviews.refused = 11;
  figures->interviews.lost_customers = 120;
  figures->interviews.attempts = 187;
  figures->interviews.reached = 61;
  figures->interviews.response_rate = 0.317;
  figures->interviews.contact_rate = 0.508;
  figures->interviews.refusal_rate = 0.092;
}

/* Minor: 29 x 25 = 725, 696 silent, 438.48 lost; major: 9 x 25 = 225, 216, 196.56; not known:
 * 2 x 25 = 50, 48, 30.24. */
static void
fill_silent (HfSilentFigures *silent)
{
  silent->classes[0] = (HfSilentClass){ 29, 25, 0.37, 725, 696, 438.48 };
  silent->classes[1] = (HfSilentClass){ 9, 25, 0.09, 225, 216, 196.56 };
  silent->classes[HF_SILENT_UNPLACED] = (HfSilentClass){ 2, 25, 0.37, 50, 48, 30.24 };
  silent->ratio = 25;
  silent->dissatisfied = 1000;
  silent->silent = 960;
  silent->stay_rate = 0.307;
  silent->silent_and_lost = 665.28;
  silent->people_told = 9;
  silent->reach = 9000;
  silent->preset = "rule-of-thumb";
  silent->least = 63.5;
  silent->most = 1080;
  silent->own = (HfOwnShare){ 34, 5, 5 / 34.0, 0.064, 0.301 };
}

static void
fill_recovery (HfRecoveryTable *recovery)
{
  static const HfRecoveryTable table = {
    { { { 20, 7 }, { 11, 4 }, { 40, 29 }, { 16, 15 } }, { { 9, 1 }, { 0, 0 }, { 12, 6 } } },
    13,
    14,
  };
  *recovery = table;
}

/**
 * test_source_make_figures:
 *
 * Makes figures of which every number is another one, so that a mix-up shows.
 *
 * Returns: (transfer full): the figures
 */
HfFigures *
test_source_make_figures (void)
{
  g_autoptr (HfPeriod) period = hf_period_new ("2024-01-01", "2024-06-30");
  HfFigures *figures = hf_figures_new (period, NULL);
  figures->company = g_strdup ("长春示范汽车集团");
  figures->currency = g_strdup ("CNY");
  figures->computed_at = FIRST_MOMENT;
  fill_lists (figures);
  fill_numbers (figures);
  fill_silent (&figures->silent);
  fill_recovery (&figures->recovery);
  figures->promises.made = 27;
  figures->promises.kept = 19;
  figures->promises.late = 3;
  figures->promises.open = 4;
  figures->promises.broken = 1;
  figures->loyalty.a = 310;
  figures->loyalty.b = 820;
  figures->loyalty.c = 410;
  figures->loyalty.unknown = 460;
  return figures;
}
