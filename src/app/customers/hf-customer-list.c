#include "config.h"

#include "hf-customer-list.h"

#include <glib/gi18n.h>

#include "hf-column-rows.h"
#include "hf-customer-closures.h"
#include "hf-customer-columns.h"
#include "hf-customer-expression.h"
#include "hf-customer-row.h"
#include "hf-query-model.h"
#include "hf-query-selection.h"
#include "hf-row-bin.h"
#include "hf-selection-bar.h"
#include "hf-widget.h"

/* So long nobody takes for waiting. */
#define SLOW_MS 200

/* Rows that are filled before they can be seen, and on a screen of unknown height. */
#define MARGIN 3
#define FIRST_VIEW 30

/* Which customers there are, and how they are narrowed down. */
struct _HfCustomerList
{
  GtkWidget parent_instance;

  HfCustomerFilterBar *bar;
  GtkStack *stack;
  GtkColumnView *view;
  GtkAdjustment *scroll;
  HfSelectionBar *actions;

  HfQueryModel *model;
  HfQuerySelection *selection;
  HfCustomerColumns *columns;
  gboolean asked; /* for other customers than those that show */
  gboolean slow;  /* and not answered at once */
  guint slow_source;
  gint64 shown; /* the customer beside the list, 0: none */
  guint place; /* where the list was the last time, gone to when it is there; 0: at its start */
};

enum
{
  PROP_SINGLE_CLICK = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_STATE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerList, hf_customer_list, GTK_TYPE_WIDGET)

static char *
count_words (HfCustomerList *self)
{
  const HfCustomerFilter *filter = hf_customer_filter_bar_get_filter (self->bar);
  gboolean narrows = hf_customer_filter_narrows (filter);
  HfQueryAnswer answer = hf_query_model_get_answer (self->model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (answer == HF_QUERY_ANSWER_AWAITED && self->slow)
    return g_strdup (narrows ? _ ("Searching…") : _ ("Sorting…"));
  if (answer == HF_QUERY_ANSWER_BEGUN)
    return narrows ? hf_customer_words_count_of_many (n_items) : NULL;
  return hf_query_model_is_ready (self->model) ? hf_customer_words_count (n_items, narrows)
                                               : NULL;
}

static void
show_count (HfCustomerList *self)
{
  g_autofree char *words = count_words (self);
  hf_customer_filter_bar_set_count (self->bar, words);
}

static gboolean
on_slow (gpointer data)
{
  HfCustomerList *self = data;
  self->slow_source = 0;
  self->slow = TRUE;
  show_count (self);
  return G_SOURCE_REMOVE;
}

/* What others are waited for is said, but not where they come at once. */
static void
begin_asking (HfCustomerList *self)
{
  self->asked = TRUE;
  self->slow = FALSE;
  g_clear_handle_id (&self->slow_source, g_source_remove);
  self->slow_source = g_timeout_add (SLOW_MS, on_slow, self);
}

/* Once, when all rows have their places. */
static void
go_to_place (HfCustomerList *self)
{
  if (self->place == 0 || self->model == NULL || hf_query_model_is_loading (self->model))
    return;
  if (self->place >= g_list_model_get_n_items (G_LIST_MODEL (self->model))
      || hf_column_rows_put_first (self->view, self->place))
    self->place = 0;
}

/* What can be seen, and a little more; the rows have their places, and are not painted yet. */
static void
on_layout (HfCustomerList *self)
{
  guint first, count;
  if (self->model == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  go_to_place (self);
  if (!hf_column_rows_get_span (self->view, &first, &count))
    return;
  guint before = MIN (first, MARGIN);
  hf_query_model_set_view (self->model, first - before, count + before + MARGIN);
}

static void
show_state (HfCustomerList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *page = n_items > 0 ? "list" : "none";
  if (!hf_query_model_is_ready (self->model))
    page = "loading";
  gtk_stack_set_visible_child_name (self->stack, page);
  show_count (self);
  if (!hf_query_model_is_loading (self->model) && hf_customer_list_get_error (self) == NULL)
    self->asked = FALSE;
  if (self->place > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
show_order (HfCustomerList *self)
{
  const HfCustomerFilter *filter = hf_customer_filter_bar_get_filter (self->bar);
  g_autofree char *order = hf_customer_filter_dup_order (filter);
  hf_customer_columns_set_order (self->columns, order, filter->descending);
}

static void
on_filter_changed (HfCustomerList *self)
{
  const HfCustomerFilter *filter = hf_customer_filter_bar_get_filter (self->bar);
  show_order (self);
  if (self->model == NULL)
    return;
  begin_asking (self);
  hf_query_model_set_filter (self->model, filter);
  hf_query_selection_set_only (self->selection, self->shown);
  /* Another question is read from its start. */
  hf_query_model_set_view (self->model, 0, FIRST_VIEW);
  hf_column_rows_scroll_to (self->view, 0);
}

/* Who is selected alone is shown beside the list. */
static void
on_selected (HfCustomerList *self)
{
  gint64 only = hf_query_selection_get_only (self->selection);
  if (only == 0 || only == self->shown)
    return;
  self->shown = only;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, only, FALSE);
}

static void
on_order_chosen (HfCustomerList *self, const char *order, gboolean descending)
{
  hf_customer_filter_bar_set_order (self->bar, order, descending);
}

static void
on_activated (HfCustomerList *self, guint position)
{
  const HfCustomer *customer = hf_query_model_peek (self->model, position);
  if (customer == NULL)
    return;
  self->shown = customer->id;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, customer->id, TRUE);
}

static void
clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerFilter everybody = { 0 };
  hf_customer_filter_bar_set_filter (HF_CUSTOMER_LIST (widget)->bar, &everybody);
  gtk_widget_activate_action (widget, "win.clear-search", NULL);
}

/* Where there are no many, the key is for the page. */
static gboolean
unselect_many (GtkWidget *widget, GVariant *unused, gpointer data)
{
  HfCustomerList *self = HF_CUSTOMER_LIST (widget);
  if (self->selection == NULL || hf_query_selection_count (self->selection) <= 1)
    return GDK_EVENT_PROPAGATE;
  hf_query_selection_set_only (self->selection, self->shown);
  return GDK_EVENT_STOP;
}

static void
hf_customer_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfCustomerList *self = HF_CUSTOMER_LIST (object);
  g_value_set_boolean (value, gtk_column_view_get_single_click_activate (self->view));
}

static void
hf_customer_list_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *pspec)
{
  HfCustomerList *self = HF_CUSTOMER_LIST (object);
  gtk_column_view_set_single_click_activate (self->view, g_value_get_boolean (value));
}

static gboolean
hf_customer_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (hf_column_rows_get (HF_CUSTOMER_LIST (widget)->view));
}

static void
hf_customer_list_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_customer_list_parent_class)->realize (widget);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (widget), "layout",
                            G_CALLBACK (on_layout), widget);
}

static void
hf_customer_list_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget), on_layout, widget);
  GTK_WIDGET_CLASS (hf_customer_list_parent_class)->unrealize (widget);
}

static void
hf_customer_list_dispose (GObject *object)
{
  HfCustomerList *self = HF_CUSTOMER_LIST (object);
  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_LIST);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (hf_customer_list_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  /**
   * HfCustomerList::chosen:
   * @id: a customer's key
   * @open: whether to go there: the row was activated and not only selected
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  /**
   * HfCustomerList::state-changed:
   *
   * The store answered, or failed to.
   */
  signals[SIGNAL_STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_customer_list_class_init (HfCustomerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = hf_customer_list_get_property;
  object_class->set_property = hf_customer_list_set_property;
  object_class->dispose = hf_customer_list_dispose;
  widget_class->grab_focus = hf_customer_list_grab_focus;
  widget_class->realize = hf_customer_list_realize;
  widget_class->unrealize = hf_customer_list_unrealize;
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean (
      "single-click", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));
  g_type_ensure (HF_TYPE_CUSTOMER_ROW);
  g_type_ensure (HF_TYPE_CUSTOMER_FILTER_BAR);
  g_type_ensure (HF_TYPE_QUERY_ITEM);
  g_type_ensure (HF_TYPE_ROW_BIN);
  g_type_ensure (HF_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerList, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerList, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerList, view);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerList, scroll);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerList, actions);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "customers.clear", NULL, clear_filter);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, unselect_many, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_list_init (HfCustomerList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = hf_customer_columns_new (self->view);
  g_signal_connect_swapped (self->columns, "order-chosen", G_CALLBACK (on_order_chosen), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  hf_customer_columns_get_actions (self->columns));
  hf_customer_filter_bar_set_columns (self->bar, hf_customer_columns_get_menu (self->columns));
}

/**
 * hf_customer_list_set_store:
 * @self: the list
 * @store: the store
 *
 * Begins to show the customers of a store.
 */
void
hf_customer_list_set_store (HfCustomerList *self, HfStore *store)
{
  hf_customer_filter_bar_set_store (self->bar, store);
  self->model = hf_query_model_new (store, &hf_query_customers);
  g_signal_connect_swapped (self->model, "notify", G_CALLBACK (show_state), self);
  self->selection = hf_query_selection_new (self->model);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (on_selected), self);
  hf_selection_bar_set_source (self->actions, store, self->selection, self->bar);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  on_filter_changed (self);
}

/**
 * hf_customer_list_set_names:
 * @self: the list
 * @names: what branches, reasons, staff and custom fields are called
 *
 * Offers them to choose from.
 */
void
hf_customer_list_set_names (HfCustomerList *self, HfCustomerNames *names)
{
  hf_customer_columns_set_fields (self->columns, names->fields);
  show_order (self);
  hf_customer_filter_bar_set_names (self->bar, names);
  hf_selection_bar_set_names (self->actions, names);
}

/**
 * hf_customer_list_get_bar:
 * @self: the list
 *
 * Gives what narrows the list down.
 *
 * Returns: (transfer none): the bar
 */
HfCustomerFilterBar *
hf_customer_list_get_bar (HfCustomerList *self)
{
  return self->bar;
}

/**
 * hf_customer_list_set_shown:
 * @self: the list
 * @id: a customer's key, 0 for nobody
 *
 * Tells who is shown beside the list.
 */
void
hf_customer_list_set_shown (HfCustomerList *self, gint64 id)
{
  self->shown = id;
  hf_query_selection_set_only (self->selection, id);
}

/**
 * hf_customer_list_reload:
 * @self: the list
 *
 * Asks the store again, after a failure.
 */
void
hf_customer_list_reload (HfCustomerList *self)
{
  hf_query_model_reload (self->model);
}

/**
 * hf_customer_list_is_empty:
 * @self: the list
 *
 * Tells whether there are no customers at all, which is not the same as none found.
 *
 * Returns: whether there are none
 */
gboolean
hf_customer_list_is_empty (HfCustomerList *self)
{
  return hf_query_model_is_ready (self->model) && !hf_query_model_is_loading (self->model)
         && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0
         && !hf_customer_filter_narrows (hf_customer_filter_bar_get_filter (self->bar));
}

/**
 * hf_customer_list_get_error:
 * @self: the list
 *
 * Gives what went wrong with the last question to the store.
 *
 * Returns: (transfer none) (nullable): the error
 */
const GError *
hf_customer_list_get_error (HfCustomerList *self)
{
  return hf_query_model_get_error (self->model);
}

/**
 * hf_customer_list_is_current:
 * @self: the list
 *
 * Tells whether the customers that show are those that were asked for, if perhaps not their
 * newest state.
 *
 * Returns: whether they are
 */
gboolean
hf_customer_list_is_current (HfCustomerList *self)
{
  return hf_query_model_is_ready (self->model) && !self->asked;
}

/**
 * hf_customer_list_restore:
 * @self: the list
 * @columns: (nullable): of type %HF_CUSTOMER_COLUMNS_TYPE
 * @place: which row was at the top
 *
 * Shows the list as it was; before a store is set.
 */
void
hf_customer_list_restore (HfCustomerList *self, GVariant *columns, guint place)
{
  if (columns != NULL)
    hf_customer_columns_restore (self->columns, columns);
  self->place = place;
}

/**
 * hf_customer_list_save_columns:
 * @self: the list
 *
 * Notes which columns it has.
 *
 * Returns: (transfer floating): of type %HF_CUSTOMER_COLUMNS_TYPE
 */
GVariant *
hf_customer_list_save_columns (HfCustomerList *self)
{
  return hf_customer_columns_save (self->columns);
}

/**
 * hf_customer_list_get_place:
 * @self: the list
 *
 * Tells which row is at the top; all are of one height.
 *
 * Returns: the row, from 0
 */
guint
hf_customer_list_get_place (HfCustomerList *self)
{
  double height = gtk_adjustment_get_upper (self->scroll);
  guint n_items = self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model))
                                      : 0;
  return height > 0 ? n_items * (gtk_adjustment_get_value (self->scroll) / height) : 0;
}
