#include "config.h"

#include "hf-setup-promises.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-promise-row.h"
#include "hf-setup-words.h"
#include "hf-store-act.h"
#include "hf-store-promise-rules.h"

/* How soon the firm keeps what it promises customers, and on which clock. */
struct _HfSetupPromises
{
  HfSetupSection parent_instance;

  AdwPreferencesGroup *group;

  HfPromiseRow *rows[HF_PROMISE_DATED];
  HfPromiseRules rules; /* as they are stored, or will be at once */
};

G_DEFINE_FINAL_TYPE (HfSetupPromises, hf_setup_promises, HF_TYPE_SETUP_SECTION)

static gpointer
save_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_promise_rules_save (session, rules, error) ? HF_STORE_DONE : NULL;
}

static gpointer
reset_rules (HfStoreSession *session, gpointer unused, GError **error)
{
  HfPromiseRules rules;
  hf_promise_rules_init (&rules);
  return save_rules (session, &rules, error);
}

static void
offer_reset (HfSetupPromises *self)
{
  HfPromiseRules usual;
  hf_promise_rules_init (&usual);
  g_autofree char *ours = hf_promise_rules_format (&self->rules);
  g_autofree char *theirs = hf_promise_rules_format (&usual);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.reset-promises",
                                 strcmp (ours, theirs) != 0);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupPromises *self = HF_SETUP_PROMISES (section);
  self->rules = *(const HfPromiseRules *) loaded;
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    hf_promise_row_show (self->rows[i], &self->rules.of[i]);
  offer_reset (self);
}

static void
on_edited (HfSetupPromises *self, HfPromiseRow *row)
{
  self->rules.of[hf_promise_row_get_term (row)] = *hf_promise_row_get_rule (row);
  hf_setup_section_save (HF_SETUP_SECTION (self), save_rules,
                         g_memdup2 (&self->rules, sizeof self->rules), g_free, NULL);
  offer_reset (self);
}

static void
reset (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupPromises *self = HF_SETUP_PROMISES (widget);
  hf_store_act_run (widget, hf_setup_section_get_store (HF_SETUP_SECTION (self)), reset_rules,
                    save_rules, g_memdup2 (&self->rules, sizeof self->rules), g_free,
                    _ ("The articles’ values are back"));
}

static void
hf_setup_promises_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_PROMISES);
  G_OBJECT_CLASS (hf_setup_promises_parent_class)->dispose (object);
}

static void
hf_setup_promises_class_init (HfSetupPromisesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_setup_promises_dispose;
  section_class->topics = HF_STORE_SETTINGS;
  section_class->load = hf_store_promise_rules_load;
  section_class->free_loaded = g_free;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-promises.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPromises, group);
  gtk_widget_class_install_action (widget_class, "section.reset-promises", NULL, reset);
}

static void
add_class (HfSetupPromises *self, HfPromiseTerm term)
{
  GtkWidget *row = hf_promise_row_new (term);
  g_signal_connect_swapped (row, "edited", G_CALLBACK (on_edited), self);
  adw_preferences_group_add (self->group, row);
  self->rows[term] = HF_PROMISE_ROW (row);
}

static void
add_dated (HfSetupPromises *self)
{
  GtkWidget *row = adw_action_row_new ();
  g_object_set (row, "title", hf_choice_label (hf_promise_terms, HF_PROMISE_DATED), "subtitle",
                hf_setup_words_term (HF_PROMISE_DATED), "use-markup", FALSE, NULL);
  adw_preferences_group_add (self->group, row);
}

static void
hf_setup_promises_init (HfSetupPromises *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    add_class (self, i);
  add_dated (self);
}
