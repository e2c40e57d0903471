#include "config.h"

#include "hf-setup-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"

typedef struct
{
  GtkStack *stack; /* "loading", "failure" and, of the section itself, "content" */
  AdwStatusPage *failure;

  HfStore *store;
  GCancellable *cancellable; /* of what is being read */
  guint n_saving;            /* what is not stored yet is newer than what is read */
} HfSetupSectionPrivate;

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HfSetupSection, hf_setup_section, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (HfSetupSection)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             buildable_init))

static GtkBuildableIface *parent_buildable;

static HfSetupSectionPrivate *
get_private (HfSetupSection *self)
{
  return hf_setup_section_get_instance_private (self);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupSection) self = data;
  g_autoptr (GError) error = NULL;
  HfSetupSectionPrivate *priv = get_private (self);
  HfSetupSectionClass *klass = HF_SETUP_SECTION_GET_CLASS (self);
  gpointer loaded = hf_store_run_finish (HF_STORE (store), result, &error);
  if (loaded == NULL)
    {
      if (priv->store != NULL)
        hf_dialogs_show_failure (priv->stack, priv->failure, error);
      return;
    }
  klass->show (self, loaded);
  gtk_stack_set_visible_child_name (priv->stack, "content");
  klass->free_loaded (loaded);
}

static void
on_changed (HfSetupSection *self, guint topics)
{
  if ((topics & HF_SETUP_SECTION_GET_CLASS (self)->topics) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    hf_setup_section_refresh (self);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_setup_section_refresh (HF_SETUP_SECTION (widget));
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  HfSetupSection *self = g_task_get_source_object (task);
  const char *saved = g_task_get_task_data (task);
  gpointer done = hf_store_run_finish (HF_STORE (store), result, &error);
  get_private (self)->n_saving--;
  if (get_private (self)->store == NULL)
    return;
  if (done != NULL)
    hf_setup_section_refresh (self);
  if (done == NULL)
    hf_dialogs_error (GTK_WIDGET (self), _ ("It was not saved"), NULL, error);
  else if (saved != NULL)
    hf_dialogs_toast (GTK_WIDGET (self), saved);
}

/* What others changed while the section was away shows when it comes back. */
static void
hf_setup_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_setup_section_parent_class)->map (widget);
  if (get_private (HF_SETUP_SECTION (widget))->store != NULL)
    hf_setup_section_refresh (HF_SETUP_SECTION (widget));
}

static void
hf_setup_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, get_private (HF_SETUP_SECTION (object))->store);
}

static void
hf_setup_section_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *pspec)
{
  HfSetupSectionPrivate *priv = get_private (HF_SETUP_SECTION (object));
  priv->store = g_value_dup_object (value);
  if (priv->store != NULL)
    g_signal_connect_object (priv->store, "changed", G_CALLBACK (on_changed), object,
                             G_CONNECT_SWAPPED);
}

static void
hf_setup_section_dispose (GObject *object)
{
  HfSetupSectionPrivate *priv = get_private (HF_SETUP_SECTION (object));
  hf_store_stop_reading (&priv->cancellable);
  g_clear_object (&priv->store);
  /* gtk_widget_dispose_template() of GTK 4.8 knows the template of the last class only. */
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hf_setup_section_parent_class)->dispose (object);
}

/* What a section's own template has goes beside the states that every section has. */
static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  HfSetupSectionPrivate *priv = get_private (HF_SETUP_SECTION (buildable));
  if (priv->stack != NULL && GTK_IS_WIDGET (child))
    gtk_stack_add_named (priv->stack, GTK_WIDGET (child), "content");
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
hf_setup_section_class_init (HfSetupSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_setup_section_get_property;
  object_class->set_property = hf_setup_section_set_property;
  object_class->dispose = hf_setup_section_dispose;
  widget_class->map = hf_setup_section_map;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-section.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HfSetupSection, stack);
  gtk_widget_class_bind_template_child_private (widget_class, HfSetupSection, failure);
  gtk_widget_class_install_action (widget_class, "section.try-again", NULL, try_again);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_setup_section_init (HfSetupSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_setup_section_get_store:
 * @self: a section
 *
 * Gives the store that it shows.
 *
 * Returns: (transfer none) (nullable): the store; %NULL once the section is gone
 */
HfStore *
hf_setup_section_get_store (HfSetupSection *self)
{
  return get_private (self)->store;
}

/**
 * hf_setup_section_refresh:
 * @self: a section
 *
 * Looks at the store again.
 */
void
hf_setup_section_refresh (HfSetupSection *self)
{
  HfSetupSectionPrivate *priv = get_private (self);
  HfSetupSectionClass *klass = HF_SETUP_SECTION_GET_CLASS (self);
  if (klass->load == NULL)
    {
      gtk_stack_set_visible_child_name (priv->stack, "content");
      return;
    }
  hf_store_stop_reading (&priv->cancellable);
  if (priv->n_saving > 0)
    return;
  hf_store_read_newest (priv->store, &priv->cancellable, klass->load, NULL, NULL,
                        klass->free_loaded, on_loaded, g_object_ref (self));
}

/**
 * hf_setup_section_save:
 * @self: a section
 * @save: stores something, on a worker's thread
 * @input: (transfer full): what @save is given
 * @free_input: frees @input
 * @saved: (nullable): what is said when it is stored
 *
 * Stores something without waiting for it; a failure is told, and what was typed stays. What is
 * read meanwhile does not take the place of what was typed.
 */
void
hf_setup_section_save (HfSetupSection *self, HfStoreFunc save, gpointer input,
                       GDestroyNotify free_input, const char *saved)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);
  hf_store_stop_reading (&get_private (self)->cancellable);
  get_private (self)->n_saving++;
  g_task_set_task_data (task, g_strdup (saved), g_free);
  hf_store_run_async (get_private (self)->store, HF_STORE_WRITE, save, input, free_input, NULL,
                      NULL, on_saved, task);
}
