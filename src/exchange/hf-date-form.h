#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which order the parts of a day stand. */
typedef enum
{
  HF_DATE_ORDER_UNKNOWN,
  HF_DATE_ORDER_YMD,
  HF_DATE_ORDER_DMY,
  HF_DATE_ORDER_MDY,
} HfDateOrder;

#define HF_DATE_ORDER_BIT(order) (1u << (order))
#define HF_DATE_ALL_ORDERS                                                                     \
  (HF_DATE_ORDER_BIT (HF_DATE_ORDER_YMD) | HF_DATE_ORDER_BIT (HF_DATE_ORDER_DMY)               \
   | HF_DATE_ORDER_BIT (HF_DATE_ORDER_MDY))

/* A day as people write it, taken apart. */
typedef struct
{
  guint parts[3];
  guint digits[3];   /* how many each part has */
  gboolean is_fixed; /* words say what is what: the parts are year, month, day */
  char time[16];     /* HH:MM:SS, empty where there is none */
} HfDateForm;

gboolean hf_date_form_read (HfDateForm *self, const char *text);
guint hf_date_form_get_orders (const HfDateForm *self);
gboolean hf_date_form_get_date (const HfDateForm *self, HfDateOrder order, GDate *date);

guint hf_date_order_hint (const char *text);
HfDateOrder hf_date_order_decide (guint orders);
HfDateOrder hf_date_order_parse (const char *name);
const char *hf_date_order_name (HfDateOrder order);

char *hf_month_form_read (const char *text, guint year, const char **rest);

G_END_DECLS
