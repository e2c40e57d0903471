#include "config.h"

#include "fuzz-file.h"
#include "hf-csv-reader.h"
#include "hf-import.h"

static void
read_rows (HfRowReader *reader)
{
  HfRow row;
  while (hf_row_reader_next (reader, &row, NULL))
    for (guint i = 0; i < row.n_cells; i++)
      g_assert_true (g_utf8_validate (row.cells[i], -1, NULL));
}

static void
import_rows (HfRowReader *reader, const HfImportEntity *entity)
{
  g_autoptr (HfImport) import = hf_import_new (reader, NULL, entity, NULL, NULL);
  if (import == NULL)
    return;
  hf_import_keep_repairs (import);
  HfImportRow row;
  while (hf_import_next (import, &row, NULL))
    {
      g_assert_true ((row.record == NULL) != (row.why == NULL));
      hf_import_row_clear (&row);
    }
}

/* A file with delimiters, read as it is and as one kind of record. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const entities[] = { "customers", "complaints", "purchases" };
  const char *path = fuzz_file_write (data, size);
  g_autoptr (HfRowReader) plain = hf_csv_reader_open (path, NULL, NULL);
  if (plain != NULL)
    read_rows (plain);
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, NULL, NULL);
  if (reader != NULL)
    import_rows (reader, hf_import_entity_find (entities[size % G_N_ELEMENTS (entities)]));
  return 0;
}
