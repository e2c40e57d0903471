#include "config.h"

#include <adwaita.h>

#include "hf-chart-card.h"
#include "hf-codebook.h"
#include "hf-diagnosis-view.h"
#include "hf-iceberg-chart.h"
#include "hf-months-chart.h"
#include "hf-pareto-chart.h"
#include "hf-test-figures.h"
#include "hf-test-ui.h"

static GtkWidget *
show (GtkWidget *child, int width)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static GtkWidget *
get_mark (HfChart *chart, guint index)
{
  GtkWidget *mark = gtk_widget_get_first_child (GTK_WIDGET (chart));
  while (index-- > 0)
    mark = gtk_widget_get_next_sibling (mark);
  return mark;
}

static guint
find_focused (HfChart *chart)
{
  for (guint i = 0; i < hf_chart_get_n_marks (chart); i++)
    if (gtk_widget_is_focus (get_mark (chart, i)))
      return i;
  return G_MAXUINT;
}

static void
on_activated (HfChart *chart, const char *key, gpointer data)
{
  GPtrArray *keys = data;
  g_ptr_array_add (keys, g_strdup (key));
}

/* Goes to every mark with the arrow keys, presses Enter on each, and comes back. */
static void
walk_marks (HfChart *chart, const GPtrArray *expected)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (chart, "mark-activated", G_CALLBACK (on_activated), keys);
  guint count = hf_chart_get_n_marks (chart);
  g_assert_cmpuint (count, ==, expected->len);

  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (chart))), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpuint (find_focused (chart), ==, i);
      gtk_test_accessible_assert_role (get_mark (chart, i), GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_mark (chart, i)),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      /* To activate the button would wait until it has been seen pressed. */
      g_signal_emit_by_name (get_mark (chart, i), "clicked");
      gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_RIGHT);
    }
  g_assert_cmpuint (find_focused (chart), ==, count - 1);
  gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_LEFT);
  g_assert_cmpuint (find_focused (chart), ==, count - 2);
  /* The Tab key leaves the chart as a whole. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));

  g_assert_cmpuint (keys->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpstr (g_ptr_array_index (keys, i), ==, g_ptr_array_index (expected, i));
  g_signal_handlers_disconnect_by_data (chart, keys);
}

static void
test_every_mark_has_the_keyboard (gconstpointer data)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  const char *kind = data;
  GtkWidget *chart;
  if (g_str_equal (kind, "pareto"))
    {
      chart = hf_pareto_chart_new ();
      for (guint i = 0; i < figures->reasons->len; i++)
        g_ptr_array_add (expected, ((HfReasonCount *) figures->reasons->pdata[i])->code);
    }
  else if (g_str_equal (kind, "months"))
    {
      chart = hf_months_chart_new ();
      for (guint i = 0; i < figures->months->len; i++)
        g_ptr_array_add (expected, ((HfMonthCount *) figures->months->pdata[i])->month);
    }
  else
    {
      chart = hf_iceberg_chart_new ();
      g_ptr_array_add (expected, (gpointer) HF_ICEBERG_LOGGED);
      g_ptr_array_add (expected, (gpointer) HF_ICEBERG_SILENT);
    }
  hf_chart_set_figures (HF_CHART (chart), figures);
  GtkWidget *window = show (chart, 500);
  walk_marks (HF_CHART (chart), expected);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is drawn, as a texture; whoever draws nothing has no node. */
static void
assert_draws (GtkWidget *chart)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (chart);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (chart),
                          gtk_widget_get_height (chart));
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

/* Whether a line across the chart has one colour, so that nothing stands in it. */
static gboolean
is_plain_at (GtkWidget *chart, int y)
{
  int width = gtk_widget_get_width (chart);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (chart);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, gtk_widget_get_height (chart));
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, y + 1);
  cairo_t *cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  const guint32 *line
      = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                      + (gsize) y * cairo_image_surface_get_stride (surface));
  gboolean plain = TRUE;
  for (int x = 1; x < width; x++)
    plain = plain && line[x] == line[0];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  return plain;
}

static void
test_no_iceberg_of_nothing (void)
{
  g_autoptr (HfFigures) some = hf_test_figures_new ();
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) none = hf_figures_new (period, NULL);
  GtkWidget *chart = hf_iceberg_chart_new ();
  hf_chart_set_figures (HF_CHART (chart), some);
  GtkWidget *window = show (chart, 500);
  int above_the_bottom = gtk_widget_get_height (chart) - 40;
  g_assert_false (is_plain_at (chart, above_the_bottom));
  hf_chart_set_figures (HF_CHART (chart), none);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (is_plain_at (chart, above_the_bottom));
  g_assert_cmpuint (hf_chart_get_n_marks (HF_CHART (chart)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_charts_draw_at_every_width (void)
{
  static const int widths[] = { 260, 300, 500, 1200 };
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      GtkWidget *charts[] = { hf_pareto_chart_new (), hf_iceberg_chart_new (),
                              hf_months_chart_new () };
      for (gsize c = 0; c < G_N_ELEMENTS (charts); c++)
        {
          hf_chart_set_figures (HF_CHART (charts[c]), figures);
          GtkWidget *window = show (charts[c], widths[w]);
          assert_draws (charts[c]);
          gtk_window_destroy (GTK_WINDOW (window));
        }
    }
}

static void
test_charts_draw_nothing_at_all (void)
{
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = hf_figures_new (period, NULL);
  GtkWidget *charts[] = { hf_pareto_chart_new (), hf_iceberg_chart_new (),
                          hf_months_chart_new () };
  for (gsize c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      hf_chart_set_figures (HF_CHART (charts[c]), figures);
      GtkWidget *window = show (charts[c], 300);
      g_autoptr (HfChartTable) table = hf_chart_dup_table (HF_CHART (charts[c]));
      g_assert_nonnull (table);
      hf_chart_set_figures (HF_CHART (charts[c]), NULL);
      g_assert_cmpuint (hf_chart_get_n_marks (HF_CHART (charts[c])), ==, 0);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_reasons_have_their_names (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  GtkWidget *chart = g_object_ref_sink (hf_pareto_chart_new ());
  hf_pareto_chart_set_codebook (HF_PARETO_CHART (chart), codebook);
  hf_chart_set_figures (HF_CHART (chart), figures);
  g_autoptr (HfChartTable) table = hf_chart_dup_table (HF_CHART (chart));
  GStrv first = g_ptr_array_index (table->rows, 0);
  g_assert_cmpstr (first[0], ==, "Competitor's offer");
  g_assert_cmpstr (first[1], ==, "34");
  g_assert_cmpstr (first[2], ==, "12");
  g_assert_cmpuint (table->rows->len, ==, figures->reasons->len);
  g_assert_finalize_object (chart);
}

static void
test_card_shows_a_table (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  GtkWidget *card = g_object_new (HF_TYPE_CHART_CARD, "title", "Months", "chart",
                                  hf_months_chart_new (), NULL);
  hf_chart_card_set_figures (HF_CHART_CARD (card), figures);
  GtkWidget *window = show (card, 500);
  GtkColumnView *table = GTK_COLUMN_VIEW (
      gtk_widget_get_template_child (card, HF_TYPE_CHART_CARD, "table"));
  g_assert_true (gtk_widget_activate_action (card, "chart.as-table", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))),
                    ==, figures->months->len);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 5);
  gtk_test_widget_wait_for_draw (window);
  /* Other figures replace the table, they do not add to it. */
  hf_chart_card_set_figures (HF_CHART_CARD (card), figures);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 5);
  g_assert_true (gtk_widget_activate_action (card, "chart.copy", NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In the order of reading, not of where GTK finds the middle of each. */
static void
test_tab_visits_the_cards_in_order (void)
{
  static const char *const charts[] = { "pareto_card", "iceberg_card", "months_card" };
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  GtkWidget *view = hf_diagnosis_view_new ();
  hf_diagnosis_view_set_figures (HF_DIAGNOSIS_VIEW (view), figures, NULL, NULL);
  GtkWidget *window = show (view, 1100);
  guint at = 0;
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (int i = 0; i < 40 && at < G_N_ELEMENTS (charts); i++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      for (guint c = at + 1; c < G_N_ELEMENTS (charts); c++)
        g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (
            gtk_widget_get_template_child (view, HF_TYPE_DIAGNOSIS_VIEW, charts[c]))));
      GtkWidget *card = GTK_WIDGET (
          gtk_widget_get_template_child (view, HF_TYPE_DIAGNOSIS_VIEW, charts[at]));
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
      if (gtk_widget_get_focus_child (card) != NULL
          && gtk_widget_get_ancestor (focus, HF_TYPE_CHART) != NULL)
        at++;
    }
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (charts));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_view_fits_a_narrow_window (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  GtkWidget *view = hf_diagnosis_view_new ();
  hf_diagnosis_view_set_figures (HF_DIAGNOSIS_VIEW (view), figures, NULL, NULL);
  g_object_ref_sink (view);
  int least = 0;
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_data_func ("/charts/keyboard/pareto", "pareto", test_every_mark_has_the_keyboard);
  g_test_add_data_func ("/charts/keyboard/months", "months", test_every_mark_has_the_keyboard);
  g_test_add_data_func ("/charts/keyboard/iceberg", "iceberg",
                        test_every_mark_has_the_keyboard);
  g_test_add_func ("/charts/draw", test_charts_draw_at_every_width);
  g_test_add_func ("/charts/nothing", test_charts_draw_nothing_at_all);
  g_test_add_func ("/charts/no-iceberg", test_no_iceberg_of_nothing);
  g_test_add_func ("/charts/names", test_reasons_have_their_names);
  g_test_add_func ("/charts/table", test_card_shows_a_table);
  g_test_add_func ("/charts/narrow", test_view_fits_a_narrow_window);
  g_test_add_func ("/charts/tab", test_tab_visits_the_cards_in_order);
  return g_test_run ();
}
