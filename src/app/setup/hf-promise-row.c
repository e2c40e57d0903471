#include "config.h"

#include "hf-promise-row.h"

#include "hf-number-row.h"
#include "hf-promise-name.h"
#include "hf-setup-words.h"

#define HOUR_MINUTES 60

/* A class of promise: shown folded, changed when it is opened. */
struct _HfPromiseRow
{
  AdwExpanderRow parent_instance;

  AdwComboRow *clock;
  GtkStringList *clocks;
  HfNumberRow *respond;
  HfNumberRow *resolve;
  HfNumberRow *update;
  AdwActionRow *source;
  AdwActionRow *about;

  HfPromiseTerm term;
  HfPromiseRule rule;
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfPromiseRow, hf_promise_row, ADW_TYPE_EXPANDER_ROW)

/* Hours that are not whole are rounded up to be shown; they are kept until they are changed. */
static guint
count_units (const HfPromiseRule *rule)
{
  return rule->clock == HF_CLOCK_WORKDAYS ? rule->resolve
                                          : (rule->resolve + HOUR_MINUTES - 1) / HOUR_MINUTES;
}

static void
show (HfPromiseRow *self)
{
  g_autofree char *words = hf_setup_words_rule (&self->rule);
  self->filling = TRUE;
  g_autofree char *name = hf_promise_name_of_rule (self->term, &self->rule);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  adw_combo_row_set_selected (self->clock, self->rule.clock);
  hf_number_row_set_value (self->respond, self->rule.respond);
  hf_number_row_set_value (self->resolve, count_units (&self->rule));
  hf_number_row_set_value (self->update, self->rule.update);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->resolve),
                               hf_setup_words_solution_unit (&self->rule));
  self->filling = FALSE;
}

static void
tell (HfPromiseRow *self)
{
  show (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_clock (HfPromiseRow *self)
{
  if (self->filling)
    return;
  hf_promise_rule_set_clock (&self->rule, adw_combo_row_get_selected (self->clock));
  tell (self);
}

static void
on_respond (HfPromiseRow *self)
{
  if (self->filling)
    return;
  self->rule.respond = hf_number_row_get_value (self->respond);
  tell (self);
}

static void
on_resolve (HfPromiseRow *self)
{
  if (self->filling)
    return;
  guint unit = self->rule.clock == HF_CLOCK_WORKDAYS ? 1 : HOUR_MINUTES;
  self->rule.resolve = hf_number_row_get_value (self->resolve) * unit;
  tell (self);
}

static void
on_update (HfPromiseRow *self)
{
  if (self->filling)
    return;
  self->rule.update = hf_number_row_get_value (self->update);
  tell (self);
}

static void
hf_promise_row_dispose (GObject *object)
{
  HF_PROMISE_ROW (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_PROMISE_ROW);
  G_OBJECT_CLASS (hf_promise_row_parent_class)->dispose (object);
}

static void
hf_promise_row_class_init (HfPromiseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_promise_row_dispose;

  /**
   * HfPromiseRow::edited:
   * @self: a row
   *
   * Somebody changed the class.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-promise-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, clock);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, clocks);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, respond);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, resolve);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, update);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, source);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseRow, about);
  gtk_widget_class_bind_template_callback (widget_class, on_clock);
  gtk_widget_class_bind_template_callback (widget_class, on_respond);
  gtk_widget_class_bind_template_callback (widget_class, on_resolve);
  gtk_widget_class_bind_template_callback (widget_class, on_update);
}

static void
hf_promise_row_init (HfPromiseRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < hf_choice_count (hf_clock_kinds); i++)
    gtk_string_list_append (self->clocks, hf_choice_label (hf_clock_kinds, i));
}

/**
 * hf_promise_row_new:
 * @term: a class that is not "dated"
 *
 * Makes the row of a class, of which it shows no values yet.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_promise_row_new (HfPromiseTerm term)
{
  HfPromiseRow *self = g_object_new (HF_TYPE_PROMISE_ROW, "title",
                                     hf_choice_label (hf_promise_terms, term), NULL);
  self->term = term;
  adw_action_row_set_subtitle (self->about, hf_setup_words_term (term));
  adw_action_row_set_subtitle (self->source, hf_setup_words_rule_source (term));
  return GTK_WIDGET (self);
}

/**
 * hf_promise_row_get_term:
 * @self: a row
 *
 * Tells which class it shows.
 *
 * Returns: the class
 */
HfPromiseTerm
hf_promise_row_get_term (HfPromiseRow *self)
{
  return self->term;
}

/**
 * hf_promise_row_show:
 * @self: a row
 * @rule: what is stored
 *
 * Shows how soon the class is to be kept.
 */
void
hf_promise_row_show (HfPromiseRow *self, const HfPromiseRule *rule)
{
  self->rule = *rule;
  show (self);
}

/**
 * hf_promise_row_get_rule:
 * @self: a row
 *
 * Gives how soon the class is to be kept, with what was changed.
 *
 * Returns: (transfer none): the class
 */
const HfPromiseRule *
hf_promise_row_get_rule (HfPromiseRow *self)
{
  return &self->rule;
}
