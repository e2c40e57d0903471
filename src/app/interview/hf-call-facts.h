#pragma once

#include <gtk/gtk.h>

#include "hf-interview-file.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_FACTS (hf_call_facts_get_type ())
G_DECLARE_FINAL_TYPE (HfCallFacts, hf_call_facts, HF, CALL_FACTS, GtkWidget)

void hf_call_facts_set_file (HfCallFacts *self, const HfInterviewFile *file,
                             const char *language);

G_END_DECLS
