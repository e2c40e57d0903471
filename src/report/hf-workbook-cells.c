#include "config.h"

#include "hf-workbook-private.h"

#include <math.h>

#include "hf-amount.h"

#define FONT_SIZE 10
#define TITLE_SIZE 18
#define HEADING_SIZE 12
#define DARK 0x1F3A5F
#define LINK 0x0B5394
#define GREY 0x6B6B6B
#define RULE 0xD0D5DD
#define SHADE 0xE8EEF5

/* A cell of a spreadsheet holds no more UTF-16 units; where a text is longer its end is cut. */
#define MAX_TEXT 32767

/* Day 25569 of a spreadsheet is 1 January 1970. */
#define EPOCH_DAY 25569
#define DAY_SECONDS 86400

#define WHOLE_REAL HF_CELL_N_KINDS

static const char *const number_formats[HF_CELL_N_KINDS + 1] = {
  [HF_CELL_CODE] = "@",
  [HF_CELL_INTEGER] = "#,##0",
  [HF_CELL_NUMBER] = "#,##0.00",
  [HF_CELL_AMOUNT] = "#,##0.00",
  [HF_CELL_MONEY] = "#,##0.00",
  [HF_CELL_DATE] = "yyyy-mm-dd",
  [HF_CELL_MOMENT] = "yyyy-mm-dd hh:mm",
  [HF_CELL_PERCENT] = "0.0%",
  [WHOLE_REAL] = "#,##0",
};

static lxw_format *
new_format (HfWorkbook *self, double size)
{
  lxw_format *format = workbook_add_format (self->handle);
  format_set_font_name (format, self->font);
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static gboolean
is_text (guint kind)
{
  return kind == HF_CELL_TEXT || kind == HF_CELL_CODE || kind == HF_CELL_EMPTY;
}

static void
set_number_format (HfWorkbook *self, lxw_format *format, guint kind)
{
  if (number_formats[kind] == NULL)
    return;
  g_autofree char *money = NULL;
  if (kind == HF_CELL_MONEY && self->currency != NULL)
    money = g_strdup_printf ("\"%s\" #,##0.00", self->currency);
  format_set_num_format (format, money != NULL ? money : number_formats[kind]);
}

static lxw_format *
make_look (HfWorkbook *self, guint kind, HfLook look)
{
  lxw_format *format = new_format (self, FONT_SIZE);
  set_number_format (self, format, kind);
  if (is_text (kind))
    format_set_indent (format, 1);
  if (is_text (kind) && look != HF_LOOK_ROW)
    format_set_text_wrap (format);
  if (look == HF_LOOK_PROSE)
    format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (look == HF_LOOK_ROW || look == HF_LOOK_PROSE)
    return format;
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, RULE);
  if (look == HF_LOOK_LINK)
    {
      format_set_font_color (format, LINK);
      if (is_text (kind))
        format_set_underline (format, LXW_UNDERLINE_SINGLE);
    }
  if (!is_text (kind))
    {
      format_set_align (format, look == HF_LOOK_LEFT ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
    }
  if (look == HF_LOOK_MUTED)
    format_set_font_color (format, GREY);
  return format;
}

static lxw_format *
make_heading (HfWorkbook *self, lxw_color_t ink, lxw_color_t ground, gboolean of_numbers)
{
  lxw_format *format = new_format (self, FONT_SIZE);
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_font_color (format, ink);
  format_set_bg_color (format, ground);
  format_set_indent (format, 1);
  format_set_align (format, of_numbers ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  return format;
}

/**
 * hf_workbook_is_number:
 * @kind: what a column holds
 *
 * Tells on which side its cells stand.
 *
 * Returns: %TRUE for the right side
 */
gboolean
hf_workbook_is_number (HfCellKind kind)
{
  return !is_text (kind);
}

/**
 * hf_workbook_make_formats:
 * @self: a workbook
 *
 * Makes the looks that its cells have.
 */
void
hf_workbook_make_formats (HfWorkbook *self)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (number_formats); kind++)
    for (guint look = 0; look < HF_LOOK_N; look++)
      self->looks[kind][look] = make_look (self, kind, look);

  for (guint i = 0; i < G_N_ELEMENTS (self->headings); i++)
    {
      self->headings[i] = make_heading (self, LXW_COLOR_WHITE, DARK, i > 0);
      self->row_headings[i] = make_heading (self, DARK, SHADE, i > 0);
    }
  self->texts[HF_TEXT_TITLE] = new_format (self, TITLE_SIZE);
  format_set_bold (self->texts[HF_TEXT_TITLE]);
  format_set_font_color (self->texts[HF_TEXT_TITLE], DARK);
  self->texts[HF_TEXT_HEADING] = new_format (self, HEADING_SIZE);
  format_set_bold (self->texts[HF_TEXT_HEADING]);
  format_set_font_color (self->texts[HF_TEXT_HEADING], DARK);
  self->texts[HF_TEXT_PLAIN] = new_format (self, FONT_SIZE);
  self->texts[HF_TEXT_NOTE] = new_format (self, FONT_SIZE);
  format_set_font_color (self->texts[HF_TEXT_NOTE], GREY);
}

static char *
cut (const char *text)
{
  glong units = 0;
  const char *at = text;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      units += g_utf8_get_char (at) > 0xFFFF ? 2 : 1;
      if (units >= MAX_TEXT)
        break;
    }
  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

/**
 * hf_workbook_write_text:
 * @sheet: a worksheet
 * @row: 0 for the first
 * @column: 0 for the first
 * @text: a text
 * @format: its look
 *
 * Writes a text as a text, whatever it begins with. The one that is too long loses its end and
 * what is no UTF-8 is replaced: a report must not fail over one record.
 */
void
hf_workbook_write_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                        lxw_format *format)
{
  g_autofree char *valid = NULL;
  const char *end;
  if (!g_utf8_validate (text, -1, &end))
    text = valid = g_utf8_make_valid (text, -1);
  else if (end - text > MAX_TEXT && g_utf8_strlen (text, -1) * 2 > MAX_TEXT)
    text = valid = cut (text);
  worksheet_write_string (sheet, row, column, text, format);
}

static int
digits (const char *text, int count)
{
  int value = 0;
  for (int i = 0; i < count; i++)
    value = value * 10 + g_ascii_digit_value (text[i]);
  return value;
}

/* The day number of YYYY-MM-DD; 0 where it is no day. */
static double
day_number (const char *date)
{
  if (strlen (date) != 10)
    return 0;
  int year = digits (date, 4), month = digits (date + 5, 2), day = digits (date + 8, 2);
  if (!g_date_valid_dmy (day, month, year))
    return 0;
  GDate value, epoch;
  g_date_clear (&value, 1);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&value, day, month, year);
  g_date_set_dmy (&epoch, 1, 1, 1970);
  return EPOCH_DAY + g_date_days_between (&epoch, &value);
}

static double
moment_number (HfWorkbook *self, gint64 moment)
{
  gint64 seconds = moment / G_USEC_PER_SEC;
  int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, seconds);
  seconds += g_time_zone_get_offset (self->zone, MAX (interval, 0));
  return EPOCH_DAY + (double) seconds / DAY_SECONDS;
}

static double
cell_number (HfWorkbook *self, const HfCell *cell)
{
  switch (cell->kind)
    {
    case HF_CELL_INTEGER:
      return cell->whole;
    case HF_CELL_AMOUNT:
      return hf_amount_to_double (cell->whole);
    case HF_CELL_DATE:
      return day_number (cell->text);
    case HF_CELL_MOMENT:
      return moment_number (self, cell->whole);
    case HF_CELL_NUMBER:
    case HF_CELL_MONEY:
    case HF_CELL_PERCENT:
    case HF_CELL_EMPTY:
    case HF_CELL_TEXT:
    case HF_CELL_CODE:
    default:
      return cell->real;
    }
}

static void
write_number (HfWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const HfCell *cell, HfLook look)
{
  double number = cell_number (self, cell);
  /* Decimals of an estimate say nothing once there are three digits before the point. */
  gboolean whole = cell->kind == HF_CELL_NUMBER
                   && (fabs (number) >= 100 || fabs (number - round (number)) < 1e-9);
  lxw_format *format = self->looks[whole ? WHOLE_REAL : (guint) cell->kind][look];
  if (cell->kind == HF_CELL_DATE && number == 0)
    hf_workbook_write_text (sheet, row, column, cell->text, format);
  else if (cell->formula != NULL)
    worksheet_write_formula_num (sheet, row, column, cell->formula, format, number);
  else
    worksheet_write_number (sheet, row, column, number, format);
}

/**
 * hf_workbook_write_cell:
 * @self: a workbook
 * @sheet: one of its worksheets
 * @row: 0 for the first
 * @column: 0 for the first
 * @cell: what to write
 * @look: its look, unless the cell is a link or stands back
 *
 * Writes a cell.
 */
void
hf_workbook_write_cell (HfWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                        const HfCell *cell, HfLook look)
{
  if (cell->target != NULL)
    {
      g_autofree char *url = g_strconcat ("internal:", cell->target, NULL);
      worksheet_write_url (sheet, row, column, url, self->looks[HF_CELL_TEXT][HF_LOOK_LINK]);
      look = HF_LOOK_LINK;
    }
  else if (cell->muted && look < HF_LOOK_ROW)
    look = HF_LOOK_MUTED;
  else if (cell->left)
    look = HF_LOOK_LEFT;

  lxw_format *format = self->looks[cell->kind][look];
  if (cell->kind == HF_CELL_EMPTY && look < HF_LOOK_ROW)
    worksheet_write_blank (sheet, row, column, format);
  else if (cell->kind == HF_CELL_TEXT && cell->formula != NULL)
    worksheet_write_formula_str (sheet, row, column, cell->formula, format, cell->text);
  else if (cell->kind == HF_CELL_TEXT || cell->kind == HF_CELL_CODE)
    hf_workbook_write_text (sheet, row, column, cell->text, format);
  else if (cell->kind != HF_CELL_EMPTY)
    write_number (self, sheet, row, column, cell, look);
}
