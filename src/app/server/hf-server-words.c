#include "config.h"

#include "hf-server-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-server-address.h"

/* A socket's folder is nothing that people know a server by. */
static char *
name_server (const char *host, const char *port)
{
  if (host == NULL || g_path_is_absolute (host))
    host = _ ("this computer");
  /* Translators: a server's name, and the number of its port. */
  return port != NULL ? g_strdup_printf (_ ("%s, port %s"), host, port) : g_strdup (host);
}

/* @pattern has one place, for @value; nothing is said of what is not known. */
static void
add_line (GStrvBuilder *lines, const char *pattern, const char *value)
{
  g_auto (GStrv) around = g_strsplit (pattern, "%s", 2);
  g_autofree char *line = value != NULL ? g_strjoinv (value, around) : NULL;
  if (line != NULL)
    g_strv_builder_add (lines, line);
}

/**
 * hf_server_words_place:
 * @location: where a database is
 *
 * Says in full where a database is, a line for each thing; never a password.
 *
 * Returns: (transfer full): a file's path, or a server's name with what belongs to it
 */
char *
hf_server_words_place (const char *location)
{
  g_autoptr (HfServerAddress) address = NULL;
  if (hf_store_location_is_server (location))
    address = hf_server_address_parse (location);
  if (address == NULL)
    return hf_store_location_describe (location);
  const char *service = hf_server_address_get (address, "service");
  const char *database = hf_server_address_get (address, "dbname");
  const char *user = hf_server_address_get (address, "user");
  const char *host = hf_server_address_get (address, "host");
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *server = name_server (host, hf_server_address_get (address, "port"));
  add_line (lines, _ ("Database: %s"), database);
  add_line (lines, _ ("Service: %s"), service);
  add_line (lines, _ ("Server: %s"), service == NULL || host != NULL ? server : NULL);
  add_line (lines, _ ("User: %s"), user);
  g_auto (GStrv) all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

/**
 * hf_server_words_dup_host:
 * @location: where a database on a server is
 *
 * Tells which computer the network has to know.
 *
 * Returns: (transfer full) (nullable): its name; %NULL for this computer, for several, or where
 * a service file says it
 */
char *
hf_server_words_dup_host (const char *location)
{
  g_autoptr (HfServerAddress) address = hf_server_address_parse (location);
  const char *host = address != NULL ? hf_server_address_get (address, "host") : NULL;
  gboolean one = host != NULL && !g_path_is_absolute (host) && strpbrk (host, ",@") == NULL
                 && hf_server_address_get (address, "hostaddr") == NULL;
  return one ? g_strdup (host) : NULL;
}

/**
 * hf_server_words_found:
 * @state: what a test of the connection found
 *
 * Says that a database can be used.
 *
 * Returns: a sentence
 */
const char *
hf_server_words_found (HfStoreState state)
{
  switch (state)
    {
    case HF_STORE_STATE_EMPTY:
      return _ ("The database is there, and empty.");
    case HF_STORE_STATE_OLDER:
      return _ ("The database is there, and of an older version.");
    case HF_STORE_STATE_READY:
    default:
      return _ ("The database is ready.");
    }
}

/**
 * hf_server_words_found_advice:
 * @state: what a test of the connection found
 *
 * Says what opening the database will do.
 *
 * Returns: a sentence
 */
const char *
hf_server_words_found_advice (HfStoreState state)
{
  switch (state)
    {
    case HF_STORE_STATE_EMPTY:
      return _ (
          "Opening it sets it up for Huifang: its tables are made, with the starter guides "
          "and the codebook.");
    case HF_STORE_STATE_OLDER:
      return _ (
          "Opening it brings it up to date for all desks. Older versions of Huifang can no "
          "longer use it then; have whoever looks after the server copy it first.");
    case HF_STORE_STATE_READY:
    default:
      return _ ("Opening it changes nothing in it.");
    }
}

static char *
explain_silence (const char *location, gboolean known_host)
{
  g_autofree char *host = hf_server_words_dup_host (location);
  if (host == NULL)
    return g_strdup (_ ("No PostgreSQL answers there. Is it running, and is the port right?"));
  if (!known_host)
    /* Translators: the name of a server that the network does not know. */
    return g_strdup_printf (_ ("The network knows no server “%s”. Check its name, and whether "
                               "this computer is in the company’s network."),
                            host);
  /* Translators: the name of a server. */
  return g_strdup_printf (
      _ ("“%s” is known to the network, but no PostgreSQL answers there. Is "
         "it running, is the port right, and does a firewall let it through?"),
      host);
}

/**
 * hf_server_words_trouble:
 * @error: why a database on a server cannot be used
 * @location: where it is
 * @known_host: whether the network knows the server's name
 *
 * Says what to look at.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_server_words_trouble (const GError *error, const char *location, gboolean known_host)
{
  g_autoptr (HfServerAddress) address = hf_server_address_parse (location);
  const char *database = address != NULL ? hf_server_address_get (address, "dbname") : NULL;
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE))
    return explain_silence (location, known_host);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND) && database != NULL)
    /* Translators: the name of a database. */
    return g_strdup_printf (
        _ ("The server has no database “%s”. Check its name, or have it made "
           "by whoever looks after the server."),
        database);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_PASSWORD))
    return g_strdup (_ ("Check the user, and type the password."));
  return g_strdup (hf_store_error_advice (error));
}

/**
 * hf_server_words_state:
 * @waiting: how many saves wait for the server
 *
 * Says in the sidebar that the server is away.
 *
 * Returns: (transfer full): such as "Server away, 2 saves wait"
 */
char *
hf_server_words_state (guint waiting)
{
  if (waiting == 0)
    return g_strdup (_ ("Server away"));
  return g_strdup_printf (
      ngettext ("Server away, %u save waits", "Server away, %u saves wait", waiting), waiting);
}

/**
 * hf_server_words_away:
 * @waiting: how many saves wait for the server
 *
 * Says what it means that the server is away.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_server_words_away (guint waiting)
{
  if (waiting == 0)
    return g_strdup (
        _ ("The database server is away. What you save is kept here and saved once it "
           "is back; it is tried every few seconds."));
  return g_strdup_printf (
      ngettext (
          "The database server is away. %u save waits here and is done once it is back; it "
          "is tried every few seconds.",
          "The database server is away. %u saves wait here and are done once it is back; it "
          "is tried every few seconds.",
          waiting),
      waiting);
}

/**
 * hf_server_words_back:
 * @saved: how many saves had waited for the server
 *
 * Says that the server is back.
 *
 * Returns: (transfer full): a short line
 */
char *
hf_server_words_back (guint saved)
{
  if (saved == 0)
    return g_strdup (_ ("The database server is back"));
  return g_strdup (_ ("The database server is back; everything is saved"));
}
