#include "config.h"

#include "hf-complaint-chips.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-filter-expression.h"
#include "hf-report-words.h"
#include "hf-text.h"
#include "hf-widget.h"

/* By what another page has narrowed the list of complaints; each chip goes when it is pressed.
 */
struct _HfComplaintChips
{
  GtkWidget parent_instance;

  GtkWidget *group_chip;
  GtkLabel *group_label;
  GtkWidget *received_chip;
  GtkLabel *received_label;
  GtkWidget *branch_chip;
  GtkLabel *branch_label;

  HfScoreGroup group;
  HfPeriod *received; /* NULL: at any time */
  gint64 branch_id;
  char *branch_name;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfComplaintChips, hf_complaint_chips, GTK_TYPE_WIDGET)

static void
show_chip (GtkWidget *chip, GtkLabel *label, const char *words)
{
  gtk_widget_set_visible (chip, words != NULL);
  if (words == NULL)
    return;
  /* Translators: a button; %s is what a list is narrowed to. */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove filter: %s"), words);
  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static char *
dup_received (HfComplaintChips *self)
{
  if (self->received == NULL)
    return NULL;
  g_autofree char *days = hf_report_words_period (self->received);
  /* Translators: %s is a period in which complaints were received. */
  return g_strdup_printf (_ ("Received: %s"), days);
}

static const char *
get_branch (HfComplaintChips *self)
{
  if (self->branch_id == HF_COMPLAINT_NO_BRANCH)
    return _ ("Of no branch");
  return self->branch_id != 0 ? self->branch_name : NULL;
}

static void
show (HfComplaintChips *self)
{
  g_autofree char *received = dup_received (self);
  show_chip (self->group_chip, self->group_label,
             self->group != HF_SCORE_GROUP_ANY ? hf_choice_label (hf_score_groups, self->group)
                                               : NULL);
  show_chip (self->received_chip, self->received_label, received);
  show_chip (self->branch_chip, self->branch_label, get_branch (self));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->group_chip)
                                                 || gtk_widget_get_visible (self->received_chip)
                                                 || gtk_widget_get_visible (self->branch_chip));
}

static void
clear (HfComplaintChips *self)
{
  self->group = HF_SCORE_GROUP_ANY;
  self->branch_id = 0;
  g_clear_pointer (&self->received, hf_period_free);
  g_clear_pointer (&self->branch_name, g_free);
}

/* The focus may not stay on what is hidden: it goes to the next chip, then out of them. */
static void
on_chip (HfComplaintChips *self, GtkWidget *chip)
{
  if (chip == self->group_chip)
    self->group = HF_SCORE_GROUP_ANY;
  else if (chip == self->received_chip)
    g_clear_pointer (&self->received, hf_period_free);
  else
    self->branch_id = 0;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (chip)), GTK_DIR_TAB_FORWARD);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_part (const char *key, const char *value, gpointer data)
{
  HfComplaintChips *self = data;
  if (strcmp (key, "group") == 0)
    self->group = MAX (HF_SCORE_GROUP_ANY, hf_choice_find_name (hf_score_groups, value));
  else if (strcmp (key, "branch") == 0)
    self->branch_id = g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (key, "branch_name") == 0)
    hf_text_set (&self->branch_name, value);
  else if (strcmp (key, "received") == 0)
    {
      g_clear_pointer (&self->received, hf_period_free);
      self->received = hf_filter_expression_parse_period (value);
    }
}

static void
hf_complaint_chips_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_COMPLAINT_CHIPS);
  G_OBJECT_CLASS (hf_complaint_chips_parent_class)->dispose (object);
}

static void
hf_complaint_chips_finalize (GObject *object)
{
  clear (HF_COMPLAINT_CHIPS (object));
  G_OBJECT_CLASS (hf_complaint_chips_parent_class)->finalize (object);
}

static void
hf_complaint_chips_class_init (HfComplaintChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_complaint_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_complaint_chips_finalize;

  /**
   * HfComplaintChips::changed:
   *
   * The list is to be narrowed otherwise.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, group_chip);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, group_label);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, received_chip);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, received_label);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, branch_chip);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintChips, branch_label);
  gtk_widget_class_bind_template_callback (widget_class, on_chip);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_complaint_chips_init (HfComplaintChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

/**
 * hf_complaint_chips_set_expression:
 * @self: the chips
 * @expression: such as "group=resolved_met&branch=12&branch_name=A&received=2026-01-01.."; what
 *   means nothing does not narrow; "" shows all
 *
 * Narrows the list to what another page has counted.
 */
void
hf_complaint_chips_set_expression (HfComplaintChips *self, const char *expression)
{
  clear (self);
  hf_filter_expression_read (expression, set_part, self);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hf_complaint_chips_narrow:
 * @self: the chips
 * @filter: a filter, which borrows from the chips
 *
 * Narrows a filter to what the chips show.
 */
void
hf_complaint_chips_narrow (HfComplaintChips *self, HfComplaintFilter *filter)
{
  filter->group = self->group;
  filter->branch_id = self->branch_id;
  filter->received = self->received;
}
