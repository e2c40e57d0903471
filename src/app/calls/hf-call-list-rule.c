#include "config.h"

#include "hf-call-list-rule.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-branch.h"
#include "hf-customer.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-number-row.h"
#include "hf-setup-entry.h"
#include "hf-text.h"

#define DAYS_A_WEEK 7

/* Whom a new call list shall pick. */
struct _HfCallListRule
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *status;
  AdwComboRow *grade;
  AdwComboRow *branch;
  AdwComboRow *tag;
  GtkEditable *least_value;
  HfNumberRow *lost_from;
  HfNumberRow *lost_to;
  HfNumberRow *low_scores;
  HfNumberRow *low_below;
  HfNumberRow *not_called;
  HfNumberRow *answered;

  GPtrArray *branches; /* (element-type HfBranch) */
  GPtrArray *tags;     /* (element-type utf8) */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCallListRule, hf_call_list_rule, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
read_least_value (HfCallListRule *self, gint64 *value)
{
  g_autofree char *typed = hf_text_trim (gtk_editable_get_text (self->least_value));
  *value = 0;
  return typed == NULL || (hf_amount_parse (typed, value) && *value >= 0);
}

static void
on_changed (HfCallListRule *self)
{
  gint64 value;
  hf_setup_entry_mark (self->least_value, !read_least_value (self, &value));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The first item is everybody. */
static void
set_choices (AdwComboRow *row, const char *all, const HfChoice *choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  gtk_string_list_append (model, all);
  for (guint i = 0; i < hf_choice_count (choices); i++)
    gtk_string_list_append (model, hf_choice_label (choices, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static void
select_choice (AdwComboRow *row, const HfChoice *choices, const char *name)
{
  int found = name != NULL ? hf_choice_find_name (choices, name) : -1;
  adw_combo_row_set_selected (row, found + 1);
}

static char *
dup_choice (AdwComboRow *row, const HfChoice *choices)
{
  guint selected = adw_combo_row_get_selected (row);
  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? NULL
             : g_strdup (choices[selected - 1].name);
}

static void
hf_call_list_rule_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_LIST_RULE);
  G_OBJECT_CLASS (hf_call_list_rule_parent_class)->dispose (object);
}

static void
hf_call_list_rule_finalize (GObject *object)
{
  HfCallListRule *self = HF_CALL_LIST_RULE (object);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_call_list_rule_parent_class)->finalize (object);
}

static void
hf_call_list_rule_class_init (HfCallListRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_call_list_rule_dispose;
  object_class->finalize = hf_call_list_rule_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HF_TYPE_CALL_LIST_RULE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-rule.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, status);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, grade);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, branch);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, tag);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, least_value);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, lost_from);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, lost_to);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, low_scores);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, low_below);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, not_called);
  gtk_widget_class_bind_template_child (widget_class, HfCallListRule, answered);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
hf_call_list_rule_init (HfCallListRule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->status, _ ("Any status"), hf_customer_statuses);
  set_choices (self->grade, _ ("Any class"), hf_loyalty_classes);
  hf_call_list_rule_offer (self, NULL, NULL);
}

/**
 * hf_call_list_rule_offer:
 * @self: a form
 * @branches: (nullable) (element-type HfBranch): the branches
 * @tags: (nullable) (element-type utf8): the tags that customers have
 *
 * Sets what can be chosen; what was chosen is not, any more.
 */
void
hf_call_list_rule_offer (HfCallListRule *self, GPtrArray *branches, GPtrArray *tags)
{
  g_autoptr (GtkStringList) branch_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) tag_names = gtk_string_list_new (NULL);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  self->branches = branches != NULL ? g_ptr_array_ref (branches) : g_ptr_array_new ();
  self->tags = tags != NULL ? g_ptr_array_ref (tags) : g_ptr_array_new ();
  gtk_string_list_append (branch_names, _ ("All branches"));
  gtk_string_list_append (tag_names, _ ("Any tags"));
  for (guint i = 0; i < self->branches->len; i++)
    gtk_string_list_append (branch_names, ((HfBranch *) self->branches->pdata[i])->name);
  for (guint i = 0; i < self->tags->len; i++)
    gtk_string_list_append (tag_names, self->tags->pdata[i]);
  adw_combo_row_set_model (self->branch, G_LIST_MODEL (branch_names));
  adw_combo_row_set_model (self->tag, G_LIST_MODEL (tag_names));
  gtk_widget_set_visible (GTK_WIDGET (self->branch), self->branches->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), self->tags->len > 0);
}

/**
 * hf_call_list_rule_show:
 * @self: a form
 * @rule: a rule, of no certain branch or tag
 *
 * Shows a rule, to be changed.
 */
void
hf_call_list_rule_show (HfCallListRule *self, const HfCampaignRule *rule)
{
  g_autofree char *least = rule->least_value != 0 ? hf_amount_format (rule->least_value) : NULL;
  select_choice (self->status, hf_customer_statuses, rule->status);
  select_choice (self->grade, hf_loyalty_classes, rule->grade);
  adw_combo_row_set_selected (self->branch, 0);
  adw_combo_row_set_selected (self->tag, 0);
  gtk_editable_set_text (self->least_value, least != NULL ? least : "");
  hf_number_row_set_value (self->lost_from, rule->lost_from_days / DAYS_A_WEEK);
  hf_number_row_set_value (self->lost_to, rule->lost_to_days / DAYS_A_WEEK);
  hf_number_row_set_value (self->low_scores, rule->low_scores);
  hf_number_row_set_value (self->low_below,
                           rule->low_scores != 0 ? rule->low_below / HF_AMOUNT_UNIT : 6);
  hf_number_row_set_value (self->not_called, rule->not_called_days);
  hf_number_row_set_value (self->answered, rule->answered_days);
}

static void
read_numbers (HfCallListRule *self, HfCampaignRule *rule)
{
  rule->lost_from_days = hf_number_row_get_value (self->lost_from) * DAYS_A_WEEK;
  rule->lost_to_days = hf_number_row_get_value (self->lost_to) * DAYS_A_WEEK;
  rule->low_scores = hf_number_row_get_value (self->low_scores);
  rule->low_below = rule->low_scores != 0
                        ? hf_number_row_get_value (self->low_below) * HF_AMOUNT_UNIT
                        : 0;
  rule->not_called_days = hf_number_row_get_value (self->not_called);
  rule->answered_days = hf_number_row_get_value (self->answered);
}

/**
 * hf_call_list_rule_read:
 * @self: a form
 * @rule: an empty rule that gets what was chosen
 * @error: (nullable): %HF_CAMPAIGN_RULE_ERROR, with a message for the user
 *
 * Reads what was chosen.
 *
 * Returns: whether it holds
 */
gboolean
hf_call_list_rule_read (HfCallListRule *self, HfCampaignRule *rule, GError **error)
{
  guint branch = adw_combo_row_get_selected (self->branch);
  guint tag = adw_combo_row_get_selected (self->tag);
  rule->status = dup_choice (self->status, hf_customer_statuses);
  rule->grade = dup_choice (self->grade, hf_loyalty_classes);
  if (branch != 0 && branch <= self->branches->len)
    rule->branch_id = ((HfBranch *) self->branches->pdata[branch - 1])->id;
  if (tag != 0 && tag <= self->tags->len)
    rule->tag = g_strdup (self->tags->pdata[tag - 1]);
  read_numbers (self, rule);
  if (read_least_value (self, &rule->least_value))
    return hf_campaign_rule_validate (rule, error);
  g_set_error_literal (error, HF_CAMPAIGN_RULE_ERROR, HF_CAMPAIGN_RULE_ERROR_INVALID,
                       _ ("The least yearly value is no amount."));
  return FALSE;
}
