#include "config.h"

#include "hf-customer-filter.h"

#include <glib/gi18n.h>

#include "hf-text.h"

const char *const hf_customer_order_names[] = {
  [HF_CUSTOMER_BY_NAME] = "name",
  [HF_CUSTOMER_BY_CODE] = "code",
  [HF_CUSTOMER_BY_STATUS] = "status",
  [HF_CUSTOMER_BY_LOST_ON] = "lost_on",
  [HF_CUSTOMER_BY_VALUE] = "annual_value",
  [HF_CUSTOMER_BY_BRANCH] = "branch",
  [HF_CUSTOMER_BY_MANAGER] = "account_manager",
  [HF_CUSTOMER_BY_PHONE] = "phone",
  [HF_CUSTOMER_BY_EMAIL] = "email",
  [HF_CUSTOMER_BY_COMPANY] = "company",
  [HF_CUSTOMER_BY_ADDRESS] = "address",
  [HF_CUSTOMER_BY_LANGUAGE] = "language",
  [HF_CUSTOMER_BY_TAGS] = "tags",
  [HF_CUSTOMER_BY_JOINED_ON] = "joined_on",
  [HF_CUSTOMER_BY_NEED] = "need",
  [HF_CUSTOMER_BY_TIME_ZONE] = "time_zone",
  [HF_CUSTOMER_BY_NOTE] = "note",
  [HF_CUSTOMER_BY_DO_NOT_CALL] = "do_not_call",
  [HF_CUSTOMER_BY_DO_NOT_CALL_ON] = "do_not_call_on",
  [HF_CUSTOMER_N_ORDERS] = NULL,
};

const HfChoice hf_customer_queues[] = {
  [HF_CUSTOMER_QUEUE_ANY] = { "any", NC_ ("choice", "Queued or not") },
  [HF_CUSTOMER_QUEUE_WAITING] = { "waiting", NC_ ("choice", "In the call queue") },
  [HF_CUSTOMER_QUEUE_DUE] = { "due", NC_ ("choice", "Due for a call") },
  [HF_CUSTOMER_QUEUE_NOT] = { "not", NC_ ("choice", "Not in the call queue") },
  { NULL, NULL },
};

const HfChoice hf_customer_callings[] = {
  [HF_CUSTOMER_CALLING_ANY] = { "any", NC_ ("choice", "Called or not") },
  [HF_CUSTOMER_CALLING_ALLOWED] = { "allowed", NC_ ("choice", "May be called") },
  [HF_CUSTOMER_CALLING_REFUSED] = { "refused", NC_ ("choice", "Do not call") },
  { NULL, NULL },
};

static gpointer
copy_condition (gconstpointer condition, gpointer unused)
{
  return hf_custom_condition_copy (condition);
}

static void
free_condition (gpointer condition)
{
  hf_custom_condition_free (condition);
}

/**
 * hf_customer_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies a filter, so that a worker thread has its own.
 *
 * Returns: (transfer full): the copy; of %NULL one that does not narrow
 */
HfCustomerFilter *
hf_customer_filter_copy (const HfCustomerFilter *self)
{
  HfCustomerFilter *copy = g_new0 (HfCustomerFilter, 1);
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->search = g_strdup (self->search);
  copy->status = g_strdup (self->status);
  copy->reason = g_strdup (self->reason);
  copy->lost_in = g_strdup (self->lost_in);
  copy->manager = g_strdup (self->manager);
  copy->tag = g_strdup (self->tag);
  copy->grade = g_strdup (self->grade);
  if (self->custom != NULL)
    copy->custom = g_ptr_array_copy (self->custom, copy_condition, NULL);
  copy->lost_within = hf_period_copy (self->lost_within);
  copy->learnt_within = hf_period_copy (self->learnt_within);
  return copy;
}

/**
 * hf_customer_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_customer_filter_free (HfCustomerFilter *self)
{
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_free (self->search);
  g_free (self->status);
  g_free (self->reason);
  g_free (self->lost_in);
  g_free (self->manager);
  g_free (self->tag);
  g_free (self->grade);
  g_clear_pointer (&self->lost_within, hf_period_free);
  g_clear_pointer (&self->learnt_within, hf_period_free);
  g_free (self);
}

static HfCustomCondition *
find_condition (const HfCustomerFilter *self, gint64 field_id)
{
  for (guint i = 0; self->custom != NULL && i < self->custom->len; i++)
    if (((HfCustomCondition *) self->custom->pdata[i])->field_id == field_id)
      return self->custom->pdata[i];
  return NULL;
}

/**
 * hf_customer_filter_get_custom:
 * @self: a filter
 * @field_id: a custom field's key
 *
 * Tells what customers must have in a custom field.
 *
 * Returns: (nullable): the value of a #HfCustomCondition, %NULL for anything
 */
const char *
hf_customer_filter_get_custom (const HfCustomerFilter *self, gint64 field_id)
{
  const HfCustomCondition *condition = find_condition (self, field_id);
  return condition != NULL ? condition->value : NULL;
}

/**
 * hf_customer_filter_set_custom:
 * @self: a filter
 * @field_id: a custom field's key
 * @kind: its kind
 * @value: (nullable): the value of a #HfCustomCondition, blank for anything
 *
 * Narrows by a custom field.
 *
 * Returns: whether that is another filter than before
 */
gboolean
hf_customer_filter_set_custom (HfCustomerFilter *self, gint64 field_id, HfCustomKind kind,
                               const char *value)
{
  HfCustomCondition *condition = find_condition (self, field_id);
  if (condition != NULL && hf_text_is_blank (value))
    return g_ptr_array_remove (self->custom, condition);
  if (condition != NULL)
    return hf_text_set (&condition->value, value);
  if (hf_text_is_blank (value))
    return FALSE;
  if (self->custom == NULL)
    self->custom = g_ptr_array_new_with_free_func (free_condition);
  if (self->custom->len >= HF_CUSTOMER_FILTER_MAX_CUSTOM)
    return FALSE;
  g_ptr_array_add (self->custom, hf_custom_condition_new (field_id, kind, value));
  return TRUE;
}

/**
 * hf_customer_filter_dup_order:
 * @self: a filter
 *
 * Names the field by which it sorts.
 *
 * Returns: (transfer full): a name of #hf_customer_order_names or of a custom field
 */
char *
hf_customer_filter_dup_order (const HfCustomerFilter *self)
{
  return self->order_field != 0 ? hf_custom_field_dup_key (self->order_field)
                                : g_strdup (hf_customer_order_names[self->order]);
}

/**
 * hf_customer_filter_set_order:
 * @self: a filter
 * @name: (nullable): what hf_customer_filter_dup_order() gives; by anything else, the name
 *
 * Sorts by a field.
 */
void
hf_customer_filter_set_order (HfCustomerFilter *self, const char *name)
{
  self->order = HF_CUSTOMER_BY_NAME;
  self->order_field = 0;
  if (name == NULL || hf_custom_field_parse_key (name, &self->order_field))
    return;
  for (guint i = 0; i < HF_CUSTOMER_N_ORDERS; i++)
    if (g_str_equal (hf_customer_order_names[i], name))
      self->order = i;
}
