#pragma once

#include "hf-coded-reason.h"

G_BEGIN_DECLS

/* Words that were coded. */
typedef struct
{
  char *code;
  HfReasonBasis basis;
  char *quote;
  gint64 quote_start; /* characters */
} HfDemoQuote;

/* What somebody says who left, with its codes. */
typedef struct
{
  gboolean english;
  char *words;
  GPtrArray *quotes; /* (element-type HfDemoQuote), the primary reason first */
} HfDemoStory;

HfDemoStory *hf_demo_story_parse (const char *language, const char *marked);
void hf_demo_story_free (HfDemoStory *self);
gboolean hf_demo_story_is_about (const HfDemoStory *self, const char *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDemoStory, hf_demo_story_free)

G_END_DECLS
