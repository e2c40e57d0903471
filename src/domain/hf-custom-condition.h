#pragma once

#include "hf-custom-field.h"

G_BEGIN_DECLS

/* What customers must have in a custom field. The value is: of a text, what it contains; of a
 * number and a date, the least and the largest with ".." between them, of which one may be
 * missing; of a choice, those that it may be, one in a line. */
typedef struct
{
  gint64 field_id;
  HfCustomKind kind;
  char *value;
} HfCustomCondition;

HfCustomCondition *hf_custom_condition_new (gint64 field_id, HfCustomKind kind,
                                            const char *value);
HfCustomCondition *hf_custom_condition_copy (const HfCustomCondition *self);
void hf_custom_condition_free (HfCustomCondition *self);
char *hf_custom_condition_dup_key (const HfCustomCondition *self);
gboolean hf_custom_condition_parse_key (const char *key, HfCustomKind *kind, gint64 *field_id);
char *hf_custom_condition_join (const char *from, const char *to);
void hf_custom_condition_split (const char *value, char **from, char **to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomCondition, hf_custom_condition_free)

G_END_DECLS
