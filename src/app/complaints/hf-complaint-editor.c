#include "config.h"

#include "hf-complaint-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-save-notice.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

#define SEARCH_DELAY_MS 200
#define MAX_MATCHES 5
#define USUAL_TERM HF_PROMISE_DAY

struct _HfComplaintEditor
{
  GtkWidget parent_instance;

  AdwEntryRow *customer;
  GtkLabel *chosen_words;
  GtkListBox *matches;
  GtkTextView *words;
  AdwEntryRow *wish;
  AdwEntryRow *product;
  AdwEntryRow *branch;
  AdwComboRow *channel;
  AdwComboRow *category;
  AdwComboRow *severity;
  AdwComboRow *term;
  GtkLabel *error;
  HfSaveNotice *waits;

  HfStore *store;
  GCancellable *search; /* of the search that runs */
  HfCustomer *chosen;   /* NULL: nobody in the customer list */
  guint search_source;
  gboolean unsaved; /* something was typed and neither saved nor cleared */
  gboolean filling; /* the entry changes because a customer was chosen */
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfComplaintEditor, hf_complaint_editor, GTK_TYPE_WIDGET)

static void
set_choices (AdwComboRow *row, const HfChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < hf_choice_count (choices); i++)
    gtk_string_list_append (labels, hf_choice_label (choices, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
clear_matches (HfComplaintEditor *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, row);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), FALSE);
}

/* Tells people of one name apart. */
static char *
describe_customer (HfCustomer *customer)
{
  g_autoptr (GString) words = g_string_new (customer->code);
  if (customer->phone != NULL)
    g_string_append_printf (words, " · %s", customer->phone);
  if (customer->branch != NULL)
    g_string_append_printf (words, " · %s", customer->branch);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_chosen (HfComplaintEditor *self)
{
  g_autofree char *words = self->chosen != NULL ? describe_customer (self->chosen) : NULL;
  gtk_label_set_text (self->chosen_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_words), words != NULL);
}

static void
choose_customer (HfComplaintEditor *self, HfCustomer *customer)
{
  g_set_object (&self->chosen, customer);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->customer), hf_customer_title (customer));
  self->filling = FALSE;
  if (customer->branch != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->branch), customer->branch);
  clear_matches (self);
  show_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
add_match (HfComplaintEditor *self, HfCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (hf_customer_title (customer), -1);
  g_autofree char *subtitle = describe_customer (customer);
  g_autofree char *safe = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "customer", g_object_ref (customer), g_object_unref);
  gtk_list_box_append (self->matches, row);
}

static gpointer
find_matches (HfStoreSession *session, gpointer typed, GError **error)
{
  HfCustomerFilter filter = { .search = typed };
  return hf_store_customers_list (session, &filter, 0, MAX_MATCHES, error);
}

static void
on_matches (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (GPtrArray) customers = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (customers == NULL || self->store == NULL)
    return;
  clear_matches (self);
  for (guint i = 0; i < customers->len; i++)
    add_match (self, g_ptr_array_index (customers, i));
  gtk_widget_set_visible (GTK_WIDGET (self->matches), customers->len > 0);
}

static gboolean
on_search_time (gpointer data)
{
  HfComplaintEditor *self = data;
  self->search_source = 0;
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->customer)));
  hf_store_run_async (self->store, HF_STORE_READ, find_matches, typed, g_free,
                      (GDestroyNotify) g_ptr_array_unref, self->search, on_matches,
                      g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
search_soon (HfComplaintEditor *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  if (hf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->customer))))
    clear_matches (self);
  else
    self->search_source = g_timeout_add (SEARCH_DELAY_MS, on_search_time, self);
}

/* Nobody was found while the server was away. */
static void
on_online (HfComplaintEditor *self, guint online)
{
  if (online && self->chosen == NULL)
    search_soon (self);
}

static void
on_customer_typed (HfComplaintEditor *self)
{
  if (self->filling || self->store == NULL)
    return;
  g_clear_object (&self->chosen);
  show_chosen (self);
  search_soon (self);
}

static void
on_match_activated (GtkListBox *list, GtkListBoxRow *row, HfComplaintEditor *self)
{
  choose_customer (self, g_object_get_data (G_OBJECT (row), "customer"));
}

/* Enter takes the best match, else goes on to the words. */
static void
on_customer_entered (HfComplaintEditor *self)
{
  GtkListBoxRow *best = gtk_list_box_get_row_at_index (self->matches, 0);
  if (best != NULL)
    on_match_activated (self->matches, best, self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
show_category (HfComplaintEditor *self)
{
  HfComplaintCategory category = adw_combo_row_get_selected (self->category);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->category),
                               hf_complaint_category_words (category));
}

static void
take_text (char **field, AdwEntryRow *row)
{
  hf_text_set (field, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static HfComplaint *
read_form (HfComplaintEditor *self)
{
  HfComplaint *complaint = hf_complaint_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  hf_text_set (&complaint->words, words);
  take_text (&complaint->wish, self->wish);
  take_text (&complaint->product, self->product);
  take_text (&complaint->branch, self->branch);
  complaint->received_at = hf_time_now ();
  complaint->channel = adw_combo_row_get_selected (self->channel);
  complaint->category = adw_combo_row_get_selected (self->category);
  complaint->severity = adw_combo_row_get_selected (self->severity);
  complaint->term = adw_combo_row_get_selected (self->term);
  if (self->chosen != NULL)
    {
      complaint->customer_id = self->chosen->id;
      hf_text_set (&complaint->customer_code, self->chosen->code);
      hf_text_set (&complaint->customer_name, hf_customer_title (self->chosen));
      hf_text_set (&complaint->phone, self->chosen->phone);
    }
  else
    take_text (&complaint->customer_name, self->customer);
  return complaint;
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
             ? g_object_ref (entry->complaint)
             : NULL;
}

static void
show_error (HfComplaintEditor *self, const char *text)
{
  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  hf_save_notice_end (self->waits);
  if (complaint != NULL)
    {
      self->unsaved = FALSE;
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
  g_autoptr (HfComplaint) complaint = read_form (self);
  if (complaint->words == NULL)
    {
      show_error (self, _ ("Write what happened: a few of the customer's words are enough."));
      gtk_widget_grab_focus (GTK_WIDGET (self->words));
      return;
    }
  show_error (self, NULL);
  Entry *entry = g_new0 (Entry, 1);
  entry->promise = hf_promise_new ();
  entry->promise->what = g_strdup (_ ("Answer the complaint"));
  entry->promise->term = adw_combo_row_get_selected (self->term);
  entry->promise->made_at = complaint->received_at;
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

static void
hf_complaint_editor_dispose (GObject *object)
{
  HfComplaintEditor *self = HF_COMPLAINT_EDITOR (object);
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->chosen);
  hf_complaint_editor_set_store (self, NULL);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_EDITOR);
  G_OBJECT_CLASS (hf_complaint_editor_parent_class)->dispose (object);
}

static void
hf_complaint_editor_class_init (HfComplaintEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_editor_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            0);

  g_type_ensure (HF_TYPE_SAVE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, customer);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, chosen_words);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, matches);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, words);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, wish);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, product);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, branch);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, channel);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, category);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, severity);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, term);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, error);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEditor, waits);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_match_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_category);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "editor.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.cancel", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_editor_init (HfComplaintEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->channel, hf_complaint_channels);
  set_choices (self->category, hf_complaint_categories);
  set_choices (self->severity, hf_complaint_severities);
  set_choices (self->term, hf_promise_terms);
  /* The last term is a day that both agree on: a date, which this short form does not ask. */
  gtk_string_list_remove (GTK_STRING_LIST (adw_combo_row_get_model (self->term)),
                          HF_PROMISE_DATED);
}

/**
 * hf_complaint_editor_set_store:
 * @self: an editor
 * @store: (nullable): where complaints are saved
 *
 * Gives the form its store.
 */
void
hf_complaint_editor_set_store (HfComplaintEditor *self, HfStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, on_online, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_swapped (store, "online", G_CALLBACK (on_online), self);
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
    choose_customer (self, customer);
}

static void
empty_form (HfComplaintEditor *self)
{
  AdwEntryRow *const entries[] = { self->customer, self->wish, self->product, self->branch };
  g_clear_object (&self->chosen);
  show_chosen (self);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), "", 0);
  adw_combo_row_set_selected (self->channel, HF_COMPLAINT_PHONE);
  adw_combo_row_set_selected (self->category, HF_COMPLAINT_VALUE);
  adw_combo_row_set_selected (self->severity, HF_COMPLAINT_MINOR);
  adw_combo_row_set_selected (self->term, USUAL_TERM);
  clear_matches (self);
  show_error (self, NULL);
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
  gtk_widget_grab_focus (GTK_WIDGET (self->customer));
  if (customer_id != 0)
    hf_store_run_async (self->store, HF_STORE_READ, get_customer,
                        g_memdup2 (&customer_id, sizeof customer_id), g_free, g_object_unref,
                        NULL, on_customer, g_object_ref (self));
}
