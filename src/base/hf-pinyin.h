#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any name has that somebody types. */
#define HF_PINYIN_MAX_PARTS 16

/* A typed word as syllables and beginnings of syllables, one after the other. */
typedef struct
{
  const char *word;
  gsize n_parts;
  gsize lengths[HF_PINYIN_MAX_PARTS];  /* bytes of each part */
  gboolean whole[HF_PINYIN_MAX_PARTS]; /* whether it is a whole syllable */
} HfPinyin;

gsize hf_pinyin_parse (const char *word, gsize length, HfPinyin *parses, gsize max_parses);
char *hf_pinyin_find (const char *typed, const char *text, gboolean *begins);

G_END_DECLS
