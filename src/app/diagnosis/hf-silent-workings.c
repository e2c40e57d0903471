#include "config.h"

#include "hf-silent-workings.h"

#include <glib/gi18n.h>

#include "hf-diagnosis-words.h"
#include "hf-number-words.h"

/* How the silent are estimated: the formula, the numbers in it, where each comes from, and what
 * the firm's own interviews say instead. */
struct _HfSilentWorkings
{
  AdwWindow parent_instance;

  GtkLabel *logged;
  GtkLabel *share;
  GtkLabel *dissatisfied;
  GtkLabel *silent;
  GtkLabel *stay;
  GtkLabel *silent_and_lost;
  AdwPreferencesGroup *own_group;
  GtkLabel *own_share;
  GtkLabel *own_dissatisfied;
  GtkLabel *own_silent;
  GtkWidget *own_rows;
};

G_DEFINE_FINAL_TYPE (HfSilentWorkings, hf_silent_workings, ADW_TYPE_WINDOW)

static void
set_count (GtkLabel *label, double count)
{
  g_autofree char *text = hf_number_words_count (count);
  gtk_label_set_label (label, text);
}

static void
set_percent (GtkLabel *label, double share)
{
  g_autofree char *text = hf_number_words_percent (share);
  gtk_label_set_label (label, text);
}

static void
set_estimate (HfSilentWorkings *self, const HfFigures *figures)
{
  double ratio = figures->silent.ratio;
  g_autofree char *share = hf_number_words_one_in (ratio > 0 ? 1 / ratio : 0);
  set_count (self->logged, figures->complaints.logged);
  gtk_label_set_label (self->share, share);
  set_count (self->dissatisfied, figures->silent.dissatisfied);
  set_count (self->silent, figures->silent.silent);
  set_percent (self->stay, figures->silent.stay_rate);
  set_count (self->silent_and_lost, figures->silent.silent_and_lost);
}

static void
set_own (HfSilentWorkings *self, const HfFigures *figures)
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
hf_silent_workings_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SILENT_WORKINGS);
  G_OBJECT_CLASS (hf_silent_workings_parent_class)->dispose (object);
}

static void
hf_silent_workings_class_init (HfSilentWorkingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_silent_workings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-silent-workings.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, logged);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, share);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, dissatisfied);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, silent);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, stay);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, silent_and_lost);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_group);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_rows);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_share);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_dissatisfied);
  gtk_widget_class_bind_template_child (widget_class, HfSilentWorkings, own_silent);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_silent_workings_init (HfSilentWorkings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_silent_workings_new:
 * @figures: what was counted
 *
 * Makes the window that shows how the silent are estimated.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_silent_workings_new (HfFigures *figures)
{
  HfSilentWorkings *self = g_object_new (HF_TYPE_SILENT_WORKINGS, NULL);
  set_estimate (self, figures);
  set_own (self, figures);
  return GTK_WIDGET (self);
}
