#pragma once

#include <adwaita.h>

#include "hf-store.h"
#include "hf-work-calendar.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_EDITOR (hf_calendar_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfCalendarEditor, hf_calendar_editor, HF, CALENDAR_EDITOR, AdwWindow)

HfCalendarEditor *hf_calendar_editor_new (GtkWidget *parent, HfStore *store,
                                          HfWorkCalendar *calendar, GPtrArray *all);
void hf_calendar_editor_import (HfCalendarEditor *self, const char *path);

G_END_DECLS
