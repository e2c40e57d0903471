#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CUSTOM_TEXT,
  HF_CUSTOM_NUMBER,
  HF_CUSTOM_DATE,
  HF_CUSTOM_CHOICE,
} HfCustomKind;

extern const HfChoice hf_custom_kinds[];

#define HF_TYPE_CUSTOM_FIELD (hf_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (HfCustomField, hf_custom_field, HF, CUSTOM_FIELD, GObject)

/* A field of the customer's file that the firm made itself. */
struct _HfCustomField
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  HfCustomKind kind;
  GHashTable *names; /* (element-type utf8 utf8): a language's code to the name in it */
  char **choices;    /* of a choice; may be NULL */
  gint64 position;   /* among the others */
  gboolean retired;  /* no longer asked for; what was entered stays */
};

HfCustomField *hf_custom_field_new (void);
const char *hf_custom_field_get_name (const HfCustomField *self, const char *language);
void hf_custom_field_set_name (HfCustomField *self, const char *language, const char *name);
void hf_custom_field_set_choices (HfCustomField *self, const char *lines);
char *hf_custom_field_dup_key (gint64 id);
gboolean hf_custom_field_parse_key (const char *key, gint64 *id);
gboolean hf_custom_field_validate (const HfCustomField *self, GError **error);
gboolean hf_custom_field_check_names (const HfCustomField *self, GPtrArray *all,
                                      GError **error);

G_END_DECLS
