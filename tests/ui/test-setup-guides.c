#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-guide-begin.h"
#include "hf-guide-editor.h"
#include "hf-guide.h"
#include "hf-setup-guides.h"
#include "hf-store-guides.h"
#include "hf-store-starter.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* The starter guides, and a file beside them. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  GtkWidget *section;
  char *folder;
  GFile *file;
} Fixture;

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

static gpointer
run (Fixture *self, HfStoreAccess access, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, access, func, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gboolean
has_guides (Fixture *self)
{
  GtkListBox *list = hf_test_widgets_get_part (self->section, "guides");
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->folder = test_folder_new ("huifang-guides-XXXXXX");
  g_autofree char *path = g_build_filename (self->folder, "guide.xml", NULL);
  self->file = g_file_new_for_path (path);
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (self, HF_STORE_WRITE, hf_store_starter_fill);
  self->section = g_object_new (HF_TYPE_SETUP_GUIDES, "store", self->store, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->section);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for (self, has_guides);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  hf_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  test_folder_remove (self->folder);
}

static gboolean
has_editor (Fixture *self)
{
  return hf_test_widgets_find_window (HF_TYPE_GUIDE_EDITOR) != NULL;
}

static gboolean
has_no_editor (Fixture *self)
{
  return !has_editor (self);
}

/* Once the editor of a new draft is open, closes it. */
static void
pass_editor (Fixture *self)
{
  wait_for (self, has_editor);
  gtk_window_close (hf_test_widgets_find_window (HF_TYPE_GUIDE_EDITOR));
  wait_for (self, has_no_editor);
}

static gboolean
is_written (Fixture *self)
{
  g_autofree char *text = NULL;
  g_file_get_contents (g_file_peek_path (self->file), &text, NULL, NULL);
  return text != NULL && strstr (text, "</guide>") != NULL
         && strstr (text, "follow-up") != NULL;
}

/* A guide that is written to a file comes back as the draft of the next version. */
static void
test_a_guide_goes_out_and_comes_in (Fixture *self, gconstpointer data)
{
  hf_setup_guides_export (HF_SETUP_GUIDES (self->section), self->file);
  wait_for (self, is_written);
  hf_setup_guides_import (HF_SETUP_GUIDES (self->section), self->file);
  pass_editor (self);
}

static gboolean
is_refused (Fixture *self)
{
  AdwMessageDialog *dialog = hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG);
  const char *body = dialog != NULL ? adw_message_dialog_get_body (dialog) : "";
  return strstr (body, "line 3") != NULL && strstr (body, "column 1") != NULL;
}

/* A file with a mistake is refused as a whole, and where it is wrong is said. */
static void
test_a_wrong_file_is_refused (Fixture *self, gconstpointer data)
{
  g_assert_true (
      g_file_set_contents (g_file_peek_path (self->file),
                           "<guide code='a' version='1' kind='lost'>\n<title>A</title>\n"
                           "<question id='q' kind='guess'><text>?</text></question>\n</guide>",
                           -1, NULL));
  hf_setup_guides_import (HF_SETUP_GUIDES (self->section), self->file);
  wait_for (self, is_refused);
  gtk_window_destroy (hf_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_false (has_editor (self));
}

static gpointer
read_new (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) guides = hf_store_guides_list (session, error);
  for (guint i = 0; guides != NULL && i < guides->len; i++)
    if (g_str_equal (((HfStoredGuide *) guides->pdata[i])->code, "thank-you-2"))
      return g_strdup (((HfStoredGuide *) guides->pdata[i])->xml);
  return g_strdup ("");
}

/* Begins a guide in its window, and gives what it begins with. */
static char *
begin_guide (Fixture *self, guint from)
{
  gtk_widget_activate_action (self->section, "section.new-guide", NULL);
  AdwMessageDialog *dialog = hf_test_widgets_find_window (HF_TYPE_GUIDE_BEGIN);
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, HF_GUIDE_BEGIN_WRITE));
  gtk_editable_set_text (hf_test_widgets_get_part (dialog, "name"), "Birthday call");
  adw_combo_row_set_selected (hf_test_widgets_get_part (dialog, "from"), from);
  adw_combo_row_set_selected (hf_test_widgets_get_part (dialog, "kind"),
                              HF_INTERVIEW_THANK_YOU);
  adw_message_dialog_response (dialog, HF_GUIDE_BEGIN_WRITE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pass_editor (self);
  return run (self, HF_STORE_READ, read_new);
}

static HfGuide *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = g_bytes_new (text, strlen (text));
  HfGuide *guide = hf_guide_parse (file, &error);
  g_assert_no_error (error);
  return guide;
}

static void
test_a_guide_is_made_from_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *text = begin_guide (self, 0);
  g_autoptr (HfGuide) guide = parse (text);
  g_assert_cmpint (guide->kind, ==, HF_INTERVIEW_THANK_YOU);
  g_assert_cmpuint (guide->questions->len, ==, 1);
  g_assert_cmpstr (hf_wording_get (guide->title, "en"), ==, "Birthday call");
}

static void
test_a_guide_is_copied_as_a_new_one (Fixture *self, gconstpointer data)
{
  g_autofree char *text = begin_guide (self, 2);
  g_autoptr (HfGuide) guide = parse (text);
  g_assert_cmpstr (guide->code, ==, "thank-you-2");
  g_assert_cmpuint (guide->version, ==, 1);
  g_assert_cmpuint (guide->questions->len, >, 5);
  g_assert_cmpstr (hf_wording_get (guide->title, "zh_CN"), ==, "Birthday call");
  g_assert_cmpstr (hf_wording_get (guide->title, "en"), ==, "Birthday call");
}

#define ADD(path, func)                                                                        \
  g_test_add ("/setup-guides/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("files", test_a_guide_goes_out_and_comes_in);
  ADD ("wrong-file", test_a_wrong_file_is_refused);
  ADD ("new", test_a_guide_is_made_from_nothing);
  ADD ("copy", test_a_guide_is_copied_as_a_new_one);
  return g_test_run ();
}
