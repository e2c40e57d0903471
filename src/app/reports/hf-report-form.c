#include "config.h"

#include "hf-report-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-branch.h"
#include "hf-locale.h"
#include "hf-report-language.h"
#include "hf-report-period.h"
#include "hf-report-words.h"
#include "hf-report.h"
#include "hf-settings.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

struct _HfReportForm
{
  GtkWidget parent_instance;

  AdwComboRow *period;
  GtkEditable *from;
  GtkEditable *to;
  AdwComboRow *branch;
  GtkStringList *branch_names;
  GtkLabel *problem;
  AdwComboRow *first;
  GtkStringList *first_names;
  AdwComboRow *second;
  GtkStringList *second_names;
  GtkSwitch *mask;
  GtkEditable *maker;
  AdwExpanderRow *sheets;
  GtkCheckButton *sheet_buttons[HF_REPORT_N_SHEETS]; /* NULL for the cover */

  GSettings *settings; /* NULL where no schema is installed */
  GStrv languages;
  GPtrArray *branches; /* (element-type HfBranch), as they stand in the chooser after "all" */
  guint last_first;    /* what was chosen before, to change places with */
  guint last_second;
  gboolean filling; /* the form is being filled, nobody chose anything */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfReportForm, hf_report_form, GTK_TYPE_WIDGET)

static HfPeriod *
dup_period (HfReportForm *self, const char **problem)
{
  guint choice = adw_combo_row_get_selected (self->period);
  if (choice == HF_REPORT_DATES)
    return hf_report_period_parse (gtk_editable_get_text (self->from),
                                   gtk_editable_get_text (self->to), problem);
  g_autofree char *today = hf_time_today ();
  *problem = NULL;
  return hf_report_period_dup_days (choice, today);
}

static gboolean
is_date (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  g_autofree char *date = hf_time_parse_date (text);
  return date != NULL || hf_text_is_blank (text);
}

static void
mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
show_problem (HfReportForm *self)
{
  const char *problem = NULL;
  g_autoptr (HfPeriod) period = dup_period (self, &problem);
  gboolean order = problem != NULL && is_date (self->from) && is_date (self->to);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  mark (self->from, order || !is_date (self->from));
  mark (self->to, order || !is_date (self->to));
}

static guint
get_sheets (HfReportForm *self)
{
  guint sheets = 1u << HF_REPORT_SHEET_COVER;
  for (guint i = 0; i < HF_REPORT_N_SHEETS; i++)
    if (self->sheet_buttons[i] != NULL && gtk_check_button_get_active (self->sheet_buttons[i]))
      sheets |= 1u << i;
  return sheets;
}

static void
show_sheets (HfReportForm *self)
{
  g_autofree char *words = hf_report_words_sheets (get_sheets (self));
  adw_expander_row_set_subtitle (self->sheets, words);
}

static const char *
get_second_language (HfReportForm *self)
{
  guint second = adw_combo_row_get_selected (self->second);
  return second > 0 ? self->languages[second - 1] : NULL;
}

static void
remember (HfReportForm *self)
{
  if (self->settings == NULL)
    return;
  guint period = adw_combo_row_get_selected (self->period);
  const char *languages[] = { self->languages[adw_combo_row_get_selected (self->first)],
                              get_second_language (self), NULL };
  g_settings_set_strv (self->settings, HF_SETTINGS_REPORT_LANGUAGES, languages);
  g_settings_set_boolean (self->settings, HF_SETTINGS_REPORT_MASK_PHONES,
                          gtk_switch_get_active (self->mask));
  g_settings_set_string (self->settings, HF_SETTINGS_REPORT_MAKER,
                         gtk_editable_get_text (self->maker));
  if (period != HF_REPORT_DATES)
    g_settings_set_string (self->settings, HF_SETTINGS_REPORT_PERIOD,
                           hf_report_periods[period].name);
}

static void
on_changed (HfReportForm *self)
{
  if (self->filling)
    return;
  show_problem (self);
  show_sheets (self);
  remember (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_period (HfReportForm *self)
{
  gboolean typed = adw_combo_row_get_selected (self->period) == HF_REPORT_DATES;
  gtk_widget_set_visible (GTK_WIDGET (self->from), typed);
  gtk_widget_set_visible (GTK_WIDGET (self->to), typed);
  on_changed (self);
}

/* A language that is chosen twice changes places with the other one. */
static void
on_first (HfReportForm *self)
{
  guint first = adw_combo_row_get_selected (self->first);
  if (self->filling)
    return;
  if (adw_combo_row_get_selected (self->second) == first + 1)
    {
      self->filling = TRUE;
      adw_combo_row_set_selected (self->second, self->last_first + 1);
      self->filling = FALSE;
    }
  self->last_first = first;
  self->last_second = adw_combo_row_get_selected (self->second);
  on_changed (self);
}

static void
on_second (HfReportForm *self)
{
  guint second = adw_combo_row_get_selected (self->second);
  if (self->filling)
    return;
  self->filling = TRUE;
  if (second == adw_combo_row_get_selected (self->first) + 1)
    {
      if (self->last_second > 0)
        adw_combo_row_set_selected (self->first, self->last_second - 1);
      else
        adw_combo_row_set_selected (self->second, second = 0);
    }
  self->filling = FALSE;
  self->last_first = adw_combo_row_get_selected (self->first);
  self->last_second = second;
  on_changed (self);
}

static guint
find_language (HfReportForm *self, const char *language)
{
  for (guint i = 0; language != NULL && self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], language))
      return i;
  return 0;
}

static void
fill_languages (HfReportForm *self)
{
  g_auto (GStrv) wanted = self->settings != NULL ? g_settings_get_strv (
                              self->settings, HF_SETTINGS_REPORT_LANGUAGES)
                                                 : NULL;
  for (gsize i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = hf_locale_dup_language_name (self->languages[i]);
      gtk_string_list_append (self->first_names, name);
      gtk_string_list_append (self->second_names, name);
    }
  guint count = wanted != NULL ? g_strv_length (wanted) : 0;
  self->last_first = find_language (self, count > 0 ? wanted[0] : hf_locale_get_current ());
  self->last_second = count > 1 ? find_language (self, wanted[1]) + 1 : 0;
  if (self->last_second == self->last_first + 1)
    self->last_second = 0;
  adw_combo_row_set_selected (self->first, self->last_first);
  adw_combo_row_set_selected (self->second, self->last_second);
}

static void
fill_periods (HfReportForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < hf_choice_count (hf_report_periods); i++)
    gtk_string_list_append (labels, hf_choice_label (hf_report_periods, (int) i));
  adw_combo_row_set_model (self->period, G_LIST_MODEL (labels));
  g_autofree char *last = self->settings != NULL ? g_settings_get_string (
                              self->settings, HF_SETTINGS_REPORT_PERIOD)
                                                 : NULL;
  int choice = hf_choice_find_name (hf_report_periods, last);
  adw_combo_row_set_selected (self->period, choice >= 0 ? choice : HF_REPORT_LAST_MONTH);
}

static void
add_sheet (HfReportForm *self, HfReportSheet sheet)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      g_dpgettext2 (GETTEXT_PACKAGE, HF_REPORT_CONTEXT, hf_report_sheets[sheet].label));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_changed), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (self->sheets, row);
  self->sheet_buttons[sheet] = GTK_CHECK_BUTTON (button);
}

static void
fill (HfReportForm *self)
{
  self->filling = TRUE;
  fill_periods (self);
  fill_languages (self);
  for (guint i = 0; i < HF_REPORT_N_SHEETS; i++)
    if (i != HF_REPORT_SHEET_COVER)
      add_sheet (self, i);
  if (self->settings != NULL)
    {
      g_autofree char *maker = g_settings_get_string (self->settings, HF_SETTINGS_REPORT_MAKER);
      gtk_editable_set_text (self->maker, maker);
      gtk_switch_set_active (
          self->mask, g_settings_get_boolean (self->settings, HF_SETTINGS_REPORT_MASK_PHONES));
    }
  show_sheets (self);
  self->filling = FALSE;
}

static void
hf_report_form_dispose (GObject *object)
{
  HfReportForm *self = HF_REPORT_FORM (object);
  self->filling = TRUE;
  g_clear_object (&self->settings);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_REPORT_FORM);
  G_OBJECT_CLASS (hf_report_form_parent_class)->dispose (object);
}

static void
hf_report_form_finalize (GObject *object)
{
  HfReportForm *self = HF_REPORT_FORM (object);
  g_strfreev (self->languages);
  g_ptr_array_unref (self->branches);
  G_OBJECT_CLASS (hf_report_form_parent_class)->finalize (object);
}

static void
hf_report_form_class_init (HfReportFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_report_form_dispose;
  object_class->finalize = hf_report_form_finalize;

  /**
   * HfReportForm::changed:
   * @self: a form
   *
   * The report that it describes is another one now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/reports/hf-report-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, period);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, from);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, to);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, branch);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, branch_names);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, problem);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, first);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, first_names);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, second);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, second_names);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, mask);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, maker);
  gtk_widget_class_bind_template_child (widget_class, HfReportForm, sheets);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_period);
  gtk_widget_class_bind_template_callback (widget_class, on_first);
  gtk_widget_class_bind_template_callback (widget_class, on_second);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_report_form_init (HfReportForm *self)
{
  self->languages = hf_locale_list_languages ();
  self->branches = g_ptr_array_new ();
  self->settings = hf_settings_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * hf_report_form_dup_order:
 * @self: a form
 *
 * Gives the report that the form describes.
 *
 * Returns: (transfer full) (nullable): the order, without a path; %NULL while the form has
 *   something that is no date
 */
HfReportOrder *
hf_report_form_dup_order (HfReportForm *self)
{
  const char *problem = NULL;
  g_autoptr (HfPeriod) period = dup_period (self, &problem);
  if (period == NULL)
    return NULL;
  HfReportOrder *order = hf_report_order_new (period);
  guint branch = adw_combo_row_get_selected (self->branch);
  if (branch > 0 && branch <= self->branches->len)
    {
      const HfBranch *chosen = g_ptr_array_index (self->branches, branch - 1);
      hf_text_set (&order->branch, chosen->code);
      hf_text_set (&order->branch_name, chosen->name);
    }
  hf_text_set (&order->first_language,
               self->languages[adw_combo_row_get_selected (self->first)]);
  hf_text_set (&order->second_language, get_second_language (self));
  hf_text_set (&order->maker, gtk_editable_get_text (self->maker));
  order->mask_phones = gtk_switch_get_active (self->mask);
  order->sheets = get_sheets (self);
  return order;
}

static gboolean
is_same_list (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const HfBranch *first = a->pdata[i], *second = b->pdata[i];
      if (first->id != second->id || g_strcmp0 (first->name, second->name) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_report_form_set_branches:
 * @self: a form
 * @branches: (element-type HfBranch): the branches
 *
 * Offers these branches; the one that was chosen stays chosen if it is still there.
 */
void
hf_report_form_set_branches (HfReportForm *self, GPtrArray *branches)
{
  if (is_same_list (self->branches, branches))
    return;
  guint chosen = adw_combo_row_get_selected (self->branch);
  gint64 chosen_id = chosen > 0 ? ((HfBranch *) self->branches->pdata[chosen - 1])->id : 0;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->branch_names));
  guint selected = 0;
  self->filling = TRUE;
  gtk_string_list_splice (self->branch_names, 1, n_items - 1, NULL);
  for (guint i = 0; i < branches->len; i++)
    {
      const HfBranch *branch = branches->pdata[i];
      gtk_string_list_append (self->branch_names, branch->name);
      if (branch->id == chosen_id)
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->branch, selected);
  g_ptr_array_unref (self->branches);
  self->branches = g_ptr_array_ref (branches);
  self->filling = FALSE;
}

/**
 * hf_report_form_propose_maker:
 * @self: a form
 * @maker: (nullable): who works at this desk
 *
 * Fills in who makes the report where nobody is named yet.
 */
void
hf_report_form_propose_maker (HfReportForm *self, const char *maker)
{
  if (maker == NULL || !hf_text_is_blank (gtk_editable_get_text (self->maker)))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->maker, maker);
  self->filling = FALSE;
}
