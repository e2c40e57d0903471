#include "config.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"
#include "hf-import-repair-closures.h"
#include "hf-import-step-closures.h"
#include "hf-import-undo.h"
#include "hf-import-window-private.h"
#include "hf-store-custom-fields.h"
#include "hf-time.h"

G_DEFINE_FINAL_TYPE (HfImportWindow, hf_import_window, ADW_TYPE_WINDOW)

static void
show_kind (HfImportWindow *self)
{
  guint n_entities;
  const HfImportEntity *const *entities = hf_import_entity_list (&n_entities);
  for (guint i = 0; i < n_entities; i++)
    if (entities[i] == self->preview->entity)
      adw_combo_row_set_selected (self->kind, i);
}

static void
show_sheet (HfImportWindow *self)
{
  GStrv sheets = self->preview->sheets;
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), sheets != NULL);
  if (sheets == NULL)
    return;
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const *) sheets);
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (labels));
  for (guint i = 0; sheets[i] != NULL; i++)
    if (g_strcmp0 (sheets[i], self->preview->sheet) == 0)
      adw_combo_row_set_selected (self->sheet, i);
}

static void
update_check (HfImportWindow *self)
{
  gboolean is_complete = hf_import_columns_is_complete (self->columns);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.check", is_complete);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next",
                                 is_complete || self->step != HF_IMPORT_STEP_COLUMNS);
}

/* Of which year headings are that name a month alone: this one, until somebody says another. */
static void
show_year (HfImportWindow *self)
{
  if (self->preview->lacks_year)
    {
      g_autofree char *today = hf_time_today ();
      hf_import_profile_set_year (self->preview->profile, g_ascii_strtoull (today, NULL, 10));
      hf_import_preview_find_months (self->preview);
    }
  guint year = hf_import_profile_get_year (self->preview->profile);
  gtk_widget_set_visible (self->year_row, year > 0);
  if (year > 0)
    gtk_spin_button_set_value (self->year, year);
}

static void
show_origin (HfImportWindow *self)
{
  g_autofree char *words = hf_import_words_remembered (self->preview->remembered_at);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->columns), words);
  gtk_widget_set_visible (self->forget, self->preview->remembered_at > 0);
}

static void
on_columns (HfImportWindow *self)
{
  hf_import_values_set_preview (self->values, self->preview);
  update_check (self);
}

static void
show_preview (HfImportWindow *self)
{
  g_autofree char *name = g_filename_display_basename (self->preview->path);
  g_autofree char *reading = hf_import_words_reading (
      self->preview->encoding, self->preview->sheet, MAX (self->preview->header_row, 1));
  self->is_setting = TRUE;
  hf_import_duplicates_reset (self->duplicates);
  adw_window_title_set_subtitle (self->title, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name);
  adw_action_row_set_subtitle (self->file, reading);
  show_kind (self);
  hf_import_encodings_set_preview (self->encodings, self->preview);
  show_sheet (self);
  gtk_spin_button_set_value (self->header_row, MAX (self->preview->header_row, 1));
  hf_import_lines_set_preview (self->encoded_lines, self->preview);
  hf_import_lines_set_preview (self->lines, self->preview);
  show_year (self);
  hf_import_columns_set_preview (self->columns, self->preview);
  hf_import_values_set_preview (self->values, self->preview);
  show_origin (self);
  self->is_setting = FALSE;
  hf_import_window_say (self, NULL);
  hf_import_window_show_looked (self);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  HfImportPreview *preview = hf_import_preview_read_finish (result, &error);
  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&preview, hf_import_preview_free);
      return;
    }
  g_clear_object (&self->work);
  if (preview == NULL)
    {
      /* What was chosen cannot be read; what was read before still can. */
      self->goes_on = FALSE;
      self->asked_at = MIN (self->step, HF_IMPORT_STEP_COLUMNS);
      if (self->preview != NULL && self->asked_at != HF_IMPORT_STEP_FILE)
        show_preview (self);
      hf_import_window_say (self, error->message);
      return;
    }
  HfImportPreview *before = self->preview;
  self->preview = preview;
  show_preview (self);
  g_clear_pointer (&before, hf_import_preview_free);
}

/* What is looked at once it is known which custom fields there are. */
typedef struct
{
  HfImportWindow *window;
  HfImportPreviewRequest *request;
} Looking;

static gpointer
list_custom (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_custom_fields_list (session, error);
}

static void
on_custom (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Looking *looking = data;
  g_autoptr (HfImportWindow) self = looking->window;
  g_autoptr (HfImportPreviewRequest) request = looking->request;
  g_autoptr (GError) error = NULL;
  request->custom = hf_store_run_finish (HF_STORE (source), result, &error);
  if (self->store == NULL || self->work != g_task_get_cancellable (G_TASK (result)))
    return;
  if (request->custom != NULL)
    hf_import_preview_read_async (g_steal_pointer (&request), self->work, on_previewed,
                                  g_object_ref (self));
  else
    {
      g_clear_object (&self->work);
      hf_import_window_say (self, hf_store_error_words (error));
    }
}

/**
 * hf_import_window_preview:
 * @self: the window
 * @request: (transfer full): what to look at
 *
 * Looks at a file and shows what it found.
 */
void
hf_import_window_preview (HfImportWindow *self, HfImportPreviewRequest *request)
{
  Looking *looking = g_new (Looking, 1);
  *looking = (Looking){ g_object_ref (self), request };
  hf_import_window_stop (self);
  self->goes_on = FALSE;
  self->work = g_cancellable_new ();
  hf_store_run_async (self->store, HF_STORE_READ, list_custom, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, self->work, on_custom, looking);
}

/* What was chosen so far; a profile that was only guessed is guessed anew. */
static HfImportPreviewRequest *
request_again (HfImportWindow *self)
{
  HfImportPreviewRequest *request = g_new0 (HfImportPreviewRequest, 1);
  const HfReadOptions *options = hf_import_profile_get_options (self->preview->profile);
  self->asked_at = self->step;
  request->path = g_strdup (self->preview->path);
  request->entity = self->preview->entity;
  request->encoding = g_strdup (options->encoding);
  request->found_encoding = g_strdup (self->preview->found_encoding);
  request->sheet = g_strdup (options->sheet);
  request->header_row = options->header_row;
  if (self->preview->profile_is_loaded)
    request->profile = g_object_ref (self->preview->profile);
  return request;
}

static void
on_kind (HfImportWindow *self)
{
  if (self->is_setting)
    return;
  guint n_entities;
  HfImportPreviewRequest *request = request_again (self);
  request->entity = hf_import_entity_list (
      &n_entities)[adw_combo_row_get_selected (self->kind)];
  hf_import_window_preview (self, request);
}

static void
on_encoding (HfImportWindow *self)
{
  const char *chosen = hf_import_encodings_get_chosen (self->encodings);
  if (self->is_setting || chosen == NULL)
    return;
  /* What was found is found again, and so is where a file is mixed. */
  if (g_strcmp0 (chosen, self->preview->found_encoding) == 0)
    chosen = NULL;
  HfImportPreviewRequest *request = request_again (self);
  HfReadOptions options = *hf_import_profile_get_options (self->preview->profile);
  options.encoding = chosen;
  g_free (request->encoding);
  request->encoding = g_strdup (chosen);
  if (request->profile != NULL)
    hf_import_profile_set_options (request->profile, &options);
  hf_import_window_preview (self, request);
}

static void
on_sheet (HfImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet);
  if (self->is_setting || selected == GTK_INVALID_LIST_POSITION)
    return;
  HfImportPreviewRequest *request = request_again (self);
  g_free (request->sheet);
  request->sheet = g_strdup (self->preview->sheets[selected]);
  request->header_row = 0;
  hf_import_window_preview (self, request);
}

static void
on_header_row (HfImportWindow *self)
{
  if (self->is_setting)
    return;
  HfImportPreviewRequest *request = request_again (self);
  request->header_row = gtk_spin_button_get_value_as_int (self->header_row);
  hf_import_window_preview (self, request);
}

static void
on_year (HfImportWindow *self)
{
  if (self->is_setting || self->preview == NULL)
    return;
  hf_import_profile_set_year (self->preview->profile,
                              gtk_spin_button_get_value_as_int (self->year));
  hf_import_preview_find_months (self->preview);
  hf_import_columns_set_preview (self->columns, self->preview);
  update_check (self);
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, HfImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      if (path != NULL)
        hf_import_window_open (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Spreadsheets"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  hf_import_window_choose (HF_IMPORT_WINDOW (widget), _ ("Choose a Spreadsheet"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, filter, G_CALLBACK (on_file_chosen));
}

static gboolean
on_dropped (HfImportWindow *self, const GValue *value)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));
  if (path == NULL || self->watch != NULL)
    return FALSE;
  hf_import_window_open (self, path);
  return TRUE;
}

static void
on_undone (GtkWidget *widget)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  self->import_id = 0;
  self->has_good = FALSE;
  hf_import_report_show_undone (self->report);
  hf_import_window_show_step (self, HF_IMPORT_STEP_RESULT);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (widget);
  if (self->import_id != 0)
    hf_import_undo_start (widget, self->store, self->import_id, NULL, on_undone);
}

static void
hf_import_window_dispose (GObject *object)
{
  HfImportWindow *self = HF_IMPORT_WINDOW (object);
  hf_import_window_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_IMPORT_WINDOW);
  g_clear_pointer (&self->preview, hf_import_preview_free);
  G_OBJECT_CLASS (hf_import_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HfImportWindow, title);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, path);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, stack);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, choose);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, back);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, notice);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, notice_label);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, kind);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, file);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, encodings);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, encoded_lines);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, sheet);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, header_row);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, lines);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, columns);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, values);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, forget);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, year_row);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, year);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, repairs);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, duplicates);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, progress);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, progress_label);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, report);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, bar);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, unknown);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, next);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, do_import);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, undo);
  gtk_widget_class_bind_template_child (klass, HfImportWindow, done);
  gtk_widget_class_bind_template_callback (klass, on_kind);
  gtk_widget_class_bind_template_callback (klass, on_encoding);
  gtk_widget_class_bind_template_callback (klass, on_sheet);
  gtk_widget_class_bind_template_callback (klass, on_header_row);
  gtk_widget_class_bind_template_callback (klass, on_columns);
  gtk_widget_class_bind_template_callback (klass, on_year);
  gtk_widget_class_bind_template_callback_full (klass, "on_step_chosen",
                                                G_CALLBACK (hf_import_window_go_to));
  gtk_widget_class_bind_template_callback (klass, hf_import_window_look_for_repairs);
}

static void
hf_import_window_class_init (HfImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_window_dispose;
  g_type_ensure (HF_TYPE_IMPORT_COLUMNS);
  g_type_ensure (HF_TYPE_IMPORT_DUPLICATES);
  g_type_ensure (HF_TYPE_IMPORT_ENCODINGS);
  g_type_ensure (HF_TYPE_IMPORT_LINES);
  g_type_ensure (HF_TYPE_IMPORT_PATH);
  g_type_ensure (HF_TYPE_IMPORT_REPAIRS);
  g_type_ensure (HF_TYPE_IMPORT_REPORT);
  g_type_ensure (HF_TYPE_IMPORT_VALUES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/import/hf-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  hf_import_window_install_profile_actions (widget_class);
  hf_import_window_install_run_actions (widget_class);
  hf_import_window_install_step_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "import.choose-file", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_import_window_init (HfImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  guint n_entities;
  const HfImportEntity *const *entities = hf_import_entity_list (&n_entities);
  for (guint i = 0; i < n_entities; i++)
    gtk_string_list_append (kinds, hf_import_words_kind (entities[i]));
  self->is_setting = TRUE;
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  self->is_setting = FALSE;
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  hf_import_window_show_step (self, HF_IMPORT_STEP_FILE);
}

/**
 * hf_import_window_new:
 * @store: where to
 *
 * Makes the window that imports spreadsheets.
 *
 * Returns: (transfer none): the window
 */
HfImportWindow *
hf_import_window_new (HfStore *store)
{
  HfImportWindow *self = g_object_new (HF_TYPE_IMPORT_WINDOW, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * hf_import_window_open:
 * @self: the window
 * @path: a spreadsheet
 *
 * Looks at a spreadsheet and shows the first step at which something is to be decided.
 */
void
hf_import_window_open (HfImportWindow *self, const char *path)
{
  HfImportPreviewRequest *request = g_new0 (HfImportPreviewRequest, 1);
  self->asked_at = HF_IMPORT_STEP_FILE;
  request->path = g_strdup (path);
  hf_import_window_preview (self, request);
}
