#pragma once

void hf_db_sqlite_keep_locks (void);
