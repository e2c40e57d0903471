#include "config.h"

#include "hf-customer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfCustomer, hf_customer, G_TYPE_OBJECT)

const HfChoice hf_customer_statuses[] = {
  [HF_CUSTOMER_ACTIVE] = { "active", NC_ ("choice", "Active") },
  [HF_CUSTOMER_AT_RISK] = { "at_risk", NC_ ("choice", "At risk") },
  [HF_CUSTOMER_LOST] = { "lost", NC_ ("choice", "Lost") },
  [HF_CUSTOMER_WON_BACK] = { "won_back", NC_ ("choice", "Won back") },
  { NULL, NULL },
};

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfCustomer, member)

/* The shop's own words for a heading, beside the labels in each installed language. */
static const HfField fields[] = {
  { "code", NC_ ("field", "Customer code"),
    ALSO ("code", "id", "customer id", "customerid", "customer no", "编号", "客户编码",
          "客户号", "會員編號"),
    HF_FIELD_TEXT, AT (code), NULL, 64, TRUE },
  { "name", NC_ ("field", "Name"),
    ALSO ("customer name", "姓名", "客户姓名", "客戶姓名", "客户"), HF_FIELD_TEXT, AT (name),
    NULL, 200, FALSE },
  { "phone", NC_ ("field", "Phone"),
    ALSO ("mobile", "tel", "telephone", "手机", "手机号", "手機"), HF_FIELD_TEXT, AT (phone),
    NULL, 60, FALSE },
  { "email", NC_ ("field", "E-mail"), ALSO ("mail", "e-mail address", "邮箱", "郵箱"),
    HF_FIELD_TEXT, AT (email), NULL, 200, FALSE },
  { "company", NC_ ("field", "Company"), ALSO ("firm", "organisation", "公司", "单位", "單位"),
    HF_FIELD_TEXT, AT (company), NULL, 200, FALSE },
  { "address", NC_ ("field", "Address"), ALSO ("street", "住址"), HF_FIELD_TEXT, AT (address),
    NULL, 400, FALSE },
  { "branch", NC_ ("field", "Branch"),
    ALSO ("store", "shop", "dealer", "分店", "经销商", "經銷商"), HF_FIELD_TEXT, AT (branch),
    NULL, 120, FALSE },
  { "account_manager", NC_ ("field", "Account manager"),
    ALSO ("manager", "owner", "sales", "销售顾问", "業務", "负责人"), HF_FIELD_TEXT,
    AT (account_manager), NULL, 120, FALSE },
  { "time_zone", NC_ ("field", "Time zone"), ALSO ("timezone", "tz", "时区", "時區"),
    HF_FIELD_ZONE, AT (time_zone), NULL, 0, FALSE },
  { "language", NC_ ("field", "Language"), ALSO ("lang", "语种"), HF_FIELD_TEXT, AT (language),
    NULL, 20, FALSE },
  { "tags", NC_ ("field", "Tags"), ALSO ("tag", "labels"), HF_FIELD_TEXT, AT (tags), NULL, 400,
    FALSE },
  { "status", NC_ ("field", "Status"), ALSO ("churn label", "流失标志"), HF_FIELD_CHOICE,
    AT (status), hf_customer_statuses, 0, FALSE },
  { "joined_on", NC_ ("field", "Customer since"), ALSO ("joined", "join date", "入会日期"),
    HF_FIELD_DATE, AT (joined_on), NULL, 0, FALSE },
  { "lost_on", NC_ ("field", "Lost on"), ALSO ("lost", "churn date", "left on"), HF_FIELD_DATE,
    AT (lost_on), NULL, 0, FALSE },
  { "annual_value", NC_ ("field", "Yearly value"), ALSO ("annual value", "value", "年消费额"),
    HF_FIELD_AMOUNT, AT (annual_value), NULL, 0, FALSE },
  { "need", NC_ ("field", "Monthly need"), ALSO ("demand", "月需求"), HF_FIELD_AMOUNT,
    AT (need), NULL, 0, FALSE },
  { "do_not_call", NC_ ("field", "Do not call"), ALSO ("dnc", "no call"), HF_FIELD_FLAG,
    AT (do_not_call), NULL, 0, FALSE },
  { "do_not_call_reason", NC_ ("field", "Why not to call"),
    ALSO ("dnc reason", "谢绝来电原因", "謝絕來電原因"), HF_FIELD_TEXT, AT (do_not_call_reason),
    NULL, 200, FALSE },
  { "do_not_call_on", NC_ ("field", "Not to call since"),
    ALSO ("dnc date", "谢绝来电日期", "謝絕來電日期"), HF_FIELD_DATE, AT (do_not_call_on), NULL,
    0, FALSE },
  { "note", NC_ ("field", "Note"), ALSO ("notes", "remark", "备注", "備註"), HF_FIELD_TEXT,
    AT (note), NULL, 0, FALSE },
  { "reason", NC_ ("field", "Churn reason"), ALSO ("churn reason", "loss reason"),
    HF_FIELD_TEXT, AT (reason), NULL, 400, FALSE },
  { "reason_words", NC_ ("field", "Customer's words"), ALSO ("verbatim", "comment", "原话"),
    HF_FIELD_TEXT, AT (reason_words), NULL, 0, FALSE },
};

static void
hf_customer_finalize (GObject *object)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == HF_FIELD_TEXT || fields[i].kind == HF_FIELD_DATE
        || fields[i].kind == HF_FIELD_ZONE)
      g_free (*(char **) G_STRUCT_MEMBER_P (object, fields[i].offset));
  g_free (HF_CUSTOMER (object)->account_manager_on);
  g_free (HF_CUSTOMER (object)->do_not_call_by);
  g_free (HF_CUSTOMER (object)->zone);
  g_clear_pointer (&HF_CUSTOMER (object)->custom, g_hash_table_unref);
  G_OBJECT_CLASS (hf_customer_parent_class)->finalize (object);
}

static void
hf_customer_class_init (HfCustomerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_customer_finalize;
}

static void
hf_customer_init (HfCustomer *self)
{
  self->annual_value = HF_AMOUNT_UNKNOWN;
  self->need = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_customer_new:
 *
 * Makes an active customer of whom nothing is known yet.
 *
 * Returns: (transfer full): a customer
 */
HfCustomer *
hf_customer_new (void)
{
  return g_object_new (HF_TYPE_CUSTOMER, NULL);
}

/**
 * hf_customer_take_refusal:
 * @self: a customer
 * @from: (nullable): another, %NULL for nobody in particular
 *
 * Takes over whether, since when, why and by whom a customer is on the do-not-call list.
 */
void
hf_customer_take_refusal (HfCustomer *self, const HfCustomer *from)
{
  gboolean refuses = from != NULL && from->do_not_call;
  self->do_not_call = refuses;
  hf_text_set (&self->do_not_call_on, refuses ? from->do_not_call_on : NULL);
  hf_text_set (&self->do_not_call_reason, refuses ? from->do_not_call_reason : NULL);
  self->do_not_call_by_id = refuses ? from->do_not_call_by_id : 0;
  hf_text_set (&self->do_not_call_by, refuses ? from->do_not_call_by : NULL);
}

/**
 * hf_customer_assign:
 * @self: a customer
 * @from: another
 *
 * Has a record say what another says.
 */
void
hf_customer_assign (HfCustomer *self, const HfCustomer *from)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    hf_field_copy (&fields[i], self, from);
  self->id = from->id;
  self->revision = from->revision;
  hf_text_set (&self->zone, from->zone);
  self->branch_id = from->branch_id;
  self->account_manager_id = from->account_manager_id;
  hf_customer_take_refusal (self, from);
  g_clear_pointer (&self->custom, g_hash_table_unref);
  self->custom = from->custom != NULL ? g_hash_table_ref (from->custom) : NULL;
}

/**
 * hf_customer_copy:
 * @self: a customer
 *
 * Makes a record that says the same.
 *
 * Returns: (transfer full): a customer
 */
HfCustomer *
hf_customer_copy (const HfCustomer *self)
{
  HfCustomer *copy = hf_customer_new ();
  hf_customer_assign (copy, self);
  return copy;
}

/**
 * hf_customer_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a form, a spreadsheet and a report know a customer.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_customer_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_customer_title:
 * @self: a customer
 *
 * Gives what to call a customer by: the name, else the company, else the code.
 *
 * Returns: (nullable): the title
 */
const char *
hf_customer_title (const HfCustomer *self)
{
  return self->name != NULL ? self->name : self->company != NULL ? self->company : self->code;
}

/**
 * hf_customer_get_refusal_reason:
 * @i: which one, below %HF_CUSTOMER_N_REFUSALS
 *
 * Names a usual reason why a customer is not to be called.
 *
 * Returns: the reason in the program's language
 */
const char *
hf_customer_get_refusal_reason (guint i)
{
  static const char *const reasons[HF_CUSTOMER_N_REFUSALS] = {
    [HF_CUSTOMER_REFUSAL_ASKED] = N_ ("Asked not to be called"),
    N_ ("Complained about calls"),
    N_ ("Prefers to be written to"),
    N_ ("The number is somebody else’s"),
  };
  g_return_val_if_fail (i < HF_CUSTOMER_N_REFUSALS, NULL);
  return _ (reasons[i]);
}

static gboolean
fail (const char **at, const char *field, GError **error, const char *message)
{
  *at = field;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_before (const char *day, const char *other)
{
  return day != NULL && other != NULL && strcmp (day, other) < 0;
}

static gboolean
check_amounts (const HfCustomer *self, const char **field, GError **error)
{
  if (self->annual_value != HF_AMOUNT_UNKNOWN && self->annual_value < 0)
    return fail (field, "annual_value", error, _ ("this cannot be less than 0"));
  if (self->need != HF_AMOUNT_UNKNOWN && self->need < 0)
    return fail (field, "need", error, _ ("this cannot be less than 0"));
  return TRUE;
}

/**
 * hf_customer_check:
 * @self: a customer, as typed
 * @today: the present day
 * @field: (out): the name of the field at which something is wrong
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Looks for what contradicts itself in what was typed; more strictly than
 * hf_customer_validate(), which also holds for files of other programs.
 *
 * Returns: whether nothing does
 */
gboolean
hf_customer_check (const HfCustomer *self, const char *today, const char **field,
                   GError **error)
{
  gboolean with_us = self->status == HF_CUSTOMER_ACTIVE || self->status == HF_CUSTOMER_AT_RISK;
  if (is_before (today, self->joined_on))
    return fail (field, "joined_on", error, _ ("this day is still to come"));
  if (is_before (today, self->lost_on))
    return fail (field, "lost_on", error, _ ("this day is still to come"));
  if (is_before (self->lost_on, self->joined_on))
    return fail (field, "lost_on", error, _ ("lost before the day of joining"));
  if (with_us && self->lost_on != NULL)
    return fail (field, "lost_on", error,
                 _ ("the status says that the customer is still with us"));
  if (self->do_not_call && is_before (today, self->do_not_call_on))
    return fail (field, "do_not_call_on", error, _ ("this day is still to come"));
  if (is_before (today, self->account_manager_on))
    return fail (field, "account_manager_on", error, _ ("this day is still to come"));
  return check_amounts (self, field, error);
}

/**
 * hf_customer_validate:
 * @self: a customer
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before a customer is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_customer_validate (const HfCustomer *self, GError **error)
{
  if (hf_text_is_blank (self->code))
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("the customer code is missing"));
      return FALSE;
    }
  if (is_before (self->lost_on, self->joined_on))
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                           _ ("lost before the day of joining"));
      return FALSE;
    }
  return TRUE;
}
