#pragma once

#include "hf-custom-field.h"
#include "hf-field.h"

G_BEGIN_DECLS

/* The custom fields of one customer, as forms know the fields of a record. */
typedef struct
{
  HfField *fields;    /* each named as hf_custom_field_dup_key() says */
  HfChoice **choices; /* of each field, or NULL; the first stands for none */
  char **names;       /* of the fields, NULL-ended */
  gint64 *ids;        /* of the fields */
  guint n_fields;
  gint64 *values; /* what the fields' offsets are in */
} HfCustomRecord;

HfCustomRecord *hf_custom_record_new (GPtrArray *fields, GHashTable *values,
                                      const char *language);
void hf_custom_record_free (HfCustomRecord *self);
void hf_custom_record_set_values (HfCustomRecord *self, GHashTable *values);
void hf_custom_record_clear (HfCustomRecord *self);
GHashTable *hf_custom_record_dup_values (const HfCustomRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomRecord, hf_custom_record_free)

G_END_DECLS
