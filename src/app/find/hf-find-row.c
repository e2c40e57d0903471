#include "config.h"

#include "hf-find-row.h"

#include "hf-find-words.h"
#include "hf-widget.h"

/* A line of what was found, with its kind above it where it is the first of the kind. */
struct _HfFindRow
{
  GtkWidget parent_instance;

  GtkLabel *heading;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *why;
  GtkLabel *subtitle;
  GtkLabel *state;
  GtkWidget *do_not_call;
  GtkShortcutLabel *keys;

  HfFindItem *item;
  guint position;
};

enum
{
  PROP_ITEM = 1,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfFindRow, hf_find_row, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_finding (HfFindRow *self, const HfFinding *finding)
{
  g_autofree char *title = hf_find_words_title (finding);
  g_autofree char *subtitle = hf_find_words_subtitle (finding);
  g_autofree char *why = hf_find_words_why (finding);
  gtk_image_set_from_icon_name (self->icon, hf_find_words_icon (finding));
  set_text (self->title, title);
  set_text (self->subtitle, subtitle);
  set_text (self->why, why);
  set_text (self->state, hf_find_words_state (finding));
  gtk_widget_set_visible (self->do_not_call, finding->do_not_call);
}

static void
show_command (HfFindRow *self, const HfFindCommand *command)
{
  gtk_image_set_from_icon_name (self->icon, command->icon);
  set_text (self->title, hf_find_command_label (command));
  set_text (self->subtitle, NULL);
  set_text (self->why, NULL);
  set_text (self->state, NULL);
  gtk_widget_set_visible (self->do_not_call, FALSE);
  gtk_shortcut_label_set_accelerator (self->keys, command->keys);
}

static void
show_item (HfFindRow *self)
{
  const HfFindCommand *command = NULL;
  if (self->item == NULL)
    return;
  command = hf_find_item_get_command (self->item);
  set_text (self->heading, hf_find_item_get_heading (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->keys), command != NULL && command->keys != NULL);
  if (command != NULL)
    show_command (self, command);
  else
    show_finding (self, hf_find_item_get_finding (self->item));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->subtitle), -1);
}

static void
on_clicked (HfFindRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "find.activate", "u", self->position);
}

static void
hf_find_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfFindRow *self = HF_FIND_ROW (object);
  if (id == PROP_ITEM)
    g_value_set_object (value, self->item);
  else
    g_value_set_uint (value, self->position);
}

static void
hf_find_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfFindRow *self = HF_FIND_ROW (object);
  if (id == PROP_POSITION)
    self->position = g_value_get_uint (value);
  else if (g_set_object (&self->item, g_value_get_object (value)))
    show_item (self);
}

static void
hf_find_row_dispose (GObject *object)
{
  g_clear_object (&HF_FIND_ROW (object)->item);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_FIND_ROW);
  G_OBJECT_CLASS (hf_find_row_parent_class)->dispose (object);
}

static void
hf_find_row_class_init (HfFindRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_find_row_get_property;
  object_class->set_property = hf_find_row_set_property;
  object_class->dispose = hf_find_row_dispose;

  /* A GObject and no closer type, which is all that a list item says of its own. */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/find/hf-find-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, heading);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, why);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, state);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, do_not_call);
  gtk_widget_class_bind_template_child (widget_class, HfFindRow, keys);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_find_row_init (HfFindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
