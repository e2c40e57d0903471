#pragma once

#include "hf-codebook.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What the pages about customers call things by, the same for every customer. */
typedef struct
{
  HfCodebook *codebook;
  GPtrArray *branches;   /* (element-type HfBranch) */
  GPtrArray *staff;      /* (element-type HfStaff) */
  GPtrArray *tags;       /* (element-type utf8) */
  GPtrArray *filters;    /* (element-type HfSavedFilter) */
  GPtrArray *fields;     /* (element-type HfCustomField) */
  GHashTable *languages; /* a language's code to its name in itself */
  char *currency;        /* NULL where none was chosen */
} HfCustomerNames;

/* HfStoreTopics after which they may be others. */
#define HF_CUSTOMER_NAMES_TOPICS (HF_STORE_CODEBOOK | HF_STORE_STAFF | HF_STORE_SETTINGS)

gpointer hf_customer_names_load (HfStoreSession *session, gpointer unused, GError **error);
HfCustomerNames *hf_customer_names_ref (HfCustomerNames *self);
void hf_customer_names_unref (HfCustomerNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerNames, hf_customer_names_unref)
char *hf_customer_names_dup_code (HfCustomerNames *self, const char *code);
const char *hf_customer_names_get_language (const HfCustomerNames *self, const char *code);

G_END_DECLS
