#include "config.h"

#include "hf-field-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-suggestions.h"
#include "hf-tag-row.h"
#include "hf-time-zone.h"

/* This field is a list of tags. */
#define TAGS_FIELD "tags"

/* A form's row for one field of a record, and under it what is wrong with what was typed. */
struct _HfFieldRow
{
  GObject parent_instance;

  const HfField *field;
  GtkWidget *row;
  GtkWidget *error_row;
  GtkTextBuffer *lines; /* of a text with many lines, borrowed */
  GtkSwitch *flag;      /* of a flag, borrowed */
  HfTagRow *tags;       /* of tags, borrowed */
  gboolean is_setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfFieldRow, hf_field_row, G_TYPE_OBJECT)

static void
on_changed (HfFieldRow *self)
{
  if (self->is_setting)
    return;
  hf_field_row_set_error (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_entry (HfFieldRow *self)
{
  GtkWidget *row = adw_entry_row_new ();
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  if (self->field->kind == HF_FIELD_ZONE)
    hf_suggestions_add_zones (ADW_ENTRY_ROW (row));
  return row;
}

static gboolean
may_be_unknown (const HfField *field)
{
  return !field->required && field->choices[hf_choice_count (field->choices)].label != NULL;
}

/* Where a value need not be known, that is the last one. */
static GtkWidget *
make_combo (HfFieldRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const HfChoice *choices = self->field->choices;
  for (guint i = 0; i < hf_choice_count (choices); i++)
    gtk_string_list_append (labels, hf_choice_label (choices, i));
  if (may_be_unknown (self->field))
    gtk_string_list_append (labels, hf_choice_label (choices, hf_choice_count (choices)));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  return row;
}

static GtkWidget *
make_switch (HfFieldRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  self->flag = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->flag), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->flag));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->flag));
  g_signal_connect_swapped (self->flag, "notify::active", G_CALLBACK (on_changed), self);
  return row;
}

static GtkWidget *
make_lines (HfFieldRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (hf_field_label (self->field));
  GtkWidget *view = gtk_text_view_new ();
  self->lines = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_widget_add_css_class (box, "words");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (view, "lines");
  gtk_widget_set_size_request (view, -1, 72);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  caption, NULL, -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_swapped (self->lines, "changed", G_CALLBACK (on_changed), self);
  return row;
}

static GtkWidget *
make_tags (HfFieldRow *self)
{
  self->tags = g_object_new (HF_TYPE_TAG_ROW, NULL);
  g_signal_connect_swapped (self->tags, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self->tags);
}

static GtkWidget *
make_row (HfFieldRow *self, gboolean many_lines)
{
  if (self->field->kind == HF_FIELD_CHOICE)
    return make_combo (self);
  if (self->field->kind == HF_FIELD_FLAG)
    return make_switch (self);
  if (strcmp (self->field->name, TAGS_FIELD) == 0)
    return make_tags (self);
  return many_lines ? make_lines (self) : make_entry (self);
}

static GtkWidget *
make_error_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set (row, "use-markup", FALSE, "title-lines", 3, "visible", FALSE, NULL);
  gtk_widget_add_css_class (row, "field-error");
  return row;
}

static void
hf_field_row_finalize (GObject *object)
{
  HfFieldRow *self = HF_FIELD_ROW (object);
  g_signal_handlers_disconnect_by_data (self->row, self);
  if (self->lines != NULL)
    g_signal_handlers_disconnect_by_data (self->lines, self);
  if (self->flag != NULL)
    g_signal_handlers_disconnect_by_data (self->flag, self);
  g_object_unref (self->row);
  g_object_unref (self->error_row);
  G_OBJECT_CLASS (hf_field_row_parent_class)->finalize (object);
}

static void
hf_field_row_class_init (HfFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_field_row_finalize;

  /**
   * HfFieldRow::changed:
   *
   * The person changed the value.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_field_row_init (HfFieldRow *self)
{
}

/**
 * hf_field_row_new:
 * @field: a field
 * @many_lines: whether a text may have several lines
 *
 * Makes the row in which a field is typed or chosen.
 *
 * Returns: (transfer full): the row
 */
HfFieldRow *
hf_field_row_new (const HfField *field, gboolean many_lines)
{
  HfFieldRow *self = g_object_new (HF_TYPE_FIELD_ROW, NULL);
  self->field = field;
  self->row = g_object_ref_sink (make_row (self, many_lines));
  self->error_row = g_object_ref_sink (make_error_row ());
  g_object_set (self->row, "use-markup", FALSE, "title", hf_field_label (field), NULL);
  return self;
}

/**
 * hf_field_row_get_field:
 * @self: a row
 *
 * Tells which field it is for.
 *
 * Returns: the field
 */
const HfField *
hf_field_row_get_field (HfFieldRow *self)
{
  return self->field;
}

/**
 * hf_field_row_add_to:
 * @self: a row
 * @group: a part of a form
 *
 * Puts the row at the end of a part of a form.
 */
void
hf_field_row_add_to (HfFieldRow *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->error_row);
}

/* A time zone is known by its identifier, whatever it is called. */
static char *
dup_entry (HfFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  char *zone = self->field->kind == HF_FIELD_ZONE ? hf_time_zone_find (text) : NULL;
  return zone != NULL ? zone : g_strdup (text);
}

/**
 * hf_field_row_dup_text:
 * @self: a row
 *
 * Gives what was typed or chosen, as hf_field_set_text() reads it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_field_row_dup_text (HfFieldRow *self)
{
  GtkTextIter start, end;
  if (self->flag != NULL)
    return g_strdup (gtk_switch_get_active (self->flag) ? "1" : "0");
  if (self->field->kind == HF_FIELD_CHOICE)
    return g_strdup (
        self->field->choices[adw_combo_row_get_selected (ADW_COMBO_ROW (self->row))].name);
  if (self->tags != NULL)
    return hf_tag_row_dup_tags (self->tags);
  if (self->lines == NULL)
    return dup_entry (self);
  gtk_text_buffer_get_bounds (self->lines, &start, &end);
  return gtk_text_buffer_get_text (self->lines, &start, &end, FALSE);
}

static guint
find_choice (const HfField *field, const char *name)
{
  return may_be_unknown (field) ? hf_choice_read (field->choices, name)
                                : MAX (0, hf_choice_find_name (field->choices, name));
}

/**
 * hf_field_row_set_text:
 * @self: a row
 * @text: (nullable): a value as hf_field_dup_text() writes it
 *
 * Shows a value, without telling.
 */
void
hf_field_row_set_text (HfFieldRow *self, const char *text)
{
  const char *words = self->field->kind == HF_FIELD_ZONE ? hf_time_zone_label (text) : text;
  const char *shown = words != NULL ? words : "";
  self->is_setting = TRUE;
  if (self->flag != NULL)
    gtk_switch_set_active (self->flag, g_str_equal (shown, "1"));
  else if (self->field->kind == HF_FIELD_CHOICE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), find_choice (self->field, shown));
  else if (self->tags != NULL)
    hf_tag_row_set_tags (self->tags, shown);
  else if (self->lines != NULL)
    gtk_text_buffer_set_text (self->lines, shown, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->row), shown);
  hf_field_row_set_error (self, NULL);
  self->is_setting = FALSE;
}

/**
 * hf_field_row_set_error:
 * @self: a row
 * @message: (nullable): what is wrong, %NULL for nothing
 *
 * Says under the row what is wrong with what was typed.
 */
void
hf_field_row_set_error (HfFieldRow *self, const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  g_object_set (self->error_row, "title", message != NULL ? message : "", NULL);
  gtk_widget_set_visible (self->error_row, message != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * hf_field_row_set_store:
 * @self: a row
 * @store: where customers are stored
 *
 * Completes tags from those in use, where the row is for tags.
 */
void
hf_field_row_set_store (HfFieldRow *self, HfStore *store)
{
  if (self->tags != NULL)
    hf_tag_row_set_store (self->tags, store);
}

/**
 * hf_field_row_set_suggestions:
 * @self: a row in which a short text is typed
 * @suggestions: (array zero-terminated=1): what is there already
 *
 * Offers values to choose from; others can still be typed.
 */
void
hf_field_row_set_suggestions (HfFieldRow *self, const char *const *suggestions)
{
  hf_suggestions_add (ADW_ENTRY_ROW (self->row), suggestions,
                      _ ("Choose one that is there already"));
}

/**
 * hf_field_row_set_visible:
 * @self: a row
 * @visible: whether it is asked for
 *
 * Shows or hides the row.
 */
void
hf_field_row_set_visible (HfFieldRow *self, gboolean visible)
{
  gtk_widget_set_visible (self->row, visible);
}

/**
 * hf_field_row_grab_focus:
 * @self: a row
 *
 * Puts the cursor into it.
 */
void
hf_field_row_grab_focus (HfFieldRow *self)
{
  /* The row of a text with many lines takes no focus itself. */
  if (!gtk_widget_grab_focus (self->row))
    gtk_widget_child_focus (self->row, GTK_DIR_TAB_FORWARD);
}
