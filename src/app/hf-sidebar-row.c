#include "config.h"

#include "hf-sidebar-row.h"

#include "hf-shell-closures.h"
#include "hf-text.h"

/* A page in the sidebar: its icon, its name, and how much is due there. */
struct _HfSidebarRow
{
  GtkListBoxRow parent_instance;

  char *page;
  char *icon_name;
  char *title;
  guint count;
  gboolean compact;
};

enum
{
  PROP_PAGE = 1,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_COUNT,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSidebarRow, hf_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
describe (HfSidebarRow *self)
{
  g_autofree char *label = hf_shell_page_label (self->title, self->count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->compact ? label : NULL);
}

static void
hf_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfSidebarRow *self = HF_SIDEBAR_ROW (object);
  switch (id)
    {
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_sidebar_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfSidebarRow *self = HF_SIDEBAR_ROW (object);
  switch (id)
    {
    case PROP_PAGE:
      hf_text_set (&self->page, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      hf_text_set (&self->icon_name, g_value_get_string (value));
      break;
    case PROP_TITLE:
      hf_text_set (&self->title, g_value_get_string (value));
      break;
    case PROP_COUNT:
      self->count = g_value_get_uint (value);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  if (self->title != NULL)
    describe (self);
}

static void
hf_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (hf_sidebar_row_parent_class)->dispose (object);
}

static void
hf_sidebar_row_finalize (GObject *object)
{
  HfSidebarRow *self = HF_SIDEBAR_ROW (object);
  g_free (self->page);
  g_free (self->icon_name);
  g_free (self->title);
  G_OBJECT_CLASS (hf_sidebar_row_parent_class)->finalize (object);
}

static void
hf_sidebar_row_class_init (HfSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_sidebar_row_get_property;
  object_class->set_property = hf_sidebar_row_set_property;
  object_class->dispose = hf_sidebar_row_dispose;
  object_class->finalize = hf_sidebar_row_finalize;

  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, once);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-sidebar-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, hf_shell_badge);
  gtk_widget_class_bind_template_callback (widget_class, hf_shell_shows_badge);
  gtk_widget_class_bind_template_callback (widget_class, hf_shell_shows_dot);
}

static void
hf_sidebar_row_init (HfSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_sidebar_row_get_page:
 * @self: a row
 *
 * Tells which page the row stands for.
 *
 * Returns: its name, as in the action "win.show-page"
 */
const char *
hf_sidebar_row_get_page (HfSidebarRow *self)
{
  return self->page;
}

/**
 * hf_sidebar_row_get_title:
 * @self: a row
 *
 * Gives the page's name as people read it.
 *
 * Returns: its title
 */
const char *
hf_sidebar_row_get_title (HfSidebarRow *self)
{
  return self->title;
}
