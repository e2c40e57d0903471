#pragma once

#include "hf-escalation-step.h"

G_BEGIN_DECLS

#define HF_TYPE_ESCALATION (hf_escalation_get_type ())
G_DECLARE_FINAL_TYPE (HfEscalation, hf_escalation, HF, ESCALATION, GObject)

/* A step of the ladder that a complaint has reached, as it was logged. Read-only. */
struct _HfEscalation
{
  GObject parent_instance;

  gint64 id;
  gint64 complaint_id;
  char *step; /* its code */
  char *name; /* (nullable): as the firm called it then */
  guint place;
  gboolean is_raised; /* others were told than who deals with it */
  HfEscalationClock clock;
  gint64 due_at;      /* the deadline that it is about */
  gint64 at;          /* when the step was reached */
  gint64 logged_at;   /* when somebody's desk noticed */
  char *told;         /* (nullable): names, commas between them */
  gint64 taken_at;    /* when somebody took care of it, 0: nobody has */
  gint64 taken_by_id; /* 0: nobody was named */
  char *taken_by;     /* (nullable) */

  /* Of the complaint. */
  char *number;
  char *customer_name; /* (nullable) */
  char *customer_code; /* (nullable) */
  char *branch;        /* (nullable) */
  char *words;         /* (nullable) */
};

HfEscalation *hf_escalation_new (void);

G_END_DECLS
