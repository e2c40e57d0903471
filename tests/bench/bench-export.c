#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

#include "hf-report.h"
#include "test-source.h"

#define ROWS 100000
#define ROUNDS 5
#define LIMIT 1.5

/* 30 November 2022 and 5 March 2024, as days of a spreadsheet. */
#define JOINED 44895
#define LOST 45356

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *text, *code, *date, *money;
  lxw_row_t row;
  lxw_col_t column;
} Cursor;

static void
put_as (Cursor *cursor, const char *text, lxw_format *format)
{
  worksheet_write_string (cursor->sheet, cursor->row, cursor->column++, text, format);
}

static void
put (Cursor *cursor, const char *text)
{
  if (text != NULL)
    put_as (cursor, text, cursor->text);
  else
    cursor->column++;
}

static void
put_number (Cursor *cursor, double number, lxw_format *format)
{
  worksheet_write_number (cursor->sheet, cursor->row, cursor->column++, number, format);
}

/* The cells of the customers that test_source_new() makes, with nothing around them. */
static void
put_customer (Cursor *cursor, guint i)
{
  char code[16], phone[24];
  gboolean lost = i % 4 == 0;
  g_snprintf (code, sizeof code, "%06u", i + 1);
  g_snprintf (phone, sizeof phone, "0431%08u", 88000000 + i);
  cursor->row = i + 1;
  cursor->column = 0;
  put_as (cursor, code, cursor->code);
  put (cursor, i % 2 == 0 ? "王炳泉" : "=1+1");
  put_as (cursor, phone, cursor->code);
  put (cursor, NULL);
  put (cursor, "长春示范汽车贸易有限公司");
  put (cursor, NULL);
  put (cursor, "长春");
  put (cursor, "李明");
  put (cursor, NULL);
  put (cursor, NULL);
  put (cursor, lost ? "已流失 / Lost" : "活跃 / Active");
  put_number (cursor, JOINED, cursor->date);
  if (i % 8 == 0)
    put_number (cursor, LOST, cursor->date);
  else
    put (cursor, lost ? "不详 / not known" : NULL);
  if (i % 3 != 0)
    put_number (cursor, 12000 + i, cursor->money);
  else
    put (cursor, NULL);
  put (cursor, NULL);
  put (cursor, "否 / No");
  put (cursor, NULL);
  put (cursor, lost ? "competitor-offer" : NULL);
  put (cursor, NULL);
  put (cursor, lost ? "竞争对手的诱惑 / Competitor's offer" : NULL);
}

static lxw_format *
make_format (lxw_workbook *workbook, const char *numbers)
{
  lxw_format *format = workbook_add_format (workbook);
  format_set_font_name (format, "Microsoft YaHei");
  format_set_num_format (format, numbers);
  return format;
}

static void
write_bare (const char *path)
{
  lxw_workbook_options options = { .constant_memory = TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  Cursor cursor = { .sheet = workbook_add_worksheet (workbook, "Customers"),
                    .text = make_format (workbook, "General"),
                    .code = make_format (workbook, "@"),
                    .date = make_format (workbook, "yyyy-mm-dd"),
                    .money = make_format (workbook, "#,##0.00") };
  for (guint i = 0; i < ROWS; i++)
    put_customer (&cursor, i);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("the bare workbook could not be written");
}

static void
write_report (const char *path)
{
  g_autoptr (TestSource) source = test_source_new (ROWS);
  g_autoptr (HfFigures) figures = test_source_make_figures ();
  g_autoptr (GError) error = NULL;
  const HfReportOptions options = { .first_language = "zh_CN",
                                    .second_language = "en",
                                    .sheets = 1u << HF_REPORT_SHEET_CUSTOMER_ROWS };
  if (!hf_report_write (path, figures, HF_REPORT_SOURCE (source), &options, NULL, NULL, NULL,
                        &error))
    g_error ("%s", error->message);
}

/* Time of the processor: what else the machine does must not decide. */
static double
measure (void (*write) (const char *path), const char *path)
{
  clock_t start = clock ();
  write (path);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_unlink (path);
  return seconds;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;
  return first < second ? -1 : first > second;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huifang-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "export.xlsx", NULL);
  double bare = G_MAXDOUBLE, report = G_MAXDOUBLE, ratios[ROUNDS];
  for (guint i = 0; i < ROUNDS; i++)
    {
      double bare_now = measure (write_bare, path), report_now = measure (write_report, path);
      bare = MIN (bare, bare_now);
      report = MIN (report, report_now);
      ratios[i] = report_now / bare_now;
    }
  g_rmdir (folder);
  qsort (ratios, ROUNDS, sizeof (double), compare);
  double ratio = ratios[ROUNDS / 2];
  g_print ("export of %d customers: bare libxlsxwriter %.2f s, report %.2f s, median ratio "
           "%.2f, limit %.2f\n",
           ROWS, bare, report, ratio, LIMIT);
  return ratio <= LIMIT ? 0 : 1;
}
