#include "config.h"

#include "hf-package.h"

#include <minizip/unzip.h>
#include <string.h>

#define PIECE (64 * 1024)
#define ROWS_BEGIN "<sheetData>"
#define ROWS_END "</sheetData>"

/* What was read of a part of the package: all of it where it is small, else both its ends. */
typedef struct
{
  GString *head;
  GString *tail;
  gint64 size;
} Ends;

static void
keep (Ends *ends, const char *piece, gsize length)
{
  if (ends->size < PIECE)
    g_string_append_len (ends->head, piece, length);
  g_string_append_len (ends->tail, piece, length);
  if (ends->tail->len > 2 * PIECE)
    g_string_erase (ends->tail, 0, ends->tail->len - PIECE);
  ends->size += length;
}

static gboolean
read_part (unzFile package, Ends *ends)
{
  g_autofree char *piece = g_malloc (PIECE);
  int length = 0;
  if (unzOpenCurrentFile (package) != UNZ_OK)
    return FALSE;
  while ((length = unzReadCurrentFile (package, piece, PIECE)) > 0)
    keep (ends, piece, length);
  return unzCloseCurrentFile (package) == UNZ_OK && length == 0;
}

/* Raw rows were counted when they went to the disk: as many bytes must have arrived. */
static gboolean
has_rows (const Ends *ends, gint64 bytes)
{
  const char *begin = g_strstr_len (ends->head->str, ends->head->len, ROWS_BEGIN);
  const char *end = g_strrstr_len (ends->tail->str, ends->tail->len, ROWS_END);
  if (begin == NULL || end == NULL)
    return FALSE;
  gint64 before = begin - ends->head->str + strlen (ROWS_BEGIN);
  gint64 after = ends->tail->str + ends->tail->len - end;
  return ends->size - before - after == bytes;
}

static gboolean
is_xml (const Ends *ends)
{
  static const GMarkupParser parser = { NULL };
  if (ends->size > (gint64) ends->head->len)
    return TRUE;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  return g_markup_parse_context_parse (context, ends->head->str, ends->head->len, NULL)
         && g_markup_parse_context_end_parse (context, NULL);
}

static gboolean
is_part_whole (unzFile package, const gint64 *row_bytes, guint n_sheets)
{
  char name[64];
  guint sheet = 0;
  if (unzGetCurrentFileInfo64 (package, NULL, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK)
    return FALSE;
  name[sizeof name - 1] = '\0';

  Ends ends = { g_string_new (NULL), g_string_new (NULL), 0 };
  gboolean whole = read_part (package, &ends);
  if (whole && sscanf (name, "xl/worksheets/sheet%u.xml", &sheet) == 1 && sheet >= 1
      && sheet <= n_sheets && row_bytes[sheet - 1] >= 0)
    whole = has_rows (&ends, row_bytes[sheet - 1]);
  else if (whole)
    whole = is_xml (&ends);
  g_string_free (ends.head, TRUE);
  g_string_free (ends.tail, TRUE);
  return whole;
}

/**
 * hf_package_is_whole:
 * @path: a workbook
 * @row_bytes: (array length=n_sheets): for each sheet, in their order, how many bytes its rows
 *   have; -1 where it was kept in memory
 * @n_sheets: how many sheets
 *
 * Reads a workbook once more: libxlsxwriter does not notice when a full disk swallows a piece
 * of its temporary files.
 *
 * Returns: whether nothing is missing
 */
gboolean
hf_package_is_whole (const char *path, const gint64 *row_bytes, guint n_sheets)
{
  unzFile package = unzOpen64 (path);
  if (package == NULL)
    return FALSE;
  gboolean whole = TRUE;
  for (int next = unzGoToFirstFile (package); whole && next == UNZ_OK;
       next = unzGoToNextFile (package))
    whole = is_part_whole (package, row_bytes, n_sheets);
  unzClose (package);
  return whole;
}
