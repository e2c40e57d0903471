#include "config.h"

#include "hf-ctl-import-options.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * hf_ctl_import_options_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
hf_ctl_import_options_clear (HfCtlImportOptions *self)
{
  g_free (self->profile);
  g_free (self->save_profile);
  g_free (self->encoding);
  g_free (self->sheet);
  g_strfreev (self->columns);
  g_strfreev (self->values);
  g_strfreev (self->no_repairs);
  g_free (self->date_order);
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    g_free (self->same[i]);
  g_strfreev (self->rows);
  g_free (self->rejects);
}

/**
 * hf_ctl_import_options_parse:
 * @self: (out caller-allocates): options, all zero
 * @command: the command
 * @call: what was typed
 * @status: (out): set where something is wrong
 *
 * Reads the options.
 *
 * Returns: whether they were good
 */
gboolean
hf_ctl_import_options_parse (HfCtlImportOptions *self, const HfCtlCommand *command,
                             HfCtlCall *call, HfCtlStatus *status)
{
  const GOptionEntry entries[] = {
    { "show", 0, 0, G_OPTION_ARG_NONE, &self->show,
      N_ ("Show how the file is read, cells before and after their repair, and what would "
          "happen; store nothing"),
      NULL },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self->profile,
      N_ ("Which column is which field"), N_ ("FILE.ini") },
    { "save-profile", 0, 0, G_OPTION_ARG_FILENAME, &self->save_profile,
      N_ ("Where to write how the file is read, for --profile"), N_ ("FILE.ini") },
    { "forget", 0, 0, G_OPTION_ARG_NONE, &self->forget,
      N_ ("Forget which column was which field the last time"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding,
      N_ ("How a text file is written, where that is found out wrongly: UTF-8, GB18030, Big5, "
          "UTF-16LE, UTF-16BE or Windows-1252"),
      N_ ("ENCODING") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet,
      N_ ("Which sheet of a workbook, by its name or number"), N_ ("SHEET") },
    { "heading-row", 0, 0, G_OPTION_ARG_INT, &self->heading_row,
      N_ ("In which row the headings stand, where that is found out wrongly"), N_ ("ROW") },
    { "year", 0, 0, G_OPTION_ARG_INT, &self->year,
      N_ ("Of which year headings are that name a month alone"), N_ ("YEAR") },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->columns,
      N_ ("Which column is a field; without a heading the field is left out. Can be repeated"),
      N_ ("FIELD=HEADING") },
    { "value", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values,
      N_ ("What a text of the file stands for; can be repeated"), N_ ("FIELD:TEXT=VALUE") },
    { "no-repair", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->no_repairs,
      N_ ("Switch a repair off; can be repeated"), N_ ("REPAIR") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &self->date_order,
      N_ ("In which order day, month and year stand in dates such as 5/3/2024"),
      "ymd|dmy|mdy" },
    { "same-code", 0, 0, G_OPTION_ARG_STRING, &self->same[HF_IMPORT_SAME_CODE],
      N_ ("Rows with the code of a customer: overwrite (as usual), fill, skip or add"),
      N_ ("POLICY") },
    { "same-phone", 0, 0, G_OPTION_ARG_STRING, &self->same[HF_IMPORT_SAME_PHONE],
      N_ ("Rows with a customer's phone and another code: add (as usual) or another policy"),
      N_ ("POLICY") },
    { "same-name", 0, 0, G_OPTION_ARG_STRING, &self->same[HF_IMPORT_SAME_NAME],
      N_ ("Rows with a customer's name, another code and no other phone: the same"),
      N_ ("POLICY") },
    { "same-complaint", 0, 0, G_OPTION_ARG_STRING, &self->same[HF_IMPORT_SAME_COMPLAINT],
      N_ ("Rows with the number of a complaint: fill (as usual), overwrite, skip or add"),
      N_ ("POLICY") },
    { "row", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->rows,
      N_ ("What becomes of a single row that is like one that is known; can be repeated"),
      N_ ("NUMBER=POLICY") },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &self->rejects,
      N_ ("Where to write the rows that are left out, to correct them"), N_ ("FILE.xlsx") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run,
      N_ ("Read and check all, store nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print the result as JSON"), NULL },
    { NULL },
  };
  if (!hf_ctl_command_parse (command, call, entries, status))
    return FALSE;
  self->dry_run |= self->show;
  if (self->heading_row >= 0 && self->year >= 0)
    return TRUE;
  *status = hf_ctl_say_wrong_use (_ ("a row and a year are numbers from 1"));
  return FALSE;
}

/**
 * hf_ctl_import_options_to_preview:
 * @self: options
 * @file: a spreadsheet
 * @entity: what its rows are
 *
 * Asks how a file is to be looked at.
 *
 * Returns: (transfer full): the request
 */
HfImportPreviewRequest *
hf_ctl_import_options_to_preview (const HfCtlImportOptions *self, const char *file,
                                  const HfImportEntity *entity)
{
  HfImportPreviewRequest *request = g_new0 (HfImportPreviewRequest, 1);
  request->path = g_strdup (file);
  request->entity = entity;
  request->encoding = g_strdup (self->encoding);
  request->sheet = g_strdup (self->sheet);
  request->header_row = self->heading_row;
  request->anew = self->forget;
  return request;
}

static gboolean refuse (HfCtlStatus *status, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (HfCtlStatus *status, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *words = g_strdup_vprintf (format, args);
  va_end (args);
  *status = hf_ctl_say_wrong_use (words);
  return FALSE;
}

/* By its name, or as the window calls it. */
static const HfField *
find_field (const HfImportFields *fields, const char *name)
{
  const HfField *field = hf_field_find (fields->list, fields->n_fields, name);
  for (gsize i = 0; field == NULL && i < fields->n_fields; i++)
    if (g_strcmp0 (hf_field_label (&fields->list[i]), name) == 0)
      field = &fields->list[i];
  return field;
}

/* A column is one field: the one that it was guessed to be no longer has it. */
static void
set_column (const HfImportFields *fields, HfImportProfile *profile, const HfField *field,
            const char *heading)
{
  for (gsize i = 0; *heading != '\0' && i < fields->n_fields; i++)
    if (g_strcmp0 (hf_import_profile_get_heading (profile, fields->list[i].name), heading) == 0)
      hf_import_profile_set_heading (profile, fields->list[i].name, NULL);
  hf_import_profile_set_heading (profile, field->name, *heading != '\0' ? heading : NULL);
}

static gboolean
apply_column (const HfImportFields *fields, HfImportProfile *profile, const char *asked,
              HfCtlStatus *status)
{
  g_auto (GStrv) parts = g_strsplit (asked, "=", 2);
  const HfField *field = g_strv_length (parts) == 2 ? find_field (fields, parts[0]) : NULL;
  if (field == NULL)
    return refuse (
        status, _ ("“%s” is not FIELD=HEADING with a field of these rows; --show lists them"),
        asked);
  set_column (fields, profile, field, parts[1]);
  return TRUE;
}

static gboolean
apply_value (const HfImportFields *fields, HfImportProfile *profile, const char *asked,
             HfCtlStatus *status)
{
  g_auto (GStrv) parts = g_strsplit (asked, ":", 2);
  const HfField *field = parts[0] != NULL ? find_field (fields, parts[0]) : NULL;
  const char *equals = field != NULL && parts[1] != NULL ? strrchr (parts[1], '=') : NULL;
  g_autofree char *theirs = equals != NULL ? g_strndup (parts[1], equals - parts[1]) : NULL;
  if (theirs == NULL || *theirs == '\0' || field->kind != HF_FIELD_CHOICE)
    return refuse (
        status, _ ("“%s” is not FIELD:TEXT=VALUE with a field that is a closed list"), asked);
  int value = hf_field_find_choice (field, equals + 1);
  if (value < 0 && equals[1] != '\0')
    return refuse (status, _ ("“%s” is not one of the values of this field"), equals + 1);
  hf_import_profile_set_value (profile, field->name, theirs,
                               value < 0 ? "" : field->choices[value].name);
  return TRUE;
}

static gboolean
apply_repairs (const HfCtlImportOptions *self, HfImportProfile *profile, HfCtlStatus *status)
{
  HfDateOrder order = hf_date_order_parse (self->date_order);
  for (char **name = self->no_repairs; name != NULL && *name != NULL; name++)
    {
      if (hf_repair_find (*name) == NULL)
        return refuse (status, _ ("there is no repair “%s”; --show lists them"), *name);
      hf_import_profile_set_repair (profile, *name, FALSE);
    }
  if (self->date_order != NULL && order == HF_DATE_ORDER_UNKNOWN)
    return refuse (status, _ ("“%s” is no order of day, month and year: take ymd, dmy or mdy"),
                   self->date_order);
  if (self->date_order != NULL)
    hf_import_profile_set_date_order (profile, order);
  return TRUE;
}

/**
 * hf_ctl_import_options_apply:
 * @self: options
 * @fields: what columns may become
 * @profile: how the file is read so far
 * @status: (out): set where something is wrong
 *
 * Puts what is asked for into a profile.
 *
 * Returns: whether all of it made sense
 */
gboolean
hf_ctl_import_options_apply (const HfCtlImportOptions *self, const HfImportFields *fields,
                             HfImportProfile *profile, HfCtlStatus *status)
{
  for (char **column = self->columns; column != NULL && *column != NULL; column++)
    if (!apply_column (fields, profile, *column, status))
      return FALSE;
  for (char **value = self->values; value != NULL && *value != NULL; value++)
    if (!apply_value (fields, profile, *value, status))
      return FALSE;
  if (self->year > 0)
    hf_import_profile_set_year (profile, self->year);
  return apply_repairs (self, profile, status);
}

static gboolean
decide_row (HfImportRequest *request, const char *asked, HfCtlStatus *status)
{
  guint64 row = 0;
  g_auto (GStrv) parts = g_strsplit (asked, "=", 2);
  int policy = parts[0] != NULL && parts[1] != NULL
                   ? hf_choice_find_name (hf_import_policies, parts[1])
                   : -1;
  if (policy < 0 || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT, &row, NULL))
    return refuse (
        status, _ ("“%s” is not a row's number, “=”, and overwrite, fill, skip or add"), asked);
  hf_import_request_decide (request, row, policy);
  return TRUE;
}

/**
 * hf_ctl_import_options_decide:
 * @self: options
 * @request: an import
 * @status: (out): set where something is wrong
 *
 * Says what becomes of rows that are like known ones, of all and of single ones.
 *
 * Returns: whether it made sense
 */
gboolean
hf_ctl_import_options_decide (const HfCtlImportOptions *self, HfImportRequest *request,
                              HfCtlStatus *status)
{
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    {
      int policy = self->same[i] != NULL
                       ? hf_choice_find_name (hf_import_policies, self->same[i])
                       : (int) request->policies[i];
      if (policy < 0)
        return refuse (status, "%s", _ ("what is known: overwrite, fill, skip or add"));
      request->policies[i] = policy;
    }
  for (char **row = self->rows; row != NULL && *row != NULL; row++)
    if (!decide_row (request, *row, status))
      return FALSE;
  return TRUE;
}

/**
 * hf_ctl_import_options_tell_columns:
 * @self: options
 *
 * Tells whether they say how the file is to be read, which is then worth remembering.
 *
 * Returns: whether they do
 */
gboolean
hf_ctl_import_options_tell_columns (const HfCtlImportOptions *self)
{
  return self->profile != NULL || self->columns != NULL || self->values != NULL
         || self->no_repairs != NULL || self->date_order != NULL || self->year > 0;
}
