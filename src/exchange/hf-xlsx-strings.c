#include "config.h"

#include "hf-xlsx-strings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-row-reader.h"
#include "hf-xlsx-value.h"
#include "hf-xlsx-xml.h"

struct _HfXlsxStrings
{
  GString *texts; /* a NUL after each */
  GArray *starts; /* (element-type guint32) into texts */
  gboolean in_text;
  guint phonetic; /* how deep in rPh, the reading beside a text, which is no part of it */
};

static gboolean
check_limits (const HfXlsxStrings *self, GError **error)
{
  if (self->texts->len <= HF_XLSX_STRINGS_LIMIT
      && self->starts->len <= HF_XLSX_STRINGS_COUNT_LIMIT)
    return TRUE;
  g_set_error_literal (
      error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
      _ ("The workbook has more than 256 MiB or 16 million pieces of text. Split it, "
         "or save the sheet as .csv."));
  return FALSE;
}

static gboolean
on_start (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
  HfXlsxStrings *self = data;
  if (strcmp (name, "si") == 0)
    {
      guint32 start = self->texts->len;
      g_array_append_val (self->starts, start);
      return check_limits (self, error);
    }
  if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  self->in_text = strcmp (name, "t") == 0 && self->phonetic == 0 && self->starts->len > 0;
  return TRUE;
}

static gboolean
on_end (gpointer data, const char *name, GError **error)
{
  HfXlsxStrings *self = data;
  self->in_text = FALSE;
  if (strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  if (strcmp (name, "si") != 0)
    return TRUE;
  hf_xlsx_value_unescape (self->texts,
                          g_array_index (self->starts, guint32, self->starts->len - 1));
  g_string_append_c (self->texts, '\0');
  return TRUE;
}

static gboolean
on_text (gpointer data, const char *text, gsize length, GError **error)
{
  HfXlsxStrings *self = data;
  if (!self->in_text)
    return TRUE;
  g_string_append_len (self->texts, text, length);
  return check_limits (self, error);
}

/**
 * hf_xlsx_strings_read:
 * @package: a package
 * @part: the name of the part that holds the texts; where there is none, there are no texts
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads the shared texts: the runs of a rich text become one.
 *
 * Returns: (transfer full) (nullable): the texts
 */
HfXlsxStrings *
hf_xlsx_strings_read (HfXlsxPackage *package, const char *part, GError **error)
{
  static const HfXlsxListener listener = { on_start, on_end, on_text };
  g_autoptr (HfXlsxStrings) self = g_new0 (HfXlsxStrings, 1);
  self->texts = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (hf_xlsx_package_has_part (package, part)
      && !hf_xlsx_xml_read_part (package, part, &listener, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_xlsx_strings_get:
 * @self: the texts
 * @index: a text's place, from 0
 *
 * Gives a text, which lives as long as @self.
 *
 * Returns: (nullable): the text
 */
const char *
hf_xlsx_strings_get (const HfXlsxStrings *self, guint64 index)
{
  if (index >= self->starts->len)
    return NULL;
  return self->texts->str + g_array_index (self->starts, guint32, index);
}

/**
 * hf_xlsx_strings_free:
 * @self: (transfer full): the texts
 *
 * Lets them go.
 */
void
hf_xlsx_strings_free (HfXlsxStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}
