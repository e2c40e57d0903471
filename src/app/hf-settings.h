#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HF_SETTINGS_WINDOW_WIDTH "window-width"
#define HF_SETTINGS_WINDOW_HEIGHT "window-height"
#define HF_SETTINGS_WINDOW_MAXIMIZED "window-maximized"
#define HF_SETTINGS_DATABASE "database"
#define HF_SETTINGS_LANGUAGE "language"
#define HF_SETTINGS_LAST_PAGE "last-page"
#define HF_SETTINGS_REPORT_LANGUAGES "report-languages"
#define HF_SETTINGS_REPORT_MAKER "report-maker"
#define HF_SETTINGS_REPORT_MASK_PHONES "report-mask-phones"
#define HF_SETTINGS_REPORT_PERIOD "report-period"
#define HF_SETTINGS_PAST_REPORTS "past-reports"
#define HF_SETTINGS_PROMISES_SHOWN "promises-shown"
#define HF_SETTINGS_PROMISES_MINE "promises-mine"
#define HF_SETTINGS_CUSTOMER_COLUMNS "customer-columns"
#define HF_SETTINGS_CUSTOMER_LISTS "customer-lists"
#define HF_SETTINGS_CUSTOMER_SPLIT "customer-split"
#define HF_SETTINGS_DESK_STAFF "desk-staff"
#define HF_SETTINGS_REMINDER_MINUTES "reminder-minutes"
#define HF_SETTINGS_REMINDERS "reminders"

GSettings *hf_settings_new (void);
char *hf_settings_dup_language (void);
char *hf_settings_dup_database (void);

G_END_DECLS
