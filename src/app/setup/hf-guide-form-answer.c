#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-catalogue.h"
#include "hf-guide-form-private.h"
#include "hf-guide-texts.h"
#include "hf-question.h"

#define HIGHEST 10
#define MAX_DAYS 3650
#define GUIDE "guide"

static const char *
get_kind (HfGuideForm *self)
{
  return hf_markup_get (self->element, "kind");
}

static gboolean
is_kind (HfGuideForm *self, const char *one, const char *other)
{
  return g_strcmp0 (get_kind (self), one) == 0 || g_strcmp0 (get_kind (self), other) == 0;
}

static void
remove_children (HfMarkup *element, const char *name)
{
  for (guint i = element->children->len; i > 0; i--)
    if (strcmp (((HfMarkup *) element->children->pdata[i - 1])->name, name) == 0)
      g_ptr_array_remove_index (element->children, i - 1);
}

static guint
count_children (const HfMarkup *element, const char *name)
{
  guint count = 0;
  for (guint i = 0; i < element->children->len; i++)
    count += strcmp (((HfMarkup *) element->children->pdata[i])->name, name) == 0;
  return count;
}

/* In the guide's language, whatever the program's is. */
static void
add_option (HfGuideForm *self, const char *words)
{
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (
      hf_guide_draft_get_language (self->draft));
  hf_guide_draft_add_option (self->draft, self->element,
                             hf_catalogue_lookup (catalogue, GUIDE, words));
}

/* A question of another kind gets what that kind needs, and loses what it cannot have. */
static void
fit_kind (HfGuideForm *self)
{
  gboolean scale = is_kind (self, "scale", "pair");
  if (!is_kind (self, "choice", "several"))
    remove_children (self->element, "option");
  else if (count_children (self->element, "option") == 0)
    {
      add_option (self, NC_ ("guide", "Yes"));
      add_option (self, NC_ ("guide", "No"));
    }
  if (scale && hf_markup_get (self->element, "from") != NULL)
    return;
  hf_markup_set (self->element, "from", scale ? "1" : NULL);
  hf_markup_set (self->element, "to", scale ? "5" : NULL);
}

static void
on_kind (AdwComboRow *row, GParamSpec *pspec, HfGuideForm *self)
{
  const char *kind = hf_question_kinds[adw_combo_row_get_selected (row)].name;
  if (g_strcmp0 (kind, get_kind (self)) == 0)
    return;
  hf_markup_set (self->element, "kind", kind);
  fit_kind (self);
  hf_guide_draft_changed (self->draft);
  hf_guide_form_reload (self);
}

static void
add_kind (HfGuideForm *self, AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  int kind = hf_choice_find_name (hf_question_kinds, get_kind (self));
  for (int i = 0; hf_question_kinds[i].name != NULL; i++)
    gtk_string_list_append (names, hf_choice_label (hf_question_kinds, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind of answer"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), MAX (0, kind));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_kind), self);
  adw_preferences_group_add (group, row);
}

static void
on_switched (GtkSwitch *control, GParamSpec *pspec, HfGuideForm *self)
{
  hf_markup_set (self->element, "optional", gtk_switch_get_active (control) ? "yes" : NULL);
  hf_guide_draft_changed (self->draft);
}

static void
add_optional (HfGuideForm *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("May be skipped"));
  gtk_switch_set_active (GTK_SWITCH (control),
                         g_strcmp0 (hf_markup_get (self->element, "optional"), "yes") == 0);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_signal_connect (control, "notify::active", G_CALLBACK (on_switched), self);
  adw_preferences_group_add (group, row);
}

/* 0 days say the same as no attribute; a scale may begin with 0. */
static void
on_number (GtkSpinButton *spin, HfGuideForm *self)
{
  const char *attribute = g_object_get_data (G_OBJECT (spin), "attribute");
  int value = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = g_strdup_printf ("%d", value);
  gboolean days = g_str_has_suffix (attribute, "days");
  hf_markup_set (self->element, attribute, days && value == 0 ? NULL : text);
  hf_guide_draft_changed (self->draft);
}

static void
add_number (HfGuideForm *self, AdwPreferencesGroup *group, const char *title,
            const char *subtitle, const char *attribute, int highest)
{
  const char *text = hf_markup_get (self->element, attribute);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, highest, 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             text != NULL ? g_ascii_strtod (text, NULL) : 0);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (spin), "attribute", (gpointer) attribute);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (spin, "value-changed", G_CALLBACK (on_number), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
}

static void
on_alone (GtkCheckButton *check, HfGuideForm *self)
{
  HfMarkup *option = g_object_get_data (G_OBJECT (check), "option");
  hf_markup_set (option, "alone", gtk_check_button_get_active (check) ? "yes" : NULL);
  hf_guide_draft_changed (self->draft);
}

static void
on_remove_option (GtkWidget *button, HfGuideForm *self)
{
  hf_guide_draft_remove (self->draft, g_object_get_data (G_OBJECT (button), "option"));
  hf_guide_form_reload (self);
}

static void
on_option_up (GtkWidget *button, HfGuideForm *self)
{
  hf_guide_draft_move (self->draft, g_object_get_data (G_OBJECT (button), "option"), -1);
  hf_guide_form_reload (self);
}

static void
on_add_option (GtkWidget *button, HfGuideForm *self)
{
  add_option (self, NC_ ("guide", "Another answer"));
  hf_guide_form_reload (self);
}

static GtkWidget *
new_option_button (HfGuideForm *self, HfMarkup *option, const char *icon, const char *tooltip,
                   GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "option", option);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_option (HfGuideForm *self, HfMarkup *option, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = hf_guide_texts_new (self->draft, option, "label", 0, _ ("Answer"), FALSE);
  g_autofree char *place = g_strdup_printf ("%u", number);
  GtkWidget *key = gtk_label_new (place);
  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_set_valign (key, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (key, 6);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), texts);
  if (is_kind (self, "several", "several"))
    {
      GtkWidget *alone = gtk_check_button_new_with_label (_ ("Alone"));
      gtk_widget_set_tooltip_text (alone, _ ("Cannot be chosen together with others"));
      gtk_widget_set_valign (alone, GTK_ALIGN_END);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (alone),
                                   g_strcmp0 (hf_markup_get (option, "alone"), "yes") == 0);
      g_object_set_data (G_OBJECT (alone), "option", option);
      g_signal_connect (alone, "toggled", G_CALLBACK (on_alone), self);
      gtk_box_append (GTK_BOX (box), alone);
    }
  gtk_box_append (GTK_BOX (box), new_option_button (self, option, "go-up-symbolic",
                                                    _ ("Move Up"), G_CALLBACK (on_option_up)));
  gtk_box_append (GTK_BOX (box),
                  new_option_button (self, option, "user-trash-symbolic", _ ("Remove"),
                                     G_CALLBACK (on_remove_option)));
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static void
add_options (HfGuideForm *self)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (
      self, _ ("Answers"), _ ("The number is the key that chooses it."));
  guint number = 0;
  for (guint i = 0; i < self->element->children->len; i++)
    {
      HfMarkup *child = self->element->children->pdata[i];
      if (strcmp (child->name, "option") == 0)
        adw_preferences_group_add (group, new_option (self, child, ++number));
    }
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("Add an _Answer"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add_option), self);
  adw_preferences_group_add (group, add);
}

/**
 * hf_guide_form_add_answer:
 * @self: a form that shows a question
 *
 * Adds what kind of answer it asks for, and what belongs to that kind.
 */
void
hf_guide_form_add_answer (HfGuideForm *self)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (self, _ ("What is answered"), NULL);
  gboolean scale = is_kind (self, "scale", "pair");
  add_kind (self, group);
  if (!is_kind (self, "say", "say"))
    add_optional (self, group);
  if (scale)
    {
      add_number (self, group, _ ("Lowest number"), NULL, "from", HIGHEST);
      add_number (self, group, _ ("Highest number"), NULL, "to", HIGHEST);
      hf_guide_form_add_text (self, self->element, "low", _ ("What the lowest means"), NULL,
                              FALSE);
      hf_guide_form_add_text (self, self->element, "high", _ ("What the highest means"), NULL,
                              FALSE);
    }
  if (is_kind (self, "pair", "pair"))
    {
      hf_guide_form_add_text (self, self->element, "first", _ ("What the first number is of"),
                              _ ("Empty: us."), FALSE);
      hf_guide_form_add_text (self, self->element, "second", _ ("What the second number is of"),
                              _ ("Empty: the competitor whom the customer named."), FALSE);
    }
  if (is_kind (self, "choice", "several"))
    add_options (self);
}

/**
 * hf_guide_form_add_known:
 * @self: a form that shows a question
 *
 * Adds what is done with an answer that is known already.
 */
void
hf_guide_form_add_known (HfGuideForm *self)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (
      self, _ ("If the answer is known already"),
      _ ("Nothing is asked twice: a young answer is only confirmed, an older one is asked "
         "after, "
         "and only a very old one is asked anew."));
  add_number (self, group, _ ("Only confirm it for"), _ ("Days; 0: ask anew each time"),
              "fresh-days", MAX_DAYS);
  add_number (self, group, _ ("Ask whether it is still so for"), _ ("Days; 0: always"),
              "stale-days", MAX_DAYS);
  hf_guide_form_add_text (self, self->element, "still", _ ("“Is it still so?” in words"),
                          _ ("{answer} stands for what is known. Empty: a usual sentence."),
                          TRUE);
}
