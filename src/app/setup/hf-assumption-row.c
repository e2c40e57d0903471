#include "config.h"

#include "hf-assumption-row.h"

#include <glib/gi18n.h>

#include "hf-assumption-words.h"
#include "hf-setup-entry.h"
#include "hf-text.h"

/* One number that figures rest on: shown folded, changed when it is opened. */
struct _HfAssumptionRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *value_label;
  GtkEditable *value;
  GtkLabel *problem;
  GtkWidget *problem_row;
  GtkEditable *source;
  AdwActionRow *preset;
  GtkWidget *reset;

  HfAssumption *assumption; /* as it is stored */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfAssumptionRow, hf_assumption_row, ADW_TYPE_EXPANDER_ROW)

static void
show_problem (HfAssumptionRow *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_row, problem != NULL);
  hf_setup_entry_mark (self->value, problem != NULL);
}

/* What came with the program stays in the language it came in, however it was shown. */
static void
edit (HfAssumptionRow *self, double value)
{
  const char *source = gtk_editable_get_text (self->source);
  g_autoptr (HfAssumption) edited = hf_assumption_new ();
  edited->key = g_strdup (self->assumption->key);
  edited->revision = self->assumption->revision;
  edited->preset = self->assumption->preset;
  edited->value = value;
  if (g_strcmp0 (source, hf_assumption_words_source (self->assumption)) == 0)
    source = self->assumption->source;
  edited->source = g_strdup (source);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited);
}

static void
on_apply (HfAssumptionRow *self)
{
  const char *problem = NULL;
  double value = 0;
  gboolean right = hf_assumption_words_parse (
      self->assumption->key, gtk_editable_get_text (self->value), &value, &problem);
  show_problem (self, problem);
  if (right)
    edit (self, value);
}

static void
on_typed (HfAssumptionRow *self)
{
  const char *problem = NULL;
  double value = 0;
  if (self->assumption == NULL)
    return;
  hf_assumption_words_parse (self->assumption->key, gtk_editable_get_text (self->value), &value,
                             &problem);
  show_problem (self, problem);
}

static void
on_reset (HfAssumptionRow *self)
{
  g_autofree char *typed = hf_assumption_words_typed (self->assumption->key,
                                                      self->assumption->preset);
  gtk_editable_set_text (self->value, typed);
  edit (self, self->assumption->preset);
}

static void
hf_assumption_row_dispose (GObject *object)
{
  HfAssumptionRow *self = HF_ASSUMPTION_ROW (object);
  g_clear_object (&self->assumption);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_ASSUMPTION_ROW);
  G_OBJECT_CLASS (hf_assumption_row_parent_class)->dispose (object);
}

static void
hf_assumption_row_class_init (HfAssumptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_assumption_row_dispose;

  /**
   * HfAssumptionRow::edited:
   * @self: a row
   * @assumption: with its new value and source
   *
   * Somebody changed it; the row goes on showing what is stored.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         HF_TYPE_ASSUMPTION);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-assumption-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, value);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, problem);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, problem_row);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, source);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, preset);
  gtk_widget_class_bind_template_child (widget_class, HfAssumptionRow, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
hf_assumption_row_init (HfAssumptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_assumption_row_new:
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_assumption_row_new (void)
{
  return g_object_new (HF_TYPE_ASSUMPTION_ROW, NULL);
}

/**
 * hf_assumption_row_show:
 * @self: a row
 * @assumption: what is stored
 *
 * Shows an assumption; what somebody is typing stays.
 */
void
hf_assumption_row_show (HfAssumptionRow *self, HfAssumption *assumption)
{
  g_autofree char *value = hf_assumption_words_value (assumption->key, assumption->value);
  g_autofree char *typed = hf_assumption_words_typed (assumption->key, assumption->value);
  g_autofree char *preset = hf_assumption_words_value (assumption->key, assumption->preset);
  g_set_object (&self->assumption, assumption);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 hf_assumption_words_title (assumption->key));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 hf_assumption_words_effect (assumption->key));
  gtk_label_set_label (self->value_label, value);
  hf_setup_entry_show (self->value, typed);
  hf_setup_entry_show (self->source, hf_assumption_words_source (assumption));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source),
                               hf_assumption_words_source (assumption));
  adw_action_row_set_subtitle (self->preset, preset);
  gtk_widget_set_sensitive (self->reset, assumption->value != assumption->preset);
}
