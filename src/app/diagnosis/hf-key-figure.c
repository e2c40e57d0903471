#include "config.h"

#include "hf-key-figure.h"

#include "hf-diagnosis-words.h"
#include "hf-text.h"
#include "hf-widget.h"

/* One number with its name above and what it is of below; it opens what it counts. */
struct _HfKeyFigure
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *value_label;
  GtkLabel *detail_label;

  char *title;
  char *action;
};

enum
{
  PROP_TITLE = 1,
  PROP_ACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfKeyFigure, hf_key_figure, GTK_TYPE_WIDGET)

/* The target before the name: an action that finds itself without one warns. */
static void
set_action (HfKeyFigure *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  hf_text_set (&self->action, action);
  if (action == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), name);
}

static void
hf_key_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfKeyFigure *self = HF_KEY_FIGURE (object);
  g_value_set_string (value, id == PROP_TITLE ? self->title : self->action);
}

static void
hf_key_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfKeyFigure *self = HF_KEY_FIGURE (object);
  if (id == PROP_TITLE)
    hf_text_set (&self->title, g_value_get_string (value));
  else
    set_action (self, g_value_get_string (value));
}

static void
hf_key_figure_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_KEY_FIGURE);
  G_OBJECT_CLASS (hf_key_figure_parent_class)->dispose (object);
}

static void
hf_key_figure_finalize (GObject *object)
{
  HfKeyFigure *self = HF_KEY_FIGURE (object);
  g_free (self->title);
  g_free (self->action);
  G_OBJECT_CLASS (hf_key_figure_parent_class)->finalize (object);
}

static void
hf_key_figure_class_init (HfKeyFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_key_figure_get_property;
  object_class->set_property = hf_key_figure_set_property;
  object_class->dispose = hf_key_figure_dispose;
  object_class->finalize = hf_key_figure_finalize;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-key-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, HfKeyFigure, button);
  gtk_widget_class_bind_template_child (widget_class, HfKeyFigure, value_label);
  gtk_widget_class_bind_template_child (widget_class, HfKeyFigure, detail_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_key_figure_init (HfKeyFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_key_figure_set:
 * @self: a figure
 * @value: the number
 * @detail: what it is of
 *
 * Sets the number.
 */
void
hf_key_figure_set (HfKeyFigure *self, const char *value, const char *detail)
{
  gtk_label_set_label (self->value_label, value);
  gtk_label_set_label (self->detail_label, detail);
  g_autofree char *label = hf_diagnosis_words_key_figure (self->title, value, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
