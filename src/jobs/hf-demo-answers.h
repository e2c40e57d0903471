#pragma once

#include "hf-demo-private.h"
#include "hf-question.h"

G_BEGIN_DECLS

/* Who is asked, and what about. */
typedef struct
{
  HfDemo *demo;
  const HfDemoPerson *person;
  const HfDemoStory *story; /* NULL: a thank-you call, or a refusal */
  const char *const *given; /* question, value, .. that are settled; NULL: none */
  gboolean refuses;
} HfDemoRespondent;

char *hf_demo_answer (HfDemoRespondent *self, HfQuestion *question, GError **error);

G_END_DECLS
