#include "config.h"

#include "hf-manager-change.h"

#include <glib/gi18n.h>

#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfManagerChange, hf_manager_change, G_TYPE_OBJECT)

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfManagerChange, member)

static const HfField fields[] = {
  { "customer_code", NC_ ("field", "Customer code"),
    ALSO ("code", "customer id", "客户号", "编号"), HF_FIELD_TEXT, AT (customer_code), NULL, 64,
    TRUE },
  { "from_on", NC_ ("field", "From"),
    ALSO ("from date", "since", "date", "起始日期", "日期", "变更日期", "變更日期"),
    HF_FIELD_DATE, AT (from_on), NULL, 0, TRUE },
  { "account_manager", NC_ ("field", "Account manager"),
    ALSO ("manager", "owner", "sales", "销售顾问", "業務", "负责人"), HF_FIELD_TEXT,
    AT (account_manager), NULL, 120, TRUE },
};

static void
hf_manager_change_finalize (GObject *object)
{
  HfManagerChange *self = HF_MANAGER_CHANGE (object);
  g_free (self->customer_code);
  g_free (self->from_on);
  g_free (self->account_manager);
  G_OBJECT_CLASS (hf_manager_change_parent_class)->finalize (object);
}

static void
hf_manager_change_class_init (HfManagerChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_manager_change_finalize;
}

static void
hf_manager_change_init (HfManagerChange *self)
{
}

/**
 * hf_manager_change_new:
 *
 * Makes a change of account manager of which nothing is known yet.
 *
 * Returns: (transfer full): a record
 */
HfManagerChange *
hf_manager_change_new (void)
{
  return g_object_new (HF_TYPE_MANAGER_CHANGE, NULL);
}

/**
 * hf_manager_change_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a spreadsheet knows a change of account manager.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_manager_change_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_manager_change_validate:
 * @self: a record
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_manager_change_validate (const HfManagerChange *self, GError **error)
{
  if (!hf_text_is_blank (self->customer_code) && self->from_on != NULL
      && !hf_text_is_blank (self->account_manager))
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                       _ ("the customer code, the day or the account manager is missing"));
  return FALSE;
}
