#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder of a test's own; it goes with its files when the program ends, however that is. */
char *test_folder_new (const char *pattern);
void test_folder_remove (char *folder);

G_END_DECLS
