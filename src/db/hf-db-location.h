#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/* Makes a connection that stands in front of another, which it owns. */
typedef HfDb *(*HfDbWrapFunc) (HfDb *inner);

HfDb *hf_db_new_for (const char *location, GError **error);
gboolean hf_db_location_is_server (const char *location);
void hf_db_location_set_wrapper (HfDbWrapFunc wrap);
void hf_db_location_describe (const char *location, char **host, char **database);

G_END_DECLS
