#pragma once

#include "hf-interview.h"
#include "hf-test-store.h"

G_BEGIN_DECLS

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define HF_TEST_CARE_NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

/* A call with C1 that is told to its end. */
typedef struct
{
  gint64 staff;
  gint64 now;
  HfInterviewKind kind;
  const char *answers[8]; /* question, value, .. */
} HfTestCareCall;

gint64 hf_test_care_key_of (HfStoreSession *session, const char *code);
gpointer hf_test_care_add_customer (HfStoreSession *session, gpointer code, GError **error);
gint64 hf_test_care_add_staff (HfTestStore *fixture, const char *code);
void hf_test_care_assert_next (HfTestStore *fixture, gint64 staff, gint64 now, const char *kind,
                               gint64 n_handled);
gboolean hf_test_care_hold (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                            const char *const *answers, GError **error);
gpointer hf_test_care_hold_call (HfStoreSession *session, gpointer input, GError **error);
gint64 hf_test_care_days_later (int days);
gpointer hf_test_care_list_waiting (HfStoreSession *session, gpointer unused, GError **error);

G_END_DECLS
