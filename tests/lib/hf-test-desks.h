#pragma once

#include "hf-store-next-call.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* Monday, 2 February 2026, 10:00 in Shanghai, which is 8:00 in Urumqi. */
#define HF_TEST_DESKS_NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

/* Two desks at one database. */
typedef struct
{
  char *place;
  HfStore *one;
  HfStore *other;
} HfTestDesks;

typedef struct
{
  gint64 now;
  gboolean at_any_hour;
} HfTestMoment;

typedef struct
{
  const char *code;
  const char *outcome;
  gint64 now;
  gint64 again_at;
  HfCallTask *task; /* afterwards */
} HfTestCall;

gpointer hf_test_desks_run (HfStore *store, HfStoreFunc func, gconstpointer input);
void hf_test_desks_set_up (HfTestDesks *fixture, gconstpointer data);
void hf_test_desks_tear_down (HfTestDesks *fixture, gconstpointer data);
gpointer hf_test_desks_take_next (HfStoreSession *session, gpointer moment, GError **error);
void hf_test_desks_assert_next (HfStore *store, gint64 now, const char *code);
gint64 hf_test_desks_key_of (HfStoreSession *session, const char *code);
gint64 hf_test_desks_task_of (HfStoreSession *session, const char *code);
gpointer hf_test_desks_make_call (HfStoreSession *session, gpointer call, GError **error);
gpointer hf_test_desks_lose_lately (HfStoreSession *session, gpointer unused, GError **error);
gpointer hf_test_desks_block (HfStoreSession *session, gpointer unused, GError **error);

G_END_DECLS
