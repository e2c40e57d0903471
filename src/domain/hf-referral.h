#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody whom a customer named in a call. */
typedef struct
{
  gint64 id;
  char *name;
  char *phone; /* NULL: only the name is known */
  gint64 at;
  gint64 other_id;   /* the customer whom they became, or who named them; 0: nobody */
  char *other_title; /* what that customer is called */
} HfReferral;

void hf_referral_free (HfReferral *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReferral, hf_referral_free)

G_END_DECLS
