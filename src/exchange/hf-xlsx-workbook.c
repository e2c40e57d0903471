#include "config.h"

#include "hf-xlsx-workbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-row-reader.h"
#include "hf-text.h"
#include "hf-xlsx-xml.h"

#define ROOT_RELATIONS "_rels/.rels"
#define USUAL_WORKBOOK "xl/workbook.xml"

/* How one part points to another. */
typedef struct
{
  char *target;
  char *type; /* the last word of the type, which is the same in both dialects of the format */
} Relation;

typedef struct
{
  GHashTable *relations; /* identifier -> Relation */
  char *folder;          /* of the part that points, with a / at its end or empty */
} Relations;

/* A worksheet as the workbook lists it, before its part is known. */
typedef struct
{
  char *name;
  char *relation;
  gboolean is_hidden;
} Listed;

typedef struct
{
  GArray *listed; /* (element-type Listed) */
  gboolean is_1904;
} Listing;

static void
relation_free (gpointer data)
{
  Relation *relation = data;
  g_free (relation->target);
  g_free (relation->type);
  g_free (relation);
}

static void
relations_clear (Relations *self)
{
  g_hash_table_unref (self->relations);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

static void
clear_listed (gpointer data)
{
  Listed *listed = data;
  g_free (listed->name);
  g_free (listed->relation);
}

/* A target counts from the folder of the part that points, unless it begins with a slash. NULL
 * where it leads out of the workbook. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target + 1)
                                         : g_strconcat (folder, target, NULL);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();
  for (gsize i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0 && plain->len == 0)
        return NULL;
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (plain, plain->len - 1);
      else if (strcmp (steps[i], ".") != 0)
        g_ptr_array_add (plain, steps[i]);
    }
  g_ptr_array_add (plain, NULL);
  return g_strjoinv ("/", (GStrv) plain->pdata);
}

static gboolean
refuse_path (const char *target, GError **error)
{
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_REFUSED,
               /* Translators: a path. */
               _ ("The workbook is refused, since it may do harm: the name “%s” in it points "
                  "elsewhere."),
               target);
  return FALSE;
}

static gboolean
on_relation (gpointer data, const char *name, const char **attributes, const char **values,
             GError **error)
{
  Relations *self = data;
  const char *id = hf_xlsx_xml_attribute (attributes, values, "Id");
  const char *target = hf_xlsx_xml_attribute (attributes, values, "Target");
  const char *type = hf_xlsx_xml_attribute (attributes, values, "Type");
  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL || type == NULL)
    return TRUE;
  const char *mode = hf_xlsx_xml_attribute (attributes, values, "TargetMode");
  if (g_strcmp0 (mode, "External") == 0)
    return TRUE;
  g_autofree char *path = resolve (self->folder, target);
  if (path == NULL)
    return refuse_path (target, error);
  const char *slash = strrchr (type, '/');
  Relation *relation = g_new0 (Relation, 1);
  relation->target = g_steal_pointer (&path);
  relation->type = g_strdup (slash != NULL ? slash + 1 : type);
  g_hash_table_replace (self->relations, g_strdup (id), relation);
  return TRUE;
}

static gboolean
read_relations (HfXlsxPackage *package, const char *part, const char *folder, Relations *self,
                GError **error)
{
  static const HfXlsxListener listener = { on_relation, NULL, NULL };
  self->folder = g_strdup (folder);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  return !hf_xlsx_package_has_part (package, part)
         || hf_xlsx_xml_read_part (package, part, &listener, self, error);
}

static const char *
find_by_type (const Relations *self, const char *type)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (((Relation *) value)->type, type) == 0)
      return ((Relation *) value)->target;
  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static gboolean
on_workbook (gpointer data, const char *name, const char **attributes, const char **values,
             GError **error)
{
  Listing *listing = data;
  if (strcmp (name, "workbookPr") == 0)
    listing->is_1904 = is_true (hf_xlsx_xml_attribute (attributes, values, "date1904"));
  const char *title = hf_xlsx_xml_attribute (attributes, values, "name");
  const char *relation = hf_xlsx_xml_attribute (attributes, values, "*:id");
  const char *state = hf_xlsx_xml_attribute (attributes, values, "state");
  if (strcmp (name, "sheet") != 0 || title == NULL || relation == NULL)
    return TRUE;
  if (listing->listed->len >= HF_XLSX_SHEETS_LIMIT)
    {
      g_set_error (
          error, HF_READ_ERROR, HF_READ_ERROR_TOO_BIG,
          _ ("The workbook has more than %d sheets. Save the one that is to be read as "
             "a workbook of its own."),
          HF_XLSX_SHEETS_LIMIT);
      return FALSE;
    }
  Listed listed = { g_strdup (title), g_strdup (relation),
                    state != NULL && strcmp (state, "visible") != 0 };
  g_array_append_val (listing->listed, listed);
  return TRUE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, HF_READ_ERROR, HF_READ_ERROR_NOT_SPREADSHEET, message);
  return FALSE;
}

/* Which part is the workbook; other programs' files are zip archives as well. */
static char *
find_workbook (HfXlsxPackage *package, GError **error)
{
  g_auto (Relations) root = { 0 };
  if (!read_relations (package, ROOT_RELATIONS, "", &root, error))
    return NULL;
  const char *found = find_by_type (&root, "officeDocument");
  if (found == NULL && hf_xlsx_package_has_part (package, USUAL_WORKBOOK))
    found = USUAL_WORKBOOK;
  if (found != NULL && g_str_has_suffix (found, ".bin"))
    refuse (error, _ ("This is a binary workbook (.xlsb). Open it in a spreadsheet program and "
                      "save it as .xlsx."));
  else if (found == NULL || !g_str_has_prefix (found, "xl/"))
    refuse (error, _ ("This is a zip archive, but not an .xlsx workbook. Save the table as "
                      ".xlsx or .csv."));
  else
    return g_strdup (found);
  return NULL;
}

static HfXlsxWorkbook *
assemble (const Listing *listing, const Relations *relations)
{
  HfXlsxWorkbook *self = g_new0 (HfXlsxWorkbook, 1);
  const char *strings = find_by_type (relations, "sharedStrings");
  const char *styles = find_by_type (relations, "styles");
  gboolean any_shown = FALSE;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_strdup (strings != NULL ? strings : "xl/sharedStrings.xml");
  self->styles = g_strdup (styles != NULL ? styles : "xl/styles.xml");
  self->is_1904 = listing->is_1904;
  for (guint i = 0; i < listing->listed->len; i++)
    {
      const Listed *listed = &g_array_index (listing->listed, Listed, i);
      const Relation *relation = g_hash_table_lookup (relations->relations, listed->relation);
      if (relation == NULL || strcmp (relation->type, "worksheet") != 0)
        continue; /* a sheet that is a chart has no rows */
      if (!any_shown && !listed->is_hidden)
        {
          any_shown = TRUE;
          self->first_shown = self->parts->len;
        }
      g_ptr_array_add (self->names, g_strdup (listed->name));
      g_ptr_array_add (self->parts, g_strdup (relation->target));
    }
  g_ptr_array_add (self->names, NULL);
  return self;
}

/**
 * hf_xlsx_workbook_read:
 * @package: a package
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads what a workbook says about itself.
 *
 * Returns: (transfer full) (nullable): the workbook, with one worksheet at least
 */
HfXlsxWorkbook *
hf_xlsx_workbook_read (HfXlsxPackage *package, GError **error)
{
  static const HfXlsxListener listener = { on_workbook, NULL, NULL };
  g_autofree char *part = find_workbook (package, error);
  if (part == NULL)
    return NULL;
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *folder = g_strndup (part, strlen (part) - strlen (base));
  g_autofree char *relations_part = g_strconcat (folder, "_rels/", base, ".rels", NULL);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_array_set_clear_func (listed, clear_listed);
  Listing listing = { listed, FALSE };
  g_auto (Relations) relations = { 0 };
  if (!read_relations (package, relations_part, folder, &relations, error)
      || !hf_xlsx_xml_read_part (package, part, &listener, &listing, error))
    return NULL;

  g_autoptr (HfXlsxWorkbook) self = assemble (&listing, &relations);
  if (self->parts->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, HF_READ_ERROR, HF_READ_ERROR_NO_SHEET,
                       _ ("The workbook has no worksheet."));
  return NULL;
}

/**
 * hf_xlsx_workbook_find_sheet:
 * @self: a workbook
 * @wanted: (nullable): a worksheet's name, or its number from 1; %NULL for the first that shows
 * @index: (out): its place, from 0
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the sheets there
 * are
 *
 * Finds a worksheet.
 *
 * Returns: whether there is such a one
 */
gboolean
hf_xlsx_workbook_find_sheet (const HfXlsxWorkbook *self, const char *wanted, guint *index,
                             GError **error)
{
  guint64 number = 0;
  *index = self->first_shown;
  if (hf_text_is_blank (wanted))
    return TRUE;
  g_autofree char *folded = hf_text_fold (wanted);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *name = hf_text_fold (self->names->pdata[i]);
      *index = i;
      if (strcmp (name, folded) == 0)
        return TRUE;
    }
  if (g_ascii_string_to_unsigned (wanted, 10, 1, self->parts->len, &number, NULL))
    {
      *index = number - 1;
      return TRUE;
    }
  g_autofree char *names = g_strjoinv (", ", (GStrv) self->names->pdata);
  g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_NO_SHEET,
               /* Translators: a worksheet's name or number, the names that there are. */
               _ ("The workbook has no worksheet “%s”. It has: %s"), wanted, names);
  return FALSE;
}

/**
 * hf_xlsx_workbook_free:
 * @self: (transfer full): a workbook
 *
 * Lets it go.
 */
void
hf_xlsx_workbook_free (HfXlsxWorkbook *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->parts);
  g_free (self->strings);
  g_free (self->styles);
  g_free (self);
}
