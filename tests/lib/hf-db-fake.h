#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/* A driver that fails when it is told to. Over another one (of SQLite) it hands everything on;
 * over none it knows the rows that it was told. What it is told holds for all fakes. */
typedef enum
{
  HF_DB_FAKE_OPEN,
  HF_DB_FAKE_BEGIN, /* also to read */
  HF_DB_FAKE_COMMIT,
  HF_DB_FAKE_SCRIPT,
  HF_DB_FAKE_QUERY,
  HF_DB_FAKE_STEP,
  HF_DB_FAKE_N_CALLS,
} HfDbFakeCall;

HfDb *hf_db_fake_new (HfDb *inner);
void hf_db_fake_install (void);
void hf_db_fake_reset (void);
void hf_db_fake_fail (HfDbFakeCall call, guint nth, HfDbError code);
void hf_db_fake_fail_afterwards (HfDbFakeCall call, guint nth, HfDbError code);
void hf_db_fake_answer (const char *part, const char *row);

G_END_DECLS
