#pragma once

#include "hf-store-guides.h"

G_BEGIN_DECLS

/* What is done with a stored guide, on a worker's thread. */
typedef enum
{
  HF_GUIDE_STEP_DRAFT,   /* a draft is begun, or gone on with */
  HF_GUIDE_STEP_KEEP,    /* what is written of it is stored */
  HF_GUIDE_STEP_PUBLISH, /* it is taken into use */
  HF_GUIDE_STEP_DISCARD, /* it is thrown away */
  HF_GUIDE_STEP_RETIRE,  /* a version is taken out of use */
  HF_GUIDE_STEP_USE,     /* a version is used again */
} HfGuideStep;

typedef struct
{
  HfGuideStep step;
  HfStoredGuide *guide;
} HfGuideSave;

HfStoredGuide *hf_guide_save_copy_guide (const HfStoredGuide *guide, const char *xml);
HfGuideSave *hf_guide_save_new (HfGuideStep step, const HfStoredGuide *guide, const char *xml);
gpointer hf_guide_save_run (HfStoreSession *session, gpointer save, GError **error);
gpointer hf_guide_save_retire (HfStoreSession *session, gpointer save, GError **error);
void hf_guide_save_free (gpointer save);

G_END_DECLS
