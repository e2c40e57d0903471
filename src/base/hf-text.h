#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A telephone number has at least so many digits. */
#define HF_TEXT_PHONE_DIGITS 5

gboolean hf_text_set (char **field, const char *value);
void hf_text_free_secret (char *secret);
gboolean hf_text_is_blank (const char *text);
char *hf_text_trim (const char *text);
char *hf_text_narrow (const char *text);
char *hf_text_fold (const char *text);
char *hf_text_bare (const char *text);
char *hf_text_bare_pinyin (const char *text);
gboolean hf_text_is_plain (const char *text);
gboolean hf_text_is_han (gunichar letter);
gsize hf_text_run (const char *text, gboolean *han);
char *hf_text_phone_digits (const char *phone);
char *hf_text_cut_extension (const char *phone);
GStrv hf_text_split_phones (const char *phones);
char *hf_text_put_phone_first (const char *phones, const char *number);
char *hf_text_phone_uri (const char *phones);
char *hf_text_mask_phone (const char *phone);

G_END_DECLS
