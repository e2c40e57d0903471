#include "config.h"

#include "hf-custom-chip.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-custom-closures.h"
#include "hf-custom-condition.h"
#include "hf-locale.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

/* By what a list is narrowed in one custom field. */
struct _HfCustomChip
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkLabel *title;
  GtkEditable *text;
  GtkWidget *range;
  GtkEditable *from;
  GtkEditable *to;
  GtkWidget *choices_window;
  GtkBox *choices;
  GtkLabel *problem;
  GtkWidget *clear;
  GtkWidget *apply;

  HfCustomField *field;
  char *value; /* of a HfCustomCondition, NULL: anything */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomChip, hf_custom_chip, GTK_TYPE_WIDGET)

static void
show_value (HfCustomChip *self)
{
  const char *name = hf_custom_field_get_name (self->field, hf_locale_get_current ());
  g_autofree char *words = hf_custom_words_condition (name, self->field->kind, self->value);
  gtk_label_set_text (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_widget_set_visible (self->clear, self->value != NULL);
  if (self->value != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrowed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrowed");
}

static void
fill_choices (HfCustomChip *self)
{
  g_auto (GStrv) chosen = g_strsplit (self->value != NULL ? self->value : "", "\n", -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (child),
        g_strv_contains ((const char *const *) chosen,
                         g_object_get_data (G_OBJECT (child), "choice")));
}

/* The form shows what holds whenever it opens. */
static void
on_opened (HfCustomChip *self)
{
  g_autofree char *from = NULL, *to = NULL;
  hf_custom_condition_split (self->value, &from, &to);
  gtk_editable_set_text (self->text, self->value != NULL ? self->value : "");
  gtk_editable_set_text (self->from, from != NULL ? from : "");
  gtk_editable_set_text (self->to, to != NULL ? to : "");
  fill_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static char *
read_choices (HfCustomChip *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (chosen, g_object_get_data (G_OBJECT (child), "choice"));
  g_auto (GStrv) names = g_strv_builder_end (chosen);
  return names[0] != NULL ? g_strjoinv ("\n", names) : NULL;
}

/* One end as it is compared; NULL where it is blank or none. */
static char *
read_end (HfCustomChip *self, GtkEditable *entry, gboolean *good)
{
  const char *typed = gtk_editable_get_text (entry);
  gint64 amount = 0;
  if (hf_text_is_blank (typed))
    return NULL;
  if (self->field->kind == HF_CUSTOM_NUMBER && hf_amount_parse (typed, &amount))
    return hf_amount_format (amount);
  char *day = self->field->kind == HF_CUSTOM_DATE ? hf_time_parse_date (typed) : NULL;
  *good &= day != NULL;
  return day;
}

static char *
read_range (HfCustomChip *self, gboolean *good)
{
  g_autofree char *from = read_end (self, self->from, good);
  g_autofree char *to = read_end (self, self->to, good);
  return hf_custom_condition_join (from, to);
}

static char *
read_form (HfCustomChip *self, gboolean *good)
{
  switch (self->field->kind)
    {
    case HF_CUSTOM_NUMBER:
    case HF_CUSTOM_DATE:
      return read_range (self, good);
    case HF_CUSTOM_CHOICE:
      return read_choices (self);
    case HF_CUSTOM_TEXT:
    default:
      return hf_text_trim (gtk_editable_get_text (self->text));
    }
}

static void
take (HfCustomChip *self, const char *value)
{
  gtk_popover_popdown (self->popover);
  if (!hf_text_set (&self->value, value))
    return;
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_apply (HfCustomChip *self)
{
  gboolean good = TRUE;
  g_autofree char *value = read_form (self, &good);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !good);
  if (good)
    take (self, value);
}

static void
on_clear (HfCustomChip *self)
{
  take (self, NULL);
}

static void
hf_custom_chip_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOM_CHIP);
  G_OBJECT_CLASS (hf_custom_chip_parent_class)->dispose (object);
}

static void
hf_custom_chip_finalize (GObject *object)
{
  HfCustomChip *self = HF_CUSTOM_CHIP (object);
  g_clear_object (&self->field);
  g_free (self->value);
  G_OBJECT_CLASS (hf_custom_chip_parent_class)->finalize (object);
}

static void
hf_custom_chip_class_init (HfCustomChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_custom_chip_dispose;
  object_class->finalize = hf_custom_chip_finalize;

  /**
   * HfCustomChip::changed:
   *
   * The person chose another value.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-custom-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, button);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, label);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, popover);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, title);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, text);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, range);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, from);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, to);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, choices_window);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, choices);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, problem);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, clear);
  gtk_widget_class_bind_template_child (widget_class, HfCustomChip, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_custom_chip_init (HfCustomChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_choices (HfCustomChip *self)
{
  for (char **choice = self->field->choices; choice != NULL && *choice != NULL; choice++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (*choice);
      g_object_set_data_full (G_OBJECT (button), "choice", g_strdup (*choice), g_free);
      gtk_box_append (self->choices, button);
    }
}

/**
 * hf_custom_chip_new:
 * @field: a custom field
 *
 * Makes a chip that does not narrow.
 *
 * Returns: (transfer none): the chip
 */
GtkWidget *
hf_custom_chip_new (HfCustomField *field)
{
  HfCustomChip *self = g_object_new (HF_TYPE_CUSTOM_CHIP, NULL);
  gboolean is_range = field->kind == HF_CUSTOM_NUMBER || field->kind == HF_CUSTOM_DATE;
  self->field = g_object_ref (field);
  gtk_label_set_text (self->title, hf_custom_field_get_name (field, hf_locale_get_current ()));
  gtk_label_set_text (self->problem, field->kind == HF_CUSTOM_DATE
                                         ? _ ("Write days such as 2025-06-30.")
                                         : _ ("Write numbers such as 1200.5."));
  gtk_widget_set_visible (GTK_WIDGET (self->text), field->kind == HF_CUSTOM_TEXT);
  gtk_widget_set_visible (self->range, is_range);
  gtk_widget_set_visible (self->choices_window, field->kind == HF_CUSTOM_CHOICE);
  add_choices (self);
  show_value (self);
  return GTK_WIDGET (self);
}

/**
 * hf_custom_chip_get_field:
 * @self: a chip
 *
 * Tells which custom field it is for.
 *
 * Returns: (transfer none): the field
 */
HfCustomField *
hf_custom_chip_get_field (HfCustomChip *self)
{
  return self->field;
}

/**
 * hf_custom_chip_get_value:
 * @self: a chip
 *
 * Tells what customers must have.
 *
 * Returns: (nullable): the value of a #HfCustomCondition, %NULL for anything
 */
const char *
hf_custom_chip_get_value (HfCustomChip *self)
{
  return self->value;
}

/**
 * hf_custom_chip_set_value:
 * @self: a chip
 * @value: (nullable): the value of a #HfCustomCondition
 *
 * Chooses, without telling.
 */
void
hf_custom_chip_set_value (HfCustomChip *self, const char *value)
{
  if (hf_text_set (&self->value, value))
    show_value (self);
}
