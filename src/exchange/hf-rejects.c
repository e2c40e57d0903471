#include "config.h"

#include "hf-rejects.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-csv-delimiter.h"
#include "hf-import-profile.h"
#include "hf-text.h"

#define BOM "\xEF\xBB\xBF"
#define LINE_END "\r\n"

typedef struct
{
  guint row;
  char *fields; /* with commas between them */
  char *reasons;
} Reject;

struct _HfRejects
{
  HfRowReader *reader;
  char delimiter;
  GArray *rejects; /* (element-type Reject), in the order of the rows */
  guint next;
  gboolean has_headings; /* they were given out */
  guint n_passed;        /* columns at the left that an earlier file of rejects had added */
  GPtrArray *cells;      /* (element-type utf8), the row given out last */
  char *number;          /* one of them */
};

static void
clear_reject (gpointer data)
{
  Reject *reject = data;
  g_free (reject->fields);
  g_free (reject->reasons);
}

/**
 * hf_rejects_open:
 * @path: the spreadsheet that was imported
 * @profile: (nullable): how it was read
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens a file for the rows that were rejected.
 *
 * Returns: (transfer full) (nullable): the rows, none yet
 */
HfRejects *
hf_rejects_open (const char *path, HfImportProfile *profile, GError **error)
{
  const HfReadOptions *options = profile != NULL ? hf_import_profile_get_options (profile)
                                                 : NULL;
  HfRowReader *reader = hf_row_reader_open (path, options, error);
  if (reader == NULL)
    return NULL;
  HfRejects *self = g_new0 (HfRejects, 1);
  self->reader = reader;
  self->delimiter = ',';
  if (options != NULL && options->delimiter != NULL)
    hf_csv_delimiter_parse (options->delimiter, &self->delimiter);
  self->rejects = g_array_new (FALSE, FALSE, sizeof (Reject));
  g_array_set_clear_func (self->rejects, clear_reject);
  self->cells = g_ptr_array_new ();
  return self;
}

/**
 * hf_rejects_free:
 * @self: (transfer full): the rows
 *
 * Lets them go.
 */
void
hf_rejects_free (HfRejects *self)
{
  g_object_unref (self->reader);
  g_array_unref (self->rejects);
  g_ptr_array_unref (self->cells);
  g_free (self->number);
  g_free (self);
}

/* The months of a wide row are mostly rejected for one reason, which is said once. */
static void
append (char **text, const char *separator, const char *more)
{
  g_auto (GStrv) parts = g_strsplit (*text, separator, -1);
  if (g_strv_contains ((const char *const *) parts, more))
    return;
  char *whole = g_strconcat (*text, separator, more, NULL);
  g_free (*text);
  *text = whole;
}

/**
 * hf_rejects_add:
 * @self: the rows, of which none was given out yet
 * @row: a row's number in the file; not before that of the last one
 * @field: what the field at fault is called
 * @why: the reason
 *
 * Adds a row; one that was added already has a further reason.
 */
void
hf_rejects_add (HfRejects *self, guint row, const char *field, const char *why)
{
  Reject *last = self->rejects->len > 0
                     ? &g_array_index (self->rejects, Reject, self->rejects->len - 1)
                     : NULL;
  if (last != NULL && last->row == row)
    {
      append (&last->fields, ", ", field);
      append (&last->reasons, "; ", why);
      return;
    }
  Reject reject = { row, g_strdup (field), g_strdup (why) };
  g_array_append_val (self->rejects, reject);
}

static gboolean
is_blank_row (const HfRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!hf_text_is_blank (row->cells[i]))
      return FALSE;
  return TRUE;
}

static void
take_cells (HfRejects *self, const HfRow *row)
{
  for (guint i = self->n_passed; i < row->n_cells; i++)
    g_ptr_array_add (self->cells, (gpointer) row->cells[i]);
}

static const char *const *
give (HfRejects *self, guint *n_cells)
{
  *n_cells = self->cells->len;
  return (const char *const *) self->cells->pdata;
}

static const char *const *
give_headings (HfRejects *self, const HfRow *row, guint *n_cells)
{
  static const char *const headings[HF_REJECTS_N_ADDED] = {
    /* Translators: “Huifang:” at the beginning stays as it is. */
    N_ ("Huifang: row"),
    /* Translators: “Huifang:” at the beginning stays as it is. */
    N_ ("Huifang: field"),
    /* Translators: “Huifang:” at the beginning stays as it is. */
    N_ ("Huifang: why rejected"),
  };
  self->has_headings = TRUE;
  while (self->n_passed < row->n_cells
         && g_str_has_prefix (row->cells[self->n_passed], HF_REJECTS_MARK))
    self->n_passed++;
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_ptr_array_add (self->cells, (gpointer) _ (headings[i]));
  take_cells (self, row);
  return give (self, n_cells);
}

static const char *const *
give_row (HfRejects *self, const HfRow *row, guint *n_cells)
{
  const Reject *reject = &g_array_index (self->rejects, Reject, self->next++);
  g_free (self->number);
  self->number = g_strdup_printf ("%u", reject->row);
  g_ptr_array_add (self->cells, self->number);
  g_ptr_array_add (self->cells, reject->fields);
  g_ptr_array_add (self->cells, reject->reasons);
  take_cells (self, row);
  return give (self, n_cells);
}

/**
 * hf_rejects_next:
 * @self: the rows
 * @n_cells: (out): how many cells
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Gives the next row: the headings, then those that were added.
 *
 * Returns: (array length=n_cells) (nullable): the cells, good until the next call; %NULL with
 *   @error set where the file cannot be read, without at the end
 */
const char *const *
hf_rejects_next (HfRejects *self, guint *n_cells, GError **error)
{
  HfRow row;
  g_ptr_array_set_size (self->cells, 0);
  while ((!self->has_headings || self->next < self->rejects->len)
         && hf_row_reader_next (self->reader, &row, error))
    {
      if (is_blank_row (&row))
        continue;
      if (!self->has_headings)
        return give_headings (self, &row, n_cells);
      if (row.number == g_array_index (self->rejects, Reject, self->next).row)
        return give_row (self, &row, n_cells);
    }
  return NULL;
}

/* A cell comes back exactly as it was: a reader takes nothing off it. */
static void
write_cell (GString *line, const char *cell, char delimiter)
{
  if (strpbrk (cell, "\"\r\n") == NULL && strchr (cell, delimiter) == NULL)
    {
      g_string_append (line, cell);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}

static gboolean
write_rows (HfRejects *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) line = g_string_new (BOM);
  GError *failure = NULL;
  const char *const *cells;
  guint n_cells;
  while ((cells = hf_rejects_next (self, &n_cells, &failure)) != NULL)
    {
      for (guint i = 0; i < n_cells; i++)
        {
          if (i > 0)
            g_string_append_c (line, self->delimiter);
          write_cell (line, cells[i], self->delimiter);
        }
      g_string_append (line, LINE_END);
      if (!g_output_stream_write_all (stream, line->str, line->len, NULL, cancellable, error))
        return FALSE;
      g_string_truncate (line, 0);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
write_whole (HfRejects *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE,
                                                         cancellable, error);
  if (stream == NULL)
    return FALSE;
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new (G_OUTPUT_STREAM (stream));
  if (write_rows (self, buffered, cancellable, error)
      && g_output_stream_close (buffered, cancellable, error))
    return TRUE;
  /* Closed so, what was there before stays. */
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return FALSE;
}

/**
 * hf_rejects_write_csv:
 * @self: the rows
 * @output: where to, whole or not at all
 * @cancellable: (nullable): to stop it
 * @error: (nullable): %HF_READ_ERROR, #GIOErrorEnum
 *
 * Writes the rows as a text file in UTF-8 with a byte order mark, which spreadsheet programs
 * and an import know by it. The cells are what they were, also those that begin with "=": the
 * file is for correcting and importing again.
 *
 * Returns: whether it was written
 */
gboolean
hf_rejects_write_csv (HfRejects *self, const char *output, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (output);
  g_autoptr (GError) failure = NULL;
  if (write_whole (self, file, cancellable, &failure))
    return TRUE;
  g_autofree char *name = g_filename_display_name (output);
  if (failure->domain == G_IO_ERROR
      && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* Translators: the name of a file, the system's own words. */
    g_prefix_error (&failure, _ ("“%s” was not written: "), name);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
