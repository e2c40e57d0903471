#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

HfDb *hf_db_pgsql_new (const char *string);

G_END_DECLS
