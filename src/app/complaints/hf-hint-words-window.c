#include "config.h"

#include "hf-hint-words-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-starter.h"
#include "hf-store-hints.h"
#include "hf-store-settings.h"

/* The firm's list of what sounds like a complaint. */
struct _HfHintWordsWindow
{
  AdwWindow parent_instance;

  GtkTextView *list;

  HfStore *store; /* NULL: the window is closed */
};

G_DEFINE_FINAL_TYPE (HfHintWordsWindow, hf_hint_words_window, ADW_TYPE_WINDOW)

static void
show_list (HfHintWordsWindow *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->list);
  GtkTextIter start;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static gpointer
load_list (HfStoreSession *session, gpointer unused, GError **error)
{
  char *text = NULL;
  if (!hf_store_settings_find (session, HF_SETTING_COMPLAINT_WORDS, &text, error))
    return NULL;
  if (text != NULL && *text != '\0')
    return text;
  g_free (text);
  return hf_starter_load_complaint_words ();
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintWordsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.save", text != NULL);
  if (text != NULL)
    show_list (self, text);
  else
    hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                      hf_store_error_advice (error), error);
}

static gpointer
save_list (HfStoreSession *session, gpointer text, GError **error)
{
  return hf_store_settings_set (session, HF_SETTING_COMPLAINT_WORDS, text, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintWordsWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.save", TRUE);
  if (saved)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The change was not saved"),
                      hf_store_error_advice (error), error);
}

/* The list that the program comes with is not kept, so that a newer one is used. */
static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfHintWordsWindow *self = HF_HINT_WORDS_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->list);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_autofree char *shipped = hf_starter_load_complaint_words ();
  if (strcmp (text, shipped) == 0)
    *text = '\0';
  gtk_widget_action_set_enabled (widget, "words.save", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, save_list, text, g_free, NULL, NULL,
                      on_saved, g_object_ref (self));
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *shipped = hf_starter_load_complaint_words ();
  show_list (HF_HINT_WORDS_WINDOW (widget), shipped);
}

static void
hf_hint_words_window_dispose (GObject *object)
{
  g_clear_object (&HF_HINT_WORDS_WINDOW (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_HINT_WORDS_WINDOW);
  G_OBJECT_CLASS (hf_hint_words_window_parent_class)->dispose (object);
}

static void
hf_hint_words_window_class_init (HfHintWordsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_hint_words_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-hint-words-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfHintWordsWindow, list);
  gtk_widget_class_install_action (widget_class, "words.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "words.restore", NULL, restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "words.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_hint_words_window_init (HfHintWordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.save", FALSE);
}

/**
 * hf_hint_words_window_new:
 * @parent: a widget of the window that it belongs to
 * @store: where the list is kept
 *
 * Makes a window in which the list is changed, or the shipped one is taken again.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_hint_words_window_new (GtkWidget *parent, HfStore *store)
{
  HfHintWordsWindow *self = g_object_new (HF_TYPE_HINT_WORDS_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->store = g_object_ref (store);
  hf_store_run_async (store, HF_STORE_READ, load_list, NULL, NULL, g_free, NULL, on_loaded,
                      g_object_ref (self));
  return GTK_WIDGET (self);
}
