#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

/* A store in memory with one lost customer, whom a short guide of every kind of question asks:
 * hello (say), consent (choice); where yes: why (verbatim), reasons, told (choice), how (text,
 * where told is yes), several, score (scale 0 to 10), rival (competitor, known answers are
 * fresh for 30 days), amount (money), day (date), promise; bye (say). */
HfStore *hf_test_interview_new_store (const char *uri, gint64 *customer_id);
gpointer hf_test_interview_run (HfStore *store, HfStoreFunc func, gpointer input);

G_END_DECLS
