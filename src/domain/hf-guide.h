#pragma once

#include <glib-object.h>

#include "hf-interview.h"
#include "hf-question.h"

G_BEGIN_DECLS

/* What to answer to a customer's objection: it informs and never presses. */
typedef struct
{
  char *id;
  HfWording *title;
  GPtrArray *texts; /* (element-type HfWording), for hf_speech_dup_text() */
} HfObjection;

#define HF_TYPE_GUIDE (hf_guide_get_type ())
G_DECLARE_FINAL_TYPE (HfGuide, hf_guide, HF, GUIDE, GObject)

/* The steps of a guided call. A version that was read never changes. */
struct _HfGuide
{
  GObject parent_instance;

  gint64 id; /* of the stored version, 0: not stored */
  char *code;
  guint version;
  HfInterviewKind kind;
  char *language; /* in which it was written; stands in for those that are missing */
  HfWording *title;
  GPtrArray *questions;  /* (element-type HfQuestion), in order */
  GPtrArray *objections; /* (element-type HfObjection) */
};

HfGuide *hf_guide_new (void);
HfGuide *hf_guide_new_starter (const char *code);
HfGuide *hf_guide_parse (GBytes *file, GError **error);
HfObjection *hf_guide_add_objection (HfGuide *self, const char *id);
HfQuestion *hf_guide_find (HfGuide *self, const char *question);
GStrv hf_guide_list_languages (HfGuide *self);

G_END_DECLS
