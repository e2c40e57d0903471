#pragma once

#include "hf-db-value.h"

G_BEGIN_DECLS

/* A statement that runs, with the row that it is at. It is lent by its connection, which keeps
 * it prepared: release it before the connection is closed, on the connection's thread. */
typedef struct _HfDbStatement HfDbStatement;

typedef enum
{
  HF_DB_STEP_FAILED,
  HF_DB_STEP_ROW,
  HF_DB_STEP_DONE,
} HfDbStep;

HfDbStep hf_db_statement_step (HfDbStatement *self, GError **error);
gboolean hf_db_statement_is_null (HfDbStatement *self, int column);
gint64 hf_db_statement_get_integer (HfDbStatement *self, int column);
double hf_db_statement_get_real (HfDbStatement *self, int column);
gint64 hf_db_statement_get_amount (HfDbStatement *self, int column);
const char *hf_db_statement_get_text (HfDbStatement *self, int column);
char *hf_db_statement_dup_text (HfDbStatement *self, int column);
void hf_db_statement_release (HfDbStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDbStatement, hf_db_statement_release)

G_END_DECLS
