#include "config.h"

#include "hf-today-next-call.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-claim-closures.h"
#include "hf-dialogs.h"
#include "hf-refusal-closures.h"
#include "hf-store-next-call.h"
#include "hf-time.h"

#define ACTION "page.next-call"

static void take_next (GtkWidget *page, HfStore *store, gboolean at_any_hour);

static gpointer
find_next (HfStoreSession *session, gpointer at_any_hour, GError **error)
{
  return hf_store_queue_take_next (session, GPOINTER_TO_INT (at_any_hour), error);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, GtkWidget *page)
{
  if (strcmp (response, "call") == 0)
    take_next (page, g_object_get_data (G_OBJECT (dialog), "store"), TRUE);
}

/* Nobody is kept from calling, but nobody calls at night without knowing it either. */
static void
ask_at_this_hour (GtkWidget *page, HfStore *store, gint64 opens_at)
{
  g_autofree char *body = hf_claim_words_closed (hf_time_now (), opens_at);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)),
                                              _ ("Too Early or Too Late to Call"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "leave", _ ("_Not Now"),
                                    "call", _ ("_Call Anyway"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  g_object_set_data_full (G_OBJECT (dialog), "store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_handled (GtkWidget *page, gint64 count)
{
  g_autofree char *words = hf_refusal_words_handled (count);
  hf_dialogs_toast (page, words);
}

static void
on_found (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfNextCall) next = hf_store_run_finish (HF_STORE (store), result, &error);
  if (gtk_widget_get_root (page) == NULL)
    return;
  gtk_widget_action_set_enabled (page, ACTION, TRUE);
  if (next == NULL)
    hf_dialogs_error (page, _ ("The next call could not be found"),
                      hf_store_error_advice (error), error);
  else if (next->task != NULL)
    gtk_widget_activate_action (page, "win.start-interview", "x", next->task->customer_id);
  else if (next->opens_at != 0)
    ask_at_this_hour (page, HF_STORE (store), next->opens_at);
  else if (next->n_handled > 0)
    tell_handled (page, next->n_handled);
  else
    hf_dialogs_toast (page, _ ("Those who wait are with your colleagues, or wait for them"));
}

static void
take_next (GtkWidget *page, HfStore *store, gboolean at_any_hour)
{
  gtk_widget_action_set_enabled (page, ACTION, FALSE);
  hf_store_run_async (store, HF_STORE_WRITE, find_next, GINT_TO_POINTER (at_any_hour), NULL,
                      (GDestroyNotify) hf_next_call_free, NULL, on_found, g_object_ref (page));
}

/**
 * hf_today_next_call_start:
 * @page: the page whose action "page.next-call" it is; off while it is looked for
 * @store: where calls wait
 *
 * Takes the best call to make now and starts it; where it is too early or too late in the day,
 * asks first.
 */
void
hf_today_next_call_start (GtkWidget *page, HfStore *store)
{
  take_next (page, store, FALSE);
}
