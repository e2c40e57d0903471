#pragma once

#include "hf-agenda.h"
#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Which appointments are looked for. */
typedef struct
{
  gint64 from;         /* not before it */
  gint64 to;           /* and before this one */
  gboolean everybodys; /* and not only those that this desk may keep */
} HfAgendaSpan;

GPtrArray *hf_store_agenda_list (HfStoreSession *session, const HfAgendaSpan *span, guint count,
                                 GError **error);
GPtrArray *hf_store_agenda_list_free (HfStoreSession *session, const HfAgendaSpan *span,
                                      guint count, GError **error);
gboolean hf_store_agenda_count (HfStoreSession *session, const HfAgendaSpan *span,
                                gint64 *count, GError **error);
gboolean hf_store_agenda_find_first (HfStoreSession *session, const HfAgendaSpan *span,
                                     gint64 *moment, GError **error);
gboolean hf_store_agenda_get_rules (HfStoreSession *session, HfAgendaRules *rules,
                                    GError **error);
HfCallTask *hf_store_agenda_get_task (HfStoreSession *session, gint64 customer_id,
                                      HfInterviewKind kind, GError **error);
gboolean hf_store_agenda_keep (HfStoreSession *session, gint64 customer_id,
                               HfInterviewKind kind, gint64 staff_id, GError **error);
gboolean hf_store_agenda_move (HfStoreSession *session, HfCallTask *task, gint64 moment,
                               gint64 staff_id, GError **error);
gboolean hf_store_agenda_cancel (HfStoreSession *session, HfCallTask *task, GError **error);

G_END_DECLS
