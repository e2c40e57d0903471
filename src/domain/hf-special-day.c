#include "config.h"

#include "hf-special-day.h"

#include <glib/gi18n.h>

#include "hf-text.h"
#include "hf-work-hours.h"

G_DEFINE_FINAL_TYPE (HfSpecialDay, hf_special_day, G_TYPE_OBJECT)

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfSpecialDay, member)

static const HfField fields[] = {
  { "date", NC_ ("field", "Day"), ALSO ("date", "日期", "日子"), HF_FIELD_DATE, AT (date), NULL,
    0, TRUE },
  { "name", NC_ ("field", "Name of the day"),
    ALSO ("name", "holiday", "summary", "节日", "節日", "名称", "名稱"), HF_FIELD_TEXT,
    AT (name), NULL, 120, FALSE },
  { "workday", NC_ ("field", "Workday"),
    ALSO ("is workday", "working", "上班", "补班", "補班", "工作日"), HF_FIELD_FLAG,
    AT (is_workday), NULL, 0, FALSE },
  { "hours", NC_ ("field", "Hours"), ALSO ("working hours", "时间", "時間", "工作时间"),
    HF_FIELD_TEXT, AT (hours), NULL, 64, FALSE },
};

static void
hf_special_day_finalize (GObject *object)
{
  HfSpecialDay *self = HF_SPECIAL_DAY (object);
  g_free (self->date);
  g_free (self->name);
  g_free (self->hours);
  G_OBJECT_CLASS (hf_special_day_parent_class)->finalize (object);
}

static void
hf_special_day_class_init (HfSpecialDayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_special_day_finalize;
}

static void
hf_special_day_init (HfSpecialDay *self)
{
}

/**
 * hf_special_day_new:
 *
 * Makes a holiday of which nothing is known yet.
 *
 * Returns: (transfer full): a record
 */
HfSpecialDay *
hf_special_day_new (void)
{
  return g_object_new (HF_TYPE_SPECIAL_DAY, NULL);
}

/**
 * hf_special_day_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a spreadsheet knows a holiday or make-up workday.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_special_day_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_special_day_validate:
 * @self: a record
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_special_day_validate (const HfSpecialDay *self, GError **error)
{
  HfWorkHours hours;
  if (self->date == NULL)
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("the day is missing"));
      return FALSE;
    }
  if (hf_text_is_blank (self->hours) || hf_work_hours_parse (&hours, self->hours))
    return TRUE;
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               _ ("hours are written like 09:00-12:00 13:30-18:00, not “%s”"), self->hours);
  return FALSE;
}
