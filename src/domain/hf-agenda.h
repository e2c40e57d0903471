#pragma once

#include "hf-call-task.h"
#include "hf-calling-rules.h"

G_BEGIN_DECLS

/* When appointments come in each other's way. */
typedef struct
{
  gint64 length; /* how long a call usually takes, microseconds */
  guint n_staff; /* how many can call at once; 1 at least */
} HfAgendaRules;

/* An appointment that is to be kept. */
typedef struct
{
  gint64 at;
  gint64 staff_id; /* who alone keeps it, 0: anybody */
  gint64 task_id;  /* the entry that it is of, which is not in its own way; 0: none yet */
} HfAgendaWish;

/* What is in the way of an appointment. */
typedef struct
{
  GPtrArray *others; /* (element-type HfCallTask), borrowed: the appointments at that time */
  gboolean own;      /* one of them waits for the same person; else everybody is busy */
} HfAgendaClash;

gboolean hf_agenda_find_clash (const GPtrArray *appointments, const HfAgendaRules *rules,
                               const HfAgendaWish *wish, HfAgendaClash *clash);
void hf_agenda_clash_clear (HfAgendaClash *self);
gboolean hf_agenda_is_crowded (const GPtrArray *appointments, const HfAgendaRules *rules,
                               const HfCallTask *task);
gint64 hf_agenda_next_free (const GPtrArray *appointments, const HfAgendaRules *rules,
                            const HfCallingRules *hours, GTimeZone *zone,
                            const HfAgendaWish *wish);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfAgendaClash, hf_agenda_clash_clear)

G_END_DECLS
