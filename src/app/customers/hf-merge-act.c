#include "config.h"

#include "hf-merge-act.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-store-merges.h"

/* A merge that is, or may be, undone. */
typedef struct
{
  GtkWidget *widget;
  HfStore *store;
  gint64 merge_id;
  HfUnmerge later;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  g_object_unref (act->widget);
  g_object_unref (act->store);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static Act *
act_new (GtkWidget *widget, HfStore *store, gint64 merge_id)
{
  Act *act = g_new0 (Act, 1);
  act->widget = g_object_ref (widget);
  act->store = g_object_ref (store);
  act->merge_id = merge_id;
  return act;
}

static gpointer
run_unmerge (HfStoreSession *session, gpointer data, GError **error)
{
  const Act *act = data;
  return hf_store_customers_unmerge (session, act->merge_id, act->later, error) ? HF_STORE_DONE
                                                                                : NULL;
}

static void execute (Act *act);

static void
on_answered (AdwMessageDialog *dialog, const char *response, const Act *asked)
{
  if (!g_str_equal (response, "separate"))
    return;
  Act *act = act_new (asked->widget, asked->store, asked->merge_id);
  act->later = HF_UNMERGE_LATER_WORK_STAYS;
  execute (act);
}

static void
forget_act (gpointer act, GClosure *closure)
{
  act_free (act);
}

/* It need not be the end: a wrong merge is often noticed only by the next call. */
static void
ask_about_later_work (const Act *act, const GError *error)
{
  g_autofree char *words = g_strconcat (
      error->message, "\n\n",
      _ ("If you separate them all the same, this stays with the customer who is open now, and "
         "the other one is as before the merge. Who asked since not to be called is not called "
         "under either name."),
      NULL);
  AdwMessageDialog *dialog = hf_dialogs_new (GTK_WINDOW (gtk_widget_get_root (act->widget)),
                                             _ ("Separate the two all the same?"), words);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "separate",
                                    _ ("_Separate"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "separate", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered),
                         act_new (act->widget, act->store, act->merge_id), forget_act, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_unmerged (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (gtk_widget_get_root (act->widget) == NULL)
    return;
  if (done)
    hf_dialogs_toast (act->widget, _ ("They are two customers again"));
  else if (g_error_matches (error, HF_MERGE_ERROR, HF_MERGE_ERROR_LATER_WORK))
    ask_about_later_work (act, error);
  else if (error->domain == HF_MERGE_ERROR)
    hf_dialogs_error (act->widget, _ ("The merge was not undone"), error->message, NULL);
  else
    hf_dialogs_error (act->widget, hf_store_error_words (error), hf_store_error_advice (error),
                      error);
}

static void
execute (Act *act)
{
  hf_store_run_async (act->store, HF_STORE_WRITE, run_unmerge, act, NULL, NULL, NULL,
                      on_unmerged, act);
}

static void
on_undo (gpointer data)
{
  const Act *done = data;
  execute (act_new (done->widget, done->store, done->merge_id));
}

/**
 * hf_merge_act_offer_undo:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @merge_id: the merge's key
 * @kept: who stayed
 * @gone: who became a part of it
 *
 * Says that two customers became one and offers to take that back.
 */
void
hf_merge_act_offer_undo (GtkWidget *widget, HfStore *store, gint64 merge_id,
                         const HfCustomer *kept, const HfCustomer *gone)
{
  /* Translators: the codes of two customers. */
  g_autofree char *words = g_strdup_printf (_ ("%s is now a part of %s"), gone->code,
                                            kept->code);
  hf_dialogs_toast_undo (widget, words, on_undo, act_new (widget, store, merge_id), act_free);
}

/**
 * hf_merge_act_unmerge:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @merge_id: the merge's key
 *
 * Makes two customers of one again, or says what stands in the way.
 */
void
hf_merge_act_unmerge (GtkWidget *widget, HfStore *store, gint64 merge_id)
{
  execute (act_new (widget, store, merge_id));
}
