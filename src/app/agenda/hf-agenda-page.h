#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_AGENDA_PAGE (hf_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (HfAgendaPage, hf_agenda_page, HF, AGENDA_PAGE, GtkWidget)

G_END_DECLS
