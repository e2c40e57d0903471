#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_LOCALE_SOURCE "en"

/* A thread's way to write numbers, while it is not that of the user's region. */
typedef struct _HfPlainNumbers HfPlainNumbers;

void hf_locale_init (const char *language);
HfPlainNumbers *hf_locale_begin_plain_numbers (void);
void hf_locale_end_plain_numbers (HfPlainNumbers *self);
GStrv hf_locale_list_languages (void);
char *hf_locale_dup_language_name (const char *language);
const char *hf_locale_get_current (void);

G_END_DECLS
