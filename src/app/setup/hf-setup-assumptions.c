#include "config.h"

#include "hf-setup-assumptions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-assumption-row.h"
#include "hf-complaint.h"
#include "hf-silent-words.h"
#include "hf-store-settings.h"

/* The numbers that figures rest on, each with where it comes from. */
struct _HfSetupAssumptions
{
  HfSetupSection parent_instance;

  AdwPreferencesGroup *group;
  AdwActionRow *preset;

  GHashTable *rows; /* (element-type utf8 HfAssumptionRow), by key */
};

G_DEFINE_FINAL_TYPE (HfSetupAssumptions, hf_setup_assumptions, HF_TYPE_SETUP_SECTION)

/* The order in which they are thought of; others follow. */
static const char *const first_keys[] = {
  HF_ASSUMPTION_COMPLAINT_RATIO,    HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR,
  HF_ASSUMPTION_SILENT_STAY_RATE,   HF_ASSUMPTION_SILENT_STAY_RATE_MAJOR,
  HF_ASSUMPTION_PEOPLE_TOLD,        HF_ASSUMPTION_RETENTION,
  HF_ASSUMPTION_DISCOUNT,           HF_ASSUMPTION_FRIENDS,
  HF_ASSUMPTION_FRIENDS_CONVERSION, HF_ASSUMPTION_REWARD_IN_TIME,
  HF_ASSUMPTION_REWARD_SATISFIED,   HF_ASSUMPTION_TALK_IN_TIME,
  HF_ASSUMPTION_TALK_SATISFIED,     HF_ASSUMPTION_PENALTY_IN_TIME,
  HF_ASSUMPTION_PENALTY_SATISFIED,
};

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_assumptions_list (session, error);
}

static gpointer
save (HfStoreSession *session, gpointer assumption, GError **error)
{
  return hf_store_assumptions_save (session, assumption, error) ? HF_STORE_DONE : NULL;
}

static void
on_edited (HfSetupAssumptions *self, HfAssumption *assumption)
{
  hf_setup_section_save (HF_SETUP_SECTION (self), save, g_object_ref (assumption),
                         g_object_unref, _ ("Assumption saved"));
}

static HfAssumptionRow *
ensure_row (HfSetupAssumptions *self, const char *key)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, key);
  if (row == NULL)
    {
      row = hf_assumption_row_new ();
      g_signal_connect_swapped (row, "edited", G_CALLBACK (on_edited), self);
      adw_preferences_group_add (self->group, row);
      g_hash_table_insert (self->rows, g_strdup (key), row);
    }
  return HF_ASSUMPTION_ROW (row);
}

static HfAssumption *
find (GPtrArray *assumptions, const char *key)
{
  for (guint i = 0; i < assumptions->len; i++)
    {
      HfAssumption *assumption = g_ptr_array_index (assumptions, i);
      if (g_str_equal (assumption->key, key))
        return assumption;
    }
  return NULL;
}

static void
show_key (HfSetupAssumptions *self, GPtrArray *assumptions, const char *key)
{
  HfAssumption *assumption = find (assumptions, key);
  if (assumption != NULL)
    hf_assumption_row_show (ensure_row (self, key), assumption);
}

/* The own share is known by its source: it was taken from the interviews as they then stood. */
static void
show_preset (HfSetupAssumptions *self, GPtrArray *assumptions)
{
  const HfAssumption *minor = find (assumptions, HF_ASSUMPTION_COMPLAINT_RATIO);
  const HfAssumption *major = find (assumptions, HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR);
  const HfSilentPreset *own = hf_silent_preset_find (HF_SILENT_PRESET_OWN);
  HfSilentFigures figures = { 0 };
  if (minor == NULL || major == NULL)
    return;
  figures.classes[HF_COMPLAINT_MINOR].ratio = minor->value;
  figures.classes[HF_COMPLAINT_MAJOR].ratio = major->value;
  const HfSilentPreset *used = hf_silent_preset_find_used (&figures);
  if (g_strcmp0 (minor->source, own->source) == 0 && minor->value == major->value)
    used = own;
  adw_action_row_set_subtitle (self->preset,
                               hf_silent_words_preset (used != NULL ? used->name : NULL));
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupAssumptions *self = HF_SETUP_ASSUMPTIONS (section);
  GPtrArray *assumptions = loaded;
  show_preset (self, assumptions);
  for (gsize i = 0; i < G_N_ELEMENTS (first_keys); i++)
    show_key (self, assumptions, first_keys[i]);
  for (guint i = 0; i < assumptions->len; i++)
    show_key (self, assumptions, ((HfAssumption *) g_ptr_array_index (assumptions, i))->key);
}

static void
hf_setup_assumptions_dispose (GObject *object)
{
  g_hash_table_remove_all (HF_SETUP_ASSUMPTIONS (object)->rows);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_ASSUMPTIONS);
  G_OBJECT_CLASS (hf_setup_assumptions_parent_class)->dispose (object);
}

static void
hf_setup_assumptions_finalize (GObject *object)
{
  g_hash_table_unref (HF_SETUP_ASSUMPTIONS (object)->rows);
  G_OBJECT_CLASS (hf_setup_assumptions_parent_class)->finalize (object);
}

static void
hf_setup_assumptions_class_init (HfSetupAssumptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_assumptions_dispose;
  object_class->finalize = hf_setup_assumptions_finalize;
  section_class->topics = HF_STORE_SETTINGS;
  section_class->load = load;
  section_class->free_loaded = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-assumptions.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupAssumptions, group);
  gtk_widget_class_bind_template_child (widget_class, HfSetupAssumptions, preset);
}

static void
hf_setup_assumptions_init (HfSetupAssumptions *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
