#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "hf-guide.h"
#include "hf-store-figures-private.h"
#include "hf-store-guides.h"

#define NPS_HIGHEST 10

/* What the thank-you calls of the period said. */
#define THANKS                                                                                 \
  " FROM interview i JOIN customer c ON c.id = i.customer_id WHERE i.kind = 'thank_you' "      \
  "AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH

static gboolean
count_thanks (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
             scope,
             "SELECT count(*), count (CASE WHEN i.state = 'completed' THEN 1 END)" THANKS,
             (guint *[]){ &figures->thanks.called, &figures->thanks.completed }, 2, error)
         && hf_figures_scope_read (
             scope,
             "SELECT count (CASE WHEN a.question = 'referred' THEN 1 END), "
             "count (DISTINCT CASE WHEN a.question IN ('need', 'needs') THEN i.customer_id "
             "END), "
             "count (CASE WHEN a.question = 'gesture' AND a.value = 'yes' THEN 1 END) "
             "FROM answer a JOIN interview i ON i.id = a.interview_id "
             "JOIN customer c ON c.id = i.customer_id WHERE i.kind = 'thank_you' "
             "AND a.state = 'current' AND a.value <> '' "
             "AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH,
             (guint *[]){ &figures->thanks.referrals, &figures->thanks.needs,
                          &figures->thanks.gestures },
             3, error);
}

static double
share_of (guint part, guint whole)
{
  return whole > 0 ? MIN (1.0, (double) part / whole) : 0;
}

static void
rate_offers (HfFigures *figures)
{
  figures->win_back.offer_rate = share_of (figures->win_back.offered,
                                           figures->win_back.allowed);
  figures->win_back.accept_rate = share_of (figures->win_back.accepted,
                                            figures->win_back.offered);
  figures->win_back.decline_rate = share_of (figures->win_back.declined,
                                             figures->win_back.offered);
}

/* Whoever was offered something counts once, by what came of it last. */
static gboolean
count_offers (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
             scope,
             "SELECT count (DISTINCT i.customer_id) FROM interview i JOIN answer a "
             "ON a.interview_id = i.id JOIN customer c ON c.id = i.customer_id "
             "WHERE i.kind = 'lost' AND a.question = 'win-back-call' AND a.value = 'yes' "
             "AND a.state = 'current' AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH,
             (guint *[]){ &figures->win_back.allowed }, 1, error)
         && hf_figures_scope_read (
             scope,
             "SELECT count(*), count (CASE WHEN value = 'accepted' THEN 1 END), "
             "count (CASE WHEN value = 'considering' THEN 1 END), "
             "count (CASE WHEN value = 'declined' THEN 1 END), "
             "count (CASE WHEN value = 'declined' AND why > 0 THEN 1 END) FROM (SELECT "
             "a.value, "
             "(SELECT count(*) FROM answer w WHERE w.interview_id = i.id AND w.value <> '' "
             "AND w.question = 'offer-why' AND w.state = 'current') AS why, "
             "row_number () OVER (PARTITION BY i.customer_id ORDER BY a.at DESC, a.id DESC) "
             "AS nth FROM interview i JOIN answer a ON a.interview_id = i.id "
             "JOIN customer c ON c.id = i.customer_id WHERE i.kind = 'win_back' "
             "AND a.question = 'offer-result' AND a.state = 'current' "
             "AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH
                                                   ") AS offers WHERE nth = 1",
             (guint *[]){ &figures->win_back.offered, &figures->win_back.accepted,
                          &figures->win_back.considering, &figures->win_back.declined,
                          &figures->win_back.declined_why },
             5, error);
}

/* On which scale a version of a guide asks: every version keeps its own. */
static HfGuide *
load_guide (const HfFiguresScope *scope, GHashTable *guides, gint64 id, GError **error)
{
  HfGuide *guide = g_hash_table_lookup (guides, &id);
  if (guide != NULL)
    return guide;
  g_autoptr (HfStoredGuide) stored = hf_store_guides_get (scope->session, id, error);
  if (stored == NULL)
    return NULL;
  g_autoptr (GBytes) xml = g_bytes_new_static (stored->xml, strlen (stored->xml));
  guide = hf_guide_parse (xml, NULL);
  if (guide == NULL)
    guide = hf_guide_new ();
  g_hash_table_insert (guides, g_memdup2 (&id, sizeof id), guide);
  return guide;
}

typedef struct
{
  gint64 guide_id;
  int factor;
  int value;
  guint count;
} Answers;

/* Read whole before guides are looked up: a connection reads one thing at a time. */
static GArray *
list_answers (const HfFiguresScope *scope, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Answers));
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT i.guide_id, a.question, a.value, count(*) FROM answer a "
      "JOIN interview i ON i.id = a.interview_id JOIN customer c ON c.id = i.customer_id "
      "WHERE i.kind = 'thank_you' AND a.state = 'current' AND a.value <> '' AND a.question IN "
      "('satisfaction', 'initiative', 'repurchase', 'recommend', 'resistance') "
      "AND " DAY_IN_PERIOD ("i.started_on") " AND " IN_BRANCH
                                            " GROUP BY i.guide_id, a.question, a.value",
      error);
  if (rows == NULL)
    return NULL;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      Answers answers = { .guide_id = hf_db_statement_get_integer (rows, 0), .factor = -1 };
      for (int i = 0; i < HF_LOYALTY_N_FACTORS; i++)
        if (g_str_equal (hf_loyalty_factors[i], hf_db_statement_get_text (rows, 1)))
          answers.factor = i;
      answers.value = atoi (hf_db_statement_get_text (rows, 2));
      answers.count = hf_db_statement_get_integer (rows, 3);
      g_array_append_val (all, answers);
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

static gboolean
add_answers (const HfFiguresScope *scope, const Answers *answers, GHashTable *guides,
             guint counts[NPS_HIGHEST + 1], GError **error)
{
  const char *name = hf_loyalty_factors[answers->factor];
  HfLoyaltyFactor *factor = &scope->figures->thanks.factors[answers->factor];
  HfGuide *guide = load_guide (scope, guides, answers->guide_id, error);
  if (guide == NULL)
    return FALSE;
  const HfQuestion *question = hf_guide_find (guide, name);
  if (question == NULL || question->kind != HF_QUESTION_SCALE)
    return TRUE;
  factor->answers += answers->count;
  factor->score += answers->count
                   * hf_diagnosis_factor (answers->value, question->lowest, question->highest);
  if (g_str_equal (name, "recommend") && question->lowest == 0
      && question->highest == NPS_HIGHEST)
    counts[CLAMP (answers->value, 0, NPS_HIGHEST)] += answers->count;
  return TRUE;
}

static gboolean
score_loyalty (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  guint counts[NPS_HIGHEST + 1] = { 0 };
  g_autoptr (GHashTable) guides = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         g_object_unref);
  g_autoptr (GArray) answers = list_answers (scope, error);
  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    if (!add_answers (scope, &g_array_index (answers, Answers, i), guides, counts, error))
      return FALSE;
  for (gsize i = 0; i < HF_LOYALTY_N_FACTORS; i++)
    {
      HfLoyaltyFactor *factor = &figures->thanks.factors[i];
      factor->weight = 1.0 / HF_LOYALTY_N_FACTORS;
      if (factor->answers > 0)
        factor->score /= factor->answers;
    }
  figures->thanks.loyalty = hf_diagnosis_factors (figures->thanks.factors,
                                                  HF_LOYALTY_N_FACTORS);
  figures->thanks.promoters = hf_diagnosis_promoters (counts);
  return TRUE;
}

/**
 * hf_figures_count_thanks:
 * @scope: what is counted over
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts what the thank-you calls said and what came of the win-back offers.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_figures_count_thanks (const HfFiguresScope *scope, GError **error)
{
  if (!count_thanks (scope, error) || !score_loyalty (scope, error)
      || !count_offers (scope, error))
    return FALSE;
  rate_offers (scope->figures);
  return TRUE;
}
