#include "config.h"

#include "bench-customers.h"

/**
 * bench_customers_make:
 * @folder: where the database shall be
 * @script: where customers.py is
 * @huifangctl: where huifangctl is
 * @rows: how many customers
 *
 * Makes a database of customers, which takes a minute or two for a million, or ends the
 * program.
 *
 * Returns: (transfer full): where the database is
 */
char *
bench_customers_make (const char *folder, const char *script, const char *huifangctl,
                      const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (rows, ".huifang", NULL);
  char *path = g_build_filename (folder, name, NULL);
  const char *arguments[] = { script, huifangctl, path, rows, NULL };
  int status = 0;
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("cannot make the database: %s", error->message);
  return path;
}
