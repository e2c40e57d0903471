#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hf_suggestions_add (AdwEntryRow *row, const char *const *suggestions, const char *tooltip);
void hf_suggestions_add_zones (AdwEntryRow *row);

G_END_DECLS
