#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text file's bytes tell about their encoding. */
typedef struct
{
  const char *name;  /* UTF-8, UTF-16LE, UTF-16BE, GB18030, BIG5 or WINDOWS-1252 */
  guint bom_length;  /* bytes to pass over at the file's start */
  gboolean is_mixed; /* at mixed_at begins a line in UTF-8, and the rest is not */
  guint64 mixed_at;  /* bytes from the file's start */
} HfEncoding;

/* Finds an encoding while a file goes by, once, at any size. */
typedef struct _HfEncodingFinder HfEncodingFinder;

HfEncodingFinder *hf_encoding_finder_new (void);
void hf_encoding_finder_feed (HfEncodingFinder *self, const char *bytes, gsize length);
void hf_encoding_finder_finish (HfEncodingFinder *self, HfEncoding *encoding);
void hf_encoding_finder_free (HfEncodingFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEncodingFinder, hf_encoding_finder_free)

void hf_encoding_find (const char *bytes, gsize length, HfEncoding *encoding);
const char *hf_encoding_canonical (const char *name);

G_END_DECLS
