#include "config.h"

#include <adwaita.h>

#include "hf-number-row.h"
#include "hf-promise-row.h"
#include "hf-setup-promises.h"
#include "hf-store-promise-rules.h"
#include "hf-test-section.h"
#include "hf-test-ui.h"

static gpointer
get_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_promise_rules_get (session, rules, error) ? HF_STORE_DONE : NULL;
}

static HfPromiseRow *
find_row (GtkWidget *widget, HfPromiseTerm term)
{
  if (HF_IS_PROMISE_ROW (widget) && hf_promise_row_get_term (HF_PROMISE_ROW (widget)) == term)
    return HF_PROMISE_ROW (widget);
  HfPromiseRow *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, term);
  return found;
}

static const HfPromiseRule *
stored (HfTestSection *self, HfPromiseTerm term)
{
  static HfPromiseRules rules;
  hf_test_section_run (self, HF_STORE_READ, get_rules, &rules);
  return &rules.of[term];
}

static gboolean
is_changed (HfTestSection *self)
{
  const HfPromiseRule *rule = stored (self, HF_PROMISE_DAY);
  return rule->clock == HF_CLOCK_WORKING_HOURS && rule->respond == 90 && rule->resolve == 720
         && rule->update == 45;
}

static gboolean
change_shows (HfTestSection *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (find_row (self->section, HF_PROMISE_DAY));
  return is_changed (self)
         && g_strcmp0 (adw_expander_row_get_subtitle (row),
                       "First word within 90 minutes, solution within 12 hours · word every "
                       "45 minutes · Working hours")
                == 0;
}

static gboolean
is_usual (HfTestSection *self)
{
  const HfPromiseRule *rule = stored (self, HF_PROMISE_DAY);
  return rule->clock == HF_CLOCK_ALWAYS && rule->respond == 60 && rule->resolve == 1440
         && rule->update == 0;
}

static gboolean
usual_shows (HfTestSection *self)
{
  return hf_promise_row_get_rule (find_row (self->section, HF_PROMISE_DAY))->resolve == 1440
         && is_usual (self);
}

static void
change (HfTestSection *self)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_DAY);
  adw_combo_row_set_selected (hf_test_widgets_get_part (row, "clock"), HF_CLOCK_WORKING_HOURS);
  hf_number_row_set_value (hf_test_widgets_get_part (row, "respond"), 90);
  hf_number_row_set_value (hf_test_widgets_get_part (row, "resolve"), 12);
  hf_number_row_set_value (hf_test_widgets_get_part (row, "update"), 45);
  hf_test_section_wait (self, change_shows);
}

static void
set_up (HfTestSection *self, gconstpointer data)
{
  hf_test_section_set_up (self, HF_TYPE_SETUP_PROMISES, NULL);
}

static void
test_a_class_is_changed (HfTestSection *self, gconstpointer data)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_DAY);
  g_assert_cmpuint (hf_number_row_get_value (hf_test_widgets_get_part (row, "resolve")), ==,
                    24);
  change (self);
  g_assert_cmpuint (stored (self, HF_PROMISE_WORKDAY)->resolve, ==, 1);
  g_assert_cmpuint (stored (self, HF_PROMISE_EMERGENCY)->update, ==, 30);
}

static void
test_days_and_hours_change_places (HfTestSection *self, gconstpointer data)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_WORKDAY);
  AdwActionRow *resolve = hf_test_widgets_get_part (row, "resolve");
  g_assert_cmpstr (adw_action_row_get_subtitle (resolve), ==, "Working days; 0: at once");
  adw_combo_row_set_selected (hf_test_widgets_get_part (row, "clock"), HF_CLOCK_ALWAYS);
  g_assert_cmpuint (hf_number_row_get_value (HF_NUMBER_ROW (resolve)), ==, 24);
  g_assert_cmpstr (adw_action_row_get_subtitle (resolve), ==, "Hours; 0: at once");
}

static void
test_what_the_articles_say_comes_back (HfTestSection *self, gconstpointer data)
{
  change (self);
  gtk_widget_activate_action (self->section, "section.reset-promises", NULL);
  hf_test_section_wait (self, usual_shows);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/setup-promises/changed", HfTestSection, NULL, set_up, test_a_class_is_changed,
              hf_test_section_tear_down);
  g_test_add ("/setup-promises/days-and-hours", HfTestSection, NULL, set_up,
              test_days_and_hours_change_places, hf_test_section_tear_down);
  g_test_add ("/setup-promises/reset", HfTestSection, NULL, set_up,
              test_what_the_articles_say_comes_back, hf_test_section_tear_down);
  return g_test_run ();
}
