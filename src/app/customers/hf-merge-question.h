#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

/* Who may be one: the two with these keys, those whom a typed text finds, or all who may be
 * there twice. */
typedef struct
{
  gint64 kept_id;     /* 0: any two */
  gint64 gone_id;     /* 0: whoever is found */
  char *typed;        /* NULL: nothing */
  GPtrArray *found;   /* (element-type HfDuplicate) */
  GPtrArray *custom;  /* (element-type HfCustomField): the firm's own fields */
  GHashTable *values; /* what is entered in them, of those found, by their keys */
} HfMergeQuestion;

gpointer hf_merge_question_answer (HfStoreSession *session, gpointer question, GError **error);
void hf_merge_question_free (gpointer question);

G_END_DECLS
