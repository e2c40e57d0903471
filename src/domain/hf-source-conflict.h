#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one source says of something that sources disagree about. */
typedef struct
{
  const char *says;   /* marked with NC_ ("silent", ..) */
  const char *source; /* marked with NC_ ("silent", ..) */
} HfSourceClaim;

#define HF_SOURCE_CONFLICT_N_CLAIMS 4

/* Something that sources disagree about; every source is shown, and none is hidden. */
typedef struct
{
  const char *name;                                  /* never changes */
  const char *topic;                                 /* marked with NC_ ("silent", ..) */
  HfSourceClaim claims[HF_SOURCE_CONFLICT_N_CLAIMS]; /* up to one that says NULL */
  const char *remark;                                /* marked with NC_ ("silent", ..) */
} HfSourceConflict;

extern const HfSourceConflict hf_source_conflicts[]; /* up to one with a NULL name */

guint hf_source_conflict_count_claims (const HfSourceConflict *self);

G_END_DECLS
