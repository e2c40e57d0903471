#pragma once

#include "hf-call-task.h"

G_BEGIN_DECLS

char *hf_reminder_words_title (const HfCallTask *task, gint64 now);
char *hf_reminder_words_body (const HfCallTask *task, gint64 staff_id);
char *hf_reminder_words_several (const GPtrArray *tasks);
char *hf_reminder_words_bar (const HfCallTask *task, gint64 now, gint64 staff_id);
char *hf_reminder_words_more (guint count);

G_END_DECLS
