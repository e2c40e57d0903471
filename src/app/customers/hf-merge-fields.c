#include "config.h"

#include "hf-merge-fields.h"

#include <glib/gi18n.h>

#include "hf-custom-closures.h"
#include "hf-custom-record.h"
#include "hf-customer-closures.h"
#include "hf-locale.h"
#include "hf-text.h"
#include "hf-widget.h"

#define VALUE_CHARS 28

/* A field in which the two differ. */
typedef struct
{
  guint place;     /* in hf_customer_fields() */
  gint64 field_id; /* of a custom field, else 0 */
  GtkCheckButton *buttons[HF_MERGE_BOTH + 1];
} Row;

/* Two customers side by side: for each field in which they differ, whose value is kept. */
struct _HfMergeFields
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *same;

  GArray *rows; /* (element-type Row), below the heading */
};

G_DEFINE_FINAL_TYPE (HfMergeFields, hf_merge_fields, GTK_TYPE_WIDGET)

/* What one of the two has; of a choice each record has its own values. */
typedef struct
{
  const HfField *field;
  gconstpointer record;
  char *(*words) (const HfField *field, gconstpointer record);
} Value;

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

/* Of the grid: two for each field, after the heading. */
static int
next_line (HfMergeFields *self)
{
  return 1 + 2 * (int) self->rows->len;
}

static void
add_button (HfMergeFields *self, Row *row, HfMergeSide side, const char *words,
            const char *field)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  /* Translators: a field such as "Phone", and one of its values. */
  g_autofree char *described = g_strdup_printf (C_ ("merge", "%s: %s"), field, words);
  gtk_check_button_set_group (button, row->buttons[HF_MERGE_KEPT]);
  GtkWidget *label = new_label (words);
  gtk_check_button_set_child (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  described, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (button), side != HF_MERGE_BOTH);
  /* Below the two, so that it all fits into a narrow window. */
  if (side == HF_MERGE_BOTH)
    gtk_grid_attach (self->grid, GTK_WIDGET (button), 1, 1 + next_line (self), 2, 1);
  else
    gtk_grid_attach (self->grid, GTK_WIDGET (button), 1 + side, next_line (self), 1, 1);
  row->buttons[side] = button;
}

static char *
value_words (const Value *value)
{
  g_autofree char *words = value->words (value->field, value->record);
  return hf_text_is_blank (words) ? g_strdup (C_ ("merge", "nothing"))
                                  : g_steal_pointer (&words);
}

static void
add_row (HfMergeFields *self, Row row, const Value *kept, const Value *gone, HfMergeSide side)
{
  const char *label = hf_field_label (kept->field);
  g_autofree char *of_kept = value_words (kept);
  g_autofree char *of_gone = value_words (gone);
  GtkWidget *title = new_label (label);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_grid_attach (self->grid, title, 0, next_line (self), 1, 1);
  add_button (self, &row, HF_MERGE_KEPT, of_kept, label);
  add_button (self, &row, HF_MERGE_GONE, of_gone, label);
  if (hf_merge_choices_allow_both (kept->field))
    add_button (self, &row, HF_MERGE_BOTH, C_ ("merge", "Both"), label);
  gtk_check_button_set_active (row.buttons[side], TRUE);
  g_array_append_val (self->rows, row);
}

/* Only where they differ is there something to choose. */
static void
add_field (HfMergeFields *self, Row row, Value kept, Value gone)
{
  g_autofree char *of_kept = hf_field_dup_text (kept.field, kept.record);
  g_autofree char *of_gone = hf_field_dup_text (gone.field, gone.record);
  if (g_strcmp0 (of_kept, of_gone) != 0)
    add_row (self, row, &kept, &gone,
             hf_merge_choices_guess_side (kept.field, of_kept, of_gone));
}

static void
hf_merge_fields_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_MERGE_FIELDS);
  G_OBJECT_CLASS (hf_merge_fields_parent_class)->dispose (object);
}

static void
hf_merge_fields_finalize (GObject *object)
{
  g_array_unref (HF_MERGE_FIELDS (object)->rows);
  G_OBJECT_CLASS (hf_merge_fields_parent_class)->finalize (object);
}

static void
hf_merge_fields_class_init (HfMergeFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_merge_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_merge_fields_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-merge-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, HfMergeFields, grid);
  gtk_widget_class_bind_template_child (widget_class, HfMergeFields, same);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_merge_fields_init (HfMergeFields *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
empty (HfMergeFields *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
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

static void
add_own (HfMergeFields *self, const HfCustomer *kept, const HfCustomer *gone)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (hf_merge_choices_concern (&fields[i]))
      add_field (self, (Row){ .place = i }, (Value){ &fields[i], kept, hf_customer_words_cell },
                 (Value){ &fields[i], gone, hf_customer_words_cell });
}

static char *
custom_words (const HfField *field, gconstpointer record)
{
  g_autofree char *text = hf_field_dup_text (field, record);
  return hf_custom_words_value (text);
}

static void
add_custom (HfMergeFields *self, GPtrArray *fields, GHashTable *of_kept, GHashTable *of_gone)
{
  const char *language = hf_locale_get_current ();
  g_autoptr (HfCustomRecord) kept = hf_custom_record_new (fields, of_kept, language);
  g_autoptr (HfCustomRecord) gone = hf_custom_record_new (fields, of_gone, language);
  for (guint i = 0; i < kept->n_fields; i++)
    add_field (self, (Row){ .field_id = kept->ids[i] },
               (Value){ &kept->fields[i], kept->values, custom_words },
               (Value){ &gone->fields[i], gone->values, custom_words });
}

/**
 * hf_merge_fields_set_customers:
 * @self: the fields
 * @kept: who stays
 * @gone: who becomes a part of it
 * @custom: (element-type HfCustomField): the firm's own fields
 * @of_kept: (nullable) (element-type gint64 utf8): what is entered in them for @kept
 * @of_gone: (nullable) (element-type gint64 utf8): the same for @gone
 *
 * Shows two customers, with the choices that most people would make.
 */
void
hf_merge_fields_set_customers (HfMergeFields *self, const HfCustomer *kept,
                               const HfCustomer *gone, GPtrArray *custom, GHashTable *of_kept,
                               GHashTable *of_gone)
{
  empty (self);
  add_heading (self, kept, HF_MERGE_KEPT);
  add_heading (self, gone, HF_MERGE_GONE);
  add_own (self, kept, gone);
  add_custom (self, custom, of_kept, of_gone);
  gtk_widget_set_visible (self->same, self->rows->len == 0);
}

static HfMergeSide
chosen_side (const Row *row)
{
  HfMergeSide side = HF_MERGE_KEPT;
  while (side < HF_MERGE_BOTH && !gtk_check_button_get_active (row->buttons[side]))
    side++;
  return side;
}

/**
 * hf_merge_fields_get_choices:
 * @self: the fields
 * @choices: (out caller-allocates): whose values are kept; clear it with
 *   hf_merge_choices_clear()
 *
 * Tells what was chosen.
 */
void
hf_merge_fields_get_choices (HfMergeFields *self, HfMergeChoices *choices)
{
  *choices = (HfMergeChoices){ 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      if (row->field_id != 0)
        hf_merge_choices_set_custom (choices, row->field_id, chosen_side (row));
      else
        choices->sides[row->place] = chosen_side (row);
    }
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
