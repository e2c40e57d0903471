#pragma once

#include "hf-store-complaints.h"
#include "hf-store-escalations.h"
#include "hf-test-store.h"

G_BEGIN_DECLS

/* Friday, 6 March 2026, 15:00 in Shanghai, where this desk is; nobody made a calendar. */
#define HF_TEST_FRIDAY (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)

#define HF_TEST_DONE(stored) ((stored) ? HF_STORE_DONE : NULL)

/* Wang takes complaints in the east, Li is the manager there and Zhao in the west; Sun was a
 * manager and has left. */
typedef struct
{
  HfTestStore store;
  gint64 wang, li, zhao, sun;
  HfComplaint *complaint;
} HfTestEscalations;

/* What is done, by whom and when. */
typedef struct
{
  gint64 staff_id;
  gint64 now;
  gint64 id;
  HfComplaint *complaint;
  HfComplaintStatus status;
  gint64 after;
  const char *text;
  gboolean only_unseen;
} HfTestDeed;

void hf_test_escalations_begin (HfStoreSession *session, const HfTestDeed *work);
gpointer hf_test_escalations_log_due (HfStoreSession *session, gpointer data, GError **error);
gpointer hf_test_escalations_find_escalated (HfStoreSession *session, gpointer data,
                                             GError **error);
gpointer hf_test_escalations_run (HfTestEscalations *self, HfStoreFunc func,
                                  const HfTestDeed *work);
HfComplaint *hf_test_escalations_log_complaint (HfTestEscalations *self, int term);
void hf_test_escalations_set_up (HfTestEscalations *self, gconstpointer data);
void hf_test_escalations_tear_down (HfTestEscalations *self, gconstpointer data);
void hf_test_escalations_log_at (HfTestEscalations *self, gint64 now);
void hf_test_escalations_go_to (HfTestEscalations *self, HfComplaintStatus status, gint64 now);
void hf_test_escalations_assert_logged (HfTestEscalations *self, const char *expected);
void hf_test_escalations_assert_told (HfTestEscalations *self, gint64 staff_id,
                                      gboolean only_unseen, const char *expected);
void hf_test_escalations_assert_due (HfTestEscalations *self, gint64 now, guint expected);

G_END_DECLS
