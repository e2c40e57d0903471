#include "config.h"

#include "hf-purchase.h"

#include <glib/gi18n.h>

#include "hf-amount.h"

G_DEFINE_FINAL_TYPE (HfPurchase, hf_purchase, G_TYPE_OBJECT)

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfPurchase, member)

static const HfField fields[] = {
  { "customer_code", NC_ ("field", "Customer code"),
    ALSO ("code", "customer id", "客户号", "编号"), HF_FIELD_TEXT, AT (customer_code), NULL, 64,
    TRUE },
  { "month", NC_ ("field", "Month"), ALSO ("date", "period", "年月"), HF_FIELD_MONTH,
    AT (month), NULL, 0, TRUE },
  { "amount", NC_ ("field", "Amount"),
    ALSO ("sum", "value", "purchases", "金额", "金額", "購買金額", "购买金额", "购买额",
          "采购金额", "採購金額", "销售额", "銷售額", "消费金额", "消費金額", "數量"),
    HF_FIELD_AMOUNT, AT (amount), NULL, 0, TRUE },
  { "need", NC_ ("field", "Monthly need"),
    ALSO ("demand", "月需求", "需求", "需求金额", "需求金額", "需求量", "月需求量"),
    HF_FIELD_AMOUNT, AT (need), NULL, 0, FALSE },
};

static void
hf_purchase_finalize (GObject *object)
{
  HfPurchase *self = HF_PURCHASE (object);
  g_free (self->customer_code);
  g_free (self->month);
  G_OBJECT_CLASS (hf_purchase_parent_class)->finalize (object);
}

static void
hf_purchase_class_init (HfPurchaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_purchase_finalize;
}

static void
hf_purchase_init (HfPurchase *self)
{
  self->amount = HF_AMOUNT_UNKNOWN;
  self->need = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_purchase_new:
 *
 * Makes a month's purchases of which nothing is known yet.
 *
 * Returns: (transfer full): a record
 */
HfPurchase *
hf_purchase_new (void)
{
  return g_object_new (HF_TYPE_PURCHASE, NULL);
}

/**
 * hf_purchase_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a spreadsheet and a report know a month's purchases.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_purchase_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_purchase_validate:
 * @self: a record
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_purchase_validate (const HfPurchase *self, GError **error)
{
  if (self->customer_code != NULL && self->month != NULL && self->amount != HF_AMOUNT_UNKNOWN)
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                       _ ("the customer code, the month or the amount is missing"));
  return FALSE;
}
