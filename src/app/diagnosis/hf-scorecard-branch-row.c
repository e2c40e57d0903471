#include "config.h"

#include "hf-scorecard-branch-row.h"

#include <glib/gi18n.h>

#include "hf-number-grid.h"
#include "hf-number-words.h"
#include "hf-score-link.h"
#include "hf-scorecard-words.h"
#include "hf-store-complaints.h"
#include "hf-text.h"

/* One branch: shown folded, with every number and the manager's decision when it is opened. */
struct _HfScorecardBranchRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *verdict;
  HfNumberGrid *grid;
  AdwComboRow *decision;
  GtkStringList *decisions;
  GtkEditable *note;
  AdwActionRow *keep;
  AdwActionRow *kept;

  gint64 branch_id;
  HfJudgement proposal;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfScorecardBranchRow, hf_scorecard_branch_row, ADW_TYPE_EXPANDER_ROW)

/* The numbers of one branch, counted over a period. */
typedef struct
{
  HfNumberGrid *grid;
  const HfBranchScore *score;
  const HfPeriod *period;
} Numbers;

static void
add_count (const Numbers *numbers, guint count)
{
  g_autofree char *number = hf_number_words_count (count);
  hf_number_grid_add_number (numbers->grid, number, NULL, FALSE);
}

static void
add_group_count (const Numbers *numbers, HfScoreGroup group)
{
  const HfBranchScore *score = numbers->score;
  add_count (numbers, hf_score_group_count (group, score));
  hf_score_link_add (numbers->grid, group, score,
                     score->branch_id != 0 ? score->branch_id : HF_COMPLAINT_NO_BRANCH,
                     numbers->period);
}

static void
add_group (const Numbers *numbers, const char *name, HfScoreGroup group)
{
  hf_number_grid_add_row (numbers->grid, name, NULL);
  add_group_count (numbers, group);
}

static void
add_share (const Numbers *numbers, HfScoreKind kind)
{
  const HfScoreShare *share = &numbers->score->shares[kind];
  gboolean of_complaints = kind != HF_SCORE_PROMISES;
  g_autofree char *number = hf_scorecard_words_share (share);
  g_autofree char *of = hf_scorecard_words_of (share);
  g_autofree char *interval = hf_scorecard_words_interval (share);
  hf_number_grid_add_row (numbers->grid, hf_choice_label (hf_score_kinds, kind), of);
  for (int met = TRUE; met >= FALSE; met--)
    if (of_complaints)
      add_group_count (numbers, hf_score_group_of_kind (kind, met));
    else
      add_count (numbers, met ? share->met : share->of - share->met);
  hf_number_grid_add_number (numbers->grid, number, share->of > 0 ? interval : NULL,
                             !hf_score_share_is_enough (share));
}

static void
add_gap (const Numbers *numbers)
{
  const HfSatisfactionGaps *gaps = &numbers->score->gaps;
  g_autofree char *mean = hf_scorecard_words_gap (gaps);
  g_autofree char *of = hf_scorecard_words_gap_of (gaps);
  hf_number_grid_add_row (numbers->grid, _ ("Perceived less expected"), of);
  add_group_count (numbers, HF_SCORE_GROUP_GAP);
  hf_number_grid_add_number (numbers->grid, "–", NULL, TRUE);
  hf_number_grid_add_number (numbers->grid, mean, NULL, gaps->answers < HF_SCORE_ENOUGH);
}

static void
add_gap_kind (const Numbers *numbers, HfGapKind kind)
{
  const HfSatisfactionGaps *gaps = &numbers->score->gaps;
  HfScoreGroup group = HF_SCORE_GROUP_GAP_WORSE + kind;
  g_autofree char *share = hf_number_words_percent (hf_satisfaction_gaps_share (gaps, kind));
  add_group (numbers, hf_choice_label (hf_score_groups, group), group);
  hf_number_grid_add_number (numbers->grid, "–", NULL, TRUE);
  hf_number_grid_add_number (numbers->grid, gaps->answers > 0 ? share : "–", NULL,
                             gaps->answers < HF_SCORE_ENOUGH);
}

static void
show_numbers (HfScorecardBranchRow *self, const HfBranchScore *score, const HfPeriod *period)
{
  const Numbers numbers = { self->grid, score, period };
  const char *headings[] = { _ ("How many"), _ ("Not so"), _ ("Share or mean"), NULL };
  hf_number_grid_begin (self->grid, headings);
  add_group (&numbers, _ ("Complaints"), HF_SCORE_GROUP_ANY);
  for (int kind = 0; kind < HF_SCORE_N_KINDS; kind++)
    add_share (&numbers, kind);
  add_gap (&numbers);
  for (int kind = 0; kind < HF_GAP_N_KINDS; kind++)
    add_gap_kind (&numbers, kind);
  add_group (&numbers, _ ("Taken up again"), HF_SCORE_GROUP_AGAIN);
  add_group (&numbers, _ ("Not pursued"), HF_SCORE_GROUP_NOT_PURSUED);
}

static void
set_muted (HfScorecardBranchRow *self, gboolean muted)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), muted ? "heading" : "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), muted ? "dim-label" : "heading");
}

/* The newest is the one that holds. */
static void
show_decisions (HfScorecardBranchRow *self, const HfBranchScore *score,
                const GPtrArray *decisions)
{
  g_autoptr (GString) history = g_string_new (NULL);
  g_autofree char *verdict = hf_scorecard_words_proposal (score);
  for (guint i = 0; i < decisions->len; i++)
    {
      const HfBranchDecision *made = decisions->pdata[i];
      if (made->branch_id != score->branch_id)
        continue;
      g_autofree char *words = hf_scorecard_words_decision (made);
      if (history->len == 0)
        {
          g_free (verdict);
          /* Translators: such as "Reward" or "Talk". */
          verdict = g_strdup_printf (_ ("Decided: %s"),
                                     hf_choice_label (hf_judgements, made->decision));
        }
      g_string_append_printf (history, "%s%s", history->len > 0 ? "\n" : "", words);
    }
  gtk_label_set_label (self->verdict, verdict);
  set_muted (self, history->len == 0 && score->proposal == HF_JUDGEMENT_TOO_FEW);
  adw_action_row_set_subtitle (self->kept, history->str);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), history->len > 0);
}

static void
on_keep (HfScorecardBranchRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
hf_scorecard_branch_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SCORECARD_BRANCH_ROW);
  G_OBJECT_CLASS (hf_scorecard_branch_row_parent_class)->dispose (object);
}

static void
hf_scorecard_branch_row_class_init (HfScorecardBranchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_scorecard_branch_row_dispose;

  /**
   * HfScorecardBranchRow::decided:
   * @self: a row
   *
   * A manager has decided; hf_scorecard_branch_row_make_decision() says what.
   */
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  g_type_ensure (HF_TYPE_NUMBER_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/diagnosis/hf-scorecard-branch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, grid);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, decision);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, decisions);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, note);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, keep);
  gtk_widget_class_bind_template_child (widget_class, HfScorecardBranchRow, kept);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
hf_scorecard_branch_row_init (HfScorecardBranchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = HF_JUDGEMENT_NONE; hf_judgements[i].name != NULL; i++)
    gtk_string_list_append (self->decisions, hf_choice_label (hf_judgements, i));
}

/**
 * hf_scorecard_branch_row_new:
 *
 * Makes a row that shows no branch yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_scorecard_branch_row_new (void)
{
  return g_object_new (HF_TYPE_SCORECARD_BRANCH_ROW, NULL);
}

/**
 * hf_scorecard_branch_row_show:
 * @self: a row
 * @score: a branch
 * @decisions: (element-type HfBranchDecision): of all branches, the newest first
 * @period: what it is counted over
 *
 * Shows a branch. What is being typed stays while it is the same one; a new one begins with
 * what is proposed.
 */
void
hf_scorecard_branch_row_show (HfScorecardBranchRow *self, const HfBranchScore *score,
                              const GPtrArray *decisions, const HfPeriod *period)
{
  g_autofree char *name = hf_scorecard_words_name (score);
  g_autofree char *summary = hf_scorecard_words_summary (score);
  gboolean is_branch = score->branch_id != 0;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  show_numbers (self, score, period);
  show_decisions (self, score, decisions);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), is_branch);
  gtk_widget_set_visible (GTK_WIDGET (self->note), is_branch);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), is_branch);
  if (self->branch_id != score->branch_id)
    adw_combo_row_set_selected (self->decision,
                                MAX (score->proposal, HF_JUDGEMENT_NONE) - HF_JUDGEMENT_NONE);
  self->branch_id = score->branch_id;
  self->proposal = score->proposal;
}

/**
 * hf_scorecard_branch_row_get_branch_id:
 * @self: a row
 *
 * Tells which branch it shows.
 *
 * Returns: its key, 0 for what belongs to none
 */
gint64
hf_scorecard_branch_row_get_branch_id (HfScorecardBranchRow *self)
{
  return self->branch_id;
}

/**
 * hf_scorecard_branch_row_make_decision:
 * @self: a row
 * @period: the month or quarter that it shows
 *
 * Makes a record of what is chosen and typed.
 *
 * Returns: (transfer full): the decision
 */
HfBranchDecision *
hf_scorecard_branch_row_make_decision (HfScorecardBranchRow *self, const char *period)
{
  HfBranchDecision *made = hf_branch_decision_new ();
  made->branch_id = self->branch_id;
  made->period = g_strdup (period);
  made->decision = HF_JUDGEMENT_NONE + adw_combo_row_get_selected (self->decision);
  made->proposal = self->proposal;
  hf_text_set (&made->note, gtk_editable_get_text (self->note));
  return made;
}

/**
 * hf_scorecard_branch_row_get_note:
 * @self: a row
 *
 * Tells what is typed as a note and not kept yet.
 *
 * Returns: (transfer none): the note, perhaps empty
 */
const char *
hf_scorecard_branch_row_get_note (HfScorecardBranchRow *self)
{
  return gtk_editable_get_text (self->note);
}

/**
 * hf_scorecard_branch_row_set_note:
 * @self: a row
 * @note: a text, perhaps empty
 *
 * Shows a note that is not kept yet.
 */
void
hf_scorecard_branch_row_set_note (HfScorecardBranchRow *self, const char *note)
{
  gtk_editable_set_text (self->note, note);
}
