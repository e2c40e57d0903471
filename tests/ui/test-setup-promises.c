#include "config.h"

#include <adwaita.h>

#include "hf-number-row.h"
#include "hf-promise-row.h"
#include "hf-setup-promises.h"
#include "hf-store-promise-rules.h"
#include "hf-store.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* The section in a window. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *section;
} Fixture;

static gpointer
get_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_promise_rules_get (session, rules, error) ? HF_STORE_DONE : NULL;
}

static gpointer
run (Fixture *self, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
wait_for (Fixture *self, gboolean (*is_there) (Fixture *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_there (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_there (self));
}

static gboolean
is_shown (Fixture *self)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_first_child (self->section));
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "content") == 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  self->window = adw_window_new ();
  self->section = g_object_new (HF_TYPE_SETUP_PROMISES, "store", self->store, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), self->section);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for (self, is_shown);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->store);
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
stored (Fixture *self, HfPromiseTerm term)
{
  static HfPromiseRules rules;
  run (self, HF_STORE_READ, get_rules, &rules);
  return &rules.of[term];
}

static gboolean
is_changed (Fixture *self)
{
  const HfPromiseRule *rule = stored (self, HF_PROMISE_DAY);
  return rule->clock == HF_CLOCK_WORKING_HOURS && rule->respond == 90 && rule->resolve == 720
         && rule->update == 45;
}

static gboolean
change_shows (Fixture *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (find_row (self->section, HF_PROMISE_DAY));
  return is_changed (self)
         && g_strcmp0 (adw_expander_row_get_subtitle (row),
                       "First word within 90 minutes, solution within 12 hours · word every "
                       "45 minutes · Working hours")
                == 0;
}

static gboolean
is_usual (Fixture *self)
{
  const HfPromiseRule *rule = stored (self, HF_PROMISE_DAY);
  return rule->clock == HF_CLOCK_ALWAYS && rule->respond == 60 && rule->resolve == 1440
         && rule->update == 0;
}

static gboolean
usual_shows (Fixture *self)
{
  return hf_promise_row_get_rule (find_row (self->section, HF_PROMISE_DAY))->resolve == 1440
         && is_usual (self);
}

static void
change (Fixture *self)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_DAY);
  adw_combo_row_set_selected (part (row, "clock"), HF_CLOCK_WORKING_HOURS);
  hf_number_row_set_value (part (row, "respond"), 90);
  hf_number_row_set_value (part (row, "resolve"), 12);
  hf_number_row_set_value (part (row, "update"), 45);
  wait_for (self, change_shows);
}

static void
test_a_class_is_changed (Fixture *self, gconstpointer data)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_DAY);
  g_assert_cmpuint (hf_number_row_get_value (part (row, "resolve")), ==, 24);
  change (self);
  g_assert_cmpuint (stored (self, HF_PROMISE_WORKDAY)->resolve, ==, 1);
  g_assert_cmpuint (stored (self, HF_PROMISE_EMERGENCY)->update, ==, 30);
}

static void
test_days_and_hours_change_places (Fixture *self, gconstpointer data)
{
  HfPromiseRow *row = find_row (self->section, HF_PROMISE_WORKDAY);
  AdwActionRow *resolve = part (row, "resolve");
  g_assert_cmpstr (adw_action_row_get_subtitle (resolve), ==, "Working days; 0: at once");
  adw_combo_row_set_selected (part (row, "clock"), HF_CLOCK_ALWAYS);
  g_assert_cmpuint (hf_number_row_get_value (HF_NUMBER_ROW (resolve)), ==, 24);
  g_assert_cmpstr (adw_action_row_get_subtitle (resolve), ==, "Hours; 0: at once");
}

static void
test_what_the_articles_say_comes_back (Fixture *self, gconstpointer data)
{
  change (self);
  gtk_widget_activate_action (self->section, "section.reset-promises", NULL);
  wait_for (self, usual_shows);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/setup-promises/changed", Fixture, NULL, set_up, test_a_class_is_changed,
              tear_down);
  g_test_add ("/setup-promises/days-and-hours", Fixture, NULL, set_up,
              test_days_and_hours_change_places, tear_down);
  g_test_add ("/setup-promises/reset", Fixture, NULL, set_up,
              test_what_the_articles_say_comes_back, tear_down);
  return g_test_run ();
}
