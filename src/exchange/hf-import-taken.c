#include "config.h"

#include "hf-import-taken.h"

#include <glib/gi18n.h>

#include "hf-text.h"

static const char *
label_of (const HfField *field, const char *ours)
{
  int value = hf_choice_find (field->choices, ours);
  return value >= 0 ? hf_choice_label (field->choices, value) : C_ ("import", "Not known");
}

/**
 * hf_import_taken_new:
 * @field: a field that is a choice
 * @theirs: a text of the file
 * @ours: the name of the value that it was taken for, "" where it says that it is not known
 *
 * Notes what a text was taken for.
 *
 * Returns: (transfer full): the note
 */
HfImportTaken *
hf_import_taken_new (const HfField *field, const char *theirs, const char *ours)
{
  HfImportTaken *self = g_atomic_rc_box_new0 (HfImportTaken);
  self->field = g_strdup (field->name);
  self->label = g_strdup (hf_field_label (field));
  self->theirs = hf_text_trim (theirs);
  self->ours = g_strdup (ours);
  self->ours_label = g_strdup (label_of (field, ours));
  return self;
}

static void
taken_clear (gpointer data)
{
  HfImportTaken *self = data;
  g_free (self->field);
  g_free (self->label);
  g_free (self->theirs);
  g_free (self->ours);
  g_free (self->ours_label);
}

/**
 * hf_import_taken_unref:
 * @self: (transfer full): a note
 *
 * Lets it go; it is kept with g_atomic_rc_box_acquire().
 */
void
hf_import_taken_unref (HfImportTaken *self)
{
  g_atomic_rc_box_release_full (self, taken_clear);
}
