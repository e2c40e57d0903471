#pragma once

#include "hf-complaint-case.h"

G_BEGIN_DECLS

/* Something that happened to a complaint. */
typedef struct
{
  gint64 at;
  char *title;
  char *words;
} HfComplaintEvent;

GPtrArray *hf_complaint_history_new (const HfComplaintCase *shown, gint64 now);

G_END_DECLS
