#include "config.h"

#include "hf-silent-workings.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-diagnosis-words.h"
#include "hf-number-grid.h"
#include "hf-number-words.h"
#include "hf-silent-preset-row.h"
#include "hf-silent-words.h"
#include "hf-source-conflict.h"
#include "hf-store-act.h"
#include "hf-store-figures.h"
#include "hf-store-silent.h"

/* What changes the estimate: complaints, interviews, and what is assumed. */
#define TOPICS (HF_STORE_COMPLAINTS | HF_STORE_INTERVIEWS | HF_STORE_SETTINGS)

/* How the silent are estimated: the formula by class of problem, the shares that it can rest
 * on, what the firm's own interviews say instead, and where the sources disagree. */
struct _HfSilentWorkings
{
  AdwWindow parent_instance;

  HfNumberGrid *grid;
  GtkWidget *unplaced;
  GtkLabel *range;
  GtkLabel *reach;
  AdwPreferencesGroup *preset_group;
  AdwPreferencesGroup *own_group;
  GtkLabel *own_share;
  GtkLabel *own_dissatisfied;
  GtkLabel *own_silent;
  GtkWidget *own_rows;
  AdwPreferencesGroup *conflict_group;

  HfStore *store;
  HfFigures *figures;
  GPtrArray *presets;        /* (element-type HfSilentPresetRow), borrowed */
  GCancellable *cancellable; /* of what is being counted again */
};

G_DEFINE_FINAL_TYPE (HfSilentWorkings, hf_silent_workings, ADW_TYPE_WINDOW)

/* The column of all, after the parts. */
#define ALL HF_SILENT_N_PARTS

typedef char *(*Format) (const HfSilentFigures *figures, int part);

static double
pick (const HfSilentFigures *figures, int part, gsize of_class, gsize of_all)
{
  return part < ALL ? G_STRUCT_MEMBER (double, &figures->classes[part], of_class)
                    : G_STRUCT_MEMBER (double, figures, of_all);
}

/* A number of a part of the problems, or of all. */
#define PICK(figures, part, member)                                                            \
  pick (figures, part, G_STRUCT_OFFSET (HfSilentClass, member),                                \
        G_STRUCT_OFFSET (HfSilentFigures, member))

static char *
format_logged (const HfSilentFigures *figures, int part)
{
  guint logged = 0;
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    if (part == i || part == ALL)
      logged += figures->classes[i].logged;
  return hf_number_words_count (logged);
}

static char *
format_share (const HfSilentFigures *figures, int part)
{
  double ratio = PICK (figures, part, ratio);
  return hf_number_words_one_in (ratio > 0 ? 1 / ratio : 0);
}

static char *
format_dissatisfied (const HfSilentFigures *figures, int part)
{
  return hf_number_words_count (PICK (figures, part, dissatisfied));
}

static char *
format_silent (const HfSilentFigures *figures, int part)
{
  return hf_number_words_count (PICK (figures, part, silent));
}

static char *
format_stay_rate (const HfSilentFigures *figures, int part)
{
  return hf_number_words_percent (PICK (figures, part, stay_rate));
}

static char *
format_silent_and_lost (const HfSilentFigures *figures, int part)
{
  return hf_number_words_count (PICK (figures, part, silent_and_lost));
}

static const struct
{
  const char *name;
  const char *formula;
  Format format;
} steps[] = {
  { N_ ("Complaints logged (C)"), N_ ("In the period, from the register"), format_logged },
  { N_ ("Share who complain (p)"), N_ ("Assumed; chosen below"), format_share },
  { N_ ("Dissatisfied customers (D)"), N_ ("D = C / p"), format_dissatisfied },
  { N_ ("Silent"), N_ ("D − C"), format_silent },
  { N_ ("Of the silent, the share that stays"),
    N_ ("An assumption; Setup holds it with its source"), format_stay_rate },
  { N_ ("Silent and lost"), N_ ("Silent × (1 − share that stays)"), format_silent_and_lost },
};

/* What is in no class has a column only where there is any. */
static guint
list_parts (const HfSilentFigures *figures, int *parts)
{
  guint n_parts = 0;
  for (int part = 0; part <= ALL; part++)
    if (part != HF_SILENT_UNPLACED || figures->classes[part].logged > 0)
      parts[n_parts++] = part;
  return n_parts;
}

static void
show_estimate (HfSilentWorkings *self, const HfSilentFigures *figures)
{
  const char *headings[ALL + 2] = { NULL };
  int parts[ALL + 1];
  guint n_parts = list_parts (figures, parts);
  g_autofree char *range = hf_silent_words_range (figures);
  g_autofree char *reach = hf_silent_words_reach (figures);
  for (guint i = 0; i < n_parts; i++)
    headings[i] = parts[i] == ALL ? _ ("All")
                                  : hf_choice_label (hf_complaint_severities, parts[i]);
  hf_number_grid_begin (self->grid, headings);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      hf_number_grid_add_row (self->grid, _ (steps[i].name), _ (steps[i].formula));
      for (guint j = 0; j < n_parts; j++)
        {
          g_autofree char *number = steps[i].format (figures, parts[j]);
          hf_number_grid_add_number (self->grid, number, NULL, FALSE);
        }
    }
  gtk_widget_set_visible (self->unplaced, n_parts == G_N_ELEMENTS (parts));
  gtk_label_set_label (self->range, range);
  gtk_widget_set_visible (GTK_WIDGET (self->range), *range != '\0');
  gtk_label_set_label (self->reach, reach);
}

static void
show_own (HfSilentWorkings *self, const HfFigures *figures)
{
  const HfOwnShare *own = &figures->silent.own;
  guint logged = figures->complaints.logged;
  g_autofree char *found = hf_diagnosis_words_own (own);
  g_autofree char *dissatisfied = hf_diagnosis_words_range (logged, own, FALSE);
  g_autofree char *silent = hf_diagnosis_words_range (logged, own, TRUE);
  g_autofree char *share = hf_number_words_one_in (own->share);
  adw_preferences_group_set_description (self->own_group, found);
  gtk_widget_set_visible (self->own_rows, own->interviewed > 0);
  gtk_label_set_label (self->own_share, share);
  gtk_label_set_label (self->own_dissatisfied, dissatisfied);
  gtk_label_set_label (self->own_silent, silent);
}

static void
show_figures (HfSilentWorkings *self, HfFigures *figures)
{
  g_set_object (&self->figures, figures);
  show_estimate (self, &figures->silent);
  show_own (self, figures);
  for (guint i = 0; i < self->presets->len; i++)
    hf_silent_preset_row_show (self->presets->pdata[i], &figures->silent);
}

static gpointer
count_again (HfStoreSession *session, gpointer shown, GError **error)
{
  const HfFigures *figures = shown;
  return hf_store_figures_compute (session, figures->period, figures->branch, error);
}

/* Where it cannot be counted, the figures stay that were there before. */
static void
on_counted (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSilentWorkings) self = data;
  g_autoptr (HfFigures) figures = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (figures != NULL && self->store != NULL)
    show_figures (self, figures);
}

static void
on_changed (HfStore *store, guint topics, HfSilentWorkings *self)
{
  if ((topics & TOPICS) == 0)
    return;
  hf_store_read_newest (store, &self->cancellable, count_again, g_object_ref (self->figures),
                        g_object_unref, g_object_unref, on_counted, g_object_ref (self));
}

static void
on_preset (HfSilentWorkings *self, HfSilentPresetRow *row)
{
  const HfSilentPreset *preset = hf_silent_preset_row_get_preset (row);
  const HfSilentFigures *figures = &self->figures->silent;
  if (g_strcmp0 (preset->name, figures->preset) == 0
      || !hf_silent_preset_is_ready (preset, &figures->own))
    return;
  g_autofree char *words = hf_silent_words_chosen (preset);
  hf_store_act_run (GTK_WIDGET (self->preset_group), self->store, hf_store_silent_choose,
                    hf_store_silent_take_back, hf_silent_choice_new (preset, &figures->own),
                    (GDestroyNotify) hf_silent_choice_free, words);
}

static void
add_presets (HfSilentWorkings *self)
{
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    {
      GtkWidget *row = hf_silent_preset_row_new (preset);
      g_signal_connect_swapped (row, "activated", G_CALLBACK (on_preset), self);
      adw_preferences_group_add (self->preset_group, row);
      g_ptr_array_add (self->presets, row);
    }
}

static GtkWidget *
make_text_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, HF_SILENT_CONTEXT, text);
}

static void
add_conflict (HfSilentWorkings *self, const HfSourceConflict *conflict)
{
  GtkWidget *row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), translate (conflict->topic));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), translate (conflict->remark));
  for (guint i = 0; i < hf_source_conflict_count_claims (conflict); i++)
    {
      const HfSourceClaim *claim = &conflict->claims[i];
      adw_expander_row_add_row (
          ADW_EXPANDER_ROW (row),
          make_text_row (translate (claim->says), translate (claim->source)));
    }
  adw_preferences_group_add (self->conflict_group, row);
}

static void
hf_silent_workings_dispose (GObject *object)
{
  HfSilentWorkings *self = HF_SILENT_WORKINGS (object);
  hf_store_stop_reading (&self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SILENT_WORKINGS);
  G_OBJECT_CLASS (hf_silent_workings_parent_class)->dispose (object);
}

static void
hf_silent_workings_class_init (HfSilentWorkingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_silent_workings_dispose;

  g_type_ensure (HF_TYPE_NUMBER_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-silent-workings.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, grid);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, unplaced);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, range);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, reach);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, preset_group);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_group);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_rows);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_share);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_dissatisfied);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_silent);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, conflict_group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_silent_workings_init (HfSilentWorkings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->presets = g_ptr_array_new ();
  add_presets (self);
  for (const HfSourceConflict *conflict = hf_source_conflicts; conflict->name != NULL;
       conflict++)
    add_conflict (self, conflict);
}

/**
 * hf_silent_workings_new:
 * @store: where another share is assumed
 * @figures: what was counted
 *
 * Makes the window that shows how the silent are estimated, and where another share is chosen.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_silent_workings_new (HfStore *store, HfFigures *figures)
{
  HfSilentWorkings *self = g_object_new (HF_TYPE_SILENT_WORKINGS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, 0);
  show_figures (self, figures);
  return GTK_WIDGET (self);
}

/**
 * hf_silent_workings_open:
 * @widget: a widget of the window before which it opens
 * @store: where another share is assumed
 * @figures: what was counted
 *
 * Shows how the silent are estimated.
 */
void
hf_silent_workings_open (GtkWidget *widget, HfStore *store, HfFigures *figures)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *workings = hf_silent_workings_new (store, figures);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (workings), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (workings));
}
