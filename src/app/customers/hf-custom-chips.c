#include "config.h"

#include "hf-custom-chips.h"

#include "hf-custom-chip.h"

#define SPACING 6

/* A chip for each custom field. */
struct _HfCustomChips
{
  GtkWidget parent_instance;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomChips, hf_custom_chips, GTK_TYPE_WIDGET)

static void
empty (HfCustomChips *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
on_chip_changed (HfCustomChips *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
hf_custom_chips_dispose (GObject *object)
{
  empty (HF_CUSTOM_CHIPS (object));
  G_OBJECT_CLASS (hf_custom_chips_parent_class)->dispose (object);
}

static void
hf_custom_chips_class_init (HfCustomChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_custom_chips_dispose;

  /**
   * HfCustomChips::changed:
   *
   * The person chose another value of a field.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hf_custom_chips_init (HfCustomChips *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hf_custom_chips_set_fields:
 * @self: the chips
 * @fields: (element-type HfCustomField): the fields that there are
 *
 * Offers fields to narrow a list by; hf_custom_chips_show() is to follow.
 */
void
hf_custom_chips_set_fields (HfCustomChips *self, GPtrArray *fields)
{
  empty (self);
  for (guint i = 0; i < fields->len; i++)
    {
      GtkWidget *chip = hf_custom_chip_new (g_ptr_array_index (fields, i));
      g_signal_connect_object (chip, "changed", G_CALLBACK (on_chip_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (chip, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), fields->len > 0);
}

/**
 * hf_custom_chips_show:
 * @self: the chips
 * @filter: a filter
 *
 * Shows what a filter narrows; a field that is out of use shows only where it does.
 */
void
hf_custom_chips_show (HfCustomChips *self, const HfCustomerFilter *filter)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HfCustomChip *chip = HF_CUSTOM_CHIP (child);
      const HfCustomField *field = hf_custom_chip_get_field (chip);
      const char *value = hf_customer_filter_get_custom (filter, field->id);
      hf_custom_chip_set_value (chip, value);
      gtk_widget_set_visible (child, value != NULL || !field->retired);
    }
}

/**
 * hf_custom_chips_read:
 * @self: the chips
 * @filter: a filter
 *
 * Has a filter narrow as the chips show.
 */
void
hf_custom_chips_read (HfCustomChips *self, HfCustomerFilter *filter)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HfCustomChip *chip = HF_CUSTOM_CHIP (child);
      const HfCustomField *field = hf_custom_chip_get_field (chip);
      hf_customer_filter_set_custom (filter, field->id, field->kind,
                                     hf_custom_chip_get_value (chip));
    }
}
