#include "config.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-store-import-images-private.h"
#include "hf-store-import-undo.h"
#include "hf-store-session-private.h"

/* What hf_import_obstacles hold of a customer, or of a complaint. */
#define CUSTOMER "c.code, coalesce (c.name, c.company)"
#define COMPLAINT "k.number, coalesce (k.customer_name, k.customer_code)"

/* Of customers that the import made. The alias x is the later work. */
#define OF_CUSTOMER(table)                                                                     \
  table " x JOIN customer c ON c.id = x.customer_id WHERE x.customer_id > $1 "                 \
        "AND c.import_id = $1"
#define NOT_OF_IMPORT " AND x.import_id IS DISTINCT FROM $1"
#define OF_COMPLAINT(table)                                                                    \
  table " x JOIN complaint k ON k.id = x.complaint_id WHERE x.complaint_id > $1 "              \
        "AND k.import_id = $1"

/* What a custom field is called of which the history or an image has the key. */
#define NAME_OF(field)                                                                         \
  "(SELECT min (n.name) FROM custom_field_name n WHERE 'custom:' || n.field_id = " field ")"

/* Later work of one kind; $1 is the import's key, from which all later keys count up. */
typedef struct
{
  HfImportObstacleKind kind;
  const char *record; /* whose it is: a code and a name */
  const char *what;
  const char *at;
  const char *from;
  gboolean is_column; /* @what is the name of a column */
} Search;

static const Search searches[] = {
  { HF_IMPORT_OBSTACLE_CHANGED, CUSTOMER, "x.field", "x.at",
    "change_log x JOIN customer c ON c.id = x.entity_id WHERE x.entity = 'customer' "
    "AND x.entity_id > $1 AND x.import_id IS NULL AND c.import_id = $1",
    TRUE },
  { HF_IMPORT_OBSTACLE_CHANGED, CUSTOMER, NAME_OF ("x.field"), "x.at",
    "change_log x JOIN customer c ON c.id = x.entity_id WHERE x.entity = 'custom_value' "
    "AND x.id > $1 AND x.import_id IS NULL AND (c.import_id = $1 OR EXISTS (SELECT 1 "
    "FROM change_log l WHERE l.entity = 'custom_value' AND l.entity_id = x.entity_id "
    "AND l.field = x.field AND l.before IS NULL AND l.import_id = $1))" },
  { HF_IMPORT_OBSTACLE_INTERVIEW, CUSTOMER, "NULL", "x.started_at", OF_CUSTOMER ("interview") },
  { HF_IMPORT_OBSTACLE_CALL, CUSTOMER, "NULL", "x.started_at", OF_CUSTOMER ("call_attempt") },
  { HF_IMPORT_OBSTACLE_COMPLAINT, CUSTOMER, "x.number", "x.received_at",
    OF_CUSTOMER ("complaint") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_PROMISE, CUSTOMER, "x.what", "x.made_at", OF_CUSTOMER ("promise") },
  { HF_IMPORT_OBSTACLE_CONSENT, CUSTOMER, "NULL", "x.at", OF_CUSTOMER ("consent") },
  { HF_IMPORT_OBSTACLE_WORDS, CUSTOMER, "NULL", "x.at", OF_CUSTOMER ("verbatim") },
  { HF_IMPORT_OBSTACLE_REASON, CUSTOMER, "NULL", "x.at",
    OF_CUSTOMER ("coded_reason") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_PURCHASE, CUSTOMER, "x.month", "0",
    OF_CUSTOMER ("purchase") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_SCORE, CUSTOMER, "x.scored_on", "0",
    OF_CUSTOMER ("satisfaction_score") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_MANAGER, CUSTOMER, "x.from_on", "0",
    OF_CUSTOMER ("account_manager_period") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_QUEUE, CUSTOMER, "x.why", "x.created_at",
    OF_CUSTOMER ("call_task") NOT_OF_IMPORT },
  /* An entry of the queue that was worked at, whoever the customer is. */
  { HF_IMPORT_OBSTACLE_QUEUE, CUSTOMER, "NULL", "x.last_attempt_at",
    "call_task x JOIN customer c ON c.id = x.customer_id WHERE x.id > $1 AND x.import_id = $1 "
    "AND (x.revision > 1 OR EXISTS (SELECT 1 FROM interview i WHERE i.task_id = x.id) "
    "OR EXISTS (SELECT 1 FROM call_attempt a WHERE a.task_id = x.id))" },
  /* What records showed became a contributing reason, and somebody has found the primary one.
   */
  { HF_IMPORT_OBSTACLE_REASON, CUSTOMER, "NULL", "x.at",
    "coded_reason x JOIN customer c ON c.id = x.customer_id WHERE x.id > $1 "
    "AND x.import_id IS NULL AND x.interview_id IS NULL AND x.rank = 'primary' "
    "AND EXISTS (SELECT 1 FROM import_image_coded_reason b WHERE b.of_import = $1 "
    "AND b.phase = 0 AND b.customer_id = x.customer_id)" },
  { HF_IMPORT_OBSTACLE_CHANGED, COMPLAINT, "NULL", "x.at",
    "change_log x JOIN complaint k ON k.id = x.entity_id WHERE x.entity = 'complaint' "
    "AND x.entity_id > $1 AND x.import_id IS NULL AND k.import_id = $1" },
  { HF_IMPORT_OBSTACLE_QUEUE, COMPLAINT, "NULL", "x.created_at",
    OF_COMPLAINT ("call_task") NOT_OF_IMPORT },
  { HF_IMPORT_OBSTACLE_PROMISE, COMPLAINT, "x.what", "x.made_at", OF_COMPLAINT ("promise") },
  { HF_IMPORT_OBSTACLE_WORDS, COMPLAINT, "NULL", "x.at", OF_COMPLAINT ("verbatim") },
  /* What somebody decided about a complaint's deadlines: the program itself only escalates. */
  { HF_IMPORT_OBSTACLE_CHANGED, COMPLAINT, "x.why", "x.from_at",
    OF_COMPLAINT ("complaint_pause") },
  { HF_IMPORT_OBSTACLE_CHANGED, COMPLAINT, "x.why", "x.at", OF_COMPLAINT ("deadline_change") },
  { HF_IMPORT_OBSTACLE_CHANGED, COMPLAINT, "NULL", "x.taken_at",
    OF_COMPLAINT ("escalation") " AND x.taken_at > 0" },
  { HF_IMPORT_OBSTACLE_CHANGED, CUSTOMER, "NULL", "x.at",
    "change_log x JOIN coded_reason r ON r.id = x.entity_id "
    "JOIN customer c ON c.id = r.customer_id WHERE x.entity = 'coded_reason' "
    "AND x.entity_id > $1 AND x.import_id IS NULL AND r.import_id = $1" },
};

/* A search that is under way. */
typedef struct
{
  HfStoreSession *session;
  gint64 import_id;
  HfImportObstacles *found;
} Looking;

/* A column of a table is a field, which has a label. */
static char *
label_of (const char *column)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autofree char *name = g_str_has_suffix (column, "_id")
                              ? g_strndup (column, strlen (column) - strlen ("_id"))
                              : g_strdup (column);
  const HfField *field = hf_field_find (fields, n_fields, name);
  if (field == NULL)
    {
      fields = hf_complaint_fields (&n_fields);
      field = hf_field_find (fields, n_fields, name);
    }
  return field != NULL ? g_strdup (hf_field_label (field)) : NULL;
}

static gpointer
obstacle_of_row (HfDbStatement *row)
{
  HfImportObstacle *self = g_new0 (HfImportObstacle, 1);
  self->code = hf_db_statement_dup_text (row, 0);
  self->title = hf_db_statement_dup_text (row, 1);
  self->what = hf_db_statement_dup_text (row, 2);
  self->at = hf_db_statement_get_integer (row, 3);
  return self;
}

static gboolean
add (const Looking *self, const Search *search, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) rows = hf_store_session_list (
      self->session, sql,
      HF_DB_VALUES (hf_db_integer (self->import_id),
                    hf_db_integer (HF_IMPORT_OBSTACLES_SHOWN - self->found->shown->len)),
      obstacle_of_row, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      HfImportObstacle *obstacle = rows->pdata[i];
      obstacle->kind = search->kind;
      if (search->is_column && obstacle->what != NULL)
        {
          g_autofree char *column = g_steal_pointer (&obstacle->what);
          obstacle->what = label_of (column);
        }
      hf_import_obstacles_add (self->found, obstacle);
    }
  return rows != NULL;
}

static gboolean
look (const Looking *self, const Search *search, GError **error)
{
  gint64 count = 0;
  g_autofree char *number = g_strdup_printf ("SELECT count(*) FROM %s", search->from);
  if (!hf_store_session_count (self->session, number,
                               HF_DB_VALUES (hf_db_integer (self->import_id)), &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  self->found->count += count;
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s, %s FROM %s ORDER BY 4, 1 LIMIT $2",
                                          search->record, search->what, search->at,
                                          search->from);
  return add (self, search, sql, error);
}

/* Whoever is on the phone with a customer has yet to say what came of it. */
static gboolean
look_for_claims (const Looking *self, GError **error)
{
  g_autofree char *from = g_strdup_printf (
      OF_CUSTOMER ("call_claim") " AND x.until > %" G_GINT64_FORMAT,
      hf_store_session_get_now (self->session));
  const Search search = { HF_IMPORT_OBSTACLE_CALL, CUSTOMER, "NULL", "x.since", from };
  return look (self, &search, error);
}

/* A record of the import, or one that it changed, became part of a merge. */
static gboolean
look_for_merges (const Looking *self, GError **error)
{
  g_autoptr (GString) from = g_string_new (
      "customer_merge x JOIN customer_merge_file c ON c.merge_id = x.id AND c.id > 0 "
      "WHERE x.undone_at = 0 "
      "AND x.id > $1 AND (c.import_id = $1 OR EXISTS (SELECT 1 FROM customer_merge_purchase p "
      "WHERE p.merge_id = x.id AND p.owner_id = c.id AND p.import_id = $1) "
      "OR EXISTS (SELECT 1 FROM customer_merge_value v "
      "WHERE v.merge_id = x.id AND v.owner_id = c.id AND v.import_id = $1)");
  for (const HfImportTable *table = hf_import_tables; table->table != NULL; table++)
    g_string_append_printf (from,
                            " OR EXISTS (SELECT 1 FROM import_image_%s b "
                            "WHERE b.of_import = $1 AND b.%s = c.id)",
                            table->table, table->customer);
  static const char *const moved[] = { "complaint", "coded_reason", "account_manager_period",
                                       "satisfaction_score", "call_task" };
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++)
    g_string_append_printf (from,
                            " OR EXISTS (SELECT 1 FROM customer_merge_item i JOIN %s r ON "
                            "r.id = i.record_id WHERE i.merge_id = x.id AND i.entity = '%s' "
                            "AND i.owner_id = c.id AND r.import_id = $1)",
                            moved[i], moved[i]);
  g_string_append_c (from, ')');
  const Search search = { HF_IMPORT_OBSTACLE_MERGE, CUSTOMER, "x.gone_name", "x.at",
                          from->str };
  return look (self, &search, error);
}

static const char *
record_of (const HfImportTable *table)
{
  return g_str_equal (table->table, "complaint")
             ? "coalesce (a.number, ''), coalesce (a.customer_name, a.customer_code)"
             : CUSTOMER;
}

/* A record that the import made, and a later one changed. */
static gboolean
look_for_imports (const Looking *self, const HfImportTable *table, GError **error)
{
  g_autofree char *from = g_strdup_printf (
      "import_image_%s a JOIN import m ON m.id = a.of_import "
      "LEFT JOIN customer c ON c.id = a.%s "
      "WHERE a.of_import > $1 AND a.phase = 0 AND a.import_id = $1",
      table->table, table->customer);
  const Search search = { HF_IMPORT_OBSTACLE_IMPORT, record_of (table), "m.file", "m.at",
                          from };
  return look (self, &search, error);
}

/* The first column that the import changed and that is something else by now. */
static char *
changed_column (const HfImportTable *table)
{
  g_auto (GStrv) columns = g_strsplit (table->columns, ", ", -1);
  GString *sql = g_string_new ("CASE");
  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (
        sql, " WHEN b.%s IS DISTINCT FROM a.%s AND t.%s IS DISTINCT FROM a.%s THEN '%s'",
        columns[i], columns[i], columns[i], columns[i], columns[i]);
  return g_string_free (g_string_append (sql, " END"), FALSE);
}

/* A record that the import changed, and that was changed again or is gone. */
static gboolean
look_for_changes (const Looking *self, const HfImportTable *table, GError **error)
{
  gboolean is_custom = g_str_equal (table->table, "custom_value");
  g_autofree char *column = changed_column (table);
  g_autofree char *images = hf_store_import_images_join (table, "b", "a");
  g_autofree char *record = hf_store_import_images_join (table, "t", "b");
  g_autofree char *both = g_strdup_printf (
      "import_image_%s b JOIN import_image_%s a ON %s AND a.of_import = $1 AND a.phase = 1 "
      "LEFT JOIN %s t ON %s LEFT JOIN customer c ON c.id = a.%s "
      "WHERE b.of_import = $1 AND b.phase = 0",
      table->table, table->table, images, table->table, record, table->customer);
  g_autofree char *gone = g_strdup_printf ("%s AND t.%s IS NULL", both, table->key[0]);
  g_autofree char *changed = g_strdup_printf ("%s AND t.%s IS NOT NULL AND %s IS NOT NULL",
                                              both, table->key[0], column);
  g_autofree char *at = g_strdup_printf (
      "coalesce ((SELECT max (l.at) FROM change_log l WHERE l.entity = '%s' "
      "AND l.entity_id = a.%s AND l.import_id IS DISTINCT FROM $1), 0)",
      table->table, table->key[0]);
  const Search searches_of_table[] = {
    { HF_IMPORT_OBSTACLE_GONE, record_of (table), "NULL", "0", gone },
    { HF_IMPORT_OBSTACLE_CHANGED, record_of (table),
      is_custom ? NAME_OF ("'custom:' || a.field_id") : column, at, changed, !is_custom },
  };
  return look (self, &searches_of_table[0], error) && look (self, &searches_of_table[1], error);
}

/**
 * hf_store_imports_find_obstacles:
 * @session: a session
 * @import_id: an import's key
 * @obstacles: where what is found is added
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for what was stored since an import and rests on it, so that the import cannot be
 * undone. Another change of a record whose fields are not the import's is none.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_imports_find_obstacles (HfStoreSession *session, gint64 import_id,
                                 HfImportObstacles *obstacles, GError **error)
{
  const Looking looking = { session, import_id, obstacles };
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    if (!hf_store_session_check_cancelled (session, error)
        || !look (&looking, &searches[i], error))
      return FALSE;
  for (const HfImportTable *table = hf_import_tables; table->table != NULL; table++)
    if (!look_for_imports (&looking, table, error)
        || !look_for_changes (&looking, table, error))
      return FALSE;
  return look_for_claims (&looking, error) && look_for_merges (&looking, error);
}
