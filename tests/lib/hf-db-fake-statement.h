#pragma once

#include "hf-db-fake.h"

G_BEGIN_DECLS

HfDbStatement *hf_db_fake_statement_new (HfDb *inner, const char *sql, GPtrArray *rows);
gboolean hf_db_fake_check (HfDbFakeCall call, gboolean *done, GError **error);

G_END_DECLS
