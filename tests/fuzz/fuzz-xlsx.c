#include "config.h"

#include <string.h>
#include <minizip/zip.h>

#include "fuzz-file.h"
#include "hf-xlsx-reader.h"

#define SEPARATOR "\n--\n"

/* The parts in the order in which an input that is no zip archive gives their texts, so that a
 * fuzzer reaches the XML in them without having to find out what a checksum is. */
static const char *const parts[] = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                     "xl/styles.xml", "xl/workbook.xml",
                                     "xl/_rels/workbook.xml.rels" };

static const char usual_workbook[]
    = "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
      "<sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>";
static const char usual_relations[] = "<Relationships><Relationship Id='r1' Type='x/worksheet' "
                                      "Target='worksheets/sheet1.xml'/></Relationships>";

static void
add_part (zipFile zip, const char *name, const char *text, gsize length)
{
  zip_fileinfo info = { 0 };
  zipOpenNewFileInZip (zip, name, &info, NULL, 0, NULL, 0, NULL, 0, 0);
  zipWriteInFileInZip (zip, text, length);
  zipCloseFileInZip (zip);
}

static void
write_package (const char *path, const guint8 *data, gsize size)
{
  zipFile zip = zipOpen (path, APPEND_STATUS_CREATE);
  const char *at = (const char *) data, *end = at + size;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *next = g_strstr_len (at, end - at, SEPARATOR);
      const char *stop = next != NULL ? next : end;
      if (stop > at)
        add_part (zip, parts[i], at, stop - at);
      else if (i == 3)
        add_part (zip, parts[i], usual_workbook, strlen (usual_workbook));
      else if (i == 4)
        add_part (zip, parts[i], usual_relations, strlen (usual_relations));
      at = next != NULL ? next + strlen (SEPARATOR) : end;
    }
  zipClose (zip, NULL);
}

/* A workbook: bytes that begin as a zip archive does are one; others are the texts of its
 * parts. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *path = fuzz_file_write (data, size);
  if (size < 2 || memcmp (data, "PK", 2) != 0)
    write_package (path, data, size);
  g_autoptr (HfRowReader) reader = hf_xlsx_reader_open (path, NULL, NULL);
  HfRow row;
  while (reader != NULL && hf_row_reader_next (reader, &row, NULL))
    for (guint i = 0; i < row.n_cells; i++)
      g_assert_true (g_utf8_validate (row.cells[i], -1, NULL));
  return 0;
}
