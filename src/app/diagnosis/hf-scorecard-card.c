#include "config.h"

#include "hf-scorecard-card.h"

#include <glib/gi18n.h>

#include "hf-number-grid.h"
#include "hf-score-link.h"
#include "hf-scorecard-window.h"
#include "hf-scorecard-words.h"
#include "hf-store-complaints.h"
#include "hf-widget.h"

/* How the branches handle complaints, side by side. */
struct _HfScorecardCard
{
  GtkWidget parent_instance;

  HfNumberGrid *grid;
  GtkLabel *marks;

  HfStore *store;
  GHashTable *notes; /* what is typed about branches and not kept */
};

G_DEFINE_FINAL_TYPE (HfScorecardCard, hf_scorecard_card, GTK_TYPE_WIDGET)

/* One line: a branch, or all of them. */
typedef struct
{
  HfNumberGrid *grid;
  const HfBranchScore *score;
  gint64 branch_id; /* 0: all */
  const HfPeriod *period;
} Line;

static void
add_link (const Line *line, HfScoreGroup group)
{
  hf_score_link_add (line->grid, group, line->score, line->branch_id, line->period);
}

static void
add_share (const Line *line, HfScoreKind kind)
{
  const HfScoreShare *share = &line->score->shares[kind];
  g_autofree char *number = hf_scorecard_words_share (share);
  g_autofree char *of = hf_scorecard_words_of (share);
  hf_number_grid_add_number (line->grid, number, of, !hf_score_share_is_enough (share));
  add_link (line, hf_score_group_of_kind (kind, TRUE));
}

static void
add_score (const Line *line, const char *name)
{
  const HfBranchScore *score = line->score;
  g_autofree char *complaints = hf_scorecard_words_complaints (score);
  g_autofree char *gap = hf_scorecard_words_gap (&score->gaps);
  g_autofree char *gap_of = hf_scorecard_words_gap_of (&score->gaps);
  hf_number_grid_add_row (line->grid, name, complaints);
  add_link (line, HF_SCORE_GROUP_ANY);
  add_share (line, HF_SCORE_RESOLVED);
  add_share (line, HF_SCORE_SATISFIED);
  hf_number_grid_add_number (line->grid, gap, gap_of, score->gaps.answers < HF_SCORE_ENOUGH);
  add_link (line, HF_SCORE_GROUP_GAP);
  hf_number_grid_add_number (
      line->grid,
      score->branch_id != 0 ? hf_choice_label (hf_judgements, score->proposal) : "–", NULL,
      score->proposal == HF_JUDGEMENT_TOO_FEW || score->branch_id == 0);
}

static void
open_window (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfScorecardCard *self = HF_SCORECARD_CARD (widget);
  if (self->store != NULL)
    hf_scorecard_window_open (widget, self->store, self->notes);
}

static void
hf_scorecard_card_dispose (GObject *object)
{
  g_clear_object (&HF_SCORECARD_CARD (object)->store);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SCORECARD_CARD);
  G_OBJECT_CLASS (hf_scorecard_card_parent_class)->dispose (object);
}

static void
hf_scorecard_card_finalize (GObject *object)
{
  g_hash_table_unref (HF_SCORECARD_CARD (object)->notes);
  G_OBJECT_CLASS (hf_scorecard_card_parent_class)->finalize (object);
}

static void
hf_scorecard_card_class_init (HfScorecardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_scorecard_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_scorecard_card_finalize;

  gtk_widget_class_install_action (widget_class, "scorecard.open", NULL, open_window);
  g_type_ensure (HF_TYPE_NUMBER_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-scorecard-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HfScorecardCard, grid);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardCard, marks);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_scorecard_card_init (HfScorecardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * hf_scorecard_card_set_store:
 * @self: a card
 * @store: where decisions are kept
 *
 * Gives the card its store.
 */
void
hf_scorecard_card_set_store (HfScorecardCard *self, HfStore *store)
{
  if (g_set_object (&self->store, store))
    g_hash_table_remove_all (self->notes);
}

/**
 * hf_scorecard_card_show:
 * @self: a card
 * @card: how the branches stand
 * @period: what it is counted over
 *
 * Shows the branches in their order, and the sum of all where there are several; a card without
 * branches does not show.
 */
void
hf_scorecard_card_show (HfScorecardCard *self, const HfScorecard *card, const HfPeriod *period)
{
  const char *headings[] = { _ ("In time"), _ ("Satisfied"), _ ("Gap"), _ ("Proposal"), NULL };
  g_autofree char *marks = hf_scorecard_words_marks (&card->marks);
  hf_number_grid_begin (self->grid, headings);
  for (guint i = 0; i < card->branches->len; i++)
    {
      const HfBranchScore *score = card->branches->pdata[i];
      const Line line = { self->grid, score,
                          score->branch_id != 0 ? score->branch_id : HF_COMPLAINT_NO_BRANCH,
                          period };
      g_autofree char *name = hf_scorecard_words_name (score);
      add_score (&line, name);
    }
  const Line all = { self->grid, &card->total, 0, period };
  if (card->branches->len > 1)
    add_score (&all, _ ("All branches"));
  gtk_label_set_label (self->marks, marks);
  gtk_widget_set_visible (GTK_WIDGET (self), card->branches->len > 0);
}
