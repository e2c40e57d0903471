#include "config.h"

#include "hf-outcome-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-appointment-form.h"
#include "hf-finish-closures.h"
#include "hf-outcome-keys.h"
#include "hf-promise-terms.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-time.h"
#include "hf-widget.h"

/* How a call ended, when the customer is called again, and what was promised. */
struct _HfOutcomeForm
{
  GtkWidget parent_instance;

  GtkListBox *outcomes;
  HfAppointmentForm *appointment;
  GtkWidget *number_box;
  GtkEditable *number;
  GtkWidget *refuses_calls;
  GtkCheckButton *do_not_call;
  GtkTextBuffer *note;
  GtkWidget *note_needed;
  GtkWidget *note_text;
  GtkCheckButton *promised;
  GtkWidget *promise_box;
  GtkEditable *what;
  GtkDropDown *term;
  GtkWidget *due_box;
  GtkEditable *due;
  GtkLabel *next;
  GtkLabel *counts;
  GtkLabel *error;

  char *called; /* the number that was called; may be NULL */
  char *zone;   /* by whose clock the customer is called; NULL or empty: by ours */
};

G_DEFINE_FINAL_TYPE (HfOutcomeForm, hf_outcome_form, GTK_TYPE_WIDGET)

static const HfOutcome *
get_outcome (HfOutcomeForm *self)
{
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  /* A list that is going away unselects its row, too. */
  GtkListBoxRow *row = self->outcomes != NULL ? gtk_list_box_get_selected_row (self->outcomes)
                                              : NULL;
  return row != NULL ? &outcomes[gtk_list_box_row_get_index (row)] : NULL;
}

/* An appointment that cannot be read counts as none, and is refused at the end. */
static gboolean
read_again (HfOutcomeForm *self, const HfOutcome *outcome, gint64 *moment)
{
  *moment = 0;
  return outcome == NULL || !outcome->try_again
         || hf_appointment_form_read (self->appointment, moment);
}

static gboolean
get_do_not_call (HfOutcomeForm *self)
{
  return gtk_widget_get_visible (self->refuses_calls)
         && gtk_check_button_get_active (self->do_not_call);
}

/* A number that is worth trying, where the one that was called is not. */
static char *
dup_number (HfOutcomeForm *self, const HfOutcome *outcome)
{
  if (outcome == NULL || !outcome->other_number)
    return NULL;
  return hf_text_trim (gtk_editable_get_text (self->number));
}

/* What is really kept, where that is another time than was asked for. */
static char *
dup_next_words (HfOutcomeForm *self)
{
  const HfOutcome *outcome = get_outcome (self);
  HfCallPlan plan;
  gint64 again;
  g_autofree char *number = dup_number (self, outcome);
  if (number != NULL)
    return hf_finish_words_number (number);
  hf_appointment_form_get_plan (self->appointment, &plan);
  read_again (self, outcome, &again);
  if (again != 0 && plan.state == HF_CALL_TASK_EXHAUSTED && !get_do_not_call (self))
    return g_strdup (_ ("Not called again: tried as often as the rules allow."));
  return hf_finish_words_next (outcome, again != 0 ? plan.due_at : 0, get_do_not_call (self),
                               self->zone);
}

static void
show_next (HfOutcomeForm *self)
{
  g_autofree char *words = dup_next_words (self);
  g_autofree char *counts = hf_finish_words_counts (get_outcome (self));
  gtk_label_set_text (self->next, words);
  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->error, "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->appointment), !get_do_not_call (self));
}

static void
on_outcome (HfOutcomeForm *self)
{
  const HfOutcome *outcome = get_outcome (self);
  if (outcome == NULL)
    return;
  gboolean refused = outcome->state == HF_INTERVIEW_REFUSED;
  g_autoptr (GTimeZone) zone = hf_time_zone_new (self->zone);
  hf_appointment_form_set_outcome (self->appointment, outcome);
  hf_appointment_form_set_moment (self->appointment,
                                  hf_finish_usual_moment (outcome, hf_time_now (), zone));
  gtk_widget_set_visible (GTK_WIDGET (self->appointment), outcome->try_again);
  gtk_widget_set_visible (self->number_box, outcome->other_number);
  gtk_widget_set_visible (self->refuses_calls, refused);
  gtk_widget_set_visible (self->note_needed, outcome->needs_note);
  show_next (self);
}

static void
on_promise (HfOutcomeForm *self)
{
  gboolean promised = gtk_check_button_get_active (self->promised);
  guint term = gtk_drop_down_get_selected (self->term);
  gtk_widget_set_visible (self->promise_box, promised);
  gtk_widget_set_visible (self->due_box, term == HF_PROMISE_DATED);
}

static void
refuse (HfOutcomeForm *self, GtkWidget *where, const char *words)
{
  hf_outcome_form_show_error (self, words);
  gtk_widget_grab_focus (where);
}

static HfPromise *
read_promise (HfOutcomeForm *self)
{
  HfPromise *promise = hf_promise_new ();
  promise->what = hf_text_trim (gtk_editable_get_text (self->what));
  promise->term = (HfPromiseTerm) gtk_drop_down_get_selected (self->term);
  promise->made_at = hf_time_now ();
  if (promise->term == HF_PROMISE_DATED)
    hf_promise_read_due (gtk_editable_get_text (self->due), &promise->due_at);
  return promise;
}

static char *
dup_note (HfOutcomeForm *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->note, &start, &end);
  g_autofree char *note = gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
  return hf_text_trim (note);
}

static gboolean
is_same_number (const char *number, const char *other)
{
  g_autofree char *digits = hf_text_phone_digits (number);
  g_autofree char *others = hf_text_phone_digits (other);
  return strcmp (digits, others) == 0;
}

static gboolean
is_number (const char *number)
{
  g_autofree char *digits = hf_text_phone_digits (number);
  return strlen (digits) >= HF_TEXT_PHONE_DIGITS;
}

static gboolean
check_number (HfOutcomeForm *self, const char *number)
{
  if (number == NULL)
    return TRUE;
  if (!is_number (number))
    refuse (self, GTK_WIDGET (self->number), _ ("This is not a telephone number."));
  else if (is_same_number (number, self->called))
    refuse (self, GTK_WIDGET (self->number), _ ("This is the number that was called."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check (HfOutcomeForm *self, const HfInterviewEnd *end)
{
  gint64 due;
  if (!check_number (self, end->other_number))
    return FALSE;
  if (end->outcome == NULL)
    refuse (self, GTK_WIDGET (self->outcomes), _ ("Choose how the call ended."));
  else if (!read_again (self, end->outcome, &due))
    refuse (self, GTK_WIDGET (self->appointment),
            _ ("Say when to call again: a day, and a time if you like, such as 2025-03-12 "
               "14:30."));
  else if (end->outcome->try_again && due < hf_time_now ())
    refuse (self, GTK_WIDGET (self->appointment), _ ("This moment is past already."));
  else if (end->outcome->needs_note && end->note == NULL)
    refuse (self, self->note_text, _ ("This outcome needs a note: what happened?"));
  else if (end->promise != NULL && end->promise->what == NULL)
    refuse (self, GTK_WIDGET (self->what), _ ("Say what was promised."));
  else if (end->promise != NULL && end->promise->term == HF_PROMISE_DATED
           && !hf_promise_read_due (gtk_editable_get_text (self->due), &due))
    refuse (self, GTK_WIDGET (self->due), _ ("Say by which day it was promised."));
  else
    return TRUE;
  return FALSE;
}

static void
select_outcome (HfOutcomeForm *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->outcomes, index);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->outcomes, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Where no text is typed, one key is enough. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfOutcomeForm *self)
{
  int index = hf_outcome_keys_find (gdk_keyval_to_unicode (keyval));
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (index >= 0)
    {
      select_outcome (self, index);
      return TRUE;
    }
  return hf_appointment_form_press (self->appointment, keyval);
}

/* From the list and the entries, too, Enter finishes. */
static gboolean
on_list_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
             GdkModifierType state, HfOutcomeForm *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
}

/* Enter begins a line of the note, and a text view takes Ctrl+Enter for that, too. */
static gboolean
on_note_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
             GdkModifierType state, HfOutcomeForm *self)
{
  return (state & GDK_CONTROL_MASK) != 0
         && on_list_key (controller, keyval, keycode, state, self);
}

static void
add_outcome (HfOutcomeForm *self, const HfOutcome *outcome, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (hf_outcome_label (outcome));
  g_autofree char *name = hf_outcome_keys_dup_label (index);
  GtkWidget *key = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_add_css_class (row, "outcome");
  gtk_widget_set_visible (key, name != NULL);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), key);
  gtk_list_box_append (self->outcomes, row);
}

static void
fill_lists (HfOutcomeForm *self)
{
  gsize n_outcomes;
  const HfOutcome *outcomes = hf_outcome_list (&n_outcomes);
  for (guint i = 0; i < n_outcomes; i++)
    add_outcome (self, &outcomes[i], i);
  hf_promise_terms_fill (GTK_WIDGET (self->term), hf_choice_count (hf_promise_terms));
}

static void
hf_outcome_form_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_OUTCOME_FORM);
  G_OBJECT_CLASS (hf_outcome_form_parent_class)->dispose (object);
}

static void
hf_outcome_form_finalize (GObject *object)
{
  g_free (HF_OUTCOME_FORM (object)->zone);
  g_free (HF_OUTCOME_FORM (object)->called);
  G_OBJECT_CLASS (hf_outcome_form_parent_class)->finalize (object);
}

static void
hf_outcome_form_class_init (HfOutcomeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HF_TYPE_APPOINTMENT_FORM);
  G_OBJECT_CLASS (klass)->dispose = hf_outcome_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_outcome_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-outcome-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, outcomes);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, appointment);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, number_box);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, number);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, refuses_calls);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, do_not_call);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, note);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, note_needed);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, note_text);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, promised);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, promise_box);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, what);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, term);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, due_box);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, due);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, next);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, counts);
  gtk_widget_class_bind_template_child (widget_class, HfOutcomeForm, error);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_note_key);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_promise);
  gtk_widget_class_bind_template_callback (widget_class, show_next);
}

static void
hf_outcome_form_init (HfOutcomeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  on_promise (self);
  show_next (self);
}

/**
 * hf_outcome_form_set_zone:
 * @self: the form
 * @zone: (nullable): by whose clock the customer is called; %NULL or empty for ours
 *
 * Tells the form where the customer is, before anything is typed.
 */
void
hf_outcome_form_set_zone (HfOutcomeForm *self, const char *zone)
{
  if (g_strcmp0 (self->zone, zone) == 0)
    return;
  hf_text_set (&self->zone, zone);
  hf_appointment_form_set_zone (self->appointment, zone);
  on_outcome (self);
}

/**
 * hf_outcome_form_show_error:
 * @self: the form
 * @words: why it was not taken
 *
 * Says below the form what is wrong, until something is changed.
 */
void
hf_outcome_form_show_error (HfOutcomeForm *self, const char *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

/**
 * hf_outcome_form_read:
 * @self: the form
 *
 * Reads how the call ended. Where something is missing, the form says so and the keyboard goes
 * there.
 *
 * Returns: (transfer full) (nullable): the end of the call
 */
HfInterviewEnd *
hf_outcome_form_read (HfOutcomeForm *self)
{
  g_autoptr (HfInterviewEnd) end = g_new0 (HfInterviewEnd, 1);
  end->outcome = get_outcome (self);
  end->note = dup_note (self);
  end->do_not_call = get_do_not_call (self);
  if (gtk_check_button_get_active (self->promised))
    end->promise = read_promise (self);
  end->other_number = dup_number (self, end->outcome);
  if (!check (self, end))
    return NULL;
  read_again (self, end->outcome, &end->call_again_at);
  if (end->other_number != NULL)
    end->call_again_at = hf_time_now ();
  if (end->do_not_call)
    end->call_again_at = 0;
  end->appointment_staff_id = hf_appointment_form_get_staff_id (self->appointment);
  return g_steal_pointer (&end);
}

/**
 * hf_outcome_form_suggest:
 * @self: the form
 * @outcome: how the call probably ended
 * @note: (nullable): what is noted already
 * @promise: (nullable): what was promised already
 *
 * Fills in what is known, so that it need not be typed again.
 */
void
hf_outcome_form_suggest (HfOutcomeForm *self, const HfOutcome *outcome, const char *note,
                         const char *promise)
{
  gsize n_outcomes;
  gtk_text_buffer_set_text (self->note, note != NULL ? note : "", -1);
  gtk_editable_set_text (self->what, promise != NULL ? promise : "");
  gtk_check_button_set_active (self->promised, promise != NULL);
  select_outcome (self, (int) (outcome - hf_outcome_list (&n_outcomes)));
}

/**
 * hf_outcome_form_set_call:
 * @self: the form
 * @store: where calls and appointments are
 * @customer_id: who was called
 * @kind: what about
 *
 * Says which call it was: then the form knows when that customer may be called again, and how
 * long the classes of promises are.
 */
void
hf_outcome_form_set_call (HfOutcomeForm *self, HfStore *store, gint64 customer_id,
                          HfInterviewKind kind)
{
  hf_appointment_form_set_call (self->appointment, store, customer_id, kind);
  hf_promise_terms_load (GTK_WIDGET (self->term), store);
}

/**
 * hf_outcome_form_set_phones:
 * @self: the form
 * @phones: (nullable): the telephone numbers in the customer's file; the first was called
 *
 * Offers the next number for where the first is wrong.
 */
void
hf_outcome_form_set_phones (HfOutcomeForm *self, const char *phones)
{
  g_auto (GStrv) numbers = hf_text_split_phones (phones);
  gboolean has_other = numbers[0] != NULL && numbers[1] != NULL;
  g_free (self->called);
  self->called = g_strdup (numbers[0]);
  gtk_editable_set_text (self->number, has_other ? numbers[1] : "");
}
