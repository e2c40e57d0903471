#pragma once

#include <adwaita.h>

#include "hf-customer-choice.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LIST_EDITOR (hf_call_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfCallListEditor, hf_call_list_editor, HF, CALL_LIST_EDITOR, AdwWindow)

HfCallListEditor *hf_call_list_editor_new (GtkWidget *parent, HfStore *store);
HfCallListEditor *hf_call_list_editor_new_for_chosen (GtkWidget *parent, HfStore *store,
                                                      HfCustomerChoice *choice,
                                                      gint64 n_chosen);

G_END_DECLS
