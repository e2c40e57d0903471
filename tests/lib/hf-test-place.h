#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a test's database is: the same program runs on each engine, which the environment's
 * HUIFANG_TEST_ENGINE names. */
void hf_test_place_check (void);
char *hf_test_place_new (void);
void hf_test_place_free (char *place);

G_END_DECLS
