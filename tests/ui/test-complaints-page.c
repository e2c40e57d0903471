#include "config.h"

#include <adwaita.h>

#include "hf-chart.h"
#include "hf-complaint-chips.h"
#include "hf-complaint-detail.h"
#include "hf-complaint-editor.h"
#include "hf-complaint-path.h"
#include "hf-complaint-resolution.h"
#include "hf-complaints-page.h"
#include "hf-deadline-dialog.h"
#include "hf-silent-meter.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define WIDE 1100
#define NARROW 660

/* A page on a store in memory, with one customer. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfComplaintsPage *page;
} Fixture;

static gpointer
add_customer (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C0001");
  customer->name = g_strdup ("王女士");
  customer->branch = g_strdup ("南店");
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, add_customer, NULL, NULL, &error));
  fixture->page = g_object_new (HF_TYPE_COMPLAINTS_PAGE, "store", fixture->store, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->store);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->page), HF_TYPE_COMPLAINTS_PAGE,
                                        name);
}

static gpointer
part_of_editor (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (part (fixture, "editor"), HF_TYPE_COMPLAINT_EDITOR,
                                        name);
}

static gpointer
part_of_detail (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (part (fixture, "detail"), HF_TYPE_COMPLAINT_DETAIL,
                                        name);
}

static gpointer
part_of_path (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (part_of_detail (fixture, "path"),
                                        HF_TYPE_COMPLAINT_PATH, name);
}

static const char *
shown_case (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (part (fixture, "case_stack"));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = get_focus (fixture);
  return focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget));
}

/* Lets the program work until @label says @text. */
static void
wait_for_label (GtkLabel *label, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_label_get_text (label), text) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
}

static void
write_complaint (Fixture *fixture, const char *who, const char *words)
{
  hf_complaints_page_new_complaint (fixture->page);
  g_assert_cmpstr (shown_case (fixture), ==, "editor");
  gtk_editable_set_text (part_of_editor (fixture, "customer"), who);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (part_of_editor (fixture, "words")), words,
                            -1);
  gtk_widget_activate_action (part_of_editor (fixture, "words"), "editor.save", NULL);
}

static gpointer
read_promises (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_promises_list_open (session, 10, error);
}

static void
test_complaint_is_saved_with_its_promise (Fixture *fixture, gconstpointer data)
{
  write_complaint (fixture, "李先生", "方向盘抖，没人回电话");
  wait_for_label (part_of_detail (fixture, "title"), "李先生");
  g_assert_cmpstr (shown_case (fixture), ==, "detail");
  wait_for_label (part (fixture, "count"), "1 complaint");
  g_autoptr (GPtrArray) promises = hf_store_run (fixture->store, HF_STORE_READ, read_promises,
                                                 NULL, NULL, NULL);
  g_assert_cmpuint (promises->len, ==, 1);
  const HfPromise *promise = g_ptr_array_index (promises, 0);
  g_assert_cmpint (promise->due_at - promise->made_at, ==, G_TIME_SPAN_DAY);
}

static void
test_no_words_no_complaint (Fixture *fixture, gconstpointer data)
{
  write_complaint (fixture, "李先生", "  ");
  g_assert_true (gtk_widget_get_visible (part_of_editor (fixture, "error")));
  g_assert_cmpstr (shown_case (fixture), ==, "editor");
  g_assert_cmpstr (gtk_editable_get_text (part_of_editor (fixture, "customer")), ==, "李先生");
}

static void
test_unsaved_words_stay (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part_of_editor (fixture, "words"));
  hf_complaints_page_new_complaint (fixture->page);
  gtk_text_buffer_set_text (buffer, "half a sentence", -1);
  gtk_widget_activate_action (part_of_editor (fixture, "words"), "editor.cancel", NULL);
  g_assert_cmpstr (shown_case (fixture), ==, "empty");
  g_assert_true (gtk_widget_get_mapped (get_focus (fixture)));
  hf_complaints_page_new_complaint (fixture->page);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (words, ==, "half a sentence");
}

static void
test_customer_is_found_while_typing (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  gtk_editable_set_text (part_of_editor (fixture, "customer"), "王女");
  GtkWidget *matches = part_of_editor (fixture, "matches");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (matches) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  /* Enter takes the best. */
  g_signal_emit_by_name (part_of_editor (fixture, "customer"), "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (part_of_editor (fixture, "customer")), ==, "王女士");
  g_assert_cmpstr (gtk_editable_get_text (part_of_editor (fixture, "branch")), ==, "南店");
  g_assert_false (gtk_widget_get_visible (matches));
  GtkLabel *chosen = part_of_editor (fixture, "chosen_words");
  g_assert_cmpstr (gtk_label_get_text (chosen), ==, "C0001 · 南店");
  gtk_editable_set_text (part_of_editor (fixture, "customer"), "王");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chosen)));
}

/* The complaint may be read again before its writer says that the step is saved. */
static void
wait_for_button (GtkButton *button, const char *label, gboolean sensitive)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while ((g_strcmp0 (gtk_button_get_label (button), label) != 0
          || gtk_widget_get_sensitive (GTK_WIDGET (button)) != sensitive)
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_button_get_label (button), ==, label);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (button)) == sensitive);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HF_IS_DEADLINE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* A blank reason is none, and the dialog stays. */
static void
give_reason (Fixture *fixture, const char *why)
{
  gtk_widget_activate_action (part_of_path (fixture, "next"), "complaint.give-up", NULL);
  GtkWidget *dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "deadline.confirm", NULL);
  g_assert_true (find_dialog () == dialog);
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (dialog, HF_TYPE_DEADLINE_DIALOG, "why")),
      why);
  gtk_widget_activate_action (dialog, "deadline.confirm", NULL);
}

static void
test_steps_go_forward_to_closed (Fixture *fixture, gconstpointer data)
{
  static const char *const buttons[] = { "Acknowledge", "Assess", "Begin to Investigate",
                                         "Respond", "Tell the Decision" };
  write_complaint (fixture, "", "no receipt");
  wait_for_label (part_of_detail (fixture, "title"), "Anonymous");
  GtkButton *next = part_of_path (fixture, "next");
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (next), "complaint.next-step", NULL);
      wait_for_button (next, buttons[i], TRUE);
    }
  g_assert_true (gtk_widget_get_visible (part_of_path (fixture, "lock")));
  g_assert_false (gtk_widget_get_visible (part_of_path (fixture, "unrecorded")));
  gtk_widget_activate_action (GTK_WIDGET (next), "complaint.go-to", "s", "communicated");
  wait_for_button (next, "Close", FALSE);
  wait_for_label (part_of_path (fixture, "missing"),
                  "Nobody in the customer list can be asked whether it is settled.");
  give_reason (fixture, "She has moved away");
  wait_for_label (part (fixture, "count"), "0 complaints");
  /* The list and the complaint are read again each on its own. */
  GtkWidget *next_box = part_of_path (fixture, "next_box");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (next_box) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (next_box));
}

static gpointer
read_solution (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GArray) keys = hf_store_complaints_list_keys (session, NULL, error);
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (
      session, g_array_index (keys, gint64, 0), error);
  return g_strdup (complaint->solved_how != NULL ? complaint->solved_how : "");
}

static void
test_how_it_was_solved_is_saved (Fixture *fixture, gconstpointer data)
{
  write_complaint (fixture, "", "no receipt");
  wait_for_label (part_of_detail (fixture, "title"), "Anonymous");
  GtkWidget *resolution = part_of_detail (fixture, "resolution");
  g_assert_false (gtk_widget_get_visible (resolution));
  gtk_widget_activate_action (part_of_path (fixture, "next"), "complaint.go-to", "s",
                              "investigating");
  wait_for_button (part_of_path (fixture, "next"), "Respond", TRUE);
  g_assert_true (gtk_widget_get_visible (resolution));
  /* What was passed over does not look as if it were done. */
  static const char *const places[] = { "passed",  "unrecorded", "unrecorded", "unrecorded",
                                        "present", "ahead",      "ahead",      "ahead" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkFlowBoxChild *step = gtk_flow_box_get_child_at_index (part_of_path (fixture, "path"),
                                                               (int) i);
      g_assert_true (gtk_widget_has_css_class (gtk_flow_box_child_get_child (step), places[i]));
    }
  g_assert_true (gtk_widget_get_visible (part_of_path (fixture, "unrecorded")));
  gpointer cost = gtk_widget_get_template_child (resolution, HF_TYPE_COMPLAINT_RESOLUTION,
                                                 "cost");
  gpointer how = gtk_widget_get_template_child (resolution, HF_TYPE_COMPLAINT_RESOLUTION,
                                                "how");
  gtk_editable_set_text (how, "A new receipt");
  gtk_editable_set_text (cost, "much");
  g_signal_emit_by_name (how, "apply");
  g_assert_true (gtk_widget_has_css_class (cost, "error"));
  gtk_editable_set_text (cost, "12.5");
  g_assert_false (gtk_widget_has_css_class (cost, "error"));
  g_signal_emit_by_name (how, "apply");
  g_autofree char *solved = g_strdup ("");
  for (gint64 end = g_get_monotonic_time () + PATIENCE;
       *solved == '\0' && g_get_monotonic_time () < end;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (solved);
      solved = hf_store_run (fixture->store, HF_STORE_READ, read_solution, NULL, NULL, NULL);
    }
  g_assert_cmpstr (solved, ==, "A new receipt");
}

/* The phone is proposed; what nobody said is not made up. */
static void
test_a_new_one_says_what_is_not_known (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  g_assert_cmpuint (adw_combo_row_get_selected (part_of_editor (fixture, "channel")), ==,
                    HF_COMPLAINT_PHONE);
  g_assert_cmpuint (adw_combo_row_get_selected (part_of_editor (fixture, "category")), ==,
                    HF_COMPLAINT_CATEGORY_UNKNOWN);
  g_assert_cmpuint (adw_combo_row_get_selected (part_of_editor (fixture, "severity")), ==,
                    HF_COMPLAINT_SEVERITY_UNKNOWN);
}

static void
test_category_is_explained (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *category = part_of_editor (fixture, "category");
  hf_complaints_page_new_complaint (fixture->page);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (category)), ==, "");
  adw_combo_row_set_selected (category, HF_COMPLAINT_VALUE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (category)), ==,
                   "Quality, quantity, price");
  adw_combo_row_set_selected (category, HF_COMPLAINT_PEOPLE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (category)), ==,
                   "Manner, skill");
}

static void
test_enter_alone_moves_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *note = part_of_path (fixture, "note");
  GtkWidget *next = part_of_path (fixture, "next");
  write_complaint (fixture, "", "no receipt");
  wait_for_label (part_of_detail (fixture, "title"), "Anonymous");
  g_assert_true (has_focus (fixture, note));
  g_assert_false (gtk_widget_get_visible (part_of_detail (fixture, "customer")));
  g_signal_emit_by_name (note, "activate");
  g_assert_true (has_focus (fixture, next));
  gtk_editable_set_text (GTK_EDITABLE (note), "called back");
  g_signal_emit_by_name (note, "activate");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (*gtk_editable_get_text (GTK_EDITABLE (note)) != '\0' && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (note)), ==, "");
}

/* One of today, and one of three years ago. */
static gpointer
add_old_and_new (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int years = 0; years <= 3; years += 3)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->received_at = hf_time_now () - years * 365 * G_TIME_SPAN_DAY;
      if (!hf_store_complaints_save (session, complaint, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

/* The days that the diagnosis begins with, so that both say the same. */
static void
test_meter_says_its_period (Fixture *fixture, gconstpointer data)
{
  GtkWidget *meter = part (fixture, "meter");
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, add_old_and_new, NULL, NULL, NULL));
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!gtk_widget_get_visible (meter) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (meter));
  HfChart *iceberg = HF_CHART (
      gtk_widget_get_template_child (meter, HF_TYPE_SILENT_METER, "iceberg"));
  HfFigures *figures = hf_chart_get_figures (iceberg);
  g_assert_cmpuint (figures->complaints.logged, ==, 1);
  g_autofree char *period = g_strdup_printf ("Period: %s to %s. ", figures->period->from,
                                             figures->period->to);
  g_autofree char *caption = NULL;
  g_object_get (gtk_widget_get_template_child (meter, HF_TYPE_SILENT_METER, "card"), "caption",
                &caption, NULL);
  g_assert_true (g_str_has_prefix (caption, period));
}

/* In a narrow window the list and a complaint take turns; Escape goes back. */
static void
test_one_side_at_a_time_where_narrow (Fixture *fixture, gconstpointer data)
{
  AdwLeaflet *leaflet = part (fixture, "leaflet");
  g_assert_true (adw_leaflet_get_folded (leaflet));
  write_complaint (fixture, "李先生", "方向盘抖");
  wait_for_label (part_of_detail (fixture, "title"), "李先生");
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == part (fixture, "case_side"));
  gtk_widget_activate_action (part (fixture, "detail"), "page.back", NULL);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == part (fixture, "list_side"));
}

#define ADD(name, width, func)                                                                 \
  g_test_add ("/complaints-page/" name, Fixture, GINT_TO_POINTER (width), set_up, func,        \
              tear_down)

static GtkWidget *
get_chip (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (part (fixture, "chips"), HF_TYPE_COMPLAINT_CHIPS, name));
}

static gpointer
add_complaints (HfStoreSession *session, gpointer unused, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->branch = g_strdup (i == 0 ? "南店" : "北店");
      complaint->words = g_strdup (complaint->branch);
      complaint->received_at = hf_store_session_get_now (session);
      if (!hf_store_complaints_save (session, complaint, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

/* What another page has counted shows with a chip for each part, which takes it away. */
static void
test_chips_narrow (Fixture *fixture, gconstpointer data)
{
  GtkLabel *count = part (fixture, "count");
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, add_complaints, NULL, NULL, NULL));
  gtk_editable_set_text (GTK_EDITABLE (part (fixture, "search")), "nobody");
  wait_for_label (count, "0 complaints");
  g_assert_false (gtk_widget_get_visible (part (fixture, "chips")));
  hf_complaints_page_filter (fixture->page,
                             "group=not_pursued&received=2020-01-01..&branch=-1");
  g_assert_cmpstr (gtk_editable_get_text (part (fixture, "search")), ==, "");
  g_assert_true (gtk_toggle_button_get_active (part (fixture, "show_all")));
  wait_for_label (part (fixture, "none"), "No complaint fits.");
  g_assert_true (gtk_widget_get_visible (get_chip (fixture, "group_chip")));
  gtk_widget_grab_focus (get_chip (fixture, "group_chip"));
  g_signal_emit_by_name (get_chip (fixture, "group_chip"), "clicked");
  g_assert_false (gtk_widget_get_visible (get_chip (fixture, "group_chip")));
  g_assert_true (has_focus (fixture, get_chip (fixture, "branch_chip")));
  wait_for_label (count, "0 complaints");
  g_signal_emit_by_name (get_chip (fixture, "branch_chip"), "clicked");
  wait_for_label (count, "2 complaints");
  g_signal_emit_by_name (get_chip (fixture, "received_chip"), "clicked");
  g_assert_false (gtk_widget_get_visible (part (fixture, "chips")));
  hf_complaints_page_filter (fixture->page, "branch=1&branch_name=%E5%8D%97&nothing");
  g_assert_true (gtk_widget_get_visible (get_chip (fixture, "branch_chip")));
  wait_for_label (count, "0 complaints");
  hf_complaints_page_show_escalated (fixture->page);
  g_assert_false (gtk_widget_get_visible (part (fixture, "chips")));
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("not-known", WIDE, test_a_new_one_says_what_is_not_known);
  ADD ("category", WIDE, test_category_is_explained);
  ADD ("save", WIDE, test_complaint_is_saved_with_its_promise);
  ADD ("no-words", WIDE, test_no_words_no_complaint);
  ADD ("unsaved", WIDE, test_unsaved_words_stay);
  ADD ("customer", WIDE, test_customer_is_found_while_typing);
  ADD ("enter", WIDE, test_enter_alone_moves_nothing);
  ADD ("meter", WIDE, test_meter_says_its_period);
  ADD ("narrow", NARROW, test_one_side_at_a_time_where_narrow);
  ADD ("steps", WIDE, test_steps_go_forward_to_closed);
  ADD ("chips", WIDE, test_chips_narrow);
  ADD ("solved", WIDE, test_how_it_was_solved_is_saved);
  return g_test_run ();
}
