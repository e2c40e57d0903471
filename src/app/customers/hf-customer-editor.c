#include "config.h"

#include "hf-customer-editor.h"

#include <glib/gi18n.h>

#include "hf-branch.h"
#include "hf-custom-record.h"
#include "hf-customer-closures.h"
#include "hf-customer-save.h"
#include "hf-dialogs.h"
#include "hf-field-section.h"
#include "hf-save-notice.h"
#include "hf-locale.h"
#include "hf-staff.h"
#include "hf-time.h"

/* Of the form. */
enum
{
  WHO,
  HOW,
  WITH_US,
  NOTE,
  N_SECTIONS
};

/* The form for a new customer, or for one that is there. */
struct _HfCustomerEditor
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesPage *page;
  GtkWidget *conflict;
  HfSaveNotice *waits;

  HfFieldSection *sections[N_SECTIONS];
  HfFieldSection *own;    /* the firm's own fields; NULL without any */
  HfCustomRecord *record; /* of the firm's own fields; NULL without any */
  GHashTable *read;       /* what was stored in them; NULL of a new customer */
  GHashTable *shown;      /* what the form showed of that; NULL without any */
  HfStore *store;
  HfCustomer *customer;      /* as it was read; a new one has no key */
  HfCustomer *newer;         /* as somebody else saved it in the meantime, NULL */
  GHashTable *newer_values;  /* the same of the firm's own fields */
  const char *contradiction; /* the field at which one is shown, NULL */
  gboolean follows;          /* there is another account manager */
  gboolean is_saving;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerEditor, hf_customer_editor, ADW_TYPE_WINDOW)

static gboolean
is_changed (HfCustomerEditor *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    if (hf_field_section_is_changed (self->sections[i]))
      return TRUE;
  return self->own != NULL && hf_field_section_is_changed (self->own);
}

static void
mark (HfCustomerEditor *self, const char *field, const char *message)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    hf_field_section_mark (self->sections[i], field, message);
}

/* Why and since when is asked for only where it matters. */
static void
show_what_belongs (HfCustomerEditor *self, const HfCustomer *typed, const char *today)
{
  gboolean follows = typed->account_manager != NULL
                     && g_strcmp0 (typed->account_manager, self->customer->account_manager)
                            != 0;
  hf_field_section_set_visible (self->sections[HOW], "do_not_call_reason", typed->do_not_call);
  hf_field_section_set_visible (self->sections[HOW], "do_not_call_on", typed->do_not_call);
  hf_field_section_set_visible (self->sections[WITH_US], "account_manager_on", follows);
  if (follows && !self->follows && self->customer->account_manager != NULL)
    hf_field_section_set_text (self->sections[WITH_US], "account_manager_on", today);
  self->follows = follows;
}

/* Says at once where what was typed contradicts itself. */
static gboolean
check (HfCustomerEditor *self)
{
  g_autoptr (HfCustomer) typed = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *today = hf_time_today ();
  const char *field = NULL;
  for (guint i = 0; i < N_SECTIONS; i++)
    hf_field_section_peek (self->sections[i], typed);
  if (self->contradiction != NULL)
    mark (self, self->contradiction, NULL);
  if (!hf_customer_check (typed, today, &field, &error))
    mark (self, field, error->message);
  self->contradiction = field;
  show_what_belongs (self, typed, today);
  return field == NULL;
}

static void
update_save (HfCustomerEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save",
                                 check (self) && !self->is_saving && is_changed (self));
}

static gboolean
read_own (HfCustomerEditor *self)
{
  if (self->own == NULL)
    return TRUE;
  hf_custom_record_clear (self->record);
  return hf_field_section_apply (self->own, self->record->values);
}

/* What the form says, all of it; what the form does not have is as it was. */
static HfCustomer *
read_form (HfCustomerEditor *self)
{
  g_autoptr (HfCustomer) typed = hf_customer_new ();
  gboolean good = read_own (self);
  for (guint i = N_SECTIONS; i > 0; i--)
    good = hf_field_section_apply (self->sections[i - 1], typed) && good;
  if (!good)
    return NULL;
  typed->id = self->customer->id;
  typed->revision = self->customer->revision;
  return g_steal_pointer (&typed);
}

static void
show_save_error (HfCustomerEditor *self, HfCustomerSave *save, const GError *error)
{
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT) && save->newer != NULL)
    {
      g_set_object (&self->newer, save->newer);
      g_clear_pointer (&self->newer_values, g_hash_table_unref);
      self->newer_values = g_hash_table_ref (save->newer_values);
      gtk_widget_set_visible (self->conflict, TRUE);
    }
  else if (error->domain == HF_FIELD_ERROR)
    for (guint i = 0; i < N_SECTIONS; i++)
      hf_field_section_set_error (self->sections[i], save->field, error->message);
  else
    hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                      hf_customer_unsaved_advice (error), error);
}

typedef struct
{
  HfCustomerEditor *editor;
  HfCustomerSave *save; /* borrowed: the task has it */
} Saving;

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (HfCustomerEditor) self = saving->editor;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  self->is_saving = FALSE;
  hf_save_notice_end (self->waits);
  update_save (self);
  if (!done)
    {
      /* It may have been closed meanwhile. */
      gtk_window_present (GTK_WINDOW (self));
      show_save_error (self, saving->save, error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->customer, saving->save->customer);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Only what was typed: all else may be another by now. */
static void
add_own (HfCustomerEditor *self, HfCustomerSave *save)
{
  GHashTableIter iter;
  gpointer id, text;
  save->values = hf_custom_record_dup_values (self->record);
  save->read = self->read != NULL ? g_hash_table_ref (self->read) : NULL;
  g_hash_table_iter_init (&iter, save->values);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (g_strcmp0 (text, g_hash_table_lookup (self->shown, id)) == 0)
      g_hash_table_iter_remove (&iter);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerEditor *self = HF_CUSTOMER_EDITOR (widget);
  g_autoptr (HfCustomer) typed = read_form (self);
  if (typed == NULL || !check (self))
    return;
  HfCustomerSave *save = hf_customer_save_new (typed);
  Saving *saving = g_new0 (Saving, 1);
  if (self->record != NULL)
    add_own (self, save);
  *saving = (Saving){ g_object_ref (self), save };
  self->is_saving = TRUE;
  hf_save_notice_begin (self->waits, self->store);
  update_save (self);
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_customer_save_run, save,
                      hf_customer_save_free, NULL, NULL, on_saved, saving);
}

static void
show_own (HfCustomerEditor *self, GHashTable *values)
{
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  self->read = values != NULL ? g_hash_table_ref (values) : NULL;
  hf_custom_record_set_values (self->record, values);
  self->shown = hf_custom_record_dup_values (self->record);
}

static void
take_newer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerEditor *self = HF_CUSTOMER_EDITOR (widget);
  if (self->newer == NULL)
    return;
  g_set_object (&self->customer, self->newer);
  g_clear_object (&self->newer);
  for (guint i = 0; i < N_SECTIONS; i++)
    hf_field_section_update_record (self->sections[i], self->customer);
  if (self->own != NULL)
    {
      show_own (self, self->newer_values);
      hf_field_section_update_record (self->own, self->record->values);
    }
  gtk_widget_set_visible (self->conflict, FALSE);
  update_save (self);
}

static void
on_discard (HfCustomerEditor *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
hf_customer_editor_close_request (GtkWindow *window)
{
  HfCustomerEditor *self = HF_CUSTOMER_EDITOR (window);
  /* What is being saved comes back should it fail. */
  if (self->is_saving)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }
  if (!is_changed (self))
    return GTK_WINDOW_CLASS (hf_customer_editor_parent_class)->close_request (window);
  AdwMessageDialog *dialog = hf_dialogs_new (window, _ ("Discard what you typed?"),
                                             _ ("It has not been saved."));
  adw_message_dialog_add_responses (dialog, "stay", _ ("_Keep Editing"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
hf_customer_editor_dispose (GObject *object)
{
  HfCustomerEditor *self = HF_CUSTOMER_EDITOR (object);
  g_clear_object (&self->store);
  g_clear_object (&self->customer);
  g_clear_object (&self->newer);
  g_clear_pointer (&self->newer_values, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_EDITOR);
  G_OBJECT_CLASS (hf_customer_editor_parent_class)->dispose (object);
}

static void
hf_customer_editor_finalize (GObject *object)
{
  HfCustomerEditor *self = HF_CUSTOMER_EDITOR (object);
  g_clear_object (&self->own);
  g_clear_pointer (&self->record, hf_custom_record_free);
  g_clear_pointer (&self->read, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  G_OBJECT_CLASS (hf_customer_editor_parent_class)->finalize (object);
}

static void
hf_customer_editor_class_init (HfCustomerEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_customer_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hf_customer_editor_close_request;

  /**
   * HfCustomerEditor::saved:
   * @before: the #HfCustomer as it was
   * @after: the #HfCustomer as it is stored
   *
   * The customer was saved; the form closes.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, HF_TYPE_CUSTOMER,
                                        HF_TYPE_CUSTOMER);

  g_type_ensure (HF_TYPE_SAVE_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEditor, title);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEditor, page);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEditor, conflict);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEditor, waits);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.take-newer", NULL, take_newer);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static const HfField since_field = { "account_manager_on",
                                     NC_ ("field", "Account manager since"),
                                     NULL,
                                     HF_FIELD_DATE,
                                     G_STRUCT_OFFSET (HfCustomer, account_manager_on),
                                     NULL,
                                     0,
                                     FALSE };

static void
add_sections (HfCustomerEditor *self)
{
  static const struct
  {
    const char *title;
    const char *names[8];
  } parts[N_SECTIONS] = {
    [WHO] = { NC_ ("customer form", "Who"), { "code", "name", "company", "language", "tags" } },
    [HOW] = { NC_ ("customer form", "How to reach them"),
              { "phone", "email", "address", "time_zone", "do_not_call", "do_not_call_reason",
                "do_not_call_on" } },
    [WITH_US] = { NC_ ("customer form", "With us"),
                  { "status", "joined_on", "lost_on", "annual_value", "need", "branch",
                    "account_manager" } },
    [NOTE] = { NC_ ("customer form", "Note"), { "note" } },
  };
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->sections[i] = hf_field_section_new (
          g_dpgettext2 (NULL, "customer form", parts[i].title), fields, n_fields,
          parts[i].names);
      g_signal_connect_object (self->sections[i], "changed", G_CALLBACK (update_save), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->sections[i]));
    }
}

static void
hf_customer_editor_init (HfCustomerEditor *self)
{
  const char *usual[HF_CUSTOMER_N_REFUSALS + 1] = { NULL };
  gtk_widget_init_template (GTK_WIDGET (self));
  add_sections (self);
  for (guint i = 0; i < HF_CUSTOMER_N_REFUSALS; i++)
    usual[i] = hf_customer_get_refusal_reason (i);
  hf_field_section_set_suggestions (self->sections[HOW], "do_not_call_reason", usual);
  hf_field_section_add_field (self->sections[WITH_US], &since_field);
}

static void
offer_names (HfCustomerEditor *self, HfCustomerNames *names)
{
  g_autoptr (GPtrArray) branches = g_ptr_array_new ();
  g_autoptr (GPtrArray) staff = g_ptr_array_new ();
  g_autofree gpointer *languages = g_hash_table_get_keys_as_array (names->languages, NULL);
  for (guint i = 0; i < names->branches->len; i++)
    g_ptr_array_add (branches, ((HfBranch *) g_ptr_array_index (names->branches, i))->name);
  for (guint i = 0; i < names->staff->len; i++)
    g_ptr_array_add (staff, ((HfStaff *) g_ptr_array_index (names->staff, i))->name);
  g_ptr_array_add (branches, NULL);
  g_ptr_array_add (staff, NULL);
  hf_field_section_set_suggestions (self->sections[WHO], "language",
                                    (const char *const *) languages);
  hf_field_section_set_suggestions (self->sections[WITH_US], "branch",
                                    (const char *const *) branches->pdata);
  hf_field_section_set_suggestions (self->sections[WITH_US], "account_manager",
                                    (const char *const *) staff->pdata);
}

/**
 * hf_customer_editor_propose:
 * @self: an editor
 * @field: a field's name
 * @text: what it probably is
 *
 * Fills in what need not be typed.
 */
void
hf_customer_editor_propose (HfCustomerEditor *self, const char *field, const char *text)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    hf_field_section_set_text (self->sections[i], field, text);
  update_save (self);
}

/**
 * hf_customer_editor_add_fields:
 * @self: an editor
 * @fields: (element-type HfCustomField): the firm's own fields
 * @values: (nullable) (element-type gint64 utf8): what is entered in them
 *
 * Asks for the firm's own fields, too.
 */
void
hf_customer_editor_add_fields (HfCustomerEditor *self, GPtrArray *fields, GHashTable *values)
{
  g_autoptr (HfCustomRecord) record = hf_custom_record_new (fields, values,
                                                            hf_locale_get_current ());
  if (record->n_fields == 0)
    return;
  self->record = g_steal_pointer (&record);
  show_own (self, values);
  self->own = g_object_ref_sink (
      hf_field_section_new (C_ ("customer form", "More"), self->record->fields,
                            self->record->n_fields, (const char *const *) self->record->names));
  hf_field_section_set_record (self->own, self->record->values);
  g_signal_connect_object (self->own, "changed", G_CALLBACK (update_save), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->own));
}

/**
 * hf_customer_editor_new:
 * @store: where it is saved
 * @names: (nullable): what can be chosen from
 * @customer: (nullable): a customer that is stored, %NULL for a new one
 *
 * Makes the form for a customer.
 *
 * Returns: (transfer none): the window
 */
HfCustomerEditor *
hf_customer_editor_new (HfStore *store, HfCustomerNames *names, HfCustomer *customer)
{
  HfCustomerEditor *self = g_object_new (HF_TYPE_CUSTOMER_EDITOR, NULL);
  self->store = g_object_ref (store);
  self->customer = customer != NULL ? g_object_ref (customer) : hf_customer_new ();
  gtk_window_set_title (GTK_WINDOW (self),
                        customer != NULL ? _ ("Edit Customer") : _ ("New Customer"));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->title,
                                 customer != NULL ? hf_customer_title (customer) : "");
  for (guint i = 0; i < N_SECTIONS; i++)
    hf_field_section_set_record (self->sections[i], self->customer);
  if (names != NULL)
    offer_names (self, names);
  hf_field_section_set_store (self->sections[WHO], store);
  update_save (self);
  hf_field_section_focus (self->sections[WHO], customer != NULL ? "name" : "code");
  return self;
}
