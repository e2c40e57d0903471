#include "config.h"

#include "hf-promise-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-deadline-dialog.h"
#include "hf-dialogs.h"
#include "hf-promise-act.h"
#include "hf-staff.h"
#include "hf-store-staff.h"

/* What is asked about a promise, and what is done then. */
typedef struct
{
  GtkWidget *widget;
  HfStore *store;
  HfPromise *promise;
  HfPromiseState state;
  GPtrArray *colleagues; /* (element-type HfStaff) */
  AdwComboRow *colleague;
  AdwEntryRow *why;
} Question;

/* What the dialogs say, by what became of the promise. */
static const struct
{
  const char *title;
  const char *why;
  const char *button;
} endings[] = {
  [HF_PROMISE_KEPT] = { N_ ("Promise Kept"), N_ ("Note (not needed)"), N_ ("_Kept") },
  [HF_PROMISE_BROKEN] = { N_ ("Promise Broken"), N_ ("Why it was broken"), N_ ("_Broken") },
  [HF_PROMISE_RELEASED] = { N_ ("Released by the Customer"), N_ ("In the customer's words"),
                            N_ ("_Released") },
};

static Question *
question_new (GtkWidget *widget, HfStore *store, const HfPromise *promise)
{
  Question *self = g_new0 (Question, 1);
  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->promise = hf_promise_copy (promise);
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;
  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_object_unref (self->promise);
  g_clear_pointer (&self->colleagues, g_ptr_array_unref);
  g_free (self);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  question_free (data);
}

static void
on_ended (HfDeadlineDialog *dialog, Question *self)
{
  hf_promise_act_end (self->widget, self->store, self->promise, self->state,
                      hf_deadline_dialog_get_why (dialog));
}

static void
on_anew (HfDeadlineDialog *dialog, Question *self)
{
  hf_promise_act_make_anew (self->widget, self->store, self->promise,
                            hf_deadline_dialog_get_moment (dialog),
                            hf_deadline_dialog_get_why (dialog));
}

static void
present (GtkWidget *dialog, GCallback on_confirmed, Question *self)
{
  g_signal_connect_data (dialog, "confirmed", on_confirmed, self, closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * hf_promise_ask_end:
 * @widget: a widget of the window that asks
 * @store: where promises are
 * @promise: an open promise as it shows
 * @state: kept, broken or released
 *
 * Asks how a promise ended, then ends it.
 */
void
hf_promise_ask_end (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                    HfPromiseState state)
{
  Question *self = question_new (widget, store, promise);
  self->state = state;
  present (hf_deadline_dialog_new_ending (GTK_WINDOW (gtk_widget_get_root (widget)),
                                          _ (endings[state].title), _ (endings[state].why),
                                          _ (endings[state].button),
                                          hf_promise_state_needs_note (state)),
           G_CALLBACK (on_ended), self);
}

/**
 * hf_promise_ask_anew:
 * @widget: a widget of the window that asks
 * @store: where promises are
 * @promise: an open promise as it shows
 *
 * Asks until when it is promised now and why, then promises anew.
 */
void
hf_promise_ask_anew (GtkWidget *widget, HfStore *store, const HfPromise *promise)
{
  present (hf_deadline_dialog_new_promise (GTK_WINDOW (gtk_widget_get_root (widget)),
                                           promise->due_at),
           G_CALLBACK (on_anew), question_new (widget, store, promise));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *self)
{
  guint chosen = adw_combo_row_get_selected (self->colleague);
  if (g_str_equal (response, "give") && chosen < self->colleagues->len)
    hf_promise_act_give (self->widget, self->store, self->promise,
                         ((HfStaff *) self->colleagues->pdata[chosen])->id,
                         gtk_editable_get_text (GTK_EDITABLE (self->why)));
}

/* Who left keeps no promise, and who keeps it has it already. */
static GPtrArray *
choose_colleagues (const GPtrArray *staff, gint64 keeper_id)
{
  GPtrArray *colleagues = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < staff->len; i++)
    {
      HfStaff *member = staff->pdata[i];
      if (member->active && member->id != keeper_id)
        g_ptr_array_add (colleagues, g_object_ref (member));
    }
  return colleagues;
}

static GtkWidget *
make_form (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  self->colleague = ADW_COMBO_ROW (adw_combo_row_new ());
  self->why = ADW_ENTRY_ROW (adw_entry_row_new ());
  for (guint i = 0; i < self->colleagues->len; i++)
    gtk_string_list_append (names, ((HfStaff *) self->colleagues->pdata[i])->name);
  adw_combo_row_set_model (self->colleague, G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->colleague), _ ("Colleague"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->why), _ ("Note (not needed)"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->colleague));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->why));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
on_staff (GObject *store, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = hf_store_run_finish (HF_STORE (store), result, &error);
  GtkRoot *root = gtk_widget_get_root (self->widget);
  if (staff != NULL)
    self->colleagues = choose_colleagues (staff, self->promise->keeper_id);
  if (root == NULL || staff == NULL || self->colleagues->len == 0)
    {
      if (root != NULL)
        hf_dialogs_error (self->widget,
                          error != NULL ? hf_store_error_words (error)
                                        : _ ("Nobody else is in the list of staff"),
                          error != NULL ? hf_store_error_advice (error)
                                        : _ ("Colleagues are added in Setup, under Staff."),
                          error);
      question_free (self);
      return;
    }
  AdwMessageDialog *dialog = hf_dialogs_new (
      GTK_WINDOW (root), _ ("Give to a Colleague"),
      _ ("The colleague keeps the promise from now on; who made it stays in the log."));
  adw_message_dialog_set_extra_child (dialog, make_form (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "give", _ ("_Give"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "give", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "give");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), self, closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
list_staff (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_staff_list (session, error);
}

/**
 * hf_promise_ask_give:
 * @widget: a widget of the window that asks
 * @store: where promises are
 * @promise: an open promise as it shows
 *
 * Asks which colleague keeps a promise, then gives it to them.
 */
void
hf_promise_ask_give (GtkWidget *widget, HfStore *store, const HfPromise *promise)
{
  hf_store_run_async (store, HF_STORE_READ, list_staff, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, NULL, on_staff,
                      question_new (widget, store, promise));
}
