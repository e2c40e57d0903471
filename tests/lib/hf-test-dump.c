#include "config.h"

#include "hf-test-dump.h"

#include "hf-store-session-private.h"

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

static GPtrArray *
select_texts (HfStoreSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = hf_store_session_list (session, sql, HF_DB_NO_VALUES, text_of_row, g_free,
                                            &error);
  g_assert_no_error (error);
  return texts;
}

/* What an undone import leaves: that it was there, and the history of changes. A revision only
 * ever grows. */
static gboolean
is_compared (const char *table, const char *column)
{
  return !g_str_equal (table, "import") && !g_str_equal (table, "change_log")
         && !g_str_equal (column, "revision") && !g_str_equal (column, "found_by");
}

/* Every column of every table there is, whatever the engine calls them. */
static GPtrArray *
list_columns (HfStoreSession *session)
{
  gboolean sqlite = g_str_equal (hf_db_get_engine (session->db), "sqlite");
  return select_texts (session, sqlite ? "SELECT m.name || ' ' || c.name FROM sqlite_master m, "
                                         "pragma_table_info (m.name) c WHERE m.type = 'table' "
                                         "AND m.name NOT LIKE 'customer_search_%' "
                                         "AND m.name NOT LIKE 'sqlite%' OR m.name = "
                                         "'customer_search_key' ORDER BY m.name, c.name"
                                       : "SELECT table_name || ' ' || column_name "
                                         "FROM information_schema.columns "
                                         "WHERE table_schema = current_schema () "
                                         "ORDER BY table_name, column_name");
}

static void
dump_rows (HfStoreSession *session, const char *table, GPtrArray *columns, GString *dump)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ''");
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, " || '|' || coalesce (CAST (%s AS TEXT), '-')",
                            (char *) columns->pdata[i]);
  g_string_append_printf (sql, " FROM %s ORDER BY 1", table);
  g_autoptr (GPtrArray) rows = select_texts (session, sql->str);
  g_string_append_printf (dump, "== %s\n", table);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (dump, "%s\n", (char *) rows->pdata[i]);
}

/* All rows of all tables as text, for comparing. */
gpointer
hf_test_dump (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) found = list_columns (session);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *table = NULL;
  GString *dump = g_string_new (NULL);
  for (guint i = 0; i <= found->len; i++)
    {
      g_auto (GStrv) names = g_strsplit (i < found->len ? found->pdata[i] : " ", " ", 2);
      if (g_strcmp0 (names[0], table) != 0)
        {
          if (columns->len > 0)
            dump_rows (session, table, columns, dump);
          g_ptr_array_set_size (columns, 0);
          g_free (table);
          table = g_strdup (names[0]);
        }
      if (i < found->len && is_compared (names[0], names[1]))
        g_ptr_array_add (columns, g_strdup (names[1]));
    }
  return g_string_free (dump, FALSE);
}
