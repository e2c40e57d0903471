#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

/* The custom fields of a test, one of each kind, in this order. */
enum
{
  HF_TEST_CAR,
  HF_TEST_SPENT,
  HF_TEST_SINCE,
  HF_TEST_COLOUR,
  HF_TEST_N_CUSTOM
};

/* What is to be entered; NULL is left as it is. */
typedef struct
{
  const char *code;
  const char *values[HF_TEST_N_CUSTOM];
} HfTestCustom;

gpointer hf_test_custom_make_fields (HfStoreSession *session, gpointer unused, GError **error);
gpointer hf_test_custom_list_fields (HfStoreSession *session, gpointer unused, GError **error);
gpointer hf_test_custom_enter (HfStoreSession *session, gpointer custom, GError **error);
gpointer hf_test_custom_get (HfStoreSession *session, gpointer code, GError **error);
gpointer hf_test_custom_describe (HfStoreSession *session, gpointer code, GError **error);
gint64 hf_test_custom_get_id (HfStoreSession *session, guint field);

G_END_DECLS
