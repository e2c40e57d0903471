#include "config.h"

#include "hf-complaint-history.h"

#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-escalation-closures.h"
#include "hf-escalation-plan.h"
#include "hf-store-complaints.h"
#include "hf-time.h"

static void
event_free (gpointer data)
{
  HfComplaintEvent *event = data;
  g_free (event->title);
  g_free (event->words);
  g_free (event);
}

static void
add_event (GPtrArray *events, gint64 at, char *title, char *words)
{
  HfComplaintEvent *event = g_new0 (HfComplaintEvent, 1);
  *event = (HfComplaintEvent){ at, title, words };
  g_ptr_array_add (events, event);
}

static void
add_step (GPtrArray *events, const HfComplaintStep *step)
{
  int status = MAX (0, hf_choice_find_name (hf_complaint_statuses, step->step));
  GString *words = g_string_new (NULL);
  g_autofree char *moment = hf_time_format_moment (step->at);
  g_string_append (words, moment);
  if (step->staff != NULL)
    g_string_append_printf (words, " · %s", step->staff);
  if (step->note != NULL)
    g_string_append_printf (words, "\n%s", step->note);
  add_event (events, step->at,
             g_strdup (step->not_pursued ? _ ("Closed, not pursued")
                       : g_str_equal (step->step, HF_COMPLAINT_WORD)
                           ? _ ("Customer told")
                           : hf_choice_label (hf_complaint_statuses, status)),
             g_string_free (words, FALSE));
}

static void
add_follow_ups (GPtrArray *events, const GPtrArray *follow_ups, gint64 now)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const HfFollowUp *follow_up = follow_ups->pdata[i];
      if (follow_up->result != HF_FOLLOW_UP_UNKNOWN)
        add_event (events, follow_up->at, hf_complaint_follow_up_title (follow_up),
                   hf_complaint_follow_up_words (follow_up, now));
    }
}

/* Who takes care of several steps at once does so once. */
static void
add_escalations (GPtrArray *events, const HfComplaintCase *shown)
{
  gint64 taken_at = 0;
  for (guint i = 0; i < shown->escalations->len; i++)
    {
      const HfEscalation *step = shown->escalations->pdata[i];
      const HfPause *pause = hf_escalation_find_pause (shown->pauses, step->at);
      /* Translators: a step of the escalation, such as "First word overdue". */
      char *title = g_strdup_printf (step->is_raised ? _ ("Escalated: %s") : _ ("Told: %s"),
                                     hf_escalation_name (step->step, step->name));
      add_event (events, step->at, title,
                 hf_escalation_words_logged (step, pause != NULL ? pause->why : NULL));
      if (step->taken_at != 0 && step->taken_at != taken_at)
        add_event (events, step->taken_at, g_strdup (_ ("Taken care of")),
                   hf_escalation_words_taken (step));
      taken_at = MAX (taken_at, step->taken_at);
    }
}

static void
add_handovers (GPtrArray *events, const GPtrArray *handovers)
{
  for (guint i = 0; i < handovers->len; i++)
    {
      const HfHandover *handover = handovers->pdata[i];
      /* Translators: a name. */
      add_event (events, handover->at, g_strdup_printf (_ ("Handed over to %s"), handover->to),
                 hf_escalation_words_handover (handover));
    }
}

/* In the order of time; what happened in one moment, in the order in which it was added. */
static void
sort (GPtrArray *events)
{
  for (guint i = 1; i < events->len; i++)
    {
      HfComplaintEvent *event = events->pdata[i];
      guint place = i;
      for (; place > 0 && ((HfComplaintEvent *) events->pdata[place - 1])->at > event->at;
           place--)
        events->pdata[place] = events->pdata[place - 1];
      events->pdata[place] = event;
    }
}

/**
 * hf_complaint_history_new:
 * @shown: a complaint with what belongs to it
 * @now: the present moment
 *
 * Tells what happened to a complaint: its steps, between them what the customer said
 * afterwards, where it was escalated, and who dealt with it.
 *
 * Returns: (transfer full) (element-type HfComplaintEvent): in order of time
 */
GPtrArray *
hf_complaint_history_new (const HfComplaintCase *shown, gint64 now)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (event_free);
  for (guint i = 0; i < shown->steps->len; i++)
    add_step (events, shown->steps->pdata[i]);
  add_follow_ups (events, shown->follow_ups, now);
  add_escalations (events, shown);
  add_handovers (events, shown->handovers);
  sort (events);
  return events;
}
