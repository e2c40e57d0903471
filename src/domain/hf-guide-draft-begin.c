#include "config.h"

#include <string.h>

#include "hf-guide-draft.h"

static void
add_text (HfMarkup *element, const char *name, const char *words)
{
  HfMarkup *text = hf_markup_new (name);
  hf_markup_set_text (text, words);
  g_ptr_array_add (element->children, text);
}

/* A title in one language stands in for every other. */
static void
set_title (HfMarkup *root, const char *title)
{
  for (guint i = root->children->len; i > 0; i--)
    if (strcmp (((HfMarkup *) root->children->pdata[i - 1])->name, "title") == 0)
      g_ptr_array_remove_index (root->children, i - 1);
  HfMarkup *element = hf_markup_new ("title");
  hf_markup_set_text (element, title);
  g_ptr_array_insert (root->children, 0, element);
}

static void
set_head (HfMarkup *root, const char *code, HfInterviewKind kind, const char *title)
{
  hf_markup_set (root, "code", code);
  hf_markup_set (root, "version", "1");
  hf_markup_set (root, "kind", hf_interview_kinds[kind].name);
  set_title (root, title);
}

/**
 * hf_guide_draft_begin:
 * @self: an empty draft
 * @code: the new guide's code
 * @kind: what it is for
 * @language: in which it is written
 * @title: its title, in that language
 * @part: the title of its first part, in that language
 * @greeting: what is said first, in that language
 *
 * Begins a guide with nothing but a greeting.
 */
void
hf_guide_draft_begin (HfGuideDraft *self, const char *code, HfInterviewKind kind,
                      const char *language, const char *title, const char *part,
                      const char *greeting)
{
  HfMarkup *root = hf_guide_draft_get_root (self);
  HfMarkup *first = hf_markup_new ("part"), *question = hf_markup_new ("question");
  set_head (root, code, kind, title);
  hf_markup_set (root, "language", language);
  add_text (first, "title", part);
  hf_markup_set (question, "id", "opening");
  hf_markup_set (question, "kind", "say");
  add_text (question, "text", greeting);
  g_ptr_array_add (first->children, question);
  g_ptr_array_add (root->children, first);
  hf_guide_draft_changed (self);
}

/**
 * hf_guide_draft_begin_copy:
 * @self: a draft that has read another guide's file
 * @code: the new guide's code
 * @kind: what it is for
 * @title: its title
 *
 * Begins a guide that says what another one does.
 */
void
hf_guide_draft_begin_copy (HfGuideDraft *self, const char *code, HfInterviewKind kind,
                           const char *title)
{
  set_head (hf_guide_draft_get_root (self), code, kind, title);
  hf_guide_draft_changed (self);
}
