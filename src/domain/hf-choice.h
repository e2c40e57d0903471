#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One value of a closed list. The name is what files and databases hold and never changes; the
 * label is marked for translation with NC_ ("choice", ..). A list ends with a NULL name, and a
 * value's place in it is the value of its enumeration. Where a value need not be known, the end
 * has the label of that, and its place is the last value of the enumeration. */
typedef struct
{
  const char *name;
  const char *label;
} HfChoice;

int hf_choice_find_name (const HfChoice *choices, const char *name);
int hf_choice_read (const HfChoice *choices, const char *name);
int hf_choice_find (const HfChoice *choices, const char *text);
const char *hf_choice_label (const HfChoice *choices, int value);
guint hf_choice_count (const HfChoice *choices);

#define HF_CHOICE_CONTEXT "choice"

G_END_DECLS
