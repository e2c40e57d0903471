#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-guide-condition.h"
#include "hf-guide-editor-private.h"
#include "hf-guide-form.h"
#include "hf-guide-outline.h"
#include "hf-guide-preview.h"
#include "hf-guide-source.h"
#include "hf-question-pane.h"
#include "hf-starter.h"
#include "hf-store-guides.h"
#include "hf-store-starter.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define GUIDE                                                                                  \
  "<guide code='low-score' version='1' kind='low_score'><title>Care</title>"                   \
  "<question id='told' kind='choice'><text>Did you tell us?</text>"                            \
  "<option id='yes'><label>Yes</label></option><option id='no'><label>No</label></option>"     \
  "</question><question id='how' kind='text'><text>How?</text></question></guide>"

/* A store in memory, and a draft in it that is being written. */
typedef struct
{
  HfStore *store;
  HfStoredGuide *draft;
  GtkWidget *window;
  GtkWidget *editor; /* NULL once it is closed */
} Fixture;

static gpointer
run (Fixture *self, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
begin_draft (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_guides_begin_draft (session, "low-score", HF_INTERVIEW_LOW_SCORE, GUIDE,
                                      error);
}

static gpointer
read_latest (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_guides_get_latest (session, HF_INTERVIEW_LOW_SCORE, error);
}

static gpointer
read_draft (HfStoreSession *session, gpointer draft, GError **error)
{
  return hf_store_guides_get (session, ((HfStoredGuide *) draft)->id, error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (self, HF_STORE_WRITE, hf_store_starter_fill, NULL);
  self->draft = run (self, HF_STORE_WRITE, begin_draft, NULL);
  self->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->window));
  self->editor = hf_guide_editor_new (GTK_WINDOW (self->window), self->store, self->draft);
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *) &self->editor);
  gtk_window_present (GTK_WINDOW (self->editor));
  gtk_test_widget_wait_for_draw (self->editor);
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
is_closed (Fixture *self)
{
  return self->editor == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->editor != NULL)
    gtk_window_close (GTK_WINDOW (self->editor));
  wait_for (self, is_closed);
  gtk_window_destroy (GTK_WINDOW (self->window));
  hf_stored_guide_free (self->draft);
  hf_store_close (self->store);
  g_clear_object (&self->store);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_nth (GtkWidget *widget, GType type, guint nth)
{
  return find (widget, type, &nth);
}

static void
select_row (Fixture *self, int index)
{
  GtkListBox *list = hf_test_widgets_get_part (
      hf_test_widgets_get_part (self->editor, "outline"), "list");
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, index));
}

static char *
dup_stored (Fixture *self)
{
  g_autoptr (HfStoredGuide) stored = run (self, HF_STORE_READ, read_draft, self->draft);
  return g_strdup (stored->xml);
}

static const char *
get_problem (Fixture *self)
{
  return gtk_label_get_text (hf_test_widgets_get_part (self->editor, "problem"));
}

static gboolean
is_good (Fixture *self)
{
  return strstr (get_problem (self), "Everything is right") != NULL;
}

static gboolean
is_wrong (Fixture *self)
{
  return !is_good (self);
}

static gboolean
is_asked_why (Fixture *self)
{
  g_autofree char *stored = dup_stored (self);
  return strstr (stored, "<text>Why?</text>") != NULL
         && strstr (stored, "<text xml:lang=\"zh_CN\">为什么？</text>") != NULL;
}

static void
type_in (GtkWidget *form, guint nth, const char *text)
{
  GtkTextView *view = find_nth (form, GTK_TYPE_TEXT_VIEW, nth);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
test_what_is_typed_is_stored (Fixture *self, gconstpointer data)
{
  select_row (self, 2);
  type_in (hf_test_widgets_get_part (self->editor, "form"), 0, "Why?");
  type_in (hf_test_widgets_get_part (self->editor, "form"), 1, "为什么？");
  wait_for (self, is_asked_why);
  g_assert_true (is_good (self));
}

static void
test_a_mistake_is_shown_and_undone (Fixture *self, gconstpointer data)
{
  GtkListBox *list = hf_test_widgets_get_part (
      hf_test_widgets_get_part (self->editor, "outline"), "list");
  select_row (self, 1);
  type_in (hf_test_widgets_get_part (self->editor, "form"), 0, "");
  wait_for (self, is_wrong);
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (self->editor, "show")));
  select_row (self, 0);
  gtk_widget_activate_action (self->editor, "guide.show-place", NULL);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 1);
  gtk_widget_activate_action (self->editor, "guide.undo", NULL);
  wait_for (self, is_good);
}

static void
assert_steps (Fixture *self, const char *expected)
{
  GtkListBox *list = hf_test_widgets_get_part (
      hf_test_widgets_get_part (self->editor, "outline"), "list");
  g_autoptr (GString) steps = g_string_new (NULL);
  GtkListBoxRow *row;
  for (int i = 1; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (steps, "%s%s", i > 1 ? ", " : "",
                            gtk_label_get_text (g_object_get_data (G_OBJECT (row), "name")));
  g_assert_cmpstr (steps->str, ==, expected);
}

static void
test_steps_are_added_moved_and_removed (Fixture *self, gconstpointer data)
{
  select_row (self, 1);
  gtk_widget_activate_action (self->editor, "guide.add-question", NULL);
  assert_steps (self, "Did you tell us?, New question, How?");
  gtk_widget_activate_action (self->editor, "guide.move-down", NULL);
  assert_steps (self, "Did you tell us?, How?, New question");
  gtk_widget_activate_action (self->editor, "guide.add-part", NULL);
  gtk_widget_activate_action (self->editor, "guide.add-objection", NULL);
  assert_steps (self, "New objection, Did you tell us?, How?, New question, New part");
  gtk_widget_activate_action (self->editor, "guide.remove", NULL);
  assert_steps (self, "Did you tell us?, How?, New question, New part");
  gtk_widget_activate_action (self->editor, "guide.undo", NULL);
  assert_steps (self, "New objection, Did you tell us?, How?, New question, New part");
  g_assert_true (is_good (self));
}

static gboolean
has_condition (Fixture *self)
{
  g_autofree char *stored = dup_stored (self);
  return strstr (stored, "when=\"told != yes\"") != NULL;
}

static void
test_a_condition_is_chosen (Fixture *self, gconstpointer data)
{
  select_row (self, 2);
  GtkWidget *condition = find_nth (hf_test_widgets_get_part (self->editor, "form"),
                                   HF_TYPE_GUIDE_CONDITION, 0);
  g_signal_emit_by_name (hf_test_widgets_get_part (condition, "popover"), "show");
  gtk_drop_down_set_selected (hf_test_widgets_get_part (condition, "test"), 1);
  gtk_widget_activate_action (condition, "condition.use", NULL);
  g_assert_cmpstr (gtk_editable_get_text (hf_test_widgets_get_part (condition, "text")), ==,
                   "told != yes");
  g_assert_cmpstr (gtk_label_get_text (hf_test_widgets_get_part (condition, "meaning")), ==,
                   "“Did you tell us?” is not “Yes”");
  wait_for (self, has_condition);
  gtk_editable_set_text (hf_test_widgets_get_part (condition, "text"), "told !=");
  g_assert_cmpstr (gtk_label_get_text (hf_test_widgets_get_part (condition, "meaning")), ==,
                   "This is not a condition yet");
}

static gboolean
has_scale (Fixture *self)
{
  g_autofree char *stored = dup_stored (self);
  return strstr (stored, "kind=\"scale\" from=\"1\" to=\"5\"") != NULL;
}

static void
test_a_kind_brings_what_it_needs (Fixture *self, gconstpointer data)
{
  select_row (self, 1);
  AdwComboRow *kind = find_nth (hf_test_widgets_get_part (self->editor, "form"),
                                ADW_TYPE_COMBO_ROW, 0);
  adw_combo_row_set_selected (kind, 3);
  wait_for (self, has_scale);
  g_assert_true (is_good (self));
}

static gboolean
is_at_line (Fixture *self)
{
  return strstr (get_problem (self), "Line 3, column ") != NULL;
}

static void
test_the_text_says_where_it_is_wrong (Fixture *self, gconstpointer data)
{
  GtkStack *stack = hf_test_widgets_get_part (self->editor, "stack");
  GtkWidget *source = hf_test_widgets_get_part (self->editor, "source");
  gtk_stack_set_visible_child_name (stack, "text");
  g_autofree char *right = hf_guide_source_dup_text (HF_GUIDE_SOURCE (source));
  g_assert_nonnull (strstr (right, "Did you tell us?"));
  gtk_text_buffer_set_text (hf_test_widgets_get_part (source, "buffer"),
                            "<guide code='g' version='1' kind='lost'>\n<title>G</title>\n<part",
                            -1);
  wait_for (self, is_at_line);
  gtk_stack_set_visible_child_name (stack, "steps");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "text");
  gtk_text_buffer_set_text (hf_test_widgets_get_part (source, "buffer"), right, -1);
  wait_for (self, is_good);
  gtk_stack_set_visible_child_name (stack, "steps");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "steps");
  assert_steps (self, "Did you tell us?, How?");
}

static void
test_publishing_takes_it_into_use (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (self->editor, "guide.publish", NULL);
  wait_for (self, is_closed);
  g_autoptr (HfStoredGuide) latest = run (self, HF_STORE_READ, read_latest, NULL);
  g_assert_cmpint (latest->id, ==, self->draft->id);
  g_assert_cmpint (latest->version, ==, 2);
  g_assert_nonnull (strstr (latest->xml, "version=\"2\""));
}

/* Nothing is forgotten that is asked for while something is being stored. */
static void
test_publishing_waits_for_what_is_stored (Fixture *self, gconstpointer data)
{
  select_row (self, 2);
  type_in (hf_test_widgets_get_part (self->editor, "form"), 0, "Why?");
  hf_guide_editor_look (HF_GUIDE_EDITOR (self->editor));
  gtk_widget_activate_action (self->editor, "guide.publish", NULL);
  wait_for (self, is_closed);
  g_autoptr (HfStoredGuide) latest = run (self, HF_STORE_READ, read_latest, NULL);
  g_assert_cmpint (latest->id, ==, self->draft->id);
}

static void
test_closing_stores_the_last_word (Fixture *self, gconstpointer data)
{
  select_row (self, 2);
  type_in (hf_test_widgets_get_part (self->editor, "form"), 0, "Who?");
  hf_guide_editor_look (HF_GUIDE_EDITOR (self->editor));
  type_in (hf_test_widgets_get_part (self->editor, "form"), 0, "Why?");
  type_in (hf_test_widgets_get_part (self->editor, "form"), 1, "为什么？");
  gtk_window_close (GTK_WINDOW (self->editor));
  wait_for (self, is_closed);
  g_assert_true (is_asked_why (self));
}

static const char *
get_speech (GtkWidget *pane)
{
  return gtk_label_get_text (hf_test_widgets_get_part (pane, "speech"));
}

static void
test_a_preview_is_a_call (void)
{
  g_autoptr (HfGuide) guide = hf_guide_new_starter ("thank-you");
  GtkWidget *preview = hf_guide_preview_new (NULL, guide, "en");
  GtkWidget *pane = hf_test_widgets_get_part (preview, "pane");
  gtk_window_present (GTK_WINDOW (preview));
  gtk_test_widget_wait_for_draw (preview);
  g_assert_nonnull (strstr (get_speech (pane), "Sample Company"));
  gtk_widget_activate_action (preview, "page.next", NULL);
  gtk_widget_activate_action (preview, "page.objection", "i", 0);
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (pane, "objection")));
  g_assert_true (hf_question_pane_pick (HF_QUESTION_PANE (pane), 3));
  gtk_drop_down_set_selected (hf_test_widgets_get_part (preview, "languages"), 1);
  g_assert_null (strstr (get_speech (pane), "thank"));
  gtk_widget_activate_action (preview, "page.next", NULL);
  gtk_widget_activate_action (preview, "page.next", NULL);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (hf_test_widgets_get_part (preview, "stack")), ==,
      "end");
  gtk_widget_activate_action (preview, "page.back", NULL);
  gtk_widget_activate_action (preview, "page.back", NULL);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (hf_test_widgets_get_part (preview, "stack")), ==,
      "call");
  gtk_widget_activate_action (preview, "preview.restart", NULL);
  g_assert_nonnull (
      strstr (gtk_label_get_text (hf_test_widgets_get_part (pane, "place")), "1 / "));
  gtk_window_destroy (GTK_WINDOW (preview));
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);

#define ADD(name, func)                                                                        \
  g_test_add ("/guide-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("typed", test_what_is_typed_is_stored);
  ADD ("mistake", test_a_mistake_is_shown_and_undone);
  ADD ("steps", test_steps_are_added_moved_and_removed);
  ADD ("condition", test_a_condition_is_chosen);
  ADD ("kind", test_a_kind_brings_what_it_needs);
  ADD ("text", test_the_text_says_where_it_is_wrong);
  ADD ("publish", test_publishing_takes_it_into_use);
  ADD ("publish-while-storing", test_publishing_waits_for_what_is_stored);
  ADD ("close-while-storing", test_closing_stores_the_last_word);
  g_test_add_func ("/guide-editor/preview", test_a_preview_is_a_call);
  return g_test_run ();
}
