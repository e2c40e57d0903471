#include "config.h"

#include "hf-complaint-detail-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-complaint-history.h"
#include "hf-dialogs.h"
#include "hf-hint-closures.h"
#include "hf-promise-act.h"
#include "hf-store-complaints.h"
#include "hf-store-escalations.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

G_DEFINE_FINAL_TYPE (HfComplaintDetail, hf_complaint_detail, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
  return row;
}

static void
clear_flow (GtkFlowBox *flow)
{
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (flow, 0)) != NULL)
    gtk_flow_box_remove (flow, GTK_WIDGET (child));
}

/* Nothing in a flow can be activated, so that the keyboard passes it. */
static void
add_to_flow (GtkFlowBox *flow, GtkWidget *widget)
{
  gtk_flow_box_insert (flow, widget, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (widget), FALSE);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
add_fact (HfComplaintDetail *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = new_label (name);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_label (value));
  add_to_flow (self->facts, box);
}

static void
show_facts (HfComplaintDetail *self)
{
  const HfComplaint *complaint = self->shown->complaint;
  clear_flow (self->facts);
  add_fact (self, C_ ("field", "Phone"), complaint->phone);
  add_fact (self, C_ ("field", "Branch"), complaint->branch);
  add_fact (self, C_ ("field", "Product"), complaint->product);
  add_fact (self, C_ ("field", "Category"),
            hf_choice_label (hf_complaint_categories, complaint->category));
  add_fact (self, C_ ("field", "Severity"),
            hf_choice_label (hf_complaint_severities, complaint->severity));
  add_fact (self, C_ ("field", "Customer's wish"), complaint->wish);
  add_fact (self, C_ ("field", "Word-of-mouth risk"),
            complaint->word_of_mouth_risk ? C_ ("choice", "Yes") : NULL);
  add_fact (self, C_ ("field", "Taken by"), complaint->taken_by);
  g_autofree char *origin = self->shown->hint != NULL ? hf_hint_origin (self->shown->hint)
                                                      : NULL;
  add_fact (self, C_ ("field", "Found in"), origin);
}

static void
add_follow_up (GtkListBox *list, const HfFollowUp *follow_up)
{
  g_autofree char *title = hf_complaint_follow_up_title (follow_up);
  g_autofree char *words = hf_complaint_follow_up_words (follow_up, hf_time_now ());
  add_row (list, title, words);
}

static void
show_history (HfComplaintDetail *self)
{
  g_autoptr (GPtrArray) events = hf_complaint_history_new (self->shown, hf_time_now ());
  clear_list (self->steps);
  for (guint i = 0; i < events->len; i++)
    {
      const HfComplaintEvent *event = events->pdata[i];
      add_row (self->steps, event->title, event->words);
    }
}

/* What waits stands apart: it is still to be done. */
static void
show_follow_ups (HfComplaintDetail *self)
{
  guint n_waiting = 0;
  clear_list (self->follow_ups);
  for (guint i = 0; i < self->shown->follow_ups->len; i++)
    {
      const HfFollowUp *follow_up = self->shown->follow_ups->pdata[i];
      if (follow_up->result != HF_FOLLOW_UP_UNKNOWN)
        continue;
      add_follow_up (self->follow_ups, follow_up);
      n_waiting++;
    }
  gtk_widget_set_visible (self->follow_up_group, n_waiting > 0);
}

static void
on_kept (GtkButton *button, HfComplaintDetail *self)
{
  HfPromise *promise = g_object_get_data (G_OBJECT (button), "promise");
  hf_promise_act_end (GTK_WIDGET (self), self->store, promise, HF_PROMISE_KEPT, NULL);
}

static void
show_promises (HfComplaintDetail *self)
{
  gint64 now = hf_time_now ();
  clear_list (self->promises);
  gtk_widget_set_visible (GTK_WIDGET (self->promises), self->shown->promises->len > 0);
  for (guint i = 0; i < self->shown->promises->len; i++)
    {
      HfPromise *promise = g_ptr_array_index (self->shown->promises, i);
      g_autofree char *words = hf_complaint_promise_words (promise, now);
      GtkWidget *row = add_row (self->promises, promise->what, words);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      if (promise->state != HF_PROMISE_OPEN)
        continue;
      GtkWidget *kept = gtk_button_new_with_label (C_ ("promise", "Kept"));
      gtk_widget_set_valign (kept, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (kept), "promise", g_object_ref (promise),
                              g_object_unref);
      g_signal_connect (kept, "clicked", G_CALLBACK (on_kept), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), kept);
    }
}

static void
show_head (HfComplaintDetail *self)
{
  const HfComplaint *complaint = self->shown->complaint;
  gint64 now = hf_time_now ();
  g_autofree char *title = hf_complaint_title (complaint);
  g_autofree char *subtitle = hf_complaint_subtitle (complaint);
  g_autofree char *clock = hf_complaint_clock (complaint, now);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->due, clock != NULL ? clock : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due), clock != NULL);
  if (hf_complaint_is_late (complaint, now))
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "error");
  gtk_label_set_text (self->words,
                      complaint->words != NULL ? complaint->words : _ ("No words were noted."));
}

static gpointer
note_seen (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_escalations_see (session, *(gint64 *) id, error) ? HF_STORE_DONE : NULL;
}

/* What comes while nobody is there is not seen, though it shows. */
static void
see (HfComplaintDetail *self)
{
  if (self->opened && self->shown->waits)
    hf_store_run_async (self->store, HF_STORE_WRITE, note_seen,
                        g_memdup2 (&self->id, sizeof self->id), g_free, NULL, NULL, NULL, NULL);
  self->opened = FALSE;
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintDetail) self = data;
  g_autoptr (GError) error = NULL;
  HfComplaintCase *shown = hf_store_run_finish (HF_STORE (store), result, &error);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  if (shown == NULL || self->store == NULL || shown->complaint->id != self->id)
    {
      g_clear_pointer (&shown, hf_complaint_case_free);
      /* While the server is away, what shows stays, and the window says so. */
      gboolean stays = self->shown != NULL && self->shown->complaint->id == self->id
                       && g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE);
      if (error != NULL && self->store != NULL && !stays)
        hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                          hf_store_error_advice (error), error);
      return;
    }
  g_clear_pointer (&self->shown, hf_complaint_case_free);
  self->shown = shown;
  show_head (self);
  hf_complaint_detail_allow (self);
  hf_complaint_path_show (self->path, shown);
  hf_complaint_escalation_show (self->escalation, shown);
  hf_complaint_clocks_show (self->clocks, shown);
  hf_complaint_resolution_show (self->resolution, shown);
  show_facts (self);
  show_promises (self);
  show_follow_ups (self);
  show_history (self);
  see (self);
}

static void
load (HfComplaintDetail *self)
{
  if (self->id != 0)
    hf_store_read_newest (self->store, &self->reading, hf_complaint_case_load,
                          g_memdup2 (&self->id, sizeof self->id), g_free,
                          (GDestroyNotify) hf_complaint_case_free, on_loaded,
                          g_object_ref (self));
}

static void
on_promise_activated (GtkListBox *list, GtkListBoxRow *row, HfComplaintDetail *self)
{
  guint place = (guint) gtk_list_box_row_get_index (row);
  if (self->shown != NULL && place < self->shown->promises->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-promise", "x",
                                ((HfPromise *) self->shown->promises->pdata[place])->id);
}

static gboolean
hf_complaint_detail_grab_focus (GtkWidget *widget)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  return gtk_widget_grab_focus (GTK_WIDGET (self->path))
         || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
hf_complaint_detail_dispose (GObject *object)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (object);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shown, hf_complaint_case_free);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_DETAIL);
  G_OBJECT_CLASS (hf_complaint_detail_parent_class)->dispose (object);
}

static void
hf_complaint_detail_class_init (HfComplaintDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_detail_dispose;
  widget_class->grab_focus = hf_complaint_detail_grab_focus;

  g_type_ensure (HF_TYPE_COMPLAINT_CLOCKS);
  g_type_ensure (HF_TYPE_COMPLAINT_ESCALATION);
  g_type_ensure (HF_TYPE_COMPLAINT_PATH);
  g_type_ensure (HF_TYPE_COMPLAINT_RESOLUTION);
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, title);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, customer);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, nobody);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, due);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, path);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, escalation);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, clocks);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, resolution);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, words);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, promises);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, follow_up_group);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintDetail, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_promise_activated);
  hf_complaint_detail_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_detail_init (HfComplaintDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaint_detail_set_store:
 * @self: a detail
 * @store: where complaints are
 *
 * Gives the detail its store; what shows follows its changes.
 */
void
hf_complaint_detail_set_store (HfComplaintDetail *self, HfStore *store)
{
  hf_complaint_escalation_set_store (self->escalation, store);
  hf_complaint_clocks_set_store (self->clocks, store);
  hf_complaint_path_set_store (self->path, store);
  hf_complaint_resolution_set_store (self->resolution, store);
  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/**
 * hf_complaint_detail_show:
 * @self: a detail
 * @id: a complaint's key
 *
 * Shows a complaint.
 */
void
hf_complaint_detail_show (HfComplaintDetail *self, gint64 id)
{
  self->id = id;
  self->opened = TRUE;
  load (self);
}

/**
 * hf_complaint_detail_get_id:
 * @self: a detail
 *
 * Tells which complaint shows.
 *
 * Returns: its key, 0 for none
 */
gint64
hf_complaint_detail_get_id (HfComplaintDetail *self)
{
  return self->id;
}

/**
 * hf_complaint_detail_take_care:
 * @self: a detail
 *
 * Notes that who works here takes care of the complaint that shows.
 *
 * Returns: whether it waited for somebody
 */
gboolean
hf_complaint_detail_take_care (HfComplaintDetail *self)
{
  return self->id != 0 && hf_complaint_escalation_take (self->escalation);
}
