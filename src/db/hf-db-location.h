#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

HfDb *hf_db_new_for (const char *location, GError **error);
gboolean hf_db_location_is_server (const char *location);
void hf_db_location_describe (const char *location, char **host, char **database);

G_END_DECLS
