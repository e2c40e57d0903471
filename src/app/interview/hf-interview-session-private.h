#pragma once

#include "hf-interview-session.h"

G_BEGIN_DECLS

/* One interview at the desk: where it stands, and everything that is stored of it. */
struct _HfInterviewSession
{
  GObject parent_instance;

  HfStore *store;        /* NULL: a rehearsal, of which nothing is stored */
  HfInterviewFile *file; /* NULL until it is read */
  HfQuestion *question;  /* borrowed from the guide; NULL until then */
  GPtrArray *competitors;

  GQueue works;    /* (element-type HfInterviewWork): stored one after the other */
  gboolean active; /* one of them is being stored */
  gboolean busy;   /* an answer or the end is among them */
  char *typed;     /* what is being typed and not yet kept; NULL: nothing */
  guint draft_source;
  guint recovered;
  gboolean recovered_draft;
  gint64 saved_at;
  gint64 call_again_at; /* once it is finished; 0: never */
  gint64 clock;         /* monotonic, when the call began or was taken up */
  gint64 seconds_before;
};

void hf_interview_session_set_busy (HfInterviewSession *self, gboolean busy);
void hf_interview_session_move_to (HfInterviewSession *self, HfQuestion *question);
void hf_interview_session_push (HfInterviewSession *self, HfInterviewWork *work);
void hf_interview_session_tell_saved (HfInterviewSession *self, const GError *error);
void hf_interview_session_drop_typed (HfInterviewSession *self);
void hf_interview_session_rehearse (HfInterviewSession *self, const HfInterviewWork *work);

G_END_DECLS
