#pragma once

#include <glib-object.h>

#include "hf-customer-match.h"

G_BEGIN_DECLS

typedef enum
{
  HF_FINDING_CUSTOMER,
  HF_FINDING_COMPLAINT,
  HF_FINDING_PROMISE,
  HF_FINDING_INTERVIEW,
} HfFindingKind;

#define HF_TYPE_FINDING (hf_finding_get_type ())
G_DECLARE_FINAL_TYPE (HfFinding, hf_finding, HF, FINDING, GObject)

/* Something that a search through everything found: a customer, or a record of one. */
struct _HfFinding
{
  GObject parent_instance;

  HfFindingKind kind;
  gint64 id;
  gint64 customer_id;  /* 0: of nobody who is known */
  gint64 complaint_id; /* of a promise; 0: of none */
  char *name;
  char *company;
  char *code;
  char *phone;
  gboolean do_not_call;
  char *state;  /* as the record has it, a name of its choices */
  char *words;  /* of a complaint or a promise */
  char *number; /* of a complaint */
  gint64 at;
  HfCustomerMatch match; /* why a customer was found */
  char *reading;         /* in pinyin, of what was found by it */
};

HfFinding *hf_finding_new (HfFindingKind kind);

G_END_DECLS
