#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "hf-keyring.h"
#include "hf-test-secrets.h"
#include "hf-text.h"

#define TEAM "postgresql://li@db.example/team"
#define OTHER "postgresql://zhang@db.example/team"

static GString *said; /* all that was logged */

static void
listen (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  g_string_append_printf (said, "%s: %s\n", domain, message);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
store (const char *location, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  hf_keyring_store_async (location, password, NULL, keep_result, &result);
  wait_for (&result);
  return hf_keyring_store_finish (result, error);
}

static char *
look_up (const char *location, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  hf_keyring_lookup_async (location, NULL, keep_result, &result);
  wait_for (&result);
  return hf_keyring_lookup_finish (result, error);
}

static void
check_found (const char *location, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *password = look_up (location, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (password, ==, expected);
  hf_text_free_secret (password);
}

static void
forget (const char *location)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  hf_keyring_clear_async (location, NULL, keep_result, &result);
  wait_for (&result);
  g_assert_true (hf_keyring_clear_finish (result, &error));
  g_assert_no_error (error);
}

/* Comes first: later there is one. */
static void
test_no_keyring_is_told (void)
{
  g_autoptr (GError) not_found = NULL, not_kept = NULL;
  g_assert_null (look_up (TEAM, &not_found));
  g_assert_nonnull (not_found);
  g_assert_false (store (TEAM, "geheim", &not_kept));
  g_assert_nonnull (not_kept);
  g_assert_null (strstr (not_kept->message, "geheim"));
}

static void
test_a_password_is_kept_and_forgotten (void)
{
  g_autoptr (GError) error = NULL;
  hf_test_secrets_appear ();
  check_found (TEAM, NULL);
  g_assert_true (store (TEAM, "geheim", &error));
  g_assert_no_error (error);
  check_found (TEAM, "geheim");
  /* A later one takes its place. */
  g_assert_true (store (TEAM, "neu", &error));
  g_assert_cmpuint (hf_test_secrets_count (), ==, 1);
  check_found (TEAM, "neu");
  forget (TEAM);
  check_found (TEAM, NULL);
  g_assert_cmpuint (hf_test_secrets_count (), ==, 0);
  forget (TEAM);
}

static void
test_each_login_has_its_own (void)
{
  g_assert_true (store (TEAM, "geheim", NULL));
  check_found (OTHER, NULL);
  check_found ("postgresql://li@db.example", NULL);
  g_assert_true (store (OTHER, "anders", NULL));
  check_found (TEAM, "geheim");
  check_found (OTHER, "anders");
  /* The same login, written in another way. */
  check_found ("host=db.example user=li dbname=team", "geheim");
  forget (OTHER);
  check_found (TEAM, "geheim");
  forget (TEAM);
}

static void
test_what_everybody_sees_has_no_password (void)
{
  g_assert_true (store (TEAM, "geheim", NULL));
  g_assert_nonnull (strstr (hf_test_secrets_describe (), "team"));
  g_assert_null (strstr (hf_test_secrets_describe (), "geheim"));
  check_found (TEAM, "geheim");
  forget (TEAM);
  g_assert_cmpuint (said->len, >, 0);
  g_assert_null (strstr (said->str, "geheim"));
}

static void
test_a_locked_keyring_keeps_to_itself (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (store (TEAM, "geheim", NULL));
  hf_test_secrets_set_locked (TRUE);
  char *password = look_up (TEAM, NULL);
  g_assert_null (password);
  g_assert_false (store (OTHER, "anders", &error));
  g_assert_nonnull (error);
  g_assert_null (strstr (error->message, "anders"));
  hf_test_secrets_set_locked (FALSE);
  check_found (TEAM, "geheim");
  forget (TEAM);
}

int
main (int argc, char **argv)
{
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_init (&argc, &argv, NULL);
  said = g_string_new (NULL);
  g_log_set_default_handler (listen, NULL);
  if (!hf_keyring_is_built_in () || !hf_test_secrets_start_bus ())
    {
      g_print ("1..0 # SKIP there is no libsecret or no dbus-daemon\n");
      return EXIT_SUCCESS;
    }
  g_test_add_func ("/keyring/none", test_no_keyring_is_told);
  g_test_add_func ("/keyring/kept", test_a_password_is_kept_and_forgotten);
  g_test_add_func ("/keyring/own", test_each_login_has_its_own);
  g_test_add_func ("/keyring/seen", test_what_everybody_sees_has_no_password);
  g_test_add_func ("/keyring/locked", test_a_locked_keyring_keeps_to_itself);
  int status = g_test_run ();
  hf_test_secrets_stop_bus ();
  g_string_free (said, TRUE);
  return status;
}
