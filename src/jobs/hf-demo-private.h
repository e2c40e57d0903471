#pragma once

#include "hf-customer.h"
#include "hf-demo-text.h"
#include "hf-promise.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_DEMO_MONTHS 18
#define HF_DEMO_DAYS 540 /* of these months */
#define HF_DEMO_NEVER (-1)

#define HF_DEMO_N_BRANCHES 4
#define HF_DEMO_N_STAFF 12

/* A customer of the demo company and what becomes of them. Days are counted back from the day
 * on which the company is made. */
typedef struct
{
  HfCustomer *record; /* owned */
  guint branch;
  gboolean english;
  double share; /* of the need that is bought from us */
  int joined_ago;
  int handed_over_ago; /* or HF_DEMO_NEVER */
  int lost_ago;        /* or HF_DEMO_NEVER */
  guint complaints;
  gint64 scored_at; /* when they gave a score last; 0: never */
} HfDemoPerson;

/* The demo company while it is being made. */
typedef struct
{
  HfStoreSession *session;
  HfDemoRandom random;
  HfDemoRandom promises; /* of its own, so that nothing else changes by it */
  HfDemoText *text;
  char *today;
  gint64 now;
  gint64 branch_ids[HF_DEMO_N_BRANCHES];
  gint64 staff_ids[HF_DEMO_N_STAFF];
  GPtrArray *people; /* (element-type HfDemoPerson) */
} HfDemo;

char *hf_demo_dup_day (const HfDemo *self, int days_ago);
gint64 hf_demo_moment (const HfDemo *self, int days_ago, int minute);
void hf_demo_work (HfDemo *self, gint64 moment, guint staff);
guint hf_demo_care_agent (guint branch);
guint hf_demo_branch_manager (guint branch);

gboolean hf_demo_make_staff (HfDemo *self, GError **error);
const char *hf_demo_staff_name (guint staff);
const char *hf_demo_branch_name (guint branch);
guint hf_demo_branch_lateness (guint branch);
guint hf_demo_branch_trouble (guint branch);
guint hf_demo_draw_manager (HfDemo *self, guint branch);
guint hf_demo_draw_successor (HfDemo *self, guint manager);
int hf_demo_staff_left_ago (guint staff);

gboolean hf_demo_make_people (HfDemo *self, GError **error);
void hf_demo_person_free (HfDemoPerson *self);
gboolean hf_demo_make_purchases (HfDemo *self, GError **error);
gboolean hf_demo_make_complaints (HfDemo *self, GError **error);
gboolean hf_demo_close_complaints (HfDemo *self, GError **error);
gboolean hf_demo_keep_promise (HfDemo *self, HfPromise *promise, guint staff, gboolean english,
                               gint64 done_at, gboolean broken, GError **error);
gboolean hf_demo_escalate_complaints (HfDemo *self, GError **error);
gboolean hf_demo_make_calls (HfDemo *self, GError **error);
gboolean hf_demo_make_care (HfDemo *self, GError **error);

G_END_DECLS
