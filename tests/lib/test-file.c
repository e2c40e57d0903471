#include "config.h"

#include "test-file.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Writes @contents, @length bytes or -1 up to its NUL, into a new file and returns its path. */
char *
test_file_write (const char *contents, gssize length)
{
  char *path = NULL;
  GError *error = NULL;
  int descriptor = g_file_open_tmp ("huifang-test-XXXXXX", &path, &error);
  g_assert_no_error (error);
  close (descriptor);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

void
test_file_remove (char *path)
{
  g_unlink (path);
  g_free (path);
}

/* The path of a file in tests/fixtures. */
char *
test_file_fixture (const char *name)
{
  return g_build_filename (g_getenv ("HUIFANG_FIXTURES"), name, NULL);
}
