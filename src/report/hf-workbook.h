#pragma once

#include <gio/gio.h>

#include "hf-report-language.h"
#include "hf-table.h"

G_BEGIN_DECLS

typedef struct _HfWorkbook HfWorkbook;
typedef struct _HfSheet HfSheet;

typedef enum
{
  HF_TEXT_TITLE,
  HF_TEXT_HEADING,
  HF_TEXT_PLAIN,
  HF_TEXT_NOTE,
} HfTextStyle;

/* A chart of a table's columns. */
typedef struct
{
  const char *title;
  const char *axis_title;      /* of the columns' axis */
  const char *line_axis_title; /* of the line's axis at the right */
  guint categories;            /* the table's column that names the columns */
  guint series[3];             /* the table's columns that are drawn as columns */
  guint n_series;
  guint max_rows;  /* how many of the table's rows are drawn, 0: all */
  int line;        /* the table's column that is drawn as a line of shares, -1: none */
  double line_max; /* the upper end of its axis, 0: as the numbers need */
} HfChart;

HfWorkbook *hf_workbook_new (const char *path, const HfReportLanguage *language,
                             GTimeZone *zone, const char *currency, GError **error);
void hf_workbook_free (HfWorkbook *self);
void hf_workbook_set_properties (HfWorkbook *self, const char *title, const char *company,
                                 const char *maker, const char *program);
void hf_workbook_set_max_rows (HfWorkbook *self, guint max_rows);
void hf_workbook_define_name (HfWorkbook *self, const char *name, const char *place);
gboolean hf_workbook_finish (HfWorkbook *self, GError **error);

HfSheet *hf_workbook_add_page (HfWorkbook *self, const char *name);
HfSheet *hf_workbook_add_rows (HfWorkbook *self, const char *name, const char *table_name,
                               HfTable *columns, gboolean prose);
const char *hf_sheet_get_name (const HfSheet *self);
char *hf_sheet_dup_place (const HfSheet *self, guint row, guint column);

void hf_sheet_add_text (HfSheet *self, HfTextStyle style, const char *text);
void hf_sheet_set_one_page (HfSheet *self, gboolean upright);
void hf_sheet_add_space (HfSheet *self);
guint hf_sheet_get_next_row (const HfSheet *self);
guint hf_sheet_add_table (HfSheet *self, HfTable *table);
guint hf_sheet_add_chart_space (HfSheet *self);
void hf_sheet_set_chart (HfSheet *self, guint row, const HfTable *table, guint first_row,
                         const HfChart *chart);

gboolean hf_sheet_write_row (HfSheet *self, const HfRow *row, GError **error);
void hf_sheet_end_rows (HfSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfWorkbook, hf_workbook_free)

G_END_DECLS
