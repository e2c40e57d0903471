#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_REASON_PRIMARY,
  HF_REASON_CONTRIBUTING,
} HfReasonRank;

extern const HfChoice hf_reason_ranks[];

typedef enum
{
  HF_REASON_SAID,
  HF_REASON_INFERRED,
  HF_REASON_RECORDED,
} HfReasonBasis;

extern const HfChoice hf_reason_bases[];

#define HF_TYPE_CODED_REASON (hf_coded_reason_get_type ())
G_DECLARE_FINAL_TYPE (HfCodedReason, hf_coded_reason, HF, CODED_REASON, GObject)

/* Why a customer left, by the codebook, with what it rests on. */
struct _HfCodedReason
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  gint64 customer_id;
  gint64 interview_id; /* 0: not from an interview */
  gint64 verbatim_id;  /* 0: no words */
  char *code;          /* a code of the codebook */
  HfReasonRank rank;
  HfReasonBasis basis;
  char *quote;        /* the customer's words that it rests on */
  gint64 quote_start; /* characters from the verbatim's start; -1: none */
  gint64 coder_id;    /* the member of staff who coded it, 0: an import */
  gint64 at;          /* when it was learnt */

  /* Read-only. */
  char *customer_code;
  char *customer_name;
  char *coder;
};

HfCodedReason *hf_coded_reason_new (void);
HfCodedReason *hf_coded_reason_copy (const HfCodedReason *self);

G_END_DECLS
