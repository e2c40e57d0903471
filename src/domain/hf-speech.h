#pragma once

#include "hf-wording.h"

G_BEGIN_DECLS

/* What is read to a customer, with fields such as {name} in it. There may be several ways to
 * say it: the first of which every field is known is read, so that no sentence is left with a
 * hole in it. */
char *hf_speech_dup_text (const GPtrArray *ways, const char *language, GHashTable *fields);
GStrv hf_speech_list_fields (const char *text);

G_END_DECLS
