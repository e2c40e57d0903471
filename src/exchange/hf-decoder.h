#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns bytes of one encoding into UTF-8, piece by piece, and knows where it could not. */
typedef struct _HfDecoder HfDecoder;

HfDecoder *hf_decoder_new (const char *encoding);
gboolean hf_decoder_decode (HfDecoder *self, const char *bytes, gsize length, GString *text);
gboolean hf_decoder_finish (HfDecoder *self);
guint64 hf_decoder_get_position (const HfDecoder *self);
void hf_decoder_free (HfDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDecoder, hf_decoder_free)

G_END_DECLS
