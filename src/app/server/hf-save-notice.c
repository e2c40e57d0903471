#include "config.h"

#include "hf-save-notice.h"

#include "hf-widget.h"

/* Tells in a form that what it saves waits for a server that is away. */
struct _HfSaveNotice
{
  GtkWidget parent_instance;

  GtkLabel *label;

  HfStore *store; /* NULL while nothing is saved */
};

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSaveNotice, hf_save_notice, GTK_TYPE_WIDGET)

static void
update (HfSaveNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->store != NULL && !hf_store_is_online (self->store));
}

static void
hf_save_notice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_text (HF_SAVE_NOTICE (object)->label));
}

static void
hf_save_notice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_label_set_text (HF_SAVE_NOTICE (object)->label, g_value_get_string (value));
}

static void
hf_save_notice_dispose (GObject *object)
{
  HfSaveNotice *self = HF_SAVE_NOTICE (object);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_SAVE_NOTICE);
  G_OBJECT_CLASS (hf_save_notice_parent_class)->dispose (object);
}

static void
hf_save_notice_class_init (HfSaveNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_save_notice_get_property;
  object_class->set_property = hf_save_notice_set_property;
  object_class->dispose = hf_save_notice_dispose;

  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/server/hf-save-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSaveNotice, label);
}

static void
hf_save_notice_init (HfSaveNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_save_notice_begin:
 * @self: the notice
 * @store: where something is being saved
 *
 * Watches a save: the notice shows while its server is away.
 */
void
hf_save_notice_begin (HfSaveNotice *self, HfStore *store)
{
  hf_save_notice_end (self);
  self->store = g_object_ref (store);
  g_signal_connect_swapped (store, "online", G_CALLBACK (update), self);
  update (self);
}

/**
 * hf_save_notice_end:
 * @self: the notice
 *
 * Says that the save has ended, well or not.
 */
void
hf_save_notice_end (HfSaveNotice *self)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  update (self);
}
