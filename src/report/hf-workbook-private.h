#pragma once

#include "hf-workbook.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Where a cell stands decides how it looks. */
typedef enum
{
  HF_LOOK_PLAIN,
  HF_LOOK_LINK,
  HF_LOOK_MUTED,
  HF_LOOK_LEFT,
  HF_LOOK_ROW,   /* in the raw rows */
  HF_LOOK_PROSE, /* in the raw rows, with lines that break */
  HF_LOOK_N,
} HfLook;

struct _HfWorkbook
{
  char *path;
  char *folder;
  char *temporary; /* beside the path, gone once the workbook is finished */
  char *font;
  char *currency;
  char *footer;
  GTimeZone *zone;
  lxw_workbook *handle;
  lxw_format *looks[HF_CELL_N_KINDS + 1][HF_LOOK_N]; /* the last for whole numbers of reals */
  lxw_format *texts[HF_TEXT_NOTE + 1];
  lxw_format *headings[2];     /* over texts, over numbers */
  lxw_format *row_headings[2]; /* of raw rows */
  GPtrArray *sheets;           /* (element-type HfSheet) */
  GHashTable *names;           /* sheet names, folded */
  GHashTable *lines;           /* (element-type lxw_chart HfChartLine) */
  guint max_rows;
};

struct _HfSheet
{
  HfWorkbook *workbook;
  lxw_worksheet *handle;
  char *name;
  guint index;    /* in the file, from 1 */
  lxw_row_t next; /* the first row that is free */

  /* A page. */
  GArray *widths; /* (element-type guint) */
  gboolean one_page;
  gboolean upright;
  guint n_tables;
  lxw_row_t heading; /* of the last table */
  lxw_row_t end;     /* below the last table */
  guint n_columns;   /* of the last table */

  /* Raw rows. */
  HfTable *columns; /* borrowed; NULL for a page and once the rows have ended */
  HfLook look;
  char *table_name;
  guint part;
  HfSheet *more; /* borrowed: where it goes on */
};

/* The line of a chart with two axes, which the library cannot draw. */
typedef struct _HfChartLine HfChartLine;

void hf_workbook_make_formats (HfWorkbook *self);
gboolean hf_workbook_is_number (HfCellKind kind);
void hf_workbook_write_cell (HfWorkbook *self, lxw_worksheet *sheet, lxw_row_t row,
                             lxw_col_t column, const HfCell *cell, HfLook look);
void hf_workbook_write_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                             const char *text, lxw_format *format);
void hf_sheet_print_setup (HfSheet *self, lxw_row_t first_heading, lxw_row_t last_heading);
void hf_workbook_set_error (HfWorkbook *self, GError **error);
HfSheet *hf_workbook_add_part (HfWorkbook *self, HfSheet *before, HfTable *columns);
HfSheet *hf_sheet_new (HfWorkbook *workbook, const char *name, gboolean streaming);
void hf_sheet_free (HfSheet *self);
void hf_sheet_begin_rows (HfSheet *self);
void hf_sheet_end_page (HfSheet *self);
void hf_chart_line_free (HfChartLine *self);
void hf_chart_lines_begin (GHashTable *lines);
void hf_chart_lines_end (void);

G_END_DECLS
