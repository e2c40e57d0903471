#include "config.h"

#include "hf-store-custom-values.h"
#include "hf-store-customer-clause.h"
#include "hf-store-customers-private.h"
#include "hf-store-keys-private.h"
#include "hf-text.h"

/* By what a list is sorted. Where the table has no index for it, or what is sorted by is in
 * another table, every customer found is looked at and sorted. */
typedef struct
{
  const char *column;
  gboolean may_be_unknown;
  gboolean has_index;
  const char *then; /* what the index has next, or NULL */
  const char *join; /* the table that it is in, or NULL for the customer's own */
} Order;

#define JOIN_BRANCH " LEFT JOIN branch ON branch.id = customer.branch_id"
#define JOIN_STAFF " LEFT JOIN staff ON staff.id = customer.account_manager_id"

static const Order orders[] = {
  [HF_CUSTOMER_BY_NAME] = { "customer.sort_name", FALSE, TRUE },
  [HF_CUSTOMER_BY_CODE] = { "customer.code", FALSE, TRUE },
  [HF_CUSTOMER_BY_STATUS] = { "customer.status", FALSE, TRUE, "customer.sort_name" },
  [HF_CUSTOMER_BY_LOST_ON] = { "customer.lost_on", TRUE, TRUE },
  [HF_CUSTOMER_BY_VALUE] = { "customer.annual_value", TRUE, TRUE },
  [HF_CUSTOMER_BY_BRANCH] = { "branch.name", TRUE, FALSE, NULL, JOIN_BRANCH },
  [HF_CUSTOMER_BY_MANAGER] = { "staff.name", TRUE, FALSE, NULL, JOIN_STAFF },
  [HF_CUSTOMER_BY_PHONE] = { "customer.phone_digits", TRUE, TRUE },
  [HF_CUSTOMER_BY_EMAIL] = { "customer.email", TRUE, FALSE },
  [HF_CUSTOMER_BY_COMPANY] = { "customer.company", TRUE, FALSE },
  [HF_CUSTOMER_BY_ADDRESS] = { "customer.address", TRUE, FALSE },
  [HF_CUSTOMER_BY_LANGUAGE] = { "customer.language", TRUE, FALSE },
  [HF_CUSTOMER_BY_TAGS] = { "customer.tags", TRUE, FALSE },
  [HF_CUSTOMER_BY_JOINED_ON] = { "customer.joined_on", TRUE, FALSE },
  [HF_CUSTOMER_BY_NEED] = { "customer.need", TRUE, FALSE },
  [HF_CUSTOMER_BY_TIME_ZONE] = { "customer.time_zone", TRUE, FALSE },
  [HF_CUSTOMER_BY_NOTE] = { "customer.note", TRUE, FALSE },
  [HF_CUSTOMER_BY_DO_NOT_CALL] = { "customer.do_not_call", FALSE, FALSE },
  [HF_CUSTOMER_BY_DO_NOT_CALL_ON] = { "customer.do_not_call_on", TRUE, FALSE },
};

/* The order of a filter, and what its texts are in. */
typedef struct
{
  Order order;
  char *join; /* NULL: none is needed */
} Sorting;

static void
sorting_clear (Sorting *self)
{
  g_free (self->join);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

/* Numbers are stored as text, as all that is entered in custom fields. */
static Sorting
find_sorting (HfStoreSession *session, const HfCustomerFilter *filter)
{
  gint64 numeric = 0;
  Sorting self = { orders[filter->order], NULL };
  if (filter->order_field == 0)
    return self;
  /* One that there is not sorts as a text that nobody has. */
  hf_store_session_count (session,
                          "SELECT count(*) FROM custom_field WHERE id = $1 AND kind = 'number'",
                          HF_DB_VALUES (hf_db_integer (filter->order_field)), &numeric, NULL);
  self.join = g_strdup_printf (" LEFT JOIN custom_value sorted ON sorted.customer_id = "
                               "customer.id AND sorted.field_id = %" G_GINT64_FORMAT,
                               filter->order_field);
  self.order = (Order){ numeric ? "CAST (sorted.value AS NUMERIC)" : "sorted.value", TRUE,
                        FALSE, NULL, self.join };
  return self;
}

/* Engines differ in where what is not known comes unless they are told; only told of a column
 * that may be unknown does PostgreSQL still use the column's index. */
static const char *
unknown_place (const Order *order, gboolean descending)
{
  if (!order->may_be_unknown)
    return "";
  return descending ? "NULLS LAST" : "NULLS FIRST";
}

/* Looked for without an index. */
static gboolean
scans (const HfCustomerFilter *filter)
{
  return filter->tag != NULL || filter->grade != NULL || filter->queue == HF_CUSTOMER_QUEUE_NOT
         || filter->calling == HF_CUSTOMER_CALLING_ALLOWED;
}

/* Looked for, or sorted, without an index. */
static const char *
scan_mark (const HfCustomerFilter *filter, const Order *order)
{
  return scans (filter) || (order != NULL && !order->has_index) ? HF_DB_WHOLE_TABLE : "";
}

static char *
make_order (const HfCustomerFilter *filter, const Order *order)
{
  const char *direction = filter->descending ? "DESC" : "ASC";
  g_autofree char *then = order->then != NULL
                              ? g_strdup_printf ("%s %s, ", order->then, direction)
                              : g_strdup ("");
  return g_strdup_printf ("%s %s %s, %scustomer.id %s", order->column, direction,
                          unknown_place (order, filter->descending), then, direction);
}

/* A list has columns for custom fields as well. */
static GPtrArray *
with_custom (HfStoreSession *session, GPtrArray *page, GError **error)
{
  if (page != NULL && !hf_store_custom_values_add_to (session, page, error))
    g_clear_pointer (&page, g_ptr_array_unref);
  return page;
}

static GPtrArray *
read_page (HfStoreSession *session, const HfCustomerFilter *filter, HfCustomerSearch search,
           gboolean sorted, guint first, guint count, GError **error)
{
  g_auto (Sorting) sorting = find_sorting (session, filter);
  HfCustomerClause clause;
  hf_customer_clause_init (&clause, session, filter, search,
                           sorted ? G_MAXINT64 : (gint64) first + count);
  g_autofree char *order = sorted ? make_order (filter, &sorting.order)
                                  : g_strconcat (clause.search.order->str, "customer.id", NULL);
  gsize limit = hf_customer_clause_add_value (&clause, hf_db_integer (count));
  gsize offset = hf_customer_clause_add_value (&clause, hf_db_integer (first));
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s" HF_STORE_CUSTOMER_COLUMNS HF_STORE_CUSTOMER_TABLES
      "%s%s ORDER BY %s LIMIT $%" G_GSIZE_FORMAT " OFFSET $%" G_GSIZE_FORMAT,
      scan_mark (filter, sorted ? &sorting.order : NULL),
      sorting.join != NULL ? sorting.join : "", clause.where->str, order, limit, offset);
  GPtrArray *page = hf_store_session_list (session, sql, clause.values, clause.n_values,
                                           hf_store_customer_of_row, g_object_unref, error);
  hf_customer_clause_clear (&clause);
  return with_custom (session, page, error);
}

/**
 * hf_store_customers_list:
 * @session: a session
 * @filter: (nullable): which customers, in which order
 * @first: how many to pass over
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the customers that a list shows at one place. More than %HF_STORE_SEARCH_FEW that are
 * searched for come as they are found, by code, by phone, and by words as they were added,
 * since to sort them would take longer than to type another letter.
 *
 * Returns: (transfer full) (nullable) (element-type HfCustomer): the customers
 */
GPtrArray *
hf_store_customers_list (HfStoreSession *session, const HfCustomerFilter *filter, guint first,
                         guint count, GError **error)
{
  g_autoptr (HfCustomerFilter) used = hf_customer_filter_copy (filter);
  g_autoptr (GPtrArray) page = read_page (session, used, HF_CUSTOMER_SEARCH_FEW, TRUE, first,
                                          count, error);
  /* An empty page of a search may be that of too many. */
  if (page == NULL || page->len > 0 || hf_text_is_blank (used->search))
    return g_steal_pointer (&page);
  return read_page (session, used, HF_CUSTOMER_SEARCH_ALL, FALSE, first, count, error);
}

/**
 * hf_store_customers_list_keys:
 * @session: a session
 * @filter: (nullable): which customers, in which order
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the keys of all customers whom a list shows. Only what is sorted by is looked at, so
 * that a million are put into any order in a second or two.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys
 */
GArray *
hf_store_customers_list_keys (HfStoreSession *session, const HfCustomerFilter *filter,
                              GError **error)
{
  g_autoptr (HfCustomerFilter) used = hf_customer_filter_copy (filter);
  g_auto (Sorting) sorting = find_sorting (session, used);
  const Order *by = &sorting.order;
  g_autofree char *order = make_order (used, by);
  HfCustomerClause clause;
  hf_customer_clause_init (&clause, session, used, HF_CUSTOMER_SEARCH_ALL, G_MAXINT64);
  g_autofree char *sql = g_strdup_printf (
      "SELECT " HF_DB_WHOLE_TABLE "customer.id FROM customer%s%s ORDER BY %s",
      by->join != NULL ? by->join : "", clause.where->str, order);
  GArray *keys = hf_store_keys_list (session, sql, clause.values, clause.n_values, error);
  hf_customer_clause_clear (&clause);
  return keys;
}

/**
 * hf_store_customers_read:
 * @session: a session
 * @keys: (array length=n_keys): which customers
 * @n_keys: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the customers whom a list shows at one place.
 *
 * Returns: (transfer full) (nullable) (element-type HfCustomer): the customers, in the order of
 *   the keys; %NULL in the place of one who is gone
 */
GPtrArray *
hf_store_customers_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                         GError **error)
{
  return with_custom (
      session,
      hf_store_keys_read (session,
                          "SELECT " HF_STORE_CUSTOMER_COLUMNS HF_STORE_CUSTOMER_TABLES
                          " WHERE customer.id",
                          keys, n_keys, hf_store_customer_of_row, error),
      error);
}

/**
 * hf_store_customers_start_quickly:
 * @filter: (nullable): which customers, in which order
 *
 * Tells whether hf_store_customers_list() finds the first of a million at once, because indexes
 * have them in their order, or because they come as they are found.
 *
 * Returns: whether it does
 */
gboolean
hf_store_customers_start_quickly (const HfCustomerFilter *filter)
{
  return filter == NULL
         || (!scans (filter)
             && ((orders[filter->order].has_index && filter->order_field == 0)
                 || !hf_text_is_blank (filter->search)));
}

/**
 * hf_store_customers_count:
 * @session: a session
 * @filter: (nullable): which customers
 * @count: (out): how many there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the customers that a list shows.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_customers_count (HfStoreSession *session, const HfCustomerFilter *filter,
                          gint64 *count, GError **error)
{
  g_autoptr (HfCustomerFilter) used = hf_customer_filter_copy (filter);
  HfCustomerClause clause;
  hf_customer_clause_init (&clause, session, used, HF_CUSTOMER_SEARCH_ALL, G_MAXINT64);
  g_autofree char *sql = clause.only_search
                             ? g_strdup_printf ("SELECT count(*) FROM (%s) AS found",
                                                clause.search.sql->str)
                             : g_strdup_printf ("SELECT %scount(*) FROM customer%s",
                                                scan_mark (used, NULL), clause.where->str);
  gboolean counted = hf_store_session_count (session, sql, clause.values, clause.n_values,
                                             count, error);
  hf_customer_clause_clear (&clause);
  return counted;
}
