#pragma once

#include "hf-window-private.h"

/* The program's window with the demo company. */
typedef struct
{
  char *folder;
  HfWindow *window;
} HfTestDemoWindow;

/* One of each, by its key. */
typedef struct
{
  gint64 complaint, promise, customer;
} HfTestDemoKeys;

void hf_test_demo_window_set_up (HfTestDemoWindow *self, gconstpointer width);
void hf_test_demo_window_tear_down (HfTestDemoWindow *self, gconstpointer unused);
void hf_test_demo_window_wait (HfTestDemoWindow *self, const char *type);
HfTestDemoKeys hf_test_demo_window_get_keys (HfTestDemoWindow *self);
void hf_test_demo_window_init (int *argc, char ***argv);
