#pragma once

#include "hf-demo-random.h"
#include "hf-demo-story.h"

G_BEGIN_DECLS

/* What the people of the demo company are called and what they say: the files of data/demo. */
typedef struct
{
  GPtrArray *stories;    /* (element-type HfDemoStory) */
  GPtrArray *complaints; /* (element-type GStrv): the columns of each */
  GHashTable *phrases;   /* (element-type utf8 GPtrArray): "zh question" -> words */
  GHashTable *names;     /* (element-type utf8 GStrv) */
} HfDemoText;

HfDemoText *hf_demo_text_load (void);
void hf_demo_text_free (HfDemoText *self);
GStrv hf_demo_text_list_names (const HfDemoText *self, const char *list);
const char *hf_demo_text_draw_phrase (const HfDemoText *self, HfDemoRandom *random,
                                      gboolean english, const char *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDemoText, hf_demo_text_free)

G_END_DECLS
