#pragma once

#include "hf-promise-rules.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* What a complaint's form offers to choose from, and who works here. The arrays end with NULL.
 */
typedef struct
{
  GPtrArray *products;  /* (element-type utf8): of the latest complaints */
  GPtrArray *branches;  /* (element-type utf8) */
  GPtrArray *staff;     /* (element-type utf8) */
  HfPromiseRules rules; /* how soon each class is kept */
  gint64 my_id;         /* 0: not said */
  char *me;             /* or NULL */
} HfComplaintChoices;

gpointer hf_complaint_choices_load (HfStoreSession *session, gpointer unused, GError **error);
void hf_complaint_choices_free (HfComplaintChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintChoices, hf_complaint_choices_free)

G_END_DECLS
