#pragma once

#include "hf-customer-choice.h"
#include "hf-db.h"
#include "hf-store-search-terms-private.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* At most: a value for each part of a filter, two for a period and for a custom field, and a
 * page of the list. */
#define HF_CUSTOMER_CLAUSE_MAX_VALUES                                                          \
  (24 + 2 * HF_CUSTOMER_FILTER_MAX_CUSTOM + HF_STORE_SEARCH_MAX_VALUES)

/* Tags with a comma before and behind each. */
#define HF_CUSTOMER_TAGS "(',' || replace (customer.tags, ', ', ',') || ',')"

/* The class of a customer c by the last twelve months of which purchases are known; see
 * hf_diagnosis_loyalty(). It is worked out for each customer that is looked at. */
#define HF_CUSTOMER_CLASS(c)                                                                   \
  "(SELECT CASE WHEN coalesce (sum (p.need), 0) <= 0 THEN 'unknown' "                          \
  "WHEN sum (p.amount) * 100 >= sum (p.need) * 80 THEN 'a' "                                   \
  "WHEN sum (p.amount) * 100 >= sum (p.need) * 20 THEN 'b' ELSE 'c' END FROM (SELECT "         \
  "u.amount, coalesce (u.need, " c ".need) AS need FROM purchase u "                           \
  "WHERE u.customer_id = " c ".id ORDER BY u.month DESC LIMIT 12) p "                          \
  "WHERE p.need IS NOT NULL)"

typedef enum
{
  HF_CUSTOMER_SEARCH_ALL,
  HF_CUSTOMER_SEARCH_FEW, /* nobody, where it finds more than %HF_STORE_SEARCH_FEW */
} HfCustomerSearch;

/* A filter of customers as a WHERE clause over the table customer, with its parameters. */
typedef struct
{
  GString *where; /* "" or " WHERE (..) AND (..)" */
  HfDbValue values[HF_CUSTOMER_CLAUSE_MAX_VALUES];
  gsize n_values;
  HfStoreSearchTerms search;
  GPtrArray *texts;     /* (element-type utf8): parameters that are not the filter's own */
  gboolean only_search; /* nothing else narrows it */
} HfCustomerClause;

void hf_customer_clause_init (HfCustomerClause *self, HfStoreSession *session,
                              const HfCustomerFilter *filter, HfCustomerSearch search,
                              gint64 enough);
void hf_customer_clause_init_choice (HfCustomerClause *self, HfStoreSession *session,
                                     const HfCustomerChoice *choice);
void hf_customer_clause_clear (HfCustomerClause *self);
void hf_customer_clause_append (HfCustomerClause *self, const char *condition);
gsize hf_customer_clause_add_value (HfCustomerClause *self, HfDbValue value);

G_END_DECLS
