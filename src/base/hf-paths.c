#include "config.h"

#include "hf-paths.h"

#include <gio/gio.h>

#ifdef G_OS_WIN32
#include <windows.h>
#endif

/**
 * hf_paths_dup_locale_dir:
 *
 * Finds the folder with the translations; HUIFANG_LOCALE_DIR names another, for a program that
 * runs from its build folder.
 *
 * Returns: (transfer full): a folder
 */
char *
hf_paths_dup_locale_dir (void)
{
  const char *given = g_getenv ("HUIFANG_LOCALE_DIR");
  if (given != NULL)
    return g_strdup (given);
#ifdef G_OS_WIN32
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);
  return g_build_filename (root, "share", "locale", NULL);
#else
  return g_strdup (LOCALE_DIR);
#endif
}

/**
 * hf_paths_dup_default_database:
 *
 * Names the database that opens where no other is named; its folder is made.
 *
 * Returns: (transfer full): a file's path
 */
char *
hf_paths_dup_default_database (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "huifang", NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "huifang.huifang", NULL);
}

/**
 * hf_paths_dup_profile_memory:
 *
 * Names the folder in which import profiles are remembered.
 *
 * Returns: (transfer full): a folder's path; it need not be there
 */
char *
hf_paths_dup_profile_memory (void)
{
  return g_build_filename (g_get_user_data_dir (), "huifang", "import-profiles", NULL);
}

/**
 * hf_paths_dup_postgresql_roots:
 *
 * Names the file in which PostgreSQL's own library looks for the authorities that a person
 * trusts.
 *
 * Returns: (transfer full): a file's path; there may be no such file
 */
char *
hf_paths_dup_postgresql_roots (void)
{
#ifdef G_OS_WIN32
  return g_build_filename (g_getenv ("APPDATA"), "postgresql", "root.crt", NULL);
#else
  return g_build_filename (g_get_home_dir (), ".postgresql", "root.crt", NULL);
#endif
}

/**
 * hf_paths_dup_system_roots:
 *
 * Finds the file with the authorities that the system trusts.
 *
 * Returns: (transfer full) (nullable): a file's path
 */
char *
hf_paths_dup_system_roots (void)
{
  static const char *const places[] = {
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_EXISTS))
      return g_strdup (places[i]);
  return NULL;
}

/**
 * hf_paths_absolute:
 * @path: a path as a person types it on the command line, or a file: address
 *
 * Makes a path that stays the same wherever the program goes.
 *
 * Returns: (transfer full): a path, absolute
 */
char *
hf_paths_absolute (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  char *absolute = g_file_get_path (file);
  return absolute != NULL ? absolute : g_strdup (path);
}
