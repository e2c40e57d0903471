#pragma once

#include <glib.h>

#include "hf-choice.h"
#include "hf-satisfaction-gap.h"

G_BEGIN_DECLS

/* What a branch is measured by. */
typedef enum
{
  HF_SCORE_FIRST_WORD, /* complaints whose first word came in time */
  HF_SCORE_RESOLVED,   /* complaints that were answered in time */
  HF_SCORE_HALF_HOUR,  /* emergencies in which no word was late */
  HF_SCORE_PROMISES,   /* promises kept in time */
  HF_SCORE_SATISFIED, /* complaints whose customer told somebody else that they are satisfied */
} HfScoreKind;

#define HF_SCORE_N_KINDS 5

/* A share of fewer than this is greyed, and decides nothing. */
#define HF_SCORE_ENOUGH 10

/* What the numbers of a branch call for, and what a manager makes of it. */
typedef enum
{
  HF_JUDGEMENT_TOO_FEW, /* too few to propose anything */
  HF_JUDGEMENT_NONE,
  HF_JUDGEMENT_REWARD,
  HF_JUDGEMENT_TALK,
  HF_JUDGEMENT_PENALTY,
} HfJudgement;

extern const HfChoice hf_score_kinds[];
extern const HfChoice hf_judgements[];

typedef struct
{
  guint of;
  guint met; /* of these */
} HfScoreShare;

/* How a branch handles complaints. */
typedef struct
{
  gint64 branch_id; /* 0: complaints of no branch, and the sum of all */
  char *code;
  char *name;
  guint complaints;
  HfScoreShare shares[HF_SCORE_N_KINDS];
  HfSatisfactionGaps gaps; /* of those who were asked for HF_SCORE_SATISFIED */
  guint again;             /* complaints taken up again, or called about once more */
  guint not_pursued;
  guint rank; /* from 1; 0: none, there are too few */
  HfJudgement proposal;
} HfBranchScore;

HfBranchScore *hf_branch_score_new (gint64 branch_id, const char *code, const char *name);
void hf_branch_score_free (HfBranchScore *self);
void hf_branch_score_add (HfBranchScore *self, const HfBranchScore *other);
double hf_score_share_get (const HfScoreShare *self);
gboolean hf_score_share_is_enough (const HfScoreShare *self);

G_END_DECLS
