#include "config.h"

#include "hf-customer-filter-bar.h"

#include <glib/gi18n.h>

#include "hf-branch.h"
#include "hf-customer-closures.h"
#include "hf-filter-chip.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

/* How far back the months go that can be chosen. */
#define MONTHS 24

/* How the list of customers is narrowed down and sorted. */
struct _HfCustomerFilterBar
{
  GtkWidget parent_instance;

  HfFilterChip *branch;
  HfFilterChip *reason;
  HfFilterChip *month;
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

static void
show_filter (HfCustomerFilterBar *self)
{
  g_autofree char *branch = self->filter->branch_id != 0
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, self->filter->branch_id)
                                : NULL;
  hf_filter_chip_set_value (self->branch, branch);
  hf_filter_chip_set_value (self->reason, self->filter->reason);
  hf_filter_chip_set_value (self->month, self->filter->lost_in);
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
  apply_filter (self);
}

static void
clear_also (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerFilterBar *self = HF_CUSTOMER_FILTER_BAR (widget);
  gboolean searched = !hf_text_is_blank (self->filter->search);
  hf_text_set (&self->filter->search, NULL);
  hf_text_set (&self->filter->manager, NULL);
  g_clear_pointer (&self->filter->lost_within, hf_period_free);
  g_clear_pointer (&self->filter->learnt_within, hf_period_free);
  apply_filter (self);
  if (searched)
    gtk_widget_activate_action (widget, "win.clear-search", NULL);
}

static HfCustomerOrder
find_order (const char *name)
{
  for (guint i = 0; i < HF_CUSTOMER_N_ORDERS; i++)
    if (g_strcmp0 (hf_customer_order_names[i], name) == 0)
      return i;
  return HF_CUSTOMER_BY_NAME;
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
      g_value_set_string (value, hf_customer_order_names[self->filter->order]);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->filter->descending);
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
      self->filter->order = find_order (g_value_get_string (value));
      apply_filter (self);
      break;
    case PROP_DESCENDING:
      self->filter->descending = g_value_get_boolean (value);
      apply_filter (self);
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
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "customers.status", "status");
  gtk_widget_class_install_property_action (klass, "customers.order", "order");
  gtk_widget_class_install_property_action (klass, "customers.descending", "descending");
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

  g_type_ensure (HF_TYPE_FILTER_CHIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, branch);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, reason);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, month);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, also);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, also_label);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_months (HfCustomerFilterBar *self)
{
  g_autofree char *today = hf_time_today ();
  int year = g_ascii_strtoll (today, NULL, 10);
  int month = g_ascii_strtoll (today + 5, NULL, 10);
  for (int i = 0; i < MONTHS; i++)
    {
      g_autofree char *value = g_strdup_printf ("%04d-%02d", year, month);
      g_autofree char *label = hf_customer_words_month (value);
      hf_filter_chip_add_choice (self->month, value, label);
      year -= month == 1;
      month = month == 1 ? 12 : month - 1;
    }
}

static void
hf_customer_filter_bar_init (HfCustomerFilterBar *self)
{
  self->filter = hf_customer_filter_copy (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_months (self);
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

/**
 * hf_customer_filter_bar_set_names:
 * @self: the bar
 * @names: what branches and reasons are called
 *
 * Offers branches and reasons to choose from.
 */
void
hf_customer_filter_bar_set_names (HfCustomerFilterBar *self, HfCustomerNames *names)
{
  hf_filter_chip_clear_choices (self->branch);
  for (guint i = 0; i < names->branches->len; i++)
    {
      const HfBranch *branch = g_ptr_array_index (names->branches, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, branch->id);
      hf_filter_chip_add_choice (self->branch, value, branch->name);
    }
  hf_filter_chip_clear_choices (self->reason);
  for (guint i = 0; i < names->codebook->codes->len; i++)
    {
      const HfCode *code = g_ptr_array_index (names->codebook->codes, i);
      g_autofree char *name = hf_customer_names_dup_code (names, code->id);
      g_autofree char *label = g_strconcat (code->parent != NULL ? "    " : "", name, NULL);
      hf_filter_chip_add_choice (self->reason, code->id, label);
    }
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
  copy->descending = self->filter->descending;
  hf_customer_filter_free (self->filter);
  self->filter = copy;
  apply_filter (self);
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
