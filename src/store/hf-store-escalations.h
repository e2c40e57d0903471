#pragma once

#include "hf-complaint.h"
#include "hf-escalation.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Whom a complaint was handed over to. */
typedef struct
{
  gint64 at;
  char *from; /* (nullable) */
  char *to;
  char *staff; /* (nullable): who did so */
} HfHandover;

/* The step of the ladder that comes next. */
typedef struct
{
  char *name; /* (nullable): none comes */
  gint64 at;
  guint n_steps; /* of the whole ladder */
} HfEscalationNext;

void hf_escalation_next_clear (HfEscalationNext *self);
void hf_handover_free (HfHandover *self);

gboolean hf_store_escalations_count_due (HfStoreSession *session, guint *count, GError **error);
gboolean hf_store_escalations_log (HfStoreSession *session, GError **error);
gboolean hf_store_escalations_find_next (HfStoreSession *session, const HfComplaint *complaint,
                                         HfEscalationNext *next, GError **error);
GPtrArray *hf_store_escalations_list (HfStoreSession *session, gint64 complaint_id,
                                      GError **error);
GPtrArray *hf_store_escalations_list_told (HfStoreSession *session, gboolean only_unseen,
                                           GError **error);
gboolean hf_store_escalations_waits (HfStoreSession *session, gint64 complaint_id,
                                     gboolean *waits, GError **error);
gboolean hf_store_escalations_see (HfStoreSession *session, gint64 complaint_id,
                                   GError **error);
gboolean hf_store_escalations_take (HfStoreSession *session, gint64 complaint_id,
                                    GError **error);
gboolean hf_store_escalations_give_back (HfStoreSession *session, gint64 complaint_id,
                                         GError **error);
gboolean hf_store_escalations_hand_over (HfStoreSession *session, HfComplaint *complaint,
                                         gint64 staff_id, GError **error);
GPtrArray *hf_store_escalations_list_handovers (HfStoreSession *session, gint64 complaint_id,
                                                GError **error);

G_END_DECLS
