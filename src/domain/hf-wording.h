#pragma once

#include "hf-markup.h"

G_BEGIN_DECLS

/* One text in several languages. The language that was set first stands in for those that are
 * missing. */
typedef struct _HfWording HfWording;

HfWording *hf_wording_new (void);
HfWording *hf_wording_ref (HfWording *self);
void hf_wording_unref (HfWording *self);
void hf_wording_set (HfWording *self, const char *language, const char *text);
void hf_wording_remove (HfWording *self, const char *language);
char *hf_wording_dup_language (const HfMarkup *element, const char *otherwise);
gboolean hf_wording_read (HfWording *self, const HfMarkup *element, const char *language,
                          GError **error);
gboolean hf_wording_read_list (GPtrArray *list, const HfMarkup *element, const char *language,
                               GError **error);
const char *hf_wording_get (const HfWording *self, const char *language);
const char *hf_wording_get_exact (const HfWording *self, const char *language);
const char *const *hf_wording_get_languages (const HfWording *self);
gboolean hf_wording_is_empty (const HfWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfWording, hf_wording_unref)

G_END_DECLS
