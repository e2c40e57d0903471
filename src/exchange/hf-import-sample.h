#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which a text file may be read, when what was found out is wrong. */
#define HF_IMPORT_N_ENCODINGS 6

extern const char *const hf_import_encodings[HF_IMPORT_N_ENCODINGS];

int hf_import_encoding_find (const char *name);
void hf_import_samples_read (const char *path, char *samples[HF_IMPORT_N_ENCODINGS]);

G_END_DECLS
