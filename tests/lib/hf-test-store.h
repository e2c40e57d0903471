#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

/* A database of a test's own. */
typedef struct
{
  char *place;
  HfStore *store;
} HfTestStore;

void hf_test_store_set_up (HfTestStore *self, gconstpointer data);
void hf_test_store_tear_down (HfTestStore *self, gconstpointer data);
gpointer hf_test_store_run (HfTestStore *self, HfStoreAccess access, HfStoreFunc func,
                            gconstpointer input);

G_END_DECLS
