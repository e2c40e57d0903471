#pragma once

#include "hf-db.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

/* The condition that a row's day and branch are in scope: $1 the key of the last row that was
 * read, $2 how many to read, $3 and $4 the period's ends, $5 the branch. */
#define HF_STORE_IN_BRANCH(branch) "($5 IS NULL OR " branch " = $5)"
#define HF_STORE_IN_SCOPE(day, branch)                                                         \
  "($3 IS NULL OR " day " >= $3) AND ($4 IS NULL OR " day                                      \
  " <= $4) AND " HF_STORE_IN_BRANCH (branch)

/* The same for a row that has a moment and no day: $3 is where the period begins, $4 where it
 * has ended. */
#define HF_STORE_AT_IN_SCOPE(at, branch)                                                       \
  "($3 IS NULL OR " at " >= $3) AND ($4 IS NULL OR " at                                        \
  " < $4) AND " HF_STORE_IN_BRANCH (branch)

#define HF_STORE_SCOPE_N_VALUES 5

void hf_store_scope_bind (const HfStoreScope *scope, gint64 after_id, guint count,
                          HfDbValue values[HF_STORE_SCOPE_N_VALUES]);
void hf_store_scope_bind_moments (const HfStoreScope *scope, gint64 after_id, guint count,
                                  HfDbValue values[HF_STORE_SCOPE_N_VALUES]);

/* The answers that count, a, but for what was only said; of an interview i with a customer c.
 */
#define HF_STORE_ANSWERS_GIVEN                                                                 \
  "FROM answer a JOIN interview i ON i.id = a.interview_id JOIN customer c "                   \
  "ON c.id = i.customer_id LEFT JOIN staff s ON s.id = a.staff_id "                            \
  "WHERE a.state = 'current' AND a.value NOT IN ('', 'said')"

G_END_DECLS
