#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a customer is found, the likeliest to be meant first. */
typedef enum
{
  HF_CUSTOMER_MATCH_CODE,
  HF_CUSTOMER_MATCH_PHONE,
  HF_CUSTOMER_MATCH_NAME,
  HF_CUSTOMER_MATCH_NAME_BEGINS,
  HF_CUSTOMER_MATCH_NAME_READ_WHOLE, /* in pinyin, from its beginning, in whole syllables */
  HF_CUSTOMER_MATCH_NAME_READ_SO,    /* or with the last one begun, or by initials */
  HF_CUSTOMER_MATCH_LAST_DIGITS,
  HF_CUSTOMER_MATCH_CODE_BEGINS,
  HF_CUSTOMER_MATCH_PHONE_BEGINS,
  HF_CUSTOMER_MATCH_IN_NAME,
  HF_CUSTOMER_MATCH_IN_NAME_READ_SO,
  HF_CUSTOMER_MATCH_COMPANY,
  HF_CUSTOMER_MATCH_COMPANY_READ_SO,
  HF_CUSTOMER_MATCH_OTHER, /* by several words, e-mail or a code of old */
} HfCustomerMatch;

HfCustomerMatch hf_customer_match (const char *typed, const char *name, const char *company,
                                   const char *code, const char *phone, char **reading);

G_END_DECLS
