#include "config.h"

#include "hf-import-lines.h"

#include <glib/gi18n.h>

#include "hf-widget.h"

/* Columns further right are not shown: the mapping names them all. */
#define MAX_COLUMNS 40
#define CELL_CHARS 18

/* The heading and the first lines of a spreadsheet, by which one sees whether it was read
 * rightly. */
struct _HfImportLines
{
  AdwPreferencesGroup parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (HfImportLines, hf_import_lines, ADW_TYPE_PREFERENCES_GROUP)

/* A Han character is twice as wide as a letter. */
static int
count_letters (const char *text)
{
  int count = 0;
  for (; *text != '\0' && count < CELL_CHARS; text = g_utf8_next_char (text))
    count += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return MIN (count, CELL_CHARS);
}

static GtkWidget *
make_cell (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), count_letters (text));
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_line (HfImportLines *self, const HfImportLine *line, int place, guint header_row)
{
  g_autofree char *number = g_strdup_printf ("%u", line->number);
  const char *css_class = line->number < header_row    ? "dim-label"
                          : line->number == header_row ? "heading"
                                                       : "numeric";
  GtkWidget *label = make_cell (number, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_grid_attach (self->grid, label, 0, place, 1, 1);
  for (int column = 0; line->cells[column] != NULL && column < MAX_COLUMNS; column++)
    gtk_grid_attach (self->grid, make_cell (line->cells[column], css_class), column + 1, place,
                     1, 1);
}

static void
hf_import_lines_class_init (HfImportLinesClass *klass)
{
}

static void
hf_import_lines_init (HfImportLines *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  g_object_set (self->grid, "column-spacing", 18, "row-spacing", 3, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "words");
  gtk_widget_add_css_class (scrolled, "card");
  g_object_set (scrolled, "vscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                TRUE, "child", self->grid, NULL);
  hf_widget_scroll_sideways (GTK_SCROLLED_WINDOW (scrolled));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Its first lines"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), scrolled);
}

/**
 * hf_import_lines_set_preview:
 * @self: the lines
 * @preview: what the file looks like
 *
 * Shows the first lines, with their numbers; the headings stand out.
 */
void
hf_import_lines_set_preview (HfImportLines *self, const HfImportPreview *preview)
{
  clear_grid (self->grid);
  for (guint i = 0; i < preview->top->len; i++)
    add_line (self, preview->top->pdata[i], (int) i, preview->header_row);
}
