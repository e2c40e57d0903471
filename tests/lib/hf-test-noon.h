#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hf_test_noon_set (void);

G_END_DECLS
