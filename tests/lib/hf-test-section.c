#include "config.h"

#include "hf-test-section.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* Works are done one after the other, so that what was begun before is stored by then. */
gpointer
hf_test_section_run (HfTestSection *self, HfStoreAccess access, HfStoreFunc func,
                     gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

void
hf_test_section_wait (HfTestSection *self, gboolean (*is_so) (HfTestSection *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_so (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_so (self));
}

static gboolean
is_shown (HfTestSection *self)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_first_child (self->section));
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "content") == 0;
}

/* What is stored before it shows is made by the function, where there is one. */
void
hf_test_section_set_up (HfTestSection *self, GType type, HfStoreFunc prepare)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  if (prepare != NULL)
    hf_test_section_run (self, HF_STORE_WRITE, prepare, NULL);
  self->window = adw_window_new ();
  self->section = g_object_new (type, "store", self->store, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), self->section);
  gtk_window_present (GTK_WINDOW (self->window));
  hf_test_section_wait (self, is_shown);
}

void
hf_test_section_tear_down (HfTestSection *self, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->store);
}
