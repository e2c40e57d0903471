#include "config.h"

#include <string.h>

#include "hf-store-figures-private.h"
#include "hf-time.h"

/* More than this a chart cannot show; the latest count. */
#define MAX_MONTHS 36

static char *
next_month (const char *month)
{
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  g_autofree char *later = hf_time_add_days (first, 31);
  return g_strndup (later, 7);
}

/* What happened in each month: (element-type utf8 HfMonthCount); at_start holds who joined. */
typedef struct
{
  GHashTable *months;
  guint undated_joined;
} Events;

static HfMonthCount *
month_of (Events *events, const char *month)
{
  HfMonthCount *count = g_hash_table_lookup (events->months, month);
  if (count == NULL)
    {
      count = g_new0 (HfMonthCount, 1);
      g_hash_table_insert (events->months, g_strdup (month), count);
    }
  return count;
}

static gboolean
read_events (const HfFiguresScope *scope, Events *events, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_figures_scope_query (
      scope,
      "SELECT 'joined', substr (c.joined_on, 1, 7), count(*) FROM customer c "
      "WHERE NOT " LOST_UNDATED " AND " IN_BRANCH " GROUP BY substr (c.joined_on, 1, 7) "
      "UNION ALL SELECT 'lost', substr (c.lost_on, 1, 7), count(*) FROM customer c "
      "WHERE c.lost_on IS NOT NULL AND " IN_BRANCH " "
      "GROUP BY substr (c.lost_on, 1, 7) "
      "UNION ALL SELECT 'complaint', substr (c.received_on, 1, 7), count(*) FROM complaint c "
      "WHERE " IN_BRANCH " GROUP BY substr (c.received_on, 1, 7)",
      error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      const char *kind = hf_db_statement_get_text (rows, 0);
      guint count = hf_db_statement_get_integer (rows, 2);
      if (hf_db_statement_is_null (rows, 1))
        events->undated_joined += count;
      else if (strcmp (kind, "joined") == 0)
        month_of (events, hf_db_statement_get_text (rows, 1))->at_start = count;
      else if (strcmp (kind, "lost") == 0)
        month_of (events, hf_db_statement_get_text (rows, 1))->lost = count;
      else
        month_of (events, hf_db_statement_get_text (rows, 1))->complaints = count;
    }
  return step == HF_DB_STEP_DONE;
}

/* The first and last month in which anything but joining happened, within the period. */
static void
find_range (const HfFiguresScope *scope, Events *events, char **first, char **last)
{
  const HfPeriod *period = scope->figures->period;
  GHashTableIter iter;
  gpointer month, count;
  g_hash_table_iter_init (&iter, events->months);
  while (g_hash_table_iter_next (&iter, &month, &count))
    {
      HfMonthCount *events_in = count;
      if ((period->from != NULL && strncmp (month, period->from, 7) < 0)
          || (period->to != NULL && strncmp (month, period->to, 7) > 0)
          || (events_in->lost == 0 && events_in->complaints == 0))
        continue;
      if (*first == NULL || strcmp (month, *first) < 0)
        *first = month;
      if (*last == NULL || strcmp (month, *last) > 0)
        *last = month;
    }
}

static guint
customers_before (Events *events, const char *month)
{
  guint joined = events->undated_joined, lost = 0;
  GHashTableIter iter;
  gpointer key, count;
  g_hash_table_iter_init (&iter, events->months);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (strcmp (key, month) < 0)
      {
        joined += ((HfMonthCount *) count)->at_start;
        lost += ((HfMonthCount *) count)->lost;
      }
  return joined > lost ? joined - lost : 0;
}

static void
add_months (const HfFiguresScope *scope, Events *events, const char *first, const char *last)
{
  g_autofree char *month = g_strdup (first);
  while (strcmp (month, last) <= 0)
    {
      HfMonthCount *count = hf_figures_add_month (scope->figures, month);
      const HfMonthCount *happened = g_hash_table_lookup (events->months, month);
      count->at_start = customers_before (events, month);
      count->lost = happened != NULL ? happened->lost : 0;
      count->complaints = happened != NULL ? happened->complaints : 0;
      char *next = next_month (month);
      g_free (month);
      month = next;
    }
  guint n_months = scope->figures->months->len;
  if (n_months > MAX_MONTHS)
    g_ptr_array_remove_range (scope->figures->months, 0, n_months - MAX_MONTHS);
}

/**
 * hf_figures_count_months:
 * @scope: what is counted over
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts losses and complaints of each month, and who was there at its start.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_figures_count_months (const HfFiguresScope *scope, GError **error)
{
  char *first = NULL, *last = NULL;
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         g_free);
  Events events = { .months = months };
  if (!read_events (scope, &events, error))
    return FALSE;
  find_range (scope, &events, &first, &last);
  if (first != NULL)
    add_months (scope, &events, first, last);
  return TRUE;
}
