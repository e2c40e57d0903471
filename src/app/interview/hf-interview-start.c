#include "config.h"

#include "hf-interview-start.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-store-interviews.h"
#include "hf-time.h"
#include "hf-widget.h"

/* What shows while no call is open: the next one, and those that were not finished. */
struct _HfInterviewStart
{
  GtkWidget parent_instance;

  GtkListBox *unfinished;
  GtkWidget *unfinished_box;

  HfStore *store;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (HfInterviewStart, hf_interview_start, GTK_TYPE_WIDGET)

static const char *
get_customer (const HfInterview *interview)
{
  return interview->customer_name != NULL ? interview->customer_name : interview->customer_code;
}

static GtkWidget *
new_row (const HfInterview *interview)
{
  g_autofree char *title = g_markup_escape_text (get_customer (interview), -1);
  g_autofree char *moment = hf_time_format_moment (interview->started_at);
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s", hf_choice_label (hf_interview_kinds, interview->kind),
      moment != NULL ? moment : "");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Continue"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-interview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", interview->customer_id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_unfinished (HfInterviewStart *self, GPtrArray *interviews)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->unfinished, 0)) != NULL)
    gtk_list_box_remove (self->unfinished, GTK_WIDGET (row));
  for (guint i = 0; i < interviews->len; i++)
    gtk_list_box_append (self->unfinished, new_row (interviews->pdata[i]));
  gtk_widget_set_visible (self->unfinished_box, interviews->len > 0);
}

static void
on_listed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewStart) self = data;
  g_autoptr (GPtrArray) interviews = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (interviews != NULL)
    show_unfinished (self, interviews);
}

/* It may have changed while another page showed. */
static void
hf_interview_start_map (GtkWidget *widget)
{
  HfInterviewStart *self = HF_INTERVIEW_START (widget);
  GTK_WIDGET_CLASS (hf_interview_start_parent_class)->map (widget);
  if (self->store != NULL)
    hf_store_read_newest (self->store, &self->reading, hf_interview_start_list_unfinished, NULL,
                          NULL, (GDestroyNotify) g_ptr_array_unref, on_listed,
                          g_object_ref (self));
}

static void
hf_interview_start_dispose (GObject *object)
{
  HfInterviewStart *self = HF_INTERVIEW_START (object);
  hf_store_stop_reading (&self->reading);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_INTERVIEW_START);
  G_OBJECT_CLASS (hf_interview_start_parent_class)->dispose (object);
}

static void
hf_interview_start_class_init (HfInterviewStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_interview_start_dispose;
  widget_class->map = hf_interview_start_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-interview-start.ui");
  gtk_widget_class_bind_template_child (widget_class, HfInterviewStart, unfinished);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewStart, unfinished_box);
}

static void
hf_interview_start_init (HfInterviewStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_interview_start_set_store:
 * @self: the start
 * @store: (nullable): where interviews are kept
 *
 * Tells where to look.
 */
void
hf_interview_start_set_store (HfInterviewStart *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_interview_start_list_unfinished:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the interviews that were begun and not finished, for hf_store_run_async(). One that
 * waits for an appointment is open, too, but its call was finished.
 *
 * Returns: (transfer full) (nullable) (element-type HfInterview): newest first
 */
gpointer
hf_interview_start_list_unfinished (HfStoreSession *session, gpointer unused, GError **error)
{
  GPtrArray *open = hf_store_interviews_list_open (session, error);
  for (guint i = open != NULL ? open->len : 0; i > 0; i--)
    if (((HfInterview *) open->pdata[i - 1])->outcome != NULL)
      g_ptr_array_remove_index (open, i - 1);
  return open;
}
