#include "config.h"

#include <glib.h>
#include <string.h>

#include "hf-server-address.h"
#include "hf-server-words.h"
#include "hf-shell-closures.h"

static void
check_parts (const char *location, const char *const *expected)
{
  static const char *const keywords[] = { "host", "port", "dbname", "user", "sslmode" };
  g_autoptr (HfServerAddress) address = hf_server_address_parse (location);
  g_assert_nonnull (address);
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    g_assert_cmpstr (hf_server_address_get (address, keywords[i]), ==, expected[i]);
}

static void
test_addresses_come_apart (void)
{
  static const struct
  {
    const char *location;
    const char *parts[5];
  } cases[] = {
    { "postgresql://", { NULL, NULL, NULL, NULL, NULL } },
    { "postgresql://db.example", { "db.example", NULL, NULL, NULL, NULL } },
    { "postgres://li@db.example:5433/team?sslmode=require",
      { "db.example", "5433", "team", "li", "require" } },
    { "postgresql://li%40work@/t%C3%A9?host=/run/pg",
      { "/run/pg", NULL, "té", "li@work", NULL } },
    { "postgresql://%2Frun%2Fpg/team", { "/run/pg", NULL, "team", NULL, NULL } },
    { "postgresql://[2001:db8::1]:5433/team", { "2001:db8::1", "5433", "team", NULL, NULL } },
    { "postgresql://a:1,b:2/team", { "a,b", "1,2", "team", NULL, NULL } },
    { "host=db.example port = 5433 dbname=team", { "db.example", "5433", "team", NULL, NULL } },
    { "dbname='a team' user=o\\'neil sslmode=verify-full ",
      { NULL, NULL, "a team", "o'neil", "verify-full" } },
    { "dbname='it\\'s' host=''", { NULL, NULL, "it's", NULL, NULL } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_parts (cases[i].location, cases[i].parts);
}

static void
test_nonsense_is_no_address (void)
{
  static const char *const cases[] = { "postgresql://%%%",     "postgresql://h/d?sslmode",
                                       "host=a dbname",        "dbname='open",
                                       "/home/me/a b.huifang", "=x" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (hf_server_address_parse (cases[i]));
}

static void
test_addresses_come_together (void)
{
  g_autoptr (HfServerAddress) address = hf_server_address_parse (
      "service=office sslmode=require host=old user=li");
  hf_server_address_set (address, "host", "db.example");
  hf_server_address_set (address, "user", " ");
  hf_server_address_set (address, "dbname", "回访");
  g_autofree char *location = hf_server_address_to_location (address);
  g_assert_cmpstr (location, ==, "postgresql://db.example/回访?service=office&sslmode=require");
  g_autoptr (HfServerAddress) again = hf_server_address_parse (location);
  g_assert_cmpstr (hf_server_address_get (again, "dbname"), ==, "回访");
  g_assert_cmpstr (hf_server_address_get (again, "service"), ==, "office");
}

static void
check_place (const char *location, const char *expected)
{
  g_autofree char *place = hf_server_words_place (location);
  g_assert_cmpstr (place, ==, expected);
}

static void
test_places_are_said_in_full (void)
{
  check_place ("/home/me/客户.huifang", "/home/me/客户.huifang");
  check_place ("postgresql://li@db.example:5433/team",
               "Database: team\nServer: db.example, port 5433\nUser: li");
  check_place ("postgresql:///team?host=/run/pg", "Database: team\nServer: this computer");
  check_place ("service=office", "Service: office");
}

static void
test_no_password_is_said (void)
{
  static const char *const cases[] = {
    "postgresql://li:geheim@db.example/team",
    "host=db.example password=geheim",
    "postgresql://li:geheim@%%%",
    "host=db.example password='geheim",
    "postgresql:///team?password=geheim",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = hf_server_words_place (cases[i]);
      g_autofree char *name = hf_shell_database_name (NULL, cases[i]);
      g_assert_null (strstr (place, "geheim"));
      g_assert_null (strstr (name, "geheim"));
    }
}

static void
check_name (const char *location, const char *expected)
{
  g_autofree char *name = hf_shell_database_name (NULL, location);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_the_sidebar_names_the_database (void)
{
  check_name ("/home/me/客户.huifang", "客户.huifang");
#ifdef HAVE_LIBPQ
  check_name ("postgresql://li@db.example:5433/team", "team on db.example");
  check_name ("postgresql:///team?host=/run/pg", "team on this computer");
  check_name ("dbname=team", "team");
  check_name ("service=office", "office");
#endif
  check_name ("postgresql://%%%", "A database server");
  check_name (NULL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-words/apart", test_addresses_come_apart);
  g_test_add_func ("/server-words/nonsense", test_nonsense_is_no_address);
  g_test_add_func ("/server-words/together", test_addresses_come_together);
  g_test_add_func ("/server-words/place", test_places_are_said_in_full);
  g_test_add_func ("/server-words/no-password", test_no_password_is_said);
  g_test_add_func ("/server-words/name", test_the_sidebar_names_the_database);
  return g_test_run ();
}
