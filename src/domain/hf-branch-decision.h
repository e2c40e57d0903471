#pragma once

#include <glib-object.h>

#include "hf-branch-score.h"
#include "hf-period.h"

G_BEGIN_DECLS

#define HF_TYPE_BRANCH_DECISION (hf_branch_decision_get_type ())
G_DECLARE_FINAL_TYPE (HfBranchDecision, hf_branch_decision, HF, BRANCH_DECISION, GObject)

/* What a manager made of a branch's score in a month, a quarter or a year. */
struct _HfBranchDecision
{
  GObject parent_instance;

  gint64 branch_id;
  char *branch_code;    /* filled when reading */
  char *branch;         /* its name, filled when reading */
  char *period;         /* YYYY-MM, YYYY-Qn or YYYY */
  HfJudgement decision; /* not HF_JUDGEMENT_TOO_FEW */
  HfJudgement proposal; /* as it stood then */
  char *note;
  char *staff; /* the name of who decided */
  gint64 at;   /* a moment */
};

HfBranchDecision *hf_branch_decision_new (void);
gboolean hf_branch_decision_validate (const HfBranchDecision *self, GError **error);
gboolean hf_branch_decision_is_about (const HfBranchDecision *self, const HfPeriod *days);

G_END_DECLS
