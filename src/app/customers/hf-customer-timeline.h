#pragma once

#include <gtk/gtk.h>

#include "hf-codebook.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* So many entries are read at a time. */
#define HF_CUSTOMER_TIMELINE_PAGE 40

#define HF_TYPE_CUSTOMER_TIMELINE (hf_customer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomerTimeline, hf_customer_timeline, HF, CUSTOMER_TIMELINE,
                      GtkWidget)

void hf_customer_timeline_show (HfCustomerTimeline *self, HfStore *store, gint64 customer_id,
                                GPtrArray *first, HfCodebook *codebook);

G_END_DECLS
