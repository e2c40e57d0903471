#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codebook, the guides, the holidays and the words of complaints that the program comes
 * with, in every language; part of the program itself, not installed beside it. */
GBytes *hf_starter_load_codebook (void);
GStrv hf_starter_list_guides (void);
GBytes *hf_starter_load_guide (const char *code);
char *hf_starter_load_complaint_words (void);
GBytes *hf_starter_load_calendar (const char *country);

G_END_DECLS
