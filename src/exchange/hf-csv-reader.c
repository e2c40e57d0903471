#include "config.h"

#include "hf-csv-reader.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "hf-csv-delimiter.h"
#include "hf-decoder.h"
#include "hf-encoding.h"

#define PIECE_SIZE (64 * 1024)

typedef enum
{
  CELL_BEGINS,
  CELL_PLAIN,
  CELL_QUOTED,
  CELL_QUOTE_SEEN, /* inside a quoted cell: its end, or the first of a pair */
} CellState;

struct _HfCsvReader
{
  HfRowReader parent_instance;

  FILE *file;
  HfDecoder *decoder;
  char *encoding;
  guint64 bom_length;
  guint64 stop_at; /* where a second encoding begins, G_MAXUINT64 for nowhere */
  guint64 size;
  guint64 consumed;
  char *piece;

  char delimiter;
  gboolean is_special[256]; /* what ends a run of plain text */
  GString *text;            /* decoded, not parsed yet from text_at on */
  gsize text_at;
  gboolean is_bad; /* behind the decoded text stands what could not be decoded */
  gboolean at_end; /* of the file; there may be text left */
  gboolean after_cr;

  guint row;
  GString *cells;    /* of the present row, a NUL after each */
  GArray *starts;    /* (element-type gsize) into cells */
  GPtrArray *result; /* (element-type utf8), pointers into cells */
};

G_DEFINE_FINAL_TYPE (HfCsvReader, hf_csv_reader, HF_TYPE_ROW_READER)

/* What is wrong with the bytes at which decoding stopped. */
static void
report_bad_bytes (HfCsvReader *self, GError **error)
{
  guint64 position = self->bom_length + hf_decoder_get_position (self->decoder);
  g_autofree char *byte = g_strdup_printf ("%" G_GUINT64_FORMAT, position + 1);
  if (position == self->stop_at)
    g_set_error (
        error, HF_READ_ERROR, HF_READ_ERROR_ENCODING,
        /* Translators: an encoding's name, a row number, a byte number. */
        _ ("The file mixes encodings: it is %s, but row %u, at byte %s, is UTF-8. Save "
           "it again in one encoding, or choose one."),
        self->encoding, self->row, byte);
  else if (!self->at_end)
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_ENCODING,
                 /* Translators: a row number, a byte number, an encoding's name. */
                 _ ("Row %u has a character at byte %s that is not %s. The file is damaged, or "
                    "has another encoding: choose it, or save the file again as UTF-8."),
                 self->row, byte, self->encoding);
  else
    g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_ENCODING,
                 /* Translators: a row number, a byte number. */
                 _ ("The file ends in row %u, at byte %s, in the middle of a character. It was "
                    "cut off: copy or save it again."),
                 self->row, byte);
}

/* Decodes the next piece behind what is not parsed yet. */
static gboolean
read_piece (HfCsvReader *self, GError **error)
{
  g_string_erase (self->text, 0, self->text_at);
  self->text_at = 0;
  if (self->is_bad)
    {
      report_bad_bytes (self, error);
      return FALSE;
    }
  gsize length = fread (self->piece, 1, PIECE_SIZE, self->file);
  if (length == 0 && ferror (self->file))
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_UNREADABLE,
                   /* Translators: a row number, the system's own words. */
                   _ ("The file could not be read on from row %u: %s"), self->row,
                   g_strerror (errno));
      return FALSE;
    }
  self->consumed += length;
  self->at_end = length == 0;
  if (self->at_end && self->consumed != self->size)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                   /* Translators: a row number. */
                   _ ("The file was changed while it was read, up to row %u. Import it again "
                      "when it is written whole."),
                   self->row);
      return FALSE;
    }
  if (self->consumed > self->stop_at)
    {
      length -= MIN (length, self->consumed - self->stop_at);
      self->is_bad = TRUE;
    }
  if (!hf_decoder_decode (self->decoder, self->piece, length, self->text)
      || (self->at_end && !hf_decoder_finish (self->decoder)))
    self->is_bad = TRUE;
  return TRUE;
}

/* Makes sure there is text to parse; FALSE without an error is the end of the file. */
static gboolean
fill (HfCsvReader *self, GError **error)
{
  while (self->text_at >= self->text->len)
    {
      if (!read_piece (self, error))
        return FALSE;
      if (self->at_end && !self->is_bad)
        return FALSE;
    }
  return TRUE;
}

static gsize
cell_length (const HfCsvReader *self)
{
  return self->cells->len - g_array_index (self->starts, gsize, self->starts->len - 1);
}

static gboolean
append (HfCsvReader *self, const char *text, gsize length, CellState state, GError **error)
{
  const char *nul = memchr (text, '\0', length);
  if (nul != NULL)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX,
                   /* Translators: a row number, a column number. */
                   _ ("Row %u, column %u has a NUL byte, which no text has. The file is "
                      "damaged: export it again."),
                   self->row, self->starts->len);
      return FALSE;
    }
  if (self->cells->len + length > HF_CSV_ROW_LIMIT)
    {
      /* Translators: a row number. */
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
                   _ ("Row %u is larger than 16 MiB."), self->row);
      return FALSE;
    }
  if (cell_length (self) + length > HF_CSV_CELL_LIMIT)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
                   state == CELL_QUOTED
                       /* Translators: a row number, a column number. */
                       ? _ ("Row %u, column %u: the cell is larger than 1 MiB. Perhaps the "
                            "quotation mark that opens there is not closed.")
                       : _ ("Row %u, column %u: the cell is larger than 1 MiB."),
                   self->row, self->starts->len);
      return FALSE;
    }
  g_string_append_len (self->cells, text, length);
  return TRUE;
}

static gboolean
begin_cell (HfCsvReader *self, GError **error)
{
  if (self->starts->len >= HF_CSV_COLUMN_LIMIT)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
                   /* Translators: a row number, a number of columns. */
                   _ ("Row %u has more than %u columns."), self->row, HF_CSV_COLUMN_LIMIT);
      return FALSE;
    }
  gsize start = self->cells->len;
  g_array_append_val (self->starts, start);
  return TRUE;
}

/* The run of letters that mean only themselves. */
static gsize
plain_run (const HfCsvReader *self, CellState state)
{
  const char *start = self->text->str + self->text_at;
  const char *end = self->text->str + self->text->len;
  if (state == CELL_QUOTED)
    {
      const char *quote = memchr (start, '"', end - start);
      return (quote != NULL ? quote : end) - start;
    }
  const char *at = start;
  while (at < end && !self->is_special[(guchar) *at])
    at++;
  return at - start;
}

typedef enum
{
  STEP_ON,
  STEP_ROW_ENDS,
  STEP_FAILED,
} Step;

/* Takes one letter that is not part of a plain run. */
static Step
take_special (HfCsvReader *self, CellState *state, GError **error)
{
  char letter = self->text->str[self->text_at++];
  if (*state == CELL_QUOTED)
    {
      *state = CELL_QUOTE_SEEN;
      return STEP_ON;
    }
  if (letter == self->delimiter)
    {
      g_string_append_c (self->cells, '\0');
      *state = CELL_BEGINS;
      return begin_cell (self, error) ? STEP_ON : STEP_FAILED;
    }
  self->after_cr = letter == '\r';
  return STEP_ROW_ENDS;
}

static Step
take (HfCsvReader *self, CellState *state, GError **error)
{
  char letter = self->text->str[self->text_at];
  if (letter == '"' && (*state == CELL_BEGINS || *state == CELL_QUOTE_SEEN))
    {
      gboolean is_pair = *state == CELL_QUOTE_SEEN;
      self->text_at++;
      *state = CELL_QUOTED;
      return !is_pair || append (self, "\"", 1, *state, error) ? STEP_ON : STEP_FAILED;
    }
  if (*state == CELL_BEGINS || *state == CELL_QUOTE_SEEN)
    *state = CELL_PLAIN;
  gsize run = plain_run (self, *state);
  if (run == 0)
    return take_special (self, state, error);
  gsize from = self->text_at;
  self->text_at += run;
  return append (self, self->text->str + from, run, *state, error) ? STEP_ON : STEP_FAILED;
}

/* A row may end with CR, LF or both; the LF of both comes with the next row's text. */
static gboolean
skip_lf (HfCsvReader *self, GError **error)
{
  if (!fill (self, error))
    return FALSE;
  if (self->after_cr && self->text->str[self->text_at] == '\n')
    self->text_at++;
  self->after_cr = FALSE;
  return fill (self, error);
}

static gboolean
parse_row (HfCsvReader *self, GError **error)
{
  CellState state = CELL_BEGINS;
  while (TRUE)
    {
      GError *failure = NULL;
      if (!fill (self, &failure))
        {
          if (failure != NULL)
            g_propagate_error (error, failure);
          else if (state == CELL_QUOTED)
            g_set_error (
                error, HF_READ_ERROR, HF_READ_ERROR_SYNTAX,
                /* Translators: a row number, a column number. */
                _ ("Row %u, column %u opens a quotation mark that is never closed. The "
                   "file was cut off, or the mark is one too many."),
                self->row, self->starts->len);
          else
            return TRUE;
          return FALSE;
        }
      Step step = take (self, &state, error);
      if (step != STEP_ON)
        return step == STEP_ROW_ENDS;
    }
}

static gboolean
hf_csv_reader_next (HfRowReader *reader, HfRow *row, GError **error)
{
  HfCsvReader *self = HF_CSV_READER (reader);
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->result, 0);
  self->row++;
  if (!skip_lf (self, error) || !begin_cell (self, error) || !parse_row (self, error))
    return FALSE;

  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->result, self->cells->str + g_array_index (self->starts, gsize, i));
  row->number = self->row;
  row->n_cells = self->result->len;
  row->cells = (const char *const *) self->result->pdata;
  return TRUE;
}

static double
hf_csv_reader_get_progress (HfRowReader *reader)
{
  HfCsvReader *self = HF_CSV_READER (reader);
  return self->size > 0 ? MIN ((double) self->consumed / self->size, 1) : 1;
}

static void
hf_csv_reader_close (HfRowReader *reader)
{
  HfCsvReader *self = HF_CSV_READER (reader);
  g_clear_pointer (&self->file, fclose);
}

static void
hf_csv_reader_finalize (GObject *object)
{
  HfCsvReader *self = HF_CSV_READER (object);
  g_clear_pointer (&self->file, fclose);
  g_clear_pointer (&self->decoder, hf_decoder_free);
  g_free (self->encoding);
  g_free (self->piece);
  g_string_free (self->text, TRUE);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->result);
  G_OBJECT_CLASS (hf_csv_reader_parent_class)->finalize (object);
}

static void
hf_csv_reader_class_init (HfCsvReaderClass *klass)
{
  HfRowReaderClass *reader_class = HF_ROW_READER_CLASS (klass);
  reader_class->next = hf_csv_reader_next;
  reader_class->get_progress = hf_csv_reader_get_progress;
  reader_class->close = hf_csv_reader_close;
  G_OBJECT_CLASS (klass)->finalize = hf_csv_reader_finalize;
}

static void
hf_csv_reader_init (HfCsvReader *self)
{
  self->stop_at = G_MAXUINT64;
  self->piece = g_malloc (PIECE_SIZE);
  self->text = g_string_sized_new (PIECE_SIZE);
  self->cells = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->result = g_ptr_array_new ();
}

/* Reads the file once from end to end: whether it is UTF-8 may show in its last row only. */
static gboolean
look_through (HfCsvReader *self, HfEncoding *encoding, GError **error)
{
  g_autoptr (HfEncodingFinder) finder = hf_encoding_finder_new ();
  gsize length;
  while ((length = fread (self->piece, 1, PIECE_SIZE, self->file)) > 0)
    {
      hf_encoding_finder_feed (finder, self->piece, length);
      self->size += length;
    }
  if (ferror (self->file) || fseek (self->file, 0, SEEK_SET) != 0)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_UNREADABLE,
                   _ ("The file could not be read: %s"), g_strerror (errno));
      return FALSE;
    }
  hf_encoding_finder_finish (finder, encoding);
  return TRUE;
}

static gboolean
choose_encoding (HfCsvReader *self, const char *wanted, GError **error)
{
  HfEncoding found;
  if (!look_through (self, &found, error))
    return FALSE;
  /* A byte order mark of UTF-8 is no accident: the file was saved again since it was known. */
  gboolean is_marked = found.bom_length > 0 && strcmp (found.name, "UTF-8") == 0;
  const char *name = wanted != NULL && *wanted != '\0' && !is_marked
                         ? hf_encoding_canonical (wanted)
                         : found.name;
  self->encoding = g_strdup (name);
  self->decoder = hf_decoder_new (name);
  if (self->decoder == NULL)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_OPTION, _ ("There is no encoding “%s”."),
                   wanted);
      return FALSE;
    }
  if (strcmp (name, found.name) == 0)
    self->bom_length = found.bom_length;
  if (wanted == NULL && found.is_mixed)
    self->stop_at = found.mixed_at;
  self->consumed = self->bom_length;
  return fseek (self->file, self->bom_length, SEEK_SET) == 0;
}

static gboolean
choose_delimiter (HfCsvReader *self, const char *wanted, GError **error)
{
  if (wanted == NULL || *wanted == '\0')
    {
      GError *failure = NULL;
      if (!fill (self, &failure) && failure != NULL)
        g_clear_error (&failure); /* reading the first row says it again, with its number */
      self->delimiter = hf_csv_delimiter_guess (self->text->str, self->text->len);
    }
  else if (!hf_csv_delimiter_parse (wanted, &self->delimiter))
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_OPTION,
                   _ ("“%s” cannot stand between cells: take , ; | or tab."), wanted);
      return FALSE;
    }
  self->is_special[(guchar) self->delimiter] = TRUE;
  self->is_special['\n'] = TRUE;
  self->is_special['\r'] = TRUE;
  return TRUE;
}

/**
 * hf_csv_reader_open:
 * @path: a text file
 * @options: (nullable): what is known about it; the rest is found out
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens a table with delimiters (RFC 4180, and what programs really write: any of four
 * delimiters, any line end, quotation marks inside an unquoted cell).
 *
 * Returns: (transfer full) (nullable): a reader
 */
HfRowReader *
hf_csv_reader_open (const char *path, const HfReadOptions *options, GError **error)
{
  static const HfReadOptions nothing_known = { 0 };
  const HfReadOptions *known = options != NULL ? options : &nothing_known;
  g_autoptr (HfCsvReader) self = g_object_new (HF_TYPE_CSV_READER, NULL);
  self->file = g_fopen (path, "rb");
  if (self->file == NULL)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_UNREADABLE,
                   _ ("The file could not be read: %s"), g_strerror (errno));
      return NULL;
    }
  if (!choose_encoding (self, known->encoding, error)
      || !choose_delimiter (self, known->delimiter, error))
    return NULL;
  return HF_ROW_READER (g_steal_pointer (&self));
}

/**
 * hf_csv_reader_get_encoding:
 * @self: a reader
 *
 * Tells in which encoding the file is read.
 *
 * Returns: its name
 */
const char *
hf_csv_reader_get_encoding (HfCsvReader *self)
{
  return self->encoding;
}

/**
 * hf_csv_reader_get_delimiter:
 * @self: a reader
 *
 * Tells what stands between the cells.
 *
 * Returns: one of , ; tab |
 */
char
hf_csv_reader_get_delimiter (HfCsvReader *self)
{
  return self->delimiter;
}
