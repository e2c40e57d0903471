#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of a test's own; the test removes it with test_file_remove(). */
char *test_file_write (const char *contents, gssize length);
void test_file_remove (char *path);
char *test_file_fixture (const char *name);

typedef char TestFile;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFile, test_file_remove)

G_END_DECLS
