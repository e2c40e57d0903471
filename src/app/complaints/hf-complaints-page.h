#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINTS_PAGE (hf_complaints_page_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintsPage, hf_complaints_page, HF, COMPLAINTS_PAGE, GtkWidget)

void hf_complaints_page_open (HfComplaintsPage *self, gint64 id);
void hf_complaints_page_show_escalated (HfComplaintsPage *self);
void hf_complaints_page_filter (HfComplaintsPage *self, const char *expression);
void hf_complaints_page_search (HfComplaintsPage *self);
gboolean hf_complaints_page_take_care (HfComplaintsPage *self);
void hf_complaints_page_new_complaint (HfComplaintsPage *self);
void hf_complaints_page_new_complaint_of (HfComplaintsPage *self, gint64 customer_id);

G_END_DECLS
