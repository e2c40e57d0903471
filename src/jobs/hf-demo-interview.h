#pragma once

#include "hf-demo-private.h"
#include "hf-guide.h"

G_BEGIN_DECLS

/* An interview that takes place. */
typedef struct
{
  HfInterviewKind kind;
  const HfDemoStory *story; /* NULL: none is told */
  gboolean refuses;
  guint questions;     /* after which it stops, 0: at the end */
  const char *outcome; /* NULL: still in progress */
  HfInterviewState state;
  gint64 started_at;
} HfDemoInterview;

gboolean hf_demo_hold_interview (HfDemo *self, HfDemoPerson *person, HfGuide *guide,
                                 const HfDemoInterview *plan, GError **error);

G_END_DECLS
