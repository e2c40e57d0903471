#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hf_test_ui_init (int *argc, char ***argv);

G_END_DECLS
