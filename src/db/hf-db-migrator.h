#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

gboolean hf_db_migrate (HfDb *db, GResource *resource, const char *folder,
                        const char *backup_path, GError **error);
gboolean hf_db_check_version (HfDb *db, GResource *resource, const char *folder, int *pending,
                              GError **error);

G_END_DECLS
