#include "config.h"

#include <glib/gi18n.h>

#include "hf-guide-words.h"
#include "hf-locale.h"
#include "hf-setup-guides-private.h"

G_DEFINE_FINAL_TYPE (HfSetupGuides, hf_setup_guides, HF_TYPE_SETUP_SECTION)

static void
version_free (gpointer data)
{
  HfGuideVersion *version = data;
  hf_stored_guide_free (version->stored);
  g_object_unref (version->guide);
  g_free (version);
}

static HfGuide *
new_unfinished (const HfStoredGuide *stored)
{
  HfGuide *guide = hf_guide_new ();
  guide->code = g_strdup (stored->code);
  guide->kind = stored->kind;
  guide->language = g_strdup (HF_LOCALE_SOURCE);
  hf_wording_set (guide->title, guide->language, stored->code);
  return guide;
}

/* A version that this program cannot read is left out; the interviews led with it keep it. A
 * draft need not be right yet: it is listed without its steps. */
static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) guides = hf_store_guides_list (session, error);
  if (guides == NULL)
    return NULL;
  GPtrArray *versions = g_ptr_array_new_with_free_func (version_free);
  g_ptr_array_set_free_func (guides, NULL);
  for (guint i = 0; i < guides->len; i++)
    {
      g_autoptr (HfStoredGuide) stored = g_ptr_array_index (guides, i);
      g_autoptr (GBytes) xml = g_bytes_new (stored->xml, strlen (stored->xml));
      HfGuide *guide = hf_guide_parse (xml, NULL);
      if (guide == NULL && !stored->draft)
        continue;
      if (guide == NULL)
        guide = new_unfinished (stored);
      HfGuideVersion *version = g_new (HfGuideVersion, 1);
      *version = (HfGuideVersion){ g_steal_pointer (&stored), guide };
      g_ptr_array_add (versions, version);
    }
  return versions;
}

/**
 * hf_setup_guides_get_version:
 * @self: the section
 *
 * Tells which version is chosen.
 *
 * Returns: (transfer none) (nullable): the version
 */
const HfGuideVersion *
hf_setup_guides_get_version (HfSetupGuides *self)
{
  return self->shown < self->versions->len ? g_ptr_array_index (self->versions, self->shown)
                                           : NULL;
}

static const char *
get_language (HfSetupGuides *self)
{
  guint selected = adw_combo_row_get_selected (self->language);
  return selected < g_strv_length (self->languages) ? self->languages[selected]
                                                    : HF_LOCALE_SOURCE;
}

static AdwPreferencesGroup *
add_part (HfSetupGuides *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *safe = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->parts, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_question (AdwPreferencesGroup *part, const HfQuestion *question, guint number,
              const char *language)
{
  g_autofree char *text = hf_guide_words_question (question, language);
  g_autofree char *answer = hf_guide_words_answer (question, language);
  g_autofree char *title = g_markup_escape_text (text, -1);
  g_autofree char *subtitle = g_markup_escape_text (answer, -1);
  g_autofree char *place = g_strdup_printf ("%u", number);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (place);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (part, row);
}

static void
clear_preview (HfSetupGuides *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);
}

static void
show_preview (HfSetupGuides *self)
{
  const HfGuideVersion *version = hf_setup_guides_get_version (self);
  const char *language = get_language (self), *last = NULL;
  AdwPreferencesGroup *part = NULL;
  clear_preview (self);
  for (guint i = 0; version != NULL && i < version->guide->questions->len; i++)
    {
      const HfQuestion *question = version->guide->questions->pdata[i];
      const char *title = hf_wording_get (question->part, language);
      if (part == NULL || g_strcmp0 (title, last) != 0)
        part = add_part (self, title != NULL ? title : "");
      add_question (part, question, i + 1, language);
      last = title;
    }
}

static void
fill_languages (HfSetupGuides *self)
{
  const HfGuideVersion *version = hf_setup_guides_get_version (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->language_names));
  g_autofree char *chosen = g_strdup (self->languages != NULL ? get_language (self)
                                                              : hf_locale_get_current ());
  self->filling = TRUE;
  g_clear_pointer (&self->languages, g_strfreev);
  self->languages = version != NULL ? hf_guide_list_languages (version->guide)
                                    : g_new0 (char *, 1);
  gtk_string_list_splice (self->language_names, 0, n_items, NULL);
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = hf_locale_dup_language_name (self->languages[i]);
      gtk_string_list_append (self->language_names, name);
      if (g_str_equal (self->languages[i], chosen))
        adw_combo_row_set_selected (self->language, i);
    }
  self->filling = FALSE;
}

static GtkWidget *
make_state (const HfStoredGuide *stored)
{
  g_autofree char *state = hf_guide_words_state (stored);
  GtkWidget *label = gtk_label_new (state);
  gtk_widget_add_css_class (label, stored->in_use  ? "success"
                                   : stored->draft ? "accent"
                                                   : "dim-label");
  return label;
}

static GtkWidget *
make_row (const HfGuideVersion *version)
{
  g_autofree char *name = hf_guide_words_title (version->guide, hf_locale_get_current ());
  g_autofree char *words = hf_guide_words_version (version->stored, version->guide);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_state (version->stored));
  return row;
}

static void
update_actions (HfSetupGuides *self)
{
  const HfGuideVersion *version = hf_setup_guides_get_version (self);
  gboolean draft = version != NULL && version->stored->draft;
  gboolean retired = version != NULL && version->stored->retired;
  gboolean good = version != NULL && version->guide->questions->len > 0;
  gtk_widget_set_visible (self->edit, !draft);
  gtk_widget_set_visible (self->go_on, draft);
  gtk_widget_set_visible (self->retire, !draft && !retired);
  gtk_widget_set_visible (self->use, !draft && retired);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.edit-guide", version != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.preview-guide", good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.export-guide", version != NULL);
}

static void
show_guides (HfSetupGuides *self)
{
  GtkWidget *row;
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->guides))) != NULL)
    gtk_list_box_remove (self->guides, row);
  for (guint i = 0; i < self->versions->len; i++)
    gtk_list_box_append (self->guides, make_row (g_ptr_array_index (self->versions, i)));
  gtk_list_box_select_row (self->guides,
                           gtk_list_box_get_row_at_index (self->guides, (int) self->shown));
  self->filling = FALSE;
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (section);
  g_ptr_array_unref (self->versions);
  self->versions = g_ptr_array_ref (loaded);
  if (self->shown >= self->versions->len)
    self->shown = 0;
  show_guides (self);
  fill_languages (self);
  show_preview (self);
  update_actions (self);
}

static void
on_selected (HfSetupGuides *self)
{
  GtkListBoxRow *row = self->filling ? NULL : gtk_list_box_get_selected_row (self->guides);
  if (row == NULL)
    return;
  self->shown = (guint) gtk_list_box_row_get_index (row);
  fill_languages (self);
  show_preview (self);
  update_actions (self);
}

static void
on_language (HfSetupGuides *self)
{
  if (!self->filling)
    show_preview (self);
}

static void
hf_setup_guides_dispose (GObject *object)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (object);
  self->filling = TRUE;
  g_ptr_array_set_size (self->parts, 0);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_GUIDES);
  G_OBJECT_CLASS (hf_setup_guides_parent_class)->dispose (object);
}

static void
hf_setup_guides_finalize (GObject *object)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (object);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->parts);
  g_strfreev (self->languages);
  G_OBJECT_CLASS (hf_setup_guides_parent_class)->finalize (object);
}

static void
hf_setup_guides_class_init (HfSetupGuidesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_guides_dispose;
  object_class->finalize = hf_setup_guides_finalize;
  section_class->topics = HF_STORE_INTERVIEWS;
  section_class->load = load;
  section_class->free_loaded = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = show;
  hf_setup_guides_install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-guides.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, guides);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, language);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, language_names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, page);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, edit);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, go_on);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, retire);
  gtk_widget_class_bind_template_child (widget_class, HfSetupGuides, use);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
}

static void
hf_setup_guides_init (HfSetupGuides *self)
{
  self->versions = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
