#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void hf_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void hf_json_add_count (JsonBuilder *builder, const char *name, gint64 count);
void hf_json_add_number (JsonBuilder *builder, const char *name, double number);
void hf_json_begin_object (JsonBuilder *builder, const char *name);
void hf_json_begin_array (JsonBuilder *builder, const char *name);

G_END_DECLS
