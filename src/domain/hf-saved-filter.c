#include "config.h"

#include "hf-saved-filter.h"

#include <glib/gi18n.h>

#include "hf-field.h"
#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfSavedFilter, hf_saved_filter, G_TYPE_OBJECT)

static void
hf_saved_filter_finalize (GObject *object)
{
  HfSavedFilter *self = HF_SAVED_FILTER (object);
  g_free (self->name);
  g_free (self->expression);
  G_OBJECT_CLASS (hf_saved_filter_parent_class)->finalize (object);
}

static void
hf_saved_filter_class_init (HfSavedFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_saved_filter_finalize;
}

static void
hf_saved_filter_init (HfSavedFilter *self)
{
}

/**
 * hf_saved_filter_new:
 *
 * Makes a filter without a name.
 *
 * Returns: (transfer full): the record
 */
HfSavedFilter *
hf_saved_filter_new (void)
{
  return g_object_new (HF_TYPE_SAVED_FILTER, NULL);
}

/**
 * hf_saved_filter_copy:
 * @self: a filter
 *
 * Copies it.
 *
 * Returns: (transfer full): the copy
 */
HfSavedFilter *
hf_saved_filter_copy (const HfSavedFilter *self)
{
  HfSavedFilter *copy = hf_saved_filter_new ();
  copy->id = self->id;
  copy->name = g_strdup (self->name);
  copy->expression = g_strdup (self->expression);
  return copy;
}

/**
 * hf_saved_filter_validate:
 * @self: a filter
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_saved_filter_validate (const HfSavedFilter *self, GError **error)
{
  if (hf_text_is_blank (self->name))
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("the name is missing"));
      return FALSE;
    }
  if (g_utf8_strlen (self->name, -1) > HF_SAVED_FILTER_MAX_NAME)
    {
      g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_TOO_LONG,
                   /* Translators: %u is a number of characters. */
                   _ ("longer than %u characters"), HF_SAVED_FILTER_MAX_NAME);
      return FALSE;
    }
  return TRUE;
}
