#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

#define HF_TYPE_MANAGER_CHANGE (hf_manager_change_get_type ())
G_DECLARE_FINAL_TYPE (HfManagerChange, hf_manager_change, HF, MANAGER_CHANGE, GObject)

/* That somebody else looks after a customer from a day on. */
struct _HfManagerChange
{
  GObject parent_instance;

  char *customer_code;
  char *from_on;         /* YYYY-MM-DD */
  char *account_manager; /* a name or code of a member of staff */

  gint64 customer_id;
};

HfManagerChange *hf_manager_change_new (void);
const HfField *hf_manager_change_fields (gsize *n_fields);
gboolean hf_manager_change_validate (const HfManagerChange *self, GError **error);

G_END_DECLS
