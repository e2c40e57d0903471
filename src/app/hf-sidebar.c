#include "config.h"

#include "hf-sidebar.h"

#include "hf-shell-closures.h"
#include "hf-sidebar-row.h"
#include "hf-text.h"
#include "hf-widget.h"

/* Of the list of pages where their names show, pixels. */
#define WIDTH 230

/* The list of pages, and under it which database is open and whether all is saved. */
struct _HfSidebar
{
  GtkWidget parent_instance;

  GtkListBox *list;

  char *database;
  char *state;
  gboolean compact;
  gboolean selecting; /* the program selects, not a person */
};

enum
{
  PROP_DATABASE = 1,
  PROP_STATE,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSidebar, hf_sidebar, GTK_TYPE_WIDGET)

static HfSidebarRow *
find_row (HfSidebar *self, const char *page)
{
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (hf_sidebar_row_get_page (HF_SIDEBAR_ROW (row)), page) == 0)
      return HF_SIDEBAR_ROW (row);
  return NULL;
}

static void
on_row_activated (HfSidebar *self, HfSidebarRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              hf_sidebar_row_get_page (row));
}

/* The arrow keys go from page to page, as in other programs with a list of pages. */
static void
on_row_selected (HfSidebar *self, HfSidebarRow *row)
{
  if (row != NULL && !self->selecting)
    on_row_activated (self, row);
}

/* Badges come and go; the page beside them shall not move. */
static void
show_width (HfSidebar *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), self->compact ? -1 : WIDTH, -1);
}

static void
hf_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfSidebar *self = HF_SIDEBAR (object);
  switch (id)
    {
    case PROP_DATABASE:
      g_value_set_string (value, self->database);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfSidebar *self = HF_SIDEBAR (object);
  switch (id)
    {
    case PROP_DATABASE:
      hf_text_set (&self->database, g_value_get_string (value));
      break;
    case PROP_STATE:
      hf_text_set (&self->state, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      show_width (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
hf_sidebar_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (HF_SIDEBAR (widget)->list);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The list is one stop of the Tab key: going through it would open every page. */
static gboolean
hf_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (is_tab && gtk_widget_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (hf_sidebar_parent_class)->focus (widget, direction);
}

static void
hf_sidebar_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SIDEBAR);
  G_OBJECT_CLASS (hf_sidebar_parent_class)->dispose (object);
}

static void
hf_sidebar_finalize (GObject *object)
{
  HfSidebar *self = HF_SIDEBAR (object);
  g_free (self->database);
  g_free (self->state);
  G_OBJECT_CLASS (hf_sidebar_parent_class)->finalize (object);
}

static void
hf_sidebar_class_init (HfSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_sidebar_get_property;
  object_class->set_property = hf_sidebar_set_property;
  object_class->dispose = hf_sidebar_dispose;
  object_class->finalize = hf_sidebar_finalize;
  widget_class->focus = hf_sidebar_focus;
  widget_class->grab_focus = hf_sidebar_grab_focus;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_DATABASE] = g_param_spec_string ("database", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_SIDEBAR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, hf_shell_database_name);
  gtk_widget_class_bind_template_callback (widget_class, hf_shell_database_place);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hf_sidebar_init (HfSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_width (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * hf_sidebar_has_page:
 * @self: the sidebar
 * @page: a name
 *
 * Tells whether there is such a page.
 *
 * Returns: whether there is
 */
gboolean
hf_sidebar_has_page (HfSidebar *self, const char *page)
{
  return find_row (self, page) != NULL;
}

/**
 * hf_sidebar_get_title:
 * @self: the sidebar
 * @page: the name of a page
 *
 * Gives the page's name as people read it.
 *
 * Returns: its title
 */
const char *
hf_sidebar_get_title (HfSidebar *self, const char *page)
{
  return hf_sidebar_row_get_title (find_row (self, page));
}

/**
 * hf_sidebar_select:
 * @self: the sidebar
 * @page: (nullable): the name of a page, %NULL for none
 *
 * Marks the page that is shown.
 */
void
hf_sidebar_select (HfSidebar *self, const char *page)
{
  HfSidebarRow *row = page != NULL ? find_row (self, page) : NULL;
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) row);
  self->selecting = FALSE;
}

/**
 * hf_sidebar_set_badge:
 * @self: the sidebar
 * @page: the name of a page
 * @count: how much is due there; 0 hides the badge
 *
 * Sets what the page's badge says.
 */
void
hf_sidebar_set_badge (HfSidebar *self, const char *page, guint count)
{
  g_object_set (find_row (self, page), "count", count, NULL);
}
