#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much bytes above 127 look like the letters of a Western language: single ones in words of
 * plain letters, where Chinese has them in rows of pairs. */
typedef struct
{
  guint inside;  /* alone, behind a plain letter */
  guint outside; /* alone, before a plain letter only */
  guint rows;    /* several, or one where no letter is */
  gboolean is_undefined;

  guint8 before; /* the byte before the row, the row's first and its last so far */
  guint8 first, last;
  guint length; /* of the row so far */
} HfWesternScore;

void hf_western_score_feed (HfWesternScore *self, const char *bytes, gsize length);
gboolean hf_western_score_is_western (HfWesternScore *self);

G_END_DECLS
