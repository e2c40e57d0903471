#include "config.h"

#include "hf-number-grid.h"

#include <glib/gi18n.h>

#include "hf-text.h"

/* A few numbers in rows and columns, each with a small line below that says what it is of. */
struct _HfNumberGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;

  GStrv headings;
  char *row_name;
  int n_rows;
  int n_columns; /* filled in the last row */

  GtkWidget
      *last; /* the number that was added last, or the line below a row's name; borrowed */
};

G_DEFINE_FINAL_TYPE (HfNumberGrid, hf_number_grid, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

/* A line in full weight, and a small one below it where there is something to say. */
static GtkWidget *
attach (HfNumberGrid *self, int column, int row, const char *text, const char *style,
        const char *detail)
{
  float xalign = column > 0 ? 1 : 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = add_label (GTK_BOX (box), text, style, xalign);
  if (!hf_text_is_blank (detail))
    {
      GtkWidget *small = add_label (GTK_BOX (box), detail, "caption", xalign);
      gtk_widget_add_css_class (small, "dim-label");
    }
  gtk_widget_set_hexpand (box, column == 0);
  gtk_grid_attach (self->grid, box, column, row, 1, 1);
  return label;
}

static char *
dup_spoken (HfNumberGrid *self, const char *number)
{
  if (self->n_columns == 0)
    return g_strdup_printf (_ ("%s: %s"), self->row_name, number);
  /* Translators: what is counted, for whom, and the number: “Silent, minor problems: 960”. */
  return g_strdup_printf (_ ("%s, %s: %s"), self->row_name, self->headings[self->n_columns - 1],
                          number);
}

static void
speak (HfNumberGrid *self, GtkWidget *widget, const char *number)
{
  g_autofree char *spoken = dup_spoken (self, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
hf_number_grid_dispose (GObject *object)
{
  HfNumberGrid *self = HF_NUMBER_GRID (object);
  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  G_OBJECT_CLASS (hf_number_grid_parent_class)->dispose (object);
}

static void
hf_number_grid_finalize (GObject *object)
{
  HfNumberGrid *self = HF_NUMBER_GRID (object);
  g_strfreev (self->headings);
  g_free (self->row_name);
  G_OBJECT_CLASS (hf_number_grid_parent_class)->finalize (object);
}

static void
hf_number_grid_class_init (HfNumberGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_number_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_number_grid_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_number_grid_init (HfNumberGrid *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

/**
 * hf_number_grid_begin:
 * @self: a grid
 * @headings: what the columns of numbers hold, up to a %NULL
 *
 * Empties the grid and gives it other headings.
 */
void
hf_number_grid_begin (HfNumberGrid *self, const char *const *headings)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_strfreev (self->headings);
  self->headings = g_strdupv ((GStrv) headings);
  self->n_rows = 0;
  for (int i = 0; headings[i] != NULL; i++)
    attach (self, i + 1, 0, headings[i], "caption-heading", NULL);
}

/**
 * hf_number_grid_add_row:
 * @self: a grid
 * @name: what its numbers count
 * @detail: (nullable): how they are worked out
 *
 * Begins a row.
 */
void
hf_number_grid_add_row (HfNumberGrid *self, const char *name, const char *detail)
{
  hf_text_set (&self->row_name, name);
  self->n_columns = 0;
  GtkWidget *label = attach (self, 0, ++self->n_rows, name, "body", detail);
  self->last = gtk_widget_get_next_sibling (label);
}

/**
 * hf_number_grid_add_number:
 * @self: a grid with a row
 * @number: a number as it is shown
 * @detail: (nullable): what it is of
 * @muted: whether it rests on too little
 *
 * Adds a number to the last row.
 */
void
hf_number_grid_add_number (HfNumberGrid *self, const char *number, const char *detail,
                           gboolean muted)
{
  GtkWidget *label = attach (self, ++self->n_columns, self->n_rows, number,
                             muted ? "dim-label" : "heading", detail);
  self->last = label;
  gtk_widget_add_css_class (label, "numeric");
  speak (self, label, number);
}

/**
 * hf_number_grid_link:
 * @self: a grid with a number, or with a row that has a line below its name
 * @action: the name of an action
 * @target: what it is to open
 *
 * Lets what was added last open what it counts.
 */
void
hf_number_grid_link (HfNumberGrid *self, const char *action, const char *target)
{
  g_autoptr (GtkWidget) label = g_object_ref (self->last);
  const char *number = gtk_label_get_label (GTK_LABEL (label));
  GtkWidget *box = gtk_widget_get_parent (label);
  GtkWidget *before = gtk_widget_get_prev_sibling (label);
  GtkWidget *button = gtk_button_new ();
  gtk_box_remove (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "number-link");
  gtk_widget_set_halign (button, self->n_columns > 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Show what is counted"));
  /* The target before the name: an action that finds itself without one warns. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_insert_child_after (GTK_BOX (box), button, before);
  speak (self, button, number);
}

/**
 * hf_number_grid_get_number:
 * @self: a grid
 * @row: a row, from 0
 * @column: a column of numbers, from 0
 *
 * Tells what a place shows.
 *
 * Returns: (nullable): the number as it is shown; %NULL where there is none
 */
const char *
hf_number_grid_get_number (HfNumberGrid *self, guint row, guint column)
{
  GtkWidget *box = gtk_grid_get_child_at (self->grid, (int) column + 1, (int) row + 1);
  if (box == NULL)
    return NULL;
  GtkWidget *number = gtk_widget_get_first_child (box);
  if (GTK_IS_BUTTON (number))
    number = gtk_button_get_child (GTK_BUTTON (number));
  return gtk_label_get_label (GTK_LABEL (number));
}
