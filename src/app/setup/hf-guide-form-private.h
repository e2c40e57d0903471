#pragma once

#include "hf-guide-form.h"

G_BEGIN_DECLS

struct _HfGuideForm
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *groups;

  HfGuideDraft *draft;
  HfMarkup *element;   /* borrowed from the draft; NULL: none is shown */
  guint reload_source; /* it is shown anew once the event is over */
};

void hf_guide_form_reload (HfGuideForm *self);
AdwPreferencesGroup *hf_guide_form_add_group (HfGuideForm *self, const char *title,
                                              const char *description);
void hf_guide_form_add_text (HfGuideForm *self, HfMarkup *element, const char *name,
                             const char *title, const char *description, gboolean is_long);
void hf_guide_form_add_texts (HfGuideForm *self, const char *name, const char *title,
                              const char *description, const char *add);
void hf_guide_form_add_answer (HfGuideForm *self);
void hf_guide_form_add_known (HfGuideForm *self);

G_END_DECLS
