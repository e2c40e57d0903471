#include "config.h"

#include "hf-import-profile-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-csv-delimiter.h"
#include "hf-custom-field.h"
#include "hf-repair.h"
#include "hf-text.h"

/* A profile is read by people and written by hand; more than this is another kind of file. */
#define SIZE_LIMIT (1024 * 1024)

typedef struct
{
  GKeyFile *file;
  GHashTable *lines; /* "group" and "group\nkey" -> line number */
  const HfField *fields;
  gsize n_fields;
} Loading;

static guint
line_of (const Loading *loading, const char *group, const char *key)
{
  g_autofree char *entry = key != NULL ? g_strdup_printf ("%s\n%s", group, key)
                                       : g_strdup (group);
  return GPOINTER_TO_UINT (g_hash_table_lookup (loading->lines, entry));
}

static gboolean refuse (GError **error, HfImportProfileError code, guint line,
                        const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (GError **error, HfImportProfileError code, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, HF_IMPORT_PROFILE_ERROR, code,
               /* Translators: a line number, and what is wrong with that line. */
               _ ("Line %u of the profile: %s"), line, message);
  return FALSE;
}

static gboolean
note_line (Loading *loading, const char *entry, const char *shown, guint line, GError **error)
{
  if (g_hash_table_contains (loading->lines, entry))
    return refuse (error, HF_IMPORT_PROFILE_ERROR_SYNTAX, line,
                   /* Translators: what stands before an "=". */
                   _ ("“%s” is here a second time"), shown);
  g_hash_table_insert (loading->lines, g_strdup (entry), GUINT_TO_POINTER (line));
  return TRUE;
}

static gboolean
scan_group (Loading *loading, const char *line, guint number, char **group, GError **error)
{
  const char *end = strchr (line, ']');
  if (end == NULL || end[1] != '\0' || end == line + 1 || strchr (line + 1, '[') != NULL)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_SYNTAX, number,
                   _ ("a group is one name between [ and ]"));
  g_free (*group);
  *group = g_strndup (line + 1, end - line - 1);
  return note_line (loading, *group, *group, number, error);
}

/* The escapes of a GKeyFile's values, which warns about others instead of refusing them. */
static gboolean
has_good_escapes (const char *value)
{
  for (const char *at = strchr (value, '\\'); at != NULL; at = strchr (at + 2, '\\'))
    if (at[1] == '\0' || strchr ("sntr\\", at[1]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
scan_entry (Loading *loading, const char *line, guint number, const char *group, GError **error)
{
  const char *equals = strchr (line, '=');
  if (equals == NULL || equals == line)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_SYNTAX, number,
                   _ ("there must be a text, then “=”, then another"));
  if (group == NULL)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_SYNTAX, number,
                   _ ("a group such as [columns] must come before it"));
  g_autofree char *key = g_strchomp (g_strndup (line, equals - line));
  if (strpbrk (key, "[]") != NULL)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_SYNTAX, number,
                   /* Translators: two ways of writing a sign. */
                   _ ("before the “=”, write [ as %s and ] as %s"), "%5B", "%5D");
  if (!has_good_escapes (equals + 1))
    return refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, number,
                   _ ("what follows “%s” has a \\ with an unknown letter behind it"), key);
  g_autofree char *entry = g_strdup_printf ("%s\n%s", group, key);
  return note_line (loading, entry, key, number, error);
}

/* GKeyFile does not say in which line it found what; this does, and is as strict. */
static gboolean
scan_lines (Loading *loading, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[' ? !scan_group (loading, line, i + 1, &group, error)
                       : !scan_entry (loading, line, i + 1, group, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_header_row (const char *value)
{
  guint64 row = 0;
  return g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT, &row, NULL);
}

static gboolean
check_year (const char *value)
{
  guint64 year = 0;
  return g_ascii_string_to_unsigned (value, 10, 1900, 2199, &year, NULL);
}

static gboolean
check_option (const Loading *loading, const char *key, const char *value, guint line,
              GError **error)
{
  char delimiter;
  if (strcmp (key, "encoding") == 0 || strcmp (key, "sheet") == 0)
    return TRUE;
  if (strcmp (key, "delimiter") == 0)
    return hf_csv_delimiter_parse (value, &delimiter)
           || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                      _ ("“%s” cannot stand between cells: take , ; | or tab"), value);
  if (strcmp (key, "header-row") == 0)
    return check_header_row (value)
           || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                      _ ("“%s” is not a row number"), value);
  if (strcmp (key, HF_IMPORT_PROFILE_YEAR) == 0)
    return check_year (value)
           || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line, _ ("“%s” is not a year"),
                      value);
  return refuse (error, HF_IMPORT_PROFILE_ERROR_UNKNOWN_KEY, line,
                 _ ("“%s” is not one of encoding, delimiter, sheet, header-row, year"), key);
}

static gboolean
check_repair (const char *key, const char *value, guint line, GError **error)
{
  if (strcmp (key, HF_IMPORT_PROFILE_DATE_ORDER) == 0)
    return hf_date_order_parse (value) != HF_DATE_ORDER_UNKNOWN
           || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                      _ ("“%s” is no order of day, month and year: take ymd, dmy or mdy"),
                      value);
  if (hf_repair_find (key) == NULL)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_UNKNOWN_KEY, line,
                   _ ("there is no repair “%s”"), key);
  return strcmp (value, "on") == 0 || strcmp (value, "off") == 0
         || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                    _ ("“%s” is neither on nor off"), value);
}

/* Which custom fields there are only a database knows. */
static gboolean
check_field (const Loading *loading, const char *name, guint line, GError **error)
{
  return hf_custom_field_parse_key (name, NULL)
         || hf_field_find (loading->fields, loading->n_fields, name) != NULL
         || refuse (error, HF_IMPORT_PROFILE_ERROR_UNKNOWN_FIELD, line,
                    _ ("there is no field “%s”"), name);
}

static gboolean
check_entry (const Loading *loading, const char *group, const char *key, GError **error)
{
  guint line = line_of (loading, group, key);
  g_autofree char *value = g_key_file_get_string (loading->file, group, key, NULL);
  if (strcmp (group, HF_IMPORT_PROFILE_FILE) == 0)
    return check_option (loading, key, value, line, error);
  if (strcmp (group, HF_IMPORT_PROFILE_REPAIRS) == 0)
    return check_repair (key, value, line, error);
  if (strcmp (group, HF_IMPORT_PROFILE_REASONS) == 0)
    return !hf_text_is_blank (value)
           || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                      _ ("a code must follow “%s”"), key);
  if (strcmp (group, HF_IMPORT_PROFILE_COLUMNS) == 0)
    {
      if (!check_field (loading, key, line, error))
        return FALSE;
      return !hf_text_is_blank (value)
             || refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                        _ ("a heading must follow “%s”"), key);
    }
  const HfField *field = hf_field_find (loading->fields, loading->n_fields,
                                        group + strlen (HF_IMPORT_PROFILE_VALUES));
  if (field != NULL && field->kind == HF_FIELD_CHOICE && *value != '\0'
      && hf_field_find_choice (field, value) < 0)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_BAD_VALUE, line,
                   _ ("“%s” is not one of the values of this field"), value);
  return TRUE;
}

static gboolean
check_group (const Loading *loading, const char *group, GError **error)
{
  guint line = line_of (loading, group, NULL);
  if (g_str_has_prefix (group, HF_IMPORT_PROFILE_VALUES))
    {
      if (!check_field (loading, group + strlen (HF_IMPORT_PROFILE_VALUES), line, error))
        return FALSE;
    }
  else if (strcmp (group, HF_IMPORT_PROFILE_FILE) != 0
           && strcmp (group, HF_IMPORT_PROFILE_COLUMNS) != 0
           && strcmp (group, HF_IMPORT_PROFILE_REASONS) != 0
           && strcmp (group, HF_IMPORT_PROFILE_REPAIRS) != 0)
    return refuse (error, HF_IMPORT_PROFILE_ERROR_UNKNOWN_GROUP, line,
                   _ ("[%s] is not one of [file], [columns], [values:…], [reasons], [repairs]"),
                   group);

  g_auto (GStrv) keys = g_key_file_get_keys (loading->file, group, NULL, NULL);
  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!check_entry (loading, group, keys[i], error))
      return FALSE;
  return TRUE;
}

static HfImportProfile *
load_text (Loading *loading, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  if (!scan_lines (loading, text, error))
    return NULL;
  if (!g_key_file_load_from_data (loading->file, text, -1, G_KEY_FILE_KEEP_COMMENTS, &failure))
    {
      g_set_error (error, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_SYNTAX,
                   _ ("The import profile could not be read: %s"), failure->message);
      return NULL;
    }
  g_auto (GStrv) groups = g_key_file_get_groups (loading->file, NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    if (!check_group (loading, groups[i], error))
      return NULL;
  return hf_import_profile_new_from_key_file (loading->file);
}

static gboolean
check_contents (const char *path, const char *contents, gsize length, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  if (length <= SIZE_LIMIT && g_utf8_validate_len (contents, length, NULL))
    return TRUE;
  g_set_error (error, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_UNREADABLE,
               _ ("“%s” is not an import profile: it is no text in UTF-8."), name);
  return FALSE;
}

/**
 * hf_import_profile_load:
 * @path: an .ini file
 * @fields: (array length=n_fields): the fields of the record that it is for
 * @n_fields: how many
 * @error: (nullable): %HF_IMPORT_PROFILE_ERROR, with a message for the user that names the line
 *
 * Reads a profile and checks every line of it.
 *
 * Returns: (transfer full) (nullable): a profile
 */
HfImportProfile *
hf_import_profile_load (const char *path, const HfField *fields, gsize n_fields, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) failure = NULL;
  if (!g_file_get_contents (path, &contents, &length, &failure))
    {
      g_set_error (error, HF_IMPORT_PROFILE_ERROR, HF_IMPORT_PROFILE_ERROR_UNREADABLE,
                   _ ("The import profile could not be read: %s"), failure->message);
      return NULL;
    }
  if (!check_contents (path, contents, length, error))
    return NULL;

  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Loading loading = { file, lines, fields, n_fields };
  gboolean has_bom = g_str_has_prefix (contents, "\xEF\xBB\xBF");
  return load_text (&loading, contents + (has_bom ? 3 : 0), error);
}
