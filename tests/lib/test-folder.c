#include "config.h"

#include "test-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Its standard input ends with the program that made it, even where that is killed. */
#define KEEPER "trap '' HUP INT TERM; read -r line; rm -rf \"$1\""

static void
leave_group (gpointer data)
{
  setpgid (0, 0);
}

static void
keep (char *folder)
{
  const char *arguments[] = { "/bin/sh", "-c", KEEPER, "sh", folder, NULL };
  GError *error = NULL;
  int input;
  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL,
                            G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                            leave_group, NULL, NULL, &input, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Makes a new folder for temporary files and returns its path; @pattern ends with XXXXXX. */
char *
test_folder_new (const char *pattern)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp (pattern, &error);
  g_assert_no_error (error);
  keep (folder);
  return folder;
}

/* Removes the folder with its files, and frees its path. */
void
test_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}
