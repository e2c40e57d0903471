#pragma once

#include "hf-store-session.h"
#include "hf-work-calendar.h"

G_BEGIN_DECLS

/* The calendar of branches that have none of their own: its key. */
#define HF_SETTING_CALENDAR "calendar"

GPtrArray *hf_store_calendars_list (HfStoreSession *session, GError **error);
HfWorkCalendar *hf_store_calendars_get (HfStoreSession *session, gint64 id, GError **error);
HfWorkCalendar *hf_store_calendars_get_of_branch (HfStoreSession *session, gint64 branch_id,
                                                  GError **error);
gboolean hf_store_calendars_get_usual (HfStoreSession *session, gint64 *id, GError **error);
gboolean hf_store_calendars_save (HfStoreSession *session, HfWorkCalendar *calendar,
                                  GError **error);
gboolean hf_store_calendars_remove (HfStoreSession *session, HfWorkCalendar *calendar,
                                    GError **error);

G_END_DECLS
