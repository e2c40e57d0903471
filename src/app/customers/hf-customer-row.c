#include "config.h"

#include "hf-customer-row.h"

#include "hf-customer-closures.h"
#include "hf-customer.h"
#include "hf-widget.h"

/* One customer in the list; blank until the record is there. */
struct _HfCustomerRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *code;
  GtkLabel *place;
  GtkLabel *status;
  GtkLabel *since;
  GtkWidget *do_not_call;

  HfCustomer *customer;
};

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfCustomerRow, hf_customer_row, GTK_TYPE_WIDGET)

static void
show_status (HfCustomerRow *self)
{
  const char *classes[] = { "pill-label", "caption", NULL, NULL };
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->customer != NULL);
  if (self->customer == NULL)
    return;
  classes[2] = hf_customer_status_class (self->customer->status);
  gtk_widget_set_css_classes (GTK_WIDGET (self->status), classes);
  gtk_label_set_text (self->status,
                      hf_choice_label (hf_customer_statuses, self->customer->status));
}

/* Where the code is all that is known, it stands there once. */
static gboolean
has_title (const HfCustomer *customer)
{
  return customer != NULL && (customer->name != NULL || customer->company != NULL);
}

static void
show_customer (HfCustomerRow *self)
{
  HfCustomer *customer = self->customer;
  g_autofree char *place = customer != NULL ? hf_customer_words_place (customer) : NULL;
  g_autofree char *since = customer != NULL ? hf_customer_words_since (customer) : NULL;
  g_autofree char *row = customer != NULL ? hf_customer_words_row (customer) : NULL;
  gtk_label_set_text (self->title, customer != NULL ? hf_customer_title (customer) : "…");
  gtk_label_set_text (self->code, has_title (customer) ? customer->code : "");
  gtk_label_set_text (self->place, place != NULL ? place : "");
  gtk_label_set_text (self->since, since != NULL ? since : "");
  gtk_widget_set_visible (self->do_not_call, customer != NULL && customer->do_not_call);
  show_status (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row != NULL ? row : "", -1);
}

static void
hf_customer_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_CUSTOMER_ROW (object)->customer);
}

static void
hf_customer_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfCustomerRow *self = HF_CUSTOMER_ROW (object);
  if (g_set_object (&self->customer, g_value_get_object (value)))
    show_customer (self);
}

static void
hf_customer_row_dispose (GObject *object)
{
  g_clear_object (&HF_CUSTOMER_ROW (object)->customer);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOMER_ROW);
  G_OBJECT_CLASS (hf_customer_row_parent_class)->dispose (object);
}

static void
hf_customer_row_class_init (HfCustomerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_customer_row_get_property;
  object_class->set_property = hf_customer_row_set_property;
  object_class->dispose = hf_customer_row_dispose;

  /* A GObject and not a HfCustomer: a list item's record has no closer type. */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, code);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, place);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, status);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, since);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerRow, do_not_call);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_row_init (HfCustomerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
