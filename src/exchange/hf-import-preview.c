#include "config.h"

#include "hf-import-preview.h"

#include <string.h>

#include "hf-csv-reader.h"
#include "hf-import-value-guess.h"
#include "hf-profile-memory.h"
#include "hf-text.h"
#include "hf-xlsx-reader.h"

/* A heading further down than this is not looked for. */
#define MAX_HEADER_ROW 1000
/* To find headings that name a month without its year. */
#define ANY_YEAR 2000

/**
 * hf_import_preview_free:
 * @self: (transfer full): a preview
 *
 * Frees it.
 */
void
hf_import_preview_free (HfImportPreview *self)
{
  g_clear_object (&self->profile);
  g_clear_pointer (&self->fields, hf_import_fields_free);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  for (guint i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    g_free (self->samples[i]);
  g_clear_pointer (&self->top, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->values, hf_column_values_free);
  g_strfreev (self->headings);
  g_strfreev (self->sheets);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->found_encoding);
  g_free (self->path);
  g_free (self);
}

/**
 * hf_import_preview_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
hf_import_preview_request_free (HfImportPreviewRequest *self)
{
  g_clear_object (&self->profile);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->profile_path);
  g_free (self->encoding);
  g_free (self->found_encoding);
  g_free (self->sheet);
  g_free (self);
}

static GStrv
copy_row (const HfRow *row)
{
  GStrv cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = g_strdup (row->cells[i]);
  return cells;
}

static GStrv
trim_headings (const GStrv cells)
{
  guint length = g_strv_length (cells);
  GStrv headings = g_new0 (char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      char *heading = hf_text_trim (cells[i]);
      headings[i] = heading != NULL ? heading : g_strdup ("");
    }
  return headings;
}

static void
note_row (HfImportPreview *self, const HfRow *row)
{
  if (self->lines->len < HF_IMPORT_PREVIEW_LINES)
    g_ptr_array_add (self->lines, copy_row (row));
  if (self->header_row != 0)
    {
      hf_column_values_note (self->values, row);
      return;
    }
  self->header_row = row->number;
  self->headings = trim_headings (g_ptr_array_index (self->lines, 0));
  self->values = hf_column_values_new ((const char *const *) self->headings);
}

/* Reads the heading and what stands under it. As hf_import_new(), it takes the first row that
 * is not blank. What cannot be read further down is told when the file is checked. */
static gboolean
read_lines (HfImportPreview *self, HfRowReader *reader, GError **error)
{
  HfRow row;
  GError *failure = NULL;
  for (guint i = 0; i < HF_COLUMN_VALUES_ROWS && hf_row_reader_next (reader, &row, &failure);
       i++)
    if (!hf_row_is_blank (&row))
      note_row (self, &row);
    else if (self->header_row == 0 && row.number > MAX_HEADER_ROW)
      break;
  if (failure != NULL && self->lines->len < 2)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_clear_error (&failure);
  if (self->headings == NULL)
    self->headings = g_new0 (char *, 1);
  return TRUE;
}

static void
note_format (HfImportPreview *self, const HfImportPreviewRequest *request,
             const HfReadOptions *options, HfRowReader *reader)
{
  if (HF_IS_CSV_READER (reader))
    {
      self->encoding = g_strdup (hf_csv_reader_get_encoding (HF_CSV_READER (reader)));
      self->found_encoding = g_strdup (options->encoding == NULL ? self->encoding
                                                                 : request->found_encoding);
      hf_import_samples_read (self->path, self->samples);
      return;
    }
  self->sheets = g_strdupv ((GStrv) hf_xlsx_reader_get_sheets (HF_XLSX_READER (reader)));
  if (self->sheet == NULL)
    self->sheet = g_strdup (hf_xlsx_reader_get_sheet (HF_XLSX_READER (reader)));
}

static HfImportProfile *
guess (const HfImportPreview *self, const HfImportFields *fields)
{
  return hf_import_profile_new_guessed (fields->list, fields->n_fields,
                                        (const char *const *) self->headings);
}

static guint
count_months (const HfImportPreview *self, const HfImportEntity *entity, guint year)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  if (entity->month == NULL)
    return 0;
  g_autoptr (HfHeadings) headings = hf_headings_new ((const char *const *) self->headings,
                                                     self->header_row);
  g_autoptr (GArray) found = hf_headings_find_months (headings, fields, n_fields, entity->value,
                                                      year, NULL);
  return found != NULL ? found->len : 0;
}

static gboolean
is_in_headings (const HfImportEntity *entity, const HfField *field)
{
  return strcmp (field->name, entity->month) == 0 || strcmp (field->name, entity->value) == 0;
}

/* How well the headings fit a kind of record; one without its key fits least. */
static int
rate (const HfImportPreview *self, const HfImportEntity *entity)
{
  g_autoptr (HfImportFields) fields = hf_import_fields_new (entity, self->custom);
  g_autoptr (HfImportProfile) profile = guess (self, fields);
  gboolean is_wide = count_months (self, entity, ANY_YEAR) > 1;
  int found = 0;
  for (gsize i = 0; i < fields->n_fields; i++)
    {
      const HfField *field = &fields->list[i];
      gboolean there = hf_import_profile_get_heading (profile, field->name) != NULL
                       || (is_wide && is_in_headings (entity, field));
      found += there;
      if (field->required && !there)
        found -= (int) fields->n_fields;
    }
  return found;
}

/* Customers, where the headings tell nothing. */
static const HfImportEntity *
guess_entity (const HfImportPreview *self)
{
  guint n_entities;
  const HfImportEntity *const *entities = hf_import_entity_list (&n_entities);
  const HfImportEntity *best = entities[0];
  int best_rate = MAX (0, rate (self, best));
  for (guint i = 1; i < n_entities; i++)
    {
      int found = rate (self, entities[i]);
      if (found <= best_rate)
        continue;
      best = entities[i];
      best_rate = found;
    }
  return best;
}

static HfReadOptions
choose_options (const HfImportPreviewRequest *request, HfImportProfile *profile)
{
  HfReadOptions options = { 0 };
  if (profile != NULL)
    options = *hf_import_profile_get_options (profile);
  if (request->encoding != NULL)
    options.encoding = request->encoding;
  if (request->sheet != NULL)
    options.sheet = request->sheet;
  if (request->header_row > 0)
    options.header_row = request->header_row;
  return options;
}

static gboolean
load_profile (HfImportPreview *self, const HfImportPreviewRequest *request, GError **error)
{
  gsize n_fields;
  self->entity = request->entity;
  self->profile_is_loaded = request->profile != NULL || request->profile_path != NULL;
  if (request->profile_path != NULL)
    {
      const HfImportEntity *entity = request->entity != NULL ? request->entity
                                                             : &hf_import_customers;
      const HfField *fields = entity->list_fields (&n_fields);
      self->profile = hf_import_profile_load (request->profile_path, fields, n_fields, error);
      return self->profile != NULL;
    }
  if (request->profile != NULL)
    self->profile = g_object_ref (request->profile);
  return TRUE;
}

/* A custom field that is out of use, or another database's, is not in the file. */
static void
drop_strange (HfImportPreview *self)
{
  const char *name;
  while ((name = hf_import_profile_find_strange (self->profile, self->fields->list,
                                                 self->fields->n_fields))
         != NULL)
    {
      g_autofree char *strange = g_strdup (name);
      hf_import_profile_set_heading (self->profile, strange, NULL);
    }
}

/* Whether a file with such headings was imported before, whatever they say. */
static gboolean
is_remembered (const HfImportPreview *self)
{
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  gboolean found = FALSE;
  for (guint i = 0; !found && i < self->top->len; i++)
    {
      const HfImportEntity *entity;
      gint64 at;
      const HfImportLine *line = self->top->pdata[i];
      g_auto (GStrv) headings = trim_headings (line->cells);
      g_autoptr (HfImportProfile) profile = hf_profile_memory_recall_any (
          memory, &entity, (const char *const *) headings, &at);
      found = profile != NULL;
    }
  return found;
}

/* The headings may stand on another sheet, behind a cover; gives whether they do. */
static gboolean
take_other_sheet (HfImportPreview *self, HfReadOptions *options)
{
  guint row = 0;
  g_autofree char *sheet = hf_import_top_find_sheet (self->path, options, &row);
  GPtrArray *top = sheet != NULL ? hf_import_top_read (
                       self->path, &(HfReadOptions){ .sheet = sheet }, 0, NULL)
                                 : NULL;
  if (top == NULL)
    return FALSE;
  g_ptr_array_unref (self->top);
  self->top = top;
  g_free (self->sheet);
  self->sheet = g_steal_pointer (&sheet);
  options->sheet = self->sheet;
  options->header_row = row > 1 ? row : 0;
  return TRUE;
}

/* The first rows; one of them may have the headings though others stand before it. */
static gboolean
read_top (HfImportPreview *self, HfReadOptions *options, GError **error)
{
  self->top = hf_import_top_read (self->path, options, options->header_row, error);
  if (self->top == NULL)
    return FALSE;
  if (self->profile != NULL || options->header_row != 0)
    return TRUE;
  guint found = hf_import_top_find_headings (self->top);
  if (found == 0 && options->sheet == NULL && !is_remembered (self)
      && take_other_sheet (self, options))
    return TRUE;
  if (found > 1)
    options->header_row = found;
  return TRUE;
}

static void
count_found (HfImportPreview *self)
{
  self->n_found = self->n_months;
  for (gsize i = 0; i < self->fields->n_fields; i++)
    self->n_found += hf_import_profile_get_heading (self->profile, self->fields->list[i].name)
                     != NULL;
}

/* How the last file with these headings was read. */
static void
recall (HfImportPreview *self, const HfImportPreviewRequest *request)
{
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  const char *const *headings = (const char *const *) self->headings;
  if (request->anew || self->profile != NULL)
    return;
  self->profile = self->entity != NULL
                      ? hf_profile_memory_recall (memory, self->entity, headings,
                                                  &self->remembered_at)
                      : hf_profile_memory_recall_any (memory, &self->entity, headings,
                                                      &self->remembered_at);
}

/**
 * hf_import_preview_find_months:
 * @self: a preview
 *
 * Finds out anew whether the headings name months, as the profile says and of which year.
 */
void
hf_import_preview_find_months (HfImportPreview *self)
{
  guint year = hf_import_profile_get_year (self->profile);
  const char *month = self->entity->month;
  gboolean is_long = month == NULL
                     || hf_import_profile_get_heading (self->profile, month) != NULL;
  self->n_months = is_long ? 0 : count_months (self, self->entity, year);
  self->lacks_year = !is_long && self->n_months == 0
                     && count_months (self, self->entity, ANY_YEAR) > 0;
}

/**
 * hf_import_preview_read:
 * @request: what to look at
 * @error: (nullable): %HF_READ_ERROR or %HF_IMPORT_PROFILE_ERROR, with a message for the user
 *
 * Reads a spreadsheet's beginning, and guesses what its columns and their values mean.
 *
 * Returns: (transfer full) (nullable): what it looks like
 */
HfImportPreview *
hf_import_preview_read (const HfImportPreviewRequest *request, GError **error)
{
  g_autoptr (HfImportPreview) self = g_new0 (HfImportPreview, 1);
  self->path = g_strdup (request->path);
  self->custom = request->custom != NULL ? g_ptr_array_ref (request->custom) : NULL;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!load_profile (self, request, error))
    return NULL;
  HfReadOptions options = choose_options (request, self->profile);
  if (!read_top (self, &options, error))
    return NULL;
  g_autoptr (HfRowReader) reader = hf_row_reader_open (request->path, &options, error);
  if (reader == NULL || !read_lines (self, reader, error))
    return NULL;
  note_format (self, request, &options, reader);
  recall (self, request);
  if (self->entity == NULL)
    self->entity = guess_entity (self);
  self->fields = hf_import_fields_new (self->entity, self->custom);
  if (self->profile == NULL)
    {
      self->profile = guess (self, self->fields);
      if (self->values != NULL)
        hf_import_value_guess (self->profile, self->fields, self->values);
    }
  drop_strange (self);
  hf_import_profile_set_options (self->profile, &options);
  hf_import_preview_find_months (self);
  count_found (self);
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer request, GCancellable *cancellable)
{
  GError *error = NULL;
  HfImportPreview *preview = hf_import_preview_read (request, &error);
  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) hf_import_preview_free);
  else
    g_task_return_error (task, error);
}

/**
 * hf_import_preview_read_async:
 * @request: (transfer full): what to look at
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Reads a spreadsheet's beginning without waiting for the disk.
 */
void
hf_import_preview_read_async (HfImportPreviewRequest *request, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, request, (GDestroyNotify) hf_import_preview_request_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * hf_import_preview_read_finish:
 * @result: what the callback was given
 * @error: (nullable): as of hf_import_preview_read(), or cancelled
 *
 * Takes the result of hf_import_preview_read_async().
 *
 * Returns: (transfer full) (nullable): what the file looks like
 */
HfImportPreview *
hf_import_preview_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hf_import_preview_get_values:
 * @self: a preview
 * @heading: (nullable): one of its headings
 *
 * Lists the different values under a heading, as far as the file was looked at.
 *
 * Returns: (nullable) (element-type utf8): each once, in the order in which they come; where
 *   there are more than %HF_COLUMN_VALUES_MOST, one more than these
 */
const GPtrArray *
hf_import_preview_get_values (const HfImportPreview *self, const char *heading)
{
  return self->values != NULL ? hf_column_values_get (self->values, heading) : NULL;
}

/**
 * hf_import_preview_get_example:
 * @self: a preview
 * @heading: (nullable): one of its headings
 *
 * Finds the first value under a heading that is not blank.
 *
 * Returns: (nullable): the value
 */
const char *
hf_import_preview_get_example (const HfImportPreview *self, const char *heading)
{
  const GPtrArray *values = hf_import_preview_get_values (self, heading);
  return values != NULL && values->len > 0 ? g_ptr_array_index (values, 0) : NULL;
}
