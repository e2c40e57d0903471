#include "config.h"

#include "hf-recovery-card.h"

#include <glib/gi18n.h>

#include "hf-number-grid.h"
#include "hf-recovery-words.h"
#include "hf-widget.h"

/* Who bought again, by how serious the problem was and by what became of it. */
struct _HfRecoveryCard
{
  GtkWidget parent_instance;

  HfNumberGrid *grid;
  GtkLabel *left_out;
};

G_DEFINE_FINAL_TYPE (HfRecoveryCard, hf_recovery_card, GTK_TYPE_WIDGET)

static void
hf_recovery_card_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_RECOVERY_CARD);
  G_OBJECT_CLASS (hf_recovery_card_parent_class)->dispose (object);
}

static void
hf_recovery_card_class_init (HfRecoveryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_recovery_card_dispose;

  g_type_ensure (HF_TYPE_NUMBER_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-recovery-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HfRecoveryCard, grid);
  gtk_widget_class_bind_template_child (widget_class, HfRecoveryCard, left_out);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_recovery_card_init (HfRecoveryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_recovery_card_set_table:
 * @self: a card
 * @table: what was counted
 *
 * Shows our own repurchase rates, each beside the published one.
 */
void
hf_recovery_card_set_table (HfRecoveryCard *self, const HfRecoveryTable *table)
{
  const char *headings[] = { _ ("Minor problems"), _ ("Major problems"), NULL };
  g_autofree char *left_out = hf_recovery_words_left_out (table);
  hf_number_grid_begin (self->grid, headings);
  for (int state = 0; state < HF_RECOVERY_N_STATES; state++)
    {
      hf_number_grid_add_row (self->grid, hf_choice_label (hf_recovery_states, state), NULL);
      for (int severity = 0; severity < HF_SILENT_N_CLASSES; severity++)
        {
          const HfRecoveryCell *cell = &table->cells[severity][state];
          g_autofree char *rate = hf_recovery_words_rate (cell);
          g_autofree char *of = hf_recovery_words_of (
              cell, hf_diagnosis_recovery_published (severity, state));
          hf_number_grid_add_number (self->grid, rate, of,
                                     !hf_diagnosis_recovery_is_enough (cell));
        }
    }
  gtk_label_set_label (self->left_out, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), *left_out != '\0');
}
