#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_DEADLINE_RESPOND, /* the first word */
  HF_DEADLINE_RESOLVE,
} HfDeadlineKind;

extern const HfChoice hf_deadline_kinds[];

#define HF_TYPE_DEADLINE_CHANGE (hf_deadline_change_get_type ())
G_DECLARE_FINAL_TYPE (HfDeadlineChange, hf_deadline_change, HF, DEADLINE_CHANGE, GObject)

/* A promise that was made anew: nothing else moves a deadline. */
struct _HfDeadlineChange
{
  GObject parent_instance;

  HfDeadlineKind kind;
  gint64 before; /* a moment; 0: nothing was promised */
  gint64 after;
  gint64 at;
  char *why;
  char *staff; /* (nullable) */
};

HfDeadlineChange *hf_deadline_change_new (void);

G_END_DECLS
