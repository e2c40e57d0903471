#include "config.h"

#include "hf-import-sieve.h"

#define MANY 200000

static void
test_what_was_added_is_there (void)
{
  g_autoptr (HfImportSieve) sieve = hf_import_sieve_new ();
  g_assert_false (hf_import_sieve_may_have (sieve, ""));
  hf_import_sieve_add (sieve, "");
  g_assert_true (hf_import_sieve_may_have (sieve, ""));
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%06d", i);
      hf_import_sieve_add (sieve, code);
      g_assert_true (hf_import_sieve_may_have (sieve, code));
    }
}

static void
test_little_else_is_taken_for_it (void)
{
  g_autoptr (HfImportSieve) sieve = hf_import_sieve_new ();
  int n_wrong = 0;
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%06d", i);
      hf_import_sieve_add (sieve, code);
    }
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *code = g_strdup_printf ("D%06d", i);
      n_wrong += hf_import_sieve_may_have (sieve, code);
    }
  g_assert_cmpint (n_wrong, <, MANY / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-sieve/added", test_what_was_added_is_there);
  g_test_add_func ("/import-sieve/others", test_little_else_is_taken_for_it);
  return g_test_run ();
}
