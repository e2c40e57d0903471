#include "config.h"

#include "hf-call-task.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfCallTask, hf_call_task, G_TYPE_OBJECT)

const HfChoice hf_call_task_states[] = {
  [HF_CALL_TASK_WAITING] = { "waiting", NC_ ("choice", "Waiting") },
  [HF_CALL_TASK_DONE] = { "done", NC_ ("choice", "Done") },
  [HF_CALL_TASK_DROPPED] = { "dropped", NC_ ("choice", "Not to be pursued") },
  [HF_CALL_TASK_EXHAUSTED] = { "exhausted", NC_ ("choice", "Out of attempts") },
  [HF_CALL_TASK_FULL] = { "full", NC_ ("choice", "Quota reached") },
  [HF_CALL_TASK_CLOSED] = { "closed", NC_ ("choice", "Call list closed") },
  { NULL, NULL },
};

static void
hf_call_task_finalize (GObject *object)
{
  HfCallTask *self = HF_CALL_TASK (object);
  g_free (self->zone);
  g_free (self->why);
  g_free (self->customer_code);
  g_free (self->customer_name);
  g_free (self->phone);
  g_free (self->last_outcome);
  g_free (self->complaint_number);
  g_free (self->appointment_staff);
  G_OBJECT_CLASS (hf_call_task_parent_class)->finalize (object);
}

static void
hf_call_task_class_init (HfCallTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_call_task_finalize;
}

static void
hf_call_task_init (HfCallTask *self)
{
  self->round = 1;
  self->may_offer = TRUE;
}

/**
 * hf_call_task_new:
 *
 * Makes an entry that waits.
 *
 * Returns: (transfer full): the record
 */
HfCallTask *
hf_call_task_new (void)
{
  return g_object_new (HF_TYPE_CALL_TASK, NULL);
}
