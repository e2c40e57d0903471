#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Weighs whether bytes are Chinese in GB18030 or in Big5. Both are pairs of bytes, most pairs
 * mean something in both, and what tells them apart is whether it is something people write. */
typedef struct _HfHanScore HfHanScore;

HfHanScore *hf_han_score_new (void);
void hf_han_score_feed (HfHanScore *self, const char *bytes, gsize length);
const char *hf_han_score_get_encoding (const HfHanScore *self);
double hf_han_score_get_quality (const HfHanScore *self);
void hf_han_score_free (HfHanScore *self);
double hf_han_score_rate (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfHanScore, hf_han_score_free)

G_END_DECLS
