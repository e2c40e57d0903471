#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_MARKUP_ERROR (hf_markup_error_quark ())

typedef enum
{
  HF_MARKUP_ERROR_INVALID,
} HfMarkupError;

/* One element of a codebook's or guide's file, with where it stands in the file. */
typedef struct
{
  char *name;
  GStrv attributes;    /* name, value, name, value, .. */
  GPtrArray *children; /* (element-type HfMarkup) */
  char *text;          /* its own, blanks narrowed to one; "" where it has none */
  guint line;
  guint column; /* characters, from 1 */
} HfMarkup;

GQuark hf_markup_error_quark (void);
void hf_markup_error_get_place (const GError *error, guint *line, guint *column);
HfMarkup *hf_markup_parse (const char *text, gsize length, GError **error);
const char *hf_markup_get (const HfMarkup *self, const char *attribute);
gboolean hf_markup_check (const HfMarkup *self, const char *const *attributes,
                          const char *const *children, GError **error);
gboolean hf_markup_refuse (const HfMarkup *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
HfMarkup *hf_markup_new (const char *name);
void hf_markup_set (HfMarkup *self, const char *attribute, const char *value);
void hf_markup_set_text (HfMarkup *self, const char *text);
char *hf_markup_write (const HfMarkup *self);
void hf_markup_free (HfMarkup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfMarkup, hf_markup_free)

G_END_DECLS
