#include "hf-test-secrets.h"

#include <gio/gio.h>
#include <string.h>

#define ROOT "/org/freedesktop/secrets"
#define SESSION ROOT "/session/1"
#define NO_PROMPT "/"

typedef struct
{
  char *path;
  char *label;
  char *secret;
  GVariant *attributes; /* a{ss} */
  guint registration;
} Item;

static const char xml[]
    = "<node>"
      "<interface name='org.freedesktop.Secret.Service'>"
      "<method name='OpenSession'><arg type='s' direction='in'/><arg type='v' direction='in'/>"
      "<arg type='v' direction='out'/><arg type='o' direction='out'/></method>"
      "<method name='SearchItems'><arg type='a{ss}' direction='in'/>"
      "<arg type='ao' direction='out'/><arg type='ao' direction='out'/></method>"
      "<method name='Unlock'><arg type='ao' direction='in'/>"
      "<arg type='ao' direction='out'/><arg type='o' direction='out'/></method>"
      "<method name='GetSecrets'><arg type='ao' direction='in'/><arg type='o' direction='in'/>"
      "<arg type='a{o(oayays)}' direction='out'/></method>"
      "</interface>"
      "<interface name='org.freedesktop.Secret.Collection'>"
      "<method name='CreateItem'><arg type='a{sv}' direction='in'/>"
      "<arg type='(oayays)' direction='in'/><arg type='b' direction='in'/>"
      "<arg type='o' direction='out'/><arg type='o' direction='out'/></method>"
      "</interface>"
      "<interface name='org.freedesktop.Secret.Item'>"
      "<method name='Delete'><arg type='o' direction='out'/></method>"
      "</interface>"
      "</node>";

static GTestDBus *bus;
static GDBusConnection *connection;
static GDBusNodeInfo *node;
static GPtrArray *items; /* (element-type Item) */
static gboolean is_locked;

static void
item_free (gpointer data)
{
  Item *item = data;
  g_dbus_connection_unregister_object (connection, item->registration);
  g_free (item->path);
  g_free (item->label);
  g_free (item->secret);
  g_variant_unref (item->attributes);
  g_free (item);
}

static gboolean
fits (const Item *item, GVariant *wanted)
{
  GVariantIter iter;
  const char *name, *value, *is;
  g_variant_iter_init (&iter, wanted);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (!g_variant_lookup (item->attributes, name, "&s", &is) || strcmp (is, value) != 0)
      return FALSE;
  return TRUE;
}

static GVariant *
search (GVariant *parameters)
{
  g_autoptr (GVariant) wanted = g_variant_get_child_value (parameters, 0);
  GVariantBuilder unlocked, locked;
  g_variant_builder_init (&unlocked, G_VARIANT_TYPE ("ao"));
  g_variant_builder_init (&locked, G_VARIANT_TYPE ("ao"));
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);
      if (fits (item, wanted))
        g_variant_builder_add (is_locked ? &locked : &unlocked, "o", item->path);
    }
  return g_variant_new ("(aoao)", &unlocked, &locked);
}

static GVariant *
get_secrets (GVariant *parameters)
{
  g_autoptr (GVariant) paths = g_variant_get_child_value (parameters, 0);
  GVariantBuilder secrets;
  g_variant_builder_init (&secrets, G_VARIANT_TYPE ("a{o(oayays)}"));
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);
      GVariantIter iter;
      const char *path;
      g_variant_iter_init (&iter, paths);
      while (g_variant_iter_next (&iter, "&o", &path))
        if (strcmp (path, item->path) == 0)
          g_variant_builder_add (&secrets, "{o(o@ay@ays)}", path, SESSION,
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1),
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, item->secret,
                                                            strlen (item->secret), 1),
                                 "text/plain");
    }
  return g_variant_new ("(a{o(oayays)})", &secrets);
}

static void
call_service (GDBusMethodInvocation *call, const char *method, GVariant *parameters)
{
  const char *algorithm;
  if (strcmp (method, "SearchItems") == 0)
    g_dbus_method_invocation_return_value (call, search (parameters));
  else if (strcmp (method, "GetSecrets") == 0)
    g_dbus_method_invocation_return_value (call, get_secrets (parameters));
  /* The person does not unlock it. */
  else if (strcmp (method, "Unlock") == 0)
    g_dbus_method_invocation_return_value (call, g_variant_new ("(aoo)", NULL, NO_PROMPT));
  else
    {
      g_variant_get_child (parameters, 0, "&s", &algorithm);
      if (strcmp (algorithm, "plain") == 0)
        g_dbus_method_invocation_return_value (
            call, g_variant_new ("(vo)", g_variant_new_string (""), SESSION));
      else
        g_dbus_method_invocation_return_dbus_error (
            call, "org.freedesktop.DBus.Error.NotSupported", "only plain");
    }
}

static void
on_item_call (GDBusConnection *with, const char *sender, const char *path,
              const char *interface, const char *method, GVariant *parameters,
              GDBusMethodInvocation *call, gpointer item)
{
  g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", NO_PROMPT));
  g_ptr_array_remove (items, item);
}

static const GDBusInterfaceVTable item_table = { .method_call = on_item_call };

static void
remove_like (GVariant *attributes)
{
  for (guint i = items->len; i > 0; i--)
    if (fits (g_ptr_array_index (items, i - 1), attributes))
      g_ptr_array_remove_index (items, i - 1);
}

static char *
dup_secret (GVariant *parameters)
{
  g_autoptr (GVariant) secret = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) bytes = g_variant_get_child_value (secret, 2);
  gsize length = 0;
  const char *text = g_variant_get_fixed_array (bytes, &length, 1);
  return g_strndup (text, length);
}

static void
create_item (GDBusMethodInvocation *call, GVariant *parameters)
{
  static guint n_made = 0;
  g_autoptr (GVariant) about = g_variant_get_child_value (parameters, 0);
  Item *item = g_new0 (Item, 1);
  item->path = g_strdup_printf (ROOT "/collection/test/%u", ++n_made);
  item->secret = dup_secret (parameters);
  g_variant_lookup (about, "org.freedesktop.Secret.Item.Label", "s", &item->label);
  item->attributes = g_variant_lookup_value (about, "org.freedesktop.Secret.Item.Attributes",
                                             G_VARIANT_TYPE ("a{ss}"));
  remove_like (item->attributes);
  item->registration = g_dbus_connection_register_object (
      connection, item->path, node->interfaces[2], &item_table, item, NULL, NULL);
  g_ptr_array_add (items, item);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(oo)", item->path, NO_PROMPT));
}

static void
on_call (GDBusConnection *with, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *call, gpointer unused)
{
  if (strcmp (method, "CreateItem") != 0)
    call_service (call, method, parameters);
  else if (is_locked)
    g_dbus_method_invocation_return_dbus_error (call, "org.freedesktop.Secret.Error.IsLocked",
                                                "the keyring is locked");
  else
    create_item (call, parameters);
}

static const GDBusInterfaceVTable table = { .method_call = on_call };

/**
 * hf_test_secrets_start_bus:
 *
 * Starts a D-Bus session on which there is no keyring yet. Continuous integration must have
 * dbus-daemon.
 *
 * Returns: whether it runs; %FALSE where this machine has no dbus-daemon
 */
gboolean
hf_test_secrets_start_bus (void)
{
  g_autofree char *program = g_find_program_in_path ("dbus-daemon");
  if (program == NULL && g_getenv ("CI") != NULL)
    g_error ("dbus-daemon is missing: tools/setup installs it");
  if (program == NULL)
    return FALSE;
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  items = g_ptr_array_new_with_free_func (item_free);
  return TRUE;
}

/**
 * hf_test_secrets_stop_bus:
 *
 * Ends the session.
 */
void
hf_test_secrets_stop_bus (void)
{
  g_clear_pointer (&items, g_ptr_array_unref);
  g_clear_pointer (&node, g_dbus_node_info_unref);
  g_clear_object (&connection);
  /* libsecret keeps its connection, for which the end of the bus would wait. */
  g_test_dbus_stop (bus);
}

/**
 * hf_test_secrets_appear:
 *
 * Has the keyring appear on the session, empty.
 */
void
hf_test_secrets_appear (void)
{
  g_autoptr (GError) error = NULL;
  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, ROOT, node->interfaces[0], &table, NULL, NULL,
                                     &error);
  g_dbus_connection_register_object (connection, ROOT "/aliases/default", node->interfaces[1],
                                     &table, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL,
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/**
 * hf_test_secrets_set_locked:
 * @locked: whether nobody has given the keyring's own password yet
 *
 * Locks or unlocks it.
 */
void
hf_test_secrets_set_locked (gboolean locked)
{
  is_locked = locked;
}

/**
 * hf_test_secrets_count:
 *
 * Tells how many passwords it keeps.
 *
 * Returns: their number
 */
guint
hf_test_secrets_count (void)
{
  return items->len;
}

/**
 * hf_test_secrets_describe:
 *
 * Gives what the keyring shows of the last password to everybody: its label and attributes.
 *
 * Returns: a text that is valid until the next call
 */
const char *
hf_test_secrets_describe (void)
{
  static char *text = NULL;
  const Item *item = g_ptr_array_index (items, items->len - 1);
  g_autofree char *attributes = g_variant_print (item->attributes, FALSE);
  g_free (text);
  text = g_strdup_printf ("%s %s", item->label, attributes);
  return text;
}
