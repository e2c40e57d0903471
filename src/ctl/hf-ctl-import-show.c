#include "config.h"

#include "hf-ctl-import-show.h"

#include <glib/gi18n.h>

#include "hf-ctl-say.h"
#include "hf-import-words.h"
#include "hf-repair-preview.h"

/* A line of a terminal holds no more. */
#define CELL_LENGTH 24
#define INDENT "  "

static void print (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
print (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *line = g_strdup_vprintf (format, args);
  va_end (args);
  hf_ctl_print (line);
}

static void
show_encodings (const HfImportPreview *preview)
{
  print ("%s", _ ("What the file says in each encoding:"));
  for (int i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    {
      const char *name = hf_import_encodings[i];
      const char *sample = preview->samples[i];
      const char *mark = g_strcmp0 (name, preview->encoding) == 0 ? "* " : INDENT;
      print ("%s%s: %s", mark, name,
             sample != NULL ? sample : _ ("The file cannot be read so"));
    }
}

static void
show_sheets (const HfImportPreview *preview)
{
  print ("%s", _ ("The sheets of the workbook:"));
  for (guint i = 0; preview->sheets[i] != NULL; i++)
    print ("%s%s", g_strcmp0 (preview->sheets[i], preview->sheet) == 0 ? "* " : INDENT,
           preview->sheets[i]);
}

static void
show_line (const HfImportLine *line, guint header_row)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  for (guint i = 0; line->cells[i] != NULL; i++)
    {
      g_autofree char *visible = hf_import_words_visible (line->cells[i]);
      gboolean is_long = g_utf8_strlen (visible, -1) > CELL_LENGTH;
      g_autofree char *start = is_long ? g_utf8_substring (visible, 0, CELL_LENGTH) : NULL;
      g_string_append_printf (cells, "%s%s%s", i > 0 ? " | " : "", is_long ? start : visible,
                              is_long ? "…" : "");
    }
  print ("%s%u: %s", line->number == header_row ? "* " : INDENT, line->number, cells->str);
}

static void
show_lines (const HfImportPreview *preview)
{
  print ("%s", _ ("The first rows, the headings marked:"));
  for (guint i = 0; i < preview->top->len; i++)
    show_line (preview->top->pdata[i], MAX (preview->header_row, 1));
}

static void
show_column (const HfImportPreview *preview, const HfField *field, const char *heading)
{
  const char *example = hf_import_preview_get_example (preview, heading);
  g_autofree char *visible = hf_import_words_visible (example != NULL ? example : "");
  /* Translators: a field's name in scripts, what it is called, the heading of its column, and
   * what stands there. */
  print (_ ("  %s (%s): “%s”, for example: %s"), field->name, hf_field_label (field), heading,
         visible);
}

static void
show_columns (const HfImportPreview *preview, HfImportProfile *profile)
{
  g_autoptr (GString) absent = g_string_new (NULL);
  print ("%s", _ ("What the columns mean:"));
  for (gsize i = 0; i < preview->fields->n_fields; i++)
    {
      const HfField *field = &preview->fields->list[i];
      const char *heading = hf_import_profile_get_heading (profile, field->name);
      if (heading != NULL)
        show_column (preview, field, heading);
      else
        g_string_append_printf (absent, "%s%s", absent->len > 0 ? ", " : "", field->name);
    }
  if (preview->n_months > 0)
    print (ngettext ("  %u column names its month", "  %u columns, one for each month",
                     preview->n_months),
           preview->n_months);
  if (absent->len > 0)
    /* Translators: names of fields. */
    print (_ ("  Not in the file: %s"), absent->str);
}

/* Columns that nothing is made of. */
static void
show_unused (const HfImportPreview *preview, HfImportProfile *profile)
{
  g_autoptr (GString) unused = g_string_new (NULL);
  for (guint i = 0; preview->n_months == 0 && preview->headings[i] != NULL; i++)
    {
      gboolean is_used = *preview->headings[i] == '\0';
      for (gsize k = 0; !is_used && k < preview->fields->n_fields; k++)
        is_used = g_strcmp0 (
                      hf_import_profile_get_heading (profile, preview->fields->list[k].name),
                      preview->headings[i])
                  == 0;
      if (!is_used)
        g_string_append_printf (unused, "%s“%s”", unused->len > 0 ? ", " : "",
                                preview->headings[i]);
    }
  if (unused->len > 0)
    /* Translators: headings of columns. */
    print (_ ("  Not taken: %s"), unused->str);
}

static void
show_finding (const HfRepairFinding *finding, gboolean is_on)
{
  const char *label = hf_repair_label (finding->repair);
  /* Translators: a repair's name in scripts, what it mends, and a number of cells. */
  print (is_on ? _ ("  %s (%s), on: %u") : _ ("  %s (%s), off: %u"), finding->repair->name,
         label, finding->count);
  for (guint i = 0; i < finding->examples->len; i++)
    {
      g_autofree char *place = hf_import_words_place (finding->examples->pdata[i]);
      g_autofree char *change = hf_import_words_change (finding->examples->pdata[i]);
      print ("    %s: %s", place, change);
    }
}

static void
show_repairs (HfImportProfile *profile, const GPtrArray *findings)
{
  gboolean is_first = TRUE;
  for (guint i = 0; i < findings->len; i++)
    {
      const HfRepairFinding *finding = findings->pdata[i];
      if (finding->count == 0)
        continue;
      if (is_first)
        print ("%s", _ ("What is repaired, in how many cells, before and after:"));
      is_first = FALSE;
      show_finding (finding, hf_import_profile_get_repair (profile, finding->repair->name));
    }
}

/**
 * hf_ctl_import_show:
 * @preview: what a spreadsheet looks like
 * @profile: how it would be read
 * @findings: (element-type HfRepairFinding): what the repairs would do, all of them on
 *
 * Prints how a file is read, as the window shows it step by step.
 */
void
hf_ctl_import_show (const HfImportPreview *preview, HfImportProfile *profile,
                    const GPtrArray *findings)
{
  g_autofree char *reading = hf_import_words_reading (preview->encoding, preview->sheet,
                                                      MAX (preview->header_row, 1));
  hf_ctl_print (reading);
  if (preview->encoding != NULL)
    show_encodings (preview);
  else
    show_sheets (preview);
  show_lines (preview);
  show_columns (preview, profile);
  show_unused (preview, profile);
  show_repairs (profile, findings);
}
