#include "config.h"

#include "hf-appointment-form.h"

#include <glib/gi18n.h>

#include "hf-appointment-closures.h"
#include "hf-appointment-context.h"
#include "hf-finish-closures.h"
#include "hf-text.h"
#include "hf-time-zone.h"
#include "hf-time.h"
#include "hf-widget.h"

/* When a customer is called again, and by whom; what is in the way of it is said at once. */
struct _HfAppointmentForm
{
  GtkWidget parent_instance;

  GtkEditable *again;
  GtkWidget *keepers;
  GtkToggleButton *only_me;
  GtkToggleButton *anybody;
  GtkToggleButton *only_other;
  GtkLabel *kept;
  GtkWidget *clash_box;
  GtkLabel *clash;
  GtkButton *free;

  char *zone;     /* by whose clock the customer is called; NULL or empty: by ours */
  HfStore *store; /* NULL until it is said whose call it is */
  HfAppointmentQuery query;
  HfAppointmentContext *context; /* NULL until it is read */
  const HfOutcome *outcome;      /* NULL: an appointment is moved */
  gint64 free_at;                /* when nothing is in the way, 0: no need */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfAppointmentForm, hf_appointment_form, GTK_TYPE_WIDGET)

static gboolean
is_appointment (HfAppointmentForm *self)
{
  return self->outcome == NULL || hf_outcome_is_appointment (self->outcome);
}

static const HfOutcome *
get_outcome (HfAppointmentForm *self)
{
  return self->outcome != NULL ? self->outcome : hf_outcome_find ("call-back");
}

static void
show_clash (HfAppointmentForm *self, gint64 moment)
{
  g_auto (HfAgendaClash) clash = { NULL };
  gint64 staff_id = hf_appointment_form_get_staff_id (self), now = hf_time_now ();
  gboolean clashes = moment > 0 && self->context != NULL && is_appointment (self)
                     && hf_appointment_context_find_clash (self->context, moment, staff_id,
                                                           &clash);
  gtk_widget_set_visible (self->clash_box, clashes);
  self->free_at = clashes ? hf_appointment_context_find_free (self->context, moment, staff_id)
                          : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->free), self->free_at != 0);
  if (!clashes)
    return;
  g_autofree char *words = hf_appointment_words_clash (&clash, self->context->rules.length,
                                                       now);
  g_autofree char *free = hf_appointment_words_free (self->free_at, now);
  gtk_label_set_text (self->clash, words);
  gtk_button_set_label (self->free, free);
}

static void
show_kept (HfAppointmentForm *self, gint64 moment)
{
  HfCallPlan plan;
  hf_appointment_form_get_plan (self, &plan);
  const char *words = self->context != NULL && plan.due_at != 0 ? hf_appointment_words_kept (
                          &plan, self->context->task, &self->context->hours, moment)
                                                                : NULL;
  gtk_label_set_text (self->kept, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kept), words != NULL);
}

static void
show (HfAppointmentForm *self)
{
  gint64 moment = 0;
  hf_appointment_form_read (self, &moment);
  gtk_widget_set_visible (self->keepers, is_appointment (self));
  show_kept (self, moment);
  show_clash (self, moment);
}

/* Whoever kept it before keeps it again, unless somebody says otherwise. */
static void
show_keepers (HfAppointmentForm *self)
{
  const HfAppointmentContext *context = self->context;
  gint64 keeper = context->task->appointment_staff_id;
  gboolean named = context->staff_id != 0;
  gboolean other = keeper != 0 && keeper != context->staff_id;
  gtk_widget_set_sensitive (GTK_WIDGET (self->only_me), named);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self->only_me),
      named ? _ ("Nobody else is offered this call")
            : _ ("Say under Setup, Company and Desk, who works here: then it can be yours"));
  gtk_widget_set_visible (GTK_WIDGET (self->only_other), other);
  if (other)
    {
      /* Translators: a colleague, who alone keeps an appointment; O is the key. */
      g_autofree char *label = g_strdup_printf (_ ("Only %s (O)"),
                                                context->task->appointment_staff);
      gtk_button_set_label (GTK_BUTTON (self->only_other), label);
    }
  gtk_toggle_button_set_active (other         ? self->only_other
                                : keeper != 0 ? self->only_me
                                              : self->anybody,
                                TRUE);
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfAppointmentForm) self = data;
  g_autoptr (HfAppointmentContext) context = hf_store_run_finish (HF_STORE (store), result,
                                                                  NULL);
  if (context == NULL)
    return;
  gboolean same = self->context != NULL && self->context->task->id == context->task->id
                  && self->context->staff_id == context->staff_id;
  g_clear_pointer (&self->context, hf_appointment_context_free);
  self->context = g_steal_pointer (&context);
  if (!same)
    show_keepers (self);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Without it the form works as well; it only knows less. */
static void
load (HfAppointmentForm *self)
{
  hf_store_read_newest (self->store, &self->cancellable, hf_appointment_context_load,
                        g_memdup2 (&self->query, sizeof self->query), g_free,
                        (GDestroyNotify) hf_appointment_context_free, on_loaded,
                        g_object_ref (self));
}

static void
on_changed (HfAppointmentForm *self)
{
  gint64 moment = 0;
  if (hf_appointment_form_read (self, &moment) && self->store != NULL
      && (self->context == NULL || !hf_appointment_context_covers (self->context, moment)))
    {
      self->query.around = moment;
      load (self);
    }
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What one key names is a time at which the customer may be called. */
static void
call_again (HfAppointmentForm *self, HfCallAgain when)
{
  g_autoptr (GTimeZone) zone = hf_time_zone_new (self->zone);
  gint64 moment = hf_finish_call_again (when, hf_time_now (), zone), open = 0;
  if (self->context != NULL)
    open = hf_calling_rules_next_open (&self->context->hours, zone, moment);
  hf_appointment_form_set_moment (self, open != 0 ? open : moment);
}

static void
on_call_again (GtkWidget *widget, const char *action, GVariant *when)
{
  call_again (HF_APPOINTMENT_FORM (widget), (HfCallAgain) g_variant_get_int32 (when));
}

static void
take_free (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfAppointmentForm *self = HF_APPOINTMENT_FORM (widget);
  if (self->free_at != 0)
    hf_appointment_form_set_moment (self, self->free_at);
}

/* No letter belongs to a date. */
static gboolean
on_entry_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
              GdkModifierType state, HfAppointmentForm *self)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && hf_appointment_form_press (self, keyval);
}

static void
finish (HfAppointmentForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "finish.finish", NULL);
}

static gboolean
hf_appointment_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_APPOINTMENT_FORM (widget)->again));
}

static void
hf_appointment_form_dispose (GObject *object)
{
  HfAppointmentForm *self = HF_APPOINTMENT_FORM (object);
  hf_store_stop_reading (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->context, hf_appointment_context_free);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_APPOINTMENT_FORM);
  G_OBJECT_CLASS (hf_appointment_form_parent_class)->dispose (object);
}

static void
hf_appointment_form_finalize (GObject *object)
{
  g_free (HF_APPOINTMENT_FORM (object)->zone);
  G_OBJECT_CLASS (hf_appointment_form_parent_class)->finalize (object);
}

static void
hf_appointment_form_class_init (HfAppointmentFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_appointment_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_appointment_form_finalize;
  widget_class->grab_focus = hf_appointment_form_grab_focus;

  /* The time, who keeps it, or what is known of it. */
  signals[CHANGED] = g_signal_new ("changed", HF_TYPE_APPOINTMENT_FORM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "appointment.call-again", "i", on_call_again);
  gtk_widget_class_install_action (widget_class, "appointment.take-free", NULL, take_free);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/agenda/hf-appointment-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, again);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, keepers);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, only_me);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, anybody);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, only_other);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, kept);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, clash_box);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, clash);
  gtk_widget_class_bind_template_child (widget_class, HfAppointmentForm, free);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, finish);
}

static void
hf_appointment_form_init (HfAppointmentForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->only_me), FALSE);
}

/**
 * hf_appointment_form_set_zone:
 * @self: the form
 * @zone: (nullable): by whose clock the customer is called; %NULL or empty for ours
 *
 * Says where the customer is: a key that names a time means the time there.
 */
void
hf_appointment_form_set_zone (HfAppointmentForm *self, const char *zone)
{
  hf_text_set (&self->zone, zone);
}

/**
 * hf_appointment_form_set_call:
 * @self: the form
 * @store: where appointments are
 * @customer_id: who is called
 * @kind: what about
 *
 * Says for which call a time is sought; the form reads what is known of it.
 */
void
hf_appointment_form_set_call (HfAppointmentForm *self, HfStore *store, gint64 customer_id,
                              HfInterviewKind kind)
{
  gint64 moment = 0;
  hf_appointment_form_read (self, &moment);
  g_set_object (&self->store, store);
  self->query = (HfAppointmentQuery){ customer_id, kind, moment > 0 ? moment : hf_time_now () };
  load (self);
}

/**
 * hf_appointment_form_set_outcome:
 * @self: the form
 * @outcome: how the call ended
 *
 * Says how the call ended: only some outcomes lead to an appointment.
 */
void
hf_appointment_form_set_outcome (HfAppointmentForm *self, const HfOutcome *outcome)
{
  self->outcome = outcome;
  show (self);
}

/**
 * hf_appointment_form_set_moment:
 * @self: the form
 * @moment: when to call again, 0 for never
 *
 * Fills in a time.
 */
void
hf_appointment_form_set_moment (HfAppointmentForm *self, gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  gtk_editable_set_text (self->again, text != NULL ? text : "");
}

/**
 * hf_appointment_form_read:
 * @self: the form
 * @moment: (out): when to call again, 0 where it cannot be read
 *
 * Reads the time.
 *
 * Returns: whether it can be read
 */
gboolean
hf_appointment_form_read (HfAppointmentForm *self, gint64 *moment)
{
  *moment = 0;
  return hf_time_parse_moment (gtk_editable_get_text (self->again), moment);
}

/**
 * hf_appointment_form_get_staff_id:
 * @self: the form
 *
 * Tells who alone keeps the appointment.
 *
 * Returns: a key, 0 for anybody
 */
gint64
hf_appointment_form_get_staff_id (HfAppointmentForm *self)
{
  if (self->context == NULL || !is_appointment (self)
      || gtk_toggle_button_get_active (self->anybody))
    return 0;
  return gtk_toggle_button_get_active (self->only_me)
             ? self->context->staff_id
             : self->context->task->appointment_staff_id;
}

/**
 * hf_appointment_form_get_plan:
 * @self: the form
 * @plan: (out caller-allocates): the plan
 *
 * Tells what follows, as far as it is known here.
 */
void
hf_appointment_form_get_plan (HfAppointmentForm *self, HfCallPlan *plan)
{
  gint64 moment = 0;
  hf_appointment_form_read (self, &moment);
  *plan = (HfCallPlan){ HF_CALL_TASK_WAITING, moment, 0, 0 };
  if (self->context != NULL && moment > 0)
    hf_call_plan_make (plan, self->context->task, &self->context->hours, get_outcome (self),
                       hf_time_now (), moment);
}

static gboolean
choose (GtkToggleButton *keeper)
{
  GtkWidget *widget = GTK_WIDGET (keeper);
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  gtk_toggle_button_set_active (keeper, TRUE);
  return TRUE;
}

/**
 * hf_appointment_form_press:
 * @self: the form
 * @keyval: a key that was pressed where no text is typed
 *
 * Does what a single key stands for.
 *
 * Returns: whether it stands for something here
 */
gboolean
hf_appointment_form_press (HfAppointmentForm *self, guint keyval)
{
  static const guint letters[] = { GDK_KEY_h, GDK_KEY_a, GDK_KEY_t, GDK_KEY_w };
  guint key = gdk_keyval_to_lower (keyval);
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self))
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (key == letters[i])
      {
        call_again (self, (HfCallAgain) i);
        return TRUE;
      }
  if (key == GDK_KEY_f && self->free_at != 0)
    {
      hf_appointment_form_set_moment (self, self->free_at);
      return TRUE;
    }
  return (key == GDK_KEY_m && choose (self->only_me))
         || (key == GDK_KEY_b && choose (self->anybody))
         || (key == GDK_KEY_o && choose (self->only_other));
}
