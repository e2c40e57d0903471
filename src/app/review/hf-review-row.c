#include "config.h"

#include "hf-review-row.h"

#include "hf-review-closures.h"

static GtkWidget *
add_label (GtkWidget *row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_object_set (label, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (row), label);
  return label;
}

/**
 * hf_review_row_new:
 *
 * Makes an empty row of the list of interviews.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_review_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (row, "words");
  add_label (row, "heading");
  add_label (row, "caption");
  return row;
}

/**
 * hf_review_row_show:
 * @row: a row
 * @review: (nullable) (type HfReview): what it shows, %NULL while it is being read
 *
 * Shows an interview in the row.
 */
void
hf_review_row_show (GtkWidget *row, gpointer review)
{
  GtkWidget *who = gtk_widget_get_first_child (row);
  g_autofree char *line = review != NULL ? hf_review_words_line (review) : g_strdup (" ");
  gtk_label_set_text (GTK_LABEL (who), review != NULL ? HF_REVIEW (review)->customer : " ");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), line);
  gtk_widget_set_tooltip_text (row, review != NULL ? line : NULL);
}
