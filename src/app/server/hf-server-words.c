#include "config.h"

#include "hf-server-words.h"

#include <glib/gi18n.h>

#include "hf-server-address.h"
#include "hf-store-location.h"

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
