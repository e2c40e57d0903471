#pragma once

#include "hf-period.h"

G_BEGIN_DECLS

typedef void (*HfFilterPart) (const char *key, const char *value, gpointer data);

void hf_filter_expression_read (const char *expression, HfFilterPart part, gpointer data);
void hf_filter_expression_append (GString *self, const char *key, const char *value);
void hf_filter_expression_append_period (GString *self, const char *key,
                                         const HfPeriod *period);
void hf_filter_expression_append_key (GString *self, const char *key, gint64 id);
HfPeriod *hf_filter_expression_parse_period (const char *value);

G_END_DECLS
