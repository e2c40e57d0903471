#pragma once

#include <glib-object.h>

#include "hf-find-commands.h"
#include "hf-finding.h"

G_BEGIN_DECLS

#define HF_TYPE_FIND_ITEM (hf_find_item_get_type ())
G_DECLARE_FINAL_TYPE (HfFindItem, hf_find_item, HF, FIND_ITEM, GObject)

HfFindItem *hf_find_item_new (HfFinding *finding, const HfFindCommand *command,
                              const char *heading);
HfFinding *hf_find_item_get_finding (HfFindItem *self);
const HfFindCommand *hf_find_item_get_command (HfFindItem *self);
const char *hf_find_item_get_heading (HfFindItem *self);

G_END_DECLS
