#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is stored beside a database's keys; another number has them made again. */
#define HF_SEARCH_KEY_VERSION "3"

/* The length up to which the beginning of a word is a token of its own, and has not to be
 * looked for among all words that begin so. */
#define HF_SEARCH_BEGINNING 3

/* Stands before a token that is found when it is typed whole. */
#define HF_SEARCH_WHOLE "="

/* Stands before a longer word, which is found by how it begins; without it, the syllables of
 * pinyin that begin so would be gone through as well. */
#define HF_SEARCH_WORD "+"

/* The parts of a record by which it is found; any may be NULL. */
typedef struct
{
  const char *name;
  const char *company;
  const char *code;
  const char *email;
  const char *phone;
  const char *aliases; /* other codes, spaces between them */
} HfSearchTexts;

void hf_search_key_append (GString *key, const HfSearchTexts *texts);

G_END_DECLS
