#include "config.h"

#include "hf-setup-firm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-desk.h"
#include "hf-number-row.h"
#include "hf-settings.h"
#include "hf-setup-entry.h"
#include "hf-staff.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-text.h"

/* Whose company it is, and who works at this desk. */
struct _HfSetupFirm
{
  HfSetupSection parent_instance;

  GtkEditable *company;
  GtkEditable *currency;
  AdwComboRow *desk;
  GtkStringList *desk_names;
  HfNumberRow *reminder;

  GPtrArray *staff;    /* (element-type HfStaff), as they stand in the chooser after "nobody" */
  GSettings *settings; /* NULL where no schema is installed */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfSetupFirm, hf_setup_firm, HF_TYPE_SETUP_SECTION)

typedef struct
{
  char *company;
  char *currency;
  GPtrArray *staff; /* those who work here now */
  gint64 staff_id;
} Firm;

static void
firm_free (gpointer data)
{
  Firm *firm = data;
  g_free (firm->company);
  g_free (firm->currency);
  g_clear_pointer (&firm->staff, g_ptr_array_unref);
  g_free (firm);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Firm, firm_free)

static void
remove_inactive (GPtrArray *staff)
{
  for (guint i = staff->len; i > 0; i--)
    if (!((HfStaff *) g_ptr_array_index (staff, i - 1))->active)
      g_ptr_array_remove_index (staff, i - 1);
}

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Firm) firm = g_new0 (Firm, 1);
  if (!hf_store_settings_find (session, HF_SETTING_COMPANY, &firm->company, error)
      || !hf_store_settings_find (session, HF_SETTING_CURRENCY, &firm->currency, error))
    return NULL;
  firm->staff = hf_store_staff_list (session, error);
  if (firm->staff == NULL)
    return NULL;
  remove_inactive (firm->staff);
  firm->staff_id = hf_store_session_get_staff_id (session);
  return g_steal_pointer (&firm);
}

static void
show_desk (HfSetupFirm *self, const Firm *firm)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->desk_names));
  guint selected = 0;
  gtk_string_list_splice (self->desk_names, 1, n_items - 1, NULL);
  for (guint i = 0; i < firm->staff->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (firm->staff, i);
      gtk_string_list_append (self->desk_names, member->name);
      if (member->id == firm->staff_id)
        selected = i + 1;
    }
  g_ptr_array_unref (self->staff);
  self->staff = g_ptr_array_ref (firm->staff);
  adw_combo_row_set_selected (self->desk, selected);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupFirm *self = HF_SETUP_FIRM (section);
  const Firm *firm = loaded;
  self->filling = TRUE;
  hf_setup_entry_show (self->company, firm->company);
  hf_setup_entry_show (self->currency, firm->currency);
  show_desk (self, firm);
  if (self->settings != NULL)
    hf_number_row_set_value (self->reminder, (guint) g_settings_get_int (
                                                 self->settings, HF_SETTINGS_REMINDER_MINUTES));
  self->filling = FALSE;
}

typedef struct
{
  const char *name;
  char *value;
} Setting;

static void
setting_free (gpointer data)
{
  g_free (((Setting *) data)->value);
  g_free (data);
}

static gpointer
save_setting (HfStoreSession *session, gpointer input, GError **error)
{
  const Setting *setting = input;
  return hf_store_settings_set (session, setting->name, setting->value, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static void
save (HfSetupFirm *self, const char *name, GtkEditable *entry, const char *saved)
{
  Setting *setting = g_new0 (Setting, 1);
  setting->name = name;
  hf_text_set (&setting->value, gtk_editable_get_text (entry));
  hf_setup_section_save (HF_SETUP_SECTION (self), save_setting, setting, setting_free, saved);
}

static void
on_reminder (HfSetupFirm *self)
{
  if (!self->filling && self->settings != NULL)
    g_settings_set_int (self->settings, HF_SETTINGS_REMINDER_MINUTES,
                        (int) hf_number_row_get_value (self->reminder));
}

static void
on_company (HfSetupFirm *self)
{
  save (self, HF_SETTING_COMPANY, self->company, _ ("Company saved"));
}

static void
on_currency (HfSetupFirm *self)
{
  save (self, HF_SETTING_CURRENCY, self->currency, _ ("Currency saved"));
}

static void
on_desk (HfSetupFirm *self)
{
  guint selected = adw_combo_row_get_selected (self->desk);
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  if (self->filling || store == NULL || selected > self->staff->len)
    return;
  const HfStaff *member = selected > 0 ? g_ptr_array_index (self->staff, selected - 1) : NULL;
  hf_desk_choose (store, member != NULL ? member->id : 0);
}

static void
hf_setup_firm_dispose (GObject *object)
{
  HF_SETUP_FIRM (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_FIRM);
  G_OBJECT_CLASS (hf_setup_firm_parent_class)->dispose (object);
}

static void
hf_setup_firm_finalize (GObject *object)
{
  g_ptr_array_unref (HF_SETUP_FIRM (object)->staff);
  g_clear_object (&HF_SETUP_FIRM (object)->settings);
  G_OBJECT_CLASS (hf_setup_firm_parent_class)->finalize (object);
}

static void
hf_setup_firm_class_init (HfSetupFirmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_firm_dispose;
  object_class->finalize = hf_setup_firm_finalize;
  section_class->topics = HF_STORE_SETTINGS | HF_STORE_STAFF;
  section_class->load = load;
  section_class->free_loaded = firm_free;
  section_class->show = show;

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-firm.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupFirm, company);
  gtk_widget_class_bind_template_child (widget_class, HfSetupFirm, currency);
  gtk_widget_class_bind_template_child (widget_class, HfSetupFirm, desk);
  gtk_widget_class_bind_template_child (widget_class, HfSetupFirm, desk_names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupFirm, reminder);
  gtk_widget_class_bind_template_callback (widget_class, on_company);
  gtk_widget_class_bind_template_callback (widget_class, on_currency);
  gtk_widget_class_bind_template_callback (widget_class, on_desk);
  gtk_widget_class_bind_template_callback (widget_class, on_reminder);
}

static void
hf_setup_firm_init (HfSetupFirm *self)
{
  self->staff = g_ptr_array_new ();
  self->settings = hf_settings_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
