#include "config.h"

#include "hf-silent-preset-row.h"

#include "hf-silent-words.h"

/* A published share, or our own, with what it would make of our complaints. */
struct _HfSilentPresetRow
{
  AdwActionRow parent_instance;

  GtkWidget *mark;
  GtkLabel *result;

  const HfSilentPreset *preset;
};

G_DEFINE_FINAL_TYPE (HfSilentPresetRow, hf_silent_preset_row, ADW_TYPE_ACTION_ROW)

static void
hf_silent_preset_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SILENT_PRESET_ROW);
  G_OBJECT_CLASS (hf_silent_preset_row_parent_class)->dispose (object);
}

static void
hf_silent_preset_row_class_init (HfSilentPresetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_silent_preset_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-silent-preset-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSilentPresetRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HfSilentPresetRow, result);
}

static void
hf_silent_preset_row_init (HfSilentPresetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_silent_preset_row_new:
 * @preset: what the row offers
 *
 * Makes a row that says nothing of our complaints yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_silent_preset_row_new (const HfSilentPreset *preset)
{
  HfSilentPresetRow *self = g_object_new (HF_TYPE_SILENT_PRESET_ROW, NULL);
  self->preset = preset;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 hf_silent_words_preset (preset->name));
  return GTK_WIDGET (self);
}

/**
 * hf_silent_preset_row_get_preset:
 * @self: a row
 *
 * Tells what the row offers.
 *
 * Returns: (transfer none): the preset
 */
const HfSilentPreset *
hf_silent_preset_row_get_preset (HfSilentPresetRow *self)
{
  return self->preset;
}

/**
 * hf_silent_preset_row_show:
 * @self: a row
 * @figures: an estimate
 *
 * Shows what the preset would make of our complaints, and whether it is the one in use.
 */
void
hf_silent_preset_row_show (HfSilentPresetRow *self, const HfSilentFigures *figures)
{
  g_autofree char *rests_on = hf_silent_words_rests_on (self->preset, &figures->own);
  g_autofree char *result = hf_silent_words_result (self->preset, figures);
  g_autofree char *spoken = hf_silent_words_row (self->preset, figures);
  gboolean used = g_strcmp0 (figures->preset, self->preset->name) == 0;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), rests_on);
  gtk_label_set_label (self->result, result);
  gtk_widget_set_opacity (self->mark, used ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            hf_silent_preset_is_ready (self->preset, &figures->own));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rests_on, -1);
}
