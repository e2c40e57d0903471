#pragma once

#include "hf-report-order.h"

G_BEGIN_DECLS

/* The reports that were written on this desk, remembered in the settings for each database. */
GPtrArray *hf_past_reports_load (const char *database);
void hf_past_reports_add (const char *database, const HfReportOrder *order);
void hf_past_reports_forget (const char *database, const char *path);

G_END_DECLS
