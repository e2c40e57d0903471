#include "config.h"

#include "hf-merge-fields.h"

#include <glib/gi18n.h>

#include "hf-customer-closures.h"
#include "hf-text.h"
#include "hf-widget.h"

#define VALUE_CHARS 28

/* Two customers side by side: for each field in which they differ, whose value is kept. */
struct _HfMergeFields
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *same;

  HfCustomer *kept;
  HfCustomer *gone;
  GtkCheckButton *buttons[HF_MERGE_MAX_FIELDS][HF_MERGE_BOTH + 1];
  int n_rows;
};

G_DEFINE_FINAL_TYPE (HfMergeFields, hf_merge_fields, GTK_TYPE_WIDGET)

static gboolean
differ (HfMergeFields *self, const HfField *field)
{
  g_autofree char *of_kept = hf_field_dup_text (field, self->kept);
  g_autofree char *of_gone = hf_field_dup_text (field, self->gone);
  return g_strcmp0 (of_kept, of_gone) != 0;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARS);
  return label;
}

static void
add_button (HfMergeFields *self, guint place, HfMergeSide side, const char *words,
            const char *field)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  /* Translators: a field such as "Phone", and one of its values. */
  g_autofree char *described = g_strdup_printf (C_ ("merge", "%s: %s"), field, words);
  gtk_check_button_set_group (button, self->buttons[place][HF_MERGE_KEPT]);
  GtkWidget *label = new_label (words);
  gtk_check_button_set_child (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  described, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (button), side != HF_MERGE_BOTH);
  gtk_grid_attach (self->grid, GTK_WIDGET (button), 1 + side, self->n_rows, 1, 1);
  self->buttons[place][side] = button;
}

static char *
value_words (const HfField *field, const HfCustomer *customer)
{
  g_autofree char *words = hf_customer_words_cell (field, customer);
  return hf_text_is_blank (words) ? g_strdup (C_ ("merge", "nothing"))
                                  : g_steal_pointer (&words);
}

static void
add_field (HfMergeFields *self, const HfField *field, guint place, HfMergeSide side)
{
  const char *label = hf_field_label (field);
  g_autofree char *of_kept = value_words (field, self->kept);
  g_autofree char *of_gone = value_words (field, self->gone);
  GtkWidget *title = new_label (label);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_grid_attach (self->grid, title, 0, self->n_rows, 1, 1);
  add_button (self, place, HF_MERGE_KEPT, of_kept, label);
  add_button (self, place, HF_MERGE_GONE, of_gone, label);
  if (hf_merge_choices_allow_both (field))
    add_button (self, place, HF_MERGE_BOTH, C_ ("merge", "Both"), label);
  gtk_check_button_set_active (self->buttons[place][side], TRUE);
  self->n_rows++;
}

static void
hf_merge_fields_dispose (GObject *object)
{
  HfMergeFields *self = HF_MERGE_FIELDS (object);
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_MERGE_FIELDS);
  G_OBJECT_CLASS (hf_merge_fields_parent_class)->dispose (object);
}

static void
hf_merge_fields_class_init (HfMergeFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_merge_fields_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-merge-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, HfMergeFields, grid);
  gtk_widget_class_bind_template_child (widget_class, HfMergeFields, same);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_merge_fields_init (HfMergeFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
empty (HfMergeFields *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < HF_MERGE_MAX_FIELDS; i++)
    for (guint side = 0; side <= HF_MERGE_BOTH; side++)
      self->buttons[i][side] = NULL;
  self->n_rows = 0;
}

static void
add_heading (HfMergeFields *self, const HfCustomer *customer, HfMergeSide side)
{
  g_autofree char *words = g_strdup_printf (C_ ("merge", "%s (%s)"),
                                            hf_customer_title (customer), customer->code);
  GtkWidget *heading = new_label (words);
  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_attach (self->grid, heading, 1 + side, 0, 1, 1);
}

/**
 * hf_merge_fields_set_customers:
 * @self: the fields
 * @kept: who stays
 * @gone: who becomes a part of it
 *
 * Shows two customers, with the choices that most people would make.
 */
void
hf_merge_fields_set_customers (HfMergeFields *self, HfCustomer *kept, HfCustomer *gone)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  HfMergeChoices choices;
  g_set_object (&self->kept, kept);
  g_set_object (&self->gone, gone);
  hf_merge_choices_guess (&choices, kept, gone);
  empty (self);
  add_heading (self, kept, HF_MERGE_KEPT);
  add_heading (self, gone, HF_MERGE_GONE);
  self->n_rows = 1;
  for (gsize i = 0; i < n_fields; i++)
    if (hf_merge_choices_concern (&fields[i]) && differ (self, &fields[i]))
      add_field (self, &fields[i], i, choices.sides[i]);
  gtk_widget_set_visible (self->same, self->n_rows == 1);
}

/**
 * hf_merge_fields_get_choices:
 * @self: the fields
 * @choices: (out caller-allocates): whose values are kept
 *
 * Tells what was chosen.
 */
void
hf_merge_fields_get_choices (HfMergeFields *self, HfMergeChoices *choices)
{
  *choices = (HfMergeChoices){ 0 };
  for (guint i = 0; i < HF_MERGE_MAX_FIELDS; i++)
    for (guint side = 0; side <= HF_MERGE_BOTH; side++)
      if (self->buttons[i][side] != NULL
          && gtk_check_button_get_active (self->buttons[i][side]))
        choices->sides[i] = side;
}

/**
 * hf_merge_fields_focus:
 * @self: the fields
 *
 * Puts the keyboard on the first choice.
 */
void
hf_merge_fields_focus (HfMergeFields *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}
