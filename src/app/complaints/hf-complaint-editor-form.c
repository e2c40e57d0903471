#include "config.h"

#include "hf-complaint-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-complaint-choices.h"
#include "hf-promise-terms.h"
#include "hf-suggestions.h"
#include "hf-text.h"
#include "hf-time.h"

#define USUAL_TERM HF_PROMISE_DAY

/* The last one is that it is not known. */
static void
set_choices (AdwComboRow *row, const HfChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  for (guint i = 0; i <= hf_choice_count (choices); i++)
    gtk_string_list_append (labels, hf_choice_label (choices, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
show_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
take_text (char **field, AdwEntryRow *row)
{
  hf_text_set (field, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
show_chosen (HfComplaintEditor *self)
{
  g_autofree char *words = self->chosen != NULL ? hf_customer_matches_describe (self->chosen)
                                                : NULL;
  gtk_label_set_text (self->chosen_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_words), words != NULL);
}

/* A number that nobody has is one they can be called at; digits that found them are not. */
static void
show_phone (HfComplaintEditor *self, const HfCustomer *customer)
{
  if (customer->phone == NULL)
    return;
  g_autofree char *typed = hf_text_phone_digits (
      gtk_editable_get_text (GTK_EDITABLE (self->phone)));
  g_autofree char *known = hf_text_phone_digits (customer->phone);
  if (strstr (known, typed) != NULL)
    show_text (self->phone, customer->phone);
}

static void
show_branch (HfComplaintEditor *self, const HfCustomer *customer)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->branch));
  gboolean is_typed = !hf_text_is_blank (shown)
                      && (self->chosen == NULL || g_strcmp0 (shown, self->chosen->branch) != 0);
  if (!is_typed)
    show_text (self->branch, customer->branch);
}

/**
 * hf_complaint_editor_init_form:
 * @self: an editor
 *
 * Fills the choices.
 */
void
hf_complaint_editor_init_form (HfComplaintEditor *self)
{
  set_choices (self->channel, hf_complaint_channels);
  set_choices (self->category, hf_complaint_categories);
  set_choices (self->severity, hf_complaint_severities);
  /* The last term is a day that both agree on: a date, which this short form does not ask. */
  hf_promise_terms_fill (GTK_WIDGET (self->term), HF_PROMISE_DATED);
}

/**
 * hf_complaint_editor_choose:
 * @self: an editor
 * @customer: who complains
 *
 * Shows who of the customer list complains, and what is known of them.
 */
void
hf_complaint_editor_choose (HfComplaintEditor *self, HfCustomer *customer)
{
  self->filling = TRUE;
  show_text (self->customer, hf_customer_title (customer));
  show_phone (self, customer);
  show_branch (self, customer);
  self->filling = FALSE;
  g_set_object (&self->chosen, customer);
  hf_customer_matches_clear (self->matches);
  show_chosen (self);
}

/**
 * hf_complaint_editor_forget_chosen:
 * @self: an editor
 *
 * Says that nobody of the customer list is meant.
 */
void
hf_complaint_editor_forget_chosen (HfComplaintEditor *self)
{
  g_clear_object (&self->chosen);
  show_chosen (self);
}

/**
 * hf_complaint_editor_fill:
 * @self: an editor
 * @complaint: a complaint that is being written
 *
 * Shows a complaint in the form; its customer is to be chosen besides.
 */
void
hf_complaint_editor_fill (HfComplaintEditor *self, const HfComplaint *complaint)
{
  const char *words = complaint->words != NULL ? complaint->words : "";
  const char *taken_by = complaint->taken_by != NULL ? complaint->taken_by : self->me;
  int term = complaint->term != HF_COMPLAINT_NO_TERM ? complaint->term : USUAL_TERM;
  self->filling = TRUE;
  hf_complaint_editor_forget_chosen (self);
  hf_customer_matches_clear (self->matches);
  show_text (self->customer, complaint->customer_name);
  show_text (self->phone, complaint->phone);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), words, -1);
  show_text (self->wish, complaint->wish);
  show_text (self->product, complaint->product);
  show_text (self->branch, complaint->branch);
  show_text (self->taken_by, taken_by);
  adw_combo_row_set_selected (self->channel, complaint->channel);
  adw_combo_row_set_selected (self->category, complaint->category);
  adw_combo_row_set_selected (self->severity, complaint->severity);
  adw_combo_row_set_selected (self->term, term);
  gtk_switch_set_active (self->risk, complaint->word_of_mouth_risk);
  self->hint_id = complaint->hint_id;
  self->said_at = complaint->hint_id != 0 ? complaint->received_at : 0;
  self->filling = FALSE;
}

/* Somebody may have typed the number where the name goes. */
static gboolean
is_number (const char *typed)
{
  g_autofree char *digits = typed != NULL ? hf_text_phone_digits (typed) : NULL;
  return digits != NULL && strlen (digits) >= HF_TEXT_PHONE_DIGITS
         && strspn (typed, "+-() 0123456789") == strlen (typed);
}

static void
read_customer (HfComplaintEditor *self, HfComplaint *complaint)
{
  take_text (&complaint->phone, self->phone);
  if (self->chosen != NULL)
    {
      complaint->customer_id = self->chosen->id;
      hf_text_set (&complaint->customer_code, self->chosen->code);
      hf_text_set (&complaint->customer_name, hf_customer_title (self->chosen));
      return;
    }
  take_text (&complaint->customer_name, self->customer);
  if (complaint->phone == NULL && is_number (complaint->customer_name))
    complaint->phone = g_steal_pointer (&complaint->customer_name);
}

/* Two may have one name: who works here is who they are. */
static void
read_taker (HfComplaintEditor *self, HfComplaint *complaint)
{
  take_text (&complaint->taken_by, self->taken_by);
  if (complaint->taken_by != NULL && g_strcmp0 (complaint->taken_by, self->me) == 0)
    complaint->taken_by_id = self->my_id;
}

/**
 * hf_complaint_editor_read:
 * @self: an editor
 *
 * Reads the form.
 *
 * Returns: (transfer full): the complaint, received now unless it was said earlier
 */
HfComplaint *
hf_complaint_editor_read (HfComplaintEditor *self)
{
  HfComplaint *complaint = hf_complaint_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  hf_text_set (&complaint->words, words);
  take_text (&complaint->wish, self->wish);
  take_text (&complaint->product, self->product);
  take_text (&complaint->branch, self->branch);
  read_customer (self, complaint);
  read_taker (self, complaint);
  complaint->received_at = self->said_at != 0 ? self->said_at : hf_time_now ();
  complaint->channel = adw_combo_row_get_selected (self->channel);
  complaint->category = adw_combo_row_get_selected (self->category);
  complaint->severity = adw_combo_row_get_selected (self->severity);
  complaint->term = adw_combo_row_get_selected (self->term);
  complaint->word_of_mouth_risk = gtk_switch_get_active (self->risk);
  complaint->hint_id = self->hint_id;
  return complaint;
}

/**
 * hf_complaint_editor_is_blank:
 * @self: an editor
 *
 * Tells whether nothing would be lost.
 *
 * Returns: whether nobody typed anything about the complaint
 */
gboolean
hf_complaint_editor_is_blank (HfComplaintEditor *self)
{
  g_autoptr (HfComplaint) typed = hf_complaint_editor_read (self);
  return typed->words == NULL && typed->wish == NULL && typed->product == NULL
         && typed->customer_name == NULL && typed->phone == NULL;
}

static void
offer (AdwEntryRow *row, const GPtrArray *texts)
{
  hf_suggestions_add (row, (const char *const *) texts->pdata,
                      _ ("Choose one that is there already"));
}

/* Who works here took it, unless another one is named. */
static void
take_me (HfComplaintEditor *self, const HfComplaintChoices *choices)
{
  hf_text_set (&self->me, choices->me);
  self->my_id = choices->my_id;
  if (self->me == NULL
      || !hf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->taken_by))))
    return;
  self->filling = TRUE;
  show_text (self->taken_by, self->me);
  self->filling = FALSE;
}

static void
on_choices (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (HfComplaintChoices) choices = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (choices == NULL || self->store == NULL)
    return;
  self->filling = TRUE;
  hf_promise_terms_name (GTK_WIDGET (self->term), &choices->rules);
  self->filling = FALSE;
  offer (self->product, choices->products);
  offer (self->branch, choices->branches);
  offer (self->taken_by, choices->staff);
  take_me (self, choices);
}

/**
 * hf_complaint_editor_offer:
 * @self: an editor
 *
 * Reads what there is to choose from, and who works here.
 */
void
hf_complaint_editor_offer (HfComplaintEditor *self)
{
  hf_store_run_async (self->store, HF_STORE_READ, hf_complaint_choices_load, NULL, NULL,
                      (GDestroyNotify) hf_complaint_choices_free, NULL, on_choices,
                      g_object_ref (self));
}
