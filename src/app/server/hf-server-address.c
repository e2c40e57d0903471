#include "config.h"

#include "hf-server-address.h"

#include <string.h>

#include "hf-store-location.h"
#include "hf-text.h"

typedef struct
{
  char *keyword;
  char *value;
} HfServerOption;

/* What a location says outside its query. */
static const char *const parts[] = { "user", "host", "port", "dbname", NULL };

static void
option_free (gpointer data)
{
  HfServerOption *option = data;
  g_free (option->keyword);
  hf_text_free_secret (option->value);
  g_free (option);
}

static HfServerOption *
find (const HfServerAddress *self, const char *keyword)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      HfServerOption *option = g_ptr_array_index (self->options, i);
      if (strcmp (option->keyword, keyword) == 0)
        return option;
    }
  return NULL;
}

/* Undoes the percent signs; FALSE where they make no sense. */
static gboolean
add_escaped (HfServerAddress *self, const char *keyword, const char *value, gssize length)
{
  g_autofree char *part = g_strndup (value, length < 0 ? strlen (value) : (gsize) length);
  g_autofree char *plain = g_uri_unescape_string (part, NULL);
  if (plain != NULL && *plain != '\0')
    hf_server_address_set (self, keyword, plain);
  return plain != NULL;
}

static gboolean
read_login (HfServerAddress *self, const char *login, gsize length)
{
  const char *colon = memchr (login, ':', length);
  gsize user = colon != NULL ? (gsize) (colon - login) : length;
  return add_escaped (self, "user", login, user)
         && (colon == NULL || add_escaped (self, "password", colon + 1, length - user - 1));
}

/* Several servers are parted by commas, each with a port of its own. */
static gboolean
read_hosts (HfServerAddress *self, const char *text)
{
  g_auto (GStrv) servers = g_strsplit (text, ",", -1);
  g_autoptr (GString) hosts = g_string_new (NULL);
  g_autoptr (GString) ports = g_string_new (NULL);
  gboolean any_port = FALSE;
  for (gsize i = 0; servers[i] != NULL; i++)
    {
      char *server = servers[i];
      char *end = server[0] == '[' ? strchr (server, ']') : NULL;
      char *colon = strchr (end != NULL ? end : server, ':');
      const char *comma = i > 0 ? "," : "";
      any_port |= colon != NULL;
      g_string_append_printf (ports, "%s%s", comma, colon != NULL ? colon + 1 : "");
      if (colon != NULL)
        *colon = '\0';
      if (end != NULL)
        *end = '\0';
      g_string_append_printf (hosts, "%s%s", comma, end != NULL ? server + 1 : server);
    }
  return add_escaped (self, "host", hosts->str, -1)
         && (!any_port || add_escaped (self, "port", ports->str, -1));
}

static gboolean
read_query (HfServerAddress *self, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, "&", -1);
  gboolean fine = TRUE;
  for (gsize i = 0; fine && pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');
      fine = equals != NULL;
      if (!fine)
        break;
      *equals = '\0';
      fine = add_escaped (self, pairs[i], equals + 1, -1);
    }
  return fine;
}

/* @text is what follows the two slashes. */
static gboolean
read_uri (HfServerAddress *self, const char *text)
{
  gsize length = strcspn (text, "/?");
  g_autofree char *authority = g_strndup (text, length);
  const char *at = strrchr (authority, '@');
  if ((at != NULL && !read_login (self, authority, at - authority))
      || !read_hosts (self, at != NULL ? at + 1 : authority))
    return FALSE;
  text += length;
  if (*text == '/')
    {
      length = strcspn (++text, "?");
      if (!add_escaped (self, "dbname", text, length))
        return FALSE;
      text += length;
    }
  return *text != '?' || text[1] == '\0' || read_query (self, text + 1);
}

/* A value ends at a blank, or at its quotation mark; a backslash takes the next sign as it is.
 */
static const char *
read_value (const char *text, GString *value)
{
  gboolean quoted = *text == '\'';
  for (text += quoted; *text != '\0'; text++)
    {
      if (quoted ? *text == '\'' : g_ascii_isspace (*text))
        return text + quoted;
      if (*text == '\\' && text[1] != '\0')
        text++;
      g_string_append_c (value, *text);
    }
  return quoted ? NULL : text;
}

static const char *
skip_blanks (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

static gboolean
read_pairs (HfServerAddress *self, const char *text)
{
  for (text = skip_blanks (text); *text != '\0'; text = skip_blanks (text))
    {
      gsize length = strcspn (text, "= \t\n");
      g_autofree char *keyword = g_strndup (text, length);
      g_autoptr (GString) value = g_string_new (NULL);
      text = skip_blanks (text + length);
      if (length == 0 || *text != '=')
        return FALSE;
      text = read_value (skip_blanks (text + 1), value);
      if (text == NULL)
        return FALSE;
      hf_server_address_set (self, keyword, value->str);
    }
  return TRUE;
}

/**
 * hf_server_address_parse:
 * @location: a connection string of libpq, as an address or as pairs of a keyword and a value
 *
 * Takes a connection string apart.
 *
 * Returns: (transfer full) (nullable): its parts; %NULL where it makes no sense
 */
HfServerAddress *
hf_server_address_parse (const char *location)
{
  g_autoptr (HfServerAddress) self = g_new0 (HfServerAddress, 1);
  const char *slashes = strstr (location, "://");
  self->options = g_ptr_array_new_with_free_func (option_free);
  if (!g_str_has_prefix (location, "postgres"))
    slashes = NULL;
  if (slashes != NULL ? read_uri (self, slashes + 3) : read_pairs (self, location))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * hf_server_address_free:
 * @self: an address
 *
 * Frees it, and leaves no password in memory.
 */
void
hf_server_address_free (HfServerAddress *self)
{
  g_ptr_array_unref (self->options);
  g_free (self);
}

/**
 * hf_server_address_get:
 * @self: an address
 * @keyword: a word of libpq's, such as "host"
 *
 * Tells what an address says of something.
 *
 * Returns: (nullable): the value; %NULL where it says nothing
 */
const char *
hf_server_address_get (const HfServerAddress *self, const char *keyword)
{
  HfServerOption *option = find (self, keyword);
  return option != NULL ? option->value : NULL;
}

/**
 * hf_server_address_set:
 * @self: an address
 * @keyword: a word of libpq's, such as "host"
 * @value: (nullable): the value; %NULL or a blank says nothing of it
 *
 * Changes what an address says of something.
 */
void
hf_server_address_set (HfServerAddress *self, const char *keyword, const char *value)
{
  HfServerOption *option = find (self, keyword);
  if (option != NULL)
    g_ptr_array_remove (self->options, option);
  if (value == NULL || hf_text_is_blank (value))
    return;
  option = g_new0 (HfServerOption, 1);
  option->keyword = g_strdup (keyword);
  option->value = g_strdup (value);
  g_ptr_array_add (self->options, option);
}

/**
 * hf_server_address_to_location:
 * @self: an address
 *
 * Puts an address together again.
 *
 * Returns: (transfer full): such as "postgresql://li@db.example.com/huifang?sslmode=require"
 */
char *
hf_server_address_to_location (const HfServerAddress *self)
{
  g_autofree char *start = hf_store_location_make (
      hf_server_address_get (self, "host"), hf_server_address_get (self, "port"),
      hf_server_address_get (self, "dbname"), hf_server_address_get (self, "user"));
  GString *location = g_string_new (start);
  const char *before = "?";
  for (guint i = 0; i < self->options->len; i++)
    {
      const HfServerOption *option = g_ptr_array_index (self->options, i);
      if (g_strv_contains (parts, option->keyword))
        continue;
      g_autofree char *value = g_uri_escape_string (option->value, "/", TRUE);
      g_string_append_printf (location, "%s%s=%s", before, option->keyword, value);
      before = "&";
    }
  return g_string_free (location, FALSE);
}
