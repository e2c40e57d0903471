#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISES_PAGE (hf_promises_page_get_type ())
G_DECLARE_FINAL_TYPE (HfPromisesPage, hf_promises_page, HF, PROMISES_PAGE, GtkWidget)

void hf_promises_page_open (HfPromisesPage *self, gint64 id);
void hf_promises_page_search (HfPromisesPage *self);

G_END_DECLS
