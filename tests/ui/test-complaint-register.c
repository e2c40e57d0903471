#include "config.h"

#include <adwaita.h>

#include "hf-complaint-detail.h"
#include "hf-complaint-editor.h"
#include "hf-complaints-page.h"
#include "hf-customer-matches.h"
#include "hf-customer-picker.h"
#include "hf-call-attempt.h"
#include "hf-field-form.h"
#include "hf-hint-row.h"
#include "hf-hint-window.h"
#include "hf-hint-words-window.h"
#include "hf-interview.h"
#include "hf-store-attempts.h"
#include "hf-store-complaint-draft.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-staff.h"
#include "hf-test-gate.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* After which the editor keeps what is typed. */
#define DRAFT_DELAY (400 * G_TIME_SPAN_MILLISECOND)

/* A page on a store in memory, with a customer and somebody who works there. */
typedef struct
{
  HfStore *store;
  gint64 me;
  GtkWidget *window;
  HfComplaintsPage *page;
} Fixture;

static gpointer
add_people (HfStoreSession *session, gpointer me, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfStaff) staff = hf_staff_new ();
  customer->code = g_strdup ("C0001");
  customer->name = g_strdup ("王女士");
  customer->phone = g_strdup ("138 1234 5678");
  customer->branch = g_strdup ("南店");
  staff->code = g_strdup ("S1");
  staff->name = g_strdup ("小李");
  if (!hf_store_customers_save (session, customer, error)
      || !hf_store_staff_save (session, staff, error))
    return NULL;
  *(gint64 *) me = staff->id;
  return HF_STORE_DONE;
}

static void
show_page (Fixture *fixture)
{
  fixture->page = g_object_new (HF_TYPE_COMPLAINTS_PAGE, "store", fixture->store, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (
      hf_store_run (fixture->store, HF_STORE_WRITE, add_people, &fixture->me, NULL, &error));
  hf_store_set_staff_id (fixture->store, fixture->me);
  show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->store);
}

/* Nothing more may happen, and then the test fails instead of waiting for ever. */
static void
let_work (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

static gpointer
part (Fixture *fixture, const char *of, const char *name)
{
  return hf_test_widgets_get_part (hf_test_widgets_get_part (fixture->page, of), name);
}

static void
type (Fixture *fixture, const char *name, const char *text)
{
  gtk_editable_set_text (part (fixture, "editor", name), text);
}

static void
type_words (Fixture *fixture, const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (part (fixture, "editor", "words")), words,
                            -1);
}

static void
assert_text (gpointer row, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_editable_get_text (row), text) != 0 && g_get_monotonic_time () < end)
    let_work ();
  g_assert_cmpstr (gtk_editable_get_text (row), ==, text);
}

static void
wait_for_label (gpointer label, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_label_get_text (label), text) != 0 && g_get_monotonic_time () < end)
    let_work ();
  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
}

static void
wait_for_visible (gpointer widget, gboolean visible)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (widget) != visible && g_get_monotonic_time () < end)
    let_work ();
  g_assert_true (gtk_widget_get_visible (widget) == visible);
}

static gpointer
read_first (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GArray) keys = hf_store_complaints_list_keys (session, NULL, error);
  return keys->len > 0
             ? hf_store_complaints_get (session, g_array_index (keys, gint64, 0), error)
             : hf_complaint_new ();
}

static HfComplaint *
get_first (Fixture *fixture)
{
  return hf_store_run (fixture->store, HF_STORE_READ, read_first, NULL, NULL, NULL);
}

static void
test_number_finds_who_calls (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  assert_text (part (fixture, "editor", "taken_by"), "小李");
  type (fixture, "phone", "5678");
  wait_for_visible (part (fixture, "editor", "matches"), TRUE);
  g_signal_emit_by_name (part (fixture, "editor", "phone"), "entry-activated");
  assert_text (part (fixture, "editor", "customer"), "王女士");
  assert_text (part (fixture, "editor", "phone"), "138 1234 5678");
  assert_text (part (fixture, "editor", "branch"), "南店");
  type_words (fixture, "没人回电话");
  gtk_switch_set_active (part (fixture, "editor", "risk"), TRUE);
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "王女士");
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpstr (complaint->customer_code, ==, "C0001");
  g_assert_cmpint (complaint->taken_by_id, ==, fixture->me);
  g_assert_true (complaint->word_of_mouth_risk);
}

static void
test_unknown_number_is_kept_as_one (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  type (fixture, "customer", "010-6666 7777");
  type_words (fixture, "no receipt");
  type (fixture, "taken_by", "王芳");
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "Anonymous");
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpstr (complaint->phone, ==, "010-6666 7777");
  g_assert_null (complaint->customer_name);
  g_assert_cmpstr (complaint->taken_by, ==, "王芳");
}

static gpointer
read_draft (HfStoreSession *session, gpointer unused, GError **error)
{
  HfComplaint *kept = NULL;
  g_assert_true (hf_store_complaint_draft_find (session, &kept, error));
  return kept != NULL ? kept : hf_complaint_new ();
}

/* Lets the program work until the draft says @words. */
static void
wait_for_draft (Fixture *fixture, const char *words)
{
  g_autoptr (HfComplaint) kept = NULL;
  gint64 end = g_get_monotonic_time () + PATIENCE;
  do
    {
      let_work ();
      g_set_object (&kept, NULL);
      kept = hf_store_run (fixture->store, HF_STORE_READ, read_draft, NULL, NULL, NULL);
    }
  while (g_strcmp0 (kept->words, words) != 0 && g_get_monotonic_time () < end);
  g_assert_cmpstr (kept->words, ==, words);
}

static void
test_closed_window_loses_nothing (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  type (fixture, "customer", "5678");
  wait_for_visible (part (fixture, "editor", "matches"), TRUE);
  g_signal_emit_by_name (part (fixture, "editor", "customer"), "entry-activated");
  type_words (fixture, "half a sen");
  type_words (fixture, "half a sentence");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for_draft (fixture, "half a sentence");
  show_page (fixture);
  hf_complaints_page_new_complaint (fixture->page);
  wait_for_visible (part (fixture, "editor", "kept"), TRUE);
  wait_for_label (part (fixture, "editor", "chosen_words"), "C0001 · 138 1234 5678 · 南店");
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "王女士");
  wait_for_draft (fixture, NULL);
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpstr (complaint->words, ==, "half a sentence");
}

static void
test_new_beginning_forgets_the_draft (Fixture *fixture, gconstpointer data)
{
  hf_complaints_page_new_complaint (fixture->page);
  type_words (fixture, "half a sentence");
  wait_for_draft (fixture, "half a sentence");
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.start-anew", NULL);
  wait_for_draft (fixture, NULL);
}

/* However long the saving takes. */
static void
test_saved_complaint_leaves_no_draft (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 3 * DRAFT_DELAY;
  hf_complaints_page_new_complaint (fixture->page);
  type_words (fixture, "half a sentence");
  hf_test_gate_shut (fixture->store, HF_STORE_WRITE, 1);
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  while (g_get_monotonic_time () < end)
    let_work ();
  hf_test_gate_open ();
  wait_for_label (part (fixture, "detail", "title"), "Anonymous");
  hf_test_gate_shut (fixture->store, HF_STORE_WRITE, 1);
  hf_test_gate_open ();
  g_autoptr (HfComplaint) kept = hf_store_run (fixture->store, HF_STORE_READ, read_draft, NULL,
                                               NULL, NULL);
  g_assert_null (kept->words);
}

static void
save_anonymous (Fixture *fixture)
{
  hf_complaints_page_new_complaint (fixture->page);
  type (fixture, "phone", "+86 138-1234-5678");
  type_words (fixture, "no receipt");
  hf_customer_matches_clear (part (fixture, "editor", "matches"));
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "Anonymous");
}

static void
test_complaint_is_attached_afterwards (Fixture *fixture, gconstpointer data)
{
  save_anonymous (fixture);
  g_assert_true (gtk_widget_get_visible (part (fixture, "detail", "nobody")));
  g_assert_false (gtk_widget_get_visible (part (fixture, "detail", "customer")));
  gpointer detail = hf_test_widgets_get_part (fixture->page, "detail");
  gtk_widget_activate_action (detail, "complaint.attach", NULL);
  /* The number that was left is looked for by itself. */
  gpointer picker = hf_test_widgets_find_window (HF_TYPE_CUSTOMER_PICKER);
  g_assert_nonnull (picker);
  wait_for_visible (hf_test_widgets_get_part (picker, "matches"), TRUE);
  g_signal_emit_by_name (hf_test_widgets_get_part (picker, "search"), "entry-activated");
  wait_for_label (part (fixture, "detail", "title"), "王女士");
  g_assert_false (gtk_widget_get_visible (part (fixture, "detail", "nobody")));
  gtk_widget_activate_action (detail, "complaint.detach", NULL);
  wait_for_visible (part (fixture, "detail", "nobody"), TRUE);
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpint (complaint->customer_id, ==, 0);
}

static void
test_facts_are_corrected (Fixture *fixture, gconstpointer data)
{
  save_anonymous (fixture);
  g_autoptr (HfComplaint) before = get_first (fixture);
  gtk_widget_activate_action (hf_test_widgets_get_part (fixture->page, "detail"),
                              "complaint.edit", NULL);
  gpointer form = hf_test_widgets_find_window (HF_TYPE_FIELD_FORM);
  g_assert_nonnull (form);
  HfFieldSection *section = hf_field_form_get_section (form);
  hf_field_section_set_text (section, "customer_name", "赵先生");
  hf_field_section_set_text (section, "product", "速腾");
  hf_field_section_set_text (section, "taken_by", "");
  gtk_widget_activate_action (form, "form.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "赵先生");
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpstr (complaint->product, ==, "速腾");
  g_assert_cmpstr (complaint->words, ==, "no receipt");
  g_assert_cmpint (complaint->received_at, ==, before->received_at);
  g_assert_null (complaint->taken_by);
}

static void
test_received_is_not_to_come (Fixture *fixture, gconstpointer data)
{
  save_anonymous (fixture);
  gtk_widget_activate_action (hf_test_widgets_get_part (fixture->page, "detail"),
                              "complaint.edit", NULL);
  gpointer form = hf_test_widgets_find_window (HF_TYPE_FIELD_FORM);
  g_assert_nonnull (form);
  HfFieldSection *section = hf_field_form_get_section (form);
  hf_field_section_set_text (section, "received_at", "2099-01-01 10:00");
  gtk_widget_activate_action (form, "form.save", NULL);
  GtkWidget *row = NULL;
  while (row == NULL)
    {
      let_work ();
      row = hf_test_widgets_find_titled (form, "this day is still to come");
    }
  g_assert_true (gtk_widget_get_visible (row));
  gtk_window_destroy (form);
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpint (complaint->received_at, <=, hf_time_now ());
}

static gpointer
log_call (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const notes[] = { "没人回电话，要投诉", "a refund < now", "很满意" };
  gint64 customer_id = 0;
  g_assert_true (hf_store_customers_find_id (session, "C0001", &customer_id, error));
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
      attempt->customer_id = customer_id;
      attempt->outcome = g_strdup ("completed");
      attempt->note = g_strdup (notes[i]);
      attempt->started_at = attempt->ended_at = hf_time_now () - (gint64) i * G_TIME_SPAN_DAY;
      if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, 0, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static GtkButton *
hint_button (Fixture *fixture)
{
  return GTK_BUTTON (
      adw_bin_get_child (ADW_BIN (hf_test_widgets_get_part (fixture->page, "hints"))));
}

static void
wait_for_hints (Fixture *fixture, const char *words)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_button_get_label (hint_button (fixture)), words) != 0
         && g_get_monotonic_time () < end)
    let_work ();
  g_assert_cmpstr (gtk_button_get_label (hint_button (fixture)), ==, words);
}

static gpointer
wait_for_hint_row (gpointer window, int index, const char *title)
{
  GtkListBox *list = hf_test_widgets_get_part (window, "list");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkListBoxRow *row = NULL;
  while (((row = gtk_list_box_get_row_at_index (list, index)) == NULL
          || g_strcmp0 (hf_hint_row_get_hint (HF_HINT_ROW (row))->words, title) != 0)
         && g_get_monotonic_time () < end)
    let_work ();
  g_assert_nonnull (row);
  g_assert_cmpstr (hf_hint_row_get_hint (HF_HINT_ROW (row))->words, ==, title);
  return row;
}

static void
test_words_become_a_complaint (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, log_call, NULL, NULL, NULL));
  wait_for_hints (fixture, "Perhaps complaints: 2");
  g_signal_emit_by_name (hint_button (fixture), "clicked");
  gpointer window = hf_test_widgets_find_window (HF_TYPE_HINT_WINDOW);
  g_assert_nonnull (window);
  gpointer second = wait_for_hint_row (window, 1, "a refund < now");
  wait_for_label (hf_test_widgets_get_part (second, "words"), "a refund < now");
  gtk_widget_activate_action (second, "hint.dismiss", NULL);
  wait_for_hints (fixture, "Perhaps complaints: 1");
  gtk_widget_activate_action (wait_for_hint_row (window, 0, "没人回电话，要投诉"),
                              "hint.register", NULL);
  assert_text (part (fixture, "editor", "phone"), "138 1234 5678");
  wait_for_label (part (fixture, "editor", "chosen_words"), "C0001 · 138 1234 5678 · 南店");
  gtk_widget_activate_action (part (fixture, "editor", "words"), "editor.save", NULL);
  wait_for_label (part (fixture, "detail", "title"), "王女士");
  wait_for_visible (hf_test_widgets_get_part (fixture->page, "hints"), FALSE);
  g_autoptr (HfComplaint) complaint = get_first (fixture);
  g_assert_cmpstr (complaint->words, ==, "没人回电话，要投诉");
}

static void
test_firm_changes_its_words (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, log_call, NULL, NULL, NULL));
  wait_for_hints (fixture, "Perhaps complaints: 2");
  GtkWidget *window = hf_hint_words_window_new (fixture->window, fixture->store);
  gtk_window_present (GTK_WINDOW (window));
  GtkTextBuffer *list = gtk_text_view_get_buffer (hf_test_widgets_get_part (window, "list"));
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_text_buffer_get_char_count (list) == 0 && g_get_monotonic_time () < end)
    let_work ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (list), >, 0);
  gtk_text_buffer_set_text (list, "满意\nrefund\n回电话", -1);
  gtk_widget_activate_action (window, "words.save", NULL);
  wait_for_hints (fixture, "Perhaps complaints: 3");
}

static void
test_late_ones_show_after_all (Fixture *fixture, gconstpointer data)
{
  save_anonymous (fixture);
  wait_for_label (hf_test_widgets_get_part (fixture->page, "count"), "1 complaint");
  GtkWidget *late = hf_test_widgets_get_part (fixture->page, "show_late");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (late)), TRUE);
  wait_for_label (hf_test_widgets_get_part (fixture->page, "count"), "1 complaint");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (late), TRUE);
  wait_for_label (hf_test_widgets_get_part (fixture->page, "count"), "0 complaints");
}

#define ADD(name, func)                                                                        \
  g_test_add ("/complaint-register/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("number", test_number_finds_who_calls);
  ADD ("unknown-number", test_unknown_number_is_kept_as_one);
  ADD ("draft", test_closed_window_loses_nothing);
  ADD ("anew", test_new_beginning_forgets_the_draft);
  ADD ("slow-save", test_saved_complaint_leaves_no_draft);
  ADD ("attach", test_complaint_is_attached_afterwards);
  ADD ("facts", test_facts_are_corrected);
  ADD ("received", test_received_is_not_to_come);
  ADD ("hints", test_words_become_a_complaint);
  ADD ("words", test_firm_changes_its_words);
  ADD ("late", test_late_ones_show_after_all);
  return g_test_run ();
}
