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
  const char *const *given; /* answers that are settled: question, value, ..; NULL: none */
  gboolean by_another;      /* not by who calls the branch's customers */
  guint questions;          /* after which it stops, 0: at the end */
  const char *outcome;      /* NULL: still in progress */
  HfInterviewState state;
  gint64 started_at;
} HfDemoInterview;

HfGuide *hf_demo_load_guide (HfDemo *self, HfInterviewKind kind, GError **error);
gboolean hf_demo_hold_interview (HfDemo *self, HfDemoPerson *person, HfGuide *guide,
                                 const HfDemoInterview *plan, GError **error);

G_END_DECLS
