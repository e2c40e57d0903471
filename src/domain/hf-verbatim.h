#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

#define HF_TYPE_VERBATIM (hf_verbatim_get_type ())
G_DECLARE_FINAL_TYPE (HfVerbatim, hf_verbatim, HF, VERBATIM, GObject)

/* Words that a customer said, kept apart from any summary. */
struct _HfVerbatim
{
  GObject parent_instance;

  gint64 id;
  gint64 customer_id;
  gint64 interview_id; /* 0: not from an interview */
  gint64 complaint_id; /* 0: not from a complaint */
  char *question;      /* NULL: not to a question */
  char *words;
  gint64 at;

  /* Read-only. */
  char *customer_code;
  char *customer_name;
  char *codes; /* the codes tied to it, with commas */
};

HfVerbatim *hf_verbatim_new (void);

G_END_DECLS
