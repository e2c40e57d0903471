#include "config.h"

#include "hf-window.h"

#include <glib/gi18n.h>

#include "hf-agenda-page.h"
#include "hf-calls-page.h"
#include "hf-complaints-page.h"
#include "hf-customers-page.h"
#include "hf-diagnosis-page.h"
#include "hf-interview-page.h"
#include "hf-promises-page.h"
#include "hf-reports-page.h"
#include "hf-settings.h"
#include "hf-setup-page.h"
#include "hf-shell-closures.h"
#include "hf-sidebar.h"
#include "hf-text.h"
#include "hf-today-page.h"
#include "hf-window-private.h"

/* Narrower than this, the sidebar shows icons only. */
#define COMPACT_WIDTH 900
#define FIRST_PAGE "today"
#define SEARCH_PAGE "customers"

enum
{
  PROP_DATABASE = 1,
  PROP_CREATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfWindow, hf_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *name;
  GType (*get_type) (void);
} Page;

static const Page pages[] = {
  { "today", hf_today_page_get_type },
  { "customers", hf_customers_page_get_type },
  { "complaints", hf_complaints_page_get_type },
  { HF_WINDOW_PROMISES, hf_promises_page_get_type },
  { "diagnosis", hf_diagnosis_page_get_type },
  { "reports", hf_reports_page_get_type },
  { "setup", hf_setup_page_get_type },
  { HF_WINDOW_AGENDA, hf_agenda_page_get_type },
  { HF_WINDOW_CALLS, hf_calls_page_get_type },
  { HF_WINDOW_INTERVIEW, hf_interview_page_get_type },
};

static const Page *
find_page (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return &pages[i];
  return NULL;
}

/* A page is made when it is first shown, so that the window is there at once. */
static GtkWidget *
ensure_page (HfWindow *self, const char *name)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (self->stack, name);
  const Page *page = find_page (name);
  if (widget == NULL && page != NULL && self->store != NULL)
    {
      widget = g_object_new (page->get_type (), "store", self->store, NULL);
      gtk_stack_add_named (self->stack, widget, name);
    }
  return widget;
}

/**
 * hf_window_remove_pages:
 * @self: a window
 *
 * Takes the pages of a database away, before another one is opened.
 */
void
hf_window_remove_pages (HfWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);
      if (page != NULL)
        gtk_stack_remove (self->stack, page);
    }
}

static void
update_compact (HfWindow *self)
{
  gboolean interview = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack),
                                  HF_WINDOW_INTERVIEW)
                       == 0;
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < COMPACT_WIDTH;
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gtk_widget_set_visible (self->find_keys, !narrow);
  g_object_set (self->sidebar, "compact", (narrow || interview) && !folded, NULL);
}

static gboolean
on_compact (gpointer data)
{
  HfWindow *self = data;
  self->compact_source = 0;
  update_compact (self);
  return G_SOURCE_REMOVE;
}

/* As somebody types, after a moment without another key. */
static void
on_search_changed (HfWindow *self)
{
  const char *text = gtk_editable_get_text (self->search);
  gboolean is_there = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), SEARCH_PAGE)
                      == 0;
  if (*text == '\0' && !is_there)
    return;
  g_autofree char *expression = g_strconcat ("search=", text, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customers", "s", expression);
}

static void
on_search (HfWindow *self)
{
  on_search_changed (self);
  GtkWidget *page = hf_window_show_page (self, SEARCH_PAGE);
  if (page != NULL)
    gtk_widget_grab_focus (page);
}

static void
hf_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfWindow *self = HF_WINDOW (widget);
  GTK_WIDGET_CLASS (hf_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* What is shown may not change while sizes are being given out. */
  if (self->compact_source == 0)
    self->compact_source = g_idle_add (on_compact, self);
}

/* What waits for the server would be lost with the window. */
static gboolean
hf_window_close_request (GtkWindow *window)
{
  if (hf_window_ask_about_waiting (HF_WINDOW (window)))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (hf_window_parent_class)->close_request (window);
}

static void
hf_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfWindow *self = HF_WINDOW (object);
  if (id == PROP_DATABASE)
    g_value_set_string (value, self->database);
  else
    g_value_set_boolean (value, self->create);
}

static void
hf_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfWindow *self = HF_WINDOW (object);
  if (id == PROP_DATABASE)
    self->database = g_value_dup_string (value);
  else
    self->create = g_value_get_boolean (value);
}

static void
remember_habits (HfWindow *self)
{
  self->settings = hf_settings_new ();
  if (self->settings == NULL)
    return;
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;
  g_settings_bind (self->settings, HF_SETTINGS_WINDOW_WIDTH, self, "default-width", flags);
  g_settings_bind (self->settings, HF_SETTINGS_WINDOW_HEIGHT, self, "default-height", flags);
  g_settings_bind (self->settings, HF_SETTINGS_WINDOW_MAXIMIZED, self, "maximized", flags);
}

/* The first frame comes before any work on the database. */
static void
on_first_frame (GdkFrameClock *clock, HfWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  hf_window_open_store (self);
}

static void
hf_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (on_first_frame), widget, 0);
}

static void
hf_window_constructed (GObject *object)
{
  HfWindow *self = HF_WINDOW (object);
  G_OBJECT_CLASS (hf_window_parent_class)->constructed (object);
  remember_habits (self);
  g_object_set (self->sidebar, "database", self->database, NULL);
}

static void
hf_window_dispose (GObject *object)
{
  HfWindow *self = HF_WINDOW (object);
  g_clear_handle_id (&self->compact_source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->focus);
  hf_window_close_store (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_WINDOW);
  G_OBJECT_CLASS (hf_window_parent_class)->dispose (object);
}

static void
hf_window_finalize (GObject *object)
{
  HfWindow *self = HF_WINDOW (object);
  g_object_unref (self->cancellable);
  g_free (self->database);
  hf_text_free_secret (self->password);
  g_free (self->page);
  G_OBJECT_CLASS (hf_window_parent_class)->finalize (object);
}

static void
hf_window_class_init (HfWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_window_get_property;
  object_class->set_property = hf_window_set_property;
  object_class->constructed = hf_window_constructed;
  object_class->dispose = hf_window_dispose;
  object_class->finalize = hf_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hf_window_close_request;
  widget_class->realize = hf_window_realize;
  widget_class->size_allocate = hf_window_size_allocate;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  properties[PROP_DATABASE] = g_param_spec_string ("database", NULL, NULL, NULL, flags);
  properties[PROP_CREATE] = g_param_spec_boolean ("create", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_FIND);
  g_type_ensure (HF_TYPE_INTERVIEW_OFFER);
  g_type_ensure (HF_TYPE_REMINDER_BAR);
  g_type_ensure (HF_TYPE_ESCALATION_BAR);
  g_type_ensure (HF_TYPE_SERVER_BAR);
  g_type_ensure (HF_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, content);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, leave_interview);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, offer);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, reminder_bar);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, escalation_bar);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, search);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, open_usual);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, set_up);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, server_bar);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, find);
  gtk_widget_class_bind_template_child (widget_class, HfWindow, find_keys);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, hf_window_clear_search);
  gtk_widget_class_bind_template_callback (widget_class, hf_window_show_state);
  hf_window_install_actions (widget_class);
}

/* No key works while the focus is on what is hidden, such as the button of a failure that is
 * over. */
static void
on_focus_unmapped (HfWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
on_focus_changed (HfWindow *self)
{
  if (self->focus != NULL)
    g_signal_group_set_target (self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
hf_window_init (HfWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->focus = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_swapped (self->focus, "unmap", G_CALLBACK (on_focus_unmapped), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_window_new:
 * @application: the program
 * @database: where the database is: a file's path, or a connection string of libpq
 * @create: whether it is made where it is not there
 *
 * Makes a window on one database, which is opened after the window has been drawn once.
 *
 * Returns: (transfer none): the window
 */
HfWindow *
hf_window_new (GtkApplication *application, const char *database, gboolean create)
{
  return g_object_new (HF_TYPE_WINDOW, "application", application, "database", database,
                       "create", create, NULL);
}

/**
 * hf_window_get_database:
 * @self: a window
 *
 * Tells which database it shows.
 *
 * Returns: a file's path, or a connection string of libpq
 */
const char *
hf_window_get_database (HfWindow *self)
{
  return self->database;
}

/* Parts of today, which are not in the list. */
static gboolean
is_part_of_today (const char *page)
{
  return g_str_equal (page, HF_WINDOW_CALLS) || g_str_equal (page, HF_WINDOW_AGENDA);
}

/* Nor is the interview, which comes and goes with a call. */
static const char *
get_title (HfWindow *self, const char *page)
{
  if (g_str_equal (page, HF_WINDOW_INTERVIEW))
    return C_ ("page", "Interview");
  if (g_str_equal (page, HF_WINDOW_AGENDA))
    return C_ ("page", "Appointments");
  return g_str_equal (page, HF_WINDOW_CALLS) ? C_ ("page", "Call Lists")
                                             : hf_sidebar_get_title (self->sidebar, page);
}

/**
 * hf_window_show_page:
 * @self: a window
 * @page: the name of a page
 *
 * Shows a page; a name that is none is passed over, and before the database is open, all are.
 *
 * Returns: (transfer none) (nullable): the page
 */
GtkWidget *
hf_window_show_page (HfWindow *self, const char *page)
{
  GtkWidget *widget = ensure_page (self, page);
  if (widget == NULL)
    return NULL;
  gboolean interview = g_str_equal (page, HF_WINDOW_INTERVIEW);
  gboolean from_sidebar = gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar)) != NULL;
  hf_find_close (self->find);
  gtk_stack_set_visible_child (self->stack, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->search), g_str_equal (page, SEARCH_PAGE));
  gtk_widget_set_visible (self->leave_interview, interview);
  if (interview)
    hf_interview_offer_withdraw (self->offer);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  hf_sidebar_select (self->sidebar, interview                 ? NULL
                                    : is_part_of_today (page) ? FIRST_PAGE
                                                              : page);
  gtk_label_set_text (self->page_title, get_title (self, page));
  if (!interview)
    {
      hf_text_set (&self->page, page);
      if (self->settings != NULL)
        g_settings_set_string (self->settings, HF_SETTINGS_LAST_PAGE, page);
    }
  if (from_sidebar && !interview)
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
  update_compact (self);
  return widget;
}

/**
 * hf_window_leave_interview:
 * @self: a window
 *
 * Goes back to the page from which the interview was started.
 */
void
hf_window_leave_interview (HfWindow *self)
{
  hf_window_show_page (self, self->page);
}

/**
 * hf_window_focus_search:
 * @self: a window
 *
 * Puts the cursor into the entry that searches the complaints or the promises where they show,
 * else the list of customers. An interview is not left for it.
 */
void
hf_window_focus_search (HfWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (HF_IS_COMPLAINTS_PAGE (shown))
    hf_complaints_page_search (HF_COMPLAINTS_PAGE (shown));
  else if (HF_IS_PROMISES_PAGE (shown))
    hf_promises_page_search (HF_PROMISES_PAGE (shown));
  else if (g_strcmp0 (name, HF_WINDOW_INTERVIEW) != 0
           && hf_window_show_page (self, SEARCH_PAGE) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * hf_window_clear_search:
 * @self: a window
 *
 * Empties the search entry: nothing is searched for any more.
 */
void
hf_window_clear_search (HfWindow *self)
{
  gtk_editable_set_text (self->search, "");
}

/**
 * hf_window_show_sidebar:
 * @self: a window
 *
 * Goes back to the list of pages where there is no room beside it.
 */
void
hf_window_show_sidebar (HfWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * hf_window_show_last_page:
 * @self: a window
 *
 * Shows the page that was open when the program was last used, and puts the keyboard on its
 * name.
 */
void
hf_window_show_last_page (HfWindow *self)
{
  g_autofree char *last = NULL;
  if (self->settings != NULL)
    last = g_settings_get_string (self->settings, HF_SETTINGS_LAST_PAGE);
  if (last == NULL || !hf_sidebar_has_page (self->sidebar, last))
    hf_text_set (&last, FIRST_PAGE);
  hf_window_show_page (self, last);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}
