#include "config.h"

#include "hf-manager-period.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfManagerPeriod, hf_manager_period, G_TYPE_OBJECT)

#define AT(member) G_STRUCT_OFFSET (HfManagerPeriod, member)

static const HfField fields[] = {
  { "account_manager", NC_ ("field", "Account manager"), NULL, HF_FIELD_TEXT,
    AT (account_manager), NULL, 120, TRUE },
  { "from_on", NC_ ("field", "From"), NULL, HF_FIELD_DATE, AT (from_on), NULL, 0, FALSE },
  { "to_on", NC_ ("field", "Until"), NULL, HF_FIELD_DATE, AT (to_on), NULL, 0, FALSE },
};

static void
hf_manager_period_finalize (GObject *object)
{
  HfManagerPeriod *self = HF_MANAGER_PERIOD (object);
  g_free (self->account_manager);
  g_free (self->from_on);
  g_free (self->to_on);
  G_OBJECT_CLASS (hf_manager_period_parent_class)->finalize (object);
}

static void
hf_manager_period_class_init (HfManagerPeriodClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_manager_period_finalize;
}

static void
hf_manager_period_init (HfManagerPeriod *self)
{
}

/**
 * hf_manager_period_new:
 *
 * Makes a period of which nothing is known yet.
 *
 * Returns: (transfer full): a period
 */
HfManagerPeriod *
hf_manager_period_new (void)
{
  return g_object_new (HF_TYPE_MANAGER_PERIOD, NULL);
}

/**
 * hf_manager_period_copy:
 * @self: a period
 *
 * Makes a record that says the same.
 *
 * Returns: (transfer full): a period
 */
HfManagerPeriod *
hf_manager_period_copy (const HfManagerPeriod *self)
{
  HfManagerPeriod *copy = hf_manager_period_new ();
  copy->id = self->id;
  copy->staff_id = self->staff_id;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    hf_field_copy (&fields[i], copy, self);
  return copy;
}

/**
 * hf_manager_period_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a form knows a period.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_manager_period_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_manager_period_equal:
 * @self: a period
 * @other: another
 *
 * Compares all that two periods say.
 *
 * Returns: whether they are the same
 */
gboolean
hf_manager_period_equal (const HfManagerPeriod *self, const HfManagerPeriod *other)
{
  return self->id == other->id && self->staff_id == other->staff_id
         && g_strcmp0 (self->account_manager, other->account_manager) == 0
         && g_strcmp0 (self->from_on, other->from_on) == 0
         && g_strcmp0 (self->to_on, other->to_on) == 0;
}

static gboolean
fail (const char **at, const char *field, GError **error, const char *message)
{
  *at = field;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_days (const HfManagerPeriod *self, const char *today, const char **field, GError **error)
{
  if (self->from_on != NULL && strcmp (self->from_on, today) > 0)
    return fail (field, "from_on", error, _ ("this day is still to come"));
  if (self->to_on != NULL && strcmp (self->to_on, today) > 0)
    return fail (field, "to_on", error, _ ("this day is still to come"));
  if (self->from_on != NULL && self->to_on != NULL && strcmp (self->from_on, self->to_on) > 0)
    return fail (field, "to_on", error, _ ("this is before the first day"));
  return TRUE;
}

/* Whether a period has ended when another begins. */
static gboolean
ends_before (const HfManagerPeriod *self, const HfManagerPeriod *other)
{
  return self->to_on != NULL && other->from_on != NULL
         && strcmp (self->to_on, other->from_on) <= 0;
}

static gboolean
check_beside (const HfManagerPeriod *self, const HfManagerPeriod *other, const char **field,
              GError **error)
{
  if (ends_before (self, other) || ends_before (other, self))
    return TRUE;
  /* Whichever begins later takes the other's place from then on. */
  *field = g_strcmp0 (self->from_on, other->from_on) < 0 ? "to_on" : "from_on";
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               /* Translators: the name of a member of staff, and the first and the last day on
                * which they looked after the customer. */
               _ ("%s looks after the customer at the same time (%s – %s)"),
               other->account_manager, other->from_on != NULL ? other->from_on : "…",
               other->to_on != NULL ? other->to_on : "…");
  return FALSE;
}

/**
 * hf_manager_period_check:
 * @self: a period
 * @periods: (element-type HfManagerPeriod): the customer's periods; of one with the same key
 *   @self takes the place
 * @today: the present day
 * @field: (out): the name of the field at which something is wrong
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before a period is stored: nobody else looks after the customer at the
 * same time.
 *
 * Returns: whether it holds
 */
gboolean
hf_manager_period_check (const HfManagerPeriod *self, const GPtrArray *periods,
                         const char *today, const char **field, GError **error)
{
  if (hf_text_is_blank (self->account_manager))
    return fail (field, "account_manager", error, _ ("This cannot be left empty."));
  if (!check_days (self, today, field, error))
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      const HfManagerPeriod *other = periods->pdata[i];
      if ((other->id == 0 || other->id != self->id)
          && !check_beside (self, other, field, error))
        return FALSE;
    }
  return TRUE;
}
