#include "config.h"

#include "hf-row-reader.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "hf-csv-reader.h"
#include "hf-wide-text.h"
#include "hf-xlsx-reader.h"

/* How much of a file's beginning tells what it is. */
#define SAMPLE_SIZE 4096

/* Text has hardly any control characters; one in this many letters is no text. */
#define LETTERS_PER_CONTROL 32

static gboolean
refuse (GError **error, HfReadError code, const char *message, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *whole = g_strdup_printf (
      /* Translators: a file's name, and what is wrong with the file. */
      _ ("“%s”: %s"), name, message);
  g_set_error_literal (error, HF_READ_ERROR, code, whole);
  return FALSE;
}

static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf status;
  if (g_stat (path, &status) != 0)
    return errno == ENOENT || errno == ENOTDIR
               ? refuse (error, HF_READ_ERROR_NOT_FOUND, _ ("there is no such file"), path)
               : refuse (error, HF_READ_ERROR_UNREADABLE, g_strerror (errno), path);
  if (S_ISDIR (status.st_mode))
    return refuse (error, HF_READ_ERROR_DIRECTORY, _ ("this is a folder, not a spreadsheet"),
                   path);
  if (!S_ISREG (status.st_mode))
    return refuse (error, HF_READ_ERROR_UNREADABLE, _ ("this is not a file with contents"),
                   path);
  if (status.st_size == 0)
    return refuse (error, HF_READ_ERROR_EMPTY, _ ("the file is empty"), path);
  return TRUE;
}

static gboolean
read_sample (const char *path, char *sample, gsize *length, GError **error)
{
  FILE *file = g_fopen (path, "rb");
  if (file == NULL)
    return refuse (error, HF_READ_ERROR_UNREADABLE, g_strerror (errno), path);
  *length = fread (sample, 1, SAMPLE_SIZE, file);
  gboolean is_good = !ferror (file);
  int why = errno;
  fclose (file);
  return is_good || refuse (error, HF_READ_ERROR_UNREADABLE, g_strerror (why), path);
}

static gboolean
begins_with (const char *sample, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (sample, magic, magic_length) == 0;
}

#define BEGINS_WITH(sample, length, magic)                                                     \
  begins_with (sample, length, magic, sizeof (magic) - 1)

static gboolean
has_wide_mark (const char *sample, gsize length)
{
  return BEGINS_WITH (sample, length, "\xFF\xFE") || BEGINS_WITH (sample, length, "\xFE\xFF");
}

static gboolean
is_utf16 (const char *sample, gsize length, const HfReadOptions *options)
{
  return has_wide_mark (sample, length)
         || (options->encoding != NULL
             && g_ascii_strncasecmp (options->encoding, "UTF-16", 6) == 0);
}

static gboolean
is_binary (const char *sample, gsize length)
{
  static const char allowed[] = "\t\n\r\f\v\x1A";
  gsize controls = 0;
  for (gsize i = 0; i < length; i++)
    controls += sample[i] == '\0'
                || ((guchar) sample[i] < 0x20 && strchr (allowed, sample[i]) == NULL);
  return controls * LETTERS_PER_CONTROL > length;
}

/* Texts that are tables for their programs, and not for us. */
static gboolean
is_markup (const char *sample, gsize length)
{
  static const char *const starts[] = { "<!doctype", "<html",  "<?xml",
                                        "<table",    "{\\rtf", "%pdf-" };
  gsize at = BEGINS_WITH (sample, length, "\xEF\xBB\xBF") ? 3 : 0;
  while (at < length && g_ascii_isspace (sample[at]))
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length - at >= strlen (starts[i])
        && g_ascii_strncasecmp (sample + at, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

static HfRowReader *
open_text (const char *path, const char *sample, gsize length, const HfReadOptions *options,
           GError **error)
{
  HfReadOptions chosen = options != NULL ? *options : (HfReadOptions){ 0 };
  if (chosen.encoding == NULL && !has_wide_mark (sample, length))
    chosen.encoding = hf_wide_text_find (sample, length);
  if (is_markup (sample, length)
      || (is_binary (sample, length) && !is_utf16 (sample, length, &chosen)))
    {
      refuse (error, HF_READ_ERROR_NOT_SPREADSHEET,
              _ ("this is not a spreadsheet. Save the table as .xlsx or .csv."), path);
      return NULL;
    }
  return hf_csv_reader_open (path, &chosen, error);
}

static HfRowReader *
open_by_content (const char *path, const char *sample, gsize length,
                 const HfReadOptions *options, GError **error)
{
  if (BEGINS_WITH (sample, length, "\xD0\xCF\x11\xE0"))
    {
      refuse (error, HF_READ_ERROR_OLD_FORMAT,
              _ ("this is an old .xls workbook or one with a password, whatever its name ends "
                 "with. Open it in a spreadsheet program and save it as .xlsx without a "
                 "password."),
              path);
      return NULL;
    }
  if (BEGINS_WITH (sample, length, "PK\x03\x04"))
    return hf_xlsx_reader_open (path, options, error);
  return open_text (path, sample, length, options, error);
}

/**
 * hf_row_reader_open:
 * @path: a file
 * @options: (nullable): what is known about it; the rest is found out
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens a spreadsheet, .xlsx or text with delimiters, by what is in it and not by its name.
 *
 * Returns: (transfer full) (nullable): a reader
 */
HfRowReader *
hf_row_reader_open (const char *path, const HfReadOptions *options, GError **error)
{
  char sample[SAMPLE_SIZE];
  gsize length = 0;
  if (!check_file (path, error) || !read_sample (path, sample, &length, error))
    return NULL;
  HfRowReader *self = open_by_content (path, sample, length, options, error);
  if (self != NULL && options != NULL)
    hf_row_reader_set_first_row (self, options->header_row);
  return self;
}
