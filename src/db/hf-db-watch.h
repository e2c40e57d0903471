#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table from which on reading all of it is worth a word. */
#define HF_DB_WATCH_MANY_ROWS 10000

gboolean hf_db_watch_wants (const char *sql);
void hf_db_watch_tell (const char *table, const char *sql);

G_END_DECLS
