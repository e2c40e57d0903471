#include "config.h"

#include "hf-setup-page.h"

#include "hf-store.h"
#include "hf-widget.h"

struct _HfSetupPage
{
  GtkWidget parent_instance;

  HfStore *store;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSetupPage, hf_setup_page, GTK_TYPE_WIDGET)

static void
hf_setup_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_SETUP_PAGE (object)->store);
}

static void
hf_setup_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HF_SETUP_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_setup_page_dispose (GObject *object)
{
  HfSetupPage *self = HF_SETUP_PAGE (object);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_SETUP_PAGE);
  G_OBJECT_CLASS (hf_setup_page_parent_class)->dispose (object);
}

static void
hf_setup_page_class_init (HfSetupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_setup_page_get_property;
  object_class->set_property = hf_setup_page_set_property;
  object_class->dispose = hf_setup_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_setup_page_init (HfSetupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
