#include "config.h"

#include "hf-customer-columns.h"

#include <glib/gi18n.h>

#include "hf-custom-closures.h"
#include "hf-custom-record.h"
#include "hf-customer-closures.h"
#include "hf-customer.h"
#include "hf-locale.h"
#include "hf-query-item.h"

/* The column that is always there: the two-line row, sorted by name. */
#define CUSTOMER "name"
#define CUSTOMER_RESOURCE "/org/huifang/Huifang/customers/hf-customer-item.ui"
#define MIN_WIDTH 40
#define MAX_WIDTH 1000

/* Fields that can have a column of their own. */
static const char *const offered[] = {
  "code",        "phone",           "email",        "company", "address",
  "branch",      "account_manager", "language",     "tags",    "status",
  "joined_on",   "lost_on",         "annual_value", "need",    "time_zone",
  "do_not_call", "do_not_call_on",  "note",
};

/* Which columns the list of customers has, in which order and how wide. */
struct _HfCustomerColumns
{
  GObject parent_instance;

  GtkColumnView *view;
  GHashTable *columns; /* name to GtkColumnViewColumn */
  GSimpleActionGroup *actions;
  GMenu *menu;
  GMenu *custom_menu;     /* a section of it */
  HfCustomRecord *custom; /* the custom fields that there are; NULL before they are known */
  GVariant *state;        /* as restored, which may name custom fields of another database */
  const char *probed;     /* the column that the view sorts by first, while that is asked */
  gboolean is_setting;
};

enum
{
  SIGNAL_ORDER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerColumns, hf_customer_columns, G_TYPE_OBJECT)

static const char *
get_name (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "name");
}

static const HfField *
get_field (HfCustomerColumns *self, const char *name)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const HfField *field = hf_field_find (fields, n_fields, name);
  return field == NULL && self->custom != NULL
             ? hf_field_find (self->custom->fields, self->custom->n_fields, name)
             : field;
}

/* What a cell says: the expression's arguments are the list item, the record and the column's
 * name. */
static char *
cell_words (GtkListItem *item, HfCustomer *customer, const char *name)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  gint64 id;
  if (customer == NULL)
    return g_strdup ("");
  if (!hf_custom_field_parse_key (name, &id))
    return hf_customer_words_cell (hf_field_find (fields, n_fields, name), customer);
  return hf_custom_words_value (
      customer->custom != NULL ? g_hash_table_lookup (customer->custom, &id) : NULL);
}

static void
on_setup (GtkColumnViewColumn *column, GtkListItem *item)
{
  const HfField *field = get_field (g_object_get_data (G_OBJECT (column), "columns"),
                                    get_name (column));
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), field->kind == HF_FIELD_AMOUNT ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (field->kind != HF_FIELD_TEXT && field->kind != HF_FIELD_CHOICE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  GtkExpression *parameters[] = {
    gtk_property_expression_new (HF_TYPE_QUERY_ITEM,
                                 gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item"),
                                 "record"),
    gtk_constant_expression_new (G_TYPE_STRING, get_name (column)),
  };
  GtkExpression *words = gtk_cclosure_expression_new (G_TYPE_STRING, NULL,
                                                      G_N_ELEMENTS (parameters), parameters,
                                                      G_CALLBACK (cell_words), NULL, NULL);
  gtk_expression_bind (words, label, "label", item);
}

/* Never sorts: it is asked only so that the view's own sorter tells which column comes first,
 * and in which direction. */
static int
probe (gconstpointer one, gconstpointer other, gpointer data)
{
  GtkColumnViewColumn *column = data;
  HfCustomerColumns *self = g_object_get_data (G_OBJECT (column), "columns");
  self->probed = get_name (column);
  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (HfCustomerColumns *self)
{
  if (self->is_setting)
    return;
  self->probed = NULL;
  GtkOrdering ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view),
                                             self->actions, self->menu);
  if (self->probed != NULL)
    g_signal_emit (self, signals[SIGNAL_ORDER_CHOSEN], 0, self->probed,
                   ordering == GTK_ORDERING_LARGER);
}

static GtkColumnViewColumn *
add_column (HfCustomerColumns *self, const char *name, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_object_set_data_full (G_OBJECT (column), "name", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (column), "columns", self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), column, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->view, column);
  g_hash_table_insert (self->columns, g_strdup (name), column);
  return column;
}

static void
add_customer (HfCustomerColumns *self)
{
  GtkColumnViewColumn *column = add_column (self, CUSTOMER, C_ ("column", "Customer"));
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (
      NULL, CUSTOMER_RESOURCE);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_expand (column, TRUE);
}

/* An action's name has no colon. */
static char *
action_of (const char *name)
{
  return g_strdelimit (g_strdup (name), ":", '-');
}

static void
add_choice (HfCustomerColumns *self, GMenu *menu, GtkColumnViewColumn *column)
{
  g_autofree char *name = action_of (get_name (column));
  g_autofree char *detailed = g_strdup_printf ("columns.%s", name);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (menu, gtk_column_view_column_get_title (column), detailed);
}

static void
add_own (HfCustomerColumns *self, const char *name)
{
  GtkColumnViewColumn *column = add_column (self, name,
                                            hf_field_label (get_field (self, name)));
  gtk_column_view_column_set_visible (column, FALSE);
  add_choice (self, self->menu, column);
}

static void
hf_customer_columns_dispose (GObject *object)
{
  HfCustomerColumns *self = HF_CUSTOMER_COLUMNS (object);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (hf_customer_columns_parent_class)->dispose (object);
}

static void
hf_customer_columns_finalize (GObject *object)
{
  HfCustomerColumns *self = HF_CUSTOMER_COLUMNS (object);
  g_hash_table_unref (self->columns);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_object_unref (self->custom_menu);
  g_clear_pointer (&self->custom, hf_custom_record_free);
  g_clear_pointer (&self->state, g_variant_unref);
  G_OBJECT_CLASS (hf_customer_columns_parent_class)->finalize (object);
}

static void
hf_customer_columns_class_init (HfCustomerColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hf_customer_columns_dispose;
  object_class->finalize = hf_customer_columns_finalize;

  /**
   * HfCustomerColumns::order-chosen:
   * @order: the column's field, see hf_customer_filter_set_order()
   * @descending: whether the largest comes first
   *
   * A column's heading was clicked.
   */
  signals[SIGNAL_ORDER_CHOSEN] = g_signal_new ("order-chosen", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
hf_customer_columns_init (HfCustomerColumns *self)
{
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->custom_menu = g_menu_new ();
}

/**
 * hf_customer_columns_new:
 * @view: a view without columns
 *
 * Gives a view its columns, of which only the customer shows.
 *
 * Returns: (transfer full): the columns
 */
HfCustomerColumns *
hf_customer_columns_new (GtkColumnView *view)
{
  HfCustomerColumns *self = g_object_new (HF_TYPE_CUSTOMER_COLUMNS, NULL);
  self->view = g_object_ref (view);
  add_customer (self);
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    add_own (self, offered[i]);
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (self->custom_menu));
  g_signal_connect_swapped (gtk_column_view_get_sorter (view), "changed",
                            G_CALLBACK (on_sorter_changed), self);
  return self;
}

/**
 * hf_customer_columns_restore:
 * @self: the columns
 * @state: what hf_customer_columns_save() gave; of names that are none any more, nothing is
 * used
 *
 * Shows the columns as they were; those of custom fields once these are known.
 */
void
hf_customer_columns_restore (HfCustomerColumns *self, GVariant *state)
{
  GVariantIter iter;
  const char *name;
  int width;
  gboolean visible;
  guint place = 0;
  g_clear_pointer (&self->state, g_variant_unref);
  self->state = g_variant_ref_sink (state);
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "(&sib)", &name, &width, &visible))
    {
      GtkColumnViewColumn *column = g_hash_table_lookup (self->columns, name);
      if (column == NULL)
        continue;
      gtk_column_view_insert_column (self->view, place++, column);
      gtk_column_view_column_set_visible (column, visible || g_str_equal (name, CUSTOMER));
      gtk_column_view_column_set_fixed_width (
          column, width > 0 ? CLAMP (width, MIN_WIDTH, MAX_WIDTH) : -1);
    }
}

/* The columns of custom fields that are not there stand where they stood. */
static void
save_absent (HfCustomerColumns *self, guint *place, GVariantBuilder *builder)
{
  const char *name;
  int width;
  gboolean visible;
  while (self->state != NULL && *place < g_variant_n_children (self->state))
    {
      g_variant_get_child (self->state, *place, "(&sib)", &name, &width, &visible);
      if (g_hash_table_contains (self->columns, name)
          || !hf_custom_field_parse_key (name, NULL))
        return;
      g_variant_builder_add (builder, "(sib)", name, width, visible);
      ++*place;
    }
}

/**
 * hf_customer_columns_save:
 * @self: the columns
 *
 * Notes how the columns are.
 *
 * Returns: (transfer floating): of type %HF_CUSTOMER_COLUMNS_TYPE
 */
GVariant *
hf_customer_columns_save (HfCustomerColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GVariantBuilder builder;
  guint place = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (HF_CUSTOMER_COLUMNS_TYPE));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++, place++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      save_absent (self, &place, &builder);
      g_variant_builder_add (&builder, "(sib)", get_name (column),
                             gtk_column_view_column_get_fixed_width (column),
                             gtk_column_view_column_get_visible (column));
    }
  save_absent (self, &place, &builder);
  return g_variant_builder_end (&builder);
}

static void
remove_custom (HfCustomerColumns *self)
{
  GHashTableIter iter;
  gpointer name, column;
  g_menu_remove_all (self->custom_menu);
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &name, &column))
    if (hf_custom_field_parse_key (name, NULL))
      {
        g_autofree char *action = action_of (name);
        g_action_map_remove_action (G_ACTION_MAP (self->actions), action);
        gtk_column_view_remove_column (self->view, column);
        g_hash_table_iter_remove (&iter);
      }
}

/* The same fields by the same names need no new columns. */
static gboolean
are_known (HfCustomerColumns *self, const HfCustomRecord *custom)
{
  if (self->custom == NULL || self->custom->n_fields != custom->n_fields)
    return FALSE;
  for (guint i = 0; i < custom->n_fields; i++)
    if (custom->ids[i] != self->custom->ids[i]
        || g_strcmp0 (custom->fields[i].label, self->custom->fields[i].label) != 0)
      return FALSE;
  return TRUE;
}

/**
 * hf_customer_columns_set_fields:
 * @self: the columns
 * @fields: (element-type HfCustomField): the custom fields that there are
 *
 * Offers a column for each of them; hf_customer_columns_set_order() is to follow.
 */
void
hf_customer_columns_set_fields (HfCustomerColumns *self, GPtrArray *fields)
{
  g_autoptr (HfCustomRecord) custom = hf_custom_record_new (fields, NULL,
                                                            hf_locale_get_current ());
  if (are_known (self, custom))
    return;
  g_autoptr (GVariant) state = g_variant_ref_sink (hf_customer_columns_save (self));
  self->is_setting = TRUE;
  remove_custom (self);
  g_clear_pointer (&self->custom, hf_custom_record_free);
  self->custom = g_steal_pointer (&custom);
  for (guint i = 0; i < self->custom->n_fields; i++)
    {
      GtkColumnViewColumn *column = add_column (self, self->custom->names[i],
                                                self->custom->fields[i].label);
      gtk_column_view_column_set_visible (column, FALSE);
      add_choice (self, self->custom_menu, column);
    }
  self->is_setting = FALSE;
  hf_customer_columns_restore (self, state);
}

/**
 * hf_customer_columns_set_order:
 * @self: the columns
 * @order: by which field the list is sorted, see hf_customer_filter_dup_order()
 * @descending: whether the largest comes first
 *
 * Shows at a heading how the list is sorted.
 */
void
hf_customer_columns_set_order (HfCustomerColumns *self, const char *order, gboolean descending)
{
  GtkColumnViewColumn *column = g_hash_table_lookup (self->columns, order);
  self->is_setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_setting = FALSE;
}

/**
 * hf_customer_columns_get_actions:
 * @self: the columns
 *
 * Gives the actions that show and hide a column, to be inserted as "columns".
 *
 * Returns: (transfer none): the actions
 */
GActionGroup *
hf_customer_columns_get_actions (HfCustomerColumns *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * hf_customer_columns_get_menu:
 * @self: the columns
 *
 * Gives the menu of those actions.
 *
 * Returns: (transfer none): the menu
 */
GMenuModel *
hf_customer_columns_get_menu (HfCustomerColumns *self)
{
  return G_MENU_MODEL (self->menu);
}
