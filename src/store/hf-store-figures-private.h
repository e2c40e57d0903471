#pragma once

#include "hf-figures.h"
#include "hf-store-session-private.h"

G_BEGIN_DECLS

/* What the figures are counted over, while they are counted. A statement's $1 and $2 are the
 * period's ends, $3 the branch and $4 the present moment. */
typedef struct
{
  HfStoreSession *session;
  HfFigures *figures;
  gint64 branch_id; /* 0: all */
} HfFiguresScope;

HfDbStatement *hf_figures_scope_query (const HfFiguresScope *scope, const char *sql,
                                       GError **error);
gboolean hf_figures_scope_read (const HfFiguresScope *scope, const char *sql,
                                guint *const numbers[], int n_numbers, GError **error);
gboolean hf_figures_count_months (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_calls (const HfFiguresScope *scope, GError **error);

G_END_DECLS
