#pragma once

#include <gtk/gtk.h>

#include "hf-codebook.h"

G_BEGIN_DECLS

#define HF_TYPE_CUSTOMER_TIMELINE (hf_customer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerTimeline, hf_customer_timeline, HF, CUSTOMER_TIMELINE,
                      GtkWidget)

void hf_customer_timeline_set_entries (HfCustomerTimeline *self, GPtrArray *entries,
                                       HfCodebook *codebook);

G_END_DECLS
