#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

#define HF_TYPE_SCORE (hf_score_get_type ())
G_DECLARE_FINAL_TYPE (HfScore, hf_score, HF, SCORE, GObject)

/* How satisfied a customer was, on a scale from 0. */
struct _HfScore
{
  GObject parent_instance;

  char *customer_code;
  char *scored_on; /* YYYY-MM-DD */
  gint64 score;    /* thousandths */
  gint64 scale;    /* the highest score that could be given, thousandths or unknown */
  char *question;  /* what was asked */
  char *place;     /* where it was asked */
  char *words;     /* what the customer said */

  gint64 id; /* 0: not stored yet */
  gint64 customer_id;
};

HfScore *hf_score_new (void);
const HfField *hf_score_fields (gsize *n_fields);
gboolean hf_score_validate (const HfScore *self, GError **error);

G_END_DECLS
