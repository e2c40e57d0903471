#include "config.h"

#include "hf-customers-page.h"

#include "hf-store.h"
#include "hf-widget.h"

struct _HfCustomersPage
{
  GtkWidget parent_instance;

  HfStore *store;
  gint64 shown;
  char *filter;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfCustomersPage, hf_customers_page, GTK_TYPE_WIDGET)

static void
hf_customers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_CUSTOMERS_PAGE (object)->store);
}

static void
hf_customers_page_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  HF_CUSTOMERS_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_customers_page_dispose (GObject *object)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (object);
  g_clear_pointer (&self->filter, g_free);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMERS_PAGE);
  G_OBJECT_CLASS (hf_customers_page_parent_class)->dispose (object);
}

static void
hf_customers_page_class_init (HfCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_customers_page_get_property;
  object_class->set_property = hf_customers_page_set_property;
  object_class->dispose = hf_customers_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customers-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customers_page_init (HfCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_customers_page_open:
 * @self: the page
 * @id: the customer
 *
 * Shows one customer beside the list.
 */
void
hf_customers_page_open (HfCustomersPage *self, gint64 id)
{
  self->shown = id;
}

/**
 * hf_customers_page_filter:
 * @self: the page
 * @expression: such as "status=lost", "reason=price" or "search=words"
 *
 * Shows only the customers that an expression names.
 */
void
hf_customers_page_filter (HfCustomersPage *self, const char *expression)
{
  g_free (self->filter);
  self->filter = g_strdup (expression);
}
