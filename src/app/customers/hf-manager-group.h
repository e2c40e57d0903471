#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_MANAGER_GROUP (hf_manager_group_get_type ())
G_DECLARE_FINAL_TYPE (HfManagerGroup, hf_manager_group, HF, MANAGER_GROUP, AdwPreferencesGroup)

void hf_manager_group_show (HfManagerGroup *self, GPtrArray *periods);

G_END_DECLS
