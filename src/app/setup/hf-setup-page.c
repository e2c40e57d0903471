#include "config.h"

#include "hf-setup-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-setup-assumptions.h"
#include "hf-setup-calendars.h"
#include "hf-setup-calling.h"
#include "hf-setup-codebook.h"
#include "hf-setup-data.h"
#include "hf-setup-fields.h"
#include "hf-setup-firm.h"
#include "hf-setup-guides.h"
#include "hf-setup-ladder.h"
#include "hf-setup-languages.h"
#include "hf-setup-promises.h"
#include "hf-setup-staff.h"
#include "hf-store.h"
#include "hf-widget.h"

struct _HfSetupPage
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *content;
  GtkLabel *title;
  GtkStack *stack;

  HfStore *store;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSetupPage, hf_setup_page, GTK_TYPE_WIDGET)

typedef struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} Section;

static const Section sections[] = {
  { "firm", NC_ ("setup", "Company and Desk"), hf_setup_firm_get_type },
  { "staff", NC_ ("setup", "Staff and Branches"), hf_setup_staff_get_type },
  { "calling", NC_ ("setup", "Calling Hours"), hf_setup_calling_get_type },
  { "fields", NC_ ("setup", "Customer Fields"), hf_setup_fields_get_type },
  { "codebook", NC_ ("setup", "Codebook"), hf_setup_codebook_get_type },
  { "guides", NC_ ("setup", "Interview Guides"), hf_setup_guides_get_type },
  { "promises", NC_ ("setup", "Promises"), hf_setup_promises_get_type },
  { "ladder", NC_ ("setup", "Escalation"), hf_setup_ladder_get_type },
  { "calendars", NC_ ("setup", "Calendars"), hf_setup_calendars_get_type },
  { "assumptions", NC_ ("setup", "Assumptions"), hf_setup_assumptions_get_type },
  { "data", NC_ ("setup", "Data"), hf_setup_data_get_type },
  { "languages", NC_ ("setup", "Languages"), hf_setup_languages_get_type },
};

static const char *
get_title (const Section *section)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "setup", section->title);
}

/* A section is made when it is first shown. */
static void
show_section (HfSetupPage *self, const Section *section)
{
  if (gtk_stack_get_child_by_name (self->stack, section->name) == NULL)
    gtk_stack_add_named (self->stack,
                         g_object_new (section->get_type (), "store", self->store, NULL),
                         section->name);
  gtk_stack_set_visible_child_name (self->stack, section->name);
  gtk_label_set_label (self->title, get_title (section));
}

static void
on_selected (HfSetupPage *self)
{
  GtkListBoxRow *row = self->store != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;
  if (row != NULL)
    show_section (self, &sections[gtk_list_box_row_get_index (row)]);
}

static void
on_activated (HfSetupPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

static void
show_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (HF_SETUP_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
fill_list (HfSetupPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *label = gtk_label_new (get_title (&sections[i]));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (&sections[i]),
                                      -1);
    }
}

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
hf_setup_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (hf_setup_page_parent_class)->constructed (object);
  hf_setup_page_show_section (HF_SETUP_PAGE (object), sections[0].name);
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
  object_class->constructed = hf_setup_page_constructed;
  object_class->dispose = hf_setup_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, content);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, title);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "page.show-list", NULL, show_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_setup_page_init (HfSetupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self);
}

/**
 * hf_setup_page_show_section:
 * @self: the page
 * @name: a section's name, such as "assumptions"
 *
 * Shows a part of the setup.
 *
 * Returns: (transfer none) (nullable): the section; %NULL where there is none of that name
 */
GtkWidget *
hf_setup_page_show_section (HfSetupPage *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      {
        gtk_list_box_select_row (self->list,
                                 gtk_list_box_get_row_at_index (self->list, (int) i));
        return gtk_stack_get_child_by_name (self->stack, name);
      }
  return NULL;
}
