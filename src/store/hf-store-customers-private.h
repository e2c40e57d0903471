#pragma once

#include "hf-db-statement.h"
#include "hf-store-customers.h"
#include "hf-store-queue-private.h"

G_BEGIN_DECLS

/* What hf_store_customer_of_row() reads, in a statement of these tables. */
#define HF_STORE_CUSTOMER_COLUMNS                                                              \
  "customer.id, customer.revision, customer.code, customer.name, customer.phone, "             \
  "customer.email, customer.company, customer.address, branch.name, staff.name, "              \
  "customer.language, customer.tags, customer.status, customer.joined_on, customer.lost_on, "  \
  "customer.annual_value, customer.need, customer.do_not_call, customer.note, "                \
  "customer.branch_id, customer.account_manager_id, "                                          \
  "(SELECT code FROM coded_reason r WHERE r.customer_id = customer.id "                        \
  " ORDER BY CASE r.rank WHEN 'primary' THEN 0 ELSE 1 END, r.at DESC LIMIT 1), "               \
  "(SELECT quote FROM coded_reason r WHERE r.customer_id = customer.id "                       \
  " ORDER BY CASE r.rank WHEN 'primary' THEN 0 ELSE 1 END, r.at DESC LIMIT 1), "               \
  "customer.do_not_call_on, customer.do_not_call_reason, customer.do_not_call_by_id, "         \
  "(SELECT name FROM staff s WHERE s.id = customer.do_not_call_by_id), "                       \
  "customer.time_zone, " HF_QUEUE_ZONE ("customer")
#define HF_STORE_CUSTOMER_N_COLUMNS 29
#define HF_STORE_CUSTOMER_TABLES                                                               \
  " FROM customer LEFT JOIN branch ON branch.id = customer.branch_id"                          \
  " LEFT JOIN staff ON staff.id = customer.account_manager_id"

gpointer hf_store_customer_of_row (HfDbStatement *row);
gboolean hf_store_customers_update_row (HfStoreSession *session, const HfCustomer *customer,
                                        GError **error);

G_END_DECLS
