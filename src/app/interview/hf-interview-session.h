#pragma once

#include "hf-interview-file.h"
#include "hf-interview-work.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_INTERVIEW_SESSION (hf_interview_session_get_type ())
G_DECLARE_FINAL_TYPE (HfInterviewSession, hf_interview_session, HF, INTERVIEW_SESSION, GObject)

HfInterviewSession *hf_interview_session_new (HfStore *store);
HfInterviewSession *hf_interview_session_new_rehearsal (HfGuide *guide, const char *language);
void hf_interview_session_open (HfInterviewSession *self, gint64 customer_id);
HfStore *hf_interview_session_get_store (HfInterviewSession *self);
const HfInterviewFile *hf_interview_session_get_file (HfInterviewSession *self);
HfQuestion *hf_interview_session_get_question (HfInterviewSession *self);
const char *hf_interview_session_get_value (HfInterviewSession *self);
const char *hf_interview_session_get_draft (HfInterviewSession *self);
const char *hf_interview_session_get_language (HfInterviewSession *self);
GPtrArray *hf_interview_session_get_competitors (HfInterviewSession *self);
const char *hf_interview_session_get_competitor (HfInterviewSession *self);
gboolean hf_interview_session_is_waiting (HfInterviewSession *self);
gboolean hf_interview_session_is_busy (HfInterviewSession *self);
gint64 hf_interview_session_get_saved_at (HfInterviewSession *self);
gint64 hf_interview_session_get_call_again_at (HfInterviewSession *self);
gint64 hf_interview_session_get_seconds (HfInterviewSession *self);
guint hf_interview_session_get_recovered (HfInterviewSession *self, gboolean *draft);
char *hf_interview_session_dup_speech (HfInterviewSession *self, const HfQuestion *question);
char *hf_interview_session_dup_objection (HfInterviewSession *self,
                                          const HfObjection *objection);

void hf_interview_session_answer (HfInterviewSession *self, const char *value);
gboolean hf_interview_session_back (HfInterviewSession *self);
void hf_interview_session_type (HfInterviewSession *self, const char *typed);
void hf_interview_session_flush (HfInterviewSession *self);
void hf_interview_session_set_language (HfInterviewSession *self, const char *language);
void hf_interview_session_set_note (HfInterviewSession *self, const char *note);
void hf_interview_session_code (HfInterviewSession *self, HfCodedReason *reason,
                                const char *question, const char *words);
void hf_interview_session_remove_reason (HfInterviewSession *self, gint64 id);
void hf_interview_session_finish (HfInterviewSession *self, HfInterviewEnd *end);

G_END_DECLS
