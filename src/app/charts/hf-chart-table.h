#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A chart's numbers as rows of text, for those who read or copy rather than look. */
typedef struct
{
  GStrv headings;
  GPtrArray *rows; /* (element-type GStrv), as many cells each as there are headings */
} HfChartTable;

HfChartTable *hf_chart_table_new (const char *const *headings);
void hf_chart_table_add_row (HfChartTable *self, GStrv cells);
char *hf_chart_table_to_text (const HfChartTable *self);
void hf_chart_table_free (HfChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfChartTable, hf_chart_table_free)

G_END_DECLS
