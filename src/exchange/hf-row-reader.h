#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_READ_ERROR (hf_read_error_quark ())

typedef enum
{
  HF_READ_ERROR_NOT_FOUND,
  HF_READ_ERROR_UNREADABLE,
  HF_READ_ERROR_DIRECTORY,
  HF_READ_ERROR_EMPTY,
  HF_READ_ERROR_OLD_FORMAT,      /* .xls, or a workbook under a password */
  HF_READ_ERROR_NOT_SPREADSHEET, /* neither text nor .xlsx */
  HF_READ_ERROR_BROKEN,          /* a damaged .xlsx */
  HF_READ_ERROR_REFUSED,         /* a file made to do harm */
  HF_READ_ERROR_TOO_BIG,
  HF_READ_ERROR_ENCODING,
  HF_READ_ERROR_SYNTAX, /* a quotation mark that is not closed, a NUL byte */
  HF_READ_ERROR_NO_SHEET,
  HF_READ_ERROR_OPTION,
} HfReadError;

GQuark hf_read_error_quark (void);

/* How to read a file; all zero finds everything out from the file itself. */
typedef struct
{
  const char *encoding;  /* such as GB18030; text files only */
  const char *delimiter; /* one of , ; | or "tab"; text files only */
  const char *sheet;     /* a name or a number from 1; workbooks only */
  guint header_row;      /* reading begins here, counted from 1 */
} HfReadOptions;

/* A row of text cells. The reader owns them, and they are gone with the next row. */
typedef struct
{
  guint number; /* in the file, from 1, as a spreadsheet program counts rows */
  guint n_cells;
  const char *const *cells; /* UTF-8, none is NULL */
} HfRow;

#define HF_TYPE_ROW_READER (hf_row_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfRowReader, hf_row_reader, HF, ROW_READER, GObject)

/* A table of text rows, read as a stream. Every function is called by hf_row_reader_*(), which
 * keeps what is common: where to begin, and that nothing is read after an end or an error. */
struct _HfRowReaderClass
{
  GObjectClass parent_class;

  gboolean (*next) (HfRowReader *self, HfRow *row, GError **error);
  double (*get_progress) (HfRowReader *self);
  void (*close) (HfRowReader *self);
};

HfRowReader *hf_row_reader_open (const char *path, const HfReadOptions *options,
                                 GError **error);
gboolean hf_row_reader_next (HfRowReader *self, HfRow *row, GError **error);
double hf_row_reader_get_progress (HfRowReader *self);
void hf_row_reader_close (HfRowReader *self);
void hf_row_reader_set_first_row (HfRowReader *self, guint number);

G_END_DECLS
