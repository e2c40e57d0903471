#include "config.h"

#include "hf-interview-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-call-claim.h"
#include "hf-claim-closures.h"
#include "hf-dialogs.h"
#include "hf-finish-closures.h"
#include "hf-interview-desk.h"
#include "hf-interview-session.h"
#include "hf-interview-start.h"
#include "hf-refusal-closures.h"
#include "hf-store-reviews.h"
#include "hf-store.h"
#include "hf-widget.h"

/* The guided call: the desk while one is open, else where to begin. */
struct _HfInterviewPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  HfInterviewStart *start;
  HfInterviewDesk *desk;
  AdwStatusPage *failure;
  GtkWidget *again;
  GtkButton *leave;

  HfStore *store;
  HfInterviewSession *session; /* NULL: no call */
  HfCallClaim *claim;          /* on the customer, while the desk shows */
  GSignalGroup *signals;
  gint64 customer_id;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfInterviewPage, hf_interview_page, GTK_TYPE_WIDGET)

static void
set_session (HfInterviewPage *self, HfInterviewSession *session)
{
  g_clear_object (&self->claim);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->signals, session);
}

static void
show_failure (HfInterviewPage *self, const char *title, const char *description,
              gboolean may_try)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_title (self->failure, title);
  adw_status_page_set_description (self->failure, escaped);
  gtk_widget_set_visible (self->again, may_try);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
refuse_call (HfInterviewPage *self, const HfInterviewFile *file)
{
  g_autofree char *title = hf_refusal_words_title (file->refusal, file->customer, file->other);
  gtk_button_set_label (self->leave, hf_refusal_words_leave (file->refusal));
  show_failure (self, title, hf_refusal_words_advice (file->refusal),
                file->refusal == HF_CALL_ELSEWHERE);
  /* It stays with this desk only while there is a call. */
  if (file->refusal != HF_CALL_ELSEWHERE)
    hf_call_claim_release (self->store, file->customer->id);
  set_session (self, NULL);
}

static void
on_lost (HfInterviewPage *self, const HfClaim *other)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autofree char *words = hf_claim_words_other (hf_customer_title (file->customer), other);
  hf_interview_desk_show_notice (self->desk, words);
}

static void
on_jumped (HfInterviewPage *self, gint64 seconds)
{
  g_autofree char *words = hf_claim_words_jump (seconds);
  hf_interview_desk_show_notice (self->desk, words);
}

static void
keep_claim (HfInterviewPage *self)
{
  self->claim = hf_call_claim_new (self->store, self->customer_id);
  g_signal_connect_object (self->claim, "lost", G_CALLBACK (on_lost), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->claim, "jumped", G_CALLBACK (on_jumped), self,
                           G_CONNECT_SWAPPED);
}

static void
on_opened (HfInterviewPage *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  if (file->interview == NULL)
    {
      refuse_call (self, file);
      return;
    }
  keep_claim (self);
  hf_interview_desk_set_session (self->desk, self->session);
  gtk_stack_set_visible_child_name (self->stack, "desk");
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
}

static void
on_open_failed (HfInterviewPage *self, const GError *error)
{
  gtk_button_set_label (self->leave, hf_refusal_words_leave (HF_CALL_ALLOWED));
  show_failure (self, hf_store_error_words (error), hf_store_error_advice (error), TRUE);
  set_session (self, NULL);
}

static void
leave_session (HfInterviewPage *self)
{
  hf_interview_desk_set_session (self->desk, NULL);
  gtk_stack_set_visible_child_name (self->stack, "start");
  set_session (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-interview", NULL);
}

static void
on_finished (HfInterviewPage *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  const HfOutcome *outcome = hf_outcome_find (file->interview->outcome);
  g_autofree char *words = hf_finish_words_done (
      hf_customer_title (file->customer), outcome,
      hf_interview_session_get_call_again_at (self->session));
  hf_dialogs_toast (GTK_WIDGET (self), words);
  leave_session (self);
}

static gpointer
run_hand_in (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_reviews_hand_in (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

static void
on_handed_in (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL || self->session == NULL)
    return;
  if (!done)
    {
      hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                        hf_store_error_advice (error), error);
      return;
    }
  hf_dialogs_toast (GTK_WIDGET (self), _ ("Handed in again"));
  leave_session (self);
}

static void
hand_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfInterviewPage *self = HF_INTERVIEW_PAGE (widget);
  if (self->session == NULL)
    return;
  hf_interview_session_flush (self->session);
  gint64 id = hf_interview_session_get_file (self->session)->interview->id;
  hf_store_run_async (self->store, HF_STORE_WRITE, run_hand_in, g_memdup2 (&id, sizeof id),
                      g_free, NULL, NULL, on_handed_in, g_object_ref (self));
}

static void
open_session (HfInterviewPage *self)
{
  g_autoptr (HfInterviewSession) session = hf_interview_session_new (self->store);
  set_session (self, session);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  hf_interview_session_open (session, self->customer_id);
}

/* After a failure. */
static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_session (HF_INTERVIEW_PAGE (widget));
}

static void
hf_interview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_INTERVIEW_PAGE (object)->store);
}

static void
hf_interview_page_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  HfInterviewPage *self = HF_INTERVIEW_PAGE (object);
  self->store = g_value_dup_object (value);
  hf_interview_start_set_store (self->start, self->store);
}

static void
hf_interview_page_dispose (GObject *object)
{
  HfInterviewPage *self = HF_INTERVIEW_PAGE (object);
  g_clear_object (&self->signals);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_INTERVIEW_PAGE);
  G_OBJECT_CLASS (hf_interview_page_parent_class)->dispose (object);
}

static void
hf_interview_page_class_init (HfInterviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_interview_page_get_property;
  object_class->set_property = hf_interview_page_set_property;
  object_class->dispose = hf_interview_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_INTERVIEW_DESK);
  g_type_ensure (HF_TYPE_INTERVIEW_START);
  gtk_widget_class_install_action (widget_class, "page.hand-in", NULL, hand_in);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-interview-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, start);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, desk);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, failure);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, again);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewPage, leave);
}

static void
hf_interview_page_init (HfInterviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_INTERVIEW_SESSION);
  g_signal_group_connect_swapped (self->signals, "opened", G_CALLBACK (on_opened), self);
  g_signal_group_connect_swapped (self->signals, "open-failed", G_CALLBACK (on_open_failed),
                                  self);
  g_signal_group_connect_swapped (self->signals, "finished", G_CALLBACK (on_finished), self);
}

/**
 * hf_interview_page_start:
 * @self: the page
 * @customer_id: the customer
 *
 * Starts or takes up the interview with a customer; one that is at the desk stays there.
 */
void
hf_interview_page_start (HfInterviewPage *self, gint64 customer_id)
{
  if (self->session != NULL && self->customer_id == customer_id)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->desk));
      return;
    }
  self->customer_id = customer_id;
  open_session (self);
}
