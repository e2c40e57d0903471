#include "config.h"

#include "hf-resource.h"

/**
 * hf_resource_register:
 * @register_func: what glib-compile-resources made to register a resource
 * @get_func: what it made to get it
 *
 * Registers a resource that is compiled in, on any thread; once for each.
 *
 * Returns: (transfer none): the resource
 */
GResource *
hf_resource_register (void (*register_func) (void), GResource *(*get_func) (void) )
{
  register_func ();
  /* GLib registers it when any is next looked for, on whichever thread that is, and does not
   * have it yet where another thread is just about it. A look-up of one's own waits for that.
   */
  g_resources_get_info ("/org/huifang", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
  return get_func ();
}
