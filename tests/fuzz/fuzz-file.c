#include "config.h"

#include "fuzz-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *path;

static void
remove_file (void)
{
  g_unlink (path);
  g_clear_pointer (&path, g_free);
}

/* One file serves all inputs of a run: what reads them takes paths. */
const char *
fuzz_file_write (const guint8 *data, gsize size)
{
  if (path == NULL)
    {
      int file = g_file_open_tmp ("fuzz-XXXXXX", &path, NULL);
      g_assert_cmpint (file, >=, 0);
      g_close (file, NULL);
      atexit (remove_file);
    }
  g_autoptr (GError) error = NULL;
  g_file_set_contents_full (path, (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  return path;
}
