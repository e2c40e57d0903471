#include "config.h"

#include "hf-complaint.h"

#include <glib/gi18n.h>

#include "hf-amount.h"

G_DEFINE_FINAL_TYPE (HfComplaint, hf_complaint, G_TYPE_OBJECT)

const HfChoice hf_complaint_channels[] = {
  [HF_COMPLAINT_LETTER] = { "letter", NC_ ("choice", "Letter") },
  [HF_COMPLAINT_PHONE] = { "phone", NC_ ("choice", "Phone") },
  [HF_COMPLAINT_VISIT] = { "visit", NC_ ("choice", "Visit") },
  [HF_COMPLAINT_FORM] = { "form", NC_ ("choice", "Form") },
  [HF_COMPLAINT_WEB] = { "web", NC_ ("choice", "Web") },
  [HF_COMPLAINT_EMAIL] = { "email", NC_ ("choice", "E-mail") },
  [HF_COMPLAINT_MESSAGE] = { "message", NC_ ("choice", "Message") },
  { NULL, NC_ ("choice", "Not known") },
};

const HfChoice hf_complaint_categories[] = {
  [HF_COMPLAINT_VALUE] = { "value", NC_ ("choice", "Value") },
  [HF_COMPLAINT_SYSTEMS] = { "systems", NC_ ("choice", "Systems") },
  [HF_COMPLAINT_PEOPLE] = { "people", NC_ ("choice", "People") },
  { NULL, NC_ ("choice", "Not known") },
};

const HfChoice hf_complaint_severities[] = {
  [HF_COMPLAINT_MINOR] = { "minor", NC_ ("choice", "Minor") },
  [HF_COMPLAINT_MAJOR] = { "major", NC_ ("choice", "Major") },
  { NULL, NC_ ("choice", "Not known") },
};

const HfChoice hf_complaint_statuses[] = {
  [HF_COMPLAINT_RECEIVED] = { "received", NC_ ("choice", "Received") },
  [HF_COMPLAINT_TRACKED] = { "tracked", NC_ ("choice", "Tracked") },
  [HF_COMPLAINT_ACKNOWLEDGED] = { "acknowledged", NC_ ("choice", "Acknowledged") },
  [HF_COMPLAINT_ASSESSED] = { "assessed", NC_ ("choice", "Assessed") },
  [HF_COMPLAINT_INVESTIGATING] = { "investigating", NC_ ("choice", "Investigating") },
  [HF_COMPLAINT_RESPONDED] = { "responded", NC_ ("choice", "Responded") },
  [HF_COMPLAINT_COMMUNICATED] = { "communicated", NC_ ("choice", "Decision told") },
  [HF_COMPLAINT_CLOSED] = { "closed", NC_ ("choice", "Closed") },
  { NULL, NULL },
};

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfComplaint, member)

static const HfField fields[] = {
  { "number", NC_ ("field", "Complaint number"), ALSO ("number", "no", "id", "编号", "單號"),
    HF_FIELD_TEXT, AT (number), NULL, 64, FALSE },
  { "received_at", NC_ ("field", "Received"),
    ALSO ("received at", "date", "datetime", "time", "日期", "时间", "時間"), HF_FIELD_MOMENT,
    AT (received_at), NULL, 0, TRUE },
  { "customer_code", NC_ ("field", "Customer code"), ALSO ("customer id", "客户号"),
    HF_FIELD_TEXT, AT (customer_code), NULL, 64, FALSE },
  { "customer_name", NC_ ("field", "Customer name"), ALSO ("name", "姓名"), HF_FIELD_TEXT,
    AT (customer_name), NULL, 200, FALSE },
  { "phone", NC_ ("field", "Phone"), ALSO ("mobile", "tel", "手机", "手機"), HF_FIELD_TEXT,
    AT (phone), NULL, 60, FALSE },
  { "channel", NC_ ("field", "Channel"), ALSO ("via", "渠道", "管道"), HF_FIELD_CHOICE,
    AT (channel), hf_complaint_channels, 0, FALSE },
  { "category", NC_ ("field", "Category"), ALSO ("kind", "class"), HF_FIELD_CHOICE,
    AT (category), hf_complaint_categories, 0, FALSE },
  { "severity", NC_ ("field", "Severity"), ALSO ("level"), HF_FIELD_CHOICE, AT (severity),
    hf_complaint_severities, 0, FALSE },
  { "words", NC_ ("field", "Customer's words"),
    ALSO ("words", "description", "desc", "complaint", "投诉内容", "客訴內容", "内容"),
    HF_FIELD_TEXT, AT (words), NULL, 0, FALSE },
  { "wish", NC_ ("field", "Customer's wish"), ALSO ("wish", "demand", "诉求", "訴求"),
    HF_FIELD_TEXT, AT (wish), NULL, 0, FALSE },
  { "branch", NC_ ("field", "Branch"), ALSO ("store", "shop", "dealer", "分店", "经销商"),
    HF_FIELD_TEXT, AT (branch), NULL, 120, FALSE },
  { "product", NC_ ("field", "Product"), ALSO ("model", "item", "车型", "車型"), HF_FIELD_TEXT,
    AT (product), NULL, 200, FALSE },
  { "taken_by", NC_ ("field", "Taken by"), ALSO ("received by", "受理人", "接待人"),
    HF_FIELD_TEXT, AT (taken_by), NULL, 120, FALSE },
  { "word_of_mouth_risk", NC_ ("field", "Word-of-mouth risk"), ALSO ("word of mouth", "口碑"),
    HF_FIELD_FLAG, AT (word_of_mouth_risk), NULL, 0, FALSE },
  { "status", NC_ ("field", "Status"), ALSO ("state"), HF_FIELD_CHOICE, AT (status),
    hf_complaint_statuses, 0, FALSE },
  { "solved_where", NC_ ("field", "Solved where"), ALSO ("where"), HF_FIELD_TEXT,
    AT (solved_where), NULL, 200, FALSE },
  { "solved_how", NC_ ("field", "Solved how"),
    ALSO ("resolution", "solution", "处理结果", "處理結果"), HF_FIELD_TEXT, AT (solved_how),
    NULL, 0, FALSE },
  { "risk_left", NC_ ("field", "Remaining risk"), ALSO ("risk"), HF_FIELD_TEXT, AT (risk_left),
    NULL, 0, FALSE },
  { "cost", NC_ ("field", "Cost"), ALSO ("expense", "费用", "費用"), HF_FIELD_AMOUNT, AT (cost),
    NULL, 0, FALSE },
};

static void
hf_complaint_finalize (GObject *object)
{
  HfComplaint *self = HF_COMPLAINT (object);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == HF_FIELD_TEXT)
      g_free (*(char **) G_STRUCT_MEMBER_P (object, fields[i].offset));
  g_free (self->handler);
  g_free (self->escalation);
  g_free (self->escalation_name);
  g_free (self->not_pursued);
  G_OBJECT_CLASS (hf_complaint_parent_class)->finalize (object);
}

static void
hf_complaint_class_init (HfComplaintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_complaint_finalize;
}

static void
hf_complaint_init (HfComplaint *self)
{
  self->channel = HF_COMPLAINT_CHANNEL_UNKNOWN;
  self->category = HF_COMPLAINT_CATEGORY_UNKNOWN;
  self->severity = HF_COMPLAINT_SEVERITY_UNKNOWN;
  self->term = HF_COMPLAINT_NO_TERM;
  self->clock = HF_PROMISE_NO_CLOCK;
  self->follow_up = HF_COMPLAINT_NO_FOLLOW_UP;
  self->cost = HF_AMOUNT_UNKNOWN;
  self->expected = HF_AMOUNT_UNKNOWN;
  self->satisfaction = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_complaint_new:
 *
 * Makes a complaint of which nothing is known yet.
 *
 * Returns: (transfer full): a complaint
 */
HfComplaint *
hf_complaint_new (void)
{
  return g_object_new (HF_TYPE_COMPLAINT, NULL);
}

/**
 * hf_complaint_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a form, a spreadsheet and a report know a complaint.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_complaint_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_complaint_validate:
 * @self: a complaint
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before a complaint is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_complaint_validate (const HfComplaint *self, GError **error)
{
  if (self->received_at == 0)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("the day on which it was received is missing"));
  else if (self->cost != HF_AMOUNT_UNKNOWN && self->cost < 0)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                         _ ("the cost is below zero"));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_complaint_check_received:
 * @self: a complaint
 * @latest: the last moment at which it may have been received
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks that it was not received on a day that is still to come.
 *
 * Returns: whether it was not
 */
gboolean
hf_complaint_check_received (const HfComplaint *self, gint64 latest, GError **error)
{
  if (self->received_at <= latest)
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                       _ ("this day is still to come"));
  return FALSE;
}

static gint64
sooner (gint64 one, gint64 other)
{
  if (one == 0 || other == 0)
    return MAX (one, other);
  return MIN (one, other);
}

/**
 * hf_complaint_next_due:
 * @self: a complaint
 *
 * Finds what is due next: the first word until there was one, the next word of an emergency,
 * the answer.
 *
 * Returns: a moment; 0 where nothing is, as of one that is answered
 */
gint64
hf_complaint_next_due (const HfComplaint *self)
{
  gint64 first_word = self->acknowledged_at == 0 ? self->respond_by : 0;
  return self->status < HF_COMPLAINT_RESPONDED
             ? sooner (first_word, sooner (self->next_word_by, self->due_at))
             : 0;
}

/**
 * hf_complaint_get_owner:
 * @self: a complaint
 *
 * Names who deals with it: whom it was handed over to, else who took it.
 *
 * Returns: (nullable): a name
 */
const char *
hf_complaint_get_owner (const HfComplaint *self)
{
  return self->handler_id != 0 ? self->handler : self->taken_by;
}

/**
 * hf_complaint_is_late:
 * @self: a complaint
 * @now: the present moment
 *
 * Tells whether something that was promised is overdue.
 *
 * Returns: whether it is
 */
gboolean
hf_complaint_is_late (const HfComplaint *self, gint64 now)
{
  gint64 due_at = hf_complaint_next_due (self);
  return due_at != 0 && due_at < now;
}
