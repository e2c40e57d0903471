#include "config.h"

#include <adwaita.h>

#include "hf-amount.h"
#include "hf-chart.h"
#include "hf-complaint-chips.h"
#include "hf-customer-expression.h"
#include "hf-customer.h"
#include "hf-demo.h"
#include "hf-diagnosis-page.h"
#include "hf-diagnosis-view.h"
#include "hf-key-figure.h"
#include "hf-period-choice.h"
#include "hf-scorecard-branch-row.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define FIRST_BRANCH "CC01" /* in the chooser */

static const char *
get_shown (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (page, HF_TYPE_DIAGNOSIS_PAGE, "stack")));
}

static void
wait_until_shown (GtkWidget *page, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!g_str_equal (get_shown (page), name) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_shown (page), ==, name);
}

static gpointer
add_lost_customer (HfStoreSession *session, gpointer input, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->status = HF_CUSTOMER_LOST;
  customer->lost_on = hf_time_today ();
  customer->branch = g_strdup ("南店");
  gint64 other = 0;
  if (!hf_store_branches_ensure (session, "北店", &other, error))
    return NULL;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static GtkWidget *
show_page (HfStore *store, GtkWidget **window)
{
  GtkWidget *page = g_object_new (HF_TYPE_DIAGNOSIS_PAGE, "store", store, NULL);
  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), page);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);
  return page;
}

static void
test_empty_then_filled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  GtkWidget *window;
  GtkWidget *page = show_page (store, &window);
  wait_until_shown (page, "empty");

  g_assert_nonnull (
      hf_store_run (store, HF_STORE_WRITE, add_lost_customer, NULL, NULL, &error));
  g_assert_no_error (error);
  wait_until_shown (page, "view");

  GtkDropDown *branch = GTK_DROP_DOWN (
      gtk_widget_get_template_child (page, HF_TYPE_DIAGNOSIS_PAGE, "branch"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (branch)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (branch)), ==, 3);
  /* Nobody was lost there. */
  gtk_drop_down_set_selected (branch, 1);
  wait_until_shown (page, "empty");
  gtk_drop_down_set_selected (branch, 2);
  wait_until_shown (page, "view");

  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
  hf_store_close (store);
}

/* A page over the demo company, in a window that only remembers where it is sent. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *page;
  HfDiagnosisView *view;
  HfFigures *figures; /* that the page shows */
  char *shown;        /* the customers or complaints it asked for */
} Fixture;

static void
on_show (GSimpleAction *action, GVariant *wanted, gpointer data)
{
  Fixture *fixture = data;
  g_free (fixture->shown);
  fixture->shown = g_variant_dup_string (wanted, NULL);
}

static gpointer
fill_demo (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

/* One for all, so that no promise becomes late between a number and its list. */
static gint64 now;

static gpointer
compute (HfStoreSession *session, gpointer branch, GError **error)
{
  hf_store_session_set_now (session, now);
  g_autofree char *today = hf_time_today ();
  g_autoptr (HfPeriod) period = hf_period_choice_dup_period (HF_PERIOD_LAST_12_MONTHS, today);
  return hf_store_figures_compute (session, period, branch, error);
}

static gpointer
get_part (GtkWidget *widget, GType type, const char *name)
{
  return gtk_widget_get_template_child (widget, type, name);
}

/* It takes a while to make, and nobody changes it. */
static HfStore *
get_company (void)
{
  static HfStore *store = NULL;
  g_autoptr (GError) error = NULL;
  if (store == NULL)
    {
      store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
      hf_store_run (store, HF_STORE_WRITE, fill_demo, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return store;
}

static void
set_up (Fixture *fixture, gconstpointer branch)
{
  g_autoptr (GError) error = NULL;
  const GActionEntry entries[] = { { "show-customers", on_show, "s" },
                                   { "show-complaints", on_show, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  fixture->store = get_company ();
  fixture->figures = hf_store_run (fixture->store, HF_STORE_READ, compute, (gpointer) branch,
                                   NULL, &error);
  g_assert_no_error (error);
  fixture->page = show_page (fixture->store, &fixture->window);
  fixture->view = get_part (fixture->page, HF_TYPE_DIAGNOSIS_PAGE, "view");
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  wait_until_shown (fixture->page, "view");
}

static void
tear_down (Fixture *fixture, gconstpointer branch)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->figures);
  g_free (fixture->shown);
}

static gpointer
count_customers (HfStoreSession *session, gpointer expression, GError **error)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (expression);
  gint64 count = 0;
  g_assert_true (hf_customer_filter_narrows (filter));
  return hf_store_customers_count (session, filter, &count, error)
             ? g_memdup2 (&count, sizeof count)
             : NULL;
}

static gpointer
count_complaints (HfStoreSession *session, gpointer filter, GError **error)
{
  gint64 count = 0;
  return hf_store_complaints_count (session, filter, &count, error)
             ? g_memdup2 (&count, sizeof count)
             : NULL;
}

static gint64
count_in (Fixture *fixture, HfStoreFunc function, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *count = hf_store_run (fixture->store, HF_STORE_READ, function, data, NULL,
                                           &error);
  g_assert_no_error (error);
  return *count;
}

/* How many customers the list has to which the page went. */
static gint64
count_shown (Fixture *fixture)
{
  g_assert_nonnull (fixture->shown);
  return count_in (fixture, count_customers, fixture->shown);
}

/* How many complaints a link opens, as the page of complaints reads it. */
static gint64
count_linked (Fixture *fixture, const char *link)
{
  HfComplaintFilter filter = { .now = now };
  HfComplaintChips *chips = g_object_ref_sink (g_object_new (HF_TYPE_COMPLAINT_CHIPS, NULL));
  hf_complaint_chips_set_expression (chips, link);
  hf_complaint_chips_narrow (chips, &filter);
  g_assert_nonnull (filter.received);
  gint64 count = count_in (fixture, count_complaints, &filter);
  g_object_unref (chips);
  return count;
}

static void
click (Fixture *fixture, GtkWidget *button)
{
  g_clear_pointer (&fixture->shown, g_free);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
get_mark (GtkWidget *chart, guint index)
{
  GtkWidget *mark = gtk_widget_get_first_child (chart);
  while (index-- > 0)
    mark = gtk_widget_get_next_sibling (mark);
  g_assert_true (GTK_IS_BUTTON (mark));
  return mark;
}

static GtkWidget *
get_chart (Fixture *fixture, const char *card)
{
  HfChart *chart = NULL;
  g_object_get (get_part (GTK_WIDGET (fixture->view), HF_TYPE_DIAGNOSIS_VIEW, card), "chart",
                &chart, NULL);
  g_object_unref (chart);
  return GTK_WIDGET (chart);
}

static void
choose_branch (Fixture *fixture, const char *code)
{
  GtkDropDown *branch = get_part (fixture->page, HF_TYPE_DIAGNOSIS_PAGE, "branch");
  GtkLabel *heard = get_part (fixture->page, HF_TYPE_DIAGNOSIS_PAGE, "heard");
  if (code == NULL)
    return;
  g_autofree char *before = g_strdup (gtk_label_get_label (heard));
  gtk_drop_down_set_selected (branch, 1);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_str_equal (gtk_label_get_label (heard), before) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_every_mark_opens_whom_it_counts (Fixture *fixture, gconstpointer branch)
{
  const HfFigures *figures = fixture->figures;
  choose_branch (fixture, branch);
  GtkWidget *pareto = get_chart (fixture, "pareto_card");
  g_assert_cmpuint (hf_chart_get_n_marks (HF_CHART (pareto)), ==, figures->reasons->len);
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      click (fixture, get_mark (pareto, i));
      g_assert_cmpint (count_shown (fixture), ==, reason->primary + reason->contributing);
    }
  GtkWidget *months = get_chart (fixture, "months_card");
  g_assert_cmpuint (hf_chart_get_n_marks (HF_CHART (months)), ==, figures->months->len);
  for (guint i = 0; i < figures->months->len; i++)
    {
      click (fixture, get_mark (months, i));
      g_assert_cmpint (count_shown (fixture), ==,
                       ((const HfMonthCount *) figures->months->pdata[i])->lost);
    }
  click (fixture, get_mark (get_chart (fixture, "iceberg_card"), 0));
  g_assert_cmpint (count_linked (fixture, fixture->shown), ==, figures->complaints.logged);
}

static void
click_figure (Fixture *fixture, const char *name)
{
  GtkWidget *figure = get_part (GTK_WIDGET (fixture->view), HF_TYPE_DIAGNOSIS_VIEW, name);
  click (fixture, get_part (figure, HF_TYPE_KEY_FIGURE, "button"));
}

static void
test_every_figure_opens_whom_it_counts (Fixture *fixture, gconstpointer branch)
{
  const HfFigures *figures = fixture->figures;
  choose_branch (fixture, branch);
  click_figure (fixture, "lost");
  g_assert_cmpint (count_shown (fixture), ==, figures->churn.lost);
  click_figure (fixture, "value");
  g_assert_cmpint (count_shown (fixture), ==, figures->churn.lost);
  click_figure (fixture, "at_risk");
  g_assert_cmpint (count_shown (fixture), ==, figures->customers.at_risk);
  click_figure (fixture, "won_back");
  g_assert_cmpint (count_shown (fixture), ==, figures->customers.won_back);
  click_figure (fixture, "retention");
  g_assert_cmpint (count_shown (fixture), ==, figures->customers.active);
  click_figure (fixture, "complaints");
  g_assert_cmpint (count_linked (fixture, fixture->shown), ==, figures->complaints.logged);
}

/* Each number below @widget that opens a list, against that list. */
static guint
check_links (Fixture *fixture, GtkWidget *widget, gboolean counts)
{
  guint n_links = 0;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n_links += check_links (fixture, child, counts);
  if (!GTK_IS_ACTIONABLE (widget)
      || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                    "win.show-complaints")
             != 0)
    return n_links;
  const char *number = gtk_label_get_label (
      GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  click (fixture, widget);
  gint64 count = count_linked (fixture, fixture->shown);
  g_assert_cmpint (count, >, 0);
  if (counts)
    g_assert_cmpint (count, ==, g_ascii_strtoll (number, NULL, 10));
  return n_links + 1;
}

static void
test_every_score_opens_its_complaints (Fixture *fixture, gconstpointer branch)
{
  const HfFigures *figures = fixture->figures;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GtkWidget *card = get_part (GTK_WIDGET (fixture->view), HF_TYPE_DIAGNOSIS_VIEW, "scorecard");
  choose_branch (fixture, branch);
  g_assert_cmpuint (check_links (fixture, card, FALSE), >=, 4);
  for (guint i = 0; i < figures->scorecard->branches->len; i++)
    {
      GtkWidget *row = hf_scorecard_branch_row_new ();
      gtk_window_set_child (GTK_WINDOW (fixture->window), row);
      hf_scorecard_branch_row_show (HF_SCORECARD_BRANCH_ROW (row),
                                    figures->scorecard->branches->pdata[i], none,
                                    figures->period);
      g_assert_cmpuint (check_links (fixture, row, TRUE), >, 0);
    }
}

int
main (int argc, char **argv)
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  now = hf_time_now ();
  g_test_add_func ("/diagnosis-page/filled", test_empty_then_filled);
  g_test_add ("/diagnosis-page/marks", Fixture, NULL, set_up,
              test_every_mark_opens_whom_it_counts, tear_down);
  g_test_add ("/diagnosis-page/marks/branch", Fixture, FIRST_BRANCH, set_up,
              test_every_mark_opens_whom_it_counts, tear_down);
  g_test_add ("/diagnosis-page/figures", Fixture, NULL, set_up,
              test_every_figure_opens_whom_it_counts, tear_down);
  g_test_add ("/diagnosis-page/scorecard", Fixture, NULL, set_up,
              test_every_score_opens_its_complaints, tear_down);
  g_test_add ("/diagnosis-page/scorecard/branch", Fixture, FIRST_BRANCH, set_up,
              test_every_score_opens_its_complaints, tear_down);
  g_test_add ("/diagnosis-page/figures/branch", Fixture, FIRST_BRANCH, set_up,
              test_every_figure_opens_whom_it_counts, tear_down);
  return g_test_run ();
}
