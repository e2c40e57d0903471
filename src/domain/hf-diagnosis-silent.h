#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Problems by how serious they are, as HfComplaintSeverity counts them; after the classes come
 * those of which nobody knows how serious they were. */
#define HF_SILENT_N_CLASSES 2
#define HF_SILENT_UNPLACED 2
#define HF_SILENT_N_PARTS 3

/* From so many interviews on the own share speaks for itself. */
#define HF_OWN_SHARE_ENOUGH 30

/* Those whom nobody hears. "Silent" and "silent and lost" are two numbers. */
typedef struct
{
  double dissatisfied;
  double silent;
  double silent_and_lost;
} HfSilentEstimate;

/* Own complaint share, with Wilson's 95 % interval; all 0 before anybody was interviewed. */
typedef struct
{
  guint interviewed; /* dissatisfied customers who were asked */
  guint complained;  /* of these, who say that they had complained */
  double share, low, high;
} HfOwnShare;

/* The estimate for one part of the problems. */
typedef struct
{
  guint logged;
  double ratio;     /* 25: one dissatisfied customer in 25 complains */
  double stay_rate; /* of the silent, the share that stays */
  double dissatisfied;
  double silent;
  double silent_and_lost;
} HfSilentClass;

/* The estimate for all complaints: the sums over the parts. */
typedef struct
{
  HfSilentClass classes[HF_SILENT_N_PARTS]; /* by HfComplaintSeverity */
  double ratio;                             /* dissatisfied / logged */
  double dissatisfied;
  double silent;
  double stay_rate; /* of all the silent, the share that stays */
  double silent_and_lost;
  double people_told; /* by each dissatisfied customer */
  double reach;       /* dissatisfied * people_told; in no other number */
  const char *preset; /* the name of the HfSilentPreset in use, NULL for own values */
  double least, most; /* dissatisfied, by the presets that are published */
  HfOwnShare own;
} HfSilentFigures;

int hf_diagnosis_silent_class (int part);
gboolean hf_diagnosis_silent (double complaints, double share, double stay_rate,
                              HfSilentEstimate *estimate);
gboolean hf_diagnosis_silent_classes (HfSilentFigures *figures);
HfOwnShare hf_diagnosis_own_share (guint interviewed, guint complained);

G_END_DECLS
