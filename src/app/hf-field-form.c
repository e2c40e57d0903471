#include "config.h"

#include "hf-field-form.h"

#include "hf-dialogs.h"
#include "hf-save-notice.h"

/* In pixels: without any field, with room for what is wrong, and for each field. */
#define FORM_WIDTH 520
#define FORM_HEIGHT 190
#define ROW_HEIGHT 58
#define MAX_HEIGHT 700

/* A small window that asks for some fields of a record. */
struct _HfFieldForm
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesPage *page;
  HfSaveNotice *waits;

  HfFieldSection *section; /* borrowed: the page has it */
  const char *field;       /* at which a refusal is told */
  gboolean is_open;
  gboolean is_saving;
};

enum
{
  SIGNAL_APPLY,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfFieldForm, hf_field_form, ADW_TYPE_WINDOW)

static void
set_saving (HfFieldForm *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", !is_saving);
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfFieldForm) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (!self->is_open)
    return;
  hf_save_notice_end (self->waits);
  set_saving (self, FALSE);
  if (done)
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  /* It may have been closed meanwhile. */
  gtk_window_present (GTK_WINDOW (self));
  if (error->domain == HF_FIELD_ERROR)
    hf_field_section_set_error (self->section, self->field, error->message);
  else
    hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                      hf_store_error_advice (error), error);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_APPLY], 0);
}

/* What is being saved comes back should it fail. */
static gboolean
hf_field_form_close_request (GtkWindow *window)
{
  if (!HF_FIELD_FORM (window)->is_saving)
    return GTK_WINDOW_CLASS (hf_field_form_parent_class)->close_request (window);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  return TRUE;
}

static void
hf_field_form_dispose (GObject *object)
{
  HfFieldForm *self = HF_FIELD_FORM (object);
  self->is_open = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_FIELD_FORM);
  G_OBJECT_CLASS (hf_field_form_parent_class)->dispose (object);
}

static void
hf_field_form_class_init (HfFieldFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_field_form_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hf_field_form_close_request;

  /**
   * HfFieldForm::apply:
   *
   * What was typed is to be read, and stored by hf_field_form_save() if it holds.
   */
  signals[SIGNAL_APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfFieldForm::saved:
   *
   * It is stored; the form closes.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_SAVE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-field-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFieldForm, title);
  gtk_widget_class_bind_template_child (widget_class, HfFieldForm, page);
  gtk_widget_class_bind_template_child (widget_class, HfFieldForm, waits);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_field_form_init (HfFieldForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_open = TRUE;
}

/**
 * hf_field_form_new:
 * @parent: a widget of the window that it belongs to
 * @title: what it asks for
 * @subtitle: of whom
 * @section: the fields
 *
 * Makes a form that emits "apply" when what was typed is to be read.
 *
 * Returns: (transfer none): the window
 */
HfFieldForm *
hf_field_form_new (GtkWidget *parent, const char *title, const char *subtitle,
                   HfFieldSection *section)
{
  HfFieldForm *self = g_object_new (HF_TYPE_FIELD_FORM, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  self->section = section;
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (section));
  int height = FORM_HEIGHT + ROW_HEIGHT * (int) hf_field_section_get_n_rows (section);
  gtk_window_set_default_size (GTK_WINDOW (self), FORM_WIDTH, MIN (height, MAX_HEIGHT));
  return self;
}

/**
 * hf_field_form_get_section:
 * @self: a form
 *
 * Gives the fields.
 *
 * Returns: (transfer none): the fields
 */
HfFieldSection *
hf_field_form_get_section (HfFieldForm *self)
{
  return self->section;
}

/**
 * hf_field_form_save:
 * @self: a form
 * @store: where it is stored
 * @func: stores it
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @field: (not nullable): the field at which it is told where @func refuses, a static text
 *
 * Stores what was typed and closes; should it fail, the form says why and keeps it.
 */
void
hf_field_form_save (HfFieldForm *self, HfStore *store, HfStoreFunc func, gpointer data,
                    GDestroyNotify free_data, const char *field)
{
  self->field = field;
  set_saving (self, TRUE);
  hf_save_notice_begin (self->waits, store);
  hf_store_run_async (store, HF_STORE_WRITE, func, data, free_data, NULL, NULL, on_saved,
                      g_object_ref (self));
}
