#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hf_xlsx_value_append_number (GString *text, const char *number);
gboolean hf_xlsx_value_append_date (GString *text, double serial, gboolean is_1904);
void hf_xlsx_value_append_iso_date (GString *text, const char *date);
gboolean hf_xlsx_value_is_date_format (const char *code);
void hf_xlsx_value_unescape (GString *text, gsize from);

G_END_DECLS
