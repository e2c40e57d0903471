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
extern const HfImportEntity hf_import_manager_changes;
extern const HfImportEntity hf_import_scores;

const HfImportEntity *hf_import_entity_find (const char *name);
const HfImportEntity *const *hf_import_entity_list (guint *n_entities);

G_END_DECLS
