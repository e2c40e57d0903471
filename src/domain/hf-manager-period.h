#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

#define HF_TYPE_MANAGER_PERIOD (hf_manager_period_get_type ())
G_DECLARE_FINAL_TYPE (HfManagerPeriod, hf_manager_period, HF, MANAGER_PERIOD, GObject)

/* Who looked after a customer, from which day until which. */
struct _HfManagerPeriod
{
  GObject parent_instance;

  gint64 id; /* 0: not stored yet */
  char *account_manager;
  char *from_on; /* NULL: not known */
  char *to_on;   /* NULL: until now; on this day the next one may begin */

  gint64 staff_id;
};

HfManagerPeriod *hf_manager_period_new (void);
HfManagerPeriod *hf_manager_period_copy (const HfManagerPeriod *self);
const HfField *hf_manager_period_fields (gsize *n_fields);
gboolean hf_manager_period_equal (const HfManagerPeriod *self, const HfManagerPeriod *other);
gboolean hf_manager_period_check (const HfManagerPeriod *self, const GPtrArray *periods,
                                  const char *today, const char **field, GError **error);

G_END_DECLS
