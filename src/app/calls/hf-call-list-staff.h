#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_STAFF (hf_call_list_staff_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListStaff, hf_call_list_staff, HF, CALL_LIST_STAFF,
                      AdwPreferencesGroup)

void hf_call_list_staff_offer (HfCallListStaff *self, GPtrArray *staff,
                               const GArray *staff_ids);
void hf_call_list_staff_show (HfCallListStaff *self, const GArray *staff_ids);
void hf_call_list_staff_read (HfCallListStaff *self, GArray *staff_ids);

G_END_DECLS
