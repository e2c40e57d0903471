#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

#define HF_TYPE_SPECIAL_DAY (hf_special_day_get_type ())
G_DECLARE_FINAL_TYPE (HfSpecialDay, hf_special_day, HF, SPECIAL_DAY, GObject)

/* A day that is not like its weekday: a holiday, or a make-up workday (补班). */
struct _HfSpecialDay
{
  GObject parent_instance;

  char *date; /* YYYY-MM-DD */
  char *name; /* (nullable): what it is called */
  gboolean is_workday;
  char *hours; /* (nullable): of a workday, as hf_work_hours_parse() reads them; NULL: the usual
                */
};

HfSpecialDay *hf_special_day_new (void);
const HfField *hf_special_day_fields (gsize *n_fields);
gboolean hf_special_day_validate (const HfSpecialDay *self, GError **error);

G_END_DECLS
