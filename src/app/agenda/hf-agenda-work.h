#pragma once

#include "hf-agenda.h"
#include "hf-store-agenda.h"

G_BEGIN_DECLS

/* More than that on the days that show would not be looked through either. */
#define HF_AGENDA_MOST 400

/* The appointments of some days, as the store has them at one moment. */
typedef struct
{
  gint64 now;
  gint64 staff_id;         /* who works here, 0: nobody was named */
  GPtrArray *appointments; /* (element-type HfCallTask), by time */
  HfAgendaRules rules;
  gint64 overdue_at; /* the first before those days that was not kept, 0: none */
  gint64 next_at;    /* the first after those days, 0: none */
} HfAgendaWork;

gpointer hf_agenda_work_load (HfStoreSession *session, gpointer span, GError **error);
void hf_agenda_work_free (HfAgendaWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfAgendaWork, hf_agenda_work_free)

G_END_DECLS
