#include "config.h"

#include "hf-referral-group.h"

#include <glib/gi18n.h>

#include "hf-referral-closures.h"

/* Whom a customer named, the last first. */
struct _HfReferralGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (HfReferralGroup, hf_referral_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_button (const HfReferral *referral)
{
  gboolean known = referral->other_id != 0;
  GtkWidget *button = gtk_button_new_with_mnemonic (known ? _ ("_Open")
                                                          : _ ("Make a _Customer…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  known ? "win.open-customer" : "page.new-from-referral");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    known ? referral->other_id : referral->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  referral->name, -1);
  return button;
}

static GtkWidget *
make_row (const HfReferral *referral)
{
  g_autofree char *words = hf_referral_words (referral);
  GtkWidget *row = adw_action_row_new ();
  g_object_set (row, "use-markup", FALSE, "title", referral->name, "subtitle", words, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (referral));
  return row;
}

static void
hf_referral_group_finalize (GObject *object)
{
  g_ptr_array_unref (HF_REFERRAL_GROUP (object)->rows);
  G_OBJECT_CLASS (hf_referral_group_parent_class)->finalize (object);
}

static void
hf_referral_group_class_init (HfReferralGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_referral_group_finalize;
}

static void
hf_referral_group_init (HfReferralGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Named by this customer"));
}

/**
 * hf_referral_group_show:
 * @self: the group
 * @referrals: (element-type HfReferral): the last first
 *
 * Shows whom a customer named; nothing where they named nobody.
 */
void
hf_referral_group_show (HfReferralGroup *self, GPtrArray *referrals)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < referrals->len; i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (referrals, i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), referrals->len > 0);
}
