#pragma once

#include "hf-call-task.h"

G_BEGIN_DECLS

char *hf_agenda_first_day (const char *date, gboolean week);
char *hf_agenda_words_title (const char *date, gboolean week);
char *hf_agenda_words_heading (const char *date);
char *hf_agenda_words_about (const HfCallTask *task, gint64 staff_id);
char *hf_agenda_words_late (const HfCallTask *task, gint64 now);
char *hf_agenda_words_detail (const HfCallTask *task, gint64 now, gint64 staff_id);
char *hf_agenda_words_row (const HfCallTask *task, gint64 now, gint64 staff_id,
                           gboolean crowded);
char *hf_agenda_words_column (const char *date, guint count);
char *hf_agenda_words_cancel (const HfCallTask *task, gint64 now);

G_END_DECLS
