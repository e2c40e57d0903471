#include "config.h"

#include "hf-store-act.h"

#include "hf-dialogs.h"
#include "hf-field.h"

/* Something that is stored, and how it is taken back. */
typedef struct
{
  GtkWidget *widget; /* weak: NULL when it is gone */
  HfStore *store;
  HfStoreFunc run;
  HfStoreFunc back; /* NULL: it takes another one back itself */
  gpointer data;
  GDestroyNotify free_data;
  char *words;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  if (act->data != NULL && act->free_data != NULL)
    act->free_data (act->data);
  g_clear_weak_pointer (&act->widget);
  g_object_unref (act->store);
  g_free (act->words);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static Act *
act_new (GtkWidget *widget, HfStore *store, gpointer data, GDestroyNotify free_data)
{
  Act *act = g_new0 (Act, 1);
  g_set_weak_pointer (&act->widget, widget);
  act->store = g_object_ref (store);
  act->data = data;
  act->free_data = free_data;
  return act;
}

static void execute (Act *act);

static void
on_undo (gpointer data)
{
  Act *done = data;
  if (done->widget == NULL)
    return;
  Act *undo = act_new (done->widget, done->store, g_steal_pointer (&done->data),
                       done->free_data);
  undo->run = done->back;
  execute (undo);
}

static gpointer
run_act (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  return act->run (session, act->data, error);
}

static void
on_executed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (act->widget == NULL || gtk_widget_get_root (act->widget) == NULL)
    return;
  if (!done && error->domain == HF_FIELD_ERROR)
    hf_dialogs_error (act->widget, error->message, NULL, NULL);
  else if (!done)
    hf_dialogs_error (act->widget, hf_store_error_words (error), hf_store_error_advice (error),
                      error);
  else if (act->back != NULL)
    {
      GtkWidget *widget = act->widget;
      const char *words = act->words;
      hf_dialogs_toast_undo (widget, words, on_undo, g_steal_pointer (&act), act_free);
    }
}

static void
execute (Act *act)
{
  hf_store_run_async (act->store, HF_STORE_WRITE, run_act, act, NULL, NULL, NULL, on_executed,
                      act);
}

/**
 * hf_store_act_run:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @run: what is done
 * @back: what takes it back
 * @data: (transfer full): for both of them
 * @free_data: frees @data
 * @words: what was done
 *
 * Stores something and offers to take it back, or says what stands in the way.
 */
void
hf_store_act_run (GtkWidget *widget, HfStore *store, HfStoreFunc run, HfStoreFunc back,
                  gpointer data, GDestroyNotify free_data, const char *words)
{
  Act *act = act_new (widget, store, data, free_data);
  act->run = run;
  act->back = back;
  act->words = g_strdup (words);
  execute (act);
}

/**
 * hf_store_act_offer_undo:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @back: what takes back what is stored already
 * @data: (transfer full): for it
 * @free_data: frees @data
 * @words: what was done
 *
 * Says what was done and offers to take it back.
 */
void
hf_store_act_offer_undo (GtkWidget *widget, HfStore *store, HfStoreFunc back, gpointer data,
                         GDestroyNotify free_data, const char *words)
{
  Act *act = act_new (widget, store, data, free_data);
  act->back = back;
  hf_dialogs_toast_undo (widget, words, on_undo, act, act_free);
}
