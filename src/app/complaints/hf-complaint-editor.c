#include "config.h"

#include "hf-complaint-editor-private.h"

#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-dialogs.h"
#include "hf-store-complaint-draft.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

#define DRAFT_DELAY_MS 400

enum
{
  SIGNAL_SAVED,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfComplaintEditor, hf_complaint_editor, GTK_TYPE_WIDGET)

static gpointer
save_draft (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaint_draft_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static gpointer
clear_draft (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_complaint_draft_clear (session, error) ? HF_STORE_DONE : NULL;
}

static void
show_error (HfComplaintEditor *self, const char *text)
{
  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
  self->draft_lost = FALSE;
}

static void
on_draft_kept (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (GError) error = NULL;
  hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL || !(error != NULL || self->draft_lost))
    return;
  g_autofree char *text = error != NULL ? hf_complaint_unkept_words (error) : NULL;
  show_error (self, text);
  self->draft_lost = error != NULL;
}

/* It is told only where it fails. */
static void
keep_draft (HfComplaintEditor *self)
{
  gboolean blank = hf_complaint_editor_is_blank (self);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  hf_store_run_async (self->store, HF_STORE_WRITE_DRAFT, blank ? clear_draft : save_draft,
                      blank ? NULL : hf_complaint_editor_read (self),
                      blank ? NULL : g_object_unref, NULL, NULL, on_draft_kept,
                      g_object_ref (self));
}

/* A draft that is kept while its complaint is being saved would outlive it. */
static gboolean
on_draft_time (gpointer data)
{
  HfComplaintEditor *self = data;
  if (self->saving)
    return G_SOURCE_CONTINUE;
  self->draft_source = 0;
  keep_draft (self);
  return G_SOURCE_REMOVE;
}

static void
on_edited (HfComplaintEditor *self)
{
  if (self->filling || self->store == NULL || !self->unsaved)
    return;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_DELAY_MS, on_draft_time, self);
}

static void
on_customer_typed (HfComplaintEditor *self, GtkEditable *row)
{
  if (self->filling || self->store == NULL)
    return;
  hf_complaint_editor_forget_chosen (self);
  hf_customer_matches_search (self->matches, gtk_editable_get_text (row));
  on_edited (self);
}

/* The number of somebody who is chosen may be another one this time. */
static void
on_phone_typed (HfComplaintEditor *self, GtkEditable *row)
{
  if (self->chosen == NULL)
    on_customer_typed (self, row);
  else
    on_edited (self);
}

static void
on_chosen (HfComplaintEditor *self, HfCustomer *customer)
{
  hf_complaint_editor_choose (self, customer);
  on_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* Enter takes the best match, else goes on to the words. */
static void
on_customer_entered (HfComplaintEditor *self)
{
  if (!hf_customer_matches_take_best (self->matches))
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
on_category (HfComplaintEditor *self)
{
  HfComplaintCategory category = adw_combo_row_get_selected (self->category);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->category),
                               hf_complaint_category_words (category));
  on_edited (self);
}

/* What is saved in one piece: the complaint, and the promise to answer it. */
typedef struct
{
  HfComplaint *complaint;
  HfPromise *promise;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_object_unref (entry->complaint);
  g_object_unref (entry->promise);
  g_free (entry);
}

static gpointer
save_entry (HfStoreSession *session, gpointer data, GError **error)
{
  Entry *entry = data;
  hf_store_session_allow_repeat (session);
  if (!hf_store_complaints_save (session, entry->complaint, error))
    return NULL;
  entry->promise->complaint_id = entry->complaint->id;
  entry->promise->customer_id = entry->complaint->customer_id;
  return hf_store_promises_save (session, entry->promise, error)
                 && hf_store_complaint_draft_clear (session, error)
             ? g_object_ref (entry->complaint)
             : NULL;
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_run_finish (HF_STORE (store), result, &error);
  self->saving = FALSE;
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  hf_save_notice_end (self->waits);
  if (complaint != NULL)
    {
      self->unsaved = FALSE;
      g_clear_handle_id (&self->draft_source, g_source_remove);
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, complaint->id);
      return;
    }
  g_autofree char *text = hf_complaint_unsaved_words (error);
  show_error (self, text);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintEditor *self = HF_COMPLAINT_EDITOR (widget);
  g_autoptr (HfComplaint) complaint = hf_complaint_editor_read (self);
  if (complaint->words == NULL)
    {
      show_error (self, _ ("Write what happened: a few of the customer's words are enough."));
      gtk_widget_grab_focus (GTK_WIDGET (self->words));
      return;
    }
  show_error (self, NULL);
  if (self->draft_source != 0)
    keep_draft (self);
  self->saving = TRUE;
  Entry *entry = g_new0 (Entry, 1);
  entry->promise = hf_promise_new ();
  entry->promise->what = g_strdup (_ ("Answer the complaint"));
  entry->promise->term = adw_combo_row_get_selected (self->term);
  /* What was found in a note was said earlier, and nothing was promised then. */
  entry->promise->made_at = complaint->hint_id != 0 ? hf_time_now () : complaint->received_at;
  entry->complaint = g_steal_pointer (&complaint);
  gtk_widget_action_set_enabled (widget, "editor.save", FALSE);
  hf_save_notice_begin (self->waits, self->store);
  hf_store_run_async (self->store, HF_STORE_WRITE, save_entry, entry, entry_free,
                      g_object_unref, NULL, on_saved, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CANCELLED], 0);
}

static gpointer
get_customer (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_customers_get (session, *(gint64 *) id, error);
}

static void
on_customer (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (HfCustomer) customer = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (customer != NULL && self->store != NULL)
    on_chosen (self, customer);
}

static void
choose_by_key (HfComplaintEditor *self, gint64 customer_id)
{
  if (customer_id != 0)
    hf_store_run_async (self->store, HF_STORE_READ, get_customer,
                        g_memdup2 (&customer_id, sizeof customer_id), g_free, g_object_unref,
                        NULL, on_customer, g_object_ref (self));
}

static void
show (HfComplaintEditor *self, const HfComplaint *complaint)
{
  hf_complaint_editor_fill (self, complaint);
  choose_by_key (self, complaint->customer_id);
  show_error (self, NULL);
  gtk_widget_hide (self->kept);
}

static void
empty_form (HfComplaintEditor *self)
{
  g_autoptr (HfComplaint) blank = hf_complaint_new ();
  blank->channel = HF_COMPLAINT_PHONE;
  show (self, blank);
}

/* What was put aside, and the form it belongs into. */
typedef struct
{
  HfComplaintEditor *editor;
  HfComplaint *complaint;
} Aside;

static void
aside_free (gpointer data)
{
  Aside *aside = data;
  g_object_unref (aside->editor);
  g_object_unref (aside->complaint);
  g_free (aside);
}

static void
take_back (gpointer data)
{
  Aside *aside = data;
  if (aside->editor->store == NULL)
    return;
  show (aside->editor, aside->complaint);
  aside->editor->unsaved = TRUE;
  on_edited (aside->editor);
}

static void
put_aside (HfComplaintEditor *self)
{
  if (!self->unsaved || hf_complaint_editor_is_blank (self))
    return;
  Aside *aside = g_new0 (Aside, 1);
  *aside = (Aside){ g_object_ref (self), hf_complaint_editor_read (self) };
  hf_dialogs_toast_undo (GTK_WIDGET (self), _ ("The complaint that was begun is put aside"),
                         take_back, aside, aside_free);
}

static void
start_anew (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintEditor *self = HF_COMPLAINT_EDITOR (widget);
  put_aside (self);
  empty_form (self);
  self->unsaved = TRUE;
  on_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->customer));
}

static void
show_begun (HfComplaintEditor *self)
{
  show (self, self->begun);
  gtk_widget_show (self->kept);
  g_clear_object (&self->begun);
}

static gpointer
find_draft (HfStoreSession *session, gpointer unused, GError **error)
{
  HfComplaint *complaint = NULL;
  return hf_store_complaint_draft_find (session, &complaint, error) ? complaint : NULL;
}

static void
on_draft (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  self->begun = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (self->store == NULL)
    g_clear_object (&self->begun);
  else if (self->begun != NULL && self->unsaved && hf_complaint_editor_is_blank (self))
    show_begun (self);
}

static void
hf_complaint_editor_unmap (GtkWidget *widget)
{
  HfComplaintEditor *self = HF_COMPLAINT_EDITOR (widget);
  if (self->draft_source != 0 && !self->saving)
    keep_draft (self);
  GTK_WIDGET_CLASS (hf_complaint_editor_parent_class)->unmap (widget);
}

static void
hf_complaint_editor_dispose (GObject *object)
{
  HfComplaintEditor *self = HF_COMPLAINT_EDITOR (object);
  hf_complaint_editor_set_store (self, NULL);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_object (&self->chosen);
  g_clear_object (&self->begun);
  g_clear_pointer (&self->me, g_free);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_EDITOR);
  G_OBJECT_CLASS (hf_complaint_editor_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, kept);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, customer);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, phone);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, chosen_words);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, matches);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, words);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, wish);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, term);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, severity);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, risk);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, channel);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, category);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, product);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, branch);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, taken_by);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, error);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, waits);
}

static void
hf_complaint_editor_class_init (HfComplaintEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_editor_dispose;
  widget_class->unmap = hf_complaint_editor_unmap;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            0);

  g_type_ensure (HF_TYPE_CUSTOMER_MATCHES);
  g_type_ensure (HF_TYPE_SAVE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-editor.ui");
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_category);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_typed);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "editor.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "editor.start-anew", NULL, start_anew);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.cancel", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_editor_init (HfComplaintEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_complaint_editor_init_form (self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->words), "changed",
                            G_CALLBACK (on_edited), self);
}

/**
 * hf_complaint_editor_set_store:
 * @self: an editor
 * @store: (nullable): where complaints are saved
 *
 * Gives the form its store, and with it what was typed there and not saved.
 */
void
hf_complaint_editor_set_store (HfComplaintEditor *self, HfStore *store)
{
  if (self->matches != NULL)
    hf_customer_matches_set_store (self->matches, store);
  if (g_set_object (&self->store, store) && store != NULL)
    hf_store_run_async (store, HF_STORE_READ, find_draft, NULL, NULL, g_object_unref, NULL,
                        on_draft, g_object_ref (self));
}

/**
 * hf_complaint_editor_start:
 * @self: an editor
 * @customer_id: who complains, 0 where that is not known yet
 *
 * Puts the cursor into the form. What was typed before and not saved is still there.
 */
void
hf_complaint_editor_start (HfComplaintEditor *self, gint64 customer_id)
{
  if (!self->unsaved)
    empty_form (self);
  self->unsaved = TRUE;
  hf_complaint_editor_offer (self);
  if (self->begun != NULL && hf_complaint_editor_is_blank (self))
    show_begun (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->customer));
  choose_by_key (self, customer_id);
}

/**
 * hf_complaint_editor_start_with:
 * @self: an editor
 * @complaint: what is known of it already
 *
 * Fills the form with a complaint that was found elsewhere. What was typed before is put aside,
 * and can be taken back.
 */
void
hf_complaint_editor_start_with (HfComplaintEditor *self, const HfComplaint *complaint)
{
  put_aside (self);
  show (self, complaint);
  self->unsaved = TRUE;
  hf_complaint_editor_offer (self);
  on_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
