#include "config.h"

#include "hf-store-customer-clause.h"

#include "hf-customer.h"
#include "hf-store-customers.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* The search is gone through once, however many it finds. */
#define FEW_CONDITION                                                                          \
  "customer.id IN (WITH found AS MATERIALIZED (%s) SELECT id FROM found "                      \
  "WHERE (SELECT count(*) FROM found) <= " G_STRINGIFY (HF_STORE_SEARCH_FEW) ")"

/**
 * hf_customer_clause_append:
 * @self: a clause
 * @condition: what must hold as well
 *
 * Narrows it.
 */
void
hf_customer_clause_append (HfCustomerClause *self, const char *condition)
{
  g_string_append_printf (self->where, "%s(%s)", self->where->len > 0 ? " AND " : " WHERE ",
                          condition);
}

/**
 * hf_customer_clause_add_value:
 * @self: a clause
 * @value: a parameter; its text is borrowed
 *
 * Adds a parameter.
 *
 * Returns: its number
 */
gsize
hf_customer_clause_add_value (HfCustomerClause *self, HfDbValue value)
{
  g_assert (self->n_values < HF_CUSTOMER_CLAUSE_MAX_VALUES);
  self->values[self->n_values++] = value;
  return self->n_values;
}

/* A condition over one parameter, $1. */
static void
add (HfCustomerClause *self, const char *condition, HfDbValue value)
{
  gsize number = hf_customer_clause_add_value (self, value);
  g_autofree char *parameter = g_strdup_printf ("$%" G_GSIZE_FORMAT, number);
  g_auto (GStrv) parts = g_strsplit (condition, "$1", -1);
  g_autofree char *numbered = g_strjoinv (parameter, parts);
  hf_customer_clause_append (self, numbered);
}

static void
add_text (HfCustomerClause *self, const char *condition, const char *text)
{
  if (text != NULL)
    add (self, condition, hf_db_text (text));
}

/* Whose day is not known was lost before every day there is. */
static void
add_lost_within (HfCustomerClause *self, const HfPeriod *lost)
{
  hf_customer_clause_append (self, "customer.status = 'lost' OR customer.lost_on IS NOT NULL");
  add_text (self, "customer.lost_on >= $1", lost->from);
  add_text (self, "customer.lost_on IS NULL OR customer.lost_on <= $1", lost->to);
}

static void
append_learnt (HfCustomerClause *self, GString *condition, const char *comparison,
               const char *day)
{
  if (day != NULL)
    g_string_append_printf (condition, " AND r.learnt_on %s $%" G_GSIZE_FORMAT, comparison,
                            hf_customer_clause_add_value (self, hf_db_text (day)));
}

static void
add_reason (HfCustomerClause *self, const char *reason, const HfPeriod *learnt)
{
  gsize first = hf_customer_clause_add_value (self, hf_db_text (reason));
  GString *condition = g_string_new ("customer.id IN (SELECT customer_id FROM coded_reason r "
                                     "JOIN code c ON c.id = r.code WHERE ");
  g_string_append_printf (condition,
                          "(c.id = $%" G_GSIZE_FORMAT " OR c.parent = $%" G_GSIZE_FORMAT ")",
                          first, first);
  append_learnt (self, condition, ">=", learnt != NULL ? learnt->from : NULL);
  append_learnt (self, condition, "<=", learnt != NULL ? learnt->to : NULL);
  g_string_append_c (condition, ')');
  hf_customer_clause_append (self, condition->str);
  g_string_free (condition, TRUE);
}

static void
add_queue (HfCustomerClause *self, HfStoreSession *session, HfCustomerQueue queue)
{
  switch (queue)
    {
    case HF_CUSTOMER_QUEUE_WAITING:
      hf_customer_clause_append (self, "customer.id IN (SELECT t.customer_id FROM call_task t "
                                       "WHERE t.state = 'waiting')");
      break;
    case HF_CUSTOMER_QUEUE_DUE:
      add (self,
           "customer.do_not_call = 0 AND customer.id IN (SELECT t.customer_id "
           "FROM call_task t WHERE t.state = 'waiting' AND t.due_at <= $1 "
           "AND t.appointment_at <= $1)",
           hf_db_integer (hf_store_session_get_now (session)));
      break;
    case HF_CUSTOMER_QUEUE_NOT:
      hf_customer_clause_append (self, "NOT EXISTS (SELECT 1 FROM call_task t WHERE "
                                       "t.customer_id = customer.id AND t.state = 'waiting')");
      break;
    case HF_CUSTOMER_QUEUE_ANY:
    default:
      break;
    }
}

/* A number that is written into the statement lets the engines use the index of the few. */
static void
add_calling (HfCustomerClause *self, HfCustomerCalling calling)
{
  if (calling == HF_CUSTOMER_CALLING_REFUSED)
    hf_customer_clause_append (self, "customer.do_not_call = 1");
  else if (calling == HF_CUSTOMER_CALLING_ALLOWED)
    hf_customer_clause_append (self, "customer.do_not_call = 0");
}

/* A condition over the value v of one custom field; a value of another is no number. */
static void
add_custom_value (HfCustomerClause *self, gint64 field_id, const char *condition,
                  char *parameter)
{
  if (parameter == NULL)
    return;
  g_autofree char *whole = g_strdup_printf (
      "customer.id IN (SELECT v.customer_id FROM custom_value v WHERE v.field_id "
      "= %" G_GINT64_FORMAT " AND %s)",
      field_id, condition);
  g_ptr_array_add (self->texts, parameter);
  add_text (self, whole, parameter);
}

static void
add_custom_range (HfCustomerClause *self, const HfCustomCondition *condition)
{
  gboolean number = condition->kind == HF_CUSTOM_NUMBER;
  g_autofree char *cast = g_strdup_printf ("CASE WHEN v.field_id = %" G_GINT64_FORMAT
                                           " THEN CAST (v.value AS NUMERIC) END",
                                           condition->field_id);
  g_autofree char *least = g_strdup_printf ("%s >= %s", number ? cast : "v.value",
                                            number ? "CAST ($1 AS NUMERIC)" : "$1");
  g_autofree char *largest = g_strdup_printf ("%s <= %s", number ? cast : "v.value",
                                              number ? "CAST ($1 AS NUMERIC)" : "$1");
  char *from, *to;
  hf_custom_condition_split (condition->value, &from, &to);
  add_custom_value (self, condition->field_id, least, from);
  add_custom_value (self, condition->field_id, largest, to);
}

static void
add_custom (HfCustomerClause *self, const HfCustomCondition *condition)
{
  switch (condition->kind)
    {
    case HF_CUSTOM_NUMBER:
    case HF_CUSTOM_DATE:
      add_custom_range (self, condition);
      break;
    case HF_CUSTOM_CHOICE:
      add_custom_value (self, condition->field_id,
                        "replace ($1, '\n' || v.value || '\n', '') <> $1",
                        g_strconcat ("\n", condition->value, "\n", NULL));
      break;
    case HF_CUSTOM_TEXT:
    default:
      add_custom_value (self, condition->field_id,
                        "replace (lower (v.value), lower ($1), '') <> lower (v.value)",
                        g_strdup (condition->value));
    }
}

static void
add_filter (HfCustomerClause *self, HfStoreSession *session, const HfCustomerFilter *filter)
{
  add_text (self, "customer.status = $1", filter->status);
  if (filter->branch_id != 0)
    add (self, "customer.branch_id = $1", hf_db_integer (filter->branch_id));
  add_text (self, "substr (customer.lost_on, 1, 7) = $1", filter->lost_in);
  add_text (self, "customer.account_manager_id IN (SELECT s.id FROM staff s WHERE s.name = $1)",
            filter->manager);
  if (filter->reason != NULL)
    add_reason (self, filter->reason, filter->learnt_within);
  if (filter->lost_within != NULL)
    add_lost_within (self, filter->lost_within);
  add_queue (self, session, filter->queue);
  add_calling (self, filter->calling);
  add_text (self, "replace (" HF_CUSTOMER_TAGS ", ',' || $1 || ',', '') <> " HF_CUSTOMER_TAGS,
            filter->tag);
  add_text (self, HF_CUSTOMER_CLASS ("customer") " = $1", filter->grade);
  for (guint i = 0; filter->custom != NULL && i < filter->custom->len; i++)
    add_custom (self, filter->custom->pdata[i]);
}

static void
add_search (HfCustomerClause *self, HfStoreSession *session, const char *typed,
            HfCustomerSearch search, gint64 enough)
{
  gboolean narrowed = self->where->len > 0;
  HfStoreSearchTerms *terms = &self->search;
  hf_store_search_terms_init (
      terms, session, typed,
      search == HF_CUSTOMER_SEARCH_FEW ? HF_STORE_SEARCH_FEW + 1 : G_MAXINT64, self->n_values);
  if (terms->sql->len == 0)
    {
      /* Signs alone are nobody's name. */
      if (!hf_text_is_blank (typed))
        hf_customer_clause_append (self, "1 = 0");
      return;
    }
  if (!narrowed)
    hf_store_search_terms_limit (terms, enough);
  self->only_search = !narrowed;
  g_autofree char *condition = g_strdup_printf (
      search == HF_CUSTOMER_SEARCH_FEW ? FEW_CONDITION : "customer.id IN (%s)",
      terms->sql->str);
  hf_customer_clause_append (self, condition);
  for (gsize i = 0; i < terms->n_values; i++)
    hf_customer_clause_add_value (self, terms->values[i]);
}

/**
 * hf_customer_clause_init:
 * @self: (out caller-allocates): a clause
 * @session: a session
 * @filter: a filter, whose texts are borrowed
 * @search: how much its search lets through
 * @enough: how many are wanted at most, %G_MAXINT64 for all
 *
 * Writes a filter as SQL. Two parts of it are looked up customer by customer, not by an index:
 * class and tag.
 */
void
hf_customer_clause_init (HfCustomerClause *self, HfStoreSession *session,
                         const HfCustomerFilter *filter, HfCustomerSearch search, gint64 enough)
{
  *self = (HfCustomerClause){ .where = g_string_new (NULL),
                              .texts = g_ptr_array_new_with_free_func (g_free) };
  add_filter (self, session, filter);
  add_search (self, session, filter->search, search, enough);
}

static void
append_keys (HfCustomerClause *self, const HfCustomerChoice *choice)
{
  if (choice->everything && choice->keys->len == 0)
    return;
  g_autoptr (GString) condition = g_string_new (choice->everything ? "customer.id NOT IN ("
                                                                   : "customer.id IN (");
  for (guint i = 0; i < choice->keys->len; i++)
    g_string_append_printf (condition, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (choice->keys, gint64, i));
  g_string_append (condition, choice->keys->len > 0 ? ")" : "0)");
  hf_customer_clause_append (self, condition->str);
}

/**
 * hf_customer_clause_init_choice:
 * @self: (out caller-allocates): a clause
 * @session: a session
 * @choice: many customers, whose texts are borrowed
 *
 * Writes as SQL who was chosen.
 */
void
hf_customer_clause_init_choice (HfCustomerClause *self, HfStoreSession *session,
                                const HfCustomerChoice *choice)
{
  static const HfCustomerFilter everybody = { 0 };
  hf_customer_clause_init (self, session, choice->everything ? choice->filter : &everybody,
                           HF_CUSTOMER_SEARCH_ALL, G_MAXINT64);
  append_keys (self, choice);
}

/**
 * hf_customer_clause_clear:
 * @self: a clause
 *
 * Gives back what it used.
 */
void
hf_customer_clause_clear (HfCustomerClause *self)
{
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->texts);
  hf_store_search_terms_clear (&self->search);
}
