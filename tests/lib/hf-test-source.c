#include "config.h"

#include "hf-test-source.h"

#include <gio/gio.h>

#include "hf-amount.h"
#include "hf-assumption.h"
#include "hf-coded-reason.h"
#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-interview.h"
#include "hf-promise.h"
#include "hf-verbatim.h"

/* 5 March 2024, 02:30 UTC. */
#define FIRST_MOMENT G_GINT64_CONSTANT (1709605800000000)
#define HOUR G_GINT64_CONSTANT (3600000000)

static void source_init (HfReportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfTestSource, hf_test_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_REPORT_SOURCE, source_init))

static const char *const codes[] = { "competitor-offer", "staff-turnover", "price",
                                     "service-lapse" };
static const char *const words[] = { "我的客户经理走了，新来的人什么都不知道。",
                                     "=cmd|' /C calc'!A0",
                                     "The other shop offered two free oil changes.",
                                     "打电话没人接，去了又排队两个小时。" };

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
  self->lost_on = i % 8 == 0 ? g_strdup ("2024-03-05") : NULL;
  self->annual_value = i % 3 == 0 ? HF_AMOUNT_UNKNOWN : (gint64) (12000 + i) * 1000;
  self->reason = i % 4 == 0 ? g_strdup (codes[i / 4 % G_N_ELEMENTS (codes)]) : NULL;
  return G_OBJECT (self);
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
  self->codes = g_strdup (codes[i % G_N_ELEMENTS (codes)]);
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
  { "discount", 0.1, 0.1, "company policy" },
  { "friends", 10, 10, "003" },
  { "friends-conversion", 0, 0, "no source gives one" },
  { "retention", 0.85, 0.8, "own figures of 2023" },
  { "silent-stay-rate", 0.37, 0.37, "TARP, minor problems" },
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
  [HF_REPORT_ROWS_CUSTOMERS] = make_customer,     [HF_REPORT_ROWS_COMPLAINTS] = make_complaint,
  [HF_REPORT_ROWS_CODED_REASONS] = make_reason,   [HF_REPORT_ROWS_VERBATIMS] = make_verbatim,
  [HF_REPORT_ROWS_INTERVIEWS] = make_interview,   [HF_REPORT_ROWS_PROMISES] = make_promise,
  [HF_REPORT_ROWS_ASSUMPTIONS] = make_assumption,
};

static gint64
source_count (HfReportSource *source, HfReportRows kind, GError **error)
{
  return HF_TEST_SOURCE (source)->counts[kind];
}

static gboolean
source_open (HfReportSource *source, HfReportRows kind, GError **error)
{
  HfTestSource *self = HF_TEST_SOURCE (source);
  self->kind = kind;
  self->position = 0;
  return TRUE;
}

static GObject *
source_next (HfReportSource *source, GError **error)
{
  HfTestSource *self = HF_TEST_SOURCE (source);
  if (self->position == self->counts[self->kind])
    return NULL;
  if (self->fail_at != 0 && self->n_read == self->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the test broke the source");
      return NULL;
    }
  self->n_read++;
  return make_row[self->kind](self->position++);
}

static HfCodebook *
source_get_codebook (HfReportSource *source)
{
  return HF_TEST_SOURCE (source)->codebook;
}

static char *
source_dup_name (HfReportSource *source, HfReportName what, const char *id,
                 const char *language)
{
  if (what == HF_REPORT_NAME_OUTCOME)
    return NULL;
  return g_strdup (g_str_has_prefix (language, "zh") ? "您为什么离开？" : "Why did you leave?");
}

static void
source_init (HfReportSourceInterface *iface)
{
  iface->count = source_count;
  iface->open = source_open;
  iface->next = source_next;
  iface->get_codebook = source_get_codebook;
  iface->dup_name = source_dup_name;
}

static void
hf_test_source_finalize (GObject *object)
{
  g_clear_object (&HF_TEST_SOURCE (object)->codebook);
  G_OBJECT_CLASS (hf_test_source_parent_class)->finalize (object);
}

static void
hf_test_source_class_init (HfTestSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_test_source_finalize;
}

static void
hf_test_source_init (HfTestSource *self)
{
  self->codebook = hf_codebook_new_starter ();
}

/**
 * hf_test_source_new:
 * @n_customers: how many customers; of the other kinds there are a dozen rows each
 *
 * Makes a source.
 *
 * Returns: (transfer full): the source
 */
HfTestSource *
hf_test_source_new (guint n_customers)
{
  HfTestSource *self = g_object_new (HF_TYPE_TEST_SOURCE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] = 12;
  self->counts[HF_REPORT_ROWS_CUSTOMERS] = n_customers;
  self->counts[HF_REPORT_ROWS_ASSUMPTIONS] = G_N_ELEMENTS (assumptions);
  return self;
}
