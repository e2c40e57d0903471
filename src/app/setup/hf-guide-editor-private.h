#pragma once

#include "hf-guide-draft.h"
#include "hf-guide-editor.h"
#include "hf-guide-form.h"
#include "hf-guide-outline.h"
#include "hf-guide-source.h"

G_BEGIN_DECLS

struct _HfGuideEditor
{
  AdwWindow parent_instance;

  GtkStack *stack; /* "steps" or "text" */
  HfGuideOutline *outline;
  HfGuideForm *form;
  HfGuideSource *source;
  AdwToastOverlay *toasts;
  GtkImage *state;
  GtkLabel *problem;
  GtkWidget *show;
  GtkLabel *saved;

  HfStore *store;
  HfStoredGuide *stored; /* as it is stored now */
  HfGuideDraft *draft;
  GQueue history; /* (element-type utf8): the texts before, the newest last */
  char *text;     /* as it was when it was last looked at */
  GtkFileChooserNative *chooser;
  guint check_source;
  guint wrong_line; /* 0: nothing is wrong */
  guint wrong_column;
  gboolean typing;     /* in the text, which need not be XML at the moment */
  gboolean busy;       /* something is being stored */
  gboolean closing;    /* it closes once that is done */
  gboolean publishing; /* asked for, and not done yet */
};

void hf_guide_editor_install_actions (GtkWidgetClass *klass);
void hf_guide_editor_look (HfGuideEditor *self);
void hf_guide_editor_rebuild (HfGuideEditor *self, const HfMarkup *selected);
void hf_guide_editor_read (HfGuideEditor *self, const char *text);
void hf_guide_editor_store (HfGuideEditor *self, gboolean publish);
void hf_guide_editor_show_place (HfGuideEditor *self);

G_END_DECLS
