#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_paths_dup_locale_dir (void);
char *hf_paths_dup_default_database (void);
char *hf_paths_dup_profile_memory (void);
char *hf_paths_dup_postgresql_roots (void);
char *hf_paths_dup_system_roots (void);
char *hf_paths_absolute (const char *path);

G_END_DECLS
