#include "config.h"

#include "hf-dialogs.h"

#include <glib/gi18n.h>

#include "hf-store-error.h"
#include "hf-toaster.h"

#define UNDO_SECONDS 10

typedef struct
{
  HfUndoFunc undo;
  gpointer data;
  GDestroyNotify free_data;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;
  if (undo->free_data != NULL)
    undo->free_data (undo->data);
  g_free (undo);
}

static void
on_undo (AdwToast *toast, gpointer data)
{
  Undo *undo = data;
  undo->undo (undo->data);
}

static void
add_toast (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    hf_toaster_add (hf_toaster_get (ADW_TOAST_OVERLAY (overlay)), toast);
}

/* A toast reads its title as markup. */
static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  return g_object_ref_sink (adw_toast_new (escaped));
}

/**
 * hf_dialogs_toast:
 * @widget: a widget of the window to show it in
 * @text: what was done, one short line
 *
 * Says in passing what was done.
 */
void
hf_dialogs_toast (GtkWidget *widget, const char *text)
{
  g_autoptr (AdwToast) toast = new_toast (text);
  add_toast (widget, toast);
}

/**
 * hf_dialogs_toast_undo:
 * @widget: a widget of the window to show it in
 * @text: what was done, one short line
 * @undo: takes it back
 * @data: for @undo
 * @free_data: (nullable): frees @data once it can no longer be taken back
 *
 * Says what was done and offers for ten seconds to take it back.
 */
void
hf_dialogs_toast_undo (GtkWidget *widget, const char *text, HfUndoFunc undo, gpointer data,
                       GDestroyNotify free_data)
{
  g_autoptr (AdwToast) toast = new_toast (text);
  Undo *closure = g_new (Undo, 1);
  *closure = (Undo){ undo, data, free_data };
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), closure, undo_free, 0);
  add_toast (widget, toast);
}

/* The dialog has its heading twice, large and small, and measures the large one in the least
 * width of the small one. GTK 4.18 warns of that, so that both are small. */
static void
shrink_heading (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    shrink_heading (child);
  if (!GTK_IS_LABEL (widget) || !gtk_widget_has_css_class (widget, "title-2"))
    return;
  gtk_widget_remove_css_class (widget, "title-2");
  gtk_widget_add_css_class (widget, "title-4");
  gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
}

/**
 * hf_dialogs_new:
 * @parent: (nullable): the window that it is about
 * @heading: what is asked or told, short
 * @body: (nullable): more of it
 *
 * Makes a message dialog; the caller adds responses and presents it.
 *
 * Returns: (transfer none): the dialog
 */
AdwMessageDialog *
hf_dialogs_new (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  shrink_heading (dialog);
  return ADW_MESSAGE_DIALOG (dialog);
}

static char *
describe (const char *what_is_safe, const GError *error)
{
  if (error == NULL)
    return g_strdup (what_is_safe);
  const char *advice = what_is_safe != NULL ? what_is_safe : hf_store_error_advice (error);
  /* Translators: two sentences: what went wrong, and what is safe. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), hf_store_error_words (error), advice);
}

/**
 * hf_dialogs_error:
 * @widget: a widget of the window that it happened in
 * @what_happened: one sentence
 * @what_is_safe: (nullable): what was kept, and what to do now; %NULL where the error says it
 * @error: (nullable): the cause; its technical text goes to the log
 *
 * Says that something failed; the person closes it.
 */
void
hf_dialogs_error (GtkWidget *widget, const char *what_happened, const char *what_is_safe,
                  const GError *error)
{
  if (error != NULL)
    g_message ("%s: %s", g_quark_to_string (error->domain), error->message);
  g_autofree char *body = describe (what_is_safe, error);
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwMessageDialog *dialog = hf_dialogs_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                             what_happened, body);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * hf_dialogs_fill_failure:
 * @page: a page's failure state
 * @error: the cause; its technical text goes to the log
 * @file: (nullable): the path of the file it is about
 *
 * Says on a page what happened, what is safe and what to do.
 */
void
hf_dialogs_fill_failure (AdwStatusPage *page, const GError *error, const char *file)
{
  g_message ("%s: %s", g_quark_to_string (error->domain), error->message);
  g_autofree char *text = g_strjoin ("\n", hf_store_error_advice (error), file, NULL);
  g_autofree char *markup_safe = g_markup_escape_text (text, -1);
  adw_status_page_set_title (page, hf_store_error_words (error));
  adw_status_page_set_description (page, markup_safe);
}

/**
 * hf_dialogs_keeps_content:
 * @stack: a page's states, of which "loading" and "failure" show no content
 * @error: why it could not be read again
 *
 * Tells whether what a page shows is better than nothing: while the server is away, what was
 * read before stays; the window says that it is away.
 *
 * Returns: whether the page stays as it is
 */
gboolean
hf_dialogs_keeps_content (GtkStack *stack, const GError *error)
{
  const char *shown = gtk_stack_get_visible_child_name (stack);
  return g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE) && shown != NULL
         && !g_str_equal (shown, "loading") && !g_str_equal (shown, "failure");
}

/**
 * hf_dialogs_show_failure:
 * @stack: a page's states, "failure" among them
 * @page: the failure's page
 * @error: why what the page shows could not be read
 *
 * Says why there is nothing to show, unless what was read before is better than nothing, or
 * something newer is being read.
 */
void
hf_dialogs_show_failure (GtkStack *stack, AdwStatusPage *page, const GError *error)
{
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED)
      || hf_dialogs_keeps_content (stack, error))
    return;
  hf_dialogs_fill_failure (page, error, NULL);
  gtk_stack_set_visible_child_name (stack, "failure");
}
