#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

#define HF_DB_SQLITE_MEMORY ":memory:"

HfDb *hf_db_sqlite_new (const char *path);

G_END_DECLS
