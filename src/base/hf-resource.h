#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GResource *hf_resource_register (void (*register_func) (void), GResource *(*get_func) (void) );

G_END_DECLS
