#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINT_WORDS (hf_complaint_words_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintWords, hf_complaint_words, HF, COMPLAINT_WORDS, GObject)

/* A part of a text, in bytes. */
typedef struct
{
  gsize start;
  gsize length;
} HfTextSpan;

HfComplaintWords *hf_complaint_words_new (const char *text);
guint hf_complaint_words_count (HfComplaintWords *self);
const char *hf_complaint_words_get_version (HfComplaintWords *self);
GArray *hf_complaint_words_find (HfComplaintWords *self, const char *said);

G_END_DECLS
