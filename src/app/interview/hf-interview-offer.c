#include "config.h"

#include "hf-interview-offer.h"

#include "hf-interview-closures.h"
#include "hf-interview-start.h"
#include "hf-interview.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* A bar above the pages that offers to go on with an interview that was not finished. It stays
 * until it is answered, and covers nothing. */
struct _HfInterviewOffer
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;
  GtkActionable *go_on;

  GCancellable *cancellable; /* of the look for one */
};

G_DEFINE_FINAL_TYPE (HfInterviewOffer, hf_interview_offer, GTK_TYPE_WIDGET)

static void
offer (HfInterviewOffer *self, const HfInterview *interview)
{
  const char *customer = interview->customer_name != NULL ? interview->customer_name
                                                          : interview->customer_code;
  g_autofree char *words = hf_interview_words_unfinished (customer);
  gtk_label_set_text (self->words, words);
  gtk_actionable_set_action_target (self->go_on, "x", interview->customer_id);
  gtk_actionable_set_action_name (self->go_on, "win.start-interview");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
on_listed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewOffer) self = data;
  g_autoptr (GPtrArray) interviews = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (interviews != NULL && interviews->len > 0
      && !g_cancellable_is_cancelled (self->cancellable))
    offer (self, interviews->pdata[0]);
}

static void
withdraw (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_interview_offer_withdraw (HF_INTERVIEW_OFFER (widget));
}

static void
hf_interview_offer_dispose (GObject *object)
{
  g_cancellable_cancel (HF_INTERVIEW_OFFER (object)->cancellable);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_INTERVIEW_OFFER);
  G_OBJECT_CLASS (hf_interview_offer_parent_class)->dispose (object);
}

static void
hf_interview_offer_finalize (GObject *object)
{
  g_object_unref (HF_INTERVIEW_OFFER (object)->cancellable);
  G_OBJECT_CLASS (hf_interview_offer_parent_class)->finalize (object);
}

static void
hf_interview_offer_class_init (HfInterviewOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_interview_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_interview_offer_finalize;
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-interview-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, HfInterviewOffer, revealer);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewOffer, words);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewOffer, go_on);
  gtk_widget_class_install_action (widget_class, "offer.close", NULL, withdraw);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
hf_interview_offer_init (HfInterviewOffer *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_interview_offer_look:
 * @self: the offer
 * @store: a database that was just opened
 *
 * Offers to go on with the newest interview that was not finished, where there is one.
 */
void
hf_interview_offer_look (HfInterviewOffer *self, HfStore *store)
{
  hf_store_run_async (store, HF_STORE_READ, hf_interview_start_list_unfinished, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_listed,
                      g_object_ref (self));
}

/**
 * hf_interview_offer_withdraw:
 * @self: the offer
 *
 * Takes the offer back, because it was answered or a call begins.
 */
void
hf_interview_offer_withdraw (HfInterviewOffer *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
