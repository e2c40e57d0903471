#include "config.h"

#include "hf-xlsx-styles.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-row-reader.h"
#include "hf-xlsx-value.h"
#include "hf-xlsx-xml.h"

struct _HfXlsxStyles
{
  GHashTable
      *formats;  /* number of a format -> whether it is a date's, beside the built-in ones */
  GArray *dates; /* (element-type gboolean) for each style */
  gboolean in_styles;
};

/* The formats that need no code in the file: ECMA-376 part 1, 18.8.30, with those that the
 * Chinese and other East Asian versions add. */
static gboolean
is_built_in_date (guint64 id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47
         || (id >= 50 && id <= 58);
}

static gboolean
is_date_id (const HfXlsxStyles *self, guint64 id)
{
  gpointer known;
  if (g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (id), NULL, &known))
    return GPOINTER_TO_INT (known);
  return is_built_in_date (id);
}

static guint64
read_id (const char **attributes, const char **values)
{
  const char *id = hf_xlsx_xml_attribute (attributes, values, "numFmtId");
  return id != NULL ? g_ascii_strtoull (id, NULL, 10) & G_MAXUINT : 0;
}

static gboolean
check_count (guint count, GError **error)
{
  if (count <= HF_XLSX_STYLES_LIMIT)
    return TRUE;
  g_set_error_literal (error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
                       _ ("The workbook has more styles than any program writes."));
  return FALSE;
}

static gboolean
on_start (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
  HfXlsxStyles *self = data;
  if (strcmp (name, "cellXfs") == 0)
    self->in_styles = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    {
      const char *code = hf_xlsx_xml_attribute (attributes, values, "formatCode");
      gboolean is_date = code != NULL && hf_xlsx_value_is_date_format (code);
      g_hash_table_insert (self->formats, GUINT_TO_POINTER (read_id (attributes, values)),
                           GINT_TO_POINTER (is_date));
      return check_count (g_hash_table_size (self->formats), error);
    }
  else if (self->in_styles && strcmp (name, "xf") == 0)
    {
      gboolean is_date = is_date_id (self, read_id (attributes, values));
      g_array_append_val (self->dates, is_date);
      return check_count (self->dates->len, error);
    }
  return TRUE;
}

static gboolean
on_end (gpointer data, const char *name, GError **error)
{
  HfXlsxStyles *self = data;
  if (strcmp (name, "cellXfs") == 0)
    self->in_styles = FALSE;
  return TRUE;
}

/**
 * hf_xlsx_styles_read:
 * @package: a package
 * @part: the name of the part that holds the styles; where there is none, nothing is a date
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads the styles.
 *
 * Returns: (transfer full) (nullable): the styles
 */
HfXlsxStyles *
hf_xlsx_styles_read (HfXlsxPackage *package, const char *part, GError **error)
{
  static const HfXlsxListener listener = { on_start, on_end, NULL };
  g_autoptr (HfXlsxStyles) self = g_new0 (HfXlsxStyles, 1);
  self->formats = g_hash_table_new (NULL, NULL);
  self->dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  if (hf_xlsx_package_has_part (package, part)
      && !hf_xlsx_xml_read_part (package, part, &listener, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_xlsx_styles_is_date:
 * @self: the styles
 * @style: a cell's style
 *
 * Tells whether a style shows a number as a day or a time of day.
 *
 * Returns: whether it does
 */
gboolean
hf_xlsx_styles_is_date (const HfXlsxStyles *self, guint64 style)
{
  return style < self->dates->len && g_array_index (self->dates, gboolean, style);
}

/**
 * hf_xlsx_styles_free:
 * @self: (transfer full): the styles
 *
 * Lets them go.
 */
void
hf_xlsx_styles_free (HfXlsxStyles *self)
{
  g_hash_table_unref (self->formats);
  g_array_unref (self->dates);
  g_free (self);
}
