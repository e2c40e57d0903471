#include "config.h"

#include <string.h>

#include "fuzz-file.h"

/* Gives every file of a folder to a target: what a fuzzer once found stays mended. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (argc > 1 ? argv[1] : ".", 0, &error);
  const char *name;
  guint count = 0;
  if (folder == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gsize size;
      g_autofree char *contents = NULL;
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      if (!g_file_get_contents (path, &contents, &size, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) contents, size);
      g_print ("ok %u - %s\n", ++count, name);
    }
  g_print ("1..%u\n", count);
  return count > 0 ? 0 : 1;
}
