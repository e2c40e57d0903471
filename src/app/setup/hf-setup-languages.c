#include "config.h"

#include "hf-setup-languages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-locale.h"
#include "hf-settings.h"
#include "hf-translations.h"

/* In which language the program speaks, and how complete each is. */
struct _HfSetupLanguages
{
  HfSetupSection parent_instance;

  AdwComboRow *language;
  GtkStringList *language_names;
  GtkWidget *restart;
  AdwPreferencesGroup *installed;

  GSettings *settings; /* NULL where no schema is installed */
  GStrv languages;
  guint at_start; /* what was chosen when the section was made */
};

G_DEFINE_FINAL_TYPE (HfSetupLanguages, hf_setup_languages, HF_TYPE_SETUP_SECTION)

static void
on_language (HfSetupLanguages *self)
{
  guint selected = adw_combo_row_get_selected (self->language);
  if (self->settings == NULL || selected > g_strv_length (self->languages))
    return;
  g_settings_set_string (self->settings, HF_SETTINGS_LANGUAGE,
                         selected > 0 ? self->languages[selected - 1] : "");
  gtk_widget_set_visible (self->restart, selected != self->at_start);
}

static void
fill_languages (HfSetupLanguages *self)
{
  g_autofree char *chosen = hf_settings_dup_language ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = hf_locale_dup_language_name (self->languages[i]);
      gtk_string_list_append (self->language_names, name);
      if (g_strcmp0 (self->languages[i], chosen) == 0)
        self->at_start = i + 1;
    }
  adw_combo_row_set_selected (self->language, self->at_start);
}

static void
fill_installed (HfSetupLanguages *self)
{
  g_auto (GStrv) lines = hf_translations_list ();
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i]);
      adw_preferences_group_add (self->installed, row);
    }
}

static void
hf_setup_languages_dispose (GObject *object)
{
  g_clear_object (&HF_SETUP_LANGUAGES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_LANGUAGES);
  G_OBJECT_CLASS (hf_setup_languages_parent_class)->dispose (object);
}

static void
hf_setup_languages_finalize (GObject *object)
{
  g_strfreev (HF_SETUP_LANGUAGES (object)->languages);
  G_OBJECT_CLASS (hf_setup_languages_parent_class)->finalize (object);
}

static void
hf_setup_languages_class_init (HfSetupLanguagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_setup_languages_dispose;
  object_class->finalize = hf_setup_languages_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-languages.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupLanguages, language);
  gtk_widget_class_bind_template_child (widget_class, HfSetupLanguages, language_names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupLanguages, restart);
  gtk_widget_class_bind_template_child (widget_class, HfSetupLanguages, installed);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
}

static void
hf_setup_languages_init (HfSetupLanguages *self)
{
  self->languages = hf_locale_list_languages ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  fill_installed (self);
  self->settings = hf_settings_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), self->settings != NULL);
}
