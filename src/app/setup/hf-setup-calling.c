#include "config.h"

#include "hf-setup-calling.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-moment-words.h"
#include "hf-number-row.h"
#include "hf-setup-entry.h"
#include "hf-store-next-call.h"

/* When customers may be called, and how often. */
struct _HfSetupCalling
{
  HfSetupSection parent_instance;

  AdwPreferencesGroup *hours;
  HfNumberRow *cap;
  GtkSwitch *spread;
  HfNumberRow *care_below;

  GtkEditable *days[7]; /* Monday first */
  HfCallingRules rules; /* as they are stored, or will be at once */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfSetupCalling, hf_setup_calling, HF_TYPE_SETUP_SECTION)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autofree HfCallingRules *rules = g_new0 (HfCallingRules, 1);
  return hf_store_calling_rules_get (session, rules, error) ? g_steal_pointer (&rules) : NULL;
}

static gpointer
save_rules (HfStoreSession *session, gpointer rules, GError **error)
{
  return hf_store_calling_rules_save (session, rules, error) ? HF_STORE_DONE : NULL;
}

static void
save (HfSetupCalling *self, const char *saved)
{
  hf_setup_section_save (HF_SETUP_SECTION (self), save_rules,
                         g_memdup2 (&self->rules, sizeof self->rules), g_free, saved);
}

/* An empty entry is a day on which nobody is called. */
static gboolean
read_day (GtkEditable *entry, HfCallingDay *day)
{
  g_autofree char *typed = hf_setup_entry_dup_hours (entry);
  return hf_calling_day_parse (day, typed != NULL ? typed : "closed");
}

static void
on_day_changed (GtkEditable *entry, HfSetupCalling *self)
{
  HfCallingDay day;
  hf_setup_entry_mark (entry, !read_day (entry, &day));
}

static void
on_day_applied (GtkEditable *entry, HfSetupCalling *self)
{
  HfCallingDay day;
  if (!read_day (entry, &day))
    {
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    if (self->days[i] == entry)
      self->rules.days[i] = day;
  save (self, _ ("Calling hours saved"));
}

static void
on_limits_changed (HfSetupCalling *self)
{
  if (self->filling)
    return;
  self->rules.cap = hf_number_row_get_value (self->cap);
  self->rules.spread = gtk_switch_get_active (self->spread);
  self->rules.care_below = hf_number_row_get_value (self->care_below);
  save (self, NULL);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupCalling *self = HF_SETUP_CALLING (section);
  self->filling = TRUE;
  self->rules = *(const HfCallingRules *) loaded;
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      const HfCallingDay *day = &self->rules.days[i];
      g_autofree char *hours = day->from < day->to ? hf_calling_day_format (day) : NULL;
      hf_setup_entry_show (self->days[i], hours);
    }
  hf_number_row_set_value (self->cap, self->rules.cap);
  gtk_switch_set_active (self->spread, self->rules.spread);
  hf_number_row_set_value (self->care_below, self->rules.care_below);
  self->filling = FALSE;
}

static void
hf_setup_calling_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_CALLING);
  G_OBJECT_CLASS (hf_setup_calling_parent_class)->dispose (object);
}

static void
hf_setup_calling_class_init (HfSetupCallingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_setup_calling_dispose;
  section_class->topics = HF_STORE_SETTINGS | HF_STORE_QUEUE;
  section_class->load = load;
  section_class->free_loaded = g_free;
  section_class->show = show;

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-calling.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalling, hours);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalling, cap);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalling, spread);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalling, care_below);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_changed);
}

static void
add_day (HfSetupCalling *self, gsize day)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hf_moment_words_weekday (day));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (on_day_changed), self);
  g_signal_connect (row, "apply", G_CALLBACK (on_day_applied), self);
  adw_preferences_group_add (self->hours, row);
  self->days[day] = GTK_EDITABLE (row);
}

static void
hf_setup_calling_init (HfSetupCalling *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    add_day (self, i);
}
