#pragma once

#include "hf-complaint.h"

G_BEGIN_DECLS

char *hf_complaint_draft_format (const HfComplaint *complaint);
HfComplaint *hf_complaint_draft_parse (const char *text);

G_END_DECLS
