#include "config.h"

#include "hf-workbook-private.h"

#include <string.h>

#define CHART_WIDTH 1100
#define CHART_HEIGHT 380
#define PLAIN_WIDTH 480.0
#define PLAIN_HEIGHT 288.0
#define ROW_HEIGHT 20
#define TITLE_SIZE 12
#define LABEL_SIZE 9
#define LEVEL 360
#define LINE_COLOR 0xD9730D
#define GRID_COLOR 0xD9D9D9

/* Numbers of axes need only differ within one chart; the library begins its own at 50010001. */
#define CATEGORY_AXIS 60010001
#define VALUE_AXIS 60010002

#define PLOT_AREA_END "</c:plotArea>"

static const lxw_color_t series_colors[] = { 0x1F5A92, 0x7FA8CC, 0xC9CED6 };

struct _HfChartLine
{
  void (*write_columns) (lxw_chart *chart);
  void (*write_plot_area) (lxw_chart *chart);
  char *name;
  char *axis_title;
  char *categories;  /* a range */
  char *values;      /* a range */
  GPtrArray *labels; /* (element-type utf8) */
  GArray *numbers;   /* (element-type double) */
  double max;
  char *font;
};

/* The library calls back with the chart alone, while it puts the workbook together. */
static GPrivate current_lines = G_PRIVATE_INIT (NULL);

/**
 * hf_chart_lines_begin:
 * @lines: (element-type lxw_chart HfChartLine): the lines of a workbook's charts
 *
 * Makes them known to this thread.
 */
void
hf_chart_lines_begin (GHashTable *lines)
{
  g_private_set (&current_lines, lines);
}

/**
 * hf_chart_lines_end:
 *
 * Forgets them.
 */
void
hf_chart_lines_end (void)
{
  g_private_set (&current_lines, NULL);
}

/**
 * hf_chart_line_free:
 * @self: (transfer full): a line
 *
 * Frees it.
 */
void
hf_chart_line_free (HfChartLine *self)
{
  g_free (self->name);
  g_free (self->axis_title);
  g_free (self->categories);
  g_free (self->values);
  g_free (self->font);
  g_ptr_array_unref (self->labels);
  g_array_unref (self->numbers);
  g_free (self);
}

static void
write_escaped (FILE *file, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  fputs (before, file);
  fputs (escaped, file);
  fputs (after, file);
}

static void
write_points (FILE *file, const HfChartLine *line)
{
  write_escaped (file, "<c:cat><c:strRef><c:f>", line->categories, "</c:f><c:strCache>");
  fprintf (file, "<c:ptCount val=\"%u\"/>", line->labels->len);
  for (guint i = 0; i < line->labels->len; i++)
    {
      fprintf (file, "<c:pt idx=\"%u\">", i);
      write_escaped (file, "<c:v>", g_ptr_array_index (line->labels, i), "</c:v></c:pt>");
    }
  fputs ("</c:strCache></c:strRef></c:cat>", file);

  write_escaped (file, "<c:val><c:numRef><c:f>", line->values, "</c:f><c:numCache>");
  fprintf (file, "<c:formatCode>General</c:formatCode><c:ptCount val=\"%u\"/>",
           line->numbers->len);
  for (guint i = 0; i < line->numbers->len; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_dtostr (number, sizeof number, g_array_index (line->numbers, double, i));
      fprintf (file, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", i, number);
    }
  fputs ("</c:numCache></c:numRef></c:val>", file);
}

static void
write_fill (FILE *file)
{
  fprintf (file, "<a:solidFill><a:srgbClr val=\"%06X\"/></a:solidFill>", LINE_COLOR);
}

static void
write_line_series (FILE *file, const HfChartLine *line, guint index)
{
  fprintf (file, "<c:ser><c:idx val=\"%u\"/><c:order val=\"%u\"/>", index, index);
  write_escaped (file, "<c:tx><c:v>", line->name, "</c:v></c:tx>");
  fputs ("<c:spPr><a:ln w=\"28575\">", file);
  write_fill (file);
  fputs ("</a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr>",
         file);
  write_fill (file);
  fputs ("</c:spPr></c:marker>", file);
  write_points (file, line);
  fputs ("<c:smooth val=\"0\"/></c:ser>", file);
}

static void
write_font (FILE *file, const HfChartLine *line, const char *tag)
{
  fprintf (file, "<a:%s sz=\"%d\" b=\"0\">", tag, LABEL_SIZE * 100);
  write_escaped (file, "<a:latin typeface=\"", line->font, "\"/>");
  write_escaped (file, "<a:ea typeface=\"", line->font, "\"/>");
  fprintf (file, "</a:%s>", tag);
}

static void
write_axis_title (FILE *file, const HfChartLine *line)
{
  fputs ("<c:title><c:tx><c:rich><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:p><a:pPr>", file);
  write_font (file, line, "defRPr");
  fputs ("</a:pPr><a:r>", file);
  write_font (file, line, "rPr");
  write_escaped (file, "<a:t>", line->axis_title,
                 "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
}

static void
write_second_axes (FILE *file, const HfChartLine *line)
{
  fprintf (file, "<c:valAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"minMax\"/>",
           VALUE_AXIS);
  if (line->max > 0)
    {
      char max[G_ASCII_DTOSTR_BUF_SIZE];
      fprintf (file, "<c:max val=\"%s\"/>", g_ascii_dtostr (max, sizeof max, line->max));
    }
  fputs ("<c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"r\"/>", file);
  write_axis_title (file, line);
  fprintf (file,
           "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
           "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>"
           "<c:crossAx val=\"%d\"/><c:crosses val=\"max\"/>"
           "<c:crossBetween val=\"between\"/></c:valAx>",
           line->max > 0 ? "0%" : "0.0%", CATEGORY_AXIS);
  fprintf (file,
           "<c:catAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"minMax\"/>"
           "</c:scaling><c:delete val=\"1\"/><c:axPos val=\"b\"/>"
           "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
           "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"%d\"/>"
           "<c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>"
           "<c:lblOffset val=\"100\"/></c:catAx>",
           CATEGORY_AXIS, VALUE_AXIS);
}

static HfChartLine *
line_of (lxw_chart *chart)
{
  return g_hash_table_lookup (g_private_get (&current_lines), chart);
}

/* libxlsxwriter has neither charts of two kinds nor second axes. It does let each kind of chart
 * write its own part: here the columns are followed by the line, */
static void
write_columns_and_line (lxw_chart *chart)
{
  HfChartLine *line = line_of (chart);
  line->write_columns (chart);
  fputs ("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>", chart->file);
  write_line_series (chart->file, line, chart->series_index);
  fprintf (chart->file,
           "<c:marker val=\"1\"/><c:axId val=\"%d\"/><c:axId val=\"%d\"/></c:lineChart>",
           CATEGORY_AXIS, VALUE_AXIS);
}

/* and the axes of the columns by those of the line, before the element that holds them ends. */
static void
write_both_axes (lxw_chart *chart)
{
  HfChartLine *line = line_of (chart);
  line->write_plot_area (chart);
  fseek (chart->file, -(long) strlen (PLOT_AREA_END), SEEK_CUR);
  write_second_axes (chart->file, line);
  fputs (PLOT_AREA_END, chart->file);
}

static char *
dup_range (const HfSheet *self, guint first, guint last, guint column)
{
  g_autofree char *from = hf_sheet_dup_place (self, first, column);
  char to[LXW_MAX_CELL_NAME_LENGTH + 2];
  lxw_rowcol_to_cell_abs (to, last, column, 1, 1);
  return g_strdup_printf ("%s:%s", from, to);
}

static char *
dup_heading (const HfTable *table, guint column)
{
  g_autoptr (GString) name = g_string_new (hf_table_get_heading (table, column));
  g_string_replace (name, "\n", " / ", 0);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static double
number_of (const HfCell *cell)
{
  return cell->kind == HF_CELL_INTEGER ? (double) cell->whole : cell->real;
}

static guint
count_rows (const HfTable *table, const HfChart *chart)
{
  guint count = hf_table_n_rows (table);
  return chart->max_rows > 0 ? MIN (count, chart->max_rows) : count;
}

static HfChartLine *
make_line (const HfSheet *self, const HfTable *table, guint first, const HfChart *chart)
{
  guint count = count_rows (table, chart);
  HfChartLine *line = g_new0 (HfChartLine, 1);
  line->name = dup_heading (table, chart->line);
  line->axis_title = g_strdup (chart->line_axis_title);
  line->categories = dup_range (self, first, first + count - 1, chart->categories);
  line->values = dup_range (self, first, first + count - 1, chart->line);
  line->labels = g_ptr_array_new_with_free_func (g_free);
  line->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  line->max = chart->line_max;
  line->font = g_strdup (self->workbook->font);
  for (guint i = 0; i < count; i++)
    {
      const HfRow *row = hf_table_get_row (table, i);
      double number = number_of (hf_row_get (row, chart->line));
      g_array_append_val (line->numbers, number);
      g_ptr_array_add (line->labels, g_strdup (hf_row_get (row, chart->categories)->text));
    }
  return line;
}

static void
add_series (const HfSheet *self, const HfTable *table, guint first, const HfChart *chart,
            lxw_chart *handle, guint index)
{
  guint last = first + count_rows (table, chart) - 1;
  guint column = chart->series[index];
  g_autofree char *name = dup_heading (table, column);
  lxw_chart_fill fill = { .color = series_colors[index] };
  lxw_chart_series *series = chart_add_series (handle, NULL, NULL);
  chart_series_set_categories (series, self->name, first, chart->categories, last,
                               chart->categories);
  chart_series_set_values (series, self->name, first, column, last, column);
  chart_series_set_name (series, name);
  chart_series_set_fill (series, &fill);
}

static void
set_axes (const HfSheet *self, const HfChart *chart, lxw_chart *handle)
{
  char *font = self->workbook->font;
  lxw_chart_font label = { .name = font, .size = LABEL_SIZE };
  lxw_chart_font category = { .name = font, .size = LABEL_SIZE, .rotation = LEVEL };
  lxw_chart_font title = { .name = font, .size = TITLE_SIZE, .bold = TRUE };
  lxw_chart_font axis = { .name = font, .size = LABEL_SIZE, .bold = LXW_EXPLICIT_FALSE };
  lxw_chart_line grid = { .color = GRID_COLOR, .width = 0.75 };
  chart_title_set_name (handle, chart->title);
  chart_title_set_name_font (handle, &title);
  chart_axis_set_num_font (handle->x_axis, &category);
  chart_axis_set_num_font (handle->y_axis, &label);
  chart_axis_set_name (handle->y_axis, chart->axis_title);
  chart_axis_set_name_font (handle->y_axis, &axis);
  chart_axis_set_num_format (handle->y_axis, "#,##0");
  chart_axis_set_min (handle->y_axis, 0);
  chart_axis_major_gridlines_set_line (handle->y_axis, &grid);
  gboolean several = chart->n_series > 1 || chart->line >= 0;
  chart_legend_set_position (handle, several ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font (handle, &label);
}

/**
 * hf_sheet_add_chart_space:
 * @self: a page
 *
 * Leaves room for a chart below what is there.
 *
 * Returns: the row for hf_sheet_set_chart()
 */
guint
hf_sheet_add_chart_space (HfSheet *self)
{
  guint row = self->next + 1;
  self->next += CHART_HEIGHT / ROW_HEIGHT + 3;
  return row;
}

/**
 * hf_sheet_set_chart:
 * @self: a page
 * @row: where hf_sheet_add_chart_space() left room
 * @table: a table with at least one row
 * @first_row: where hf_sheet_add_table() put its first row
 * @chart: what to draw of it
 *
 * Adds a native chart; it follows when the cells are changed.
 */
void
hf_sheet_set_chart (HfSheet *self, guint row, const HfTable *table, guint first_row,
                    const HfChart *chart)
{
  lxw_chart *handle = workbook_add_chart (self->workbook->handle, LXW_CHART_COLUMN);
  for (guint i = 0; i < chart->n_series; i++)
    add_series (self, table, first_row, chart, handle, i);
  set_axes (self, chart, handle);
  chart_set_series_gap (handle, 40);
  if (chart->line >= 0)
    {
      HfChartLine *line = make_line (self, table, first_row, chart);
      line->write_columns = handle->write_chart_type;
      line->write_plot_area = handle->write_plot_area;
      handle->write_chart_type = write_columns_and_line;
      handle->write_plot_area = write_both_axes;
      g_hash_table_insert (self->workbook->lines, handle, line);
    }
  lxw_chart_options options = { .x_scale = CHART_WIDTH / PLAIN_WIDTH,
                                .y_scale = CHART_HEIGHT / PLAIN_HEIGHT,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
  worksheet_insert_chart_opt (self->handle, row, 0, handle, &options);
}
