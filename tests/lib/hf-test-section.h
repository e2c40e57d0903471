#pragma once

#include "hf-store.h"
#include "hf-test-widgets.h"

G_BEGIN_DECLS

/* A section of the setup in a window, over a database of its own. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *section;
} HfTestSection;

void hf_test_section_set_up (HfTestSection *self, GType type, HfStoreFunc prepare);
void hf_test_section_tear_down (HfTestSection *self, gconstpointer unused);
gpointer hf_test_section_run (HfTestSection *self, HfStoreAccess access, HfStoreFunc func,
                              gpointer input);
void hf_test_section_wait (HfTestSection *self, gboolean (*is_so) (HfTestSection *self));

G_END_DECLS
