#pragma once

#include "hf-codebook.h"
#include "hf-timeline-entry.h"

G_BEGIN_DECLS

char *hf_timeline_words_title (const HfTimelineEntry *entry, HfCodebook *codebook);
char *hf_timeline_words_details (const HfTimelineEntry *entry);
char *hf_timeline_words_month (const HfTimelineEntry *entry);
const char *hf_timeline_icon (const HfTimelineEntry *entry);

G_END_DECLS
