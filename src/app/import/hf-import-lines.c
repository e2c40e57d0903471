#include "config.h"

#include "hf-import-lines.h"

/* Columns further right are not shown: the mapping names them all. */
#define MAX_COLUMNS 40
#define CELL_CHARS 18

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
make_cell (const char *text, gboolean is_heading)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), count_letters (text));
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, is_heading ? "heading" : "numeric");
  return label;
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/**
 * hf_import_lines_show:
 * @grid: where to
 * @preview: what the file looks like
 *
 * Shows the heading and the first lines of a spreadsheet, so that one sees whether it was read
 * rightly.
 */
void
hf_import_lines_show (GtkGrid *grid, const HfImportPreview *preview)
{
  clear_grid (grid);
  for (guint row = 0; row < MIN (preview->lines->len, HF_IMPORT_PREVIEW_LINES); row++)
    {
      GStrv line = g_ptr_array_index (preview->lines, row);
      for (guint column = 0; line[column] != NULL && column < MAX_COLUMNS; column++)
        gtk_grid_attach (grid, make_cell (line[column], row == 0), (int) column, (int) row, 1,
                         1);
    }
}
