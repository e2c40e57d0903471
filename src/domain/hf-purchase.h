#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

#define HF_TYPE_PURCHASE (hf_purchase_get_type ())
G_DECLARE_FINAL_TYPE (HfPurchase, hf_purchase, HF, PURCHASE, GObject)

/* What a customer bought from us in a month, and needed in all. */
struct _HfPurchase
{
  GObject parent_instance;

  char *customer_code;
  char *month;   /* YYYY-MM */
  gint64 amount; /* thousandths */
  gint64 need;   /* thousandths or unknown */

  gint64 customer_id;
};

HfPurchase *hf_purchase_new (void);
const HfField *hf_purchase_fields (gsize *n_fields);
gboolean hf_purchase_validate (const HfPurchase *self, GError **error);

G_END_DECLS
