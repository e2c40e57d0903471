#pragma once

#include "hf-db-value.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* So many customers who are found are put into an order; of more, nobody reads the whole list,
 * and to sort them would take longer than to type another letter. */
#define HF_STORE_SEARCH_FEW 1000

#define HF_STORE_SEARCH_MAX_VALUES 15

/* What a person looks for, as a SELECT of customers' keys with its parameters. */
typedef struct
{
  GString *sql;   /* empty where nothing can be looked for */
  GString *order; /* in which they are found: it ends with a comma, and the key comes next */
  gsize n_before; /* parameters of the statement that it is part of */
  HfDbValue values[HF_STORE_SEARCH_MAX_VALUES];
  gsize n_values;
  GPtrArray *texts; /* what the values point to */
} HfStoreSearchTerms;

void hf_store_search_terms_init (HfStoreSearchTerms *self, HfStoreSession *session,
                                 const char *typed, gint64 most, gsize n_before);
void hf_store_search_terms_add_names (HfStoreSearchTerms *self, const char *typed);
void hf_store_search_terms_limit (HfStoreSearchTerms *self, gint64 most);
char *hf_store_search_terms_dup_pattern (const char *typed);
void hf_store_search_terms_clear (HfStoreSearchTerms *self);

G_END_DECLS
