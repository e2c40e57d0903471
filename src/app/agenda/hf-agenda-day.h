#pragma once

#include <gtk/gtk.h>

#include "hf-agenda-work.h"

G_BEGIN_DECLS

#define HF_TYPE_AGENDA_DAY (hf_agenda_day_get_type ())
G_DECLARE_FINAL_TYPE (HfAgendaDay, hf_agenda_day, HF, AGENDA_DAY, GtkWidget)

HfAgendaDay *hf_agenda_day_new (const char *date, const HfAgendaWork *work, gboolean narrow);
const char *hf_agenda_day_get_date (HfAgendaDay *self);
HfCallTask *hf_agenda_day_get_selected (HfAgendaDay *self);
void hf_agenda_day_set_current (HfAgendaDay *self, gboolean current);
gboolean hf_agenda_day_select (HfAgendaDay *self, gint64 task_id, gboolean focus);

G_END_DECLS
