#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

#define HF_TYPE_ASSUMPTION (hf_assumption_get_type ())
G_DECLARE_FINAL_TYPE (HfAssumption, hf_assumption, HF, ASSUMPTION, GObject)

/* A number that figures rest on, with where it comes from. */
struct _HfAssumption
{
  GObject parent_instance;

  char *key; /* such as complaint-ratio; never changes */
  gint64 revision;
  double value;
  double preset; /* the value that the program comes with */
  char *source;  /* where the value comes from */
};

HfAssumption *hf_assumption_new (void);

G_END_DECLS
