#pragma once

#include "hf-field.h"

G_BEGIN_DECLS

/* A kind of record that can be imported. */
typedef struct
{
  const char *name; /* as the command line calls it */
  const HfField *(*list_fields) (gsize *n_fields);
  gpointer (*create) (void); /* a new record, a GObject */
  gboolean (*validate) (gconstpointer record, GError **error);
  const char *month; /* (nullable): the field that a wide layout has in its headings .. */
  const char *value; /* .. and the one that stands below them */
} HfImportEntity;

extern const HfImportEntity hf_import_customers;
extern const HfImportEntity hf_import_complaints;
extern const HfImportEntity hf_import_purchases;

const HfImportEntity *hf_import_entity_find (const char *name);

G_END_DECLS
