#pragma once

#include "hf-diagnosis-silent.h"

G_BEGIN_DECLS

#define HF_SILENT_CONTEXT "silent"

/* A published share of the dissatisfied who complain, by class of problem, or the firm's own.
 */
typedef struct
{
  const char *name;                   /* never changes */
  const char *label;                  /* marked with NC_ ("silent", ..) */
  double shares[HF_SILENT_N_CLASSES]; /* by HfComplaintSeverity; 0 for the firm's own */
  const char *source;                 /* marked with NC_ ("assumption", ..) */
  const char *holds;                  /* where it holds, marked with NC_ ("silent", ..) */
} HfSilentPreset;

#define HF_SILENT_PRESET_DEFAULT "rule-of-thumb"
#define HF_SILENT_PRESET_OWN "own"

/* Where the default comes from, as the starter stores it. */
#define HF_SILENT_PRESET_DEFAULT_SOURCE                                                        \
  NC_ ("assumption", "Rule of thumb: one dissatisfied customer in 25 complains (Managing "     \
                     "Knock Your Socks Off Service; TARP 1974–1986; article 004)")

extern const HfSilentPreset hf_silent_presets[]; /* up to one with a NULL name */

const HfSilentPreset *hf_silent_preset_find (const char *name);
const HfSilentPreset *hf_silent_preset_find_used (const HfSilentFigures *figures);
gboolean hf_silent_preset_is_own (const HfSilentPreset *self);
gboolean hf_silent_preset_is_ready (const HfSilentPreset *self, const HfOwnShare *own);
double hf_silent_preset_get_share (const HfSilentPreset *self, int part, const HfOwnShare *own);
gboolean hf_silent_preset_estimate (const HfSilentPreset *self, const HfSilentFigures *figures,
                                    HfSilentEstimate *estimate);
gboolean hf_silent_preset_range (const HfSilentFigures *figures, double *least, double *most);

G_END_DECLS
