#include "config.h"

#include "hf-customer-facts.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-custom-field.h"
#include "hf-customer-closures.h"
#include "hf-locale.h"
#include "hf-number-words.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-widget.h"

/* Longer facts are wrapped, so that several stand side by side. */
#define FACT_CHARS 24

/* What is known of a customer, as many side by side as there is room for. */
struct _HfCustomerFacts
{
  GtkWidget parent_instance;

  GtkFlowBox *box;
  GtkWidget *note;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (HfCustomerFacts, hf_customer_facts, GTK_TYPE_WIDGET)

static const char *
label_of (const char *name)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  return hf_field_label (hf_field_find (fields, n_fields, name));
}

/* Without any fact there is no card. */
static void
update_visible (HfCustomerFacts *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->box),
                          gtk_flow_box_get_child_at_index (self->box, 0) != NULL);
}

static void
add_labelled (HfCustomerFacts *self, const char *label, const char *value, const char *action)
{
  if (hf_text_is_blank (value))
    return;
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (value);
  /* A hyphen that wrapping adds would be read as a part of an address. */
  g_autoptr (PangoAttrList) unchanged = pango_attr_list_new ();
  pango_attr_list_insert (unchanged, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (text), unchanged);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (text), FACT_CHARS);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_can_focus (text, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  caption, NULL, -1);
  gtk_box_append (GTK_BOX (fact), caption);
  gtk_box_append (GTK_BOX (fact), line);
  gtk_box_append (GTK_BOX (line), text);
  if (action != NULL)
    {
      GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), action);
      gtk_widget_set_tooltip_text (copy, _ ("Copy"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Copy"), -1);
      gtk_widget_add_css_class (copy, "flat");
      gtk_widget_add_css_class (copy, "small-button");
      gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), copy);
    }
  gtk_flow_box_insert (self->box, fact, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (fact), FALSE);
}

static void
add_fact (HfCustomerFacts *self, const char *name, const char *value, const char *action)
{
  add_labelled (self, label_of (name), value, action);
}

static void
add_amount (HfCustomerFacts *self, const char *name, gint64 amount,
            const HfCustomerNames *names)
{
  if (amount == HF_AMOUNT_UNKNOWN)
    return;
  g_autofree char *words = hf_number_words_amount (amount,
                                                   names != NULL ? names->currency : NULL);
  add_fact (self, name, words, NULL);
}

static void
hf_customer_facts_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOMER_FACTS);
  G_OBJECT_CLASS (hf_customer_facts_parent_class)->dispose (object);
}

static void
hf_customer_facts_class_init (HfCustomerFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_facts_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFacts, box);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFacts, note);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFacts, note_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_facts_init (HfCustomerFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_customer_facts_show:
 * @self: the facts
 * @customer: a customer
 * @names: (nullable): what things are called
 *
 * Shows what is known of a customer and leaves out what is not.
 */
void
hf_customer_facts_show (HfCustomerFacts *self, const HfCustomer *customer,
                        const HfCustomerNames *names)
{
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (self->box, 0)) != NULL)
    gtk_flow_box_remove (self->box, GTK_WIDGET (child));

  add_fact (self, "phone", customer->phone, "customer.copy-phone");
  add_fact (self, "email", customer->email, "customer.copy-email");
  add_fact (self, "branch", customer->branch, NULL);
  add_fact (self, "account_manager", customer->account_manager, NULL);
  add_fact (self, "joined_on", customer->joined_on, NULL);
  if (customer->status == HF_CUSTOMER_LOST || customer->lost_on != NULL)
    {
      g_autofree char *lost_on = hf_customer_words_lost_on (customer);
      add_fact (self, "lost_on", lost_on, NULL);
    }
  add_amount (self, "annual_value", customer->annual_value, names);
  add_amount (self, "need", customer->need, names);
  add_fact (self, "language", hf_customer_names_get_language (names, customer->language), NULL);
  add_fact (self, "tags", customer->tags, NULL);
  add_fact (self, "time_zone", hf_time_zone_label (customer->time_zone), NULL);
  add_fact (self, "address", customer->address, NULL);

  gtk_label_set_text (self->note_label, customer->note != NULL ? customer->note : "");
  gtk_widget_set_visible (self->note, customer->note != NULL);
  update_visible (self);
}

/**
 * hf_customer_facts_add_values:
 * @self: the facts
 * @fields: (element-type HfCustomField): the firm's own fields
 * @values: (element-type gint64 utf8): a field's key to what is entered in it
 *
 * Shows what is entered in the firm's own fields as well.
 */
void
hf_customer_facts_add_values (HfCustomerFacts *self, GPtrArray *fields, GHashTable *values)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *field = g_ptr_array_index (fields, i);
      gint64 number;
      const char *value = g_hash_table_lookup (values, &field->id);
      g_autofree char *words = value != NULL && field->kind == HF_CUSTOM_NUMBER
                                       && hf_amount_parse (value, &number)
                                   ? hf_number_words_amount (number, NULL)
                                   : g_strdup (value);
      add_labelled (self, hf_custom_field_get_name (field, hf_locale_get_current ()), words,
                    NULL);
    }
  update_visible (self);
}

/**
 * hf_customer_facts_add_namer:
 * @self: the facts
 * @referral: by whom the customer was named
 *
 * Shows through whom the customer came, too.
 */
void
hf_customer_facts_add_namer (HfCustomerFacts *self, const HfReferral *referral)
{
  add_labelled (self, C_ ("field", "Named by"), referral->other_title, NULL);
  update_visible (self);
}
