#pragma once

#include "hf-answer.h"
#include "hf-interview.h"
#include "hf-store-guides.h"
#include "hf-store-scope.h"
#include "hf-verbatim.h"

G_BEGIN_DECLS

HfInterview *hf_store_interviews_start (HfStoreSession *session, gint64 customer_id,
                                        HfInterviewKind kind, const char *language,
                                        GError **error);
HfInterview *hf_store_interviews_get (HfStoreSession *session, gint64 id, GError **error);
HfInterview *hf_store_interviews_find_open (HfStoreSession *session, gint64 customer_id,
                                            GError **error);
GPtrArray *hf_store_interviews_list_open (HfStoreSession *session, GError **error);
GPtrArray *hf_store_interviews_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                           gint64 after_id, guint count, GError **error);
gboolean hf_store_interviews_save (HfStoreSession *session, HfInterview *interview,
                                   GError **error);
gboolean hf_store_interviews_finish (HfStoreSession *session, HfInterview *interview,
                                     const char *outcome, HfInterviewState state,
                                     gint64 call_again_at, const char *note, GError **error);

gboolean hf_store_answers_save (HfStoreSession *session, HfAnswer *answer, GError **error);
gboolean hf_store_answers_hide (HfStoreSession *session, gint64 interview_id,
                                const char *question, GError **error);
gboolean hf_store_answers_show_again (HfStoreSession *session, gint64 interview_id,
                                      const char *question, GError **error);
GPtrArray *hf_store_answers_list (HfStoreSession *session, gint64 interview_id, GError **error);
GPtrArray *hf_store_answers_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                        gint64 after_id, guint count, GError **error);
GPtrArray *hf_store_answers_list_known (HfStoreSession *session, gint64 customer_id,
                                        gint64 except_interview_id, GError **error);
GPtrArray *hf_store_answers_list_values (HfStoreSession *session, const char *question,
                                         guint count, GError **error);

gboolean hf_store_drafts_save (HfStoreSession *session, gint64 interview_id,
                               const char *question, const char *value, GError **error);
GPtrArray *hf_store_drafts_list (HfStoreSession *session, gint64 interview_id, GError **error);

gboolean hf_store_verbatims_save (HfStoreSession *session, HfVerbatim *verbatim,
                                  GError **error);
GPtrArray *hf_store_verbatims_list (HfStoreSession *session, gint64 interview_id,
                                    GError **error);
GPtrArray *hf_store_verbatims_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                          gint64 after_id, guint count, GError **error);

G_END_DECLS
