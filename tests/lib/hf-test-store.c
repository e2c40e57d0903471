#include "config.h"

#include "hf-test-store.h"

#include "hf-test-place.h"

/**
 * hf_test_store_set_up:
 * @self: a fixture
 * @data: nothing
 *
 * Makes a database with what every one starts with.
 */
void
hf_test_store_set_up (HfTestStore *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->place = hf_test_place_new ();
  self->store = hf_store_open (self->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

/**
 * hf_test_store_tear_down:
 * @self: a fixture
 * @data: nothing
 *
 * Removes the database.
 */
void
hf_test_store_tear_down (HfTestStore *self, gconstpointer data)
{
  g_clear_object (&self->store);
  hf_test_place_free (self->place);
}

/**
 * hf_test_store_run:
 * @self: a fixture
 * @access: reading or writing
 * @func: a piece of work that must not fail
 * @input: (nullable): for @func
 *
 * Does a piece of work.
 *
 * Returns: what it gave
 */
gpointer
hf_test_store_run (HfTestStore *self, HfStoreAccess access, HfStoreFunc func,
                   gconstpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, (gpointer) input, NULL, &error);
  g_assert_no_error (error);
  return result;
}
