#include "config.h"

#include "hf-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "hf-package.h"
#include "hf-paths.h"
#include "hf-report.h"
#include "hf-text.h"

#define MAX_NAME 31
#define FORBIDDEN_IN_NAMES "[]:*?/\\"

/* Excel keeps this name for itself. */
#define RESERVED_NAME "history"

/* What a zip takes at most of what goes into it, and what the small parts need. */
#define ZIP_SHARE 2
#define SMALL_PARTS (1024 * 1024)

G_DEFINE_QUARK (hf_report_error, hf_report_error)

static void
fail (const HfWorkbook *self, HfReportError code, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  switch (code)
    {
    case HF_REPORT_ERROR_FOLDER:
      g_set_error (
          error, HF_REPORT_ERROR, code,
          /* Translators: the name of a file. */
          _ ("“%s” was not written: its folder is missing or closed to you. An earlier "
             "file of that name is as it was."),
          name);
      break;
    case HF_REPORT_ERROR_TARGET:
      g_set_error (
          error, HF_REPORT_ERROR, code,
          /* Translators: the name of a file. */
          _ ("“%s” was not written: it is a folder, write-protected or open in another "
             "program. It is as it was."),
          name);
      break;
    case HF_REPORT_ERROR_NO_SPACE:
      g_set_error (error, HF_REPORT_ERROR, code,
                   /* Translators: the name of a file. */
                   _ ("“%s” was not written: the disk is full. An earlier file of that name is "
                      "as it was."),
                   name);
      break;
    case HF_REPORT_ERROR_FAILED:
    default:
      g_set_error (
          error, HF_REPORT_ERROR, code,
          /* Translators: the name of a file. */
          _ ("“%s” was not written: the workbook could not be put together. An earlier "
             "file of that name is as it was."),
          name);
      break;
    }
}

static gboolean
is_no_space (int number)
{
  return number == ENOSPC || number == EFBIG
#ifdef EDQUOT
         || number == EDQUOT
#endif
      ;
}

/**
 * hf_workbook_set_error:
 * @self: a workbook
 * @error: (nullable): %HF_REPORT_ERROR_NO_SPACE
 *
 * Says that the disk is full.
 */
void
hf_workbook_set_error (HfWorkbook *self, GError **error)
{
  fail (self, HF_REPORT_ERROR_NO_SPACE, error);
}

static gboolean
check_target (const HfWorkbook *self, GError **error)
{
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR)
      || (g_access (self->path, F_OK) == 0 && g_access (self->path, W_OK) != 0))
    {
      fail (self, HF_REPORT_ERROR_TARGET, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_temporary (HfWorkbook *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *path = g_build_filename (self->folder, hidden, NULL);
  int file = g_mkstemp_full (path, O_RDWR, 0666);
  if (file < 0)
    {
      fail (self, is_no_space (errno) ? HF_REPORT_ERROR_NO_SPACE : HF_REPORT_ERROR_FOLDER,
            error);
      return FALSE;
    }
  g_close (file, NULL);
  self->temporary = g_steal_pointer (&path);
  return TRUE;
}

static char *
make_footer (const HfReportLanguage *language)
{
  /* Translators: &P and &N stand for numbers and stay as they are. */
  return hf_report_language_line (language, HF_REPORT_CONTEXT, NC_ ("report", "Page &P of &N"));
}

/**
 * hf_workbook_new:
 * @path: where the workbook is to be, absolute
 * @language: the languages, for font and footer
 * @zone: the time zone of its moments
 * @currency: (nullable): such as "CNY"
 * @error: (nullable): %HF_REPORT_ERROR
 *
 * Begins a workbook. It is written to a file of its own beside @path, which is touched only by
 * hf_workbook_finish().
 *
 * Returns: (transfer full): the workbook, %NULL where nothing can be written there
 */
HfWorkbook *
hf_workbook_new (const char *path, const HfReportLanguage *language, GTimeZone *zone,
                 const char *currency, GError **error)
{
  g_autoptr (HfWorkbook) self = g_new0 (HfWorkbook, 1);
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->font = g_strdup (hf_report_language_get_font (language));
  self->currency = g_strdup (currency);
  self->zone = g_time_zone_ref (zone);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_sheet_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hf_chart_line_free);
  self->max_rows = LXW_ROW_MAX;
  g_autofree char *pages = make_footer (language);
  self->footer = g_strdup_printf ("&L&A&R%s", pages);
  if (!check_target (self, error) || !make_temporary (self, error))
    return NULL;

  /* Its own temporary files go beside the target too: there must be room there anyway. */
  lxw_workbook_options options = { .tmpdir = self->folder, .use_zip64 = TRUE };
  self->handle = workbook_new_opt (self->temporary, &options);
  if (self->handle == NULL)
    {
      fail (self, HF_REPORT_ERROR_FAILED, error);
      return NULL;
    }
  hf_workbook_make_formats (self);
  return g_steal_pointer (&self);
}

static void
drop_handle (HfWorkbook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      HfSheet *sheet = g_ptr_array_index (self->sheets, i);
      g_clear_pointer (&sheet->handle->optimize_tmpfile, fclose);
    }
  g_clear_pointer (&self->handle, lxw_workbook_free);
}

/**
 * hf_workbook_free:
 * @self: (transfer full): a workbook
 *
 * Frees it; where it was not finished, nothing of it stays on the disk.
 */
void
hf_workbook_free (HfWorkbook *self)
{
  if (self->handle != NULL)
    drop_handle (self);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->lines);
  g_time_zone_unref (self->zone);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->font);
  g_free (self->currency);
  g_free (self->footer);
  g_free (self);
}

/**
 * hf_workbook_set_properties:
 * @self: a workbook
 * @title: what it is
 * @company: (nullable): whose it is
 * @maker: (nullable): who made it
 * @program: the program that made it
 *
 * Sets what file managers and Excel show of the file.
 */
void
hf_workbook_set_properties (HfWorkbook *self, const char *title, const char *company,
                            const char *maker, const char *program)
{
  lxw_doc_properties properties = {
    .title = (char *) title,
    .company = (char *) (company != NULL ? company : ""),
    .author = (char *) (maker != NULL ? maker : ""),
    .comments = (char *) program,
  };
  workbook_set_properties (self->handle, &properties);
}

/**
 * hf_workbook_set_max_rows:
 * @self: a workbook
 * @max_rows: how many rows a worksheet may have, its heading among them
 *
 * Makes raw rows go on to a further worksheet earlier than Excel's own limit, for tests.
 */
void
hf_workbook_set_max_rows (HfWorkbook *self, guint max_rows)
{
  self->max_rows = max_rows;
}

/**
 * hf_workbook_define_name:
 * @self: a workbook
 * @name: letters, digits and "_"
 * @place: a cell, from hf_sheet_dup_place()
 *
 * Names a cell, so that formulas can be read.
 */
void
hf_workbook_define_name (HfWorkbook *self, const char *name, const char *place)
{
  g_autofree char *formula = g_strconcat ("=", place, NULL);
  workbook_define_name (self->handle, name, formula);
}

static guint
utf16_units (gunichar letter)
{
  return letter > 0xFFFF ? 2 : 1;
}

/* As much of @wanted as a tab may show beside @suffix. */
static char *
valid_name (const char *wanted, const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *utf8 = g_utf8_make_valid (wanted, -1);
  guint units = strlen (suffix);
  for (const char *at = utf8; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter < 0x20 || (letter < 0x80 && strchr (FORBIDDEN_IN_NAMES, letter) != NULL))
        letter = '-';
      units += utf16_units (letter);
      if (units > MAX_NAME)
        break;
      if (letter != '\'' || (name->len > 0 && at[1] != '\0'))
        g_string_append_unichar (name, letter);
    }
  g_strchomp (name->str);
  return g_strconcat (name->str, suffix, NULL);
}

static gboolean
take_name (HfWorkbook *self, const char *name)
{
  g_autofree char *folded = hf_text_fold (name);
  return *folded != '\0' && !g_str_equal (folded, RESERVED_NAME)
         && g_hash_table_add (self->names, g_steal_pointer (&folded));
}

static char *
free_name (HfWorkbook *self, const char *wanted)
{
  char *name = valid_name (wanted, "");
  for (guint i = 2; !take_name (self, name); i++)
    {
      g_autofree char *suffix = g_strdup_printf (" (%u)", i);
      g_free (name);
      name = valid_name (wanted, suffix);
    }
  return name;
}

static HfSheet *
add_sheet (HfWorkbook *self, const char *wanted, gboolean streaming)
{
  g_autofree char *name = free_name (self, wanted);
  HfSheet *sheet = hf_sheet_new (self, name, streaming);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/**
 * hf_workbook_add_page:
 * @self: a workbook
 * @name: what its tab should say; what Excel does not allow there is replaced
 *
 * Adds a sheet that is laid out with texts, tables and charts, in any order.
 *
 * Returns: (transfer none): the sheet
 */
HfSheet *
hf_workbook_add_page (HfWorkbook *self, const char *name)
{
  return add_sheet (self, name, FALSE);
}

/**
 * hf_workbook_add_rows:
 * @self: a workbook
 * @name: what its tab should say
 * @table_name: (nullable): the name of the Excel table: letters, digits and "_"; %NULL makes
 *   none, as it must be where columns may have the same heading
 * @columns: (transfer none): its columns, which must live until hf_sheet_end_rows()
 * @prose: whether it is to be read rather than sorted: long texts break into lines
 *
 * Adds a sheet of raw rows, which go to the disk as they are written.
 *
 * Returns: (transfer none): the sheet
 */
HfSheet *
hf_workbook_add_rows (HfWorkbook *self, const char *name, const char *table_name,
                      HfTable *columns, gboolean prose)
{
  HfSheet *sheet = add_sheet (self, name, TRUE);
  sheet->look = prose ? HF_LOOK_PROSE : HF_LOOK_ROW;
  sheet->table_name = g_strdup (table_name);
  sheet->columns = columns;
  sheet->part = 1;
  hf_sheet_begin_rows (sheet);
  return sheet;
}

/**
 * hf_workbook_add_part:
 * @self: a workbook
 * @before: the sheet that is full
 * @columns: (transfer none): its columns
 *
 * Adds the sheet on which raw rows go on.
 *
 * Returns: (transfer none): the sheet
 */
HfSheet *
hf_workbook_add_part (HfWorkbook *self, HfSheet *before, HfTable *columns)
{
  HfSheet *sheet = add_sheet (self, before->name, TRUE);
  sheet->table_name = g_strdup (before->table_name);
  sheet->columns = columns;
  sheet->look = before->look;
  sheet->part = before->part + 1;
  hf_sheet_begin_rows (sheet);
  return sheet;
}

/* Brings the raw rows to the disk and learns how many bytes they have: the library itself does
 * not look whether the disk took them. */
static gboolean
flush_rows (HfWorkbook *self, GArray *sizes, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      HfSheet *sheet = g_ptr_array_index (self->sheets, i);
      gint64 size = -1;
      if (sheet->table_name != NULL)
        {
          FILE *file = sheet->handle->optimize_tmpfile;
          lxw_worksheet_write_single_row (sheet->handle);
          if (fflush (file) != 0 || ferror (file))
            {
              hf_workbook_set_error (self, error);
              return FALSE;
            }
          size = ftell (file);
        }
      g_array_append_val (sizes, size);
    }
  return TRUE;
}

/* Whether there is room for the largest sheet once more and for the zip. */
static gboolean
has_room (const HfWorkbook *self, const GArray *sizes)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (
      folder, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  gint64 largest = 0, sum = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      gint64 size = MAX (0, g_array_index (sizes, gint64, i));
      largest = MAX (largest, size);
      sum += size;
    }
  guint64 room = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  return room >= (guint64) (largest + sum / ZIP_SHARE + SMALL_PARTS);
}

static gboolean
close_handle (HfWorkbook *self, GError **error)
{
  hf_chart_lines_begin (self->lines);
  lxw_error result = workbook_close (g_steal_pointer (&self->handle));
  int number = errno;
  hf_chart_lines_end ();
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_warning ("libxlsxwriter: %s", lxw_strerror (result));
  fail (self, is_no_space (number) ? HF_REPORT_ERROR_NO_SPACE : HF_REPORT_ERROR_FAILED, error);
  return FALSE;
}

static gboolean
sync_file (HfWorkbook *self, GError **error)
{
  int file = g_open (self->temporary, O_RDWR, 0);
  gboolean good = file >= 0 && g_fsync (file) == 0;
  int number = errno;
  if (file >= 0)
    good = g_close (file, NULL) && good;
  if (!good)
    fail (self, is_no_space (number) ? HF_REPORT_ERROR_NO_SPACE : HF_REPORT_ERROR_FAILED,
          error);
  return good;
}

/**
 * hf_workbook_finish:
 * @self: a workbook; of what it has, only hf_workbook_free() may be used afterwards
 * @error: (nullable): %HF_REPORT_ERROR
 *
 * Puts the workbook together, looks that it is whole, and puts it in the place of the path.
 *
 * Returns: %FALSE where that failed; an earlier file is then as it was
 */
gboolean
hf_workbook_finish (HfWorkbook *self, GError **error)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->sheets->len; i++)
    {
      HfSheet *sheet = g_ptr_array_index (self->sheets, i);
      if (sheet->table_name == NULL)
        hf_sheet_end_page (sheet);
    }
  if (!flush_rows (self, sizes, error))
    return FALSE;
  if (!has_room (self, sizes))
    {
      hf_workbook_set_error (self, error);
      return FALSE;
    }
  if (!close_handle (self, error))
    return FALSE;
  if (!hf_package_is_whole (self->temporary, (const gint64 *) sizes->data, sizes->len))
    {
      hf_workbook_set_error (self, error);
      return FALSE;
    }
  if (!sync_file (self, error))
    return FALSE;
  if (g_rename (self->temporary, self->path) != 0)
    {
      fail (self, HF_REPORT_ERROR_TARGET, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}
