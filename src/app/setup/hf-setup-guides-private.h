#pragma once

#include <adwaita.h>

#include "hf-guide.h"
#include "hf-setup-guides.h"
#include "hf-store-guides.h"

G_BEGIN_DECLS

typedef struct
{
  HfStoredGuide *stored;
  HfGuide *guide;
} HfGuideVersion;

/* The guides that are stored, and what one of them says. */
struct _HfSetupGuides
{
  HfSetupSection parent_instance;

  GtkListBox *guides;
  AdwComboRow *language;
  GtkStringList *language_names;
  AdwPreferencesPage *page;
  GtkWidget *edit;
  GtkWidget *go_on;
  GtkWidget *retire;
  GtkWidget *use;

  GPtrArray *versions; /* (element-type HfGuideVersion) */
  GPtrArray *parts;    /* (element-type AdwPreferencesGroup): what the preview shows */
  GStrv languages;     /* of the guide that is shown */
  GtkFileChooserNative *chooser; /* while it is open */
  guint shown;                   /* among the versions */
  gboolean filling;
};

const HfGuideVersion *hf_setup_guides_get_version (HfSetupGuides *self);
void hf_setup_guides_install_actions (GtkWidgetClass *klass);

G_END_DECLS
