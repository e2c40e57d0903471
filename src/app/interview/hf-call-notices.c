#include "config.h"

#include "hf-call-notices.h"

#include <glib/gi18n.h>

#include "hf-store-error.h"
#include "hf-widget.h"

/* What one should know of a call, such as what was recovered, and what could not be saved. */
struct _HfCallNotices
{
  GtkWidget parent_instance;

  GtkInfoBar *returned;
  GtkLabel *returned_words;
  GtkInfoBar *notice;
  GtkLabel *notice_words;
  GtkInfoBar *failure;
  GtkLabel *failure_words;
  GtkButton *failure_button;
};

G_DEFINE_FINAL_TYPE (HfCallNotices, hf_call_notices, GTK_TYPE_WIDGET)

static void
hf_call_notices_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_NOTICES);
  G_OBJECT_CLASS (hf_call_notices_parent_class)->dispose (object);
}

static void
hf_call_notices_class_init (HfCallNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_notices_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-call-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, returned);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, returned_words);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, notice);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, notice_words);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, failure);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, failure_words);
  gtk_widget_class_bind_template_child (widget_class, HfCallNotices, failure_button);
  gtk_widget_class_bind_template_callback (widget_class, hf_call_notices_hide_notice);
}

static void
hf_call_notices_init (HfCallNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_call_notices_show_notice:
 * @self: the notices
 * @words: (nullable): what one should know, such as what was recovered; %NULL for nothing
 *
 * Says something that does not stop the call.
 */
void
hf_call_notices_show_notice (HfCallNotices *self, const char *words)
{
  gtk_label_set_text (self->notice_words, words != NULL ? words : "");
  gtk_info_bar_set_revealed (self->notice, words != NULL);
}

/**
 * hf_call_notices_hide_notice:
 * @self: the notices
 *
 * The person has read it.
 */
void
hf_call_notices_hide_notice (HfCallNotices *self)
{
  gtk_info_bar_set_revealed (self->notice, FALSE);
}

/**
 * hf_call_notices_show_returned:
 * @self: the notices
 * @words: (nullable): what the supervisor says, %NULL where the interview was not returned
 *
 * Says what is to be done before the interview is handed in again.
 */
void
hf_call_notices_show_returned (HfCallNotices *self, const char *words)
{
  gtk_label_set_text (self->returned_words, words != NULL ? words : "");
  gtk_info_bar_set_revealed (self->returned, words != NULL);
}

/**
 * hf_call_notices_show_failure:
 * @self: the notices
 * @error: why something could not be saved
 * @answer: whether it was the answer, which can be tried again from here
 *
 * Says that something could not be saved, and what to do.
 */
void
hf_call_notices_show_failure (HfCallNotices *self, const GError *error, gboolean answer)
{
  gboolean conflict = g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  gboolean uncertain = g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_UNCERTAIN);
  gboolean reload = conflict || uncertain;
  g_autofree char *words = NULL;
  if (conflict)
    words = g_strdup (_ ("This interview is open in another window, too, and was changed "
                         "there. Load it again to go on from there."));
  else if (uncertain)
    words = g_strdup (
        _ ("The connection broke while saving: perhaps it is saved. What you entered "
           "is still here. Load the interview again to see."));
  else
    /* Translators: what happened, then what to do. */
    words = g_strdup_printf (_ ("Not saved. %s What you entered is still here. %s"),
                             hf_store_error_words (error), hf_store_error_advice (error));
  gtk_label_set_text (self->failure_words, words);
  gtk_button_set_label (self->failure_button, reload ? _ ("_Load Again") : _ ("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->failure_button),
                                  reload ? "page.reload" : "page.next");
  gtk_widget_set_visible (GTK_WIDGET (self->failure_button), reload || answer);
  gtk_info_bar_set_revealed (self->failure, TRUE);
}

/**
 * hf_call_notices_hide_failure:
 * @self: the notices
 *
 * It is saved now.
 */
void
hf_call_notices_hide_failure (HfCallNotices *self)
{
  gtk_info_bar_set_revealed (self->failure, FALSE);
}
