#include "config.h"

#include "hf-complaint-path.h"

#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-deadline-dialog.h"
#include "hf-dialogs.h"
#include "hf-follow-up.h"
#include "hf-store-complaints.h"
#include "hf-text.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* The steps that a complaint goes through, the act that takes it to the next or to another one,
 * and what keeps it from being closed. */
struct _HfComplaintPath
{
  GtkWidget parent_instance;

  GtkFlowBox *path;
  GtkWidget *unrecorded; /* says which steps nobody knows of */
  GtkWidget *next_box;
  GtkWidget *word;  /* keeps that the customer heard of it */
  GtkWidget *again; /* takes a closed one up */
  GtkEntry *note;
  GtkButton *next;
  GtkMenuButton *others;
  GtkWidget *lock;
  GtkWidget *fell_short;
  GtkLabel *missing;

  HfStore *store;
  HfComplaint *complaint; /* NULL before the first look */
  HfClosingLock closing;
  GHashTable *notes; /* of complaints that were looked away from: utf8 by key */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HfComplaintPath, hf_complaint_path, GTK_TYPE_WIDGET)

/* The receipt has its moment in the complaint; of any other step somebody must have said so. */
static gboolean
is_recorded (const HfComplaintCase *shown, HfComplaintStatus step)
{
  gboolean recorded = step == HF_COMPLAINT_RECEIVED;
  for (guint i = 0; !recorded && i < shown->steps->len; i++)
    {
      const HfComplaintStep *taken = shown->steps->pdata[i];
      recorded = g_strcmp0 (taken->step, hf_complaint_statuses[step].name) == 0;
    }
  return recorded;
}

static HfStepPlace
find_place (const HfComplaintCase *shown, HfComplaintStatus step)
{
  HfComplaintStatus status = shown->complaint->status;
  if (step >= status)
    return step == status ? HF_STEP_PRESENT : HF_STEP_AHEAD;
  return is_recorded (shown, step) ? HF_STEP_PASSED : HF_STEP_UNRECORDED;
}

/* Nothing in the flow can be activated, so that the keyboard passes it. */
static void
add_step (HfComplaintPath *self, HfComplaintStatus step, HfStepPlace place)
{
  static const char *const classes[] = {
    [HF_STEP_PASSED] = "passed",
    [HF_STEP_UNRECORDED] = "unrecorded",
    [HF_STEP_PRESENT] = "present",
    [HF_STEP_AHEAD] = "ahead",
  };
  GtkWidget *label = gtk_label_new (hf_choice_label (hf_complaint_statuses, step));
  g_autofree char *words = hf_complaint_step_words (step, place);
  gtk_widget_add_css_class (label, "step");
  gtk_widget_add_css_class (label, classes[place]);
  gtk_widget_set_tooltip_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_flow_box_insert (self->path, label, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (label), FALSE);
}

static void
show_steps (HfComplaintPath *self, const HfComplaintCase *shown)
{
  gboolean all_recorded = TRUE;
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (self->path, 0)) != NULL)
    gtk_flow_box_remove (self->path, GTK_WIDGET (child));
  for (HfComplaintStatus step = 0; step <= HF_COMPLAINT_CLOSED; step++)
    {
      HfStepPlace place = find_place (shown, step);
      add_step (self, step, place);
      all_recorded &= place != HF_STEP_UNRECORDED;
    }
  gtk_widget_set_visible (self->unrecorded, !all_recorded);
}

static gboolean
is_locked (HfComplaintPath *self, HfComplaintStatus step)
{
  return step == HF_COMPLAINT_CLOSED && self->closing != HF_CLOSING_FREE;
}

static void
add_item (GMenu *menu, const char *label, HfComplaintStatus step)
{
  g_autofree char *action = g_strdup_printf ("complaint.go-to::%s",
                                             hf_complaint_statuses[step].name);
  g_menu_append (menu, label, action);
}

/* What may be passed over, going back, and the end without a satisfied customer. */
static void
fill_menu (HfComplaintPath *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();
  HfComplaintStatus status = self->complaint->status;
  for (HfComplaintStatus step = status + 2; step <= HF_COMPLAINT_CLOSED; step++)
    if (!is_locked (self, step))
      add_item (steps, hf_complaint_step_label (step), step);
  if (status >= HF_COMPLAINT_RESPONDED)
    g_menu_append (steps, _ ("_Take Up Again…"), "complaint.take-up");
  g_menu_append (ends, _ ("Do Not Pursue…"), "complaint.give-up");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ends));
  gtk_menu_button_set_menu_model (self->others, G_MENU_MODEL (menu));
}

static void
allow (HfComplaintPath *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->complaint != NULL && self->complaint->status < HF_COMPLAINT_CLOSED
                     && !self->busy;
  gtk_widget_action_set_enabled (widget, "complaint.next-step",
                                 is_open && !is_locked (self, self->complaint->status + 1));
  gtk_widget_action_set_enabled (widget, "complaint.go-to", is_open);
  gtk_widget_action_set_enabled (widget, "complaint.give-up", is_open);
  gtk_widget_action_set_enabled (widget, "complaint.give-word",
                                 is_open && self->complaint->status < HF_COMPLAINT_RESPONDED);
  gtk_widget_action_set_enabled (widget, "complaint.take-up",
                                 self->complaint != NULL && !self->busy
                                     && self->complaint->status >= HF_COMPLAINT_RESPONDED);
}

/* A complaint as it is to be stored. */
typedef struct
{
  HfComplaint *complaint;
  HfComplaintStatus step;
  char *note;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;
  g_object_unref (step->complaint);
  g_free (step->note);
  g_free (step);
}

static gpointer
take_step (HfStoreSession *session, gpointer data, GError **error)
{
  const Step *step = data;
  return hf_store_complaints_move (session, step->complaint, step->step, step->note, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
give_word (HfStoreSession *session, gpointer data, GError **error)
{
  const Step *step = data;
  return hf_store_complaints_give_word (session, step->complaint, step->note, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
give_up (HfStoreSession *session, gpointer data, GError **error)
{
  const Step *step = data;
  return hf_store_complaints_give_up (session, step->complaint, step->note, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
take_up (HfStoreSession *session, gpointer data, GError **error)
{
  const Step *step = data;
  return hf_store_complaints_take_up (session, step->complaint, step->note, error)
             ? HF_STORE_DONE
             : NULL;
}

/* What was typed belongs to the complaint beside which it was typed. */
static void
keep_note (HfComplaintPath *self)
{
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  if (self->complaint != NULL)
    g_hash_table_replace (self->notes, g_memdup2 (&self->complaint->id, sizeof (gint64)),
                          g_strdup (note));
}

static void
restore_note (HfComplaintPath *self, gint64 id)
{
  const char *note = g_hash_table_lookup (self->notes, &id);
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
}

static void
forget_note (HfComplaintPath *self, gint64 id)
{
  g_hash_table_remove (self->notes, &id);
  if (self->complaint != NULL && self->complaint->id == id)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}

/* Whose step is being stored. */
typedef struct
{
  HfComplaintPath *path;
  gint64 complaint_id;
} Writing;

static void
on_written (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (HfComplaintPath) self = writing->path;
  g_autoptr (GError) error = NULL;
  gboolean written = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  self->busy = FALSE;
  allow (self);
  if (written)
    forget_note (self, writing->complaint_id);
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The change was not saved"),
                      hf_store_error_advice (error), error);
}

static void
write_step (HfComplaintPath *self, HfStoreFunc func, HfComplaintStatus status, const char *note)
{
  Step *step = g_new0 (Step, 1);
  Writing *writing = g_new0 (Writing, 1);
  *writing = (Writing){ g_object_ref (self), self->complaint->id };
  step->complaint = g_object_ref (self->complaint);
  step->step = status;
  hf_text_set (&step->note, note);
  self->busy = TRUE;
  allow (self);
  hf_store_run_async (self->store, HF_STORE_WRITE, func, step, step_free, NULL, NULL,
                      on_written, writing);
}

static void
next_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintPath *self = HF_COMPLAINT_PATH (widget);
  write_step (self, take_step, self->complaint->status + 1,
              gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
tell_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintPath *self = HF_COMPLAINT_PATH (widget);
  write_step (self, give_word, self->complaint->status,
              gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
go_to (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintPath *self = HF_COMPLAINT_PATH (widget);
  int step = hf_choice_find_name (hf_complaint_statuses,
                                  g_variant_get_string (parameter, NULL));
  if (step >= 0)
    write_step (self, take_step, step, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
on_reason (HfDeadlineDialog *dialog, HfComplaintPath *self)
{
  write_step (self, give_up, HF_COMPLAINT_CLOSED, hf_deadline_dialog_get_why (dialog));
}

static void
ask_why (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = hf_deadline_dialog_new_give_up (
      GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_reason), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_cause (HfDeadlineDialog *dialog, HfComplaintPath *self)
{
  write_step (self, take_up, HF_COMPLAINT_INVESTIGATING, hf_deadline_dialog_get_why (dialog));
}

static void
ask_cause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = hf_deadline_dialog_new_take_up (
      GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_cause), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A complaint moves by what was written, or by the button: never by one Enter too many. */
static void
on_note_activated (HfComplaintPath *self)
{
  if (hf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->note))))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "complaint.next-step", NULL);
}

static gboolean
hf_complaint_path_grab_focus (GtkWidget *widget)
{
  HfComplaintPath *self = HF_COMPLAINT_PATH (widget);
  return gtk_widget_get_visible (self->next_box)
         && gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
hf_complaint_path_dispose (GObject *object)
{
  HfComplaintPath *self = HF_COMPLAINT_PATH (object);
  g_clear_object (&self->store);
  g_clear_object (&self->complaint);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_PATH);
  G_OBJECT_CLASS (hf_complaint_path_parent_class)->dispose (object);
}

static void
hf_complaint_path_class_init (HfComplaintPathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_path_dispose;
  widget_class->grab_focus = hf_complaint_path_grab_focus;

  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-path.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, path);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, unrecorded);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, next_box);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, word);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, again);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, note);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, next);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, others);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, lock);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, fell_short);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintPath, missing);
  gtk_widget_class_bind_template_callback (widget_class, on_note_activated);
  gtk_widget_class_install_action (widget_class, "complaint.next-step", NULL, next_step);
  gtk_widget_class_install_action (widget_class, "complaint.go-to", "s", go_to);
  gtk_widget_class_install_action (widget_class, "complaint.give-word", NULL, tell_customer);
  gtk_widget_class_install_action (widget_class, "complaint.give-up", NULL, ask_why);
  gtk_widget_class_install_action (widget_class, "complaint.take-up", NULL, ask_cause);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_path_init (HfComplaintPath *self)
{
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  allow (self);
}

/**
 * hf_complaint_path_set_store:
 * @self: a path
 * @store: where complaints are
 *
 * Gives the path its store.
 */
void
hf_complaint_path_set_store (HfComplaintPath *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/* What was found decides, so it is said and locks nothing. */
static gboolean
fell_short (const HfComplaintCase *shown)
{
  for (guint i = shown->follow_ups->len; i > 0; i--)
    {
      const HfFollowUp *follow_up = shown->follow_ups->pdata[i - 1];
      if (follow_up->result != HF_FOLLOW_UP_UNKNOWN)
        return hf_follow_up_fell_short (follow_up);
    }
  return FALSE;
}

/**
 * hf_complaint_path_show:
 * @self: a path
 * @shown: a complaint with what belongs to it
 *
 * Shows where a complaint stands, where it can go, and what is missing to close it.
 */
void
hf_complaint_path_show (HfComplaintPath *self, const HfComplaintCase *shown)
{
  HfComplaintStatus status = shown->complaint->status;
  const char *next = status < HF_COMPLAINT_CLOSED ? hf_complaint_step_label (status + 1) : NULL;
  const char *missing = hf_closing_lock_words (shown->lock);
  if (self->complaint == NULL || self->complaint->id != shown->complaint->id)
    {
      keep_note (self);
      restore_note (self, shown->complaint->id);
    }
  g_set_object (&self->complaint, shown->complaint);
  self->closing = shown->lock;
  show_steps (self, shown);
  fill_menu (self);
  allow (self);
  gtk_widget_set_visible (self->next_box, next != NULL);
  gtk_widget_set_visible (self->word, status < HF_COMPLAINT_RESPONDED);
  gtk_widget_set_visible (self->again, next == NULL);
  gtk_button_set_label (self->next, next != NULL ? next : "");
  gtk_label_set_text (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (self->fell_short,
                          next != NULL && missing == NULL && fell_short (shown));
  gtk_widget_set_visible (self->lock,
                          missing != NULL && next != NULL && status >= HF_COMPLAINT_RESPONDED);
}
