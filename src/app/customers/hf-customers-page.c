#include "config.h"

#include "hf-customers-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-customer-detail.h"
#include "hf-customer-editor.h"
#include "hf-customer-expression.h"
#include "hf-customer-list.h"
#include "hf-customer-names.h"
#include "hf-dialogs.h"
#include "hf-import-window.h"
#include "hf-merge-act.h"
#include "hf-merge-window.h"
#include "hf-customers-state.h"
#include "hf-referral-act.h"
#include "hf-split-handle.h"
#include "hf-store.h"
#include "hf-widget.h"

#define SEARCH "search="

struct _HfCustomersPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  HfCustomerList *list;
  HfSplitHandle *handle;
  GtkWidget *detail_side;
  HfCustomerDetail *detail;
  AdwStatusPage *failure;

  HfStore *store;
  HfCustomerNames *names; /* NULL until they are read */
  GCancellable *reading;  /* of the names */
  guint split_source;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfCustomersPage, hf_customers_page, GTK_TYPE_WIDGET)

static void
on_names (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomersPage) self = data;
  g_autoptr (HfCustomerNames) names = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (names == NULL)
    return;
  g_clear_pointer (&self->names, hf_customer_names_unref);
  self->names = g_steal_pointer (&names);
  hf_customer_list_set_names (self->list, self->names);
  hf_customer_detail_set_names (self->detail, self->names);
}

static void
load_names (HfCustomersPage *self)
{
  hf_store_read_newest (self->store, &self->reading, hf_customer_names_load, NULL, NULL,
                        (GDestroyNotify) hf_customer_names_unref, on_names,
                        g_object_ref (self));
}

static void
on_changed (HfCustomersPage *self, guint topics)
{
  if ((topics & HF_CUSTOMER_NAMES_TOPICS) != 0)
    load_names (self);
}

static void
on_state_changed (HfCustomersPage *self)
{
  const GError *error = hf_customer_list_get_error (self->list);
  if (error != NULL && hf_customer_list_is_current (self->list)
      && hf_dialogs_keeps_content (self->stack, error))
    return;
  if (error != NULL)
    {
      hf_dialogs_fill_failure (self->failure, error, NULL);
      gtk_stack_set_visible_child_name (self->stack, "failure");
    }
  else
    gtk_stack_set_visible_child_name (
        self->stack, hf_customer_list_is_empty (self->list) ? "empty" : "customers");
}

/* As wide as was asked for, where that leaves room for the customer. */
static void
split (HfCustomersPage *self)
{
  int most = gtk_widget_get_width (GTK_WIDGET (self)) - HF_CUSTOMERS_SPLIT
             - gtk_widget_get_width (GTK_WIDGET (self->handle));
  int wanted;
  g_object_get (self->handle, "width", &wanted, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->list),
                               MAX (HF_CUSTOMERS_SPLIT, MIN (wanted, most)), -1);
}

static void
on_split (HfCustomersPage *self)
{
  /* Before the page has a width, there is nothing to divide. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    split (self);
}

static gboolean
on_split_idle (gpointer data)
{
  HfCustomersPage *self = data;
  self->split_source = 0;
  split (self);
  return G_SOURCE_REMOVE;
}

static void
show_detail (HfCustomersPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_side);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
on_chosen (HfCustomersPage *self, gint64 id, gboolean open)
{
  hf_customer_detail_show (self->detail, id);
  if (open)
    show_detail (self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_customer_list_reload (HF_CUSTOMERS_PAGE (widget)->list);
}

static void
on_saved (HfCustomersPage *self, HfCustomer *before, HfCustomer *after)
{
  if (self->store == NULL)
    return;
  /* Translators: %s is a customer's name. */
  g_autofree char *words = g_strdup_printf (_ ("%s is saved"), hf_customer_title (after));
  if (before->id != 0
      && (before->status != after->status || before->do_not_call != after->do_not_call))
    hf_customer_detail_offer_undo (self->detail, before, words);
  else
    hf_dialogs_toast (GTK_WIDGET (self), words);
  if (before->id == 0)
    hf_customers_page_open (self, after->id);
}

static HfCustomerEditor *
present_editor (HfCustomersPage *self, HfCustomer *customer)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  HfCustomerEditor *editor = hf_customer_editor_new (self->store, self->names, customer);
  if (self->names != NULL)
    hf_customer_editor_add_fields (
        editor, self->names->fields,
        customer != NULL ? hf_customer_detail_get_values (self->detail) : NULL);
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  HfCustomer *customer = hf_customer_detail_get_customer (self->detail);
  if (customer != NULL)
    present_editor (self, customer);
}

static void
new_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_editor (HF_CUSTOMERS_PAGE (widget), NULL);
}

static void
new_from_referral (GtkWidget *widget, const char *action, GVariant *id)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  const HfReferral *referral = hf_customer_detail_find_referral (self->detail,
                                                                 g_variant_get_int64 (id));
  if (referral != NULL)
    hf_referral_act_begin (present_editor (self, NULL), self->store, referral);
}

static void
on_merged (HfCustomersPage *self, gint64 merge_id, HfCustomer *kept, HfCustomer *gone)
{
  if (self->store == NULL)
    return;
  hf_merge_act_offer_undo (GTK_WIDGET (self), self->store, merge_id, kept, gone);
  hf_customers_page_open (self, kept->id);
}

/* The first one stays; 0 for whoever is looked for. */
static void
merge (GtkWidget *widget, const char *action, GVariant *keys)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  gint64 kept_id, gone_id;
  g_variant_get (keys, "(xx)", &kept_id, &gone_id);
  HfMergeWindow *window = hf_merge_window_new (self->store, kept_id, gone_id);
  g_signal_connect_object (window, "merged", G_CALLBACK (on_merged), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
merge_shown (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (HF_CUSTOMERS_PAGE (widget)->detail), "customer.merge",
                              NULL);
}

static HfImportWindow *
present_import (HfCustomersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  HfImportWindow *window = hf_import_window_new (self->store);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_import (HF_CUSTOMERS_PAGE (widget));
}

static gboolean
on_dropped (HfCustomersPage *self, const GValue *value)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));
  if (path == NULL)
    return FALSE;
  hf_import_window_open (present_import (self), path);
  return TRUE;
}

static void
open_saved_filters (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_customer_filter_bar_open_saved (
      hf_customer_list_get_bar (HF_CUSTOMERS_PAGE (widget)->list));
}

static void
interview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  gtk_widget_activate_action (GTK_WIDGET (self->detail), "customer.interview", NULL);
}

static gboolean
hf_customers_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_CUSTOMERS_PAGE (widget)->list));
}

static void
hf_customers_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (HF_CUSTOMERS_PAGE (widget)->stack), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
hf_customers_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
  /* Sizes may not be asked for while they are being given out. */
  if (self->split_source == 0)
    self->split_source = g_idle_add (on_split_idle, self);
}

static void
hf_customers_page_unmap (GtkWidget *widget)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  int width;
  g_object_get (self->handle, "width", &width, NULL);
  if (self->store != NULL)
    hf_customers_state_save (self->list, self->store, MAX (width, HF_CUSTOMERS_SPLIT));
  GTK_WIDGET_CLASS (hf_customers_page_parent_class)->unmap (widget);
}

static void
hf_customers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_CUSTOMERS_PAGE (object)->store);
}

static void
hf_customers_page_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  HF_CUSTOMERS_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_customers_page_constructed (GObject *object)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (object);
  G_OBJECT_CLASS (hf_customers_page_parent_class)->constructed (object);
  if (self->store == NULL)
    return;
  g_signal_connect_swapped (self->store, "changed", G_CALLBACK (on_changed), self);
  hf_customer_detail_set_store (self->detail, self->store);
  g_object_set (self->handle, "width", hf_customers_state_get_split (), NULL);
  hf_customers_state_restore (self->list, self->store);
  hf_customer_list_set_store (self->list, self->store);
  load_names (self);
}

static void
hf_customers_page_dispose (GObject *object)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (object);
  g_clear_handle_id (&self->split_source, g_source_remove);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMERS_PAGE);
  g_clear_pointer (&self->names, hf_customer_names_unref);
  G_OBJECT_CLASS (hf_customers_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.back", NULL, go_back);
  gtk_widget_class_install_action (klass, "page.reload", NULL, reload);
  gtk_widget_class_install_action (klass, "page.edit", NULL, edit);
  gtk_widget_class_install_action (klass, "page.new-customer", NULL, new_customer);
  gtk_widget_class_install_action (klass, "page.new-from-referral", "x", new_from_referral);
  gtk_widget_class_install_action (klass, "page.import", NULL, import);
  gtk_widget_class_install_action (klass, "page.merge", "(xx)", merge);
  gtk_widget_class_install_action (klass, "page.merge-shown", NULL, merge_shown);
  gtk_widget_class_install_action (klass, "page.saved-filters", NULL, open_saved_filters);
  gtk_widget_class_install_action (klass, "page.interview", NULL, interview);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "page.back", NULL);
}

static void
hf_customers_page_class_init (HfCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_customers_page_get_property;
  object_class->set_property = hf_customers_page_set_property;
  object_class->constructed = hf_customers_page_constructed;
  object_class->dispose = hf_customers_page_dispose;
  widget_class->grab_focus = hf_customers_page_grab_focus;
  widget_class->measure = hf_customers_page_measure;
  widget_class->size_allocate = hf_customers_page_size_allocate;
  widget_class->unmap = hf_customers_page_unmap;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_CUSTOMER_LIST);
  g_type_ensure (HF_TYPE_CUSTOMER_DETAIL);
  g_type_ensure (HF_TYPE_SPLIT_HANDLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, list);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, handle);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, detail_side);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, detail);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_split);
  gtk_widget_class_bind_template_callback (widget_class, on_state_changed);
  install_actions (widget_class);
}

static void
hf_customers_page_init (HfCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hf_customers_page_open:
 * @self: the page
 * @id: the customer
 *
 * Shows one customer beside the list.
 */
void
hf_customers_page_open (HfCustomersPage *self, gint64 id)
{
  hf_customer_list_set_shown (self->list, id);
  hf_customer_detail_show (self->detail, id);
  show_detail (self);
}

/**
 * hf_customers_page_filter:
 * @self: the page
 * @expression: such as "status=lost", "reason=price" or "search=words"; see
 *   hf_customer_expression_parse()
 *
 * Shows only the customers that an expression names.
 */
void
hf_customers_page_filter (HfCustomersPage *self, const char *expression)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (self->list);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  if (g_str_has_prefix (expression, SEARCH))
    {
      hf_customer_filter_bar_set_search (bar, expression + strlen (SEARCH));
      return;
    }
  g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (expression);
  hf_customer_filter_bar_set_filter (bar, filter);
}
