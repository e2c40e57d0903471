#include "config.h"

#include "hf-calls-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-call-list-editor.h"
#include "hf-call-list-row.h"
#include "hf-call-list-window.h"
#include "hf-dialogs.h"
#include "hf-store-campaigns.h"
#include "hf-store.h"
#include "hf-time.h"
#include "hf-widget.h"

/* The call lists: whom managers had called about what, and how far that has come. */
struct _HfCallsPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *failure;
  GtkWidget *open_group;
  GtkListBox *open;
  GtkWidget *closed_group;
  GtkListBox *closed;

  HfStore *store;
  GCancellable *cancellable;
  gint64 chosen;        /* the key of the list that has the keyboard, or had it last */
  gboolean takes_focus; /* that list is to have it */
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfCallsPage, hf_calls_page, GTK_TYPE_WIDGET)

/* The rows are made anew whenever something changes; the keyboard stays where it was. */
static void
note_focus (HfCallsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HF_TYPE_CALL_LIST_ROW)
                                 : NULL;
  if (row == NULL || self->takes_focus)
    return;
  self->chosen = hf_call_list_row_get_campaign (HF_CALL_LIST_ROW (row))->id;
  self->takes_focus = TRUE;
}

static void
restore_focus (HfCallsPage *self, GtkWidget *row)
{
  if (row == NULL || !self->takes_focus)
    return;
  self->takes_focus = FALSE;
  gtk_widget_grab_focus (row);
}

static void
show_lists (HfCallsPage *self, GPtrArray *campaigns)
{
  GtkWidget *chosen = NULL;
  guint n_open = 0;
  g_autofree char *today = hf_time_today ();
  note_focus (self);
  hf_widget_empty_list (self->open);
  hf_widget_empty_list (self->closed);
  for (guint i = 0; i < campaigns->len; i++)
    {
      HfCampaign *campaign = campaigns->pdata[i];
      gboolean open = campaign->state == HF_CAMPAIGN_OPEN;
      GtkWidget *row = hf_call_list_row_new (campaign, today);
      gtk_list_box_append (open ? self->open : self->closed, row);
      if (campaign->id == self->chosen)
        chosen = row;
      n_open += open;
    }
  gtk_widget_set_visible (self->open_group, n_open > 0);
  gtk_widget_set_visible (self->closed_group, n_open < campaigns->len);
  gtk_stack_set_visible_child_name (self->stack, campaigns->len > 0 ? "lists" : "empty");
  restore_focus (self, chosen);
}

static gpointer
load_lists (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_campaigns_list (session, error);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (campaigns != NULL)
    show_lists (self, campaigns);
  else
    hf_dialogs_show_failure (self->stack, self->failure, error);
}

static void
load (HfCallsPage *self)
{
  hf_store_read_newest (self->store, &self->cancellable, load_lists, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, on_loaded, g_object_ref (self));
}

static void
on_store_changed (HfCallsPage *self, guint topics)
{
  if ((topics & (HF_STORE_QUEUE | HF_STORE_CUSTOMERS | HF_STORE_INTERVIEWS)) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* What changed while the page was away shows when it comes back. */
static void
hf_calls_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_calls_page_parent_class)->map (widget);
  if (HF_CALLS_PAGE (widget)->store != NULL)
    load (HF_CALLS_PAGE (widget));
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (HF_CALLS_PAGE (widget));
}

/* Whoever made a list looks at it next; it may show already. */
static void
on_made (HfCallsPage *self, HfCampaign *campaign)
{
  self->chosen = campaign->id;
  self->takes_focus = TRUE;
  load (self);
}

static void
new_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallListEditor *editor = hf_call_list_editor_new (widget, HF_CALLS_PAGE (widget)->store);
  g_signal_connect_object (editor, "made", G_CALLBACK (on_made), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, HfCallsPage *self)
{
  const HfCampaign *campaign = hf_call_list_row_get_campaign (HF_CALL_LIST_ROW (row));
  gtk_window_present (
      GTK_WINDOW (hf_call_list_window_new (GTK_WIDGET (self), self->store, campaign->id)));
}

static void
hf_calls_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_CALLS_PAGE (object)->store);
}

static void
hf_calls_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfCallsPage *self = HF_CALLS_PAGE (object);
  self->store = g_value_dup_object (value);
  if (self->store != NULL)
    g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
hf_calls_page_dispose (GObject *object)
{
  HfCallsPage *self = HF_CALLS_PAGE (object);
  hf_store_stop_reading (&self->cancellable);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CALLS_PAGE);
  G_OBJECT_CLASS (hf_calls_page_parent_class)->dispose (object);
}

static void
hf_calls_page_class_init (HfCallsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_calls_page_get_property;
  object_class->set_property = hf_calls_page_set_property;
  object_class->dispose = hf_calls_page_dispose;
  widget_class->map = hf_calls_page_map;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/calls/hf-calls-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, open);
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, closed_group);
  gtk_widget_class_bind_template_child (widget_class, HfCallsPage, closed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "page.new-call-list", NULL, new_list);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_calls_page_init (HfCallsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
