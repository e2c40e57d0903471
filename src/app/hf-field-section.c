#include "config.h"

#include "hf-field-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-field-row.h"
#include "hf-text.h"

/* A part of a form: some fields of a record, under a heading. */
struct _HfFieldSection
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;   /* (element-type HfFieldRow) */
  GPtrArray *before; /* (element-type utf8): what each row showed at first */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfFieldSection, hf_field_section, ADW_TYPE_PREFERENCES_GROUP)

static void
on_changed (HfFieldSection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static HfFieldRow *
get_row (HfFieldSection *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static HfFieldRow *
find_row (HfFieldSection *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (hf_field_row_get_field (get_row (self, i))->name, name) == 0)
      return get_row (self, i);
  return NULL;
}

static gboolean
is_row_changed (HfFieldSection *self, guint i)
{
  g_autofree char *text = hf_field_row_dup_text (get_row (self, i));
  return i < self->before->len && strcmp (text, g_ptr_array_index (self->before, i)) != 0;
}

/* These fields may have several lines. */
static gboolean
is_long (const HfField *field)
{
  static const char *const names[] = { "note", "words", NULL };
  return g_strv_contains (names, field->name);
}

static void
add_row (HfFieldSection *self, const HfField *field)
{
  HfFieldRow *row = hf_field_row_new (field, is_long (field));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  hf_field_row_add_to (row, ADW_PREFERENCES_GROUP (self));
  g_ptr_array_add (self->rows, row);
}

static void
hf_field_section_finalize (GObject *object)
{
  HfFieldSection *self = HF_FIELD_SECTION (object);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->before);
  G_OBJECT_CLASS (hf_field_section_parent_class)->finalize (object);
}

static void
hf_field_section_class_init (HfFieldSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_field_section_finalize;

  /**
   * HfFieldSection::changed:
   *
   * The person changed a value.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_field_section_init (HfFieldSection *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->before = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hf_field_section_new:
 * @title: its heading
 * @fields: (array length=n_fields): a record's fields
 * @n_fields: how many
 * @names: (array zero-terminated=1): which of them it is for
 *
 * Makes a part of a form.
 *
 * Returns: the part, floating
 */
HfFieldSection *
hf_field_section_new (const char *title, const HfField *fields, gsize n_fields,
                      const char *const *names)
{
  HfFieldSection *self = g_object_new (HF_TYPE_FIELD_SECTION, "title", title, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add_row (self, hf_field_find (fields, n_fields, names[i]));
  return self;
}

/**
 * hf_field_section_set_record:
 * @self: a part of a form
 * @record: a record
 *
 * Shows a record's values.
 */
void
hf_field_section_set_record (HfFieldSection *self, gconstpointer record)
{
  g_ptr_array_set_size (self->before, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = hf_field_dup_text (hf_field_row_get_field (get_row (self, i)),
                                                 record);
      hf_field_row_set_text (get_row (self, i), text);
      /* As the row gives it, which may be in another form. */
      g_ptr_array_add (self->before, hf_field_row_dup_text (get_row (self, i)));
    }
}

/**
 * hf_field_section_update_record:
 * @self: a part of a form
 * @record: the record, as somebody else changed it
 *
 * Shows a record's new values, but keeps what the person typed.
 */
void
hf_field_section_update_record (HfFieldSection *self, gconstpointer record)
{
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (typed, is_row_changed (self, i) ? hf_field_row_dup_text (get_row (self, i))
                                                     : NULL);
  hf_field_section_set_record (self, record);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (typed, i) != NULL)
      hf_field_row_set_text (get_row (self, i), g_ptr_array_index (typed, i));
}

static gboolean
apply_row (HfFieldRow *row, gpointer record)
{
  const HfField *field = hf_field_row_get_field (row);
  g_autofree char *text = hf_field_row_dup_text (row);
  g_autoptr (GError) error = NULL;
  if (field->required && hf_text_is_blank (text))
    g_set_error_literal (&error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("This cannot be left empty."));
  else
    hf_field_set_text (field, record, text, &error);
  hf_field_row_set_error (row, error != NULL ? error->message : NULL);
  return error == NULL;
}

/**
 * hf_field_section_apply:
 * @self: a part of a form
 * @record: a new record, in which these fields are empty
 *
 * Writes into a record what was typed, and says at each row what is wrong with it.
 *
 * Returns: whether nothing is wrong
 */
gboolean
hf_field_section_apply (HfFieldSection *self, gpointer record)
{
  gboolean good = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!apply_row (get_row (self, i), record))
      {
        if (good)
          hf_field_row_grab_focus (get_row (self, i));
        good = FALSE;
      }
  return good;
}

/**
 * hf_field_section_is_changed:
 * @self: a part of a form
 *
 * Tells whether something was typed that the record does not have.
 *
 * Returns: whether there was
 */
gboolean
hf_field_section_is_changed (HfFieldSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_row_changed (self, i))
      return TRUE;
  return FALSE;
}

/**
 * hf_field_section_focus:
 * @self: a part of a form
 * @name: the name of a field in it
 *
 * Puts the cursor into a field.
 */
void
hf_field_section_focus (HfFieldSection *self, const char *name)
{
  HfFieldRow *row = find_row (self, name);
  if (row != NULL)
    hf_field_row_grab_focus (row);
}

/**
 * hf_field_section_set_error:
 * @self: a part of a form
 * @name: a field's name
 * @message: what is wrong
 *
 * Says at a row what is wrong with it.
 *
 * Returns: whether the field is in this part
 */
gboolean
hf_field_section_set_error (HfFieldSection *self, const char *name, const char *message)
{
  HfFieldRow *row = find_row (self, name);
  if (row == NULL)
    return FALSE;
  hf_field_row_set_error (row, message);
  hf_field_row_grab_focus (row);
  return TRUE;
}

/**
 * hf_field_section_mark:
 * @self: a part of a form
 * @name: a field's name
 * @message: (nullable): what is wrong, %NULL for nothing
 *
 * Says at a row what is wrong with it, and leaves the cursor where it is. Does nothing where
 * the field is not in this part.
 */
void
hf_field_section_mark (HfFieldSection *self, const char *name, const char *message)
{
  HfFieldRow *row = find_row (self, name);
  if (row != NULL)
    hf_field_row_set_error (row, message);
}

/**
 * hf_field_section_set_visible:
 * @self: a part of a form
 * @name: the name of a field in it
 * @visible: whether it is asked for
 *
 * Shows or hides a row.
 */
void
hf_field_section_set_visible (HfFieldSection *self, const char *name, gboolean visible)
{
  HfFieldRow *row = find_row (self, name);
  if (row != NULL)
    hf_field_row_set_visible (row, visible);
}

/**
 * hf_field_section_set_text:
 * @self: a part of a form
 * @name: the name of a field in it
 * @text: a value
 *
 * Proposes a value, without telling.
 */
void
hf_field_section_set_text (HfFieldSection *self, const char *name, const char *text)
{
  HfFieldRow *row = find_row (self, name);
  if (row != NULL)
    hf_field_row_set_text (row, text);
}

/**
 * hf_field_section_peek:
 * @self: a part of a form
 * @record: a new record, in which these fields are empty
 *
 * Writes into a record what was typed as far as it can be read, and says nothing.
 */
void
hf_field_section_peek (HfFieldSection *self, gpointer record)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = hf_field_row_dup_text (get_row (self, i));
      hf_field_set_text (hf_field_row_get_field (get_row (self, i)), record, text, NULL);
    }
}

/**
 * hf_field_section_get_n_rows:
 * @self: a part of a form
 *
 * Tells how many fields it asks for.
 *
 * Returns: how many
 */
guint
hf_field_section_get_n_rows (HfFieldSection *self)
{
  return self->rows->len;
}

/**
 * hf_field_section_set_store:
 * @self: a part of a form
 * @store: where customers are stored
 *
 * Completes tags from those in use.
 */
void
hf_field_section_set_store (HfFieldSection *self, HfStore *store)
{
  for (guint i = 0; i < self->rows->len; i++)
    hf_field_row_set_store (get_row (self, i), store);
}

/**
 * hf_field_section_add_field:
 * @self: a part of a form
 * @field: a field of the same record, static
 *
 * Asks for one more field, before a record is shown.
 */
void
hf_field_section_add_field (HfFieldSection *self, const HfField *field)
{
  add_row (self, field);
}

/**
 * hf_field_section_set_suggestions:
 * @self: a part of a form
 * @name: the name of a field in it
 * @suggestions: (array zero-terminated=1): what is there already
 *
 * Offers values to choose from.
 */
void
hf_field_section_set_suggestions (HfFieldSection *self, const char *name,
                                  const char *const *suggestions)
{
  HfFieldRow *row = find_row (self, name);
  if (row != NULL)
    hf_field_row_set_suggestions (row, suggestions);
}
