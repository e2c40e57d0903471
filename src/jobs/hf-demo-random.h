#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chance that is the same on every machine, which that of the C library and of GLib is not. */
typedef struct
{
  guint64 state;
} HfDemoRandom;

guint hf_demo_random_below (HfDemoRandom *self, guint limit);
int hf_demo_random_between (HfDemoRandom *self, int lowest, int highest);
gboolean hf_demo_random_chance (HfDemoRandom *self, guint percent);
const char *hf_demo_random_word (HfDemoRandom *self, GStrv words);

G_END_DECLS
