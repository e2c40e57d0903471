#include "config.h"

#include "hf-db-pgsql-error.h"

#include <string.h>

#define STATE_LENGTH 5

/* SQLSTATEs by how they begin; the longer beginning stands first. */
static const struct
{
  const char *beginning;
  HfDbError code;
} codes[] = {
  { "08", HF_DB_ERROR_CONNECTION },
  { "23", HF_DB_ERROR_CONSTRAINT },
  { "25006", HF_DB_ERROR_READ_ONLY },
  { "28", HF_DB_ERROR_PASSWORD },
  { "3D000", HF_DB_ERROR_NOT_FOUND },
  { "3F000", HF_DB_ERROR_NOT_FOUND },
  { "40001", HF_DB_ERROR_BUSY },
  { "40P01", HF_DB_ERROR_BUSY },
  { "42501", HF_DB_ERROR_READ_ONLY },
  { "53100", HF_DB_ERROR_NO_SPACE },
  { "53300", HF_DB_ERROR_BUSY },
  { "55006", HF_DB_ERROR_BUSY },
  { "55P03", HF_DB_ERROR_BUSY },
  /* Cancelled, and not by us: the server's own time-out, or its administrator. */
  { "57014", HF_DB_ERROR_BUSY },
  { "57P01", HF_DB_ERROR_CONNECTION },
  { "57P02", HF_DB_ERROR_CONNECTION },
  { "57P03", HF_DB_ERROR_CONNECTION },
  { "XX001", HF_DB_ERROR_CORRUPT },
  { "XX002", HF_DB_ERROR_CORRUPT },
};

/**
 * hf_db_pgsql_error_code:
 * @state: (nullable): what the server called the error, an SQLSTATE
 *
 * Finds our word for an error of a statement.
 *
 * Returns: the code
 */
HfDbError
hf_db_pgsql_error_code (const char *state)
{
  for (gsize i = 0; state != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (state, codes[i].beginning))
      return codes[i].code;
  return HF_DB_ERROR_FAILED;
}

/**
 * hf_db_pgsql_error_login_code:
 * @state: (nullable): what the server called the error, an SQLSTATE
 *
 * Finds our word for an error of a server that did not let us in.
 *
 * Returns: the code
 */
HfDbError
hf_db_pgsql_error_login_code (const char *state)
{
  if (state == NULL)
    return HF_DB_ERROR_CONNECTION;
  return strcmp (state, "42501") == 0 ? HF_DB_ERROR_PASSWORD : hf_db_pgsql_error_code (state);
}

/* Whether an SQLSTATE stands at @text, between a colon with two blanks and another colon. */
static gboolean
is_state (const char *text)
{
  for (gsize i = 0; i < STATE_LENGTH; i++)
    if (!g_ascii_isdigit (text[i]) && !g_ascii_isupper (text[i]))
      return FALSE;
  return text[STATE_LENGTH] == ':';
}

/**
 * hf_db_pgsql_error_dup_state:
 * @message: what libpq says, verbose, of a connection that could not be made
 *
 * Finds the last SQLSTATE in a message, which is in whatever language the server speaks.
 *
 * Returns: (transfer full) (nullable): the SQLSTATE, %NULL where no server answered
 */
char *
hf_db_pgsql_error_dup_state (const char *message)
{
  char *state = NULL;
  for (const char *at = strstr (message, ":  "); at != NULL; at = strstr (at + 1, ":  "))
    if (is_state (at + 3))
      {
        g_free (state);
        state = g_strndup (at + 3, STATE_LENGTH);
      }
  return state;
}

/**
 * hf_db_pgsql_error_dup_line:
 * @message: what libpq says
 *
 * Makes one line of it.
 *
 * Returns: (transfer full): UTF-8
 */
char *
hf_db_pgsql_error_dup_line (const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);
  g_strdelimit (g_strstrip (line), "\n\t", ' ');
  return g_steal_pointer (&line);
}

/**
 * hf_db_pgsql_error_is_loss:
 * @handle: a connection
 * @result: (nullable): a result that is an error
 *
 * Tells whether the session is lost. Where the server could not be written to, libpq makes the
 * error itself, and may not know yet that it is the end.
 *
 * Returns: whether it is
 */
gboolean
hf_db_pgsql_error_is_loss (PGconn *handle, const PGresult *result)
{
  return PQstatus (handle) == CONNECTION_BAD
         || PQresultErrorField (result, PG_DIAG_SQLSTATE) == NULL;
}

/**
 * hf_db_pgsql_error_set:
 * @error: (nullable): %HF_DB_ERROR
 * @handle: the connection on which it happened
 * @result: (nullable): what the server answered, if it did
 * @interrupted: whether we had asked it to stop
 *
 * Turns what the server says into an error of ours. Details are left out: they quote what is
 * stored, and the message goes to a log.
 */
void
hf_db_pgsql_error_set (GError **error, PGconn *handle, const PGresult *result,
                       gboolean interrupted)
{
  const char *state = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  const char *primary = PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);
  HfDbError code = hf_db_pgsql_error_code (state);
  if (hf_db_pgsql_error_is_loss (handle, result))
    code = HF_DB_ERROR_CONNECTION;
  else if (interrupted && g_strcmp0 (state, "57014") == 0)
    code = HF_DB_ERROR_CANCELLED;
  g_autofree char *line = hf_db_pgsql_error_dup_line (
      primary != NULL ? primary : PQerrorMessage (handle));
  g_set_error (error, HF_DB_ERROR, code, "%s (PostgreSQL %s)", line,
               state != NULL ? state : "-");
}
