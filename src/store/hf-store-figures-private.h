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

/* The conditions of a figure's statement; NULL lets everything pass. Figures count all there
 * is.
 */
#define IN_BRANCH HF_DB_WHOLE_TABLE "($3 IS NULL OR c.branch_id = $3)"
#define DAY_IN_PERIOD(day) "($1 IS NULL OR " day " >= $1) AND ($2 IS NULL OR " day " <= $2)"
#define LOST_IN_PERIOD                                                                         \
  "(c.status = 'lost' OR c.lost_on IS NOT NULL) AND "                                          \
  "($1 IS NULL OR c.lost_on >= $1) AND ($2 IS NULL OR c.lost_on IS NULL OR c.lost_on <= $2)"

#define LOST_UNDATED "(c.status = 'lost' AND c.lost_on IS NULL)"

HfDbStatement *hf_figures_scope_query (const HfFiguresScope *scope, const char *sql,
                                       GError **error);
gboolean hf_figures_scope_read (const HfFiguresScope *scope, const char *sql,
                                guint *const numbers[], int n_numbers, GError **error);
gboolean hf_figures_estimate_silent (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_promises (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_recovery (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_hints (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_months (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_calls (const HfFiguresScope *scope, GError **error);
gboolean hf_figures_count_thanks (const HfFiguresScope *scope, GError **error);

G_END_DECLS
