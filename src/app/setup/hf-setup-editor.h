#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_SETUP_EDITOR (hf_setup_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupEditor, hf_setup_editor, HF, SETUP_EDITOR, AdwMessageDialog)

#define HF_SETUP_EDITOR_SAVE "save"

HfSetupEditor *hf_setup_editor_new (GtkWidget *parent, const char *heading, GStrv taken);
void hf_setup_editor_fill (HfSetupEditor *self, const char *code, const char *name,
                           gboolean active);
void hf_setup_editor_ask_place (HfSetupEditor *self, const char *region, const char *zone);
void hf_setup_editor_ask_branch (HfSetupEditor *self, GPtrArray *branches, gint64 branch_id);
void hf_setup_editor_ask_calendar (HfSetupEditor *self, GPtrArray *calendars,
                                   gint64 calendar_id);
void hf_setup_editor_ask_manager (HfSetupEditor *self, gboolean is_manager);
gboolean hf_setup_editor_get_manager (HfSetupEditor *self);
const char *hf_setup_editor_get_code (HfSetupEditor *self);
const char *hf_setup_editor_get_name (HfSetupEditor *self);
const char *hf_setup_editor_get_region (HfSetupEditor *self);
char *hf_setup_editor_get_zone (HfSetupEditor *self);
gint64 hf_setup_editor_get_branch_id (HfSetupEditor *self);
gint64 hf_setup_editor_get_calendar_id (HfSetupEditor *self);
gboolean hf_setup_editor_get_active (HfSetupEditor *self);

G_END_DECLS
