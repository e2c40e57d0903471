#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codebook and the guides that the program comes with, in every language; part of the
 * program itself, not installed beside it. */
GBytes *hf_starter_load_codebook (void);
GStrv hf_starter_list_guides (void);
GBytes *hf_starter_load_guide (const char *code);

G_END_DECLS
