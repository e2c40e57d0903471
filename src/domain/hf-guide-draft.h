#pragma once

#include "hf-guide.h"
#include "hf-markup.h"

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_DRAFT (hf_guide_draft_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideDraft, hf_guide_draft, HF, GUIDE_DRAFT, GObject)

/* A guide while somebody writes it: the elements of its file, which need not be right yet.
 * Whoever changes one of them says so by hf_guide_draft_changed(). */
HfGuideDraft *hf_guide_draft_new (void);
gboolean hf_guide_draft_read (HfGuideDraft *self, const char *text, GError **error);
char *hf_guide_draft_write (HfGuideDraft *self);
HfGuide *hf_guide_draft_check (HfGuideDraft *self, GError **error);
void hf_guide_draft_changed (HfGuideDraft *self);

void hf_guide_draft_begin (HfGuideDraft *self, const char *code, HfInterviewKind kind,
                           const char *language, const char *title, const char *part,
                           const char *greeting);
void hf_guide_draft_begin_copy (HfGuideDraft *self, const char *code, HfInterviewKind kind,
                                const char *title);

HfMarkup *hf_guide_draft_get_root (HfGuideDraft *self);
HfMarkup *hf_guide_draft_get_parent (HfGuideDraft *self, const HfMarkup *element);
GPtrArray *hf_guide_draft_list (HfGuideDraft *self);
HfMarkup *hf_guide_draft_find_line (HfGuideDraft *self, guint line);
GStrv hf_guide_draft_list_languages (HfGuideDraft *self);
const char *hf_guide_draft_get_language (HfGuideDraft *self);

HfMarkup *hf_guide_draft_add (HfGuideDraft *self, const char *name, const HfMarkup *after,
                              const char *words);
HfMarkup *hf_guide_draft_add_option (HfGuideDraft *self, HfMarkup *question, const char *words);
gboolean hf_guide_draft_can_move (HfGuideDraft *self, const HfMarkup *element, int step);
void hf_guide_draft_move (HfGuideDraft *self, const HfMarkup *element, int step);
void hf_guide_draft_remove (HfGuideDraft *self, const HfMarkup *element);

guint hf_guide_draft_count_texts (HfGuideDraft *self, const HfMarkup *element,
                                  const char *name);
char *hf_guide_draft_dup_text (HfGuideDraft *self, const HfMarkup *element, const char *name,
                               guint index, const char *language);
void hf_guide_draft_set_text (HfGuideDraft *self, HfMarkup *element, const char *name,
                              guint index, const char *language, const char *text);
void hf_guide_draft_remove_text (HfGuideDraft *self, HfMarkup *element, const char *name,
                                 guint index);

G_END_DECLS
