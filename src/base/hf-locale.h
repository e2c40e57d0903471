#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_LOCALE_SOURCE "en"

void hf_locale_init (const char *language);
GStrv hf_locale_list_languages (void);
char *hf_locale_dup_language_name (const char *language);
const char *hf_locale_get_current (void);

G_END_DECLS
