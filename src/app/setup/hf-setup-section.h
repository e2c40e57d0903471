#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_SECTION (hf_setup_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfSetupSection, hf_setup_section, HF, SETUP_SECTION, GtkWidget)

/**
 * HfSetupSectionClass:
 * @topics: #HfStoreTopics upon which the section looks at the store again
 * @load: reads what the section shows, on a worker's thread; %NULL where there is nothing to
 *   read
 * @free_loaded: frees what @load gave
 * @show: shows what @load gave, which stays the section's
 *
 * A part of the setup: it shows what the store has, and says what failed.
 */
struct _HfSetupSectionClass
{
  GtkWidgetClass parent_class;

  guint topics;
  HfStoreFunc load;
  GDestroyNotify free_loaded;
  void (*show) (HfSetupSection *self, gpointer loaded);
};

HfStore *hf_setup_section_get_store (HfSetupSection *self);
void hf_setup_section_refresh (HfSetupSection *self);
void hf_setup_section_save (HfSetupSection *self, HfStoreFunc save, gpointer input,
                            GDestroyNotify free_input, const char *saved);

G_END_DECLS
