#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CUSTOMER_ACTIVE,
  HF_CUSTOMER_AT_RISK,
  HF_CUSTOMER_LOST,
  HF_CUSTOMER_WON_BACK,
} HfCustomerStatus;

extern const HfChoice hf_customer_statuses[];

/* Why customers are usually not to be called; other reasons are as good. */
#define HF_CUSTOMER_N_REFUSALS 4
#define HF_CUSTOMER_REFUSAL_ASKED 0

#define HF_TYPE_CUSTOMER (hf_customer_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomer, hf_customer, HF, CUSTOMER, GObject)

/* A customer's file. A record is data: its fields are public, its strings are its own, and it
 * is handed over whole from one thread to another. */
struct _HfCustomer
{
  GObject parent_instance;

  gint64 id;       /* 0: not stored yet */
  gint64 revision; /* counts its changes */
  char *code;
  char *name;
  char *phone;
  char *email;
  char *company;
  char *address;
  char *branch;             /* the branch's name */
  char *account_manager;    /* the account manager's name */
  char *account_manager_on; /* since when, in a save that changes who it is; NULL: today */
  char *time_zone;          /* whose clock counts for calls; NULL: the branch's */
  char *language;
  char *tags; /* with commas between them */
  HfCustomerStatus status;
  char *joined_on;
  char *lost_on;       /* NULL with status lost: the day is not known */
  gint64 annual_value; /* thousandths */
  gint64 need;         /* what the customer needs in a month, thousandths */
  gboolean do_not_call;
  char *do_not_call_reason;
  char *do_not_call_on; /* since when */
  char *note;

  /* Read-only: what other tables say about the customer. In an import, what the file says. */
  char *zone; /* by whose clock they are called, empty: the firm's */
  gint64 branch_id;
  gint64 account_manager_id;
  gint64 do_not_call_by_id; /* who noted it */
  char *do_not_call_by;
  char *reason; /* the primary reason's code */
  char *reason_words;
  GHashTable *custom; /* (element-type gint64 utf8): what is entered in custom fields, by their
                         keys; NULL: nothing, or it was not read */
};

HfCustomer *hf_customer_new (void);
void hf_customer_assign (HfCustomer *self, const HfCustomer *from);
void hf_customer_take_refusal (HfCustomer *self, const HfCustomer *from);
HfCustomer *hf_customer_copy (const HfCustomer *self);
const HfField *hf_customer_fields (gsize *n_fields);
const char *hf_customer_get_refusal_reason (guint i);
const char *hf_customer_title (const HfCustomer *self);
gboolean hf_customer_validate (const HfCustomer *self, GError **error);
gboolean hf_customer_check (const HfCustomer *self, const char *today, const char **field,
                            GError **error);

G_END_DECLS
