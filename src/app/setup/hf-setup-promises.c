#include "config.h"

#include "hf-setup-promises.h"

#include <adwaita.h>

#include "hf-setup-words.h"

/* What the firm promises customers, and on which clock it runs. */
struct _HfSetupPromises
{
  HfSetupSection parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (HfSetupPromises, hf_setup_promises, HF_TYPE_SETUP_SECTION)

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

  G_OBJECT_CLASS (klass)->dispose = hf_setup_promises_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-promises.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPromises, group);
}

static void
add_term (HfSetupPromises *self, HfPromiseTerm term)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *clock = gtk_label_new (hf_setup_words_term_clock (term));
  gtk_widget_add_css_class (clock, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 hf_choice_label (hf_promise_terms, term));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hf_setup_words_term (term));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), clock);
  adw_preferences_group_add (self->group, row);
}

static void
hf_setup_promises_init (HfSetupPromises *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < hf_choice_count (hf_promise_terms); i++)
    add_term (self, i);
}
