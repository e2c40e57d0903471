#include "config.h"

#include "hf-ladder-row.h"

#include <glib/gi18n.h>

#include "hf-ladder-words.h"
#include "hf-number-row.h"
#include "hf-staff.h"
#include "hf-text.h"

/* A step of the escalation ladder: shown folded, changed when it is opened. */
struct _HfLadderRow
{
  AdwExpanderRow parent_instance;

  GtkEditable *name;
  AdwComboRow *clock;
  GtkStringList *clocks;
  AdwComboRow *when;
  GtkStringList *whens;
  HfNumberRow *amount;
  GtkFlowBox *told;
  AdwComboRow *member;
  GtkStringList *members;
  GtkFlowBox *classes;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;

  GtkCheckButton *roles[HF_ESCALATION_N_ROLES];
  GtkCheckButton *terms[HF_ESCALATION_N_CLASSES];

  HfEscalationStep *step;
  guint place;
  GArray *staff_ids; /* (element-type gint64): of the members offered, after nobody */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfLadderRow, hf_ladder_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_member (HfLadderRow *self)
{
  guint selected = adw_combo_row_get_selected (self->member);
  return selected > 0 ? gtk_string_list_get_string (self->members, selected) : NULL;
}

static void
show_summary (HfLadderRow *self)
{
  g_autofree char *title = hf_ladder_words_title (self->step, self->place);
  g_autofree char *words = hf_ladder_words_summary (self->step, get_member (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->amount),
                               hf_ladder_words_unit (self->step->when));
}

static guint
read_set (GtkCheckButton *const *buttons, guint n_buttons)
{
  guint set = 0;
  for (guint i = 0; i < n_buttons; i++)
    if (gtk_check_button_get_active (buttons[i]))
      set |= 1u << i;
  return set;
}

static void
on_edited (HfLadderRow *self)
{
  HfEscalationStep *step = self->step;
  if (self->filling)
    return;
  const char *typed = gtk_editable_get_text (self->name);
  const char *usual = hf_escalation_name (step->code, NULL);
  hf_text_set (&step->name, g_strcmp0 (typed, usual) != 0 ? typed : NULL);
  step->clock = adw_combo_row_get_selected (self->clock);
  step->when = adw_combo_row_get_selected (self->when);
  step->amount = hf_number_row_get_value (self->amount);
  step->tells = read_set (self->roles, G_N_ELEMENTS (self->roles));
  step->classes = read_set (self->terms, G_N_ELEMENTS (self->terms));
  guint member = adw_combo_row_get_selected (self->member);
  step->staff_id = member > 0 && member <= self->staff_ids->len
                       ? g_array_index (self->staff_ids, gint64, member - 1)
                       : 0;
  show_summary (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Nothing but the buttons in a flow takes the keyboard. */
static GtkCheckButton *
add_check (HfLadderRow *self, GtkFlowBox *flow, const char *label, gboolean active)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_edited), self);
  gtk_flow_box_insert (flow, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  return GTK_CHECK_BUTTON (button);
}

static void
fill_choices (GtkStringList *list, const HfChoice *choices)
{
  for (guint i = 0; i < hf_choice_count (choices); i++)
    gtk_string_list_append (list, hf_choice_label (choices, i));
}

/* Whoever has left stays where they were chosen. */
static void
fill_members (HfLadderRow *self, const GPtrArray *staff)
{
  guint selected = 0;
  for (guint i = 0; i < staff->len; i++)
    {
      const HfStaff *member = staff->pdata[i];
      if (!member->active && member->id != self->step->staff_id)
        continue;
      gtk_string_list_append (self->members, member->name);
      g_array_append_val (self->staff_ids, member->id);
      if (member->id == self->step->staff_id)
        selected = self->staff_ids->len;
    }
  adw_combo_row_set_selected (self->member, selected);
}

static void
fill (HfLadderRow *self, const GPtrArray *staff)
{
  const HfEscalationStep *step = self->step;
  gtk_editable_set_text (self->name, hf_escalation_step_name (step));
  adw_combo_row_set_selected (self->clock, step->clock);
  adw_combo_row_set_selected (self->when, step->when);
  hf_number_row_set_value (self->amount, step->amount);
  for (guint i = 0; i < G_N_ELEMENTS (self->roles); i++)
    self->roles[i] = add_check (self, self->told, hf_choice_label (hf_escalation_roles, i),
                                (step->tells & (1u << i)) != 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->terms); i++)
    self->terms[i] = add_check (self, self->classes, hf_choice_label (hf_promise_terms, i),
                                (step->classes & (1u << i)) != 0);
  fill_members (self, staff);
}

static void
hf_ladder_row_dispose (GObject *object)
{
  HF_LADDER_ROW (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_LADDER_ROW);
  G_OBJECT_CLASS (hf_ladder_row_parent_class)->dispose (object);
}

static void
hf_ladder_row_finalize (GObject *object)
{
  HfLadderRow *self = HF_LADDER_ROW (object);
  g_clear_pointer (&self->step, hf_escalation_step_free);
  g_array_unref (self->staff_ids);
  G_OBJECT_CLASS (hf_ladder_row_parent_class)->finalize (object);
}

static void
hf_ladder_row_class_init (HfLadderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_ladder_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_ladder_row_finalize;

  /**
   * HfLadderRow::edited:
   * @self: a row
   *
   * Somebody changed the step.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-ladder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, name);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, clock);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, clocks);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, when);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, whens);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, amount);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, told);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, member);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, members);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, classes);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, up);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, down);
  gtk_widget_class_bind_template_child (widget_class, HfLadderRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
hf_ladder_row_init (HfLadderRow *self)
{
  self->filling = TRUE;
  self->staff_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self->clocks, hf_escalation_clocks);
  fill_choices (self->whens, hf_escalation_whens);
}

static void
aim (GtkWidget *button, const char *action, guint place)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/**
 * hf_ladder_row_new:
 * @step: a step
 * @place: where it stands, from 0
 * @n_steps: how many there are
 * @staff: (element-type HfStaff): who can be told
 *
 * Makes the row of a step. Its buttons activate "section.move-up", "section.move-down" and
 * "section.remove-step" with its place.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_ladder_row_new (const HfEscalationStep *step, guint place, guint n_steps,
                   const GPtrArray *staff)
{
  HfLadderRow *self = g_object_new (HF_TYPE_LADDER_ROW, NULL);
  self->step = hf_escalation_step_copy (step);
  self->place = place;
  fill (self, staff);
  aim (self->up, "section.move-up", place);
  aim (self->down, "section.move-down", place);
  aim (self->remove, "section.remove-step", place);
  gtk_widget_set_sensitive (self->up, place > 0);
  gtk_widget_set_sensitive (self->down, place + 1 < n_steps);
  show_summary (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

/**
 * hf_ladder_row_get_step:
 * @self: a row
 *
 * Gives the step, with what was changed.
 *
 * Returns: (transfer none): the step
 */
const HfEscalationStep *
hf_ladder_row_get_step (HfLadderRow *self)
{
  return self->step;
}
