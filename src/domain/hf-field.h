#pragma once

#include <gio/gio.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_FIELD_TEXT,   /* char * */
  HF_FIELD_DATE,   /* char *, YYYY-MM-DD */
  HF_FIELD_MONTH,  /* char *, YYYY-MM */
  HF_FIELD_MOMENT, /* gint64, microseconds UTC */
  HF_FIELD_AMOUNT, /* gint64, thousandths or HF_AMOUNT_UNKNOWN */
  HF_FIELD_CHOICE, /* an enumeration, as int */
  HF_FIELD_FLAG,   /* gboolean */
  HF_FIELD_ZONE,   /* char *, as hf_time_zone_find() gives it */
} HfFieldKind;

/* What a spreadsheet's column, a form's row and a report's column have in common: a field of a
 * record. The name is part of the import profile's format and never changes. */
typedef struct
{
  const char *name;
  const char *label;       /* marked with NC_ ("field", ..) */
  const char *const *also; /* other headings by which a spreadsheet may call it, NULL-ended */
  HfFieldKind kind;
  gsize offset; /* in the record's struct */
  const HfChoice *choices;
  guint max_length; /* characters of a text; 0 for the usual limit */
  gboolean required;
} HfField;

#define HF_FIELD_CONTEXT "field"
#define HF_FIELD_MAX_LENGTH 4000

#define HF_FIELD_ERROR (hf_field_error_quark ())

typedef enum
{
  HF_FIELD_ERROR_INVALID,
  HF_FIELD_ERROR_TOO_LONG,
  HF_FIELD_ERROR_MISSING,
} HfFieldError;

GQuark hf_field_error_quark (void);
const HfField *hf_field_find (const HfField *fields, gsize n_fields, const char *name);
int hf_field_find_choice (const HfField *field, const char *text);
const char *hf_field_label (const HfField *field);
gboolean hf_field_set_text (const HfField *field, gpointer record, const char *text,
                            GError **error);
char *hf_field_dup_text (const HfField *field, gconstpointer record);
void hf_field_copy (const HfField *field, gpointer record, gconstpointer from);
gboolean hf_field_is_set (const HfField *field, gconstpointer record);

G_END_DECLS
