#include "config.h"

#include "hf-customer-filter-bar.h"

#include "hf-custom-chips.h"
#include "hf-customer-closures.h"
#include "hf-customer-expression.h"
#include "hf-customer-filter-choices.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-locale.h"
#include "hf-saved-filters.h"
#include "hf-text.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* How the list of customers is narrowed down and sorted. */
struct _HfCustomerFilterBar
{
  GtkWidget parent_instance;

  HfFilterChip *branch;
  HfFilterChip *reason;
  HfFilterChip *month;
  GtkRevealer *more;
  HfFilterChip *manager;
  HfFilterChip *grade;
  HfFilterChip *queue;
  HfFilterChip *calling;
  HfFilterChip *tag;
  HfCustomChips *custom;
  HfSavedFilters *saved;
  GtkMenuButton *columns;
  GMenu *custom_orders;
  GtkWidget *also;
  GtkLabel *also_label;
  GtkLabel *count;

  HfCustomerFilter *filter;
};

enum
{
  PROP_STATUS = 1,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_MORE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerFilterBar, hf_customer_filter_bar, GTK_TYPE_WIDGET)

/* What has no chip of its own. */
static void
show_also (HfCustomerFilterBar *self)
{
  g_autofree char *words = hf_customer_words_also (self->filter);
  gtk_label_set_text (self->also_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->also, words != NULL);
}

static const char *
name_of (const HfChoice *choices, int value)
{
  return value > 0 ? choices[value].name : NULL;
}

static int
value_of (const HfChoice *choices, const char *name)
{
  return name != NULL ? MAX (0, hf_choice_find_name (choices, name)) : 0;
}

/* What narrows the list is not hidden. */
static void
show_more (HfCustomerFilterBar *self)
{
  const HfCustomerFilter *filter = self->filter;
  if (filter->manager != NULL || filter->grade != NULL || filter->tag != NULL
      || filter->queue != HF_CUSTOMER_QUEUE_ANY || filter->calling != HF_CUSTOMER_CALLING_ANY
      || (filter->custom != NULL && filter->custom->len > 0))
    g_object_set (self, "more", TRUE, NULL);
}

static void
show_filter (HfCustomerFilterBar *self)
{
  const HfCustomerFilter *filter = self->filter;
  g_autofree char *branch = filter->branch_id != 0
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, filter->branch_id)
                                : NULL;
  hf_filter_chip_set_value (self->branch, branch);
  hf_filter_chip_set_value (self->reason, filter->reason);
  hf_filter_chip_set_value (self->month, filter->lost_in);
  hf_filter_chip_set_value (self->manager, filter->manager);
  hf_filter_chip_set_value (self->grade, filter->grade);
  hf_filter_chip_set_value (self->tag, filter->tag);
  hf_filter_chip_set_value (self->queue, name_of (hf_customer_queues, filter->queue));
  hf_filter_chip_set_value (self->calling, name_of (hf_customer_callings, filter->calling));
  hf_custom_chips_show (self->custom, filter);
  g_autofree char *expression = hf_customer_expression_format (filter);
  hf_saved_filters_set_expression (self->saved, expression);
  show_more (self);
  show_also (self);
  for (guint id = PROP_STATUS; id <= PROP_DESCENDING; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
apply_filter (HfCustomerFilterBar *self)
{
  show_filter (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_chip_changed (HfCustomerFilterBar *self)
{
  const char *branch = hf_filter_chip_get_value (self->branch);
  self->filter->branch_id = branch != NULL ? g_ascii_strtoll (branch, NULL, 10) : 0;
  hf_text_set (&self->filter->reason, hf_filter_chip_get_value (self->reason));
  hf_text_set (&self->filter->lost_in, hf_filter_chip_get_value (self->month));
  hf_text_set (&self->filter->manager, hf_filter_chip_get_value (self->manager));
  hf_text_set (&self->filter->grade, hf_filter_chip_get_value (self->grade));
  hf_text_set (&self->filter->tag, hf_filter_chip_get_value (self->tag));
  self->filter->queue = value_of (hf_customer_queues, hf_filter_chip_get_value (self->queue));
  self->filter->calling = value_of (hf_customer_callings,
                                    hf_filter_chip_get_value (self->calling));
  hf_custom_chips_read (self->custom, self->filter);
  apply_filter (self);
}

static void
on_saved_chosen (HfCustomerFilterBar *self, const char *expression)
{
  hf_customer_filter_bar_set_expression (self, expression);
}

static void
clear_also (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerFilterBar *self = HF_CUSTOMER_FILTER_BAR (widget);
  gboolean searched = !hf_text_is_blank (self->filter->search);
  hf_text_set (&self->filter->search, NULL);
  g_clear_pointer (&self->filter->lost_within, hf_period_free);
  g_clear_pointer (&self->filter->learnt_within, hf_period_free);
  apply_filter (self);
  if (searched)
    gtk_widget_activate_action (widget, "win.clear-search", NULL);
}

static void
hf_customer_filter_bar_get_property (GObject *object, guint id, GValue *value,
                                     GParamSpec *pspec)
{
  HfCustomerFilterBar *self = HF_CUSTOMER_FILTER_BAR (object);
  switch (id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->filter->status != NULL ? self->filter->status : "");
      break;
    case PROP_ORDER:
      g_value_take_string (value, hf_customer_filter_dup_order (self->filter));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->filter->descending);
      break;
    case PROP_MORE:
      g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->more));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_customer_filter_bar_set_property (GObject *object, guint id, const GValue *value,
                                     GParamSpec *pspec)
{
  HfCustomerFilterBar *self = HF_CUSTOMER_FILTER_BAR (object);
  switch (id)
    {
    case PROP_STATUS:
      if (hf_text_set (&self->filter->status, g_value_get_string (value)))
        apply_filter (self);
      break;
    case PROP_ORDER:
      hf_customer_filter_set_order (self->filter, g_value_get_string (value));
      apply_filter (self);
      break;
    case PROP_DESCENDING:
      self->filter->descending = g_value_get_boolean (value);
      apply_filter (self);
      break;
    case PROP_MORE:
      gtk_revealer_set_reveal_child (self->more, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_customer_filter_bar_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOMER_FILTER_BAR);
  G_OBJECT_CLASS (hf_customer_filter_bar_parent_class)->dispose (object);
}

static void
hf_customer_filter_bar_finalize (GObject *object)
{
  hf_customer_filter_free (HF_CUSTOMER_FILTER_BAR (object)->filter);
  G_OBJECT_CLASS (hf_customer_filter_bar_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_MORE] = g_param_spec_boolean ("more", NULL, NULL, FALSE,
                                                flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "customers.status", "status");
  gtk_widget_class_install_property_action (klass, "customers.order", "order");
  gtk_widget_class_install_property_action (klass, "customers.descending", "descending");
  gtk_widget_class_install_property_action (klass, "customers.more", "more");
  gtk_widget_class_install_action (klass, "customers.clear-also", NULL, clear_also);
}

static void
hf_customer_filter_bar_class_init (HfCustomerFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_customer_filter_bar_get_property;
  object_class->set_property = hf_customer_filter_bar_set_property;
  object_class->dispose = hf_customer_filter_bar_dispose;
  object_class->finalize = hf_customer_filter_bar_finalize;
  install_properties (object_class);
  install_actions (widget_class);

  /**
   * HfCustomerFilterBar::changed:
   *
   * Others are asked for, or in another order.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  g_type_ensure (HF_TYPE_CUSTOM_CHIPS);
  g_type_ensure (HF_TYPE_FILTER_CHIP);
  g_type_ensure (HF_TYPE_SAVED_FILTERS);
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, branch);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, reason);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, month);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, more);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, manager);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, grade);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, queue);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, calling);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, tag);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, custom);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, custom_orders);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, saved);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, columns);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, also);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, also_label);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_filter_bar_init (HfCustomerFilterBar *self)
{
  self->filter = hf_customer_filter_copy (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_customer_filter_choices_add_months (self->month);
  hf_customer_filter_choices_add (self->grade, hf_loyalty_classes, 0);
  hf_customer_filter_choices_add (self->queue, hf_customer_queues, 1);
  hf_customer_filter_choices_add (self->calling, hf_customer_callings, 1);
}

/**
 * hf_customer_filter_bar_get_filter:
 * @self: the bar
 *
 * Gives what was chosen.
 *
 * Returns: (transfer none): the filter
 */
const HfCustomerFilter *
hf_customer_filter_bar_get_filter (HfCustomerFilterBar *self)
{
  return self->filter;
}

/**
 * hf_customer_filter_bar_set_count:
 * @self: the bar
 * @words: (nullable): how many were found
 *
 * Says how many there are.
 */
void
hf_customer_filter_bar_set_count (HfCustomerFilterBar *self, const char *words)
{
  gtk_label_set_text (self->count, words != NULL ? words : "");
}

static void
offer_orders (HfCustomerFilterBar *self, GPtrArray *fields)
{
  g_menu_remove_all (self->custom_orders);
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *field = g_ptr_array_index (fields, i);
      g_autofree char *key = hf_custom_field_dup_key (field->id);
      g_autoptr (GMenuItem) item = g_menu_item_new (
          hf_custom_field_get_name (field, hf_locale_get_current ()), NULL);
      g_menu_item_set_action_and_target (item, "customers.order", "s", key);
      if (!field->retired)
        g_menu_append_item (self->custom_orders, item);
    }
}

/**
 * hf_customer_filter_bar_set_names:
 * @self: the bar
 * @names: what branches, reasons and custom fields are called
 *
 * Offers them to choose from.
 */
void
hf_customer_filter_bar_set_names (HfCustomerFilterBar *self, HfCustomerNames *names)
{
  hf_customer_filter_choices_set_branches (self->branch, names);
  hf_customer_filter_choices_set_staff (self->manager, names);
  hf_customer_filter_choices_set_tags (self->tag, names);
  hf_customer_filter_choices_set_reasons (self->reason, names);
  hf_custom_chips_set_fields (self->custom, names->fields);
  offer_orders (self, names->fields);
  hf_saved_filters_set_filters (self->saved, names->filters);
  show_filter (self);
}

/**
 * hf_customer_filter_bar_set_filter:
 * @self: the bar
 * @filter: which customers; its order is passed over
 *
 * Shows other customers, in the order that was chosen.
 */
void
hf_customer_filter_bar_set_filter (HfCustomerFilterBar *self, const HfCustomerFilter *filter)
{
  HfCustomerFilter *copy = hf_customer_filter_copy (filter);
  copy->order = self->filter->order;
  copy->order_field = self->filter->order_field;
  copy->descending = self->filter->descending;
  hf_customer_filter_free (self->filter);
  self->filter = copy;
  apply_filter (self);
}

/**
 * hf_customer_filter_bar_set_expression:
 * @self: the bar
 * @expression: what hf_customer_expression_format() gave
 *
 * Shows the customers of a saved filter, in its order.
 */
void
hf_customer_filter_bar_set_expression (HfCustomerFilterBar *self, const char *expression)
{
  hf_customer_filter_free (self->filter);
  self->filter = hf_customer_expression_parse (expression);
  apply_filter (self);
}

/**
 * hf_customer_filter_bar_set_store:
 * @self: the bar
 * @store: the store
 *
 * Tells where filters are saved.
 */
void
hf_customer_filter_bar_set_store (HfCustomerFilterBar *self, HfStore *store)
{
  hf_saved_filters_set_store (self->saved, store);
}

/**
 * hf_customer_filter_bar_open_saved:
 * @self: the bar
 *
 * Opens the list of saved filters.
 */
void
hf_customer_filter_bar_open_saved (HfCustomerFilterBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->saved), "saved-filters.open", NULL);
}

/**
 * hf_customer_filter_bar_set_search:
 * @self: the bar
 * @search: what was typed, perhaps nothing
 *
 * Searches as somebody types. A search begins among all customers, and can then be narrowed.
 */
void
hf_customer_filter_bar_set_search (HfCustomerFilterBar *self, const char *search)
{
  HfCustomerFilter fresh = { .search = (char *) search };
  if (hf_text_is_blank (self->filter->search) && !hf_text_is_blank (search))
    hf_customer_filter_bar_set_filter (self, &fresh);
  else if (hf_text_set (&self->filter->search, search))
    apply_filter (self);
}

/**
 * hf_customer_filter_bar_set_order:
 * @self: the bar
 * @name: the field by which the list is sorted, see hf_customer_filter_dup_order()
 * @descending: whether the largest comes first
 *
 * Sorts the list.
 */
void
hf_customer_filter_bar_set_order (HfCustomerFilterBar *self, const char *name,
                                  gboolean descending)
{
  g_autofree char *order = hf_customer_filter_dup_order (self->filter);
  if (g_str_equal (order, name) && self->filter->descending == descending)
    return;
  hf_customer_filter_set_order (self->filter, name);
  self->filter->descending = descending;
  apply_filter (self);
}

/**
 * hf_customer_filter_bar_set_columns:
 * @self: the bar
 * @menu: the columns that can be shown
 *
 * Offers to choose the list's columns.
 */
void
hf_customer_filter_bar_set_columns (HfCustomerFilterBar *self, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (self->columns, menu);
}
