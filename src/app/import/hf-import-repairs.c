#include "config.h"

#include "hf-import-repairs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-import-repair-closures.h"

/* What would be repaired in a file: a row for each repair, with a switch and examples. */
struct _HfImportRepairs
{
  AdwPreferencesGroup parent_instance;

  HfImportProfile *profile; /* in which the switches are kept */
  GPtrArray *rows;          /* (element-type GtkWidget), borrowed */
};

enum
{
  SIGNAL_ORDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfImportRepairs, hf_import_repairs, ADW_TYPE_PREFERENCES_GROUP)

static void
add (HfImportRepairs *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
on_order (HfImportRepairs *self, GParamSpec *pspec, AdwComboRow *row)
{
  HfDateOrder order = adw_combo_row_get_selected (row);
  if (order == hf_import_profile_get_date_order (self->profile))
    return;
  hf_import_profile_set_date_order (self->profile, order);
  g_signal_emit (self, signals[SIGNAL_ORDER], 0);
}

/* In the order of HfDateOrder. */
static void
add_order (HfImportRepairs *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  for (int order = HF_DATE_ORDER_UNKNOWN; order <= HF_DATE_ORDER_MDY; order++)
    gtk_string_list_append (labels, hf_import_words_order (order));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Order of day, month and year"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("For dates such as 5/3/2024"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              hf_import_profile_get_date_order (self->profile));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_order), self,
                           G_CONNECT_SWAPPED);
  add (self, row);
}

static void
on_switched (GtkSwitch *toggle, GParamSpec *pspec, HfImportRepairs *self)
{
  const char *name = g_object_get_data (G_OBJECT (toggle), "repair");
  hf_import_profile_set_repair (self->profile, name, gtk_switch_get_active (toggle));
}

static GtkWidget *
make_switch (HfImportRepairs *self, const HfRepair *repair)
{
  GtkWidget *toggle = gtk_switch_new ();
  g_object_set_data (G_OBJECT (toggle), "repair", (gpointer) repair->name);
  gtk_switch_set_active (GTK_SWITCH (toggle),
                         hf_import_profile_get_repair (self->profile, repair->name));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hf_repair_label (repair), -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_switched), self, 0);
  return toggle;
}

static GtkWidget *
make_example (const HfRepairExample *example)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = hf_import_words_change (example);
  g_autofree char *place = hf_import_words_place (example);
  g_object_set (row, "use-markup", FALSE, "title", title, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  return row;
}

static void
add_finding (HfImportRepairs *self, const HfRepairFinding *finding)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = hf_import_words_repaired (finding->count, finding->n_lost);
  g_object_set (row, "use-markup", FALSE, "title", hf_repair_label (finding->repair), NULL);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_switch (self, finding->repair));
  for (guint i = 0; i < finding->examples->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_example (finding->examples->pdata[i]));
  add (self, row);
}

static void
hf_import_repairs_finalize (GObject *object)
{
  HfImportRepairs *self = HF_IMPORT_REPAIRS (object);
  g_clear_object (&self->profile);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (hf_import_repairs_parent_class)->finalize (object);
}

static void
hf_import_repairs_class_init (HfImportRepairsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_repairs_finalize;

  /**
   * HfImportRepairs::order-changed:
   *
   * The person chose another order of day, month and year; the profile has it.
   */
  signals[SIGNAL_ORDER] = g_signal_new ("order-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_import_repairs_init (HfImportRepairs *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * hf_import_repairs_show:
 * @self: the repairs
 * @findings: (element-type HfRepairFinding): what they would do to the file, all of them on
 * @profile: which of them are on, and where the switches go
 *
 * Shows before and after, and lets each repair be switched off.
 *
 * Returns: %FALSE where there is nothing to repair
 */
gboolean
hf_import_repairs_show (HfImportRepairs *self, const GPtrArray *findings,
                        HfImportProfile *profile)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->profile, profile);
  for (guint i = 0; i < findings->len; i++)
    {
      const HfRepairFinding *finding = findings->pdata[i];
      gboolean is_unclear = strcmp (finding->repair->name, "date") == 0 && finding->n_lost > 0;
      if (is_unclear
          || (strcmp (finding->repair->name, "date") == 0
              && hf_import_profile_get_date_order (profile) != HF_DATE_ORDER_UNKNOWN))
        add_order (self);
      if (finding->count > 0)
        add_finding (self, finding);
    }
  return self->rows->len > 0;
}
