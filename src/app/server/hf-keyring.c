#include "config.h"

#include "hf-keyring.h"

#include <glib/gi18n.h>

#ifdef HAVE_LIBSECRET
#include <libsecret/secret.h>
#endif

#include "hf-server-address.h"
#include "hf-store-location.h"

#ifdef HAVE_LIBSECRET
/* Whose password it is: what of a location tells one login from another. */
static const char *const keywords[] = { "host", "port", "dbname", "user", "service" };

static const SecretSchema schema = {
  APPLICATION_ID ".Server",
  SECRET_SCHEMA_NONE,
  {
      { "host", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "port", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "dbname", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "service", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* An attribute that is missing would fit every login. */
static GHashTable *
make_attributes (const char *location)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (HfServerAddress) address = hf_server_address_parse (location);
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      const char *value = address != NULL ? hf_server_address_get (address, keywords[i]) : NULL;
      g_hash_table_insert (attributes, (gpointer) keywords[i],
                           g_strdup (value != NULL ? value : ""));
    }
  return attributes;
}

static void
free_password (gpointer password)
{
  secret_password_free (password);
}

static void
return_boolean (GTask *task, gboolean done, GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, done);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *password = secret_password_lookup_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, password, free_password);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean done = secret_password_store_finish (result, &error);
  return_boolean (task, done, error);
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  secret_password_clear_finish (result, &error);
  return_boolean (task, TRUE, error);
}
#else
static void
refuse (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "this build of the program knows no keyring");
  g_object_unref (task);
}
#endif

/**
 * hf_keyring_is_built_in:
 *
 * Tells whether passwords can be remembered at all; whether a keyring runs shows when one is.
 *
 * Returns: whether this build can
 */
gboolean
hf_keyring_is_built_in (void)
{
#ifdef HAVE_LIBSECRET
  return TRUE;
#else
  return FALSE;
#endif
}

/**
 * hf_keyring_lookup_async:
 * @location: where a database on a server is
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Looks for the password that was remembered for a login.
 */
void
hf_keyring_lookup_async (const char *location, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
#ifdef HAVE_LIBSECRET
  g_autoptr (GHashTable) attributes = make_attributes (location);
  secret_password_lookupv (&schema, attributes, cancellable, on_looked_up, task);
#else
  refuse (task);
#endif
}

/**
 * hf_keyring_lookup_finish:
 * @result: what the callback was given
 * @error: (nullable): why there is no keyring to be asked
 *
 * Takes the result of hf_keyring_lookup_async().
 *
 * Returns: (transfer full) (nullable): the password, to be freed by hf_text_free_secret();
 * %NULL where none is remembered
 */
char *
hf_keyring_lookup_finish (GAsyncResult *result, GError **error)
{
  char *found = g_task_propagate_pointer (G_TASK (result), error);
#ifdef HAVE_LIBSECRET
  char *password = g_strdup (found);
  secret_password_free (found);
  return password;
#else
  return found;
#endif
}

/**
 * hf_keyring_store_async:
 * @location: where a database on a server is
 * @password: the password of the login
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Remembers a password.
 */
void
hf_keyring_store_async (const char *location, const char *password, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
#ifdef HAVE_LIBSECRET
  g_autoptr (GHashTable) attributes = make_attributes (location);
  g_autofree char *name = hf_store_location_describe (location);
  /* Translators: how the keyring names a password; a database such as "team on db.example". */
  g_autofree char *label = g_strdup_printf (_ ("Huifang: %s"), name);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, password,
                          cancellable, on_stored, task);
#else
  refuse (task);
#endif
}

/**
 * hf_keyring_store_finish:
 * @result: what the callback was given
 * @error: (nullable): why it was not remembered
 *
 * Takes the result of hf_keyring_store_async().
 *
 * Returns: whether the password is remembered
 */
gboolean
hf_keyring_store_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hf_keyring_clear_async:
 * @location: where a database on a server is
 * @cancellable: (nullable): stops waiting
 * @callback: (nullable): called on this thread's main context
 * @user_data: for @callback
 *
 * Forgets the password of a login.
 */
void
hf_keyring_clear_async (const char *location, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
#ifdef HAVE_LIBSECRET
  g_autoptr (GHashTable) attributes = make_attributes (location);
  secret_password_clearv (&schema, attributes, cancellable, on_cleared, task);
#else
  refuse (task);
#endif
}

/**
 * hf_keyring_clear_finish:
 * @result: what the callback was given
 * @error: (nullable): why there is no keyring to be asked
 *
 * Takes the result of hf_keyring_clear_async().
 *
 * Returns: whether no password of the login is remembered any more
 */
gboolean
hf_keyring_clear_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
