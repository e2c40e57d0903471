#pragma once

#include <gtk/gtk.h>

#include "hf-agenda-work.h"

G_BEGIN_DECLS

#define HF_TYPE_AGENDA_ROW (hf_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (HfAgendaRow, hf_agenda_row, HF, AGENDA_ROW, GtkListBoxRow)

GtkWidget *hf_agenda_row_new (HfCallTask *task, const HfAgendaWork *work, gboolean narrow);
HfCallTask *hf_agenda_row_get_task (HfAgendaRow *self);

G_END_DECLS
