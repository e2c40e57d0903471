#include "config.h"

#include "hf-escalation-act.h"

#include <glib/gi18n.h>

#include "hf-store-act.h"
#include "hf-store-complaints.h"
#include "hf-store-escalations.h"

static gpointer
take (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_escalations_take (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
give_back (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_escalations_give_back (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

/**
 * hf_escalation_act_take:
 * @widget: a widget of the window to say it in
 * @store: where complaints are
 * @complaint_id: a complaint's key
 *
 * Notes that who works here takes care of an escalated complaint, and offers to take it back.
 */
void
hf_escalation_act_take (GtkWidget *widget, HfStore *store, gint64 complaint_id)
{
  hf_store_act_run (widget, store, take, give_back,
                    g_memdup2 (&complaint_id, sizeof complaint_id), g_free,
                    _ ("You take care of this complaint"));
}

/* Who deals with a complaint from now on, and who did. */
typedef struct
{
  gint64 complaint_id;
  gint64 to;
  gint64 from; /* 0: nobody was named */
} HandOver;

static gboolean
hand (HfStoreSession *session, gint64 complaint_id, gint64 staff_id, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (session, complaint_id, error);
  return complaint != NULL
         && hf_store_escalations_hand_over (session, complaint, staff_id, error);
}

static gpointer
hand_over (HfStoreSession *session, gpointer data, GError **error)
{
  const HandOver *self = data;
  return hand (session, self->complaint_id, self->to, error) ? HF_STORE_DONE : NULL;
}

static gpointer
hand_back (HfStoreSession *session, gpointer data, GError **error)
{
  const HandOver *self = data;
  return hand (session, self->complaint_id, self->from, error) ? HF_STORE_DONE : NULL;
}

/**
 * hf_escalation_act_hand_over:
 * @widget: a widget of the window to say it in
 * @store: where complaints are
 * @complaint: a complaint as it shows
 * @staff_id: who deals with it from now on
 * @name: their name
 *
 * Hands a complaint over to somebody else, and offers to take it back where somebody dealt with
 * it before.
 */
void
hf_escalation_act_hand_over (GtkWidget *widget, HfStore *store, HfComplaint *complaint,
                             gint64 staff_id, const char *name)
{
  HandOver *data = g_new0 (HandOver, 1);
  data->complaint_id = complaint->id;
  data->to = staff_id;
  data->from = complaint->handler_id != 0 ? complaint->handler_id : complaint->taken_by_id;
  /* Translators: a name. */
  g_autofree char *words = g_strdup_printf (_ ("Handed over to %s"), name);
  hf_store_act_run (widget, store, hand_over, data->from != 0 ? hand_back : NULL, data, g_free,
                    words);
}
